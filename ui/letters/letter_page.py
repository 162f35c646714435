"""One letter before it leaves: what is in it, the sheet itself, what leaves and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from caseload.changes import Changed
from caseload.errors import CaseloadError
from caseload.letters.filed import FiledLetter
from caseload.services.all_services import Services
from caseload.services.better_off_letters import LetterToMake
from caseload.words import say
from ui.actions import command, shown_shortcut
from ui.background import Runner
from ui.letters.choices_pane import ChoicesPane
from ui.letters.leaving import Leaving
from ui.letters.leaving_pane import LeavingPane
from ui.letters.letter_model import LetterModel
from ui.letters.sheet import Sheet
from ui.pages import PageBase
from ui.speak import speak
from ui.widgets.buttons import Button
from ui.widgets.cards import EmptyState, hairline
from ui.widgets.page_head import PageHead
from ui.widgets.panes import Panes


class LetterPage(PageBase):
    """``on_shown(LetterToMake)``. The bytes in sight are those printed, saved and filed."""

    go = Signal(str, str)
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.model = LetterModel(services, background)
        self.head = PageHead(say("letters_page.title"), say("letters_page.not_left"))
        self.edit = Button(say("letters_page.keep_editing"), kind="quiet")
        self.save = Button(say("letters_page.save"))
        key = shown_shortcut(command("print_letter").shortcut)
        self.print = Button("", kind="primary", icon="printer", key=key)
        self.sheet = Sheet(say("letters_page.sheet"))
        self.choices = ChoicesPane(self.model)
        self.leaves = LeavingPane(self.model, self.sheet.preview)
        self.leaving = Leaving(self)
        self.nothing = EmptyState(
            say("letters_page.nothing.title"),
            say("letters_page.nothing.why"),
            say("letters_page.nothing.act"),
            icon="scale",
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head.setProperty("pane", True)
        for button in (self.edit, self.save, self.print):
            self.head.add_action(button)
        inner = Panes(self.sheet, self.leaves, width=288, large="below")
        outer = Panes(inner, self.choices, width=288, large="below", side_first=True)
        inner.setProperty("pane", False)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.head, hairline(), outer):
            whole.addWidget(part, 1 if part is outer else 0)
        self._letter = PageBase()
        self._letter.setLayout(whole)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._letter)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._stack)

    def _connect(self) -> None:
        model = self.model
        model.drawn.connect(self._drawn)
        model.changed.connect(self._show_around)
        model.said.connect(self._say)
        model.refused.connect(lambda why: self.leaving.tell(say("letters_page.not_done"), why))
        self.edit.clicked.connect(lambda: self.go.emit("back", ""))
        self.save.clicked.connect(self.save_copy)
        self.print.clicked.connect(self.print_letter)
        self.nothing.act.clicked.connect(lambda: self.go.emit("better_off", ""))

    # ---- the window's questions

    def title(self) -> str:
        """Whose letter it is."""
        name = self.model.name()
        return say("letters_page.title_of", name=name) if name else say("letters_page.title")

    def client(self) -> str | None:
        """The client in sight."""
        return None if self.model.client is None else self.model.client.id

    def on_shown(self, about: object) -> None:
        """A letter to make, or the one that was being made."""
        if isinstance(about, LetterToMake):
            try:
                self.model.begin(about)
            except CaseloadError as why:
                self.leaving.tell(say("letters_page.not_done"), why.sentence)
                return
            self.choices.begin()
            self.leaves.begin()
            self._show_around()
            self.print.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(self.nothing if self.model.asked is None else self._letter)

    def on_changed(self, changed: Changed) -> None:
        """The client's address or safety lines may be others now."""
        if changed.origin is self.model or self.client() not in changed.ids:
            return
        try:
            self.model.read_again()
        except CaseloadError as why:
            self.leaving.tell(say("letters_page.not_done"), why.sentence)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Print."""
        if self.model.asked is None:
            return {}
        return {"print_letter": self.print_letter}

    def can_leave(self) -> bool:
        """The own line is kept first."""
        self.settle()
        return True

    def settle(self) -> None:
        """Keep the own line, before locking or leaving."""
        self.choices.own.settle()

    def focus_first(self) -> None:
        """The first thing to choose."""
        if self.choices.ticks:
            self.choices.ticks[0].setFocus()

    # ---- showing

    def _drawn(self) -> None:
        made = self.model.made
        if made is not None:
            self.sheet.show_pdf(made.pdf, names_somebody=self.model.client is not None)
        else:
            self.sheet.show_none(self.model.text(" ".join(self.model.problems.values())))

    def _show_around(self) -> None:
        model = self.model
        pages = 1 if model.made is None else model.made.pages
        self.print.set_words(say("letters_page.print", count=pages))
        self.print.setEnabled(model.can_leave())
        self.save.setEnabled(model.can_leave())
        self.leaves.refresh()
        self.head.set_words(self.title(), model.left or say("letters_page.not_left"))

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence)
        speak(sentence, self)

    # ---- leaving

    def print_letter(self) -> None:
        """Choose a printer; then file the letter and print the very same bytes."""
        made = self.model.made
        if made is None or not self.model.can_leave():
            return
        printer = self.leaving.printer()
        if printer is not None:
            self.model.file(lambda letter: self._print(letter, made.pdf, printer))

    def _print(self, letter: FiledLetter | None, pdf: bytes, printer: QPrinter) -> None:
        if self.leaving.print(pdf if letter is None else letter.pdf, printer):
            self.model.was_printed(letter, self.leaves.promises())

    def save_copy(self) -> None:
        """Say what will leave; then file the letter and write the very same bytes."""
        made = self.model.made
        if made is not None and self.model.can_leave():
            self.leaving.ask_to_save(
                self.model.today,
                self.leaves.lines(),
                lambda file: self.model.file(lambda letter: self._write(letter, made.pdf, file)),
            )

    def _write(self, letter: FiledLetter | None, pdf: bytes, file: Path) -> None:
        if self.leaving.write(file, pdf if letter is None else letter.pdf):
            self.model.was_saved(letter)
