"""One line of work on two lines of text, with its tick box, its mark and, when current, buttons."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import look
from ui.theme.shapes import draw_ring
from ui.widgets.buttons import Button
from ui.widgets.choices import TickBox
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.text import OneLine, label


@dataclass(frozen=True, slots=True)
class Verb:
    """Something to do from the line: ``Verb("record", "Record", key="R", icon="pencil")``.

    The key is one letter, pressed alone while the line has the focus.
    """

    id: str
    words: str
    key: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A line: a mark (kind and words), what to do, and one sentence that helps to do it.

    ``tick`` are the words of the tick box for a screen reader; empty means no tick box.
    """

    id: Hashable
    kind: str
    mark: str
    action: str
    detail: str = ""
    tick: str = ""
    verbs: tuple[Verb, ...] = field(default=())
    open_words: str = ""  # the words of the Open button; empty means nothing to open


class TaskRow(QFrame):
    """The widget of one task; the list moves the focus and decides which row is current."""

    opened = Signal(object)
    ticked = Signal(object)
    asked = Signal(object, str)
    stepped = Signal(int)
    focused = Signal(object)

    def __init__(self, task: Task, *, mark_width: int, beside_ticks: bool = False) -> None:
        super().__init__()
        self.task = task
        self._mark_width = mark_width
        self._current = False
        self._verbs: list[Button] = []
        self.tick: TickBox | None = None
        self.setAccessibleName(". ".join(part for part in (task.mark, task.action) if part))
        self.setAccessibleDescription(task.detail)
        self._mark = Mark(task.kind, task.mark)
        self._action = OneLine(task.action, "body", strong=True)
        self._detail = OneLine(task.detail, "table", "muted")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(12, 4, 12, 4)
        self._box.setSpacing(12)
        if task.tick:
            self.tick = TickBox()
            self.tick.setAccessibleName(task.tick)
            self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.tick.clicked.connect(lambda: self.ticked.emit(task.id))
            self._box.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        elif beside_ticks:  # as wide as a tick box, so that all rows line up
            gap = TickBox()
            policy = gap.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            gap.setSizePolicy(policy)
            self._box.addWidget(gap)
            gap.hide()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(12)
        self._box.addLayout(self._body, 1)
        self._body.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._action)
        if task.detail:
            words.addWidget(self._detail)
        self._body.addLayout(words, 1)
        self._actions = QWidget()
        self._across = Flow(self._actions, gap=12)
        self._body.addWidget(self._actions, 0)
        self._actions.hide()
        self._dress()

    def set_current(self, current: bool) -> None:
        """Ground, mark and buttons of the current row; it alone is a stop for Tab."""
        self._current = current
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        if self.tick is not None:
            self.tick.setFocusPolicy(policy)
        if current and not self._verbs:
            self._make_verbs()
        self._actions.setVisible(current and bool(self._verbs))
        self._ink()
        self.update()

    def verb(self, name: str) -> Button:
        """The button of a verb ("open" for Open), once the row is current."""
        return next(button for button in self._verbs if button.objectName() == name)

    def _make_verbs(self) -> None:
        for verb in self.task.verbs:
            made = Button(verb.words, icon=verb.icon, key=verb.key, small=True)
            made.setObjectName(verb.id)
            made.clicked.connect(
                lambda _on=False, name=verb.id: self.asked.emit(self.task.id, name)
            )
            self._verbs.append(made)
        if self.task.open_words:
            made = Button(self.task.open_words, key="Enter", small=True)
            made.setObjectName("open")
            made.clicked.connect(lambda: self.opened.emit(self.task.id))
            self._verbs.append(made)
        for made in self._verbs:
            made.setAccessibleDescription(self.task.action)
            self._across.addWidget(made)
        self._dress()

    def _ink(self) -> None:
        """In high contrast a current row paints every word in the colour for a selection."""
        turn = self._current and look().tokens.outlined
        for shown, tone in ((self._action, None), (self._detail, "muted")):
            shown.setProperty("tone", "on_selection" if turn else tone)
            shown.style().unpolish(shown)
            shown.style().polish(shown)
        self._mark.set_ink("on_selection" if turn else "")

    def _dress(self) -> None:
        large = look().large_text
        down, row = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if large else row)
        self._body.setSpacing(2 if large else 12)
        self._mark.setMinimumWidth(0 if large else look().px(self._mark_width))
        self.setMinimumHeight(0 if large else look().px(52))
        # Beside the words the buttons keep one line; under them they may take two.
        wide = self._across.sizeHint().width()
        self._actions.setMinimumWidth(0 if large else wide)
        self._actions.setMaximumWidth(16_777_215 if large else wide)
        middle = Qt.AlignmentFlag(0) if large else Qt.AlignmentFlag.AlignVCenter
        self._body.setAlignment(self._actions, middle)

    def changeEvent(self, event: QEvent) -> None:
        """At large text the mark stands over the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_actions"):
            self._dress()
            self._ink()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the current row, its 3-pixel mark, the ring when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if not self._current:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("selection"))
        painter.drawRoundedRect(box, 6, 6)
        edge = "on_selection" if look().tokens.outlined else "accent"
        painter.setBrush(look().colour(edge))
        painter.drawRoundedRect(QRectF(0, 0, 3, box.height()), 1.5, 1.5)
        if self.hasFocus():
            ink = "on_selection" if look().tokens.outlined else "focus"
            draw_ring(painter, box.adjusted(0, 0, 0, 0), look().colour(ink), 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter opens, Space ticks, a verb's letter does it."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -9999}
        steps[Qt.Key.Key_End] = 9999
        key = Qt.Key(event.key())
        letters = {verb.key.upper(): verb.id for verb in self.task.verbs if verb.key}
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if self.task.open_words:
                self.opened.emit(self.task.id)
        elif key == Qt.Key.Key_Space and self.tick is not None:
            self.ticked.emit(self.task.id)
        elif event.text().upper() in letters and not event.modifiers():
            self.asked.emit(self.task.id, letters[event.text().upper()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Pressing a row makes it current."""
        self.focused.emit(self.task.id)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Pressing twice opens."""
        if self.task.open_words:
            self.opened.emit(self.task.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def group_head(words: str, count: int) -> QWidget:
    """The head of a group: its name and how many lines it has."""
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(12, 8, 12, 4)
    across.setSpacing(8)
    across.addWidget(label(words, "table", "muted", strong=True, wrap=False))
    across.addWidget(label(str(count), "table", "muted", wrap=False))
    across.addStretch()
    return made
