"""Restoring a backup: which file, who you are, and the passphrase or the recovery key."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, Signal

from caseload.words import say
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.choices import Choice
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.gate import Gate, gate_head
from ui.widgets.inputs import TextInput
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.segments import Segments


class RestorePage(Gate):
    """``file_asked``, then ``show_file(name)`` and ``show_people``; then ``restore_asked``.

    ``restore_asked(person, kind, secret)``: ``kind`` is "passphrase" or "recovery".
    """

    file_asked = Signal()
    restore_asked = Signal(object, str, str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(width=480)
        self.file = TextInput(placeholder=say("set_up.restore_page.none_chosen"))
        self.file.setReadOnly(True)
        self.choose = Button(say("set_up.restore_page.choose_file"), icon="hard-drive")
        self.people = Choice()
        self.kind = Segments(
            say("set_up.restore_page.how"),
            [
                ("passphrase", say("set_up.restore_page.passphrase"), ""),
                ("recovery", say("set_up.restore_page.recovery"), ""),
            ],
        )
        self.kind.set_value("passphrase")
        self.secret = PassphraseInput()
        self.file_field = Field(say("set_up.restore_page.file"), self.file)
        self.who = Field(say("set_up.restore_page.who"), self.people)
        self.secret_field = Field(say("set_up.restore_page.passphrase"), self.secret)
        self.problems = ErrorSummary({"file": self.file_field, "secret": self.secret_field})
        self.restore = Button(say("set_up.restore_page.restore"), kind="primary")
        self.back = Button(say("set_up.step.back"), kind="quiet")
        card = Card()
        card.down.setSpacing(12)
        how = Field(say("set_up.restore_page.how"), self.kind)
        for part in (
            self.problems,
            self.file_field,
            self.choose,
            self.who,
            how,
            self.secret_field,
        ):
            place = Qt.AlignmentFlag.AlignLeft if part is self.choose else Qt.AlignmentFlag(0)
            card.down.addWidget(part, 0, place)
        actions = Flow(gap=12)
        actions.addWidget(self.restore)
        actions.addWidget(self.back)
        card.down.addLayout(actions)
        title = say("set_up.restore_page.title")
        self.down.addWidget(gate_head(title, say("set_up.restore_page.sentence"), "hard-drive"))
        self.down.addWidget(card)
        self.who.hide()
        self.choose.clicked.connect(self.file_asked)
        self.restore.clicked.connect(self._ask)
        self.back.clicked.connect(self.back_asked)
        self.kind.picked.connect(self._picked)
        self.setFocusProxy(self.choose)

    def show_file(self, file: str) -> None:
        """The backup chosen."""
        self.file.setText(file)

    def show_people(self, people: Iterable[tuple[Hashable, str]]) -> None:
        """Who may open it; one person alone is not asked."""
        listed = list(people)
        self.people.set_options(listed)
        self._several = len(listed) > 1
        self.who.setVisible(self._several and self.kind.value() == "passphrase")

    def show_refusal(self, sentence: str, field: str = "secret") -> None:
        """Why it was not restored: ``field`` is secret or file."""
        self.restore.setEnabled(True)
        self.problems.show_problems({field: sentence})

    def clear(self) -> None:
        """Forget what was typed."""
        self.secret.clear()
        self.secret.show_words(False)
        self.problems.clear()
        self.restore.setEnabled(True)

    def _picked(self, kind: object) -> None:
        self.secret_field.set_words(say(f"set_up.restore_page.{kind}"))
        several = getattr(self, "_several", False)
        self.who.setVisible(several and kind == "passphrase")

    def _ask(self) -> None:
        problems = {}
        if not self.file.text():
            problems["file"] = say("set_up.restore_page.missing_file")
        if not self.secret.text().strip():
            problems["secret"] = say("set_up.restore_page.missing_secret")
        self.problems.show_problems(problems)
        if not problems:
            self.restore.setEnabled(False)
            kind = str(self.kind.value())
            self.restore_asked.emit(self.people.value(), kind, self.secret.text())
