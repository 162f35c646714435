"""Reading a document back as its reader does: the tree, the words on each page, the checker."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfua
import pikepdf

from caseload.documents import text_of


def words_of(pdf: bytes) -> str:
    """All words of all pages, with one space wherever there is any."""
    return re.sub(r"\s+", " ", " ".join(text_of(pdf))).strip()


def problems_of(pdf: bytes, folder: Path) -> list[str]:
    """What the checker of PDF/UA-1 finds, and any rule that it could not apply."""
    path = folder / "checked.pdf"
    path.write_bytes(pdf)
    report = pdfua.validate(str(path))
    found = [f"{finding.rule_id}: {finding.message}" for finding in report.findings]
    found += [
        f"{each.rule_id}: {each.skipped_reason}" for each in report.outcomes if each.skipped_reason
    ]
    return found


@dataclass(frozen=True)
class Read:
    """An element of the tree as it is read aloud: its role, how deep it lies, and its words."""

    role: str
    depth: int
    words: str
    scope: str = ""


def tree_of(pdf: bytes) -> list[Read]:
    """The elements in reading order, each with the words of its own marks."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        marked = [_marked_words(page) for page in opened.pages]
        pages = [page.obj.objgen for page in opened.pages]
        return list(_walk(opened.Root.StructTreeRoot.K, 0, marked, pages))


def _walk(
    node: pikepdf.Object, depth: int, marked: list[dict[int, str]], pages: list[tuple[int, int]]
) -> Iterator[Read]:
    words, below = "", []
    home = pages.index(node.Pg.objgen) if "/Pg" in node else 0
    kids = node.get("/K")
    if kids is None:
        every = []
    else:
        every = list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]
    for kid in every:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == pikepdf.Name.MCR:
                words += marked[pages.index(kid.Pg.objgen)][int(kid.MCID)]
            else:
                below.append(kid)
        else:
            words += marked[home][int(kid)]
    scope = ""
    for attributes in node.get("/A", []):
        scope = str(attributes.get("/Scope", "")).lstrip("/") or scope
    yield Read(str(node.S).lstrip("/"), depth, words.strip(), scope)
    for kid in below:
        yield from _walk(kid, depth + 1, marked, pages)


def _marked_words(page: pikepdf.Page) -> dict[int, str]:
    """The words of each mark of a page, through the fonts' own tables."""
    fonts = page.obj.Resources.get("/Font", pikepdf.Dictionary())
    tables = {name: _letters(font) for name, font in fonts.as_dict().items()}
    found: dict[int, str] = {}
    mark, table = None, {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC":
                mark = int(operands[1]["/MCID"])
                found.setdefault(mark, "")
            case "EMC":
                mark = None
            case "Tf":
                table = tables[str(operands[0])]
            case "Tj" if mark is not None:
                found[mark] += "".join(table[code] for code in bytes(operands[0]))
    return found


def _letters(font: pikepdf.Object) -> dict[int, str]:
    text = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"^<([0-9A-F]{2})> <([0-9A-F]{4})>$", text, flags=re.MULTILINE)
    return {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
