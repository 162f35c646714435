"""Cards, summary rows, side facts and the empty state."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from ui.theme import look, set_variant
from ui.widgets.buttons import Button, link
from ui.widgets.filling import show_filled
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark
from ui.widgets.text import label, small_heading


class Card(QFrame):
    """A raised block: ``Card("Waiting list", aside="3 people")``; fill ``card.down``.

    ``heading`` True sets the title in 18 pixels, else 15. ``set_chosen`` turns its border.
    """

    def __init__(
        self, title: str = "", *, aside: str = "", heading: bool = False, tight: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.down = QVBoxLayout(self)
        self.down.setContentsMargins(*((16, 12, 16, 12) if tight else (20, 14, 20, 16)))
        self.down.setSpacing(6)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.title = label(title, "heading" if heading else "table", strong=True)
        self.aside = label(aside, "small" if heading else "table", wrap=False)
        set_variant(self.aside, "tone", "muted" if heading else "text")
        set_variant(self.aside, "strong", not heading)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignRight)
        if not aside:
            self.aside.hide()
        if title:
            self.down.addLayout(self.head)
        else:
            self.title.setParent(None)
            self.aside.setParent(None)

    def set_title(self, title: str, aside: str = "") -> None:
        """Other words at the head."""
        self.title.setText(title)
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))

    def set_chosen(self, chosen: bool) -> None:
        """The chosen one of several has an accent border."""
        set_variant(self, "chosen", chosen)


def hairline() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line


def upright_line() -> QFrame:
    """A thin line down."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedWidth(1)
    return line


def pane(role: str = "pane") -> tuple[QFrame, QVBoxLayout]:
    """A frame without edges: role pane (raised), plain (page ground), side (sunken), quote."""
    frame = QFrame()
    frame.setProperty("role", role)
    down = QVBoxLayout(frame)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(0)
    return frame, down


class SideFacts(QWidget):
    """Small headings, each over its facts: ``facts.show_facts([("Goal", "Garden work"), ...])``.

    A fact is a sentence, a list of sentences, or a widget (marks in a ``FactGrid``, for example).
    """

    def __init__(self) -> None:
        super().__init__()
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(4)

    def show_facts(self, facts: Iterable[tuple[str, str | list[str] | QWidget]]) -> None:
        """Replace everything shown."""
        empty_layout(self._down)
        for at, (head, fact) in enumerate(facts):
            if at:
                self._down.addSpacing(8)
            if head:
                self._down.addWidget(small_heading(head))
            if isinstance(fact, QWidget):
                self._down.addWidget(fact)
                continue
            for words in [fact] if isinstance(fact, str) else fact:
                self._down.addWidget(label(words, "table"))
        self._down.addStretch()
        show_filled(self._down)


class FactGrid(QWidget):
    """Two columns, muted names left: ``FactGrid([("Employers", ("positive", "Given")), ...])``.

    A value is a sentence or a (kind, words) mark.
    """

    def __init__(
        self, rows: Iterable[tuple[str, str | tuple[str, str]]] = (), *, name_width: int = 112
    ) -> None:
        super().__init__()
        self._name_width = name_width
        self._names: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self.show_rows(rows)

    def show_rows(self, rows: Iterable[tuple[str, str | tuple[str, str]]]) -> None:
        """Replace everything shown."""
        empty_layout(self._grid)
        self._names = []
        for at, (name, value) in enumerate(rows):
            shown: QWidget
            shown = label(value, "table") if isinstance(value, str) else Mark(*value)
            named = label(name, "table", "muted")
            self._names.append(named)
            corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(named, at, 0, corner)
            side = Qt.AlignmentFlag.AlignTop if isinstance(value, str) else corner
            self._grid.addWidget(shown, at, 1, side)
        self._grid.setColumnStretch(1, 1)
        show_filled(self._grid)
        self._fit()

    def _fit(self) -> None:
        for named in self._names:
            named.setFixedWidth(look().px(self._name_width))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size widens the names."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_names"):
            self._fit()


class EmptyState(QWidget):
    """What will be here, one sentence on ``why``, one primary action (``empty.act``)."""

    def __init__(
        self,
        title: str,
        why: str,
        action: str = "",
        *,
        icon: str = "",
        key: str = "",
        other: str = "",
    ) -> None:
        super().__init__()
        around = QHBoxLayout(self)
        around.addStretch(1)
        inside = QWidget()
        self._inside = inside
        self._fit()
        down = QVBoxLayout(inside)
        down.setSpacing(8)
        down.addStretch(2)
        down.addWidget(label(title, "heading"))
        self.why = label(why, "body", "muted")
        down.addWidget(self.why)
        self.act = Button(action, kind="primary", icon=icon, key=key)
        self.other = Button(other)
        if action:
            down.addSpacing(8)
            actions = Flow(gap=10)
            actions.addWidget(self.act)
            if other:
                actions.addWidget(self.other)
            down.addLayout(actions)
        down.addStretch(3)
        around.addWidget(inside, 8)
        around.addStretch(1)

    def _fit(self) -> None:
        self._inside.setMaximumWidth(look().px(480))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size widens the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_inside"):
            self._fit()


class SummaryList(QWidget):
    """Check answers: name left, answer in the middle, Change at the right.

    ``show_answers([("name", "Name", "Dana Petrescu"), ...])``: key, name, answer. ``changes`` maps
    a key to its Change button.
    """

    def __init__(self, *, changeable: bool = True, change: str = "") -> None:
        super().__init__()
        self._change = change if changeable else ""
        self.changes: dict[str, Button] = {}
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)

    def show_answers(self, answers: Iterable[tuple[str, str, str]]) -> None:
        """Replace everything shown."""
        empty_layout(self._down)
        self.changes.clear()
        for key, name, answer in answers:
            across = QHBoxLayout()
            across.setContentsMargins(0, 8, 0, 8)
            across.setSpacing(12)
            across.addWidget(label(name, "table", strong=True), 2)
            across.addWidget(label(answer, "table"), 3)
            if self._change:
                press = link(self._change)
                press.setAccessibleName(f"{self._change} {name}")
                self.changes[key] = press
                across.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
            self._down.addLayout(across)
            self._down.addWidget(hairline())
        show_filled(self._down)


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout | QGridLayout):
            empty_layout(inner)
