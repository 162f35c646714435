"""Appointments with the client: those ahead, those to say how they went, and booking one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseload.appointments import Appointment
from caseload.people.roles import Action
from caseload.values.code_lists import label as code_label
from caseload.values.dates import clock_time, weekday_date
from caseload.words import say
from ui.client.appointment_form import AppointmentForm
from ui.client.narrow import Narrow
from ui.client.part import Part
from ui.client.view_model import ClientViewModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, EmptyState, empty_layout, hairline
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.text import label

OUTCOMES = {"did_not_come": "3", "they_cancelled": "2", "we_cancelled": "4"}
"""What may be said without writing a contact: NHS attendance codes."""

_KINDS = {"5": "positive", "6": "positive", "3": "warning", "7": "warning"}


class AppointmentsTab(Part):
    """``book`` is also a command of the menu."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        down = self.add_view()
        self.new = Button(say("client_appointments.book"), icon="plus")
        self.new.clicked.connect(self.book)
        down.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(16)
        down.addLayout(self._lists)
        self.empty = EmptyState(
            say("client_appointments.empty"),
            say("client_appointments.empty_why"),
            say("client_appointments.book"),
            icon="plus",
        )
        self.empty.act.clicked.connect(self.book)
        down.addWidget(self.empty)
        down.addStretch()
        self.form = AppointmentForm(model)
        self.add_form(self.form)
        self.rows: dict[str, AppointmentRow] = {}

    def refresh(self) -> None:
        """Read and show all appointments."""
        if not self.model.is_open:
            return
        kept = self.model.services.appointments.of_client(self.model.client_id)
        today = self.model.today
        groups = {
            "to_say": [a for a in reversed(kept) if a.is_booked and a.day < today],
            "ahead": [a for a in reversed(kept) if a.is_booked and a.day >= today],
            "past": [a for a in kept if not a.is_booked],
        }
        empty_layout(self._lists)
        self.rows = {}
        for name, appointments in groups.items():
            if appointments:
                self._lists.addWidget(Narrow(self._group(name, appointments)))
        may = self.model.may(Action.WRITE_APPOINTMENT)
        self.empty.setVisible(not kept)
        self.empty.act.setVisible(may)
        self.new.setVisible(may and bool(kept))

    def _group(self, name: str, appointments: list[Appointment]) -> Card:
        card = Card(say(f"client_appointments.group.{name}"), heading=True)
        for at, appointment in enumerate(appointments):
            if at:
                card.down.addWidget(hairline())
            row = AppointmentRow(appointment, self._verbs(appointment))
            row.asked.connect(partial(self._do, appointment))
            self.rows[appointment.id] = row
            card.down.addWidget(row)
        return card

    def _verbs(self, appointment: Appointment) -> tuple[str, ...]:
        if not appointment.is_booked:
            return ()
        verbs: list[str] = []
        if appointment.day <= self.model.today and self.model.may(Action.WRITE_NOTES):
            verbs.append("came")
        if self.model.may(Action.WRITE_APPOINTMENT):
            if appointment.day <= self.model.today:
                verbs.append("did_not_come")
            verbs += ["they_cancelled", "we_cancelled"]
        return tuple(verbs)

    def _do(self, appointment: Appointment, verb: str) -> None:
        if verb == "came":
            self.go.emit("record_appointment", self.model.client_id)
            return
        services, model = self.model.services, self.model
        model.do(
            lambda: services.appointments.say_how_it_went(
                appointment_id=appointment.id, attendance=OUTCOMES[verb], origin=model
            ),
            saying=say(f"client_appointments.said.{verb}"),
        )

    def book(self) -> None:
        """Open the form."""
        if self.model.may(Action.WRITE_APPOINTMENT):
            self.form.begin_booking()
            self.open_form(self.form)

    def go_on_writing(self) -> None:
        """A half-written booking opens by itself."""
        if self.model.services.drafts.get(
            form="client.appointment", subject_id=self.model.client_id
        ):
            self.book()

    def focus_first(self) -> None:
        """The first thing to do."""
        (self.new if self.rows else self.empty.act).setFocus(Qt.FocusReason.OtherFocusReason)


class AppointmentRow(QWidget):
    """When, where and how; then how it went, or buttons to say so. ``asked`` carries the verb."""

    asked = Signal(str)

    def __init__(self, appointment: Appointment, verbs: tuple[str, ...]) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {}
        when = say(
            "client_appointments.when",
            day=weekday_date(appointment.day),
            time=clock_time(appointment.starts_at),
        )
        how = say(
            "client_appointments.how",
            medium=code_label("consultation_medium", appointment.medium),
            count=appointment.minutes,
        )
        if appointment.place:
            how = say("client_page.at", when=how, place=appointment.place)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 4, 0, 4)
        down.setSpacing(2)
        down.addWidget(label(when, "body", strong=True))
        down.addWidget(label(how, "table", "muted"))
        if not appointment.is_booked:
            kind = _KINDS.get(appointment.attendance, "neutral")
            word = say(f"client_appointments.outcome.{appointment.attendance}")
            across = QHBoxLayout()
            across.addWidget(Mark(kind, word))
            across.addStretch()
            down.addLayout(across)
        if verbs:
            row = QWidget()
            flow = Flow(row, gap=8)
            for verb in verbs:
                button = Button(say(f"client_appointments.verb.{verb}"), small="medium")
                button.setAccessibleDescription(when)
                button.clicked.connect(lambda _on=False, v=verb: self.asked.emit(v))
                self.buttons[verb] = button
                flow.addWidget(button)
            down.addSpacing(4)
            down.addWidget(row)
