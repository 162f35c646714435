"""What to do, in groups, each line done or opened where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.widgets.cards import empty_layout, hairline
from ui.widgets.scroll import ScrollColumn
from ui.widgets.task_row import Task, TaskRow, Verb, group_head

__all__ = ["Task", "TaskGroup", "TaskList", "Verb"]


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """A head ("Late") and its lines."""

    head: str
    tasks: tuple[Task, ...]


class TaskList(QFrame):
    """``tasks.show_groups([TaskGroup("Late", (Task(...), ...)), ...])``; a card that scrolls.

    Up and Down move between lines, Enter opens, Space ticks, a verb's letter does it; Tab goes to
    the buttons of the current line, then out. ``opened`` and ``ticked`` carry the task's id,
    ``asked`` the id and the verb. The same task stays current when shown again.
    """

    opened = Signal(object)
    ticked = Signal(object)
    asked = Signal(object, str)
    current_changed = Signal(object)

    def __init__(self, name: str, *, mark_width: int = 116, card: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._mark_width = mark_width
        self._rows: list[TaskRow] = []
        self._has_ticks = False
        self._current: Hashable | None = None
        self.setProperty("role", "card" if card else "clear")
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 2, 1, 1)
        self._scroll = ScrollColumn(margins=(8, 0, 8, 8), spacing=0)
        around.addWidget(self._scroll)

    def show_groups(self, groups: Sequence[TaskGroup]) -> None:
        """Replace all lines; an empty group is left out."""
        had_focus = any(row.hasFocus() for row in self._rows)
        place = self._scroll.verticalScrollBar().value()
        before = self._at()
        empty_layout(self._scroll.down)
        self._rows = []
        self._has_ticks = any(task.tick for group in groups for task in group.tasks)
        for group in groups:
            if not group.tasks:
                continue
            if group.head:
                self._scroll.down.addWidget(group_head(group.head, len(group.tasks)))
            for task in group.tasks:
                self._scroll.down.addWidget(hairline())
                self._add(task)
        self._scroll.down.addStretch()
        ids = [row.task.id for row in self._rows]
        if self._current not in ids:
            self._current = ids[min(max(before, 0), len(ids) - 1)] if ids else None
        self._mark_current()
        self._scroll.verticalScrollBar().setValue(place)
        if had_focus and self._current is not None:
            self.row(self._current).setFocus(Qt.FocusReason.OtherFocusReason)

    def current_id(self) -> Hashable | None:
        """The id of the current task; None when there is nothing to do."""
        return self._current

    def set_current(self, task: Hashable, *, focus: bool = False) -> None:
        """Make a task current, and give it the focus."""
        self._current = task
        self._mark_current()
        row = self.row(task)
        self._scroll.ensureWidgetVisible(row, 0, 24)
        if focus:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_changed.emit(task)

    def row(self, task: Hashable) -> TaskRow:
        """The widget of a task."""
        return next(row for row in self._rows if row.task.id == task)

    def _add(self, task: Task) -> None:
        row = TaskRow(task, mark_width=self._mark_width, beside_ticks=self._has_ticks)
        row.opened.connect(self.opened)
        row.ticked.connect(self.ticked)
        row.asked.connect(self.asked)
        row.stepped.connect(self._step)
        row.focused.connect(lambda task_id: self.set_current(task_id, focus=True))
        self._rows.append(row)
        self._scroll.down.addWidget(row)
        row.show()  # at once, so that it can take the focus

    def _at(self) -> int:
        ids = [row.task.id for row in self._rows]
        return ids.index(self._current) if self._current in ids else -1

    def _step(self, steps: int) -> None:
        at = min(max(0, self._at() + steps), len(self._rows) - 1)
        self.set_current(self._rows[at].task.id, focus=True)

    def _mark_current(self) -> None:
        for row in self._rows:
            row.set_current(row.task.id == self._current)
        if self._current is not None:
            self.setFocusProxy(self.row(self._current))
