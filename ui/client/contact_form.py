"""Putting a recorded contact right; what stood before is kept."""

from __future__ import annotations

from dataclasses import replace

from caseload.contacts.client_contact import ClientContact
from caseload.values.code_lists import codes
from caseload.values.dates import clock_time, read_time
from caseload.words import say
from ui.client.form import Form
from ui.client.timeline_view_model import TimelineViewModel, minutes_of
from ui.client.view_model import ClientViewModel, Problems, parts_of
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.inputs import TextInput
from ui.widgets.notes_edit import NotesEdit


class ContactForm(Form):
    """``begin_contact(contact)``, then ``open_form``."""

    def __init__(self, model: ClientViewModel, words: TimelineViewModel) -> None:
        super().__init__(
            model,
            "client.correct_contact",
            say("client_timeline.correct"),
            say("client_timeline.save"),
        )
        self._words = words
        self._contact: ClientContact | None = None

        def name(field: str) -> str:
            return say(f"client_timeline.field.{field}")

        def listed(codelist: str) -> Choice:
            return Choice(codes(codelist).items())

        day = self.field(
            "day", name("day"), DateField(name("day")), hint=say("client_timeline.hint.day")
        )
        at = self.field("at", name("at"), TextInput(width=120), hint=say("client_timeline.hint.at"))
        minutes = self.field(
            "minutes",
            name("minutes"),
            TextInput(width=96),
            hint=say("client_timeline.hint.minutes"),
        )
        self.row(day, at, minutes)
        self.row(
            self.field("medium", name("medium"), listed("consultation_medium")),
            self.field("reason", name("reason"), listed("contact_reason")),
        )
        self.row(self.field("attendance", name("attendance"), listed("attendance")))
        self.row(self.field("place", name("place"), TextInput()))
        self.row(self.field("notes", name("notes"), NotesEdit(lines=7)))
        self.foot()
        self.submitted.connect(self._save)

    def begin_contact(self, contact: ClientContact) -> None:
        """Start with what the contact says now."""
        self._contact = contact
        self.begin(_answers(contact), contact.id)

    def _refused(self, problems: Problems) -> None:
        """Where somebody saved it meanwhile: show theirs in every field untouched here."""
        self.refuse(problems)
        if self._contact is None:
            return
        theirs = self._words.contact(self._contact.id)
        if theirs.version != self._contact.version:
            self._contact = theirs
            self.rebase(_answers(theirs))

    def _save(self) -> None:
        contact = self._contact
        if contact is None:
            return
        problems: Problems = {}
        day = self.day("day", problems)
        at = contact.at
        try:
            at = read_time(self.text("at")) if self.text("at") else None
        except ValueError as problem:
            problems["at"] = getattr(problem, "sentence", str(problem))
        minutes = minutes_of(self.text("minutes"), problems)
        if problems or day is None:
            self.refuse(problems)
            return
        self.busy()
        self._words.correct(
            replace(
                contact,
                day=day,
                at=at,
                minutes=minutes,
                medium=self.text("medium"),
                reason=self.text("reason"),
                attendance=self.text("attendance"),
                place=self.text("place"),
                notes=self.text("notes"),
            ),
            lambda _kept: self.saved(),
            self._refused,
        )


def _answers(contact: ClientContact) -> dict[str, object]:
    return {
        "day": parts_of(contact.day),
        "at": clock_time(contact.at) if contact.at else "",
        "minutes": "" if contact.minutes is None else str(contact.minutes),
        "medium": contact.medium,
        "reason": contact.reason,
        "attendance": contact.attendance,
        "place": contact.place,
        "notes": contact.notes,
    }
