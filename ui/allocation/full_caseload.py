"""The 26th client: who is full, the ways on first, and nobody listed for not turning up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseload.services.allocation import CaseloadFull, CouldLeave
from caseload.values.dates import long_date
from caseload.words import say
from ui.privacy import names
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import hairline
from ui.widgets.dialog import Dialog
from ui.widgets.marks import Mark
from ui.widgets.text import OneLine, label

MOST_SHOWN = 4


class FullCaseload(Dialog):
    """``step_down_asked`` carries the client who could free a place; closing keeps things so.

    ``mine``: the caseload is the reader's own. ``now``: it is full today, not on an earlier day
    alone. ``keep`` is the verb that leaves the client waiting.
    """

    step_down_asked = Signal(str)

    def __init__(
        self,
        over: QWidget,
        full: CaseloadFull,
        client_name: str,
        *,
        mine: bool,
        now: bool,
        keep: str,
    ) -> None:
        facts = {
            "client": client_name,
            "person": full.person_name,
            "held": full.count.held,
            "cap": full.count.cap,
            "day": long_date(full.day),
        }
        whose = "mine" if mine else "theirs"
        when = "today" if now else "then"
        super().__init__(
            over,
            say(f"allocation_dialogs.full.title_{whose}", **facts),
            say(f"allocation_dialogs.full.{whose}_{when}", **facts),
        )
        self.steps: dict[str, Button] = {}
        self.down.addSpacing(8)
        if full.could_leave:
            head = say("allocation_dialogs.full.who")
            self.down.addWidget(label(head, "table", strong=True))
            self.down.addSpacing(6)
            self.down.addWidget(hairline())
        for could in full.could_leave[:MOST_SHOWN]:
            self.down.addWidget(self._leaver(could))
            self.down.addWidget(hairline())
        self.down.addSpacing(8)
        note = "never_a_reason" if full.could_leave else "nobody_yet"
        self.down.addWidget(label(say(f"allocation_dialogs.full.{note}"), "small", "muted"))
        if keep:
            self.keep = self.add_action(keep, primary=True)
            self.keep.clicked.connect(self.close_dialog)
        self.back = self.add_close(say("allocation_dialogs.full.back"))

    def _leaver(self, could: CouldLeave) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(12)
        name = names().client(could.name, could.client_id)
        mark = Mark("info", name)
        words = label(could.why, "table")
        if not look().large_text:
            line = OneLine(name, "table", strong=True)
            line.setMinimumWidth(look().px(156))
            mark = Mark("info", "")
            across.addWidget(mark)
            across.addWidget(line, 2)
        else:
            across.addWidget(mark)
        across.addWidget(words, 3)
        press = Button(say("allocation_dialogs.full.step_down"), small=True)
        press.setAccessibleName(say("allocation_dialogs.full.step_down_named", client=name))
        press.clicked.connect(lambda _=False, who=could.client_id: self._ask(who))
        across.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        self.steps[could.client_id] = press
        return row

    def _ask(self, client_id: str) -> None:
        self.close_dialog()
        self.step_down_asked.emit(client_id)
