"""Locked: who you are, one passphrase, and what to do when it does not open."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from caseload.words import say
from ui.speak import speak
from ui.theme import look
from ui.widgets.buttons import Button, link
from ui.widgets.cards import Card
from ui.widgets.choices import Choice
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.gate import Gate, gate_head
from ui.widgets.marks import Mark
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text import label


class UnlockPage(Gate):
    """``show_locked(team, note)``, ``show_people([(id, name), ...])``, then ``unlock_asked``, which
    carries who and the passphrase.

    ``show_refusal`` says why it did not open, ``show_wait`` counts down to the next try,
    ``show_busy`` while the key is worked out. The passphrase box is emptied on every answer.
    """

    unlock_asked = Signal(object, str)
    forgotten_asked = Signal()
    other_store_asked = Signal()
    keyring_asked = Signal(object)
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__(foot=say("unlock.foot"))
        self._head = QVBoxLayout()
        self.down.addLayout(self._head)
        card = Card()
        card.down.setContentsMargins(24, 20, 24, 20)
        card.down.setSpacing(12)
        self.people = Choice()
        self.who = Field(say("unlock.who"), self.people)
        self.passphrase = PassphraseInput()
        self.field = Field(
            say("unlock.passphrase"), self.passphrase, hint=say("unlock.passphrase_hint")
        )
        self.caps = Mark("warning", say("unlock.caps_lock"))
        self.caps.hide()
        self.wait = label("", "table", "muted")
        self.wait.hide()
        self.unlock = Button(say("unlock.unlock"), kind="primary", key="Enter")
        self.keyring = Button(say("unlock.keyring"))
        self.keyring.hide()
        self.forgotten = link(say("unlock.forgotten"))
        self.other_store = link(say("unlock.other_store"))
        self.restore = link(say("unlock.restore"))
        self.restore.hide()
        for part in (self.who, self.field, self.caps, self.wait, self.unlock, self.keyring):
            card.down.addWidget(part)
        card.down.addLayout(self._links())
        self.down.addWidget(card)
        self.down.addLayout(self._note())
        self._count = QTimer(self)
        self._count.setTimerType(Qt.TimerType.PreciseTimer)  # never a moment too soon
        self._count.setInterval(1000)
        self._count.timeout.connect(self._tick)
        self._left = 0
        self.passphrase.caps_lock.connect(self._caps)
        self.passphrase.returnPressed.connect(self._ask)
        self.unlock.clicked.connect(self._ask)
        self.forgotten.clicked.connect(self.forgotten_asked)
        self.other_store.clicked.connect(self.other_store_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.keyring.clicked.connect(lambda: self.keyring_asked.emit(self.people.value()))
        self.setFocusProxy(self.passphrase)

    def _links(self) -> QHBoxLayout | Flow:
        row = Flow(gap=16)
        row.addWidget(self.forgotten)
        row.addWidget(self.other_store)
        row.addWidget(self.restore)
        return row

    def _note(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        self._note_icon = QLabel()
        self._note_icon.hide()
        self.note = label("", "table", "muted")
        across.addWidget(self._note_icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.note, 1)
        return across

    def show_locked(self, team: str, note: str, *, title: str = "") -> None:
        """The team's name, and why it is locked ("Locked at 2:36pm after 5 minutes ...")."""
        while self._head.count():
            item = self._head.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._head.addWidget(gate_head(title or say("unlock.locked"), team, "lock"))
        self.note.setText(note)
        if note:
            self._note_icon.setPixmap(look().pixmap("circle-check", "muted", 18, self))
        self._note_icon.setVisible(bool(note))

    def expect_several(self, several: bool) -> None:
        """Whether there will be a choice of people, before their names are known."""
        self.who.setVisible(several)

    def show_people(self, people: Iterable[tuple[Hashable, str]], last: Hashable = None) -> None:
        """Who may unlock; ``last`` is chosen. One person alone is not asked who they are."""
        listed = list(people)
        self.people.set_options(listed)
        if last is not None:
            self.people.set_value(last)
        self.who.setVisible(len(listed) != 1)

    def show_refusal(self, sentence: str) -> None:
        """Why it did not open; the cursor is back in the box."""
        self.show_busy(False)
        self.field.set_problem(sentence)
        self.passphrase.clear()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        speak(sentence, self, at_once=True)

    def show_wait(self, seconds: int) -> None:
        """Nothing can be tried for so many seconds; the page counts them down."""
        self._left = seconds
        self._show_left()
        if seconds > 0:
            self._count.start()

    def show_busy(self, busy: bool) -> None:
        """While the key is worked out."""
        self.unlock.set_words(say("unlock.opening" if busy else "unlock.unlock"))
        self.unlock.setEnabled(not busy and self._left <= 0)

    def clear(self) -> None:
        """Forget what was typed and said."""
        self.passphrase.clear()
        self.passphrase.show_words(False)
        self.field.set_problem("")
        self.caps.hide()

    def offer_keyring(self, offered: bool) -> None:
        """Whether this computer's keyring can unlock (a store of one person alone)."""
        self.keyring.setVisible(offered)

    def offer_restore(self, offered: bool) -> None:
        """Whether to restore a backup, when it is the store that does not open."""
        self.restore.setVisible(offered)

    def _ask(self) -> None:
        if self._left > 0 or not self.unlock.isEnabled():
            return
        typed = self.passphrase.text()
        if not typed:
            self.show_refusal(say("unlock.missing_passphrase"))
            return
        self.field.set_problem("")
        self.show_busy(True)
        self.unlock_asked.emit(self.people.value(), typed)

    def _caps(self, on: bool) -> None:
        if on and self.caps.isHidden():
            speak(say("unlock.caps_lock"), self)
        self.caps.setVisible(on)

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._count.stop()
        self._show_left()

    def _show_left(self) -> None:
        waiting = self._left > 0
        self.wait.setText(say("unlock.wait", count=self._left) if waiting else "")
        self.wait.setVisible(waiting)
        self.unlock.setEnabled(not waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the box, and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)
