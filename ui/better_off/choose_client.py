"""Whose sum is this? Part of a name, a date of birth or an NHS number finds the client."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caseload.services.clients import FoundClient
from caseload.words import say
from ui.privacy import names
from ui.theme import look
from ui.widgets.dialog import Dialog
from ui.widgets.fields import Field
from ui.widgets.inputs import FilterInput
from ui.widgets.record_table import Column, RecordTable, Row
from ui.widgets.text import label


class ChooseClient(Dialog):
    """``picked`` carries the client's id, and the dialog has gone."""

    picked = Signal(str)

    def __init__(self, over: QWidget, search: Callable[[str], list[FoundClient]]) -> None:
        title = say("better_off_page.choose.title")
        super().__init__(over, title, say("better_off_page.choose.sentence"), width=560)
        self._search = search
        self.box = FilterInput(say("better_off_page.choose.find"))
        self.found = RecordTable(
            title,
            [
                Column(say("better_off_page.choose.name"), 240, "name", stretch=True),
                Column(say("better_off_page.choose.born"), 180),
            ],
            row_height=32,
        )
        self.found.setMinimumHeight(look().px(200))
        self.nobody = label("", "small", "muted")
        self.down.setSpacing(10)
        self.down.addWidget(Field(say("better_off_page.choose.find"), self.box))
        self.down.addWidget(self.found)
        self.down.addWidget(self.nobody)
        self.choose = self.add_action(say("better_off_page.choose.choose"), primary=True)
        self.add_close(say("better_off_page.choose.back"))
        self.box.textChanged.connect(self._look)
        self.box.moved.connect(self.found.move)
        self.box.left.connect(self.close_dialog)
        self.found.opened.connect(lambda _id: self._pick())
        self.choose.clicked.connect(self._pick)
        self._look("")

    def open(self) -> None:
        """Show it with the cursor where the name is typed."""
        super().open()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, text: str) -> None:
        hits = self._search(text)
        self.found.show_rows(
            [
                Row(
                    hit.client_id,
                    (names().client(hit.name, hit.client_id), names().born(hit.born_on)),
                )
                for hit in hits
            ]
        )
        nothing = bool(text.strip()) and not hits
        self.nobody.setText(say("better_off_page.choose.nobody", text=text) if nothing else "")
        self.nobody.setVisible(nothing)
        self.choose.setEnabled(bool(hits))
        self.place_card()

    def _pick(self) -> None:
        chosen = self.found.current_id()
        if chosen is not None:
            self.close_dialog()
            self.picked.emit(str(chosen))
