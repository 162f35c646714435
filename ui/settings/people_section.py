"""People and caps: who opens the store, what they may do, and how many clients they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.errors import CaseloadError
from caseload.people.person import Role
from caseload.people.roles import Action
from caseload.services.people import TeamMember
from caseload.words import say
from ui.settings.add_person_form import AddPersonForm
from ui.settings.cap_wanted import hours_of
from ui.settings.code_card import CodeCard
from ui.settings.key_card import KeyCard
from ui.settings.person_form import PersonForm
from ui.settings.section import Section
from ui.settings.view_model import CODE, PASSPHRASE, SettingsModel
from ui.widgets.at_widest import at_widest
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.mark_line import MarkLine
from ui.widgets.one_of import OneOf
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import label

if TYPE_CHECKING:
    from caseload.app import EnrolmentCode

KEY_KINDS = {PASSPHRASE: "positive", CODE: "info"}


class PeopleSection(Section):
    """The team, and beneath it whoever is chosen; or a colleague to add, or a code to hand over."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model, say("settings_page.people.title"), say("settings_page.people.sentence")
        )
        self._chosen = ""
        self.add = Button(say("settings_page.people.add"), icon="plus")
        self.add.clicked.connect(self._begin_adding)
        self.head.add_action(self.add)
        self.problems = ErrorSummary()
        self.told = MarkLine("positive", "")
        self.table = self._made_table()
        self.form = PersonForm(model)
        self.key = KeyCard(model)
        self.adding = AddPersonForm(model)
        self.code = CodeCard(model)
        self.read_only = label(say("settings_page.people.read_only"), "body", "muted")
        self._views = OneOf()
        self._team = self._made_team()
        adding = QWidget()
        inside = QVBoxLayout(adding)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(at_widest(self.adding))
        self._adding = adding
        for view in (self._team, adding, self.code):
            self._views.add(view)
        for part in (self.problems, self.told, self._views):
            self.down.addWidget(part)
        self.down.addStretch(1)
        self.told.hide()
        self._connect()

    def _made_table(self) -> RecordTable:
        return RecordTable(
            say("settings_page.people.table"),
            [
                Column(say("settings_page.people.name"), 190, "name", stretch=True),
                Column(say("settings_page.people.role"), 120),
                Column(say("settings_page.people.hours"), 90),
                Column(say("settings_page.people.clients"), 120, "action"),
                Column(say("settings_page.people.opens"), 190, "mark"),
            ],
            first_pad=20,
        )

    def _made_team(self) -> QWidget:
        team = QWidget()
        down = QVBoxLayout(team)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(16)
        holder = Card()
        holder.down.setContentsMargins(1, 1, 1, 1)
        holder.down.addWidget(self.table)
        down.addWidget(holder)
        down.addLayout(at_widest(self.form))
        down.addWidget(self.key)
        down.addWidget(self.read_only)
        return team

    def _connect(self) -> None:
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(lambda _id: self.form.focus_first())
        self.adding.added.connect(self._show_code)
        self.adding.left.connect(self._back)
        self.code.finished.connect(self._back)
        self.key.code_made.connect(self._show_code)
        self.key.removed.connect(self._removed)
        self.key.refused.connect(self._refuse)

    # ---- showing

    def begin(self) -> None:
        """Start at oneself."""
        self._refuse(None)
        self.told.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the team again; who is chosen stays."""
        team = self.model.team
        words = say("settings_page.people.sentence")
        self.head.set_words(
            say("settings_page.people.title"),
            f"{say('settings_page.people_count', count=len(team))} {words}",
        )
        may = self.model.may(Action.MANAGE_PEOPLE)
        self.add.setVisible(may and self._views.in_sight() is self._team)
        blocked = self.table.blockSignals(True)
        self.table.show_rows([self._row(member) for member in team])
        chosen = self._chosen if self.model.member(self._chosen) else self.model.me.id
        self.table.set_current(chosen)
        self.table.blockSignals(blocked)
        self._show(chosen)
        self.read_only.setVisible(not may)

    def _row(self, member: TeamMember) -> Row:
        person, count = member.person, member.count
        holds = person.role is Role.SPECIALIST or count.held > 0
        clients = say("settings_page.people.held", held=count.held, cap=count.cap) if holds else "–"
        spoken = (
            say("settings_page.people.holds", held=count.held, cap=count.cap)
            if holds
            else say("settings_page.people.holds_none")
        )
        kind = self.model.opens_with(person.id)
        share = member.cap.share if member.cap is not None else 0
        full = share == 100
        return Row(
            person.id,
            (
                Cell(person.name),
                Cell(say(f"settings_page.role.{person.role}")),
                Cell(say("settings_page.people.full_time") if full else hours_of(share)),
                Cell(clients, full=spoken),
                Cell(say(f"settings_page.opens.{kind}"), kind=KEY_KINDS.get(kind, "neutral")),
            ),
        )

    def _choose(self, person_id: object) -> None:
        if isinstance(person_id, str) and person_id and person_id != self._chosen:
            self.form.settle()
            self.told.hide()
            self._refuse(None)
            self._show(person_id)

    def _show(self, person_id: str) -> None:
        member = self.model.member(person_id)
        self._chosen = person_id
        may = self.model.may(Action.MANAGE_PEOPLE) and member is not None
        self.form.setVisible(may)
        self.key.setVisible(may)
        if member is not None and may:
            self.form.show_member(member)
            self.key.show_member(member)

    def _refuse(self, why: CaseloadError | None) -> None:
        if why is None:
            self.problems.clear()
        else:
            self.problems.show_sentence(why.sentence)
            self.to_top()

    # ---- adding, codes and keys

    def _begin_adding(self) -> None:
        self._refuse(None)
        self.told.hide()
        self.adding.begin_adding()
        self._views.show_one(self._adding)
        self.add.hide()
        self.adding.focus_first()

    def _show_code(self, code: EnrolmentCode) -> None:
        self._chosen = code.person_id
        self._views.show_one(self.code)
        self.add.hide()
        self.to_top()
        self.code.show_codes([code])

    def _removed(self, sentence: str) -> None:
        self.told.set_line("positive", sentence)
        self.told.show()
        self.to_top()
        self.focus(self.table)

    def _back(self) -> None:
        self._views.show_one(self._team)
        self.refresh()
        self.focus(self.table)

    def leave(self) -> None:
        """A code on screen is forgotten; what is half typed is kept."""
        for form in (self.form, self.adding):
            form.settle()
        if self._views.in_sight() is self.code:
            self.code.forget()
            self._views.show_one(self._team)

    # ---- saving

    def saves(self) -> bool:
        """A form is in sight."""
        return self.form.isVisible() or self.adding.isVisible()

    def save(self) -> None:
        """Save whichever form is in sight."""
        (self.adding if self.adding.isVisible() else self.form).submit()
