"""A form on the client's page: fields, what stands in the way, Save, and a draft kept by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from caseload.values.dates import clock_time
from caseload.words import say
from ui.client.typed import set_typed, typed, when_edited
from ui.client.view_model import ClientViewModel, Problems
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import Flow, SideBySide
from ui.widgets.inputs import MoneyInput, NumberInput
from ui.widgets.notes_edit import SETTLE_MS, NotesEdit
from ui.widgets.text import label

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class Form(Card):
    """``form.field("title", "Job title", TextInput())``; ``form.begin({...})``; ``submitted``.

    What is typed is kept a second after the last key, given back when the form begins again, and
    forgotten once saved or thrown away. ``left`` tells that the form was closed; Escape closes and
    keeps.
    """

    submitted = Signal()
    left = Signal()
    edited = Signal()

    def __init__(self, model: ClientViewModel, name: str, title: str, save: str) -> None:
        super().__init__(title, aside=say("client_page.form.escape"), heading=True)
        self.setAccessibleName(title)
        self._model = model
        self._name = name
        self._subject = ""
        self._base: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}
        self._loading = False
        self._busy = False
        self.fields: dict[str, Field] = {}
        self.boxes: dict[str, QWidget] = {}
        self.summary = ErrorSummary()
        self.down.setSpacing(14)
        self.down.addWidget(self.summary)
        self.save = Button(save, kind="primary", key="Ctrl S")
        self.discard = Button(say("client_page.form.discard"), kind="quiet", destroys=True)
        self.kept_words = label("", "small", "muted")
        self.save.clicked.connect(self.submit)
        self.discard.clicked.connect(self.throw_away)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self.settle)

    # ---- building

    def field(self, name: str, words: str, box: QWidget, *, hint: str = "") -> Field:
        """A field with its label; add it yourself, or with ``row``."""
        if isinstance(box, Choice):
            # A long list must not make its box wider than the form.
            box.setSizeAdjustPolicy(_SHORT)
            box.setMinimumContentsLength(8)
        made = Field(words, box, hint=hint)
        self.fields[name] = made
        self.watch(name, box)
        self.summary.watch(name, made)
        return made

    def tick(self, name: str, box: QWidget) -> QWidget:
        """A box to tick; its words are its label."""
        self.watch(name, box)
        return box

    def watch(self, name: str, box: QWidget) -> None:
        """Keep what is in ``box`` with the draft."""
        self.boxes[name] = box
        when_edited(box, self._edited)
        if isinstance(box, NotesEdit):
            box.submitted.connect(self.submit)

    def row(self, *blocks: QWidget) -> None:
        """Fields beside each other where there is room, else one under the other."""
        self.down.addWidget(blocks[0] if len(blocks) == 1 else SideBySide(*blocks, gap=16))

    def foot(self) -> None:
        """The buttons; the last thing to build."""
        buttons = QWidget()
        across = Flow(buttons, gap=12)
        for button in (self.save, self.discard):
            across.addWidget(button)
        self.down.addWidget(buttons)
        self.down.addWidget(self.kept_words)

    # ---- filling

    def begin(self, values: Mapping[str, Any], subject: str, *, name: str = "") -> None:
        """Start with these values about ``subject``, or with what was typed and not saved.

        ``name`` keeps drafts of one subject apart, one for each purpose of consent say.
        """
        self._subject = subject
        self._name = name or self._name
        self.summary.clear()
        self._busy = False
        self.fill(values)
        self._base = self.typed()
        self._kept = dict(self._base)
        draft = self._model.services.drafts.get(form=self._name, subject_id=subject)
        if draft:
            self.fill(draft)
            self._kept = self.typed()
        self.kept_words.setText(say("client_page.form.restored") if draft else "")

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show values by name without calling them typed; unknown names are left out."""
        self._loading = True
        for name, value in values.items():
            if name in self.boxes:
                set_typed(self.boxes[name], value)
        self._loading = False

    def rebase(self, values: Mapping[str, Any]) -> None:
        """The record was saved elsewhere: show it in every field that nobody has touched here."""
        now = self.typed()
        touched = {name: value for name, value in now.items() if value != self._base.get(name)}
        self.fill(values)
        self._base = self.typed()
        self.fill(touched)

    def typed(self) -> dict[str, Any]:
        """Everything in the form, as a draft keeps it."""
        return {name: typed(box) for name, box in self.boxes.items()}

    def has_changes(self) -> bool:
        """Whether anything differs from what the form began with."""
        return self.typed() != self._base

    # ---- saving

    def submit(self) -> None:
        """Save, unless a save is under way."""
        if not self._busy:
            self.settle()
            self.submitted.emit()

    def busy(self) -> None:
        """A save is under way; a second press does nothing."""
        self._busy = True

    def refuse(self, problems: Problems) -> None:
        """Say what to mend; everything typed stays."""
        self._busy = False
        self.summary.show_problems(problems)

    def saved(self) -> None:
        """It is in the record: forget the draft and close."""
        self._busy = False
        self.summary.clear()
        self._forget()
        self.left.emit()

    def throw_away(self) -> None:
        """Forget what was typed, and close."""
        self._forget()
        self.left.emit()

    def close_form(self) -> None:
        """Close; what is typed is kept."""
        self.settle()
        self.left.emit()

    def settle(self) -> None:
        """Keep the draft now, when something is waiting to be kept."""
        self._pause.stop()
        now = self.typed()
        if not self._subject or now == self._kept:
            return
        self._kept = now
        self._model.keep_draft(self._name, self._subject, now, self._was_kept)

    def _was_kept(self, at: datetime) -> None:
        self.kept_words.setText(say("client_page.form.kept", time=clock_time(at.time())))

    def _forget(self) -> None:
        self._pause.stop()
        had = self._kept != self._base
        self._kept = dict(self._base)
        if had:
            self._model.drop_draft(self._name, self._subject)
        self._subject = ""
        self.kept_words.setText("")

    def _edited(self) -> None:
        if not self._loading:
            self._pause.start()
            self.edited.emit()

    # ---- reading

    def day(self, name: str, problems: Problems, *, needed: bool = True) -> date | None:
        """The day typed; what is wrong with it goes to ``problems``."""
        box = self.boxes[name]
        if not isinstance(box, DateField):
            raise TypeError(f"{name} is no date")
        problem = box.problem(needed=needed)
        if problem:
            problems[name] = problem
        return box.value()

    def number(self, name: str, problems: Problems, missing: str = "") -> Decimal | None:
        """The number or the amount typed; ``missing`` is the sentence where there is none."""
        box = self.boxes[name]
        if not isinstance(box, NumberInput | MoneyInput):
            raise TypeError(f"{name} is no number")
        try:
            value = box.value()
        except ValueError as problem:
            problems[name] = str(problem)
            return None
        if value is None and missing:
            problems[name] = missing
        return value

    def text(self, name: str) -> str:
        """The words typed, or the code chosen, as text."""
        value = typed(self.boxes[name])
        return "" if value is None else str(value).strip()

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(typed(self.boxes[name]))

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.focus_input()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form and keeps what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
            return
        super().keyPressEvent(event)
