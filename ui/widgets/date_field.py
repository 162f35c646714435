"""A date in three typed boxes. A whole date may be pasted, and a month may be a word."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseload.values.dates import read_date
from caseload.words import say
from ui.widgets.inputs import TextInput


class DateField(QWidget):
    """Day, month and year: ``value()`` is the date typed, or None with ``problem()`` saying why.

    ``settled`` is emitted when the three boxes hold a date, or none, and focus leaves them.
    """

    settled = Signal()
    edited = Signal()

    def __init__(self, name: str, value: date | None = None, *, dense: bool | str = False) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)
        self.day = TextInput(width=44, dense=dense)
        self.month = TextInput(width=44, dense=dense)
        self.year = TextInput(width=64, dense=dense)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        for box, part in zip(self.boxes(), ("day", "month", "year"), strict=True):
            words = say(f"window.date.{part}")
            box.setAccessibleName(say("window.date.part", label=name, part=words.lower()))
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.installEventFilter(self)
            box.textEdited.connect(lambda _text: self.edited.emit())
            box.editingFinished.connect(self.settled)
            across.addWidget(box)
        across.addStretch()
        self.setFocusProxy(self.day)
        self.set_value(value)

    def boxes(self) -> tuple[TextInput, TextInput, TextInput]:
        """Day, month, year."""
        return self.day, self.month, self.year

    def set_value(self, value: date | None) -> None:
        """Show a date; None empties the boxes."""
        parts = ("", "", "") if value is None else (value.day, value.month, value.year)
        for box, part in zip(self.boxes(), parts, strict=True):
            box.setText(str(part))

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not any(box.text().strip() for box in self.boxes())

    def value(self) -> date | None:
        """The date typed; None when empty or when it is no date."""
        typed = [box.text().strip() for box in self.boxes()]
        if not all(typed):
            return self._whole(typed)
        try:
            return read_date(" ".join(typed))
        except ValueError:
            return None

    def _whole(self, typed: list[str]) -> date | None:
        """A whole date typed into the first box."""
        if typed[0] and not typed[1] and not typed[2]:
            try:
                return read_date(typed[0])
            except ValueError:
                return None
        return None

    def problem(self, *, needed: bool = True) -> str:
        """What to mend, in a sentence; empty when the boxes hold a date, or may be empty."""
        if self.is_empty():
            return say("window.date.missing", label=_lower(self._name)) if needed else ""
        if self.value() is not None:
            return ""
        if all(box.text().strip() for box in self.boxes()):
            return say("window.date.no_such_day")
        return say("window.date.partly")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A pasted whole date fills the three boxes."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and self.take(QGuiApplication.clipboard().text())
        ):
            return True
        return super().eventFilter(watched, event)

    def take(self, text: str) -> bool:
        """Fill the boxes from a whole date; False when the text is none."""
        try:
            found = read_date(text.strip())
        except ValueError:
            return False
        self.set_value(found)
        self.edited.emit()
        self.settled.emit()
        self.year.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
