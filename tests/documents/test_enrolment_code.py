"""The sheet with an enrolment code: the groups in order, how to use it, and when it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from caseload.documents import page_count
from caseload.documents.enrolment_code import enrolment_code_sheet
from tests.documents.reading import problems_of, tree_of, words_of

GROUPS = ("7K2MX", "Q9FHT", "B3WRN", "PV5JC", "D8YZE", "H4GMK", "TXQ2R", "N6PFB")


def test_the_sheet_is_one_accessible_page_with_the_groups_in_order(tmp_path: Path) -> None:
    pdf = enrolment_code_sheet("Willow Road", "Zofia Kowalska", GROUPS, date(2026, 12, 1))
    read = tree_of(pdf)
    assert tuple(each.words for each in read if each.role == "LBody")[: len(GROUPS)] == GROUPS
    assert problems_of(pdf, tmp_path) == []
    assert page_count(pdf) == 1


def test_it_says_whose_it_is_when_it_ends_and_that_both_are_named() -> None:
    words = words_of(
        enrolment_code_sheet("Willow Road", "Zofia Kowalska", GROUPS, date(2026, 12, 1))
    )
    assert "For Zofia Kowalska." in words
    assert "the code ends on 1 December 2026" in words
    assert "A copy of the files made before does not know that." in words
    assert "the record names you both" in words
