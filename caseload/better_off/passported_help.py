"""Help that goes with Universal Credit or PIP: what a job does to it, with dated limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.fact_making import Comparison, further
from caseload.better_off.money import MONTHS, MoneyPicture
from caseload.values.money import pounds

SCHOOL_AGES = range(4, 20)
HEALTHY_START_UNDER = 4
EARLY_EDUCATION_AGE = 2
ANY_UC = "free_school_meals.with_any_universal_credit"
MEALS_LIMIT = "free_school_meals.net_earnings_limit"
HEALTHY_START = "healthy_start.net_earnings_limit"
EARLY_EDUCATION = "early_education_for_two_year_olds.net_earnings_limit"
MEALS_SOURCE = "GOV.UK, Apply for free school meals; Department for Education, 5 June 2025"
HEALTHY_START_SOURCE = "NHS Healthy Start; written answer 155723"
EARLY_SOURCE = "GOV.UK, Free education and childcare for two-year-olds"
SAVINGS_SOURCE = "HMRC, Help to Save, 12 March 2025"


def passported_help(c: Comparison, day: date) -> Iterator[Fact]:
    """Help for children, for health, with bills and with saving."""
    yield from _school_meals(c, day)
    yield from _healthy_start(c)
    yield from _early_education(c)
    yield from _health_costs(c)
    yield from _bills(c)
    yield from _saving(c)
    yield from _pip(c)


def _school_meals(c: Comparison, day: date) -> Iterator[Fact]:
    ages = [child.age for child in c.household.children]
    if not any(age in SCHOOL_AGES for age in ages):
        return
    had, has = bool(c.now.universal_credit.award), bool(c.then.universal_credit.award)
    if ANY_UC in c.rates and c.rates.rate(ANY_UC).valid_from <= day:
        if has:
            yield further(FactKind.HELP, "meals_with_uc", MEALS_SOURCE, c.rates, ANY_UC)
        elif had:
            yield further(FactKind.HELP, "meals_may_end", MEALS_SOURCE, c.rates, ANY_UC)
    elif has or had:
        limit = c.rates.amount(MEALS_LIMIT)
        within = has and _year(c.then) <= limit
        code = "meals_within_limit" if within else "meals_over_limit"
        figures = {"limit": pounds(limit)}
        yield further(FactKind.HELP, code, MEALS_SOURCE, c.rates, MEALS_LIMIT, **figures)


def _year(month: MoneyPicture) -> Decimal:
    """Take-home pay of the household, as Universal Credit counts it, pounds a year."""
    return month.universal_credit.earned_income * MONTHS


def _healthy_start(c: Comparison) -> Iterator[Fact]:
    if not any(child.age < HEALTHY_START_UNDER for child in c.household.children):
        return
    limit = c.rates.amount(HEALTHY_START)
    had = _has_with_uc(c.now, limit)
    has = _has_with_uc(c.then, limit)
    if has or had:
        code = "healthy_start_stays" if has else "healthy_start_may_end"
        figures = {"limit": pounds(limit)}
        yield further(FactKind.HELP, code, HEALTHY_START_SOURCE, c.rates, HEALTHY_START, **figures)


def _has_with_uc(month: MoneyPicture, limit: Decimal) -> bool:
    uc = month.universal_credit
    return bool(uc.award) and uc.earned_income <= limit


def _early_education(c: Comparison) -> Iterator[Fact]:
    if not any(child.age == EARLY_EDUCATION_AGE for child in c.household.children):
        return
    limit = c.rates.amount(EARLY_EDUCATION)
    had = _has_with_uc(c.now, limit / MONTHS)
    has = _has_with_uc(c.then, limit / MONTHS)
    if has or had:
        code = "early_education_stays" if has else "early_education_may_end"
        figures = {"limit": pounds(limit)}
        yield further(FactKind.HELP, code, EARLY_SOURCE, c.rates, EARLY_EDUCATION, **figures)


def _health_costs(c: Comparison) -> Iterator[Fact]:
    """Dentist, glasses and travel to hospital go with the same limits as prescriptions."""
    if c.now.universal_credit.award and c.offer.in_work:
        source = "NHS Business Services Authority, KA-04018"
        yield further(FactKind.HELP, "health_costs", source, c.rates)


def _bills(c: Comparison) -> Iterator[Fact]:
    if c.now.universal_credit.award and not c.then.universal_credit.award:
        source = "GOV.UK, Universal Credit: other financial support"
        yield further(FactKind.HELP, "bills_may_rise", source, c.rates)


def _saving(c: Comparison) -> Iterator[Fact]:
    if c.then.universal_credit.award and c.offer.in_work:
        yield further(FactKind.HELP, "help_to_save", SAVINGS_SOURCE, c.rates)


def _pip(c: Comparison) -> Iterator[Fact]:
    if any(adult.has_pip for adult in c.household.adults):
        source = "WRA 2012 ss. 77 to 79; S.I. 2013/377 reg. 24"
        yield further(FactKind.HELP, "pip_passes", source, c.rates)
