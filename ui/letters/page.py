"""The letters page: what was filed, printed again as the same bytes, or several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from caseload.changes import Changed
from caseload.services.all_services import Services
from caseload.services.letters import LetterLine
from caseload.values.dates import long_date, short_date
from caseload.words import say
from ui.actions import command, shown_shortcut
from ui.background import Runner
from ui.letters.batch import BatchView
from ui.letters.leaving import Leaving
from ui.letters.letter_side import LetterSide
from ui.letters.view_model import LettersModel
from ui.pages import PageBase
from ui.speak import speak
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState, hairline
from ui.widgets.inputs import FilterInput
from ui.widgets.page_head import PageHead
from ui.widgets.panes import Panes
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import label


class LettersPage(PageBase):
    """``on_shown(client_id)`` shows one client's letters, None the newest of all."""

    go = Signal(str, str)
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.model = LettersModel(services, background)
        self.leaving = Leaving(self)
        self.head = PageHead(say("letters_page.list.title"))
        key = shown_shortcut(command("filter").shortcut)
        self.filter = FilterInput(say("letters_page.list.filter"), key, width=260)
        self.table = RecordTable(
            say("letters_page.list.title"),
            [
                Column(say("letters_page.list.client"), 170, "name"),
                Column(say("letters_page.list.letter"), 200, "state", stretch=True),
                Column(say("letters_page.list.made"), 104, "action"),
                Column(say("letters_page.list.printed"), 124, "mark"),
            ],
        )
        self.empty = EmptyState(
            say("letters_page.list.empty"),
            say("letters_page.list.why"),
            say("letters_page.nothing.act"),
            icon="scale",
        )
        self.nothing = label("", "body", "muted")
        self.side = LetterSide()
        self._several = False
        self.batch = BatchView(services, background, self.leaving)
        self.several = Button(say("letters_page.batch.open"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head.setProperty("pane", True)
        self.head.add_action(self.filter)
        self.head.add_action(self.several)
        listed = QFrame()
        listed.setProperty("role", "pane")
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        self.nothing.setContentsMargins(24, 16, 24, 16)
        self.nothing.setParent(listed)
        inside.addWidget(self.nothing)
        inside.addWidget(self.table, 1)
        self.panes = Panes(listed, self.side, width=456, large="page")
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(hairline())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self.batch)
        rows.addWidget(self._stack, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(whole)

    def _connect(self) -> None:
        model = self.model
        model.shown.connect(self._show)
        model.chosen.connect(self._show_side)
        model.said.connect(self._say)
        model.refused.connect(lambda why: self.leaving.tell(say("letters_page.not_done"), why))
        self.filter.textChanged.connect(model.set_filter)
        self.filter.moved.connect(self.table.move)
        self.filter.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.typed.connect(self._type_filter)
        self.table.current_changed.connect(lambda found: model.choose(str(found or "")))
        self.table.opened.connect(lambda _found: self._open())
        self.panes.side_closed.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.empty.act.clicked.connect(lambda: self.go.emit("better_off", ""))
        self.several.clicked.connect(self.turn)
        self.batch.said.connect(self._say)
        self.batch.closed.connect(self.turn)
        self.side.again.clicked.connect(self.print_again)
        self.side.save.clicked.connect(self.save_copy)
        self.side.record.clicked.connect(self._open_record)

    # ---- the window's questions

    def title(self) -> str:
        """Letters, or several of them being printed."""
        return say(f"letters_page.{'batch' if self._several else 'list'}.title")

    def client(self) -> str | None:
        """Whose letter is beside the list."""
        line = self.model.line()
        return None if line is None else line.client_id

    def on_shown(self, about: object) -> None:
        """The newest letters, or those of one client."""
        self._several = self._several and not about
        self.model.load()
        if about:
            self.filter.setText(self.model.name_of(str(about)))
        if self._several:
            self.batch.begin()
        elif self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changed: Changed) -> None:
        """A letter was filed or printed elsewhere."""
        if changed.origin is not self.model and "filed_letter" in changed.rooms:
            self.model.load()
        if self._several and changed.origin is not self.batch.model:
            self.batch.refresh()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Filter, and print the chosen letter again; or print those that were made together."""
        if self._several:
            return {"print_letter": self.batch.print} if self.batch.model.made else {}
        answers: dict[str, Callable[[], None]] = {"filter": self.filter.setFocus}
        if self.model.pdf:
            answers["print_letter"] = self.print_again
        return answers

    def focus_first(self) -> None:
        """The list."""
        if self._several:
            self.batch.focus_first()
        else:
            self.table.setFocus()

    def turn(self) -> None:
        """To printing several letters, and back to the list."""
        self._several = not self._several
        self._show()
        if self._several:
            self.batch.begin()
        else:
            self.model.load()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- showing

    def _show(self) -> None:
        model = self.model
        lines = model.lines()
        self.head.set_words(self.title(), self._sentence(len(model.all)))
        if model.why_none:
            self.empty.why.setText(model.why_none)
        listed = self.panes if model.all else self.empty
        self._stack.setCurrentWidget(self.batch if self._several else listed)
        self.filter.setVisible(bool(model.all) and not self._several)
        self.several.setVisible(not model.why_none)
        back = "batch.back" if self._several else "batch.open"
        self.several.set_words(say(f"letters_page.{back}"))
        nothing = bool(model.all) and not lines
        self.nothing.setText(say("letters_page.list.no_match", text=model.filter_text))
        self.nothing.setVisible(nothing)
        self.table.show_rows([self._row(line) for line in lines])
        self._show_side()

    def _sentence(self, count: int) -> str:
        if self._several:
            return say("letters_page.batch.sentence")
        return say("letters_page.list.count", count=count) if count else ""

    def _row(self, line: LetterLine) -> Row:
        made = short_date(line.made_on)
        printed = Cell(say("letters_page.list.not_printed"), kind="neutral")
        if line.printed_on is not None:
            words = short_date(line.printed_on)
            full = say("letters_page.list.printed_on", day=words)
            printed = Cell(words, kind="positive", full=full)
        full = say("letters_page.list.made_on", day=made)
        name = self.model.name(line)
        return Row(line.letter_id, (name, line.title, Cell(made, full=full), printed))

    def _show_side(self) -> None:
        line, pdf = self.model.line(), self.model.pdf
        self.side.setEnabled(bool(pdf))
        if line is None or not pdf:
            self.side.show_nothing()
            return
        made = long_date(line.made_on)
        words = say("letters_page.list.made_line", day=made)
        if line.printed_on is not None:
            printed = long_date(line.printed_on)
            words = say("letters_page.list.printed_line", day=made, printed=printed)
        self.side.show_letter(line.title, self.model.name(line), words, pdf)

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence)
        speak(sentence, self)

    # ---- acting

    def _type_filter(self, letters: str) -> None:
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.setText(self.filter.text() + letters)

    def _open(self) -> None:
        self.panes.open_side()
        self.side.sheet.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_record(self) -> None:
        client_id = self.client()
        if client_id is not None:
            self.go.emit("client", client_id)

    def print_again(self) -> None:
        """Print the very bytes that were filed."""
        pdf = self.model.pdf
        printer = self.leaving.printer() if pdf else None
        if printer is not None and self.leaving.print(pdf, printer):
            self.model.was_printed()

    def save_copy(self) -> None:
        """Say what will leave, then write the very bytes that were filed."""
        line, pdf = self.model.line(), self.model.pdf
        if line is not None and pdf:
            name = self.model.name(line)
            lines = [("info", say("letters_page.copy.holds", title=line.title, name=name))]
            self.leaving.ask_to_save(line.made_on, lines, lambda file: self._write(file, pdf))

    def _write(self, file: Path, pdf: bytes) -> None:
        if self.leaving.write(file, pdf):
            self.model.was_saved()
