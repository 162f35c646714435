"""Tabs: one row of words, an accent line under the chosen one; or soft ones, for filters."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme import look
from ui.widgets.flow import Flow

Kind = Literal["line", "soft"]


class TabRow(QFrame):
    """``TabRow("Record", kind="soft")``; ``add("all", "All 31")``; ``picked`` carries the key.

    Arrow keys move between tabs, Tab leaves the row. Where there is no room it takes two lines.
    """

    picked = Signal(str)

    def __init__(self, name: str, *, kind: Kind = "line") -> None:
        super().__init__()
        self._kind: Kind = kind
        self._tabs: dict[str, _Tab] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setProperty("role", "top" if kind == "line" else "clear")
        self._flow = Flow(self, gap=4 if kind == "line" else 8)
        if kind == "line":
            self._flow.setContentsMargins(16, 0, 16, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, key: str, words: str) -> None:
        """A tab at the end; the first is chosen."""
        tab = _Tab(words, self._kind)
        tab.stepped.connect(self._step)
        tab.clicked.connect(lambda: self.choose(key))
        self._tabs[key] = tab
        self._group.addButton(tab)
        self._flow.addWidget(tab)
        if len(self._tabs) == 1:
            tab.setChecked(True)
        self._rove()

    def set_words(self, key: str, words: str) -> None:
        """Other words on a tab, a new count for example."""
        self._tabs[key].set_words(words)

    def key(self) -> str:
        """The key of the chosen tab."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a tab and tell."""
        self._tabs[key].setChecked(True)
        self._rove()
        self.picked.emit(key)

    def tab(self, key: str) -> QPushButton:
        """The button of a tab."""
        return self._tabs[key]

    def _step(self, steps: int) -> None:
        keys = list(self._tabs)
        at = (keys.index(self.key()) + steps) % len(keys)
        self._tabs[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(keys[at])

    def _rove(self) -> None:
        for tab in self._tabs.values():
            chosen = tab.isChecked()
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.NoFocus)
            if chosen:
                self.setFocusProxy(tab)


class _Tab(QPushButton):
    stepped = Signal(int)

    def __init__(self, words: str, kind: Kind) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self._kind: Kind = kind
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setProperty("kind", "tab")

    def set_words(self, words: str) -> None:
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def _role(self) -> str:
        return "body" if self._kind == "line" else "table"

    def sizeHint(self) -> QSize:
        width = look().metrics(self._role(), True).horizontalAdvance(self._words)
        return QSize(width + look().px(20), look().px(41 if self._kind == "line" else 26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen and self._kind == "line":
            line = QRectF(0, box.height() - 3, box.width(), 3)
            painter.fillRect(line, look().colour("accent"))
        elif chosen:
            outlined = look().tokens.outlined
            pen = QPen(look().colour("accent"), 1) if outlined else Qt.PenStyle.NoPen
            painter.setPen(pen)
            painter.setBrush(look().colour("accent_soft"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(look().font(self._role(), chosen))
        hovered = self.underMouse()
        painter.setPen(look().colour("accent" if chosen else "text" if hovered else "muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class Tabs(QWidget):
    """A row of tabs over its pages: ``tabs.add("timeline", "Timeline", widget)``.

    ``picked`` carries the key; ``show_tab("profile")`` turns to one.
    """

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.row = TabRow(name)
        self.pages = QStackedWidget()
        self._keys: list[str] = []
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.row)
        edge = QFrame()
        edge.setProperty("role", "hairline")
        edge.setFixedHeight(1)
        down.addWidget(edge)
        down.addWidget(self.pages, 1)
        self.row.picked.connect(self._turn)

    def add(self, key: str, words: str, page: QWidget) -> None:
        """A tab with its page."""
        self._keys.append(key)
        self.row.add(key, words)  # before its page, so that Tab goes from the tab into it
        self.pages.addWidget(page)

    def key(self) -> str:
        """The key of the tab shown."""
        return self.row.key()

    def show_tab(self, key: str) -> None:
        """Turn to a tab."""
        self.row.choose(key)

    def _turn(self, key: str) -> None:
        self.pages.setCurrentIndex(self._keys.index(key))
        self.picked.emit(key)
