"""What a job changes, what stays, what is left out and what to do: one sentence each, twice.

``you`` is for the client's letter, ``staff`` for the screen. Warnings are in ``warnings``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.calculation import frame_of, month_in
from caseload.better_off.fact_making import Comparison, fact
from caseload.better_off.facts_of_circumstances import circumstances
from caseload.better_off.household import Household
from caseload.better_off.money import MoneyPicture
from caseload.better_off.rate_book import Rates
from caseload.better_off.universal_credit import has_work_allowance, work_allowance_rate
from caseload.values.dates import long_date
from caseload.values.money import pounds

FREE_PRESCRIPTIONS_FROM_AGE = 60


def facts_of(comparison: Comparison) -> tuple[Fact, ...]:
    """Everything to know about an offer but the warnings, in the order in which it is told."""
    return tuple(
        each
        for part in (
            _why,
            _universal_credit,
            _cap,
            _rent,
            _prescriptions,
            _health,
            _other_benefits,
            circumstances,
            _left_out,
            _to_do,
        )
        for each in part(comparison)
    )


def _why(c: Comparison) -> Iterator[Fact]:
    uc = c.then.universal_credit
    if not uc.award or not c.offer.in_work:
        return
    rate = c.rates.amount("uc.taper_rate")
    taper, kept = f"{rate * 100:.0f}p", f"{(1 - rate) * 100:.0f}p"
    if has_work_allowance(c.household):
        key = work_allowance_rate(uc.housing_element > 0)
        figures = {"allowance": pounds(uc.work_allowance), "taper": taper, "kept": kept}
        if uc.earned_income_counted:
            yield fact(FactKind.WHY, "part_kept", "work_allowance", key, "uc.taper_rate", **figures)
        else:
            yield fact(FactKind.WHY, "all_kept", "work_allowance", key, **figures)
    else:
        yield fact(FactKind.WHY, "taper", "work_allowance", "uc.taper_rate", taper=taper, kept=kept)


def _universal_credit(c: Comparison) -> Iterator[Fact]:
    before, after = c.now.universal_credit.award, c.then.universal_credit.award
    figures = {"before": pounds(before), "after": pounds(after)}
    if c.then.universal_credit.capital_too_high:
        limit = c.rates.amount("uc.capital.upper_limit")
        yield fact(
            FactKind.STAYS,
            "uc_none_savings",
            "UC Regs reg. 18",
            "uc.capital.upper_limit",
            limit=pounds(limit),
        )
    elif before and not after:
        yield fact(FactKind.CHANGES, "uc_ends", "", **figures)
    elif not before and not after:
        yield fact(FactKind.STAYS, "uc_none")
    elif before == after:
        yield fact(FactKind.STAYS, "uc_same", "", **figures)
    elif not before:
        yield fact(FactKind.CHANGES, "uc_starts", "", **figures)
    else:
        yield fact(FactKind.CHANGES, "uc_down" if after < before else "uc_up", "", **figures)
    if after < before:
        yield fact(FactKind.CHANGES, "uc_when", "UC Regs regs 54 and 61")


def _cap(c: Comparison) -> Iterator[Fact]:
    before, after = c.now.universal_credit, c.then.universal_credit
    key = "uc.benefit_cap_earnings_threshold"
    if before.cap_reduction and after.cap_exemption == "earnings":
        threshold = pounds(c.rates.amount(key))
        yield fact(FactKind.CHANGES, "cap_lifted", "cap", key, threshold=threshold)
    elif after.cap_exemption == "grace" and c.household.cap_grace_ends:
        capped = frame_of(replace(c.household, cap_grace_ends=None), c.rates)
        reduction = month_in(capped, c.offer).universal_credit.cap_reduction
        yield fact(
            FactKind.CHECK,
            "cap_grace",
            "cap",
            key,
            date=long_date(c.household.cap_grace_ends),
            reduction=pounds(reduction),
        )
    elif before.cap_reduction and not after.cap_reduction:
        yield fact(FactKind.CHANGES, "cap_gone", "cap")
    elif after.cap_reduction:
        threshold = pounds(c.rates.amount(key))
        yield fact(
            FactKind.CHANGES,
            "cap_stays",
            "cap",
            key,
            reduction=pounds(after.cap_reduction),
            threshold=threshold,
        )


def _rent(c: Comparison) -> Iterator[Fact]:
    before, after = c.now.universal_credit, c.then.universal_credit
    if not after.housing_element or after.capital_too_high:
        return
    rent = pounds(c.then.rent)
    figures = {"rent": rent, "help": pounds(after.housing_element), "award": pounds(after.award)}
    if before.award and not after.award:
        yield fact(FactKind.CHANGES, "rent_help_ends", "rent", **figures)
    elif after.award >= after.housing_element:
        yield fact(FactKind.STAYS, "rent_help_stays", "rent", **figures)
    elif after.award:
        yield fact(FactKind.STAYS, "rent_help_part", "rent", **figures)
    gap = c.then.rent - after.housing_element
    if gap and after.award:
        yield fact(FactKind.STAYS, "rent_gap", "rent", gap=pounds(gap), **figures)


def prescriptions_limit_rate(household: Household) -> str:
    """The key of the most take-home pay with which Universal Credit brings free prescriptions.

    The higher limit is for an award with a child element, LCW or LCWRA: the same households that
    have a work allowance.
    """
    with_more = "_with_child_or_limited_capability" if has_work_allowance(household) else ""
    return f"prescriptions.net_earnings_limit{with_more}"


def has_free_prescriptions(household: Household, month: MoneyPicture, rates: Rates) -> bool:
    """Whether Universal Credit brings free prescriptions after a month such as this one."""
    uc = month.universal_credit
    if not uc.award:
        return False
    return uc.earned_income <= rates.amount(prescriptions_limit_rate(household))


def _prescriptions(c: Comparison) -> Iterator[Fact]:
    if c.household.claimant.age >= FREE_PRESCRIPTIONS_FROM_AGE:
        yield fact(FactKind.STAYS, "prescriptions_by_age", "prescriptions")
    elif has_free_prescriptions(c.household, c.now, c.rates):
        key = prescriptions_limit_rate(c.household)
        limit = pounds(c.rates.amount(key))
        if has_free_prescriptions(c.household, c.then, c.rates):
            kind, code = FactKind.STAYS, "prescriptions_stay"
        elif c.then.universal_credit.award:
            kind, code = FactKind.CHECK, "prescriptions_over_limit"
        else:
            kind, code = FactKind.CHECK, "prescriptions_without_uc"
        yield fact(kind, code, "prescriptions", key, limit=limit)


def _health(c: Comparison) -> Iterator[Fact]:
    award = c.then.universal_credit
    if award.award and award.health_element:
        amount = pounds(award.health_element)
        yield fact(FactKind.STAYS, "health_element_stays", "health", amount=amount)
    if award.award and award.carer_element:
        amount = pounds(award.carer_element)
        yield fact(FactKind.STAYS, "carer_element_stays", "carer_element", amount=amount)


def _other_benefits(c: Comparison) -> Iterator[Fact]:
    now, then = c.now, c.then
    if then.pip:
        yield fact(FactKind.STAYS, "pip_stays", "pip", amount=pounds(then.pip))
    if then.dla:
        yield fact(FactKind.STAYS, "dla_stays", "S.I. 1991/2890", amount=pounds(then.dla))
    if then.child_benefit:
        amount = pounds(then.child_benefit)
        yield fact(FactKind.STAYS, "child_benefit_stays", "S.I. 2006/965", amount=amount)
    keys = ("esa_permitted_work.weekly_earnings_limit", "esa_permitted_work.hours_below")
    paid = now.new_style_esa or then.new_style_esa
    figures = {
        "limit": pounds(c.rates.amount(keys[0])) if paid else "",
        "hours": f"{c.rates.amount(keys[1]):f}" if paid else "",
    }
    if now.new_style_esa and not then.new_style_esa:
        yield fact(FactKind.CHANGES, "esa_ends", "esa", *keys, **figures)
    elif then.new_style_esa < now.new_style_esa:
        yield fact(FactKind.CHANGES, "esa_ends_for_one", "esa", *keys, **figures)
    elif then.new_style_esa:
        supported = c.offer.supported_permitted_work and c.offer.in_work
        code = "esa_stays_supported" if supported else "esa_stays"
        yield fact(FactKind.STAYS, code, "esa", *keys, **figures)
    key = "carers_allowance.net_earnings_limit"
    if now.carers_allowance > then.carers_allowance:
        limit = pounds(c.rates.amount(key))
        yield fact(FactKind.CHANGES, "carers_allowance_ends", "carers_allowance", key, limit=limit)
    elif then.carers_allowance:
        limit = pounds(c.rates.amount(key))
        yield fact(FactKind.STAYS, "carers_allowance_stays", "carers_allowance", key, limit=limit)


def _left_out(c: Comparison) -> Iterator[Fact]:
    if not c.knows_council_tax:
        yield fact(FactKind.LEFT_OUT, "council_tax")
    if c.offer.fares_weekly is None:
        yield fact(FactKind.LEFT_OUT, "fares")
    if c.household.children:
        yield fact(FactKind.LEFT_OUT, "school_meals")
    if c.now.universal_credit.award:
        yield fact(FactKind.LEFT_OUT, "debts")


def _to_do(c: Comparison) -> Iterator[Fact]:
    if c.now.universal_credit.award or c.then.universal_credit.award:
        yield fact(FactKind.TO_DO, "tell_universal_credit")
    if c.now.new_style_esa:
        yield fact(FactKind.TO_DO, "tell_esa", "esa")
    if c.now.carers_allowance:
        yield fact(FactKind.TO_DO, "tell_carers_allowance", "carers_allowance")
    if c.then.universal_credit.childcare_element:
        yield fact(FactKind.TO_DO, "report_childcare", "childcare")
    if not c.knows_council_tax:
        yield fact(FactKind.TO_DO, "ask_council")
    ends = c.now.universal_credit.award and not c.then.universal_credit.award
    if ends and any(adult.health.value == "lcwra_protected" for adult in c.household.adults):
        yield fact(FactKind.TO_DO, "keep_protected_rate", "UC Regs regs 27A(2) and 28(3), (4)")
