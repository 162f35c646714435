"""Where a member of staff must look: the law differs from the estimate, or a check is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.calculation import jobs_of, month_in
from caseload.better_off.earnings import QUALIFYING_EARNINGS_RATES, gross_year
from caseload.better_off.fact_making import Comparison, circumstance, fact
from caseload.better_off.household import NOTHING, Health, PensionBasis, PensionRelief
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.money import WEEKS, MoneyPicture
from caseload.better_off.other_benefits import is_permitted_work
from caseload.better_off.other_income import OtherIncomeKind
from caseload.values.money import pounds

AUTO_ENROLMENT_FROM = 22
TRIGGER = "pension_auto_enrolment.earnings_trigger"
SHARE = "pension_auto_enrolment.minimum_employee_contribution"
PENSION_RATES = (TRIGGER, SHARE, *QUALIFYING_EARNINGS_RATES)
THRESHOLD = "uc.benefit_cap_earnings_threshold"


def warnings_of(comparison: Comparison) -> tuple[Fact, ...]:
    """The warnings of an offer, the gravest first."""
    return tuple(
        each
        for part in (
            _protected_rate,
            _cap_and_pension,
            _pension,
            _benefits,
            _health,
            _pay,
            _circumstances,
            _partner,
        )
        for each in part(comparison)
    )


def _warning(code: str, source: str = "", *keys: str, **figures: object) -> Fact:
    return fact(FactKind.WARNING, code, source, *keys, **figures)


def _protected_rate(c: Comparison) -> Iterator[Fact]:
    """A protected rate is kept over a gap of up to six months that earnings caused."""
    protected = any(adult.health is Health.LCWRA_PROTECTED for adult in c.household.adults)
    if protected and c.now.universal_credit.award and not c.then.universal_credit.award:
        yield _warning("protected_rate", "UC Regs regs 27A(2) and 28(3), (4)")


def _cap_and_pension(c: Comparison) -> Iterator[Fact]:
    """16 hours at the National Living Wage lift the cap only without a pension share."""
    uc = c.then.universal_credit
    source = "UC Regs regs 55(5) and 82(1)(a)"
    if uc.cap_exemption == "earnings" and not c.then.pay.pension and _is_enrolled(c):
        with_share = _with_least_pension(c)
        if with_share.universal_credit.cap_reduction:
            yield _warning(
                "cap_returns_with_pension",
                source,
                THRESHOLD,
                *PENSION_RATES,
                share=pounds(with_share.pay.pension),
                threshold=pounds(c.rates.amount(THRESHOLD)),
            )
    elif uc.cap_reduction and c.then.pay.pension:
        threshold = c.rates.amount(THRESHOLD)
        if uc.earned_income + c.then.pay.pension >= threshold:
            yield _warning("cap_stays_with_pension", source, THRESHOLD, threshold=pounds(threshold))


def _is_enrolled(c: Comparison) -> bool:
    """Whether this pay brings automatic enrolment (Pensions Act 2008 ss. 3, 13)."""
    if c.offer.self_employment is not None or c.household.claimant.age < AUTO_ENROLMENT_FROM:
        return False
    return gross_year(c.offer) >= c.rates.amount(TRIGGER)


def _with_least_pension(c: Comparison) -> MoneyPicture:
    job = replace(
        c.offer,
        pension_basis=PensionBasis.QUALIFYING_EARNINGS,
        pension_employee_percent=c.rates.amount(SHARE) * 100,
    )
    return month_in(c.frame, job)


def _pension(c: Comparison) -> Iterator[Fact]:
    if c.offer.pension_employee_percent:
        if c.offer.pension_relief is PensionRelief.NOT_ASKED:
            yield _warning("relief_at_source", "UC Regs reg. 55(5)")
    elif not c.then.pay.pension and _is_enrolled(c):
        share = pounds(_with_least_pension(c).pay.pension)
        yield _warning(
            "pension_not_counted", "Pensions Act 2008 ss. 3, 13", *PENSION_RATES, share=share
        )


def _benefits(c: Comparison) -> Iterator[Fact]:
    claimant = c.household.claimant
    not_asked = claimant.tax_on_benefits_through_wage is None
    if c.then.tax_on_other_income and c.then.universal_credit.award and not_asked:
        yield _warning("tax_on_benefits", "UC Regs reg. 55(5)(b)")
    yield from _esa_near_limit(c)
    if c.now.carers_allowance > c.then.carers_allowance and not c.offer.care_costs_weekly:
        yield _warning("care_costs", "S.I. 1996/2745 reg. 10 and Sch. 3")


def _esa_near_limit(c: Comparison) -> Iterator[Fact]:
    """Pay over the limit that net pay is under: the payslip decides."""
    claimant = c.household.claimant
    if not (c.offer.in_work and claimant.new_style_esa_weekly):
        return
    jobs = jobs_of(claimant, c.offer)
    keys = ("esa_permitted_work.hours_below", "esa_permitted_work.weekly_earnings_limit")
    limit = c.rates.amount(keys[1])
    gross = sum((gross_year(job) for job in jobs), NOTHING) / WEEKS
    if gross > limit and is_permitted_work(claimant, jobs, c.rates):
        yield _warning("esa_near_limit", "esa", *keys, limit=pounds(limit))


def _health(c: Comparison) -> Iterator[Fact]:
    if any(adult.health is not Health.NONE for adult in c.household.adults):
        yield _warning("decided_by_dwp", "UC Regs regs 22, 39 to 41")


def _pay(c: Comparison) -> Iterator[Fact]:
    if c.then.universal_credit.award and c.offer.in_work:
        yield _warning("pay_days", "UC Regs regs 54 and 61")


def _circumstances(c: Comparison) -> Iterator[Fact]:
    if amount := c.household.transitional_element_monthly:
        source = "UC(TP) Regs 2014 regs 50 to 58"
        yield circumstance(FactKind.WARNING, "transitional", source, amount=pounds(amount))
    kinds = {each.kind for adult in c.household.adults for each in adult.other_income}
    if OtherIncomeKind.MATERNITY_ALLOWANCE in kinds:
        yield circumstance(FactKind.WARNING, "maternity_allowance", "SSCBA 1992 s. 35")
    if len(jobs_of(c.household.claimant, c.offer)) > 1:
        source = "Income Tax (PAYE) Regs 2003; SSCBA 1992 s. 6"
        yield circumstance(FactKind.WARNING, "second_job", source)


def _partner(c: Comparison) -> Iterator[Fact]:
    partner = c.household.partner
    if partner is None or partner.job is None or not partner.job.in_work:
        return
    key = minimum_wage_rate(partner.age)
    wage = c.rates.rate(key)  # looked at, and part of the answer only where it is warned of
    if partner.job.self_employment is None and partner.job.hourly_wage < Decimal(wage.value):
        least = pounds(c.rates.amount(key))
        yield _warning("partner_below_minimum", "S.I. 2015/621", key, least=least)
