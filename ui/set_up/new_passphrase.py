"""Choosing a passphrase: twice, with a hint in words on how strong it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.words import say
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text import label

Strength = Callable[[str], str]


class NewPassphrase(QWidget):
    """Two boxes; ``strength(text)`` answers with the hint shown under the first.

    ``taken()`` is the passphrase when both agree, else "" with the problem shown.
    """

    def __init__(self, strength: Strength) -> None:
        super().__init__()
        self._strength = strength
        self.first = PassphraseInput()
        self.again = PassphraseInput()
        self.field = Field(say("set_up.passphrase.new"), self.first)
        self.again_field = Field(say("set_up.passphrase.again"), self.again)
        self.hint = label("", "table", "info")
        self.problems = ErrorSummary({"passphrase": self.field, "again": self.again_field})
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        for part in (self.problems, self.field, self.hint, self.again_field):
            down.addWidget(part)
        self.first.textChanged.connect(self._rate)
        self.setFocusProxy(self.first)

    def _rate(self, typed: str) -> None:
        words = self._strength(typed) if typed else ""
        self.hint.setText(words)
        self.field.input.setAccessibleDescription(words)

    def taken(self) -> str:
        """The passphrase, when there is one and both boxes agree."""
        self.problems.clear()
        if not self.first.text():
            self.problems.show_problems({"passphrase": say("set_up.passphrase.missing")})
        elif self.first.text() != self.again.text():
            self.problems.show_problems({"again": say("set_up.passphrase.differs")})
        else:
            return self.first.text()
        return ""

    def show_problem(self, sentence: str) -> None:
        """What whoever keeps the keys says of it."""
        self.problems.show_problems({"passphrase": sentence})

    def clear(self) -> None:
        """Forget both."""
        for box in (self.first, self.again):
            box.clear()
            box.show_words(False)
        self.problems.clear()

    def focus(self) -> None:
        """The cursor in the first box."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
