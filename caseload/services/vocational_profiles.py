"""Verbs about the vocational profile: started with the first answer, kept up for ever after."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from caseload.clients.client import Client
from caseload.errors import FieldsRefused, Refused
from caseload.history import Deed
from caseload.letters.parties import author_of, letterhead_of
from caseload.letters.profile import profile_printout
from caseload.people.person import Service
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.store.unit_of_work import Reading
from caseload.values.record import Record, RecordId
from caseload.vocational_profiles import VocationalProfile
from caseload.words import say

HOURS_IN_A_WEEK = 168


class VocationalProfiles:
    """What a person may do with vocational profiles."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_client(self, client_id: RecordId) -> VocationalProfile | None:
        """The client's profile; None while it has not been started."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            return profile_of(reading, client_id)

    def save(
        self, *, profile: VocationalProfile, origin: object | None = None
    ) -> VocationalProfile:
        """Save the profile; the first save starts it and its 30-day clock.

        Raises FieldsRefused, ChangedMeanwhile.
        """
        today = self._desk.today()
        problems: dict[str, str] = {}
        if profile.started_on > today:
            problems["started_on"] = say("vocational_profiles.in_future")
        if profile.signed_on is not None and not profile.started_on <= profile.signed_on <= today:
            problems["signed_on"] = say("vocational_profiles.signed_outside")
        least, most = profile.hours_least, profile.hours_most
        for name, hours in (("hours_least", least), ("hours_most", most)):
            if hours is not None and not 0 <= hours <= HOURS_IN_A_WEEK:
                problems[name] = say("vocational_profiles.hours_range")
        if least is not None and most is not None and least > most:
            problems["hours_most"] = say("vocational_profiles.hours_order")
        if problems:
            raise FieldsRefused(problems)
        with self._desk.work(
            Action.WRITE_PROFILE,
            "vocational_profiles.save",
            client_id=profile.client_id,
            origin=origin,
        ) as work:
            return work.add(profile) if profile.version == 0 else work.change(profile)

    def start(
        self, *, client_id: RecordId, on: date | None = None, origin: object | None = None
    ) -> VocationalProfile:
        """Begin an empty profile."""
        return self.save(
            profile=VocationalProfile(client_id=client_id, started_on=on or self._desk.today()),
            origin=origin,
        )

    def pdf(self, client_id: RecordId) -> bytes:
        """The profile as pages that the client takes away and signs.

        Raises Refused while there is no profile.
        """
        # Drawing is loaded when something is printed, so that the window opens sooner.
        from caseload.documents import pdf_of

        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            profile = profile_of(reading, client_id)
            if profile is None:
                raise Refused(say("vocational_profiles.not_started"))
            service = reading.find(Service)[0]
            printout = profile_printout(
                profile,
                service=letterhead_of(service),
                client_name=reading.get(Client, client_id).name,
                author=author_of(self._desk.person, service),
                printed=self._desk.today(),
                made_up=service.made_up,
            )
        return pdf_of(printout)

    def printed(self, *, profile: VocationalProfile, origin: object | None = None) -> None:
        """Write down that the profile was printed, or a copy was saved."""
        with self._desk.work(
            Action.READ_CLIENT,
            "vocational_profiles.printed",
            client_id=profile.client_id,
            origin=origin,
        ) as work:
            work.note(Deed.PRINTED, profile)


def profile_of(reading: Reading, client_id: RecordId) -> VocationalProfile | None:
    """The client's profile at one moment."""
    kept = reading.find(VocationalProfile, client_id=client_id)
    return kept[0] if kept else None


def changed_fields(before: VocationalProfile, after: VocationalProfile) -> list[str]:
    """The names of the answers that differ between two versions."""
    own = {field.name for field in fields(Record)}
    return [
        field.name
        for field in fields(VocationalProfile)
        if field.name not in own and getattr(before, field.name) != getattr(after, field.name)
    ]
