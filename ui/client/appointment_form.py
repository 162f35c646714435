"""Booking an appointment with the client."""

from __future__ import annotations

from datetime import time

from caseload.appointments import Appointment
from caseload.values.code_lists import codes
from caseload.values.dates import read_time
from caseload.values.problems import ValueProblem
from caseload.words import say
from ui.client.form import Form
from ui.client.view_model import ClientViewModel, Problems
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.inputs import TextInput

_MEDIA = ("01", "02", "11")
"""What one books: in person, by telephone, by video."""


class AppointmentForm(Form):
    """``begin_booking()``, then save."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(
            model,
            "client.appointment",
            say("client_appointments.book"),
            say("client_appointments.save"),
        )
        day = say("client_appointments.field.day")
        listed = codes("consultation_medium")
        self.row(
            self.field("day", day, DateField(day), hint=say("client_timeline.hint.day")),
            self.field(
                "starts_at",
                say("client_appointments.field.starts_at"),
                TextInput(width=120),
                hint=say("client_timeline.hint.at"),
            ),
            self.field(
                "minutes",
                say("client_appointments.field.minutes"),
                TextInput(width=96),
                hint=say("client_appointments.hint.minutes"),
            ),
        )
        self.row(
            self.field(
                "medium",
                say("client_appointments.field.medium"),
                Choice((code, listed[code]) for code in _MEDIA),
            ),
            self.field("place", say("client_appointments.field.place"), TextInput()),
        )
        self.foot()
        self.submitted.connect(self._save)

    def begin_booking(self) -> None:
        """Start with nothing but an hour in person."""
        self.begin(
            {
                "day": ["", "", ""],
                "starts_at": "",
                "minutes": "60",
                "medium": "01",
                "place": "",
            },
            self._model.client_id,
        )

    def _save(self) -> None:
        problems: Problems = {}
        day = self.day("day", problems)
        if day is not None and day < self._model.today:
            problems["day"] = say("window.date.past", label=say("client_appointments.field.day"))
        starts_at = self._time(problems)
        minutes = self._minutes(problems)
        if problems or day is None or starts_at is None:
            self.refuse({name: problems[name] for name in self.fields if name in problems})
            return
        self.busy()
        services, model = self._model.services, self._model
        appointment = Appointment(
            client_id=model.client_id,
            person_id="",
            day=day,
            starts_at=starts_at,
            minutes=minutes,
            place=self.text("place"),
            medium=self.text("medium"),
        )
        model.do(
            lambda: services.appointments.book(appointment=appointment, origin=model),
            lambda _kept: self.saved(),
            self.refuse,
            saying=say("client_appointments.was_booked"),
        )

    def _time(self, problems: Problems) -> time | None:
        typed = self.text("starts_at")
        if not typed:
            problems["starts_at"] = say("client_appointments.needs_time")
            return None
        try:
            return read_time(typed)
        except ValueProblem as problem:
            problems["starts_at"] = problem.sentence
            return None

    def _minutes(self, problems: Problems) -> int:
        typed = self.text("minutes")
        if typed.isdigit() and 1 <= int(typed) <= 1440:
            return int(typed)
        problems["minutes"] = say("contacts.minutes_range")
        return 0
