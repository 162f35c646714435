"""What a job changes for people with less common circumstances: one sentence each, twice.

Student loans, working for oneself, New Style JSA, other adults at home, transitional protection,
old awards with an LCW element, and Council Tax Reduction where it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.fact_making import Comparison, circumstance
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.non_dependants import CONTRIBUTION
from caseload.better_off.other_benefits import JSA_DISREGARD, JSA_HOURS, other_income_week
from caseload.better_off.other_income import OtherIncomeKind
from caseload.better_off.student_loans import loan_rates
from caseload.better_off.universal_credit import LCW_RATE
from caseload.better_off.view import View
from caseload.values.dates import long_date
from caseload.values.money import pounds

FLOOR_SOURCE = "UC Regs regs 62 to 64 and 90"


def circumstances(c: Comparison) -> Iterator[Fact]:
    """Everything of the kind; nothing where none of it was said of the household."""
    for part in (_health_wait, _student_loan, _self_employment, _jsa, _award, _council_tax):
        yield from part(c)


def _health_wait(c: Comparison) -> Iterator[Fact]:
    waits = [adult.health_element_from for adult in c.household.adults if adult.health.has_element]
    for starts in (day for day in waits if day):
        yield circumstance(FactKind.CHECK, "health_wait", "UC Regs reg. 28", date=long_date(starts))


def _student_loan(c: Comparison) -> Iterator[Fact]:
    loans = c.household.claimant.student_loans
    taken = c.then.pay.student_loan
    if taken:
        yield circumstance(
            FactKind.CHANGES,
            "student_loan",
            "UC Regs reg. 55(5)",
            *loan_rates(loans, c.rates),
            amount=pounds(taken),
        )


def _self_employment(c: Comparison) -> Iterator[Fact]:
    business = c.offer.self_employment
    if business is None or not c.offer.in_work:
        return
    if business.start_up_period:
        yield circumstance(FactKind.CHECK, "start_up", FLOOR_SOURCE)
    elif floor := c.then.universal_credit.minimum_income_floor:
        key = minimum_wage_rate(c.household.claimant.age)
        yield circumstance(
            FactKind.CHANGES, "income_floor", FLOOR_SOURCE, key, amount=pounds(floor)
        )
    yield circumstance(FactKind.TO_DO, "report_business", "UC Regs reg. 57; S.I. 2013/380 reg. 61")


def _jsa(c: Comparison) -> Iterator[Fact]:
    claimant = c.household.claimant
    for income in claimant.other_income:
        if income.kind is not OtherIncomeKind.NEW_STYLE_JSA or not c.offer.in_work:
            continue
        paid = other_income_week(income, claimant, (c.offer,), c.rates, View.LAW)
        keys = (JSA_HOURS, JSA_DISREGARD)
        source = "Jobseekers Act 1995 s. 4; S.I. 2013/378 Part 7"
        if not paid:
            hours = f"{c.rates.amount(JSA_HOURS):f}"
            yield circumstance(FactKind.CHANGES, "jsa_ends", source, *keys, hours=hours)
        elif paid < income.weekly:
            yield circumstance(FactKind.CHANGES, "jsa_down", source, *keys, amount=pounds(paid))
        yield circumstance(FactKind.TO_DO, "tell_jsa", source)


def _award(c: Comparison) -> Iterator[Fact]:
    uc = c.then.universal_credit
    if not uc.award:
        return
    if uc.lcw_element:
        amount = pounds(uc.lcw_element)
        yield circumstance(
            FactKind.STAYS, "lcw_element_stays", "S.I. 2017/204 Sch. 2", LCW_RATE, amount=amount
        )
    if uc.non_dependant_contributions:
        amount = pounds(uc.non_dependant_contributions)
        source = "UC Regs Sch. 4 paras 13 to 16"
        yield circumstance(FactKind.STAYS, "non_dependants", source, CONTRIBUTION, amount=amount)


def _council_tax(c: Comparison) -> Iterator[Fact]:
    now = c.household.council_tax_reduction_monthly
    then = c.offer.council_tax_reduction_monthly
    if now is None or then is None:
        return
    figures = {"before": pounds(now), "after": pounds(then)}
    if then < now:
        yield circumstance(FactKind.CHANGES, "council_tax_up", "", **figures)
    else:
        yield circumstance(FactKind.STAYS, "council_tax_help_stays", "", **figures)
