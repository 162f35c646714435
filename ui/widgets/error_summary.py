"""'There is a problem': what stands in the way, each line leading to its field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from caseload.words import say
from ui.widgets.buttons import Button, WrappedLink
from ui.widgets.text import label


class Mended(Protocol):
    """What the summary needs of a field: ``Field`` and ``BesideField`` have it."""

    def set_problem(self, sentence: str) -> None:
        """Say what to mend; empty takes it away."""

    def focus_input(self) -> None:
        """Put the cursor in the field."""


class ErrorSummary(QFrame):
    """Hidden until ``show_problems``; then it takes the focus and lists the sentences as links.

    Give it the fields by name once: ``ErrorSummary({"cap": cap_field, ...})``. The same sentence
    appears beside the field; a problem without a field stands here alone.
    """

    def __init__(self, fields: Mapping[str, Mended] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "problems")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fields = dict(fields or {})
        self._lines: list[Button] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(16, 12, 16, 12)
        self._down.setSpacing(2)
        self._down.addWidget(label(say("window.title_problem"), "heading"))
        self.hide()

    def watch(self, name: str, field: Mended) -> None:
        """Add a field made later."""
        self._fields[name] = field

    def problems(self) -> list[str]:
        """The sentences shown."""
        return [line.words() for line in self._lines]

    def clear(self) -> None:
        """All is well: hide, and take every sentence away."""
        self._empty()
        for field in self._fields.values():
            field.set_problem("")
        self.hide()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show sentences by field name, beside their fields too, and take the focus."""
        self.clear()
        if not problems:
            return
        for name, sentence in problems.items():
            field = self._fields.get(name)
            if field is not None:
                field.set_problem(sentence)
            self._down.addWidget(self._line(sentence, field))
        self.setAccessibleName(" ".join([say("window.title_problem") + ".", *self.problems()]))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sentence(self, sentence: str) -> None:
        """One problem that belongs to no field."""
        self.show_problems({"": sentence})

    def line(self, at: int) -> Button:
        """A line of the list, to press."""
        return self._lines[at]

    def _line(self, sentence: str, field: Mended | None) -> Button:
        made = WrappedLink(sentence, "problem")
        if field is not None:
            made.clicked.connect(field.focus_input)
        self._lines.append(made)
        return made

    def _empty(self) -> None:
        for line in self._lines:
            self._down.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()
