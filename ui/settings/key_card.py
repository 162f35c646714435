"""How a colleague opens the store: a new code, or their key taken away."""

from __future__ import annotations

from PySide6.QtCore import Signal

from caseload.errors import CaseloadError
from caseload.services.people import TeamMember
from caseload.words import say
from ui.attempt import problems_of
from ui.settings.view_model import NO_KEY, SettingsModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.dialog import Dialog
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text import label


class KeyCard(Card):
    """``show_member(member)``; ``code_made`` carries a code, ``removed`` the sentence about it."""

    code_made = Signal(object)
    removed = Signal(str)
    refused = Signal(object)

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(say("settings_page.key.title"), heading=True)
        self._model = model
        self._member: TeamMember | None = None
        self.words = label("", "body", "muted")
        self.code = Button(say("settings_page.key.code"))
        self.remove = Button(say("settings_page.key.remove"))
        self.code.clicked.connect(self._ask_code)
        self.remove.clicked.connect(self._ask_removal)
        actions = Flow(gap=12)
        actions.addWidget(self.code)
        actions.addWidget(self.remove)
        self.down.addWidget(self.words)
        self.down.addLayout(actions)

    def show_member(self, member: TeamMember) -> None:
        """Show how a colleague opens the store, and what can be done about it."""
        self._member = member
        person = member.person
        mine = person.id == self._model.me.id
        kind = "mine" if mine else self._model.opens_with(person.id)
        self.words.setText(say(f"settings_page.key_words.{kind}", name=person.name))
        self.code.setVisible(not mine)
        self.remove.setVisible(not mine and kind != NO_KEY)

    # ---- a code

    def _ask_code(self) -> None:
        member = self._member
        if member is None:
            return
        if self._model.opens_with(member.person.id) == NO_KEY:
            self._make_code()
            return
        name = member.person.name
        dialog = Dialog(
            self,
            say("settings_page.new_code.title", name=name),
            say("settings_page.new_code.why", name=name),
            width=520,
        )
        dialog.add_close(say("settings_page.new_code.keep"))
        yes = dialog.add_action(say("settings_page.new_code.make"))
        yes.clicked.connect(dialog.close_dialog)
        yes.clicked.connect(self._make_code)
        dialog.open()

    def _make_code(self) -> None:
        if self._member is not None:
            self._model.issue_code(self._member.person.id, self.code_made.emit, self.refused.emit)

    # ---- taking a key away

    def _ask_removal(self) -> None:
        if self._member is not None:
            dialog = RemovalDialog(self, self._model, self._member)
            dialog.removed.connect(self.removed)
            dialog.open()


class RemovalDialog(Dialog):
    """Taking a key away is proved by one's own passphrase; it is plain and never the default."""

    removed = Signal(str)

    def __init__(self, over: KeyCard, model: SettingsModel, member: TeamMember) -> None:
        name = member.person.name
        super().__init__(
            over,
            say("settings_page.removal.title", name=name),
            say("settings_page.removal.why", name=name),
            width=560,
        )
        self._model, self._member = model, member
        self.passphrase = PassphraseInput()
        field = Field(say("settings_page.removal.passphrase"), self.passphrase)
        self.problems = ErrorSummary({"passphrase": field})
        self.down.setSpacing(12)
        if member.count.held:
            held = say("settings_page.removal_holds", count=member.count.held, name=name)
            self.down.addWidget(label(held, "body", "warning", strong=True))
        self.down.addWidget(self.problems)
        self.down.addWidget(field)
        self.yes = self.add_action(say("settings_page.removal.remove", name=name))
        self.yes.clicked.connect(self._remove)
        self.add_close(say("settings_page.removal.keep"))

    def open(self) -> None:
        """The cursor in the box."""
        super().open()
        self.passphrase.setFocus()

    def _remove(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self._refused({"passphrase": say("settings_page.keys.needs_passphrase")})
            return
        self._model.remove_key(self._member.person.id, typed, self._done, self._no)

    def _done(self, sentence: str) -> None:
        self.passphrase.clear()
        self.close_dialog()
        self.removed.emit(sentence)

    def _no(self, why: CaseloadError) -> None:
        self._refused(problems_of(why))

    def _refused(self, problems: dict[str, str]) -> None:
        self.problems.show_problems(problems)
        self.place_card()
