"""The last look at a finished return: opened again and searched for what must not be in it.

It trusts nothing of how the file was made: the parts of the workbook are read as they lie in it.
Source: RULES R14.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from openpyxl import load_workbook

from caseload.documents.return_workbook import breakdown_sheet
from caseload.returns.breakdowns import DIMENSIONS, TOTAL
from caseload.returns.files import published_json
from caseload.returns.tables import MARKER, Return

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|"
    r"sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml|"
    r"xl/worksheets/sheet\d+\.xml"
)
_MARKS = {
    "formula": re.compile(r"<f[ >/]"),
    "hidden": re.compile(r"\b(hidden=\"(1|true)\"|state=\"(very)?[hH]idden\")"),
    "path": re.compile(r"absPath|file:///|[A-Za-z]:\\|/home/|/Users/|/root/|/tmp/"),
    "author": re.compile(r"<(\w+:)?(creator|lastModifiedBy|Company|Manager)\b[^>]*>[^<]"),
}
_NUMBER_LENGTH, _NUMBER_DIGITS = 9, 6
"""A text so long with so many digits is a number, also looked for without its spaces."""


def scan_workbook(path: Path, forbidden: Iterable[str] = ()) -> list[str]:
    """What is wrong with a finished workbook; nothing, if it may leave.

    ``forbidden`` are texts of the store: full names, NHS and National Insurance numbers, telephone
    numbers, lines of notes. Each is looked for as whole words, in any case, in every part.
    The findings never repeat a forbidden text.
    """
    found: list[str] = []
    texts: list[str] = []
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            content = parts.read(name).decode("utf-8", "replace")
            if not _PARTS.fullmatch(name):
                found.append(f"unexpected part {name}")
            if name != "xl/theme/theme1.xml":
                met = (what for what, mark in _MARKS.items() if mark.search(content))
                found += [f"{what} in {name}" for what in met]
            texts.append(_words_in(content))
    found += _cells(path)
    return found + _met("\n".join(texts), forbidden)


def scan_text(path: Path, forbidden: Iterable[str] = ()) -> list[str]:
    """The same look for forbidden texts in a JSON file."""
    document = json.loads(path.read_text("utf-8"))
    return _met(json.dumps(document, ensure_ascii=False), forbidden)


def _words_in(content: str) -> str:
    """The text and the attributes of a part, as a reader or a program meets them."""
    root = ET.fromstring(content)  # noqa: S314 - our own file, made a moment ago
    pieces = (
        piece for e in root.iter() for piece in (e.text or "", e.tail or "", *e.attrib.values())
    )
    return "\n".join(pieces)


def _cells(path: Path) -> list[str]:
    """Comments, links and formulas that the workbook would show."""
    return [
        f"more than a value in {sheet.title} {cell.coordinate}"
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment or cell.hyperlink or cell.data_type == "f"
    ]


def _met(text: str, forbidden: Iterable[str]) -> list[str]:
    plain = _folded(text)
    unspaced = re.sub(r"(?<=\w)[ -](?=\w)", "", plain)
    for one in forbidden:
        wanted = _folded(one)
        number = re.sub(r"[ -]", "", wanted)
        if wanted and _as_words(wanted, plain):
            return ["a text of the store"]
        long = len(number) >= _NUMBER_LENGTH
        if long and sum(c.isdigit() for c in number) >= _NUMBER_DIGITS and number in unspaced:
            return ["a number of the store"]
    return []


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _as_words(wanted: str, text: str) -> bool:
    if wanted not in text:
        return False
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text) is not None


Place = tuple[str, str, str]
"""A measure, a dimension (none for the headline) and a group."""


def differences(path: Path, made: Return) -> list[str]:
    """Where the figures of a finished workbook are not those that were audited."""
    shown = _shown_in(path, made)
    audited: dict[Place, object] = {}
    for table in published_json(made)["tables"]:
        dimension = "".join(table["dims"])
        for cell in table["cells"]:
            group = cell["key"].get(dimension, TOTAL)
            value = cell.get("value", MARKER)
            audited[table["measure"], dimension, group] = value
            if group == TOTAL:
                audited[table["measure"], "", TOTAL] = value
    places = sorted(audited.keys() | shown.keys())
    return [" ".join(at) for at in places if audited.get(at) != shown.get(at)]


def _shown_in(path: Path, made: Return) -> dict[Place, object]:
    """Every figure of the workbook: the headline ones, and those of the breakdowns."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    measures = {table.measure.name: table.measure_id for table in made.tables}
    shown: dict[Place, object] = {
        (measures[str(row[0])], "", TOTAL): row[1]
        for row in book.worksheets[0].iter_rows(values_only=True)
        if row[0] in measures
    }
    for name in made.contract.breakdowns:
        mine = [table for table in made.tables if table.dimension == name]
        groups = {DIMENSIONS[name].group_name(f.group): f.group for t in mine for f in t.figures}
        head: tuple[object, ...] = ()
        for row in book[breakdown_sheet(name)].iter_rows(values_only=True):
            if row[0] in measures and head:
                for label, value in zip(head[1:], row[1:], strict=True):
                    if label is not None:
                        shown[measures[str(row[0])], name, groups[str(label)]] = value
            elif row[1] is not None:
                head = row
    return shown
