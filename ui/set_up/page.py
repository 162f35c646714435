"""Setting up: the team and you, then the passphrase; the application makes the store."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseload.words import say
from ui.set_up.details import Details, DetailsStep
from ui.set_up.new_passphrase import NewPassphrase, Strength
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.flow import Flow
from ui.widgets.gate import Gate, gate_head
from ui.widgets.text import label

_STEPS = 3  # the third is the recovery key, a page of its own


class SetUpPage(Gate):
    """``create_asked(Details, passphrase)``; afterwards show a ``RecoveryKeyPage``.

    ``strength`` is the hint on a passphrase in words. ``show_refusal`` says what stood in the way;
    nothing typed is lost.
    """

    create_asked = Signal(object, str)
    folder_asked = Signal()
    back_asked = Signal()

    def __init__(self, strength: Strength) -> None:
        super().__init__(width=520)
        self._given: Details | None = None
        self._steps = QStackedWidget()
        self.details = DetailsStep()
        self.passphrase = NewPassphrase(strength)
        self.next = Button(say("set_up.step.next"), kind="primary")
        self.back = Button(say("set_up.step.back"), kind="quiet")
        self.make = Button(say("set_up.passphrase.create"), kind="primary")
        self.back_to_details = Button(say("set_up.step.back"), kind="quiet")
        self._steps.addWidget(self._step(1, "details", self.details, self.next, self.back))
        self._steps.addWidget(
            self._step(2, "passphrase", self.passphrase, self.make, self.back_to_details)
        )
        self.down.addWidget(self._steps)
        self.details.folder_asked.connect(self.folder_asked)
        self.next.clicked.connect(self._next)
        self.back.clicked.connect(self.back_asked)
        self.back_to_details.clicked.connect(lambda: self._show(0))
        self.make.clicked.connect(self._create)
        self.setFocusProxy(self.details.team)

    def _step(
        self, number: int, name: str, body: QWidget, forward: Button, back: Button
    ) -> QWidget:
        made = QWidget()
        down = QVBoxLayout(made)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        words = say("set_up.step.of", number=number, count=_STEPS)
        down.addWidget(label(words, "table", "muted"))
        down.addWidget(gate_head(say(f"set_up.{name}.title"), say(f"set_up.{name}.sentence")))
        card = Card()
        card.down.addWidget(body)
        down.addWidget(card)
        actions = Flow(gap=12)
        actions.addWidget(forward)
        actions.addWidget(back)
        down.addLayout(actions)
        down.addStretch()
        return made

    def show_folder(self, folder: str) -> None:
        """The folder the store will be kept in."""
        self.details.show_folder(folder)

    def show_refusal(self, sentence: str, field: str = "passphrase") -> None:
        """What stood in the way of making the store: ``field`` is passphrase or folder."""
        self.show_busy(False)
        if field == "folder":
            self._show(0)
            self.details.problems.show_problems({"folder": sentence})
        else:
            self.passphrase.show_problem(sentence)

    def show_busy(self, busy: bool) -> None:
        """While the store is made."""
        words = "set_up.passphrase.creating" if busy else "set_up.passphrase.create"
        self.make.set_words(say(words))
        self.make.setEnabled(not busy)

    def clear(self) -> None:
        """Forget the passphrase, when the store is made."""
        self.passphrase.clear()
        self.show_busy(False)
        self._steps.setCurrentIndex(0)

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        first = self.details.team if step == 0 else self.passphrase.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        self._given = self.details.taken()
        if self._given is not None:
            self._show(1)

    def _create(self) -> None:
        passphrase = self.passphrase.taken()
        if passphrase and self._given is not None:
            self.show_busy(True)
            self.create_asked.emit(self._given, passphrase)
