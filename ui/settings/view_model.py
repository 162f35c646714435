"""What the settings page reads and does: the team, keys, the service, backups and rates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from caseload.errors import CaseloadError, FieldsRefused
from caseload.people.person import Person, Role, Service
from caseload.people.roles import Action
from caseload.services.people import TeamMember
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.form_drafts import FormDrafts
from ui.privacy import names
from ui.settings.cap_wanted import CapWanted

if TYPE_CHECKING:
    from caseload.app import EnrolmentCode, LastBackups, Session

T = TypeVar("T")

Refused = Callable[[CaseloadError], None]

PASSPHRASE, CODE, NO_KEY = "passphrase", "enrolment", "none"
"""How a person opens the store: with a passphrase, with a code not used yet, or not at all."""


class SettingsModel(QObject):
    """``shown`` tells that anything was read anew; ``working`` that keys are being changed."""

    shown = Signal()
    said = Signal(str)
    refused = Signal(str)
    working = Signal(bool)
    service_changed = Signal(object)

    def __init__(self, session: Session, background: Runner) -> None:
        super().__init__()
        self.session = session
        self._background = background
        self.drafts = FormDrafts(session.services, background, self.refused.emit)
        self.team: list[TeamMember] = []
        self.opens: dict[RecordId, str] = {}
        names().changed.connect(lambda _hidden: self.shown.emit())

    # ---- reading

    def load(self) -> None:
        """Read the team and the keys again."""
        self.team = self.session.services.people.team()
        self.opens = self._read_keys()
        self.shown.emit()

    def _read_keys(self) -> dict[RecordId, str]:
        from caseload.app import store_people

        try:
            people = store_people(self.session.folder).people
        except CaseloadError as why:
            self.refused.emit(why.sentence)
            return {}
        return {p.person_id: CODE if CODE in map(str, p.kinds) else PASSPHRASE for p in people}

    def opens_with(self, person_id: RecordId) -> str:
        """How a person opens the store."""
        return self.opens.get(person_id, NO_KEY)

    def member(self, person_id: RecordId) -> TeamMember | None:
        """A colleague with count and cap."""
        return next((one for one in self.team if one.person.id == person_id), None)

    @property
    def me(self) -> Person:
        """Who is unlocked."""
        return self.session.person

    @property
    def service(self) -> Service:
        """The service as it stands."""
        return self.session.service

    @property
    def today(self) -> date:
        """The day at this computer."""
        return self.session.desk.today()

    def may(self, action: Action) -> bool:
        """Whether this person may do this, and it can be saved."""
        return self.session.services.people.may_save(action)

    def without_names(self, sentence: str, person_id: RecordId) -> str:
        """A refusal about a colleague's caseload, without names while they are hidden."""
        if not names().hidden:
            return sentence
        rows = self.session.services.caseload_list.page(person_id).rows
        return names().text(sentence, [(row.name, row.client_id) for row in rows])

    # ---- people

    def add(
        self,
        *,
        name: str,
        role: Role,
        share: int,
        telephone: str,
        done: Callable[[EnrolmentCode], None],
        no: Refused,
    ) -> None:
        """Add a colleague and make the code with which they choose a passphrase."""

        def verb() -> EnrolmentCode:
            person = self.session.services.people.add_person(
                name=name, role=role, share=share, telephone=telephone, origin=self
            )
            return self.session.issue_code(person.id)

        self._do(verb, done, no)

    def save_person(
        self,
        person: Person,
        cap: CapWanted | None,
        done: Callable[[], None],
        no: Refused,
    ) -> None:
        """Change a colleague; the cap first, since it is the likelier to be refused."""
        people = self.session.services.people

        def verb() -> None:
            if cap is not None:
                people.set_cap(
                    person_id=person.id,
                    starts=cap.starts,
                    share=cap.share,
                    cap=cap.cap,
                    reason=cap.reason,
                    origin=self,
                )
            before = next(one.person for one in people.team() if one.person.id == person.id)
            if (person.role, person.telephone) != (before.role, before.telephone):
                people.save_person(person=person, origin=self)

        def saved(_nothing: None) -> None:
            done()
            self.said.emit(say("settings_page.people.saved", name=person.name))

        self._do(verb, saved, no)

    def issue_code(
        self, person_id: RecordId, done: Callable[[EnrolmentCode], None], no: Refused
    ) -> None:
        """A new code for a colleague; keys they had before are replaced by it."""
        self._do(lambda: self.session.issue_code(person_id), done, no)

    def remove_key(
        self, person_id: RecordId, passphrase: str, done: Callable[[str], None], no: Refused
    ) -> None:
        """Take a colleague's key away, proved by one's own passphrase."""

        def verb() -> str:
            self._prove(passphrase, "passphrase")
            return self.session.remove_person(person_id)

        self._with_keys(verb, done, no)

    # ---- keys

    def change_passphrase(
        self, present: str, new: str, done: Callable[[], None], no: Refused
    ) -> None:
        """New passphrase, new keys."""

        def verb() -> None:
            self._prove(present, "present")
            self.session.change_passphrase(passphrase=present, new_passphrase=new)

        def changed(_nothing: None) -> None:
            done()
            self.said.emit(say("settings_page.keys.changed"))

        self._with_keys(verb, changed, no)

    def rekey(
        self,
        passphrase: str,
        suspects: tuple[RecordId, ...],
        done: Callable[[list[EnrolmentCode]], None],
        no: Refused,
    ) -> None:
        """New keys for everything, because somebody else may hold one."""

        def verb() -> list[EnrolmentCode]:
            self._prove(passphrase, "passphrase")
            return list(self.session.rekey(passphrase=passphrase, suspects=suspects).values())

        def changed(codes: list[EnrolmentCode]) -> None:
            done(codes)
            self.said.emit(say("settings_page.keys.rekeyed"))

        self._with_keys(verb, changed, no)

    def _prove(self, passphrase: str, field: str) -> None:
        if not self.session.confirm_passphrase(passphrase):
            raise FieldsRefused({field: say("keys.unlock.wrong_present")})

    def _with_keys(self, verb: Callable[[], T], done: Callable[[T], None], no: Refused) -> None:
        """The keys have the store to themselves: nothing else may be asked meanwhile."""
        self.working.emit(True)

        def finished(result: T) -> None:
            self.working.emit(False)
            self.load()
            done(result)

        def refused(why: CaseloadError) -> None:
            self.working.emit(False)
            self.load()
            no(why)

        attempt(self._background, verb, finished, refused)

    # ---- service

    def save_service(self, service: Service, done: Callable[[], None], no: Refused) -> None:
        """Change what letters and the lock go by."""

        def saved(kept: Service) -> None:
            done()
            self.service_changed.emit(kept)
            self.said.emit(say("settings_page.service.saved"))

        self._do(
            lambda: self.session.services.people.save_service(service=service, origin=self),
            saved,
            no,
        )

    # ---- backups

    def last_backups(self) -> LastBackups:
        """When the newest were made."""
        return self.session.last_backups()

    def back_up(self, folder: Path, done: Callable[[Path], None], no: Refused) -> None:
        """Write a verified backup into a folder."""
        self._do(lambda: self.session.back_up_into(folder), done, no)

    def check(self, done: Callable[[list[str]], None], no: Refused) -> None:
        """Look the whole store over."""
        attempt(self._background, self.session.check, done, no)

    def local(self, moment: datetime) -> datetime:
        """A UTC time on this computer's clock."""
        return moment.astimezone(self.session.desk.now().tzinfo)

    # ----

    def _do(self, verb: Callable[[], T], done: Callable[[T], None], no: Refused) -> None:
        def finished(result: T) -> None:
            self.load()
            done(result)

        attempt(self._background, verb, finished, no)
