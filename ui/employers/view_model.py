"""What the employers' page shows and does: the list, the card, this week's six, and saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from caseload.employers import WEEKLY_VISITS, Employer, EmployerContact
from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.services.all_services import Services
from caseload.services.caseload_list import CaseloadRow
from caseload.services.employers import EmployerCard, EmployerRow, LoggedContact, VisitsThisWeek
from caseload.services.may_be_said import MayBeSaid, Nameable
from caseload.values.names import fold
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.form_drafts import FormDrafts
from ui.privacy import names

Refused = Callable[[CaseloadError], None]


class EmployersModel(QObject):
    """``listed`` tells that list or week changed, ``chosen`` that the card did."""

    listed = Signal()
    chosen = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.drafts = FormDrafts(services, background, self.refused.emit)
        self.rows: list[EmployerRow] = []
        self.week: VisitsThisWeek | None = None
        self._without: list[CaseloadRow] = []
        self.filter_text = ""
        self.employer_id: RecordId = ""
        self.card: EmployerCard | None = None
        self._before_filter: RecordId = ""
        self._people: list[Nameable] = []
        names().changed.connect(self._names_changed)

    # ---- reading

    def load(self) -> None:
        """Read everything again; what is chosen and filtered stays."""
        service = self.services.employers
        self.rows = service.listing(self.filter_text)
        self._people = service.nameable()
        self.week = service.week()
        self._without = service.without_visit()
        self.listed.emit()
        self.choose(self.employer_id)

    def set_filter(self, text: str) -> None:
        """Show employers whose name fits; an emptied filter goes back to the one before."""
        if text and not self.filter_text:
            self._before_filter = self.employer_id
        back = self._before_filter if self.filter_text and not text else ""
        self.filter_text = text
        self.rows = self.services.employers.listing(text)
        shown = [row.employer.id for row in self.rows]
        wanted = back or self.employer_id
        if shown and wanted not in shown:
            wanted = shown[0]
        changed = wanted != self.employer_id
        self.employer_id = wanted
        self.listed.emit()
        if changed:
            self.choose(wanted)

    def choose(self, employer_id: RecordId) -> None:
        """Show an employer's card; "" shows none."""
        self.employer_id = employer_id
        self.card = None
        if employer_id:
            try:
                self.card = self.services.employers.card(employer_id)
            except CaseloadError as why:
                self.employer_id = ""
                self.refused.emit(why.sentence)
        self.chosen.emit()

    def _names_changed(self, _hidden: bool) -> None:
        self.listed.emit()
        self.chosen.emit()

    @property
    def without(self) -> list[str]:
        """Clients for whom no employer has been met yet, the oldest clock first."""
        return [self.name(row.name, row.client_id) for row in self._without]

    @property
    def me(self) -> str:
        """The name of the person who is unlocked."""
        return self.services.people.me.name

    @property
    def me_id(self) -> RecordId:
        """Who is unlocked."""
        return self.services.people.me.id

    @property
    def today(self) -> date:
        """The day at this computer."""
        return self.services.today.day()

    def may_write(self) -> bool:
        """Whether this person keeps employers and the log."""
        return self.services.people.may_save(Action.WRITE_EMPLOYERS)

    def holds_clients(self) -> bool:
        """Whether this person has clients of their own to speak about."""
        return bool(self._people)

    # ---- who clients are, unless names are hidden

    def name(self, name: str, client_id: RecordId) -> str:
        """A client's name."""
        return names().client(name, client_id)

    def text(self, words: str) -> str:
        """Words that may name a client on this person's caseload."""
        return names().text(words, [(one.client_name, one.client_id) for one in self._people])

    def names_in(self, line: LoggedContact) -> list[str]:
        """The clients whom a contact was for, those of colleagues left out."""
        if not names().hidden:
            return list(line.client_names)
        ids = {one.client_name: one.client_id for one in self._people}
        return [self.name(name, ids.get(name, name)) for name in line.client_names]

    # ---- what may be said

    def others(self) -> list[Nameable]:
        """Clients of the caseload whom the card says nothing about yet."""
        known = {one.client_id for one in self.card.may_be_said} if self.card else set()
        return [one for one in self._people if one.client_id not in known]

    def may_be_said(self, client_id: RecordId) -> MayBeSaid:
        """What may be said about one client."""
        return self.services.employers.may_be_said(client_id)

    def to_name(self) -> tuple[list[Nameable], list[Nameable]]:
        """The caseload in two parts: who may be named in a contact, and who may not."""
        agreed = [one for one in self._people if one.may_name]
        return agreed, [one for one in self._people if not one.may_name]

    # ---- employers by name

    def of_name(self, name: str) -> Employer | None:
        """The employer with exactly this name, whatever its capitals and accents."""
        wanted = fold(name).strip()
        rows = self.services.employers.listing(name) if wanted else []
        return next((r.employer for r in rows if r.employer.name_fold == wanted), None)

    def offered(self, typed: str, *, most: int = 4) -> list[Employer]:
        """Employers to offer for what is typed: those it is a part of, then look-alikes."""
        if not typed.strip():
            return []
        found = [row.employer for row in self.services.employers.listing(typed)]
        found += [e for e in self.services.employers.look_alikes(typed) if e not in found]
        return found[:most]

    def look_alikes(self, name: str) -> list[Employer]:
        """Employers whose name is so like this one that it may be the same."""
        return self.services.employers.look_alikes(name)

    # ---- saving

    def record(
        self, employer: Employer, contact: EmployerContact, done: Callable[[], None], no: Refused
    ) -> None:
        """Log a contact, or put one right; an employer without a version is added first."""
        service = self.services.employers

        def verb() -> EmployerContact:
            known = employer if employer.version else service.save(employer=employer, origin=self)
            kept = replace(contact, employer_id=known.id)
            if contact.version:
                return service.correct_contact(contact=kept, origin=self)
            return service.record_contact(contact=kept, origin=self)

        def saved(kept: EmployerContact) -> None:
            self.employer_id = kept.employer_id
            self.load()
            done()
            self._tell_saved(employer.name, corrected=bool(contact.version))

        attempt(self._background, verb, saved, no)

    def _tell_saved(self, name: str, *, corrected: bool) -> None:
        if corrected or self.week is None:
            self.said.emit(say("employers_page.form.corrected", name=name))
            return
        done = self.week.visits
        self.said.emit(
            say("employers_page.form.recorded", name=name, done=done, goal=WEEKLY_VISITS)
        )

    def save(self, employer: Employer, done: Callable[[], None], no: Refused) -> None:
        """Add or change an employer."""

        def saved(kept: Employer) -> None:
            self.employer_id = kept.id
            self.load()
            done()
            self.said.emit(say("employers_page.employer.saved", name=kept.name))

        attempt(
            self._background,
            lambda: self.services.employers.save(employer=employer, origin=self),
            saved,
            no,
        )
