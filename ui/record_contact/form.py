"""The form: its fields in reading order, and what one answer does to others."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.values.dates import day_month
from caseload.words import say
from ui.record_contact.answers import IN_A_WEEK, IN_PERSON, MISSED, ON_A_DAY, PHONE, VIDEO, Answers
from ui.record_contact.inputs import HAPPENED, ContactInputs, words
from ui.record_contact.view_model import RecordContactModel
from ui.widgets.cards import empty_layout
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import SideBySide
from ui.widgets.safety_lines import SafetyLines
from ui.widgets.text import small_heading
from ui.widgets.tick_line import TickLine

_MANNER = {IN_PERSON: "meeting", PHONE: "call", VIDEO: "call"}


class ContactFields(QWidget):
    """``edited`` tells that something was typed or chosen; ``answers`` reads it all."""

    edited = Signal()

    def __init__(self, model: RecordContactModel) -> None:
        super().__init__()
        self._model = model
        self._filling = False
        self._reason_before = ""
        self._suggested = ""
        self.inputs = ContactInputs(model)
        self.safety = SafetyLines()
        self._make_fields()
        self._lay_out()
        self._connect()
        self.fill()

    def _make_fields(self) -> None:
        put = self.inputs
        boxes: dict[str, QWidget] = {
            "client": put.client,
            "reason": put.reason,
            "day": put.day,
            "medium": put.medium,
            "attendance": put.attendance,
            "notes": put.notes,
            "by": put.by,
            "by_day": put.by_day,
            "next_day": put.next_day,
            **put.boxes(),
        }
        asides = {"medium": say("record_contact.alt_picks")}
        self.by_field = {
            name: Field(words(name), box, aside=asides.get(name, ""), grow=name == "notes")
            for name, box in boxes.items()
        }
        self.summary = ErrorSummary(self.by_field)

    def _lay_out(self) -> None:
        field, put = self.by_field, self.inputs
        self._tick_list = QVBoxLayout()
        self._tick_list.setSpacing(2)
        self._tick_head = small_heading(words("done"))
        self._next = SideBySide(
            field["next_day"], field["next_at"], field["next_place"], gap=12, stretches=(0, 0, 1)
        )
        first = SideBySide(field["client"], field["reason"], gap=12, stretches=(3, 4))
        when = SideBySide(
            *(field[name] for name in ("day", "at", "minutes", "place")),
            gap=10,
            stretches=(0, 0, 0, 1),
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        upper: tuple[QWidget, ...] = (
            self.summary,
            first,
            self.safety,
            when,
            put.about_appointment,
            field["medium"],
            field["attendance"],
            put.about_job,
        )
        for part in upper:
            down.addWidget(part)
        down.addWidget(field["notes"], 1)
        for name in ("promise", "by", "by_day"):
            down.addWidget(field[name])
        down.addWidget(self._tick_head)
        down.addLayout(self._tick_list)
        down.addWidget(put.book)
        down.addWidget(self._next)

    def _connect(self) -> None:
        put = self.inputs
        put.client.chosen.connect(self._choose_client)
        for box in put.boxes().values():
            box.textEdited.connect(self._edited)
        for day in put.days():
            day.edited.connect(self._edited)
        for chosen in put.chosen():
            chosen.picked.connect(self._edited)
        for line in put.lines():
            line.ticked.connect(self._edited)
        put.notes.textChanged.connect(self._edited)
        put.medium.picked.connect(lambda _code: self._say_what_happened())
        put.attendance.picked.connect(lambda _code: self._happened())
        put.by.picked.connect(lambda _code: self._unfold())
        put.book.ticked.connect(lambda _on: self._booking())
        put.about_appointment.ticked.connect(self._turn_appointment)
        QShortcut(QKeySequence("Alt+B"), self).activated.connect(put.book.box.toggle)
        self._model.started.connect(self.fill)
        self._model.refused.connect(self.show_problems)

    # ---- filling and reading

    def fill(self) -> None:
        """Show the model's answers, and what belongs to its client."""
        self._filling = True
        model, answers, put = self._model, self._model.answers, self.inputs
        self.summary.clear()
        self._suggested = ""
        self.by_field["promise"].set_hint("")
        put.client.show_client(model.name())
        safety = model.start.safety if model.start is not None else ()
        self.safety.show_lines(
            [(line.kind, model.text(line.words), line.reviewed_on) for line in safety]
        )
        _show_line(put.about_job, model.job_words(), answers.about_job)
        _show_line(put.about_appointment, model.appointment_words(), answers.about_appointment)
        self._fill_ticks(answers)
        put.fill(answers)
        self._say_what_happened()
        self._unfold()
        self._filling = False

    def _fill_ticks(self, answers: Answers) -> None:
        empty_layout(self._tick_list)
        ticks = self.inputs.ticks
        ticks.clear()
        for action in self._model.promises():
            due = say("record_contact.due", day=day_month(action.due_on))
            line = TickLine(self._model.text(action.words), under=due)
            line.set_ticked(action.id in answers.done)
            line.ticked.connect(self._edited)
            ticks[action.id] = line
            self._tick_list.addWidget(line)
        self._tick_head.setVisible(bool(ticks))

    def answers(self) -> Answers:
        """Everything as it stands in the form now."""
        return self.inputs.answers()

    def focus_first(self) -> None:
        """The notes where the client is known, else the client."""
        known = self._model.client_id
        self.by_field["notes" if known else "client"].focus_input()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what to mend, on top and beside each field."""
        self.summary.show_problems(problems)

    # ---- what one answer does to others

    def _edited(self, *_what: object) -> None:
        if not self._filling:
            self.edited.emit()

    def _choose_client(self, client_id: str) -> None:
        problem = self._model.try_choose(client_id, self.answers())
        if problem:
            self.summary.show_problems({"client": problem})
        else:
            self.by_field["notes"].focus_input()

    def _say_what_happened(self) -> None:
        """'We spoke' on the telephone, 'Came' in a room, and so on."""
        manner = _MANNER.get(str(self.inputs.medium.value()), "message")
        for code, _key in HAPPENED:
            self.inputs.attendance.set_words(code, say(f"record_contact.{manner}.{code}"))

    def _happened(self) -> None:
        """A client who did not come leads to the next way of reaching them, as a suggestion."""
        put = self.inputs
        missed = put.attendance.value() == MISSED
        mine = put.promise.text() in ("", self._suggested)
        if missed and mine and not self._suggested:
            suggestion, day, why = self._model.outreach()
            self._reason_before = str(put.reason.value() or "")
            self._suggested = suggestion
            put.reason.set_value("engagement")
            self._suggest(suggestion, ON_A_DAY, day, why)
        elif not missed and mine and self._suggested:
            put.reason.set_value(self._reason_before)
            self._suggested = ""
            self._suggest("", IN_A_WEEK, "", "")

    def _turn_appointment(self, came_of_it: bool) -> None:
        """The day and the time are those of the appointment, or of now."""
        if self._filling:
            return
        self._filling = True
        answers, model = self.answers(), self._model
        self.inputs.fill(model.of_appointment(answers) if came_of_it else model.of_now(answers))
        self._say_what_happened()
        self._filling = False
        self.edited.emit()

    def _suggest(self, suggestion: str, by: str, day: str, why: str) -> None:
        self.inputs.promise.setText(suggestion)
        self.inputs.by.set_value(by)
        self.inputs.by_day.show_typed(day)
        self.by_field["promise"].set_hint(why)
        self._unfold()

    def _unfold(self) -> None:
        self.by_field["by_day"].setVisible(self.inputs.by.value() == ON_A_DAY)
        self._next.setVisible(self.inputs.book.is_ticked())

    def _booking(self) -> None:
        self._unfold()
        put = self.inputs
        if put.book.is_ticked() and not self._filling:
            if not put.next_place.text():
                put.next_place.setText(put.place.text())
            self.by_field["next_day"].focus_input()


def _show_line(line: TickLine, shown: str, ticked: bool) -> None:
    line.set_words(shown)
    line.set_ticked(ticked)
    line.setVisible(bool(shown))
