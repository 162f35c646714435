"""Drawing that says what it draws: each word is tagged, each rule and box set aside as ornament."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from caseload.documents import drawings, typeface
from caseload.documents.pen import Pen
from caseload.documents.tags import Element, Mark
from caseload.documents.type_and_paper import PAGE_HEIGHT, PAGE_WIDTH, TEXT, Colour
from caseload.letters.pictures import Picture


class Ink:
    """A page canvas with the origin at the top left, y downwards, all in points.

    Words go on inside ``meaning`` or ``ornament``, never outside, so nothing is left untagged.
    """

    def __init__(self) -> None:
        typeface.load()
        self._bytes = io.BytesIO()
        self._canvas = Canvas(
            self._bytes,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            # No clock and no random number: the same words give the same bytes.
            invariant=1,
            pageCompression=1,
            initialFontName=typeface.REGULAR,
        )
        self._page = 0
        self._marks_on_page = 0
        self._inside = False

    def next_page(self) -> None:
        """Finish this page and begin another."""
        self._canvas.showPage()
        self._page += 1
        self._marks_on_page = 0

    def finish(self) -> bytes:
        """The drawn pages; the tree of what they mean is added by ``accessibility.finished``."""
        self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

    @contextmanager
    def meaning(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to ``element``."""
        mark = Mark(self._page, self._marks_on_page)
        self._marks_on_page += 1
        element.marks.append(mark)
        with self._marked(f"/{element.role} <</MCID {mark.number}>> BDC"):
            yield

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """What is drawn inside is passed over by a screen reader: rules, boxes, page numbers."""
        with self._marked("/Artifact BMC"):
            yield

    @contextmanager
    def _marked(self, begin: str) -> Iterator[None]:
        if self._inside:
            raise RuntimeError("marked content is not nested")
        self._inside = True
        self._canvas.addLiteral(begin)
        yield
        self._canvas.addLiteral("EMC")
        self._inside = False

    def words(
        self,
        text: str,
        x: float,
        baseline: float,
        *,
        size: float,
        font: str = typeface.REGULAR,
        colour: Colour = TEXT,
        right: bool = False,
    ) -> None:
        """One line of words with its left end, or where ``right`` its right end, at ``x``."""
        if not self._inside:
            raise RuntimeError("words are drawn as a meaning or as an ornament")
        self._canvas.setFillColorRGB(*colour)
        self._canvas.setFont(font, size)
        left = x - typeface.width_of(text, font, size) if right else x
        for stretch in typeface.stretches(text, font, size):
            self._canvas.drawString(
                left + stretch.across, PAGE_HEIGHT - baseline + stretch.up, stretch.text
            )

    def rule(self, x: float, y: float, width: float, *, thick: float, colour: Colour) -> None:
        """A level line from ``x``, ``width`` long."""
        with self.ornament():
            self._canvas.setStrokeColorRGB(*colour)
            self._canvas.setLineWidth(thick)
            self._canvas.line(x, PAGE_HEIGHT - y, x + width, PAGE_HEIGHT - y)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        colour: Colour,
        thick: float = 1.1,
        round_by: float = 4.5,
    ) -> None:
        """A box with rounded corners, drawn from its top left."""
        with self.ornament():
            self._canvas.setStrokeColorRGB(*colour)
            self._canvas.setLineWidth(thick)
            self._canvas.roundRect(
                x, PAGE_HEIGHT - y - height, width, height, round_by, stroke=1, fill=0
            )

    def picture(self, picture: Picture, x: float, y: float, size: float) -> None:
        """A picture in a square from its top left; the words beside it say the same."""
        with self.ornament():
            self._canvas.saveState()
            drawings.draw(picture, Pen(self._canvas, x, y, size))
            self._canvas.restoreState()

    def bar(self, x: float, y: float, width: float, height: float, *, fill: Colour) -> None:
        """A filled bar, from its top left."""
        with self.ornament():
            self._canvas.setFillColorRGB(*fill)
            self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=0, fill=1)
