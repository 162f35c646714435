"""The recovery key: shown once, printed, and typed back from the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseload.words import say
from ui.widgets.buttons import Button, link
from ui.widgets.cards import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.gate import Gate, gate_head
from ui.widgets.inputs import TextInput
from ui.widgets.text import label

Check = Callable[[str], str]


class RecoveryKeyPage(Gate):
    """``show_key("ABCDE-...", check)``; ``print_asked`` sends it to the printer from memory.

    ``check(typed)`` answers "" when the paper is right, else what is wrong with it, in a sentence.
    ``finished`` comes only after it was typed back; the key is forgotten then.
    """

    print_asked = Signal(str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__(width=560)
        self._key = ""
        self._check: Check = lambda _typed: ""
        self._steps = QStackedWidget()
        self.down.addWidget(self._steps)
        self._steps.addWidget(self._shown_step())
        self._steps.addWidget(self._typed_step())
        self.setFocusProxy(self.print)

    def _shown_step(self) -> QWidget:
        self.key = label("", "heading")
        self.key.setAccessibleName(say("set_up.recovery.key"))
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.key.setProperty("ring", True)
        self.print = Button(say("set_up.recovery.print"), kind="primary", icon="printer")
        self.written = Button(say("set_up.recovery.copy_by_hand"))
        self.print.clicked.connect(self._print)
        self.written.clicked.connect(self._type_back)
        card = Card(say("set_up.recovery.key"))
        card.down.addWidget(self.key)
        head = gate_head(say("set_up.recovery.title"), say("set_up.recovery.sentence"))
        return _step(head, card, self.print, self.written)

    def _typed_step(self) -> QWidget:
        self.typed = TextInput()
        self.field = Field(
            say("set_up.recovery.typed"), self.typed, hint=say("set_up.recovery.typed_hint")
        )
        self.problems = ErrorSummary({"typed": self.field})
        self.finish = Button(say("set_up.recovery.finish"), kind="primary", key="Enter")
        self.again = link(say("set_up.recovery.show_again"))
        self.typed.returnPressed.connect(self._finish)
        self.finish.clicked.connect(self._finish)
        self.again.clicked.connect(lambda: self._steps.setCurrentIndex(0))
        card = Card()
        card.down.addWidget(self.problems)
        card.down.addWidget(self.field)
        head = gate_head(say("set_up.recovery.type_title"), say("set_up.recovery.type_sentence"))
        return _step(head, card, self.finish, self.again)

    def show_key(self, key: str, check: Check | None = None) -> None:
        """Show a new key; without ``check`` the typed one must have the same letters."""
        self._key = key
        self._check = check or self._same
        self.key.setText(key)
        self.typed.clear()
        self.problems.clear()
        self._steps.setCurrentIndex(0)

    def show_busy(self, words: str) -> None:
        """While the store is made or opened, what the button says instead."""
        self.finish.set_words(words or say("set_up.recovery.finish"))
        for button in (self.finish, self.again):
            button.setEnabled(not words)

    def _same(self, typed: str) -> str:
        return "" if _plain(typed) == _plain(self._key) else say("set_up.recovery.differs")

    def _print(self) -> None:
        self.print_asked.emit(self._key)
        self._type_back()

    def _type_back(self) -> None:
        self._steps.setCurrentIndex(1)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        typed = self.typed.text().strip()
        problem = self._check(typed) if typed else say("set_up.recovery.missing")
        if problem:
            self.problems.show_problems({"typed": problem})
            return
        self._key = ""
        self.key.clear()
        self.typed.clear()
        self.finished.emit()


def _plain(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())


def _step(head: QWidget, card: Card, first: Button, second: Button) -> QWidget:
    made = QWidget()
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(12)
    down.addWidget(head)
    down.addWidget(card)
    actions = Flow(gap=12)
    actions.addWidget(first)
    actions.addWidget(second)
    down.addLayout(actions)
    down.addStretch()
    return made
