"""The files that leave: their shape, their look, their last check, and all of them or none."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from caseload.documents.return_files import files_in, write_return
from caseload.documents.return_scan import differences, scan_text, scan_workbook
from caseload.documents.return_workbook import workbook_bytes
from caseload.errors import Refused, StoreTrouble
from caseload.returns.files import json_text, metadata_json, published_json
from caseload.returns.tables import Return
from tests.returns.made_up_people import CONTRACT, made, sent, service


@pytest.fixture(scope="module", name="one")
def a_return() -> Return:
    """A quarter of a service of 400, after its first quarter was sent."""
    people = service(400, 2)
    first = sent(made(CONTRACT, "2026-27-Q1", people))
    plain = made(CONTRACT, "2026-27-Q2", people, [first])
    return replace(plain, approved_by="Ellen Marsh", approved_on=date(2026, 11, 24))


@pytest.fixture(name="workbook")
def a_workbook(one: Return, tmp_path: Path) -> Path:
    file = tmp_path / "return.xlsx"
    file.write_bytes(workbook_bytes(one))
    return file


def test_published_json_has_the_shape_that_tools_read(one: Return) -> None:
    document = published_json(one)
    assert list(document) == [
        "total", "hierarchies", "periods", "measure_sums", "measure_subsets", "ratios", "tables",
    ]  # fmt: skip
    assert document["measure_subsets"] == [["people_into_work", "job_starts"]]
    for table in document["tables"]:
        assert set(table) == {"id", "measure", "period", "dims", "multi", "partial", "cells"}
        for cell in table["cells"]:
            shown = {k: v for k, v in cell.items() if k != "key"}
            assert shown == {"status": "suppressed"} or (
                shown == {"value": shown["value"], "base": 5, "rounding": "nearest"}
                and shown["value"] % 5 == 0
                and shown["value"] >= 5
            )


def test_a_year_to_date_says_which_quarters_it_adds_up() -> None:
    one = made(CONTRACT, "2026-27-YTD-Q2", service(60, 1))
    assert published_json(one)["periods"] == {"2026-27-YTD-Q2": ["2026-27-Q1", "2026-27-Q2"]}


def test_groups_at_two_steps_are_explained_so_that_a_reader_can_compare(one: Return) -> None:
    """Where the year's earlier return or another measure stands at another step."""
    coarser = {"2026-27": {"engaged": {"age": "three_bands"}}}
    both = made(replace(CONTRACT, ladder=coarser), "2026-27-Q2", service(400, 2))
    assert published_json(both)["hierarchies"]["age"] == {
        "45-54": ["45-49", "50-54"],
        "16-34": ["16-24", "25-34"],
        "35-49": ["35-44", "45-49"],
        "50+": ["50-54", "55-64", "65+"],
    }


def test_metadata_says_what_a_reader_needs_and_no_reason_or_record(one: Return) -> None:
    details = metadata_json(one)
    assert details["earlier_returns"] == ["2026-27-Q1"]
    assert details["audit"]["outcome"] == "passed"
    assert details["protection"]["marker_key_words"] == one.key_words
    assert details["ladder"]["referrals"]["age"] == {"step": "ten_years", "since": "2026-27-Q1"}
    assert sum(t["withheld"] for t in details["tables"]) == sum(t.withheld for t in one.tables)
    inside = {"truth", "why", "records", "client_id", "insiders", "changed", "candidates", "seed"}
    assert not inside & set(names_in(details))
    assert not inside & set(names_in(published_json(one)))
    figures = [figure for table in one.tables for figure in table.figures]
    assert "partner" not in json_text(details)
    assert all("truth" not in repr(f) and "client_id" not in repr(f) for f in figures)


def names_in(document: object) -> list[str]:
    if isinstance(document, dict):
        return [*document, *(n for value in document.values() for n in names_in(value))]
    return [n for value in document for n in names_in(value)] if isinstance(document, list) else []


def test_all_files_are_written_and_pass_their_last_look(one: Return, tmp_path: Path) -> None:
    files = write_return(one, tmp_path / "out", forbidden=["Amara Okafor"])
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "metadata.json", "published.json", "return-2026-27-Q2.xlsx",
    ]  # fmt: skip
    assert json.loads(files.published.read_text("utf-8")) == published_json(one)
    assert json.loads(files.metadata.read_text("utf-8")) == metadata_json(one)
    assert scan_workbook(files.workbook) == []
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_the_workbook_is_made_for_reading(one: Return, workbook: Path) -> None:
    book = load_workbook(workbook)
    assert book.sheetnames == ["Return", "By gender", "By age", "Definitions and notes"]
    with ZipFile(workbook) as parts:
        assert b"creator" not in parts.read("docProps/core.xml")
    summary = book["Return"]
    assert summary["A1"].value == "Return for North West London Integrated Care Board"
    assert summary["A2"].value == "Quarter 2 of 2026-27, 1 July to 30 September 2026"
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
    assert book["By age"].freeze_panes == "B3"
    headline = {row[0]: row[1] for row in summary.iter_rows(values_only=True)}
    assert headline["Referrals received"] == one.table("referrals", "gender").total.value


def test_a_withheld_figure_is_the_text_c_and_every_other_a_number(workbook: Path) -> None:
    book = load_workbook(workbook)
    figures = [
        cell.value
        for name in ("By gender", "By age")
        for row in book[name].iter_rows(min_col=2)
        for cell in row
        if cell.alignment.horizontal == "right" and cell.alignment.vertical == "center"
    ]
    assert "c" in figures
    assert all(f == "c" or (isinstance(f, int) and f >= 5 and f % 5 == 0) for f in figures)


def test_the_workbook_says_what_c_means_and_that_figures_are_rounded(
    one: Return, workbook: Path
) -> None:
    for sheet in load_workbook(workbook).worksheets:
        words = {cell.value for row in sheet.iter_rows() for cell in row}
        assert one.key_words in words
        assert "Figures are rounded separately, so groups may not add up to their total." in words


def test_a_return_of_made_up_people_says_so_on_every_sheet(one: Return, tmp_path: Path) -> None:
    files = write_return(replace(one, made_up=True), tmp_path / "out")
    for sheet in load_workbook(files.workbook).worksheets:
        assert str(sheet["A1"].value).startswith("MADE UP")
    assert json.loads(files.metadata.read_text("utf-8"))["made_up"] is True


def test_the_same_return_makes_the_same_bytes(one: Return) -> None:
    assert workbook_bytes(one) == workbook_bytes(one)


def test_every_figure_of_the_workbook_is_the_audited_one(one: Return, workbook: Path) -> None:
    assert differences(workbook, one) == []
    book = load_workbook(workbook)
    for sheet, cell in (("By gender", "B6"), ("Return", "B13")):
        assert isinstance(book[sheet][cell].value, int)
        before, book[sheet][cell].value = book[sheet][cell].value, 7
        book.save(workbook)
        assert len(differences(workbook, one)) == 1
        book[sheet][cell].value = before


Change = Callable[[Workbook], Any]


def formula(book: Workbook) -> None:
    book["By age"]["B5"].value = "=1+1"


def hidden_sheet(book: Workbook) -> None:
    book.create_sheet("Workings").sheet_state = "hidden"


def hidden_row(book: Workbook) -> None:
    book["By age"].row_dimensions[5].hidden = True


def comment(book: Workbook) -> None:
    book["By age"]["B5"].comment = Comment("fewer than 5", "Ellen")


def author(book: Workbook) -> None:
    book.properties.creator = "Ellen"


def link(book: Workbook) -> None:
    book["By age"]["B5"].hyperlink = "file:///home/ellen/clients.xlsx"


@pytest.mark.parametrize("change", [formula, hidden_sheet, hidden_row, comment, author, link])
def test_the_last_look_finds_what_must_not_be_in_a_workbook(change: Change, workbook: Path) -> None:
    book = load_workbook(workbook)
    book.properties.creator = None
    book.save(workbook)
    assert scan_workbook(workbook) == []
    change(book)
    book.save(workbook)
    assert scan_workbook(workbook) != []


@pytest.mark.parametrize(
    ("planted", "forbidden"),
    [
        ("Spoke to Nguyễn Thị Ánh today", "nguyễn thị ánh"),
        ("943 476 5919", "9434765919"),
        ("number 9434765919", "943 476 5919"),
        ("QQ 12 34 56 C", "qq123456c"),
        ("does not want her sister told", "Does  not want her sister told"),
    ],
)
def test_the_last_look_finds_a_text_of_the_store(
    planted: str, forbidden: str, workbook: Path, tmp_path: Path
) -> None:
    assert scan_workbook(workbook, [forbidden]) == []
    book = load_workbook(workbook)
    book["By age"]["K40"].value = planted
    book.properties.creator = None
    book.save(workbook)
    found = scan_workbook(workbook, [forbidden])
    assert len(found) == 1
    assert forbidden not in found[0]
    text = tmp_path / "metadata.json"
    text.write_text(json.dumps({"sharing": planted}), "utf-8")
    assert scan_text(text, [forbidden])


def test_a_name_inside_a_longer_word_is_no_find(workbook: Path) -> None:
    assert scan_workbook(workbook, ["Ret", "Wor", "", "Amara Okafor"]) == []


def test_a_file_that_fails_its_last_look_is_thrown_away(one: Return, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="thrown away"):
        write_return(one, tmp_path / "out", forbidden=["Ellen Marsh"])
    assert list(tmp_path.iterdir()) == []


def test_a_return_is_never_written_over(one: Return, tmp_path: Path) -> None:
    first = write_return(one, tmp_path / "out")
    before = first.workbook.read_bytes()
    with pytest.raises(Refused, match="already holds a return"):
        write_return(one, tmp_path / "out")
    assert first.workbook.read_bytes() == before


def test_an_empty_folder_and_one_with_other_files_can_take_a_return(
    one: Return, tmp_path: Path
) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    for folder in (empty, used):
        folder.mkdir()
    (used / "letter.pdf").write_bytes(b"")
    for folder in (empty, used):
        write_return(one, folder)
        assert all(file.is_file() for file in files_in(folder, one).all)
    assert (used / "letter.pdf").exists()


@pytest.mark.parametrize("full_at", range(3))
def test_a_full_disk_leaves_nothing_behind(
    full_at: int, one: Return, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full at the first, second or third file, and then while files are moved."""
    written = 0

    def sometimes(_path: Path, *_: object, **__: object) -> int:
        nonlocal written
        written += 1
        if written > full_at:
            raise OSError(28, "No space left on device")
        return 0

    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "letter.pdf").write_bytes(b"")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", sometimes)
        patch.setattr(Path, "write_text", sometimes)
        with pytest.raises(StoreTrouble, match="nothing was left behind"):
            write_return(one, folder)
    moved = 0
    rename = Path.rename

    def stuck(path: Path, target: Path) -> Path:
        nonlocal moved
        moved += 1
        if moved > full_at:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", stuck)
        with pytest.raises(StoreTrouble, match="nothing was left behind"):
            write_return(one, folder)
    assert [p.name for p in folder.iterdir()] == ["letter.pdf"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
