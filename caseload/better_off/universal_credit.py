"""The Universal Credit award: elements, work allowance, taper and other income, a month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from caseload.better_off.benefit_cap import cap_excess, cap_exemption, cap_limit
from caseload.better_off.household import NOTHING, Child, DlaCare, Health, Household, Job
from caseload.better_off.local_housing_allowance import housing_element
from caseload.better_off.money import Pence, UniversalCredit
from caseload.better_off.rate_book import Rates

ADULT_RATE_FROM = 25
CHILDREN_UNDER_TWO_CHILD_LIMIT = 2

HEALTH_RATES = {
    Health.LCWRA: "uc.lcwra_element.standard_all_claimants",
    Health.LCWRA_NEW: "uc.lcwra_element.new_claimant",
    Health.LCWRA_PROTECTED: "uc.lcwra_element.protected",
}


@dataclass(frozen=True, slots=True)
class Income:
    """What an award looks at: take-home pay and other money, pounds a month, and the client's job.

    ``new_style_esa`` and ``carers_allowance`` are what is paid; ``esa_support`` says whether that
    ESA has the support component.
    """

    earned: Decimal
    job: Job | None
    partner_in_work: bool
    new_style_esa: Decimal
    esa_support: bool
    carers_allowance: Decimal
    other_pension: Decimal
    child_benefit: Decimal


def award(household: Household, income: Income, rates: Rates, pence: Pence) -> UniversalCredit:
    """The award of a household with this income, pounds a month (WRA 2012 s.8; UC Regs reg. 22)."""
    capital_too_high = household.capital > rates.amount("uc.capital.upper_limit")
    housing = pence(housing_element(household, rates))
    allowance = work_allowance(household, housing > 0, rates)
    counted = max(NOTHING, income.earned - allowance)
    health = health_element(household, rates)
    carer = carer_element(household, rates)
    without_cap = UniversalCredit(
        standard_allowance=rates.amount(standard_allowance_rate(household)),
        child_element=child_element(household, rates),
        disabled_child_addition=disabled_child_addition(household.children, rates),
        health_element=health,
        carer_element=carer,
        housing_element=housing,
        childcare_element=pence(childcare_element(household, income, rates)),
        work_allowance=allowance,
        earned_income=income.earned,
        earnings_deduction=pence(counted * rates.amount("uc.taper_rate")),
        other_income=income.new_style_esa + income.carers_allowance + income.other_pension,
        tariff_income=NOTHING if capital_too_high else tariff_income(household.capital, rates),
        cap_limit=None,
        cap_exemption="",
        cap_excess=NOTHING,
        capital_too_high=capital_too_high,
    )
    counted_benefits = without_cap.before_cap + income.child_benefit + income.new_style_esa
    limit = pence(cap_limit(household, rates))
    excess = cap_excess(counted_benefits, limit, without_cap.childcare_element)
    if not excess:
        return without_cap
    exemption = cap_exemption(
        household,
        health_element=health > 0,
        carer=carer > 0 or income.carers_allowance > 0,
        esa_support=income.esa_support,
        earned=income.earned,
        rates=rates,
    )
    if exemption:
        return replace(without_cap, cap_exemption=exemption)
    return replace(without_cap, cap_limit=limit, cap_excess=excess)


def standard_allowance_rate(household: Household) -> str:
    """The key of the standard allowance (WRA 2012 s.9; UC Regs reg. 36)."""
    adult_rate = any(adult.age >= ADULT_RATE_FROM for adult in household.adults)
    if household.partner is None:
        which = "single_25_or_over" if adult_rate else "single_under_25"
    else:
        which = "couple_one_or_both_25_or_over" if adult_rate else "couple_both_under_25"
    return f"uc.standard_allowance.{which}"


def child_element(household: Household, rates: Rates) -> Decimal:
    """The child element of all children (WRA 2012 s.10; UC Regs reg. 24(1))."""
    return sum((rates.amount(key) for key in child_element_rates(household, rates)), NOTHING)


def child_element_rates(household: Household, rates: Rates) -> tuple[str, ...]:
    """The key of each child element in the award, eldest first.

    The higher rate is for the eldest only, where born before 6 April 2017 (UC(TP) Regs reg. 43).
    Under the two-child limit a third or later child counts only where born before that day.
    """
    eldest_first = sorted(
        household.children,
        key=lambda child: (child.age, child.born_before_6_april_2017),
        reverse=True,
    )
    many = len(eldest_first) > CHILDREN_UNDER_TWO_CHILD_LIMIT
    limited = many and rates.flag("uc.two_child_limit.applies")
    keys = []
    for place, child in enumerate(eldest_first):
        if limited and place >= CHILDREN_UNDER_TWO_CHILD_LIMIT:
            if child.born_before_6_april_2017:
                keys.append("uc.child_element.other_child")
        elif place == 0 and child.born_before_6_april_2017:
            keys.append("uc.child_element.first_child_born_before_6_april_2017")
        else:
            keys.append("uc.child_element.other_child")
    return tuple(keys)


def disabled_child_rates(children: tuple[Child, ...]) -> tuple[str, ...]:
    """The key of each disabled child addition (UC Regs reg. 24(2)).

    Higher for the highest rate of DLA care, lower for any other DLA.
    """
    return tuple(
        "uc.disabled_child_addition.higher"
        if child.dla_care is DlaCare.HIGHEST
        else "uc.disabled_child_addition.lower"
        for child in children
        if child.has_dla
    )


def disabled_child_addition(children: tuple[Child, ...], rates: Rates) -> Decimal:
    """The additions for all disabled children."""
    return sum((rates.amount(key) for key in disabled_child_rates(children)), NOTHING)


def health_element_rates(household: Household) -> tuple[str, ...]:
    """The key of each health element that an adult of the household has."""
    keys = {HEALTH_RATES[adult.health] for adult in household.adults if adult.health.has_element}
    return tuple(sorted(keys))


def health_element_rate(household: Household, rates: Rates) -> str | None:
    """The key of the one health element of the award, the higher where two differ (reg. 27(4))."""
    keys = health_element_rates(household)
    return max(keys, key=rates.amount) if keys else None


def health_element(household: Household, rates: Rates) -> Decimal:
    """The LCWRA element, pounds a month."""
    key = health_element_rate(household, rates)
    return rates.amount(key) if key else NOTHING


def carer_element(household: Household, rates: Rates) -> Decimal:
    """The carer element, pounds a month (UC Regs regs 29, 30).

    Never beside an LCWRA element for the same adult, unless the partner's LCWRA is the one in the
    award (reg. 29(4)): so a carer with LCWRA gets it only where the partner has LCWRA too.
    """
    others = {0: household.partner, 1: household.claimant}
    carers = 0
    for place, adult in enumerate(household.adults):
        other = others[place]
        partner_has_element = other is not None and other.health.has_element
        if adult.carer_35_hours and (not adult.health.has_element or partner_has_element):
            carers += 1
    return rates.amount("uc.carer_element") * carers if carers else NOTHING


def childcare_element(household: Household, income: Income, rates: Rates) -> Decimal:
    """85% of approved childcare up to the maximum, unrounded (UC Regs regs 31-34, 36).

    Paid with the client in work and any partner in work or with limited capability for work.
    """
    job = income.job
    if job is None or not job.in_work or not job.childcare_monthly:
        return NOTHING
    partner = household.partner
    if partner and not income.partner_in_work and partner.health is Health.NONE:
        return NOTHING
    help_wanted = job.childcare_monthly * rates.amount("uc.childcare.coverage_rate")
    return min(help_wanted, rates.amount(childcare_maximum_rate(household)))


def childcare_maximum_rate(household: Household) -> str:
    """The key of the most childcare help."""
    many = len(household.children) > 1
    return f"uc.childcare.maximum_{'two_or_more_children' if many else 'one_child'}"


def has_work_allowance(household: Household) -> bool:
    """Whether some pay is left out of account: with a child, LCW or LCWRA (UC Regs reg. 22)."""
    limited = any(adult.health is not Health.NONE for adult in household.adults)
    return bool(household.children) or limited


def work_allowance_rate(housing_in_award: bool) -> str:
    """The key of the work allowance: the lower one beside help for rent."""
    return f"uc.work_allowance.{'with' if housing_in_award else 'without'}_housing_costs"


def work_allowance(household: Household, housing_in_award: bool, rates: Rates) -> Decimal:
    """Pay that changes nothing, pounds a month; 0 where there is no allowance."""
    if not has_work_allowance(household):
        return NOTHING
    return rates.amount(work_allowance_rate(housing_in_award))


def tariff_income(capital: Decimal, rates: Rates) -> Decimal:
    """Income presumed from savings: for each step or part of one over the limit (reg. 72(1))."""
    over = max(NOTHING, capital - rates.amount("uc.capital.lower_limit"))
    if not over:
        return NOTHING
    steps = (over / rates.amount("uc.capital.tariff_step")).to_integral_value(ROUND_CEILING)
    return steps * rates.amount("uc.capital.tariff_income_per_step_or_part")
