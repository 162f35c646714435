"""Before the tables: what making a return does, and waiting for one that is being made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from caseload.values.dates import long_date
from caseload.words import say
from ui.returns.view_model import ReturnsModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.text import label


class StartCard(Card):
    """What happens when a return is made; the verb stands in the head of the page."""

    def __init__(self) -> None:
        super().__init__(say("returns_page.start.title"), heading=True)
        self.words = label("", "body", "muted")
        self.down.addWidget(self.words)

    def show_model(self, model: ReturnsModel) -> None:
        """Say whether the chosen period can be made, and from when."""
        period = model.period
        if period is None or model.is_over():
            self.words.setText(say("returns_page.start.why"))
        else:
            day = long_date(model.can_be_made_from(period))
            self.words.setText(say("returns_page.start.not_over", day=day))


class MakingCard(Card):
    """A return is being made; ``cancelled`` stops waiting for it."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(say("returns_page.making.title"), heading=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("returns_page.making.bar"))
        self.cancel = Button(say("returns_page.making.cancel"))
        self.cancel.clicked.connect(self.cancelled)
        self.down.addWidget(label(say("returns_page.making.why"), "body", "muted"))
        self.down.addWidget(self.bar)
        self.down.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
