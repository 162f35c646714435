"""The sum in words, step by step: each line, and the totals that are sums of the lines shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseload.better_off.answer import Explanation, StepKind
from caseload.values.money import pounds
from ui.theme import look
from ui.theme.shapes import draw_ring
from ui.widgets.cards import hairline
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label, set_tone

_HEAD = "head"
_Line = tuple[str, str, str]
"""Kind (a StepKind, or a heading), words, amount."""


class StepsColumn(ScrollColumn):
    """``show_steps(explanation)``; it takes the focus, so that arrow keys scroll it."""

    def __init__(self, name: str) -> None:
        super().__init__(margins=(16, 0, 16, 10), spacing=0, keeps=True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: list[_StepRow] = []
        self.down.addStretch()

    def show_steps(self, explanation: Explanation | None) -> None:
        """The steps of another answer; the scroll stays where it was."""
        lines = list(_lines(explanation)) if explanation is not None else []
        while len(self._rows) < len(lines):
            row = _StepRow()
            self._rows.append(row)
            self.down.insertWidget(len(self._rows) - 1, row)
        for at, row in enumerate(self._rows):
            if at < len(lines):
                row.show_line(*lines[at], first=at == 0)
            row.setVisible(at < len(lines))
        said = (f"{words}, {amount}" if amount else words for _, words, amount in lines)
        self.setAccessibleDescription(". ".join(said))

    def lines(self) -> list[tuple[str, str]]:
        """Words and amounts as they stand there."""
        return [row.said() for row in self._rows if not row.isHidden()]

    def sizeHint(self) -> QSize:
        """Where it scrolls by itself it is content with little and takes what there is."""
        whole = super().sizeHint()
        return whole if look().large_text else QSize(whole.width(), look().px(180))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow and page keys scroll; where the page around scrolls they are its own."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, over the ground and under the words."""
        super().paintEvent(event)
        if self.hasFocus():
            box = QRectF(self.viewport().rect()).adjusted(3, 2, -3, -3)
            draw_ring(QPainter(self.viewport()), box, look().colour("focus"), 6)


def _lines(explanation: Explanation) -> Iterator[_Line]:
    for part in explanation.sections:
        yield _HEAD, part.title, ""
        for step in part.steps:
            amount = "" if step.amount is None else pounds(step.amount)
            yield step.kind, step.words, amount


class _StepRow(QFrame):
    """One line; the same widget shows another line when the answer changes."""

    def __init__(self) -> None:
        super().__init__()
        self._line = hairline()
        self._words = label("", "table")
        self._amount = label("", "table", wrap=False)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(12)
        across.addWidget(self._words, 1)
        across.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)
        self._across = across
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._line)
        down.addWidget(inside)

    def said(self) -> tuple[str, str]:
        """Words and amount."""
        return self._words.text(), self._amount.text()

    def show_line(self, kind: str, words: str, amount: str, *, first: bool) -> None:
        """Show a line: a heading, a line, a total or a note."""
        head, total = kind == _HEAD, kind == StepKind.TOTAL
        self._words.setText(words)
        self._amount.setText(amount)
        self._amount.setVisible(bool(amount))
        quiet = head or kind == StepKind.NOTE
        set_tone(self._words, "muted" if quiet else "text", strong=head or total)
        set_tone(self._amount, "text", strong=total)
        self._line.setVisible(not head and not first)
        self._across.setContentsMargins(0, 10 if head and not first else 4, 0, 4)
