"""A column of questions that come and go with the answers, each label beside or over its box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from caseload.words import say
from ui.better_off.boxes import (
    ABOVE,
    Known,
    made_box,
    options_of,
    part_of,
    put_text,
    text_in,
    when_edited,
)
from ui.theme import look, set_variant
from ui.widgets.choices import Choice, TickBox
from ui.widgets.fields import BesideField, Field, ProblemLine
from ui.widgets.text import small_heading

WIDEST = 340
_NO_LIMIT = 16_777_215
HEADING = "heading:"
"""Before the key of a heading among the fields."""


class TickField(QWidget):
    """A box to tick, its words its label, and the problem under it."""

    def __init__(self, box: TickBox) -> None:
        super().__init__()
        self.input: QWidget = box
        self.problem_line = ProblemLine()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addWidget(box)
        down.addWidget(self.problem_line)

    def words(self) -> str:
        """Its words."""
        return self.input.accessibleName()

    def problem(self) -> str:
        """The sentence shown."""
        return self.problem_line.sentence()

    def set_problem(self, sentence: str) -> None:
        """Say what to mend."""
        self.problem_line.say(sentence)
        self.input.setAccessibleDescription(sentence)

    def focus_input(self) -> None:
        """Put the focus on the box."""
        self.input.setFocus()


class InlineField(QWidget):
    """A choice in the row of another field, the period beside an amount; named, without a label."""

    def __init__(self, words: str, box: Choice) -> None:
        super().__init__()
        self.input: QWidget = box
        box.setAccessibleName(words)

    def words(self) -> str:
        """Its name."""
        return self.input.accessibleName()

    def problem(self) -> str:
        """It has none: what is wrong is said of the amount."""
        return ""

    def set_problem(self, sentence: str) -> None:
        """Said of the amount."""

    def focus_input(self) -> None:
        """Put the focus on it."""
        self.input.setFocus()


AnyField = BesideField | Field | TickField | InlineField
_PAY, _PERIOD = "hourly_wage", "pay_period"


class FieldColumn(QWidget):
    """``show_fields(["claimant.age", ...])``; ``edited`` carries a field and what stands in it."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, AnyField] = {}
        self._headings: dict[str, QLabel] = {}
        self._shown: list[str] = []
        self._known: Known | None = None
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(4)
        self._fit()

    # ---- which questions

    def set_known(self, known: Known | None) -> None:
        """Choose from other lists from now on."""
        self._known = known
        for key, made in self.fields.items():
            if part_of(key) in ("health", "brma") and isinstance(made.input, Choice):
                made.input.set_options(options_of(key, known))

    def show_fields(self, keys: Iterable[str]) -> None:
        """These questions in this order; the others are out of sight and keep their answers."""
        wanted = list(keys)
        if wanted == self._shown:
            return
        for key in self._shown:
            self._down.removeWidget(self._widget(key))
        for key in set(self._shown) - set(wanted):
            self._widget(key).hide()
        for key in wanted:
            widget = self._widget(key)
            self._down.addWidget(widget)
            widget.show()
        self._shown = wanted

    def asks(self, key: str) -> bool:
        """Whether a question is in sight, in a row of its own or beside an amount."""
        row = key.replace(_PERIOD, _PAY) if part_of(key) == _PERIOD else key
        return row in self._shown

    def shown(self) -> list[str]:
        """The questions in sight, in order, with the headings between them."""
        return list(self._shown)

    def _widget(self, key: str) -> QWidget:
        if not key.startswith(HEADING):
            return self.field(key)
        if key not in self._headings:
            made = small_heading(say(f"better_off_page.heading.{key.removeprefix(HEADING)}"))
            made.setContentsMargins(0, 8, 0, 0)
            self._headings[key] = made
        return self._headings[key]

    def field(self, key: str) -> AnyField:
        """The field of a question."""
        if key not in self.fields:
            box = made_box(key, self._known)
            when_edited(box, lambda: self.edited.emit(key, text_in(box)))
            self.fields[key] = self._made_field(key, box)
            if key.startswith("partner."):
                named = say("better_off_page.of_partner", what=words_of(key))
                box.setAccessibleName(named)
        return self.fields[key]

    def _made_field(self, key: str, box: QWidget) -> AnyField:
        words = words_of(key)
        if isinstance(box, TickBox):
            return TickField(box)
        if part_of(key) == _PERIOD and isinstance(box, Choice):
            return InlineField(words, box)
        if part_of(key) in ABOVE:
            above = Field(words, box)
            set_variant(above.label, "strong", False)
            return above
        hint = say("better_off_page.hint.health") if part_of(key) == "health" else ""
        made = BesideField(words, box, hint=hint)
        made.setToolTip(hint)
        if part_of(key) == _PAY:
            made.add_box(self.field(key.replace(_PAY, _PERIOD)).input)
        return made

    # ---- what stands in them

    def fill(self, answers: Mapping[str, str]) -> None:
        """Show answers without calling them typed."""
        for key in self._shown:
            if not key.startswith(HEADING):
                put_text(self.field(key).input, answers.get(key, ""))
            if part_of(key) == _PAY:
                period = key.replace(_PAY, _PERIOD)
                put_text(self.field(period).input, answers.get(period, ""))

    def put(self, key: str, text: str) -> None:
        """Show one answer."""
        if key in self.fields:
            put_text(self.fields[key].input, text)

    def changeEvent(self, event: QEvent) -> None:
        """At large text the column is no wider than it must be, so that label and box stay near."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_down"):
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(look().px(WIDEST) if look().large_text else _NO_LIMIT)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Each sentence beside its field; fields without one are well."""
        for key, made in self.fields.items():
            sentence = problems.get(key, "")
            if made.problem() != sentence:
                made.set_problem(sentence)


def words_of(key: str) -> str:
    """The label of a question, by its part; the partner's stand under a heading of their own."""
    who, _, part = key.rpartition(".")
    if who.startswith("children."):
        number = int(who.partition(".")[2]) + 1
        return say(f"better_off_page.field.of_child.{part}", number=number)
    if who == "claimant.job":
        return say(f"better_off_page.field.of_now.{part}")
    return say(f"better_off_page.field.{part}")
