"""The letter in large print: the same words at 18 point, no amount broken, and it adds up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from caseload.better_off.household import Health
from caseload.documents import better_off_letter_pdf, text_of
from caseload.documents.type_and_paper import LARGE_PRINT
from caseload.letters.formats import LetterFormat
from tests.better_off.households import offer, single
from tests.documents.reading import problems_of, tree_of, words_of
from tests.documents.test_pages import assert_inside_margins
from tests.letters.letters import case_letters, letter, sentences, tables_of
from tests.letters.test_letters_add_up import check_adds_up, check_table

HOME = single(health=Health.LCWRA_NEW, rent=900)
LARGE = LetterFormat.LARGE_PRINT
SOME_CASES = sorted(case_letters())[::12]


def test_each_offer_has_a_table_of_its_own_and_costs_of_others_are_not_in_it() -> None:
    made = letter(HOME, offer(16), offer(24, fares_weekly=Decimal(20)), offer(30))
    tables = tables_of(better_off_letter_pdf(made, LARGE))
    assert [head for head, _ in tables] == [
        ("Each month", "Now", f"{hours} hours") for hours in (16, 24, 30)
    ]
    assert ["Fares to work" in rows for _, rows in tables] == [False, True, False]
    assert all("Universal Credit" in rows for _, rows in tables)


@pytest.mark.parametrize("case_id", SOME_CASES)
def test_it_says_and_adds_up_to_the_same_as_the_standard_letter(
    case_id: str, tmp_path: Path
) -> None:
    _, composed, standard = case_letters()[case_id]
    document = better_off_letter_pdf(composed, LARGE)
    better = [amount for table in tables_of(document) for amount in check_table(*table)]
    assert better == check_adds_up(standard)[1]
    words = words_of(document)
    # The answer in its box is read as one sentence, and set as two.
    lead = composed.answer.lead
    for sentence in (lead, *(each for each in sentences(composed) if not each.startswith(lead))):
        assert " ".join(sentence.replace("\u00a0", " ").split()) in words.replace("\u00a0", " ")
    assert problems_of(document, tmp_path) == []
    assert_inside_margins(document, LARGE_PRINT.side)


def test_no_cell_with_an_amount_is_broken_over_two_lines() -> None:
    wide = single(rent=2500, pip_daily_living="enhanced", pip_mobility="enhanced")
    document = better_off_letter_pdf(letter(wide, offer(40, Decimal("99.99"))), LARGE)
    cells = [each.words for each in tree_of(document) if each.role == "TD" and each.words]
    assert len(cells) > 8
    lines = [line.strip() for page in text_of(document) for line in page.splitlines()]
    for cell in cells:
        assert any(cell in line for line in lines), cell
