"""Say something to a screen reader: saved, found, failed, locked."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

_heard: list[str] = []
_KEPT = 20


def speak(words: str, source: QWidget | QObject, *, at_once: bool = False) -> None:
    """Announce ``words``; ``at_once`` interrupts what is being read."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    _heard.append(words)
    del _heard[:-_KEPT]
    event = QAccessibleAnnouncementEvent(source, words)
    politeness = (
        QAccessible.AnnouncementPoliteness.Assertive
        if at_once
        else QAccessible.AnnouncementPoliteness.Polite
    )
    event.setPoliteness(politeness)
    QAccessible.updateAccessibility(event)


def last_spoken() -> str:
    """What was announced last."""
    return _heard[-1] if _heard else ""


def forget() -> None:
    """Forget what was announced, when locking."""
    _heard.clear()
