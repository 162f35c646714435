"""The head of a page: its title, one sentence under it, chips beside it, actions at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import look
from ui.widgets.flow import Flow
from ui.widgets.text import label


class PageHead(QFrame):
    """``PageHead("Caseload", "5 things to do today")``.

    ``add_chip(widget)`` puts a chip or meter beside the title; ``add_action(button)`` a button at
    the right. Where there is no room the actions go under the title. ``edge`` draws a hairline
    below.
    """

    def __init__(
        self, title: str, sentence: str = "", *, raised: bool = False, margin: int = 24
    ) -> None:
        super().__init__()
        self.setProperty("role", "top" if raised else "plain")
        self.title = label(title, "title")
        self.title.setAccessibleName(title)
        self.sentence = label(sentence, "body", "muted")
        if not sentence:  # to show it before it has a parent would open a window
            self.sentence.hide()
        self._titles = QWidget()
        down = QVBoxLayout(self._titles)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title, 0)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(12)
        first.addLayout(self._chips)
        first.addStretch(1)
        self._first = first
        down.addLayout(first)
        down.addWidget(self.sentence)
        self._actions = QWidget()
        self._flow = Flow(self._actions, gap=12)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._actions.setSizePolicy(policy)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(margin, 8, margin, 8)
        self._box.setSpacing(12)
        self._box.addWidget(self._titles, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self._actions, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_words(self, title: str, sentence: str = "") -> None:
        """Other words."""
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._turn()

    def add_chip(self, widget: QWidget) -> None:
        """A chip or a meter beside the title."""
        self._chips.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_action(self, widget: QWidget) -> None:
        """A button, or a box to filter by, at the right."""
        self._flow.addWidget(widget)
        self._turn()

    def _turn(self) -> None:
        margins = self._box.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self.title.setWordWrap(False)
        self._first.invalidate()  # else it still has the width of the words before
        titles = self._first.totalMinimumSize().width()
        actions = self._flow.sizeHint().width()
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        beside = titles + actions + self._box.spacing() <= room and not (
            look().large_text and titles + actions > room * 0.8
        )
        wraps = titles > room
        self.title.setWordWrap(wraps)
        self._first.setStretch(0, 1 if wraps else 0)  # a title that wraps takes the whole width
        self._first.setStretch(self._first.count() - 1, 0 if wraps else 1)
        policy = QSizePolicy.Policy.Maximum if beside else QSizePolicy.Policy.Preferred
        keep = QSizePolicy(policy, QSizePolicy.Policy.Minimum)
        keep.setHeightForWidth(True)
        self._actions.setSizePolicy(keep)
        self._actions.setMinimumWidth(actions if beside else 0)
        self._box.setDirection(row if beside else column)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest action."""
        widest = max(self._flow.minimumSize().width(), look().px(160))
        margins = self._box.contentsMargins()
        height = self._box.totalMinimumSize().height()
        return QSize(widest + margins.left() + margins.right(), height)

    def resizeEvent(self, event: object) -> None:
        """Actions go under the title where there is no room."""
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self._turn()
