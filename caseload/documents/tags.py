"""What each mark on a page means: the tree that a screen reader reads a document by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Mark:
    """One stretch of marked content: the page it is drawn on, from 0, and its number there."""

    page: int
    number: int


@dataclass(eq=False)
class Element:
    """A heading, paragraph, list, table or part of one, in reading order.

    ``role`` is a standard structure type of PDF 1.7 (H1, P, L, LI, Lbl, LBody, Table, TR, TH, TD,
    Div, Document); ``attributes`` are (owner, name, value) triples such as
    ``("Table", "Scope", "Column")``.
    """

    role: str
    attributes: tuple[tuple[str, str, str], ...] = ()
    children: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def child(self, role: str, *attributes: tuple[str, str, str]) -> Element:
        """A new element, read after every one made before it here."""
        made = Element(role, attributes)
        self.children.append(made)
        return made

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for each in self.children:
            yield from each.walk()
