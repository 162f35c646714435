"""The Universal Credit award: elements, work allowance, taper and other income, a month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from caseload.better_off.benefit_cap import (
    cap_excess,
    cap_limit,
    exemption_by_benefit,
    exemption_by_income,
)
from caseload.better_off.childcare import childcare_element, partner_lets_childcare
from caseload.better_off.household import NOTHING, Child, DlaCare, Health, Household, Job, PipRate
from caseload.better_off.local_housing_allowance import housing_element
from caseload.better_off.money import Pence, UniversalCredit
from caseload.better_off.rate_book import Rates
from caseload.better_off.view import View

ADULT_RATE_FROM = 25
CHILDREN_UNDER_TWO_CHILD_LIMIT = 2

HEALTH_RATES = {
    Health.LCWRA: "uc.lcwra_element.standard_all_claimants",
    Health.LCWRA_NEW: "uc.lcwra_element.new_claimant",
    Health.LCWRA_PROTECTED: "uc.lcwra_element.protected",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in an award whatever the client earns, pounds a month."""

    standard_allowance: Decimal
    child_element: Decimal
    disabled_child_addition: Decimal
    health_element: Decimal
    carer_element: Decimal
    housing_element: Decimal
    work_allowance: Decimal
    tariff_income: Decimal
    capital_too_high: bool
    cap_limit: Decimal
    cap_exemption: str
    """Why the benefit cap does not apply whatever the client earns; empty where it may."""
    partner_lets_childcare: bool

    @property
    def elements(self) -> Decimal:
        """All elements but the one for childcare."""
        return (
            self.standard_allowance
            + self.child_element
            + self.disabled_child_addition
            + self.health_element
            + self.carer_element
            + self.housing_element
        )


def standing(household: Household, rates: Rates, pence: Pence, view: View) -> Standing:
    """What stands in the award of this household."""
    too_high = household.capital > rates.amount("uc.capital.upper_limit")
    housing = pence(housing_element(household, rates))
    health = health_element(household, rates)
    carer = carer_element(household, rates)
    return Standing(
        standard_allowance=rates.amount(standard_allowance_rate(household)),
        child_element=child_element(household, rates),
        disabled_child_addition=disabled_child_addition(household.children, rates),
        health_element=health,
        carer_element=carer,
        housing_element=housing,
        work_allowance=work_allowance(household, housing > 0, rates),
        tariff_income=NOTHING if too_high else tariff_income(household.capital, rates),
        capital_too_high=too_high,
        cap_limit=pence(cap_limit(household, rates)),
        cap_exemption=exemption_by_benefit(
            household, health_element=health > 0, carer_element=carer > 0
        ),
        partner_lets_childcare=partner_lets_childcare(household, view),
    )


@dataclass(frozen=True, slots=True)
class Income:
    """What an award looks at: earnings and other money, pounds a month, and the client's job.

    ``new_style_esa`` and ``carers_allowance`` are what is paid; ``esa_support`` says whether that
    ESA has the support component.
    """

    earned: Decimal
    job: Job | None
    new_style_esa: Decimal
    esa_support: bool
    carers_allowance: Decimal
    other_pension: Decimal
    child_benefit: Decimal
    other_counted: Decimal = NOTHING
    """Other income that Universal Credit takes off pound for pound."""
    other_capped: Decimal = NOTHING
    """Other benefits that the cap adds up."""


def award(
    household: Household, stand: Standing, income: Income, rates: Rates, pence: Pence
) -> UniversalCredit:
    """The award of a household with this income, pounds a month (WRA 2012 s.8; UC Regs reg. 22)."""
    childcare = pence(
        childcare_element(income.job, household, rates, partner_lets=stand.partner_lets_childcare)
    )
    counted = max(NOTHING, income.earned - stand.work_allowance)
    deduction = pence(counted * rates.amount("uc.taper_rate"))
    other = (
        income.new_style_esa + income.carers_allowance + income.other_pension + income.other_counted
    )
    maximum = NOTHING if stand.capital_too_high else stand.elements + childcare
    before_cap = max(NOTHING, maximum - deduction - other - stand.tariff_income)
    capped = before_cap + income.child_benefit + income.new_style_esa + income.other_capped
    excess = cap_excess(capped, stand.cap_limit, childcare)
    exemption = ""
    if excess:
        exemption = stand.cap_exemption or exemption_by_income(
            household,
            carers_allowance=income.carers_allowance > 0,
            esa_support=income.esa_support,
            earned=income.earned,
            rates=rates,
        )
    takes = bool(excess) and not exemption
    return UniversalCredit(
        standard_allowance=stand.standard_allowance,
        child_element=stand.child_element,
        disabled_child_addition=stand.disabled_child_addition,
        health_element=stand.health_element,
        carer_element=stand.carer_element,
        housing_element=stand.housing_element,
        childcare_element=childcare,
        work_allowance=stand.work_allowance,
        earned_income=income.earned,
        earnings_deduction=deduction,
        other_income=other,
        tariff_income=stand.tariff_income,
        cap_limit=stand.cap_limit if takes else None,
        cap_exemption=exemption,
        cap_excess=excess if takes else NOTHING,
        capital_too_high=stand.capital_too_high,
    )


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
