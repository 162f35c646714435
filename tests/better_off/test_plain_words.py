"""Every sentence for the client reads at about age nine to eleven, whatever it is told beside."""

from __future__ import annotations

import re

import pytest

from caseload.words import catalogue
from tests.letters.reading_age import grade, longest_sentence

ROOMS = ("better_off_circumstances", "better_off_months", "better_off_what_else")
NAMES = (
    "New Style Jobseeker's Allowance (JSA)",
    "Jobseeker's Allowance",
    "Maternity Allowance",
    "Access to Work",
    "Healthy Start",
    "Help to Save",
    "Blue Badge",
)
"""Names of benefits and schemes: they are what they are, and count as one short word."""
SHORT_WORDS = {
    "day": "4 May",
    "start": "4 May",
    "starts": "4 May",
    "ends": "4 May",
    "paid": "4 May",
    "days": "4 May and 6 June",
    "span": "In March",
    "pay_days": "two",
}


def said_to_client() -> dict[str, str]:
    """Every sentence that begins with the client, its facts filled in shortly."""
    found = {}
    for key, entry in catalogue().items():
        if key.startswith(ROOMS) and key.endswith((".you", ".unsure")):
            text = entry["other"] if isinstance(entry, dict) else entry
            found[key] = re.sub(r"{(\w+)}", lambda m: SHORT_WORDS.get(m[1], "£12.00"), text)
    return found


@pytest.mark.parametrize("key", said_to_client())
def test_a_sentence_reads_easily(key: str) -> None:
    text = said_to_client()[key]
    assert grade([text], NAMES) <= 6
    assert longest_sentence(text) <= 25
