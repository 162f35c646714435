"""What is typed or chosen in an input, as plain values a draft can keep, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.segments import Segments


@runtime_checkable
class OwnTyped(Protocol):
    """An input of a page's own that knows its plain value."""

    def typed_value(self) -> Any:
        """What is typed or chosen."""

    def set_typed_value(self, value: Any) -> None:
        """Show what ``typed_value`` gave."""

    def when_typed(self, then: Callable[[], None]) -> None:
        """Call ``then`` whenever the answer changes."""


def typed(box: QWidget) -> Any:
    """The plain value of an input: words, a code, a tick, or the three boxes of a date."""
    match box:
        case OwnTyped():
            return box.typed_value()
        case DateField():
            return [part.text() for part in box.boxes()]
        case Choice() | Segments():
            return box.value()
        case QCheckBox():
            return box.isChecked()
        case QPlainTextEdit():
            return box.toPlainText()
        case QLineEdit():
            return box.text()
    raise TypeError(f"{type(box).__name__} holds nothing that can be typed")


def set_typed(box: QWidget, value: Any) -> None:
    """Show what ``typed`` gave."""
    match box:
        case OwnTyped():
            box.set_typed_value(value)
        case DateField():
            for part, text in zip(box.boxes(), value or ("", "", ""), strict=True):
                part.setText(text)
        case Choice() | Segments():
            box.set_value(value)
        case QCheckBox():
            box.setChecked(bool(value))
        case QPlainTextEdit():
            box.setPlainText(value or "")
        case QLineEdit():
            box.setText(value or "")
        case _:
            raise TypeError(f"{type(box).__name__} holds nothing that can be typed")


def when_edited(box: QWidget, then: Callable[[], None]) -> None:
    """Call ``then`` whenever the answer changes."""
    match box:
        case OwnTyped():
            box.when_typed(then)
        case DateField():
            for part in box.boxes():
                part.textChanged.connect(lambda _text: then())
        case Choice() | Segments():
            box.picked.connect(lambda _code: then())
        case QCheckBox():
            box.toggled.connect(lambda _on: then())
        case QPlainTextEdit():
            box.textChanged.connect(then)
        case QLineEdit():
            box.textChanged.connect(lambda _text: then())
        case _:
            raise TypeError(f"{type(box).__name__} holds nothing that can be typed")
