"""Many letters as one document to print: each on a fresh sheet, each still read aloud."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from caseload.documents import page_count, pdf_of, text_of
from caseload.documents.batch import on_fresh_sheets, sheets_of
from caseload.letters.blocks import Block, Paragraph, Printout, Title
from tests.documents.reading import problems_of, tree_of, words_of

DAY = date(2026, 11, 24)


def letter(name: str, pages: int) -> bytes:
    page: list[Block] = [Paragraph(f"Dear {name}.") for _ in range(31)]
    made = pdf_of(
        Printout(f"Letter to {name}", (Title(f"To {name}"), *(page * pages)[:-6]), DAY, "", name)
    )
    assert page_count(made) == pages
    return made


def batch(*documents: bytes) -> bytes:
    return on_fresh_sheets(documents, title="Letters", author="Willow Road", written=DAY)


def test_each_begins_on_the_front_of_a_sheet_and_a_blank_back_follows_an_odd_one() -> None:
    pages = text_of(batch(letter("Dana", 1), letter("Omar", 2), letter("Zofia", 3)))
    assert [page.strip() == "" for page in pages] == [
        *(False, True),
        *(False, False),
        *(False, False, False, True),
    ]
    for sheet in zip(pages[::2], pages[1::2], strict=True):
        names = {name for name in ("Dana", "Omar", "Zofia") for page in sheet if name in page}
        assert len(names) == 1


@pytest.mark.parametrize(("pages", "sheets"), [(1, 1), (2, 1), (3, 2), (4, 2), (7, 4)])
def test_sheets_are_counted_as_they_leave_the_printer(pages: int, sheets: int) -> None:
    assert sheets_of(pages) == sheets


def test_all_of_it_is_read_in_order_and_passes_the_checker(tmp_path: Path) -> None:
    parts = [letter("Dana", 1), letter("Omar", 2)]
    made = batch(*parts)
    assert problems_of(made, tmp_path) == []
    read = tree_of(made)
    assert [each.role for each in read if each.depth <= 1] == ["Document", "Part", "Part"]
    apart = [each.words for part in parts for each in tree_of(part) if each.role != "Document"]
    assert [each.words for each in read if each.role not in {"Document", "Part"}] == apart
    assert words_of(made) == " ".join(words_of(part) for part in parts)


def test_the_same_letters_give_the_same_bytes() -> None:
    parts = [letter("Dana", 1), letter("Omar", 2)]
    assert batch(*parts) == batch(*parts)
