"""The head of the page: who this is, how far along, how to stay safe, and what may be asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from caseload.people.roles import Action
from caseload.words import say
from ui.actions import command, shown_shortcut
from ui.client import glance
from ui.client.head_safety import HeadSafety
from ui.client.view_model import ClientViewModel
from ui.theme import look, set_variant
from ui.theme.shapes import bar_colours, draw_bars
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.text import label


class HeaderBar(QFrame):
    """Name, stage and buttons in one row; the safety lines under it, always in sight."""

    line_asked = Signal()
    better_off_asked = Signal()
    record_asked = Signal()
    safety_asked = Signal()

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__()
        self._model = model
        self._compact = False
        self.setProperty("role", "top")
        self.setProperty("pane", True)
        self.name = label("", "title")
        self.about = label("", "table", "muted")
        self.stage = _Stage()
        self.line = Button(say("client_page.line_for_gp"), icon="copy")
        self.better_off = Button(say("client_page.better_off"), icon="scale")
        key = shown_shortcut(command("record_contact").shortcut)
        self.record = Button(say("client_page.record"), kind="primary", icon="pencil", key=key)
        self.line.clicked.connect(self.line_asked)
        self.better_off.clicked.connect(self.better_off_asked)
        self.record.clicked.connect(self.record_asked)
        self.safety = HeadSafety()
        self.safety.add.clicked.connect(self.safety_asked)
        self._build()

    def _build(self) -> None:
        self._names = QWidget()
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.about)
        self._actions = QWidget()
        self._flow = Flow(self._actions, gap=12)
        for button in (self.line, self.better_off, self.record):
            self._flow.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(8)
        self._box.addWidget(self._names, 0)
        self._gap = QSpacerItem(24, 0)
        self._box.addSpacerItem(self._gap)
        self._box.addWidget(self.stage, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addStretch(1)
        self._box.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 14, 24, 10)
        down.setSpacing(8)
        down.addLayout(self._box)
        down.addWidget(self.safety)
        self._down = down

    def refresh(self) -> None:
        """Show the client in sight."""
        model = self._model
        self.name.setText(model.name())
        self.about.setText(glance.about(model))
        stage = glance.stage(model)
        self.stage.setVisible(stage is not None)
        if stage is not None:
            step = None if glance.is_keeping_work(model) else stage[1]
            self.stage.show_stage(stage[0], step)
        self.record.setVisible(model.may(Action.WRITE_NOTES))
        self.line.setVisible(model.header.notes_open)
        self.better_off.setVisible(model.may(Action.BETTER_OFF))
        kinds = [line.kind for line in model.header.safety]
        self.safety.show_lines(
            list(zip(kinds, glance.safety(model), strict=True)),
            may_add=model.may(Action.WRITE_CLIENT),
        )
        self._show_safety()
        self._turn()

    def set_writing(self, writing: bool) -> None:
        """While a form is open below, its own Save is the one primary button of the view."""
        set_variant(self.record, "kind", "plain" if writing else "primary")

    def set_compact(self, compact: bool) -> None:
        """Where the page scrolls as a whole, name and safety stand pinned above it."""
        self._compact = compact
        self.name.setVisible(not compact)
        self._show_safety()

    def _show_safety(self) -> None:
        pinned = self._compact and bool(self.safety.count())
        self.safety.setVisible(not pinned)

    def _turn(self) -> None:
        """Buttons beside the name where there is room, else under it.

        The name stands in the pinned strip where the page is compact.
        """
        margins = self._down.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        words = max(
            look().metrics("title").horizontalAdvance(self.name.text()),
            look().metrics("table").horizontalAdvance(self.about.text()),
        )
        shown = self.stage.sizeHint().width() + 24 if self.stage.isVisibleTo(self) else 0
        actions = self._flow.sizeHint().width()
        left = room - shown - actions - 32
        beside = left >= min(words, look().px(300)) and not look().large_text
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(row if beside else column)
        self._gap.changeSize(24 if beside else 0, 0)
        if beside:
            self._names.setFixedWidth(min(words + 4, left))
            self._actions.setFixedWidth(actions)
        else:
            for part in (self._names, self._actions):
                part.setMinimumWidth(0)
                part.setMaximumWidth(16_777_215)
        policy = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Preferred
        keep = QSizePolicy(policy, QSizePolicy.Policy.Minimum)
        keep.setHeightForWidth(True)
        self._actions.setSizePolicy(keep)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest button."""
        return QSize(look().px(260), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another order."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_down"):
            self._turn()


class _Stage(QWidget):
    """The word, the step, and five wide bars under them."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._rest = ""
        self._step: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stage(self, words: str, step: int | None) -> None:
        """Another stage; no step leaves the bars out."""
        self._words = words
        self._step = step
        self._rest = "" if step is None else say("client_page.step_of", step=step)
        self.setAccessibleName(f"{self._words}{self._rest}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words over bars."""
        words = look().metrics("table", True).horizontalAdvance(self._words)
        words += look().metrics("table").horizontalAdvance(self._rest) + 2
        bars = look().px(178) if self._step is not None else 0
        return QSize(max(words, bars), look().px(32 if self._step is not None else 20))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The word in 600, the step in 400, the bars."""
        painter = QPainter(self)
        painter.setPen(look().colour("text"))
        line = QRectF(0, 0, self.width(), look().px(20))
        painter.setFont(look().font("table", True))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), self._words)
        line.setLeft(look().metrics("table", True).horizontalAdvance(self._words))
        painter.setFont(look().font("table"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), self._rest)
        if self._step is None:
            return
        bars = QRectF(0, look().px(24), look().px(178), look().px(6))
        edge = look().colour("text") if look().tokens.outlined else None
        draw_bars(painter, bars, bar_colours(look().tokens, self._step, 5, None), 2, edge)

    def changeEvent(self, event: QEvent) -> None:
        """A new look may need another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
