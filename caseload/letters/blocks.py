"""The parts a printed page is made of, as plain records: words and figures, no type and no paper.

A letter, a vocational profile or a timeline is a ``Printout``; ``caseload.documents`` draws it.
Large print draws the same blocks at another size.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from caseload.letters.pictures import Picture

NO_BREAK = "\u00a0"


def unbroken(text: str) -> str:
    """``text`` kept on one line when drawn: for telephone numbers, dates and amounts."""
    return text.replace(" ", NO_BREAK)


@dataclass(frozen=True)
class Letterhead:
    """The service's own heading."""

    name: str
    address: str
    telephone: str


@dataclass(frozen=True)
class Addressee:
    """Whom it is for and the day it was written; ``lines`` is a name alone, or name and address."""

    lines: tuple[str, ...]
    written: str


@dataclass(frozen=True)
class Title:
    """The one main heading."""

    text: str


@dataclass(frozen=True)
class Heading:
    """The heading of a part; stays with what follows. ``level`` 2, or 3 inside a part."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running words; ``strong`` sets them semibold, ``apart`` gives them more room above."""

    text: str
    strong: bool = False
    apart: bool = False


@dataclass(frozen=True)
class Points:
    """A list, with a dot before each point or, where order matters, a number.

    ``boxes`` draws an empty box in place of the dot, for things to do and tick off by pen.
    """

    items: tuple[str, ...]
    numbered: bool = False
    boxes: bool = False


@dataclass(frozen=True)
class Answer:
    """The one answer of a letter in a box: a line that leads in, the answer, and lines below."""

    lead: str
    answer: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A line of a table; ``total`` sets it semibold, ``closes`` draws the strong rule under it."""

    cells: tuple[str, ...]
    total: bool = False
    closes: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under column heads; the first cell of a row is its heading.

    ``figures`` aligns every other column to the right, as money and numbers are; otherwise the
    columns are text and share the width by ``shares`` (one for each column, any unit). A table is
    kept whole where it fits on a page; a row is never split, and heads are repeated.
    """

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    figures: bool = True
    shares: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        width = len(self.head)
        if any(len(row.cells) != width for row in self.rows):
            raise ValueError(f"every row needs {width} cells, one for each column head")
        if self.shares and len(self.shares) != width:
            raise ValueError(f"shares needs {width} numbers, one for each column head")


@dataclass(frozen=True)
class Facts:
    """Names and what they are, two columns without heads: the answers of a profile."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KeyGroups:
    """The groups of a recovery key, large, numbered and in order."""

    groups: tuple[str, ...]
    first: int = 1


@dataclass(frozen=True)
class SigningLines:
    """Room to sign and date by hand, one line for each name or role."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Pictured:
    """Lines of one idea each with a picture at their left; the first ``strong`` ones are large."""

    picture: Picture
    lines: tuple[str, ...]
    strong: int = 0


@dataclass(frozen=True)
class Bar:
    """An amount as a bar: whose it is, the amount in words, and its share of the longest."""

    name: str
    amount: str
    share: float


@dataclass(frozen=True)
class Bars:
    """Amounts to compare by eye; each is in words beside its bar."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Together:
    """Parts that go over to the next page together, where they fit on one."""

    blocks: tuple[Block, ...]


Block: TypeAlias = (
    Letterhead
    | Addressee
    | Title
    | Heading
    | Paragraph
    | Points
    | Answer
    | Table
    | Facts
    | KeyGroups
    | SigningLines
    | Pictured
    | Bars
    | Together
)


@dataclass(frozen=True)
class Printout:
    """Everything on the pages of one document.

    ``title`` is the document's own name, which a reader's window shows; ``foot`` stands at the
    bottom of every page beside 'Page 1 of 2'; ``written`` is its date; ``author`` the service.
    ``made_up`` marks every page as showing nobody real, for documents from a demonstration store.
    """

    title: str
    blocks: tuple[Block, ...]
    written: date
    author: str
    foot: str = ""
    made_up: bool = False
