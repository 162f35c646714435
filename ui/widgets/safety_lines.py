"""Risk, lone-working and safe-contact lines, always in sight beside whoever is in sight."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.clients.safety import SafetyKind
from caseload.values.dates import long_date
from caseload.words import say
from ui.widgets.cards import empty_layout
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.text import label

KINDS = {
    SafetyKind.RISK: "danger",
    SafetyKind.LONE_WORKING: "warning",
    SafetyKind.SAFE_CONTACT: "info",
}
"""The mark of each kind of line."""


class SafetyLines(QWidget):
    """``show_lines([(kind, words, reviewed_on), ...])``; it takes no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 4, 0, 0)
        self._down.setSpacing(0)
        self.hide()

    def show_lines(self, lines: Iterable[tuple[SafetyKind, str, date]]) -> None:
        """Replace what is shown."""
        empty_layout(self._down)
        shown = False
        for kind, words, reviewed in lines:
            if shown:
                self._down.addSpacing(4)
            self._down.addWidget(_head(kind, reviewed))
            self._down.addWidget(label(words, "table"))
            shown = True
        self.setVisible(shown)


def _head(kind: SafetyKind, reviewed: date) -> QWidget:
    """The kind and, beside it where there is room, the day it was looked at last."""
    head = QWidget()
    flow = Flow(head, gap=10)
    flow.addWidget(Mark(KINDS[kind], say(f"safety_lines.{kind}")))
    told = say("safety_lines.reviewed", day=long_date(reviewed))
    flow.addWidget(label(told, "small", "muted", wrap=False))
    return head
