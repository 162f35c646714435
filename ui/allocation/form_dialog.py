"""A dialog with a few fields: verbs at the foot, refusals said on top and beside their field."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from caseload.errors import CaseloadError
from ui.attempt import problems_of
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.text import label


class FormDialog(Dialog):
    """``FormDialog(page, title, sentence, {"reason": field}, action="Step down", back="Keep")``.

    ``submitted`` is the primary verb, by mouse or Enter; the caller does it and then closes, or
    calls ``show_refusal``. Nothing typed is lost by a refusal. ``by_enter`` False keeps a verb that
    ends something from being the default.
    """

    submitted = Signal()

    def __init__(
        self,
        over: QWidget,
        title: str,
        sentence: str,
        fields: Mapping[str, Field],
        *,
        action: str,
        back: str,
        note: str = "",
        by_enter: bool = True,
    ) -> None:
        super().__init__(over, title, sentence, width=560)
        self.fields = dict(fields)
        self.summary = ErrorSummary(self.fields)
        self.down.setSpacing(12)
        self.down.addWidget(self.summary)
        for field in self.fields.values():
            self.down.addWidget(field)
        if note:
            self.down.addWidget(label(note, "small", "muted"))
        self.act: Button = self.add_action(action, primary=by_enter)
        self.act.clicked.connect(self.submitted)
        self.back: Button = self.add_close(back)

    def open(self) -> None:
        """Show it, the cursor in the first field."""
        super().open()
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.focus_input()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what to mend."""
        self.summary.show_problems(problems)
        self.place_card()
        QTimer.singleShot(0, self, self.place_card)

    def show_refusal(self, why: CaseloadError) -> None:
        """Say why not, beside the field where it is about one."""
        self.show_problems(problems_of(why))
