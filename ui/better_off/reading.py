"""From what is typed to a household and its offers; what is missing or unreadable, by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from caseload.better_off.household import (
    NOTHING,
    Adult,
    Child,
    DlaCare,
    DlaMobility,
    EsaGroup,
    Health,
    Household,
    Housing,
    Job,
    Offer,
    PensionBasis,
    PipRate,
    Tenure,
)
from caseload.values.money import read_pounds
from caseload.words import say
from ui.better_off.answers import (
    ALLOWANCE,
    NONE,
    TYPED_LIMIT,
    USUAL_BASIS,
    YES,
    Answers,
    children_of,
    has_partner,
    has_share,
    hourly,
    offers_of,
    side_is_open,
)

Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True)
class Read:
    """What could be read. ``household`` is None while a field of its own is missing or unreadable.

    ``offers`` has None in the place of an offer that is not complete. ``missing`` are fields that
    are needed and empty; ``problems`` maps a field to its sentence.
    """

    household: Household | None
    offers: tuple[Offer | None, ...]
    missing: tuple[str, ...]
    problems: Mapping[str, str]


def read(answers: Answers, tax_year: str) -> Read:
    """Read everything that is asked; nothing that is needed is ever assumed."""
    reader = _Reader(answers)
    household: Household | None = reader.household(tax_year)
    offers = tuple(reader.offer(f"offers.{place}") for place in range(offers_of(answers)))
    if any(not key.startswith("offers.") for key in (*reader.missing, *reader.problems)):
        household = None
    return Read(household, offers, tuple(reader.missing), reader.problems)


@dataclass
class _Reader:
    answers: Answers
    missing: list[str] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)

    # ---- one field

    def text(self, key: str) -> str:
        return self.answers.get(key, "").strip()

    def _needs(self, key: str, needed: bool) -> None:
        if needed:
            self.missing.append(key)

    def number(self, key: str, *, needed: bool = False) -> Decimal | None:
        typed = self.text(key).replace(",", "").removesuffix("%").strip()
        if not typed:
            self._needs(key, needed)
            return None
        try:
            value = Decimal(typed)
        except ArithmeticError:
            value = Decimal("NaN")
        if not value.is_finite():
            self.problems[key] = say("window.number_problem")
            return None
        return value

    def whole(self, key: str, *, needed: bool = True) -> int:
        value = self.number(key, needed=needed)
        if value is None:
            return 0
        if value != value.to_integral_value() or abs(value) > 1000:
            self.problems[key] = say("better_off_page.whole_problem")
            return 0
        return int(value)

    def pounds(self, key: str, *, needed: bool = False) -> Decimal | None:
        typed = self.text(key)
        if not typed:
            self._needs(key, needed)
            return None
        try:
            return read_pounds(typed)
        except ValueError:
            self.problems[key] = say("window.money_problem")
            return None

    def choice(self, kind: type[Code], key: str, usual: Code | None = None) -> Code | None:
        code = self.text(key)
        if code in list(kind):
            return kind(code)
        if usual is None:
            self.missing.append(key)
        return usual

    # ---- people

    def household(self, tax_year: str) -> Household:
        count = self.whole("children")
        if count < 0 or count != children_of(self.answers):
            self.problems.setdefault("children", say("better_off_page.children_problem"))
        return Household(
            claimant=self.adult("claimant"),
            partner=self.adult("partner") if has_partner(self.answers) else None,
            children=tuple(
                self.child(f"children.{place}", tax_year)
                for place in range(children_of(self.answers))
            ),
            housing=self.housing(),
            in_greater_london=self.text("in_greater_london") == YES,
            capital=self.pounds("capital", needed=True) or NOTHING,
        )

    def adult(self, who: str) -> Adult:
        carer = self.text(f"{who}.carer") or NONE
        return Adult(
            age=self.whole(f"{who}.age"),
            health=self.choice(Health, f"{who}.health") or Health.NONE,
            carer_35_hours=carer != NONE,
            claims_carers_allowance=carer == ALLOWANCE,
            pip_daily_living=self._pip(f"{who}.pip_daily_living"),
            pip_mobility=self._pip(f"{who}.pip_mobility"),
            new_style_esa_weekly=self.pounds(f"{who}.new_style_esa_weekly") or NOTHING,
            new_style_esa_group=self.choice(EsaGroup, f"{who}.new_style_esa_group", EsaGroup.NONE)
            or EsaGroup.NONE,
            other_pension_income_weekly=self.pounds(f"{who}.other_pension_income_weekly")
            or NOTHING,
            job=self.job(f"{who}.job") if self.text(f"{who}.work_now") == YES else None,
        )

    def _pip(self, key: str) -> PipRate:
        return self.choice(PipRate, key, PipRate.NONE) or PipRate.NONE

    def child(self, child: str, tax_year: str) -> Child:
        age = self.whole(f"{child}.age")
        side = f"{child}.born_before_6_april_2017"
        before = age > int(tax_year[:4]) - 2017
        if side_is_open(self.text(f"{child}.age"), tax_year):
            before = self.text(side) == YES
            self._needs(side, needed=not self.text(side))
        return Child(
            age=age,
            born_before_6_april_2017=before,
            dla_care=self.choice(DlaCare, f"{child}.dla_care", DlaCare.NONE) or DlaCare.NONE,
            dla_mobility=self.choice(DlaMobility, f"{child}.dla_mobility", DlaMobility.NONE)
            or DlaMobility.NONE,
        )

    # ---- home and work

    def housing(self) -> Housing:
        tenure = self.choice(Tenure, "housing.tenure") or Tenure.NO_HOUSING_COSTS
        if tenure in (Tenure.NO_HOUSING_COSTS, Tenure.SUPPORTED_OR_TEMPORARY):
            return Housing(tenure)
        rent = self.pounds("housing.rent_monthly", needed=True) or NOTHING
        if tenure is Tenure.SOCIAL_RENT:
            return Housing(tenure, rent)
        area = self.text("housing.brma")
        self._needs("housing.brma", needed=not area)
        if area == TYPED_LIMIT:
            limit = self.pounds("housing.lha_monthly_rate", needed=True)
            return Housing(tenure, rent, lha_monthly_rate=limit)
        return Housing(tenure, rent, area or None, self.text("housing.lha_category") or None)

    def job(self, job: str) -> Job:
        hours = self.number(f"{job}.hours_per_week", needed=True) or NOTHING
        pay = self.pounds(f"{job}.hourly_wage", needed=True) or NOTHING
        share = self.number(f"{job}.pension_employee_percent") or NOTHING
        basis = PensionBasis.NONE
        if has_share(self.answers, job):
            basis = self.choice(PensionBasis, f"{job}.pension_basis", USUAL_BASIS) or USUAL_BASIS
        return Job(
            hours_per_week=hours,
            hourly_wage=hourly(pay, self.text(f"{job}.pay_period"), hours),
            pension_employee_percent=share,
            pension_basis=basis,
        )

    def offer(self, job: str) -> Offer | None:
        work = self.job(job)
        fares = self.pounds(f"{job}.fares_weekly")
        childcare = NOTHING
        if children_of(self.answers):
            childcare = self.pounds(f"{job}.childcare_monthly") or NOTHING
        if any(key.startswith(f"{job}.") for key in (*self.missing, *self.problems)):
            return None
        return Offer(
            hours_per_week=work.hours_per_week,
            hourly_wage=work.hourly_wage,
            pension_employee_percent=work.pension_employee_percent,
            pension_basis=work.pension_basis,
            childcare_monthly=childcare,
            fares_weekly=fares,
            employer=self.text(f"{job}.employer"),
            apprentice_rate=self.text(f"{job}.apprentice_rate") == YES,
        )
