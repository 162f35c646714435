"""The box of each question: what is typed or chosen in it, as plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from caseload.better_off.household import (
    DlaCare,
    DlaMobility,
    EsaGroup,
    Health,
    PensionBasis,
    PipRate,
    Tenure,
)
from caseload.better_off.rate_book import Rates
from caseload.better_off.rate_files import CATEGORIES
from caseload.better_off.rent_areas import RentAreas
from caseload.better_off.universal_credit import HEALTH_RATES
from caseload.jobs.job import PayPeriod
from caseload.words import say
from ui.better_off.answers import ALLOWANCE, CARES, NO, NONE, TYPED_LIMIT, YES
from ui.widgets.choices import Choice, TickBox
from ui.widgets.inputs import MoneyInput, NumberInput, TextInput

WIDTH = 112
"""Of a box beside its label, pixels at 100 % text."""

_MONEY = frozenset(
    {
        "hourly_wage",
        "rent_monthly",
        "lha_monthly_rate",
        "capital",
        "new_style_esa_weekly",
        "other_pension_income_weekly",
        "fares_weekly",
        "childcare_monthly",
    }
)
_NUMBERS = frozenset({"age", "children", "pension_employee_percent"})
ABOVE = frozenset({"brma", "lha_category", "carer", "new_style_esa_group"})
"""Questions whose labels and answers are long, so that the box stands under its label."""
WIDE = {"health": 184, "tenure": 184, "employer": 168}
"""Widths of boxes with a short label and a long answer."""
AMOUNT_WIDTH = 92
"""Of pay, which stands in one row with what it is for."""
_CHOICE_WIDTHS = {"pay_period": 104, "pension_basis": 124}

_Codes = tuple[str, ...]
_CODES: dict[str, _Codes] = {
    "partner": (NO, YES),
    "work_now": (NO, YES),
    "in_greater_london": (YES, NO),
    "born_before_6_april_2017": ("", YES, NO),
    "pip_daily_living": tuple(PipRate),
    "pip_mobility": tuple(PipRate),
    "carer": (NONE, CARES, ALLOWANCE),
    "new_style_esa_group": tuple(EsaGroup),
    "dla_care": tuple(DlaCare),
    "dla_mobility": tuple(DlaMobility),
    "tenure": ("", *Tenure),
    "pay_period": tuple(PayPeriod),
    "pension_basis": (PensionBasis.QUALIFYING_EARNINGS, PensionBasis.ALL_PAY),
    "lha_category": ("", *CATEGORIES),
}


@dataclass(frozen=True)
class Known:
    """What the answers to choose from depend on: the rates, and where the home may lie."""

    rates: Rates
    areas: RentAreas


def part_of(field: str) -> str:
    """The last part of a field's name, which says what kind of answer it takes."""
    return field.rpartition(".")[2]


def made_box(field: str, known: Known | None) -> QWidget:
    """The empty box of a question."""
    part = part_of(field)
    box: QWidget
    if part == "hours_per_week":
        box = HoursInput(width=WIDTH)
    elif part in _MONEY:
        box = MoneyInput(width=AMOUNT_WIDTH if part == "hourly_wage" else WIDTH)
    elif part in _NUMBERS:
        box = NumberInput(width=WIDTH)
    elif part == "employer":
        box = TextInput(width=WIDE[part], dense=True)
    elif part == "apprentice_rate":
        box = TickBox(say("better_off_page.field.apprentice_rate"))
    elif part in ABOVE:
        box = LongChoice()
    elif part in WIDE:
        box = LongChoice(width=WIDE[part])
    else:
        box = Choice(width=_CHOICE_WIDTHS.get(part, WIDTH), dense=True)
    if isinstance(box, Choice):
        box.set_options(options_of(field, known))
    placeholder = {"fares_weekly": "not_entered", "pension_employee_percent": "no_share"}.get(part)
    if placeholder and isinstance(box, QLineEdit):
        box.setPlaceholderText(say(f"better_off_page.{placeholder}"))
    return box


def options_of(field: str, known: Known | None) -> list[tuple[object, str]]:
    """The codes of a choice with their words."""
    part = part_of(field)
    if part == "brma":
        return [] if known is None else _areas(known)
    codes: _Codes = _CODES.get(part, ())
    if part == "health":
        codes = ("", *(() if known is None else _healths(known.rates)))
    return [(code, say(f"better_off_page.choice.{part}.{code or 'empty'}")) for code in codes]


def _healths(rates: Rates) -> list[str]:
    """The decisions that the rates of the year know."""
    return [code for code in Health if not code.has_element or HEALTH_RATES[Health(code)] in rates]


def _areas(known: Known) -> list[tuple[object, str]]:
    """Nothing chosen, then the likely areas, then typing the limit, then all the others."""
    names = known.rates.areas
    first = [key for key in known.areas.offered if key in names]
    others = sorted((name, key) for key, name in names.items() if key not in first)
    return [
        ("", say("better_off_page.choice.brma.empty")),
        *((key, names[key]) for key in first),
        (TYPED_LIMIT, say("better_off_page.choice.brma.typed")),
        *((key, name) for name, key in others),
    ]


# ---- plain text, in and out


def text_in(box: QWidget) -> str:
    """What is typed or chosen."""
    if isinstance(box, Choice):
        return str(box.value() or "")
    if isinstance(box, TickBox):
        return YES if box.isChecked() else ""
    return box.text() if isinstance(box, QLineEdit) else ""


def put_text(box: QWidget, text: str) -> None:
    """Show an answer without calling it typed."""
    blocked = box.blockSignals(True)
    if isinstance(box, Choice):
        box.set_value(text)
    elif isinstance(box, TickBox):
        box.setChecked(text == YES)
    elif isinstance(box, QLineEdit) and box.text() != text:
        box.setText(text)
        if not isinstance(box, NumberInput):
            box.setCursorPosition(0)  # else a long answer shows its end
    box.blockSignals(blocked)


def when_edited(box: QWidget, then: Callable[[], None]) -> None:
    """Call ``then`` whenever the answer changes."""
    if isinstance(box, Choice):
        box.picked.connect(lambda _code: then())
    elif isinstance(box, TickBox):
        box.toggled.connect(lambda _on: then())
    elif isinstance(box, QLineEdit):
        box.textChanged.connect(lambda _text: then())


_STEPS = {
    Qt.Key.Key_Up: Decimal("0.5"),
    Qt.Key.Key_Down: Decimal("-0.5"),
    Qt.Key.Key_PageUp: Decimal(4),
    Qt.Key.Key_PageDown: Decimal(-4),
}


class HoursInput(NumberInput):
    """Hours a week; up and down step by half an hour, page up and down by four."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, where the key is one of the four."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        try:
            now = self.value() or Decimal(0)
        except ValueError:
            return
        hours = min(Decimal(80), max(Decimal("0.5"), now + step))
        self.setText(f"{hours.normalize():f}")


class LongChoice(Choice):
    """A choice as wide as its column, whose answers may be longer than the box."""

    def __init__(self, *, width: int | None = None) -> None:
        super().__init__(width=width, dense=True)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def showPopup(self) -> None:
        """The list is as wide as its longest answer."""
        longest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())),
            default=0,
        )
        self.view().setMinimumWidth(longest + 40)
        super().showPopup()
