"""A return as it was sent: the figures that its reader has."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.returns.periods import read_period
from caseload.returns.sent import SentReturn
from caseload.values.dates import long_date
from caseload.words import say
from ui.returns.sheets import sheets_sent
from ui.returns.tables_view import TablesView
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.text import label


class SentView(QWidget):
    """``show_sent(sent)``; ``back_asked`` leaves."""

    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card = Card(" ", heading=True)
        self.period = label("", "body", strong=True)
        self.words = label("", "body", "muted")
        self.back = Button(say("returns_page.back_start"), icon="chevron-left")
        self.back.clicked.connect(self.back_asked)
        for part in (self.period, self.words):
            self.card.down.addWidget(part)
        self.card.down.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.tables = TablesView()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(16)
        down.addWidget(self.card)
        down.addWidget(self.tables)

    def show_sent(self, sent: SentReturn) -> None:
        """Show one of the register."""
        details = json.loads(sent.details)
        day = long_date(sent.made_at.astimezone().date())
        self.card.set_title(say("returns_page.sent.head", day=day))
        self.period.setText(read_period(sent.period).name)
        approver = details.get("approved_by", "")
        told = [say("returns_page.sent.approved", name=approver)] if approver else []
        self.words.setText(" ".join([*told, say("returns_page.sent.as_is")]))
        self.tables.show_sheets(sheets_sent(sent), details["protection"]["marker_key_words"])
