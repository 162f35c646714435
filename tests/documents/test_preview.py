"""What is seen before printing: the same bytes as pictures, made in memory."""

from __future__ import annotations

import threading
from datetime import date

from caseload.documents import page_count, page_png, page_sizes, pdf_of, render_page
from caseload.letters.blocks import Paragraph, Printout


def a_letter(words: str = "Ring me.", paragraphs: int = 1) -> bytes:
    return pdf_of(
        Printout("A letter", (Paragraph(words),) * paragraphs, date(2026, 11, 24), "Willow Road")
    )


def test_a_page_is_a4_and_its_picture_is_as_large_as_asked() -> None:
    pdf = a_letter()
    assert page_count(pdf) == 1
    [(width, height)] = page_sizes(pdf)
    assert (round(width), round(height)) == (595, 842)
    picture = render_page(pdf, 0, 2.0)
    assert abs(picture.width - 2 * width) <= 1
    assert abs(picture.height - 2 * height) <= 1
    assert picture.stride >= 4 * picture.width
    assert len(picture.pixels) == picture.stride * picture.height


def test_the_paper_is_white_and_the_words_are_dark_in_blue_green_red_order() -> None:
    picture = render_page(a_letter("W" * 30), 0, 1.0)
    assert picture.pixels[:3] == b"\xff\xff\xff"
    darkest = min(tuple(picture.pixels[at : at + 3]) for at in range(0, len(picture.pixels), 4))
    # The text colour is #1B1F22: its blue is the largest of the three.
    assert darkest[0] > darkest[2]


def test_a_page_saved_as_a_picture_is_a_png() -> None:
    assert page_png(a_letter(), 0, 1.0).startswith(b"\x89PNG\r\n")


def test_different_words_look_different() -> None:
    assert render_page(a_letter("A"), 0, 2.0).pixels != render_page(a_letter("B"), 0, 2.0).pixels


def test_many_threads_may_make_and_show_documents_at_once() -> None:
    expected = a_letter("The same words. " * 40)
    made: list[bytes] = []

    def work() -> None:
        for _ in range(4):
            pdf = a_letter("The same words. " * 40)
            render_page(pdf, 0, 0.5)
            made.append(pdf)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [expected] * 16
