"""A form on a card: fields, what stands in the way, Save, and a draft that keeps itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caseload.values.dates import clock_time
from caseload.words import say
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.flow import Flow, SideBySide
from ui.widgets.inputs import NumberInput
from ui.widgets.notes_edit import SETTLE_MS, NotesEdit
from ui.widgets.text import label
from ui.widgets.typed import set_typed, typed, when_edited

WIDEST = 760

Problems = dict[str, str]
"""Sentences by the name of their field; "" for one that belongs to no field."""


class KeepsDrafts(Protocol):
    """Where a form keeps what is typed."""

    def get(self, form: str, subject: str) -> dict[str, Any] | None:
        """What was typed and not saved."""

    def keep(
        self, form: str, subject: str, content: dict[str, Any], kept: Callable[[datetime], None]
    ) -> None:
        """Keep what is typed; ``kept`` hears when."""

    def drop(self, form: str, subject: str) -> None:
        """Forget what was typed."""


class KeptForm(Card):
    """``form.field("title", "Job title", TextInput())``; ``form.begin({...}, subject)``.

    What is typed is kept a second after the last key, given back when the form begins again, and
    forgotten once saved or thrown away. ``submitted`` asks to save, ``left`` tells that the form
    was closed; Escape closes and keeps. ``stays`` is a form that is always in sight: nothing
    closes it, and its second button brings back what is saved.
    """

    submitted = Signal()
    left = Signal()
    edited = Signal()

    def __init__(
        self, drafts: KeepsDrafts, name: str, title: str, save: str, *, stays: bool = False
    ) -> None:
        super().__init__(title, aside="" if stays else say("kept_form.escape"), heading=True)
        self.setAccessibleName(title)
        self._drafts = drafts
        self._name = name
        self._stays = stays
        self._subject: str | None = None
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
        discard = say(f"kept_form.{'as_it_was' if stays else 'discard'}")
        self.discard = Button(discard, kind="quiet", destroys=True)
        self.kept_words = label("", "small", "muted")
        self.save.clicked.connect(self.submit)
        self.discard.clicked.connect(self.throw_away)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self.settle)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(look().px(WIDEST))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size widens the form."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_pause"):
            self._fit()

    # ---- building

    def field(self, name: str, words: str, box: QWidget, *, hint: str = "") -> Field:
        """A field with its label; add it yourself, or with ``row``."""
        made = Field(words, box, hint=hint)
        self.fields[name] = made
        self.watch(name, box)
        self.summary.watch(name, made)
        return made

    def watch(self, name: str, box: QWidget) -> None:
        """Keep what is in ``box`` with the draft."""
        self.boxes[name] = box
        when_edited(box, self._edited)
        if isinstance(box, NotesEdit):
            box.submitted.connect(self.submit)

    def row(self, *blocks: QWidget, stretches: tuple[int, ...] = ()) -> None:
        """Fields beside each other where there is room, else one under the other."""
        one = len(blocks) == 1
        self.down.addWidget(blocks[0] if one else SideBySide(*blocks, stretches=stretches))

    def foot(self) -> None:
        """The buttons; the last thing to build."""
        buttons = QWidget()
        across = Flow(buttons, gap=12)
        for button in (self.save, self.discard):
            across.addWidget(button)
        self.down.addWidget(buttons)
        self.down.addWidget(self.kept_words)

    # ---- filling

    def begin(self, values: Mapping[str, Any], subject: str) -> None:
        """Start with these values about ``subject``, or with what was typed and not saved."""
        self._subject = subject
        self.summary.clear()
        self._busy = False
        self.fill(values)
        self._base = self.typed()
        self._kept = dict(self._base)
        draft = self._drafts.get(self._name, subject)
        if draft:
            self.fill(draft)
            self._kept = self.typed()
        self.kept_words.setText(say("kept_form.restored") if draft else "")

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

    def refresh(self) -> None:
        """Something was saved elsewhere: show anew what can be chosen; what is typed stays."""

    def typed(self) -> dict[str, Any]:
        """Everything in the form, as a draft keeps it."""
        return {name: typed(box) for name, box in self.boxes.items()}

    def has_changes(self) -> bool:
        """Whether anything differs from what the form began with."""
        return self.typed() != self._base

    @property
    def subject(self) -> str | None:
        """What the form is about; None while it is not in use."""
        return self._subject

    # ---- saving

    def submit(self) -> None:
        """Save, unless a save is under way."""
        if not self._busy and self._subject is not None:
            self.settle()
            self.submitted.emit()

    def busy(self) -> None:
        """A save is under way; a second press does nothing."""
        self._busy = True

    def refuse(self, problems: Mapping[str, str]) -> None:
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
        self.summary.clear()
        base = dict(self._base)
        self._forget()
        if self._stays:
            self.fill(base)
        self.left.emit()

    def close_form(self) -> None:
        """Close; what is typed is kept."""
        self.settle()
        self._subject = None
        self.left.emit()

    def settle(self) -> None:
        """Keep the draft now, when something is waiting to be kept."""
        self._pause.stop()
        if self._subject is None:
            return
        now = self.typed()
        if now == self._kept:
            return
        self._kept = now
        self._drafts.keep(self._name, self._subject, now, self._was_kept)

    def _was_kept(self, at: datetime) -> None:
        self.kept_words.setText(say("kept_form.kept", time=clock_time(at.time())))

    def _forget(self) -> None:
        self._pause.stop()
        if self._kept != self._base and self._subject is not None:
            self._drafts.drop(self._name, self._subject)
        self._kept = dict(self._base)
        if not self._stays:
            self._subject = None
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
        """The number typed; ``missing`` is the sentence where there is none."""
        box = self.boxes[name]
        if not isinstance(box, NumberInput):
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

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.focus_input()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form and keeps what is typed."""
        if event.key() == Qt.Key.Key_Escape and not self._stays:
            self.close_form()
            return
        super().keyPressEvent(event)
