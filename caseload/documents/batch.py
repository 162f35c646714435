"""Many documents as one to print: each on a fresh sheet of paper, printed on both sides or not."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from pikepdf import Array, Dictionary, Name, Object, Pdf

from caseload.documents.accessibility import saved
from caseload.documents.type_and_paper import PAGE_HEIGHT, PAGE_WIDTH


def on_fresh_sheets(documents: Sequence[bytes], *, title: str, author: str, written: date) -> bytes:
    """One PDF of all ``documents`` in order, tagged as they are; made in memory alone.

    Each begins on the front of a sheet: where the one before has an odd number of pages, the back
    of its last sheet stays blank, so that two people's letters never share a sheet.
    """
    with Pdf.new() as pdf:
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
        parts, numbers = Array(), Array()
        for document in documents:
            with Pdf.open(io.BytesIO(document)) as source:
                parts.append(_added(pdf, source, whole, numbers))
                if len(source.pages) % 2:
                    pdf.add_blank_page(page_size=(PAGE_WIDTH, PAGE_HEIGHT))
                    pdf.pages[-1].obj[Name.Tabs] = Name.S
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=whole))
        whole[Name.P], whole[Name.K] = tree, parts
        tree[Name.ParentTree] = pdf.make_indirect(Dictionary(Nums=numbers))
        tree[Name.ParentTreeNextKey] = len(pdf.pages)
        pdf.Root[Name.StructTreeRoot] = tree
        pdf.Root[Name.MarkInfo] = Dictionary(Marked=True)
        return saved(pdf, title=title, author=author, written=written)


def sheets_of(pages: int) -> int:
    """How many sheets of paper a document of ``pages`` takes, printed on both sides."""
    return (pages + 1) // 2


def _added(pdf: Pdf, source: Pdf, whole: Object, numbers: Array) -> Object:
    """Put the pages of ``source`` at the end, and what they mean into the tree of ``whole``."""
    first = len(pdf.pages)
    pdf.pages.extend(source.pages)
    tree = pdf.copy_foreign(source.Root.StructTreeRoot)
    owners = tree.ParentTree.Nums
    for place in range(len(source.pages)):
        pdf.pages[first + place].obj[Name.StructParents] = first + place
        numbers.append(first + place)
        numbers.append(owners[2 * place + 1])
    part = tree.K
    part[Name.S], part[Name.P] = Name.Part, whole
    return part
