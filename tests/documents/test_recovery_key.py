"""The sheet with the recovery key: what it must carry, and nothing that sends it astray."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from caseload.documents import page_count, recovery_key_sheet
from tests.documents.reading import problems_of, tree_of, words_of

GROUPS = ("7K2MX", "Q9FHT", "B3WRN", "PV5JC", "D8YZE", "H4GMK", "TXQ2R", "N6PFB")


def test_the_groups_stand_numbered_in_the_order_to_type_them(tmp_path: Path) -> None:
    pdf = recovery_key_sheet("Willow Road Employment Support", GROUPS, date(2026, 11, 24))
    read = tree_of(pdf)
    assert tuple(each.words for each in read if each.role == "LBody")[: len(GROUPS)] == GROUPS
    assert [each.words for each in read if each.role == "Lbl"][: len(GROUPS)] == [
        f"{number}." for number in range(1, 9)
    ]
    assert problems_of(pdf, tmp_path) == []
    assert page_count(pdf) == 1


def test_it_says_what_it_is_when_it_was_made_and_where_to_keep_it() -> None:
    words = words_of(
        recovery_key_sheet("Willow Road Employment Support", GROUPS, date(2026, 11, 24))
    )
    assert "The recovery key of Willow Road Employment Support" in words
    assert "Made on 24 November 2026." in words
    assert "Never keep it with the laptop" in words
    assert "team's safe place" in words
    assert "Its use is recorded." in words
