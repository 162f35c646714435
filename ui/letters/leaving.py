"""How a letter leaves: through a printer, or as a copy that somebody asked for. Both tell first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from caseload.words import say
from ui import printing
from ui.widgets.dialog import Dialog
from ui.widgets.mark_line import MarkLine

Line = tuple[str, str]
"""Kind of mark, sentence."""


def file_name(day: date) -> str:
    """What a saved copy is called: the day alone, never a name."""
    return f"letter-{day.isoformat()}.pdf"


class Leaving(QObject):
    """Asks for a printer or a place, and puts the bytes there.

    ``ask_printer`` and ``ask_file`` are the computer's own dialogs; tests put others there.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.ask_printer: Callable[[QWidget, str], QPrinter | None] = printing.ask_for_printer
        self.ask_file: Callable[[QWidget, str], str] = _ask_file

    def printer(self) -> QPrinter | None:
        """The printer chosen, None where nobody chose one. The queue names nobody."""
        return self.ask_printer(self._page, say("letters_page.queue"))

    def print(self, data: bytes, printer: QPrinter) -> bool:
        """Put every page on it; False, and a sentence, where it takes none."""
        if printing.print_pdf(data, printer) > 0:
            return True
        self.tell(say("letters_page.not_printed"), say("letters_page.printer_silent"))
        return False

    def ask_to_save(self, day: date, lines: Sequence[Line], then: Callable[[Path], None]) -> None:
        """Say what will leave, and then ask where to; ``then`` gets the file."""
        dialog = Dialog(
            self._page, say("letters_page.copy.title"), say("letters_page.copy.why"), width=560
        )
        dialog.down.setSpacing(6)
        for kind, words in (*lines, ("info", say("letters_page.copy.name", name=file_name(day)))):
            dialog.down.addWidget(MarkLine(kind, words))
        where = dialog.add_action(say("letters_page.copy.where"), primary=True)
        where.clicked.connect(dialog.close_dialog)
        where.clicked.connect(lambda: self._ask(day, then))
        dialog.add_close(say("letters_page.copy.back"))
        dialog.open()

    def _ask(self, day: date, then: Callable[[Path], None]) -> None:
        chosen = self.ask_file(self._page, file_name(day))
        if chosen:
            then(Path(chosen))

    def write(self, file: Path, data: bytes) -> bool:
        """Write the copy; False, and a sentence, where that cannot be done."""
        try:
            file.write_bytes(data)
        except OSError:
            self.tell(say("letters_page.not_saved"), say("letters_page.folder_silent"))
            return False
        return True

    def tell(self, title: str, sentence: str) -> None:
        """Why something did not leave."""
        dialog = Dialog(self._page, title, sentence, width=520)
        dialog.add_close(say("letters_page.copy.back"))
        dialog.open()


def _ask_file(page: QWidget, name: str) -> str:
    title, kind = say("letters_page.copy.where"), say("letters_page.copy.kind")
    return QFileDialog.getSaveFileName(page, title, name, kind)[0]
