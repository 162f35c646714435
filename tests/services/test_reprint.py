"""A letter that was filed prints the same for ever: after new rates, and in a store reopened."""

from __future__ import annotations

import hashlib
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from caseload import paths
from caseload.better_off import filing
from caseload.better_off.comparison import compare
from caseload.better_off.filing import from_json, household_from_json
from caseload.better_off.household import Adult, Health, Household, Housing, Offer, Tenure
from caseload.better_off.rate_files import load_rate_book
from caseload.letters.formats import LetterFormat
from caseload.services import better_off, better_off_letters, letter_batches
from caseload.services.better_off_letters import LetterToMake
from caseload.services.rates import rate_book
from caseload.store.store import open_store
from tests.team import KEY, TODAY, Team, accepted

HOME = Household(
    Adult(36, Health.LCWRA_NEW),
    Housing(Tenure.SOCIAL_RENT, Decimal(900)),
    in_greater_london=True,
)
OFFERS = (Offer(Decimal(16), Decimal("12.71"), employer="Brookside Garden Centre"),)


def digest(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()


@pytest.fixture
def other_rates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Rates in which Universal Credit goes down faster, in place of ours; their version."""
    folder = tmp_path / "rates"
    shutil.copytree(paths.resource("rates"), folder)
    file = folder / "2026-27.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["rates"]["uc.taper_rate"]["value"] = 0.6
    file.write_text(json.dumps(document), encoding="utf-8")
    book = load_rate_book(folder)
    for module in (better_off, better_off_letters, letter_batches):
        monkeypatch.setattr(module, "rate_book", lambda: book)
    return book.year_of(TODAY).version


@pytest.mark.parametrize("letter_format", LetterFormat)
def test_a_filed_letter_prints_to_the_same_digest_after_the_rates_and_the_engine_changed(
    team: Team, letter_format: LetterFormat, request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dana = accepted(team)
    services = team.services()
    result = compare(HOME, OFFERS, services.better_off.rates())
    asked = LetterToMake(result, dana, format=letter_format)
    made = services.better_off_letters.make_better_off_letter(asked)
    filed = services.better_off_letters.file(made)
    printed = digest(made.pdf)

    version = request.getfixturevalue("other_rates")
    monkeypatch.setattr(filing, "ENGINE", "a later one")
    folder = team.store.folder
    team.store.close()
    team.store = open_store(folder, KEY)
    later = team.services()
    assert digest(later.letters.pdf(filed.id)) == printed
    later.letters.printed(letter_id=filed.id)
    assert digest(later.letters.pdf(filed.id)) == printed

    # The same sum worked out today comes out otherwise, so the letter is not drawn anew.
    again = compare(HOME, OFFERS, later.better_off.rates())
    assert again.rates_version == version != result.rates_version
    assert again.offers[0].better_off_week < result.offers[0].better_off_week
    anew = later.better_off_letters.make_better_off_letter(
        LetterToMake(again, dana, format=letter_format)
    )
    assert digest(anew.pdf) != printed


def test_inputs_rates_version_and_engine_version_are_filed_with_it(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana = accepted(team)
    services = team.services()
    engine = filing.ENGINE
    result = compare(HOME, OFFERS, services.better_off.rates())
    letters = services.better_off_letters
    filed = letters.file(letters.make_better_off_letter(LetterToMake(result, dana)))
    monkeypatch.setattr(filing, "ENGINE", "a later one")
    (kept,) = services.better_off.of_client(dana)
    assert filed.calculation_id == kept.id
    document = json.loads(kept.result)
    assert document["engine"] == engine
    assert document["result"]["rates_version"] == rate_book().year_of(TODAY).version
    assert document["result"]["tax_year"] == "2026/27"
    assert household_from_json(json.loads(kept.inputs)) == (HOME, OFFERS)
    assert from_json(document) == result
