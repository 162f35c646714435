"""The Universal Credit part of an explanation: the most it can be, and what is taken off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from caseload.better_off.answer import Section, Step, StepKind
from caseload.better_off.benefit_cap import cap_limit_rate
from caseload.better_off.childcare import childcare_maximum_rate
from caseload.better_off.earnings import PAY_RATES
from caseload.better_off.household import Household, Job, Tenure
from caseload.better_off.local_housing_allowance import size_category
from caseload.better_off.minimum_wage import minimum_wage_rate
from caseload.better_off.money import MoneyPicture, UniversalCredit
from caseload.better_off.national_insurance import CLASS_4_RATES
from caseload.better_off.non_dependants import CONTRIBUTION
from caseload.better_off.rate_book import Rates
from caseload.better_off.rates import lha_key
from caseload.better_off.steps import line, note, section, step, total
from caseload.better_off.universal_credit import (
    CHILDREN_UNDER_TWO_CHILD_LIMIT,
    LCW_RATE,
    child_element_rates,
    disabled_child_rates,
    has_work_allowance,
    health_element_rate,
    health_element_rates,
    standard_allowance_rate,
    work_allowance_rate,
)
from caseload.values.money import pounds
from caseload.words import say


def maximum_section(
    household: Household, jobs: Sequence[Job], month: MoneyPicture, rates: Rates
) -> Section:
    """Every element, and the most Universal Credit can be."""
    award = month.universal_credit
    return section(
        "maximum",
        *_elements(household, award, rates),
        *_housing(household, month, rates),
        *_childcare(household, jobs, month, rates),
        total("maximum", award.maximum),
    )


def _elements(household: Household, award: UniversalCredit, rates: Rates) -> Iterator[Step]:
    key = standard_allowance_rate(household)
    yield _named(key, 1, rates)
    for child_key, count in Counter(child_element_rates(household, rates)).items():
        yield _named(child_key, count, rates)
    if len(household.children) > CHILDREN_UNDER_TWO_CHILD_LIMIT:
        limit = "uc.two_child_limit.applies"
        yield note("two_child_limit" if rates.flag(limit) else "every_child_counts", limit)
    for child_key, count in Counter(disabled_child_rates(household.children)).items():
        yield _named(child_key, count, rates)
    if health_key := health_element_rate(household, rates):
        yield _named(health_key, 1, rates)
        both = health_element_rates(household)
        if len(both) > 1:
            yield note("higher_health_rate", *both)
    if award.carer_element:
        carer_key = "uc.carer_element"
        yield _named(carer_key, int(award.carer_element / rates.amount(carer_key)), rates)
    if award.lcw_element:
        yield _named(LCW_RATE, 1, rates)
    if award.transitional_element:
        yield line("transitional", award.transitional_element)


def _named(key: str, count: int, rates: Rates) -> Step:
    rate = rates.rate(key)
    each = rates.amount(key)
    words = rate.name
    if count > 1:
        words = say("better_off.step.times", name=rate.name, count=count, each=pounds(each))
    return step(key, words, each * count, StepKind.LINE, key)


def _housing(household: Household, month: MoneyPicture, rates: Rates) -> Iterator[Step]:
    housing = household.housing
    taken = month.universal_credit.non_dependant_contributions
    element = month.universal_credit.housing_element + taken
    if not element:
        return
    if housing.tenure is Tenure.SOCIAL_RENT:
        yield line("rent", element)
    else:
        yield from _private_rent(household, month, element, rates)
    if taken:
        yield line("non_dependants", -taken, CONTRIBUTION)
    elif household.non_dependants:
        yield note("no_non_dependants")


def _private_rent(
    household: Household, month: MoneyPicture, element: Decimal, rates: Rates
) -> Iterator[Step]:
    housing = household.housing
    category = housing.lha_category or size_category(household)
    by_area = housing.lha_monthly_rate is None and housing.brma and category
    keys = (lha_key(housing.brma, category),) if by_area and housing.brma and category else ()
    if element == month.rent:
        yield line("rent_within_limit", element, *keys)
    else:
        limit = pounds(element)
        yield line("rent_over_limit", element, *keys, rent=pounds(month.rent), limit=limit)
    if keys:
        yield note("rent_limit", *keys, name=rates.rate(keys[0]).name)


def _childcare(
    household: Household, jobs: Sequence[Job], month: MoneyPicture, rates: Rates
) -> Iterator[Step]:
    award = month.universal_credit
    if not month.childcare:
        return
    keys = ("uc.childcare.coverage_rate", childcare_maximum_rate(household, jobs))
    if not award.childcare_element:
        yield note("no_childcare_help")
        return
    share = f"{rates.amount(keys[0]) * 100:.0f}%"
    at_most = award.childcare_element == rates.amount(keys[1])
    yield line(
        "childcare_at_most" if at_most else "childcare",
        award.childcare_element,
        *keys,
        share=share,
        cost=pounds(month.childcare),
    )


def award_section(household: Household, month: MoneyPicture, rates: Rates) -> Section:
    """What is taken off, and what Universal Credit pays."""
    award = month.universal_credit
    upper = "uc.capital.upper_limit"
    if award.capital_too_high:
        limit = pounds(rates.amount(upper))
        return section(
            "award", note("capital_too_high", upper, limit=limit), total("award", award.award)
        )
    return section(
        "award",
        line("maximum", award.maximum, upper),
        *_deductions(household, month, rates),
        *_cap(household, award),
        total("award", award.award),
    )


def _deductions(household: Household, month: MoneyPicture, rates: Rates) -> Iterator[Step]:
    """Each deduction, at most what is left when it comes."""
    award = month.universal_credit
    left = award.maximum
    taken = min(left, award.earnings_deduction)
    yield from _counted(month)
    yield from _floor(household, award)
    yield _earnings(household, award, taken, rates)
    left -= taken
    if award.other_income:
        taken = min(left, award.other_income)
        words = "other_income" if taken == award.other_income else "other_income_all"
        yield line(words, -taken, income=pounds(award.other_income))
        left -= taken
    if award.tariff_income:
        taken = min(left, award.tariff_income)
        yield line(
            "tariff_income" if taken == award.tariff_income else "tariff_income_all",
            -taken,
            "uc.capital.lower_limit",
            "uc.capital.tariff_step",
            "uc.capital.tariff_income_per_step_or_part",
            capital=pounds(household.capital),
            income=pounds(award.tariff_income),
        )
    else:
        lower = "uc.capital.lower_limit"
        yield note("no_tariff_income", lower, limit=pounds(rates.amount(lower)))


def _counted(month: MoneyPicture) -> Iterator[Step]:
    """Why the earnings that count are not the take-home pay that is shown."""
    pays = [pay for pay in (month.pay, month.partner_pay) if pay]
    if relief := sum(pay.pension_relief for pay in pays):
        yield note("whole_pension_comes_off", relief=pounds(Decimal(relief)))
    if loan := sum(pay.student_loan for pay in pays):
        yield note("student_loan_not_taken_off", loan=pounds(Decimal(loan)))


def _floor(household: Household, award: UniversalCredit) -> Iterator[Step]:
    """The minimum income floor, whether it adds to the earnings or not."""
    expected = [adult for adult in household.adults if adult.expected_hours_per_week]
    if not expected:
        return
    wages = dict.fromkeys(minimum_wage_rate(adult.age) for adult in household.adults)
    keys = (*wages, *PAY_RATES, *CLASS_4_RATES)
    if award.minimum_income_floor:
        yield note("floor_applies", *keys, floor=pounds(award.minimum_income_floor))
    else:
        yield note("floor_changes_nothing", *keys)


def _earnings(household: Household, award: UniversalCredit, taken: Decimal, rates: Rates) -> Step:
    taper_key = "uc.taper_rate"
    keys: tuple[str, ...] = (taper_key,)
    if has_work_allowance(household):
        keys = (work_allowance_rate(award.housing_element > 0), taper_key)
    figures = {
        "earned": pounds(award.earned_income),
        "allowance": pounds(award.work_allowance),
        "counted": pounds(award.earned_income_counted),
        "taper": f"{rates.amount(taper_key) * 100:.0f}p",
        "deduction": pounds(award.earnings_deduction),
    }
    if not award.earned_income:
        code = "no_earnings"
    elif not award.earned_income_counted:
        code = "earnings_under_allowance"
    else:
        code = "earnings_over_allowance" if award.work_allowance else "earnings"
        if taken < award.earnings_deduction:
            code += "_all"
    return line(code, -taken, *keys, **figures)


def _cap(household: Household, award: UniversalCredit) -> Iterator[Step]:
    threshold = "uc.benefit_cap_earnings_threshold"
    limit_key = cap_limit_rate(household)
    if award.cap_reduction and award.cap_limit is not None:
        limit = pounds(award.cap_limit)
        yield line("benefit_cap", -award.cap_reduction, limit_key, threshold, limit=limit)
    elif award.cap_exemption:
        reason = say(f"better_off.exempt.{award.cap_exemption}")
        yield note("cap_does_not_apply", limit_key, threshold, reason=reason)
    else:
        yield note("under_the_cap", limit_key)
