"""Before a referral is saved: who may be the same person, side by side with what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from caseload.words import say
from ui.referrals.view_model import LookAlike, ReferralModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.dialog import Dialog
from ui.widgets.text import label, small_heading

MOST_SHOWN = 3


class LookAlikes(Dialog):
    """``same`` carries the client on record, ``opened`` one who is supported or waits already;
    ``new_person`` says that it is nobody of these.
    """

    same = Signal(object)
    opened = Signal(str)
    new_person = Signal()

    def __init__(self, over: QWidget, model: ReferralModel, found: Sequence[LookAlike]) -> None:
        super().__init__(
            over,
            say("referral_page.compare.title"),
            say("referral_page.compare.sentence", count=len(found)),
            width=720,
        )
        self.same_buttons: dict[str, Button] = {}
        self.down.setSpacing(12)
        for one in found[:MOST_SHOWN]:
            self.down.addWidget(self._shown(model, one))
        self.new = self.add_action(say("referral_page.compare.new"))
        self.new.clicked.connect(self._new)
        self.back = self.add_close(say("referral_page.compare.back"))

    def _shown(self, model: ReferralModel, one: LookAlike) -> Card:
        card = Card(tight=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(small_heading(say("referral_page.compare.typed")), 0, 1)
        grid.addWidget(small_heading(say("referral_page.compare.on_record")), 0, 2)
        nothing = say("referral_page.compare.nothing")
        typed, known = model.compared(model.typed_client()), model.compared(one.client)
        for at, name in enumerate(typed, start=1):
            same = typed[name] == known[name] != nothing
            grid.addWidget(label(say(f"referral_page.compare.{name}"), "table", "muted"), at, 0)
            grid.addWidget(label(typed[name], "table"), at, 1)
            grid.addWidget(label(known[name], "table", strong=same), at, 2)
        last = len(typed) + 1
        grid.addWidget(label(say("referral_page.compare.stands"), "table", "muted"), last, 0)
        grid.addWidget(label(one.standing, "table"), last, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        card.down.addLayout(grid)
        key = "same_open" if one.is_open else "same"
        press = Button(say(f"referral_page.compare.{key}"), small="medium")
        press.setAccessibleDescription(", ".join(known.values()))
        press.clicked.connect(lambda: self._same(one))
        self.same_buttons[one.client.id] = press
        card.down.addSpacing(4)
        card.down.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _same(self, one: LookAlike) -> None:
        self.close_dialog()
        if one.is_open:
            self.opened.emit(one.client.id)
        else:
            self.same.emit(one.client)

    def _new(self) -> None:
        self.close_dialog()
        self.new_person.emit()
