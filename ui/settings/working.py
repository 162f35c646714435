"""While keys change, nothing else may be asked of the store: a card that cannot be closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from caseload.words import say
from ui.widgets.dialog import Dialog


class WorkingDialog(Dialog):
    """Open it before, close it after."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(
            over, say("settings_page.working.title"), say("settings_page.working.why"), width=480
        )
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(say("settings_page.working.title"))
        self.down.addWidget(bar)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def open(self) -> None:
        """Take every key, so that none reaches the page behind."""
        super().open()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing closes it but the end of the work."""
        event.accept()
