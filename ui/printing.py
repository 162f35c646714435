"""From memory to the printer: the same bytes that were shown, drawn page by page."""

from __future__ import annotations

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.pdf_preview import page_image

_DOTS = 300


def print_pdf(data: bytes, printer: QPrinter) -> int:
    """Draw every page on the printer; returns how many, 0 where the printer takes none.

    No file is written on the way.
    """
    document = pdfium.PdfDocument(data)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            return 0
        count = len(document)
        for number in range(count):
            if number:
                printer.newPage()
            drawn = page_image(document[number], _DOTS / 72)
            box = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
            box.moveTo(0, 0)
            size = drawn.size().toSizeF()
            fit = min(box.width() / size.width(), box.height() / size.height())
            painter.drawImage(QRectF(0, 0, size.width() * fit, size.height() * fit), drawn)
    finally:
        if painter.isActive():
            painter.end()
        document.close()
    return count


def ask_for_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the person choose a printer; None when they thought better of it.

    ``title`` is what the print queue shows, so it must not name anybody.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    choice = QPrintDialog(printer, parent)
    choice.setWindowTitle(title)
    return printer if choice.exec() == QDialog.DialogCode.Accepted else None


def ask_and_print(parent: QWidget, data: bytes, title: str) -> bool:
    """Let the person choose a printer, then print; False when nothing was printed.

    ``title`` is what the print queue shows, so it must not name anybody.
    """
    printer = ask_for_printer(parent, title)
    return printer is not None and print_pdf(data, printer) > 0
