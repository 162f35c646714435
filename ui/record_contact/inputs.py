"""The boxes of the form: made once, filled from answers, and read back as answers."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

from caseload.values.code_lists import codes
from caseload.words import say
from ui.record_contact.answers import (
    ATTENDED,
    CANCELLED,
    EMAIL,
    IN_A_WEEK,
    IN_PERSON,
    MISSED,
    ON_A_DAY,
    OTHER,
    PHONE,
    TEXT,
    TODAY,
    TOMORROW,
    VIDEO,
    WE_CANCELLED,
    Answers,
)
from ui.record_contact.client_picker import ClientPicker
from ui.record_contact.view_model import RecordContactModel
from ui.widgets.choices import Choice
from ui.widgets.inputs import TextInput
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.segments import Segments
from ui.widgets.tick_line import TickLine
from ui.widgets.typed_date import TypedDate

MEDIA = ((IN_PERSON, "1"), (PHONE, "2"), (VIDEO, "3"), (TEXT, "4"), (EMAIL, "5"), (OTHER, "6"))
HAPPENED = ((ATTENDED, "A"), (MISSED, "N"), (CANCELLED, "L"), (WE_CANCELLED, "W"))
BY = ((TODAY, "7"), (TOMORROW, "8"), (IN_A_WEEK, "9"), (ON_A_DAY, "0"))
"""Each code with its Alt key; the letters of the menus are not among them."""


class GrowingNotes(NotesEdit):
    """Notes that ask for a few lines and take what room is left."""

    def sizeHint(self) -> QSize:
        """The fewest lines."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class ContactInputs:
    """Every box by the name of its answer."""

    def __init__(self, model: RecordContactModel) -> None:
        self.client = ClientPicker(words("client"), model.find)
        self.reason = Choice(codes("contact_reason").items())
        self.reason.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.reason.setMinimumContentsLength(12)
        self.day = TypedDate(words("day"))
        self.at = TextInput(width=88)
        self.minutes = TextInput(width=56)
        self.place = TextInput()
        self.medium = Segments(
            words("medium"),
            [(code, say(f"record_contact.medium.{code}"), key) for code, key in MEDIA],
        )
        self.attendance = Segments(
            words("attendance"),
            [(code, say(f"record_contact.meeting.{code}"), key) for code, key in HAPPENED],
        )
        self.notes = GrowingNotes(lines=4)
        self.promise = TextInput()
        self.by = Segments(
            words("by"), [(code, say(f"record_contact.by.{code}"), key) for code, key in BY]
        )
        self.by_day = TypedDate(words("by_day"))
        self.book = TickLine(words("book"))
        self.next_day = TypedDate(words("next_day"))
        self.next_at = TextInput(width=88)
        self.next_place = TextInput()
        self.about_job = TickLine("")
        self.about_appointment = TickLine("")
        self.ticks: dict[str, TickLine] = {}

    def _days(self) -> dict[str, TypedDate]:
        return {"day": self.day, "by_day": self.by_day, "next_day": self.next_day}

    def boxes(self) -> dict[str, TextInput]:
        """The boxes of one line."""
        return {
            "at": self.at,
            "minutes": self.minutes,
            "place": self.place,
            "promise": self.promise,
            "next_at": self.next_at,
            "next_place": self.next_place,
        }

    def days(self) -> tuple[TypedDate, ...]:
        """The three dates."""
        return tuple(self._days().values())

    def chosen(self) -> tuple[Choice | Segments, ...]:
        """What is picked from a few."""
        return self.medium, self.attendance, self.by, self.reason

    def lines(self) -> tuple[TickLine, ...]:
        """What is ticked, but for the promises."""
        return self.book, self.about_job, self.about_appointment

    def fill(self, answers: Answers) -> None:
        """Show these answers."""
        for name, day in self._days().items():
            day.show_typed(getattr(answers, name))
        for name, box in self.boxes().items():
            box.setText(getattr(answers, name))
        self.medium.set_value(answers.medium)
        self.attendance.set_value(answers.attendance)
        self.by.set_value(answers.by)
        self.reason.set_value(answers.reason)
        self.notes.set_words(answers.notes)
        self.book.set_ticked(answers.book)

    def answers(self) -> Answers:
        """Everything as it stands in the form now."""
        days = {name: day.typed() for name, day in self._days().items()}
        texts = {name: box.text() for name, box in self.boxes().items()}
        return Answers(
            **days,
            **texts,
            medium=str(self.medium.value() or ""),
            attendance=str(self.attendance.value() or ""),
            reason=str(self.reason.value() or ""),
            by=str(self.by.value() or ""),
            about_job=self.about_job.is_ticked(),
            about_appointment=self.about_appointment.is_ticked(),
            notes=self.notes.words(),
            done=tuple(one for one, line in self.ticks.items() if line.is_ticked()),
            book=self.book.is_ticked(),
        )


def words(name: str) -> str:
    """The label of a field."""
    return say(f"record_contact.field.{name}")
