"""An enrolment code: shown once, printed from memory, forgotten when the card is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from caseload.values.dates import long_date
from caseload.words import say
from ui.printing import ask_and_print
from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, empty_layout
from ui.widgets.filling import show_filled
from ui.widgets.flow import Flow
from ui.widgets.mark_line import MarkLine
from ui.widgets.text import label

if TYPE_CHECKING:
    from caseload.app import EnrolmentCode


class CodeCard(Card):
    """``show_codes([code])``; ``finished`` when the person has them. ``print_pdf`` is replaced in
    tests.
    """

    finished = Signal()

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(" ", heading=True)
        self._model = model
        self._codes: list[EnrolmentCode] = []
        self.print_pdf: Callable[[bytes, str], bool] = lambda data, title: ask_and_print(
            self, data, title
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.down.addLayout(self._lines)
        self.done = Button(say("settings_page.code.done"), kind="primary")
        self.print = Button(say("settings_page.code.print"), icon="printer")
        self.done.clicked.connect(self._finish)
        self.print.clicked.connect(self._print)
        actions = Flow(gap=12)
        actions.addWidget(self.print)
        actions.addWidget(self.done)
        self.down.addSpacing(6)
        self.down.addLayout(actions)

    def show_codes(self, codes: Sequence[EnrolmentCode]) -> None:
        """Show codes once, each under the name it is for."""
        self._codes = list(codes)
        names = ", ".join(code.name for code in codes)
        self.set_title(say("settings_page.code.title", names=names))
        empty_layout(self._lines)
        for code in codes:
            self._show(code)
        for words in ("once", "copy", "both"):
            self._lines.addWidget(MarkLine("info", say(f"settings_page.code.{words}")))
        show_filled(self._lines)
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, code: EnrolmentCode) -> None:
        day = long_date(self._model.local(code.expires).date())
        self._lines.addWidget(
            label(say("settings_page.code.for", name=code.name, day=day), "body", "muted")
        )
        shown = label(code.code.text.replace("-", " "), "title")
        shown.setAccessibleName(say("settings_page.code.spoken", name=code.name))
        shown.setAccessibleDescription(code.code.text)
        self._lines.addWidget(shown)

    def words(self) -> list[str]:
        """The codes on screen."""
        return [code.code.text for code in self._codes]

    def forget(self) -> None:
        """Take the codes off the screen for good."""
        self._codes = []
        empty_layout(self._lines)

    def _finish(self) -> None:
        self.forget()
        self.finished.emit()

    def _print(self) -> None:
        from caseload.app import enrolment_code_pdf

        service = self._model.service
        for code in self._codes:
            data = enrolment_code_pdf(service.name, code.name, code, made_up=service.made_up)
            self.print_pdf(data, say("settings_page.code.print_title"))
