"""A new passphrase by the printed recovery key, or by a code from the team lead."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, Signal

from caseload.words import say
from ui.set_up.new_passphrase import NewPassphrase, Strength
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.choices import Choice
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.gate import Gate, gate_head
from ui.widgets.inputs import TextInput
from ui.widgets.segments import Segments


class ForgottenPage(Gate):
    """``enrol_asked(person, kind, printed, passphrase)``; ``kind`` is "recovery" or "code"."""

    enrol_asked = Signal(object, str, str, str)
    back_asked = Signal()

    def __init__(self, strength: Strength) -> None:
        super().__init__(width=480)
        self.people = Choice()
        self.who = Field(say("unlock.who"), self.people)
        self.kind = Segments(
            say("unlock.forgotten_page.how"),
            [
                ("recovery", say("unlock.forgotten_page.recovery"), ""),
                ("code", say("unlock.forgotten_page.code"), ""),
            ],
        )
        self.kind.set_value("recovery")
        self.printed = TextInput()
        self.printed_field = Field(
            say("unlock.forgotten_page.recovery_words"),
            self.printed,
            hint=say("unlock.forgotten_page.printed_hint"),
        )
        self.new = NewPassphrase(strength)
        self.new.problems.watch("printed", self.printed_field)
        self.set = Button(say("unlock.forgotten_page.set"), kind="primary")
        self.back = Button(say("unlock.forgotten_page.back"), kind="quiet")
        card = Card()
        card.down.setContentsMargins(24, 20, 24, 20)
        card.down.setSpacing(12)
        for part in (
            self.new.problems,
            self.who,
            Field(say("unlock.forgotten_page.how"), self.kind),
            self.printed_field,
            self.new,
        ):
            card.down.addWidget(part)
        actions = Flow(gap=8)
        actions.addWidget(self.set)
        actions.addWidget(self.back)
        card.down.addLayout(actions)
        title, sentence = say("unlock.forgotten_page.title"), say("unlock.forgotten_page.sentence")
        self.down.addWidget(gate_head(title, sentence, "lock"))
        self.down.addWidget(card)
        self.kind.picked.connect(self._picked)
        self.set.clicked.connect(self._ask)
        self.back.clicked.connect(self.back_asked)
        self.setFocusProxy(self.printed)

    def show_people(self, people: Iterable[tuple[Hashable, str]], last: Hashable = None) -> None:
        """Who may be named; one person alone is not asked."""
        listed = list(people)
        self.people.set_options(listed)
        if last is not None:
            self.people.set_value(last)
        self.who.setVisible(len(listed) != 1)

    def show_refusal(self, sentence: str, field: str = "printed") -> None:
        """Why it did not open: ``field`` is printed or passphrase."""
        self.set.setEnabled(True)
        self.new.problems.show_problems({field: sentence})

    def clear(self) -> None:
        """Forget everything typed."""
        self.printed.clear()
        self.new.clear()
        self.set.setEnabled(True)

    def _picked(self, kind: object) -> None:
        words = say(f"unlock.forgotten_page.{kind}_words")
        self.printed_field.set_words(words)
        self.printed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        printed = self.printed.text().strip()
        if not printed:
            missing = say("unlock.forgotten_page.missing_code")
            self.new.problems.show_problems({"printed": missing})
            return
        passphrase = self.new.taken()
        if passphrase:
            self.set.setEnabled(False)
            kind = str(self.kind.value())
            self.enrol_asked.emit(self.people.value(), kind, printed, passphrase)
