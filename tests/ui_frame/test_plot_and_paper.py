"""The plot and its table say the same numbers; the preview shows the bytes that print."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.ui_frame.conftest import Shown
from ui.printing import print_pdf
from ui.theme import look
from ui.widgets.income_plot import (
    IncomePlot,
    IncomePlotData,
    PlotCliff,
    PlotNote,
    PlotOffer,
    PlotPoint,
    plot_table,
)
from ui.widgets.income_plot_data import nice_hours, nice_steps, plot_rows
from ui.widgets.pdf_preview import PdfPreview

DATA = IncomePlotData(
    points=tuple(PlotPoint(Decimal(hours), Decimal(350) + 6 * hours) for hours in range(41)),
    now=Decimal("355.88"),
    now_words="Now, not working: £355.88",
    across="Hours a week at £12.71 an hour",
    offers=(
        PlotOffer("A", Decimal(16), Decimal("501.59"), True),
        PlotOffer("B", Decimal("22.5"), Decimal("540.10")),
    ),
    cliffs=(PlotCliff(Decimal("17.2"), "Over 17 hours, free prescriptions may stop"),),
    notes=(PlotNote(Decimal("7.75"), Decimal("454.40"), "keeps it all"),),
)


def paper(pages: int) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(595, 842))
    for page in range(pages):
        canvas.drawString(72, 720, f"Letter page {page + 1}")
        canvas.rect(100, 100, 300, 300, fill=1)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@pytest.mark.parametrize(
    ("least", "most", "steps"),
    [(355, 605, [300, 400, 500, 600]), (0, 90, [0, 50, 100]), (120, 130, [120, 125, 130])],
)
def test_the_money_scale_has_round_steps(least: float, most: float, steps: list[float]) -> None:
    assert nice_steps(least, most) == steps
    assert nice_hours(40) == [0, 8, 16, 24, 32, 40]


def test_the_table_twin_has_every_number_of_the_plot() -> None:
    rows = {row.id: [row.cell(at).words for at in range(3)] for row in plot_rows(DATA)}
    assert rows[Decimal(0)] == ["0", "£350.00", ""]
    assert rows[Decimal(16)] == ["16", "£501.59", "Offer A"]
    assert rows[Decimal("22.5")] == ["22.5", "£540.10", "Offer B"]
    assert rows[Decimal("7.75")] == ["7.75", "£454.40", "keeps it all"]
    assert "free prescriptions may stop" in rows[Decimal(17)][2]
    assert len(rows) == 41 + 2


def test_the_plot_is_named_and_drawn_in_every_palette(shown: Shown) -> None:
    plot = IncomePlot("Money in a week, by hours worked")
    plot.show_data(DATA, "At 16 hours you would be £145.71 a week better off.")
    shown(plot, plot_table("Money in a week", DATA))
    assert plot.accessibleName() == "Money in a week, by hours worked"
    assert plot.accessibleDescription().startswith("At 16 hours")
    pictures = []
    for palette in ("light", "dark", "contrast"):
        look().wear(palette)
        pictures.append(plot.grab().toImage())
        inks = {
            pictures[-1].pixelColor(x, y).name().upper()
            for x in range(plot.width())
            for y in range(0, plot.height(), 2)
        }
        assert {look().tokens.accent.upper(), look().tokens.warning.upper()} <= inks
    assert pictures[0] != pictures[1] != pictures[2]


def test_the_preview_shows_every_page_from_memory(shown: Shown) -> None:
    preview = PdfPreview("The letter")
    shown(preview)
    data = paper(2)
    preview.show_pdf(data)
    assert preview.page_count() == 2
    assert preview.data() == data
    QTest.qWait(1)
    spoken = [(page.accessibleName(), page.accessibleDescription()) for page in preview.pages()]
    assert spoken[0][0] == "Page 1 of 2"
    assert "Letter page 2" in spoken[1][1]
    drawn = preview.grab().toImage()
    shades = {drawn.pixelColor(drawn.width() // 2, y).lightness() for y in range(drawn.height())}
    assert min(shades) < 50
    assert max(shades) > 250


def test_keys_zoom_and_scroll_the_preview(shown: Shown) -> None:
    preview = PdfPreview("The letter")
    window = shown(preview)
    window.resize(500, 400)
    preview.show_pdf(paper(3))
    QTest.qWait(1)
    whole = preview.zoom()
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.zoom() == pytest.approx(whole * 1.25)
    QTest.qWait(1)
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.verticalScrollBar().value() == preview.verticalScrollBar().maximum() > 0
    preview.set_zoom(None)
    assert preview.zoom() == pytest.approx(whole)


def test_printing_draws_the_same_pages(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pdf(paper(2), printer) == 2
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
