"""Layouts that turn instead of scrolling across: a flowing row, and two blocks side by side."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """A row that goes on in the next line where there is no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """The item at a place; Qt wants null past the end."""
        if 0 <= index < len(self._items):
            return self._items[index]
        return None  # type: ignore[return-value]  # how Qt says that the list has ended

    def takeAt(self, index: int) -> QLayoutItem:
        """Take an item out; Qt wants null past the end."""
        if 0 <= index < len(self._items):
            return self._items.pop(index)
        return None  # type: ignore[return-value]  # how Qt says that the list has ended

    def expandingDirections(self) -> Qt.Orientation:
        """Neither way."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Higher where narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height the lines need."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return self._around(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._around(size)

    def _around(self, size: QSize) -> QSize:
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _shown(self) -> list[QLayoutItem]:
        for item in self._items:
            widget = item.widget()
            if widget is not None:
                widget.ensurePolished()  # else its size is that of a widget without a sheet
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, whole: QRect, *, move: bool) -> int:
        edges = self.contentsMargins()
        rect = whole.marginsRemoved(edges)
        top = rect.top()
        for row in self._rows(rect.width()):
            high = max(item.sizeHint().height() for item in row)
            left = rect.left()
            for item in row:
                hint = item.sizeHint()
                if move:
                    size = QSize(min(hint.width(), rect.width()), hint.height())
                    place = QPoint(left, top + (high - hint.height()) // 2)
                    item.setGeometry(QRect(place, size))
                left += hint.width() + self._gap
            top += high + self._gap
        foot = top - self._gap if self._shown() else top
        return foot + edges.bottom() - whole.top()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """The items of each line."""
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not rows or left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(item)
            left += wide + self._gap
        return rows


class SideBySide(QWidget):
    """Two or more blocks beside each other while there is room, else one under the other."""

    def __init__(self, *blocks: QWidget, gap: int = 16, stretches: tuple[int, ...] = ()) -> None:
        super().__init__()
        self._blocks = blocks
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for at, block in enumerate(blocks):
            self._box.addWidget(block, stretches[at] if stretches else 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fits(self, width: int) -> bool:
        """Whether the blocks stand beside each other in that width."""
        needed = [block.minimumSizeHint().expandedTo(block.minimumSize()) for block in self._blocks]
        gaps = self._box.spacing() * (len(needed) - 1)
        return width >= sum(size.width() for size in needed) + gaps

    def _turn(self, width: int) -> None:
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = row if self.fits(width) else column
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()

    def resizeEvent(self, event: object) -> None:
        """Turn when the room changes."""
        self._turn(self.width())

    def hasHeightForWidth(self) -> bool:
        """Higher when turned."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the blocks need in that width."""
        self._turn(width)
        return (
            self._box.totalHeightForWidth(width)
            if self._box.hasHeightForWidth()
            else (self._box.totalSizeHint().height())
        )

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest block alone."""
        widths = [block.minimumSizeHint().width() for block in self._blocks]
        return QSize(max(widths, default=0), self._box.totalMinimumSize().height())
