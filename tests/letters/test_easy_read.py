"""The letter in easy read: everything that the standard letter tells, one short idea a line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseload.better_off.household import Health, Household, Offer
from caseload.better_off.problems import HouseholdRefused
from caseload.documents import better_off_letter_pdf, text_of
from caseload.documents.type_and_paper import EASY_READ
from caseload.letters.better_off_letter import BetterOffLetter
from caseload.letters.blocks import Bars, Block, Pictured, Together
from caseload.letters.easy_read import easy_read_printout, in_lines
from caseload.letters.formats import LetterFormat
from tests.better_off.households import households, offer, offers, single
from tests.documents.reading import problems_of, tree_of, words_of
from tests.documents.test_pages import assert_inside_margins
from tests.letters.letters import DANA, NAMES, case_letters, letter, tables_of
from tests.letters.reading_age import grade, longest_sentence
from tests.letters.test_letters_add_up import a_week, check_adds_up, check_table, said

HOME = single(health=Health.LCWRA_NEW, rent=900)
GARDEN = "Brookside Garden Centre"
EASY = LetterFormat.EASY_READ
LONGEST = 16
"""The most words of a line; a name or an amount counts as one each."""


def lines_of(composed: BetterOffLetter) -> list[str]:
    def within(blocks: tuple[Block, ...]) -> list[str]:
        found: list[str] = []
        for block in blocks:
            if isinstance(block, Pictured):
                found += block.lines
            elif isinstance(block, Together):
                found += within(block.blocks)
        return found

    return within(easy_read_printout(composed).blocks)


def test_the_answer_is_said_for_each_offer_and_shown_as_bars() -> None:
    made = letter(HOME, offer(16, employer=GARDEN), offer(24, employer=GARDEN))
    words = words_of(better_off_letter_pdf(made, EASY))
    for part in (
        "If you work 16 hours a week at Brookside Garden Centre",
        "You would have £145.71 more each week. That is £631.40 more each month.",
        "Your Universal Credit would go down. It would not stop.",
        "Now: £1,542.16 a month In this job: £2,173.56 a month",
        "You would have £183.49 more each week.",
        "This is an estimate. That means a careful guess. It is not a decision.",
        "These costs are not taken off yet: Council Tax Fares to work A workplace pension",
        "Ring me on 020 7946 0199.",
    ):
        assert part in words
    held = [b for each in easy_read_printout(made).blocks if isinstance(each, Together)
            for b in each.blocks if isinstance(b, Bars)]  # fmt: skip
    assert [[round(bar.share, 2) for bar in bars.bars] for bars in held] == [[0.71, 1], [0.66, 1]]


def test_worse_off_stops_and_costs_are_told_plainly() -> None:
    worse = lines_of(letter(HOME, offer(2, fares_weekly=Decimal(60))))
    assert "You would have £34.58 less each week." in worse
    assert "You do not have to decide now." in worse
    ends = lines_of(letter(single(), offer(16)))
    assert "Your Universal Credit would stop." in ends
    assert "In this job, after its costs: £1,392.31 a month" in words_of(
        better_off_letter_pdf(letter(HOME, offer(2, fares_weekly=Decimal(60))), EASY)
    )


def test_everything_that_the_standard_letter_tells_is_in_it() -> None:
    for case_id in sorted(case_letters())[::10]:
        composed = case_letters()[case_id][1]
        lines = lines_of(composed)
        for part in (*composed.parts, *composed.tasks):
            for told in part.told:
                assert set(in_lines(told.sentence)) <= set(lines), case_id


@pytest.mark.parametrize("case_id", sorted(case_letters())[::15])
def test_it_adds_up_to_the_same_and_passes_the_checker(case_id: str, tmp_path: Path) -> None:
    _, composed, standard = case_letters()[case_id]
    document = better_off_letter_pdf(composed, EASY)
    better = [amount for table in tables_of(document) for amount in check_table(*table)]
    assert better == check_adds_up(standard)[1]
    words = words_of(document)
    for amount in filter(None, better):
        how = "more" if amount > 0 else "less"
        assert f"You would have {said(a_week(amount))} {how} each week." in words
    assert problems_of(document, tmp_path) == []
    assert_inside_margins(document, EASY_READ.side)


def test_a_posted_letter_bears_the_address_and_one_that_is_handed_over_does_not() -> None:
    posted = letter(HOME, offer(16))
    by_hand = letter(HOME, offer(16), client=replace(DANA, address_lines=()))
    assert "Larch Street" in words_of(better_off_letter_pdf(posted, EASY))
    assert "Larch Street" not in words_of(better_off_letter_pdf(by_hand, EASY))


def test_no_heading_stands_last_on_a_page() -> None:
    made = letter(HOME, offer(16, employer=GARDEN), offer(24), offer(30))
    document = better_off_letter_pdf(made, EASY)
    heads = {each.words for each in tree_of(document) if each.role in {"H1", "H2", "H3"}}
    assert len(heads) > 8
    for page in text_of(document):
        lines = [line.strip() for line in page.splitlines()]
        told = [line for line in lines if line and "24 November 2026" not in line]
        assert "Page " not in told[-1]
        assert told[-1] not in heads


@settings(max_examples=60)
@given(household=households(), taken=st.lists(offers(), min_size=1, max_size=3))
def test_every_line_is_short_and_easy(household: Household, taken: list[Offer]) -> None:
    try:
        composed = letter(household, *taken)
    except HouseholdRefused:
        assume(False)
    lines = lines_of(composed)
    assert max(map(longest_sentence, lines)) <= LONGEST, max(lines, key=longest_sentence)
    assert grade(lines, NAMES) <= 4
