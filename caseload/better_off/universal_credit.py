"""What a household brings to Universal Credit: elements, work allowance and tariff income."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from caseload.better_off.household import NOTHING, Child, DlaCare, Health, Household, PipRate
from caseload.better_off.rate_book import Rates

ADULT_RATE_FROM = 25
CHILDREN_UNDER_TWO_CHILD_LIMIT = 2

HEALTH_RATES = {
    Health.LCWRA: "uc.lcwra_element.standard_all_claimants",
    Health.LCWRA_NEW: "uc.lcwra_element.new_claimant",
    Health.LCWRA_PROTECTED: "uc.lcwra_element.protected",
}
LCW_RATE = "uc.lcw_element.claims_before_3_april_2017_only"


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

    Higher for the highest rate of DLA care, the enhanced rate of PIP daily living or severe sight
    impairment; lower for any other DLA or PIP.
    """
    return tuple(
        f"uc.disabled_child_addition.{'higher' if _needs_most(child) else 'lower'}"
        for child in children
        if child.has_dla or child.has_pip or child.severely_sight_impaired
    )


def _needs_most(child: Child) -> bool:
    return (
        child.dla_care is DlaCare.HIGHEST
        or child.pip_daily_living is PipRate.ENHANCED
        or child.severely_sight_impaired
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


def lcw_element(household: Household, rates: Rates) -> Decimal:
    """The LCW element of an award from before 3 April 2017 (S.I. 2017/204 Sch. 2 para. 8 on).

    Never beside an LCWRA element, nor for an adult who brings a carer element.
    """
    if any(adult.health.has_element for adult in household.adults):
        return NOTHING
    has_it = any(adult.lcw_element and not adult.carer_35_hours for adult in household.adults)
    return rates.amount(LCW_RATE) if has_it else NOTHING


def carer_element(household: Household, rates: Rates) -> Decimal:
    """The carer element, pounds a month (UC Regs regs 29, 30)."""
    count = carer_elements(household)
    return rates.amount("uc.carer_element") * count if count else NOTHING


def carer_elements(household: Household) -> int:
    """How many carer elements are in the award (UC Regs reg. 29(4)).

    Never beside an LCWRA element for the same adult: so a carer with LCWRA gets it only where the
    one LCWRA element of the award can be put to the partner, who then has no carer element.
    """
    carers = [adult for adult in household.adults if adult.carer_35_hours]
    without = sum(not adult.health.has_element for adult in carers)
    both_limited = len(household.adults) > 1 and all(
        adult.health.has_element for adult in household.adults
    )
    return 1 if carers and both_limited else without


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
