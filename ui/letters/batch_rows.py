"""The clients of a batch of letters: a tick for each, and whether it goes by post."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from caseload.services.letter_batches import BatchChoice
from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say
from ui.letters.batch_model import BatchModel
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import empty_layout, hairline
from ui.widgets.choices import tick_box
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label
from ui.widgets.tick_line import TickLine


class BatchRows(ScrollColumn):
    """``begin()`` after the choices were read."""

    def __init__(self, model: BatchModel) -> None:
        super().__init__(margins=(24, 12, 24, 16), spacing=0, role="pane")
        self._model = model
        self.rows: dict[RecordId, BatchRow] = {}
        self.every = Button(say("letters_page.batch.all"), small="medium")
        self.none = Button(say("letters_page.batch.none"), small="medium")
        self.every.clicked.connect(lambda: model.choose_all(True))
        self.none.clicked.connect(lambda: model.choose_all(False))
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 8)
        across.addWidget(self.every)
        across.addWidget(self.none)
        across.addStretch()
        self.down.addWidget(head)
        self._list = QWidget()
        self._down = QGridLayout(self._list)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)
        self.down.addWidget(self._list)
        self.down.addStretch()

    def begin(self) -> None:
        """Show the choices as they are now."""
        model = self._model
        focused = next((key for key, row in self.rows.items() if row.has_focus()), None)
        empty_layout(self._down)
        self.rows = {}
        for place, choice in enumerate(model.choices):
            row = BatchRow(model, choice)
            self.rows[choice.client_id] = row
            self._down.addWidget(row, 2 * place, 0)
            self._down.addWidget(hairline(), 2 * place + 1, 0)
        if focused in self.rows:
            self.rows[focused].tick.setFocus(Qt.FocusReason.OtherFocusReason)


class BatchRow(QFrame):
    """One client: the tick, the sum that the letter is about, the way it goes, and why not."""

    def __init__(self, model: BatchModel, choice: BatchChoice) -> None:
        super().__init__()
        client_id = choice.client_id
        under = say("letters_page.batch.sum", day=long_date(choice.made_on), year=choice.rate_year)
        if choice.printed_on is not None:
            printed = say("letters_page.batch.was_printed", day=long_date(choice.printed_on))
            under = say("letters_page.batch.two", first=under, second=printed)
        if choice.why_no_post:
            under = say(
                "letters_page.batch.two", first=under, second=say("letters_page.batch.no_post")
            )
        name = model.name(choice)
        self.tick = TickLine(name, under=under)
        self.tick.set_ticked(client_id in model.chosen)
        self.tick.ticked.connect(partial(model.choose, client_id))
        self.post = tick_box(say("letters_page.by_post"), ticked=client_id in model.posted)
        self.post.setAccessibleName(say("letters_page.batch.post_to", name=name))
        self.post.setEnabled(not choice.why_no_post)
        self.post.toggled.connect(partial(model.post, client_id))
        across = QGridLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.setHorizontalSpacing(16)
        across.addWidget(self.tick, 0, 0)
        across.addWidget(self.post, 0, 1, Qt.AlignmentFlag.AlignTop)
        across.setColumnStretch(0, 1)
        if choice.why_no_post:
            self.post.setAccessibleDescription(say("letters_page.batch.no_post"))
        failed = model.failed.get(client_id, "")
        self.why = label(failed, "table", "danger")
        self.why.setContentsMargins(look().px(32), 2, 0, 0)
        if failed:
            across.addWidget(self.why, 1, 0, 1, 2)

    def has_focus(self) -> bool:
        """Whether the keyboard is in it."""
        return self.tick.box.hasFocus() or self.post.hasFocus()
