"""A column that scrolls down and never across."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import look


class ScrollColumn(QScrollArea):
    """``column.down`` is the layout to fill; what has the focus is scrolled into sight.

    Inside another one it shows everything and leaves the scrolling to the outer; with ``keeps`` it
    does so only where the text is large, and else scrolls by itself.
    """

    def __init__(
        self,
        *,
        margins: tuple[int, int, int, int] = (24, 16, 24, 20),
        spacing: int = 16,
        role: str = "column",
        keeps: bool = False,
    ) -> None:
        super().__init__()
        self._flat = False
        self._keeps = keeps
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
        """Never narrower than what is inside; as high as it, when an outer column scrolls."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is known what is around."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(self.inside.minimumSizeHint().width())
        flat = within_scroll(self) and not (self._keeps and not look().large_text)
        if flat != self._flat:
            self._flat = flat
            off, needed = (
                Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
                Qt.ScrollBarPolicy.ScrollBarAsNeeded,
            )
            self.setVerticalScrollBarPolicy(off if flat else needed)
            policy = self.sizePolicy()
            policy.setHeightForWidth(flat)
            self.setSizePolicy(policy)
            self.setMinimumHeight(0)
        if flat:
            self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def resizeEvent(self, event: object) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt passes a QResizeEvent
        if self._flat:
            self.setMinimumHeight(self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Only where it does not scroll itself."""
        return self._flat

    def heightForWidth(self, width: int) -> int:
        """As high as what is inside."""
        if self.down.hasHeightForWidth():
            return self.down.totalHeightForWidth(width)
        return self.down.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """As wide as what is inside."""
        return self.inside.sizeHint()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self._flat and self.inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 24)


def within_scroll(widget: QWidget) -> bool:
    """Whether the page around a widget scrolls, so that the widget itself need not."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, ScrollColumn):
            return True
        around = around.parentWidget()
    return False


def bring_into_sight(view: QWidget, spot: QRect) -> None:
    """Let whatever scrolls around a view that does not scroll itself follow a part of it."""
    around = view.parentWidget()
    while around is not None:
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None:
            middle = view.mapTo(inside, spot.center())
            around.ensureVisible(middle.x(), middle.y(), 0, spot.height() + 24)
        around = around.parentWidget()
