"""A column that scrolls down and never across."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """``column.down`` is the layout to fill; what has the focus is scrolled into sight."""

    def __init__(
        self,
        *,
        margins: tuple[int, int, int, int] = (24, 16, 24, 20),
        spacing: int = 16,
        role: str = "column",
    ) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QFrame()
        self.inside.setProperty("role", role)
        self.down = QVBoxLayout(self.inside)
        self.down.setContentsMargins(*margins)
        self.down.setSpacing(spacing)
        self.setWidget(self.inside)
        self.inside.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never narrower than what is inside: the page's minimum follows it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.setMinimumWidth(self.inside.minimumSizeHint().width())
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 16, 24)
