"""Pages of a PDF as pictures, from memory alone: the preview, the printer and the demonstration."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass

import pypdfium2

# The PDF library is not made for two threads at once.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Picture:
    """A page as pixels: ``stride`` bytes a row, four bytes a pixel (blue, green, red, unused).

    This is ``QImage.Format_RGB32`` on the processors we run on.
    """

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages ``pdf`` has."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(document.get_page_size(page) for page in range(len(document)))
        finally:
            document.close()


def render_page(pdf: bytes, page: int, scale: float) -> Picture:
    """Page ``page``, from 0, at ``scale`` pixels a point (300 dots an inch are 300 / 72)."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[page].render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            document.close()


def page_png(pdf: bytes, page: int, scale: float) -> bytes:
    """The same picture as a PNG file."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            image = document[page].render(scale=scale).to_pil()
            out = io.BytesIO()
            image.save(out, format="PNG")
            return out.getvalue()
        finally:
            document.close()


def text_of(pdf: bytes) -> tuple[str, ...]:
    """The words of each page as a reader or a search finds them."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(page.get_textpage().get_text_bounded() for page in document)
        finally:
            document.close()
