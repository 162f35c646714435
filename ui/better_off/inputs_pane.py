"""The left side: about the client, then the chosen offer, dense enough to be used all day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.better_off.minimum_wage import minimum_wage
from caseload.values.money import pounds
from caseload.words import say
from ui.better_off.answers import (
    LETTERS,
    MOST_OFFERS,
    children_of,
    has_partner,
    has_share,
)
from ui.better_off.answers import asked as asked_for
from ui.better_off.boxes import Known
from ui.better_off.field_column import HEADING, AnyField, FieldColumn
from ui.better_off.filling import more_is_answered
from ui.better_off.view_model import BetterOffModel
from ui.widgets.buttons import Button, link
from ui.widgets.fields import Field
from ui.widgets.flow import Flow
from ui.widgets.mark_line import MarkLine
from ui.widgets.scroll import ScrollColumn
from ui.widgets.segments import Segments
from ui.widgets.text import small_heading

_MORE = ("carer", "new_style_esa_weekly", "new_style_esa_group", "other_pension_income_weekly")
_OFFER = (
    "employer",
    "hours_per_week",
    "hourly_wage",
    "pension_employee_percent",
    "pension_basis",
    "fares_weekly",
    "childcare_monthly",
    "apprentice_rate",
)


class InputsPane(ScrollColumn):
    """Everything that is typed. ``restart_asked`` asks to begin again."""

    restart_asked = Signal()

    def __init__(self, model: BetterOffModel) -> None:
        super().__init__(margins=(20, 12, 20, 16), spacing=4, role="pane")
        self._model = model
        self._more = False
        self.heading = small_heading()
        self.about = FieldColumn()
        self.more = link(say("better_off_page.more"))
        self.benefits = FieldColumn()
        self.offer = FieldColumn()
        self.offer_heading = small_heading()
        self.offers = [self._segments(count) for count in range(1, MOST_OFFERS + 1)]
        self.add = link(say("better_off_page.add"))
        self.add.setAccessibleName(say("better_off_page.add_offer"))
        self.remove = link(say("better_off_page.remove"))
        self.least = MarkLine("info", "", role="small", tone="muted", icon=True)
        self.council = MarkLine(
            "info", say("better_off_page.council"), role="small", tone="muted", icon=True
        )
        self.keys = MarkLine(
            "info", say("better_off_page.hours_keys"), role="small", tone="muted", icon=True
        )
        again = say("better_off_page.start_again")
        self.restart = Button(again, kind="link", small=True, destroys=True)
        self._build()
        self._connect()

    def _segments(self, count: int) -> Segments:
        options = [(at, LETTERS[at], str(at + 1)) for at in range(count)]
        made = Segments(say("better_off_page.offer_choice"), options, small=True)
        made.picked.connect(lambda at: self._model.choose(int(at)))
        return made

    def _build(self) -> None:
        self.down.addWidget(self.heading)
        self.down.addWidget(self.about)
        self.down.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.down.addWidget(self.benefits)
        self.down.addSpacing(6)
        head = QWidget()
        across = Flow(head, gap=10)
        across.addWidget(self.offer_heading)
        for part in (*self.offers, self.add, self.remove):
            across.addWidget(part)
        self.down.addWidget(head)
        self.down.addWidget(self.offer)
        notes = QVBoxLayout()
        notes.setContentsMargins(0, 8, 0, 4)
        notes.setSpacing(8)
        for line in (self.least, self.keys, self.council):
            notes.addWidget(line)
        self.down.addLayout(notes)
        self.down.addWidget(self.restart, 0, Qt.AlignmentFlag.AlignLeft)
        self.down.addStretch()

    def _connect(self) -> None:
        for column in (self.about, self.benefits):
            column.edited.connect(self._model.set_answer)
        self.offer.edited.connect(
            lambda key, text: self._model.set_answer(self._of_offer(key), text)
        )
        self.add.clicked.connect(self._add_offer)
        self.remove.clicked.connect(self._model.remove_offer)
        self.more.clicked.connect(self._turn_more)
        self.restart.clicked.connect(self.restart_asked)
        self._model.filled.connect(self.fill)
        self._model.answered.connect(self.arrange)
        self._model.put.connect(self._put)

    # ---- names of fields: the chosen offer's are ``offer.…`` here

    def _of_offer(self, key: str) -> str:
        return key.replace("offer.", f"offers.{self._model.chosen}.", 1)

    def _here(self, key: str) -> str:
        return key.replace(f"offers.{self._model.chosen}.", "offer.", 1)

    def field(self, key: str) -> AnyField | None:
        """The field of an answer; None while it is out of sight, or of another offer."""
        name = self._here(key)
        for column in (self.about, self.benefits, self.offer):
            if column.asks(name):
                return column.field(name)
        return None

    def focus_field(self, key: str) -> None:
        """Put the cursor in a field, wherever it is."""
        if key.startswith("offers."):
            self._model.choose(int(key.split(".")[1]))
        if self.field(key) is None and key.rpartition(".")[2] in _MORE:
            self._turn_more()
        found = self.field(key)
        if found is not None:
            found.focus_input()

    # ---- showing

    def fill(self) -> None:
        """Show everything anew: another client, another offer."""
        model = self._model
        known = None if model.rates is None else Known(model.rates, model.areas())
        for column in (self.about, self.benefits, self.offer):
            column.set_known(known)
        self._more = self._more or more_is_answered(model.answers)
        self.heading.setText(model.about())
        self.arrange()
        self._show_offers()

    def _show_offers(self) -> None:
        model, count = self._model, self._model.count()
        letter = LETTERS[model.chosen]
        several = say("better_off_page.offers")
        one = say("better_off_page.offer", letter=letter)
        self.offer_heading.setText(several if count > 1 else one)
        for at, made in enumerate(self.offers, 1):
            made.setVisible(at == count and count > 1)
        if count > 1:
            self.offers[count - 1].set_value(model.chosen)
        self.add.setVisible(count < MOST_OFFERS)
        self.remove.setVisible(count > 1)
        self.remove.setAccessibleName(say("better_off_page.remove_offer", letter=letter))

    def arrange(self) -> None:
        """Ask what the answers so far call for."""
        model = self._model
        if model.rates is None:
            return
        wanted = set(asked_for(model.answers, model.rates.tax_year))
        self.about.show_fields(self._about(wanted))
        self.benefits.show_fields(self._benefits() if self._more else ())
        self.offer.show_fields(
            f"offer.{part}" for part in _OFFER if f"offers.{model.chosen}.{part}" in wanted
        )
        self.about.fill(model.answers)
        self.benefits.fill(model.answers)
        start = f"offers.{model.chosen}."
        self.offer.fill(
            {
                key.replace(start, "offer.", 1): text
                for key, text in model.answers.items()
                if key.startswith(start)
            }
        )
        words = "better_off_page.fewer" if self._more else "better_off_page.more"
        self.more.set_words(say(words))
        self._show_notes()

    def _about(self, wanted: set[str]) -> Iterator[str]:
        model = self._model
        yield from ("claimant.age", "partner", "children")
        for place in range(children_of(model.answers)):
            yield f"children.{place}.age"
            side = f"children.{place}.born_before_6_april_2017"
            if side in wanted:
                yield side
        yield from _work("claimant", model.answers)
        yield "claimant.health"
        yield from (
            key
            for key in (
                "housing.tenure",
                "housing.rent_monthly",
                "housing.brma",
                "housing.lha_monthly_rate",
                "housing.lha_category",
            )
            if key in wanted
        )
        if not model.knows_london():
            yield "in_greater_london"
        yield "capital"
        yield from ("claimant.pip_daily_living", "claimant.pip_mobility")
        if has_partner(model.answers):
            yield f"{HEADING}partner"
            yield "partner.age"
            yield from _work("partner", model.answers)
            yield from ("partner.health", "partner.pip_daily_living", "partner.pip_mobility")

    def _benefits(self) -> Iterator[str]:
        answers = self._model.answers
        yield from (f"claimant.{part}" for part in _MORE)
        if has_partner(answers):
            yield f"{HEADING}partner_benefits"
            yield from (f"partner.{part}" for part in _MORE)
        for place in range(children_of(answers)):
            yield from (f"children.{place}.dla_care", f"children.{place}.dla_mobility")

    def _show_notes(self) -> None:
        model = self._model
        age = model.answers.get("claimant.age", "").strip()
        known_age = age.isascii() and age.isdigit() and 18 <= int(age) < 66
        self.least.setVisible(known_age)
        if known_age and model.rates is not None:
            least = pounds(minimum_wage(int(age), model.rates))
            self.least.set_line("info", say("better_off_page.least", least=least), "muted")
        area = self.field("housing.brma")
        if isinstance(area, Field):
            area.set_hint(self._area_hint())

    def _area_hint(self) -> str:
        areas, rates = self._model.areas(), self._model.rates
        if rates is None or not areas.likely:
            return say("better_off_page.area_unknown")
        name = rates.areas[areas.likely]
        return say("better_off_page.area_likely", district=areas.district, area=name)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Each sentence beside its field."""
        here = {self._here(key): sentence for key, sentence in problems.items()}
        for column in (self.about, self.benefits, self.offer):
            column.show_problems(here)

    # ---- acting

    def _put(self, key: str, text: str) -> None:
        name = self._here(key)
        for column in (self.about, self.benefits, self.offer):
            column.put(name, text)

    def _add_offer(self) -> None:
        self._model.add_offer()
        self.offer.field("offer.hours_per_week").focus_input()

    def _turn_more(self) -> None:
        self._more = not self._more
        self.arrange()


def _work(who: str, answers: Mapping[str, str]) -> Iterator[str]:
    yield f"{who}.work_now"
    if answers.get(f"{who}.work_now") == "yes":
        job = f"{who}.job"
        yield from (f"{job}.hours_per_week", f"{job}.hourly_wage")
        yield f"{job}.pension_employee_percent"
        if has_share(answers, job):
            yield f"{job}.pension_basis"
