"""The Universal Credit award, a month: elements, less earnings, other income and the cap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from caseload.better_off.benefit_cap import (
    cap_excess,
    cap_limit,
    exemption_by_benefit,
    exemption_by_income,
)
from caseload.better_off.childcare import childcare_element, partner_lets_childcare
from caseload.better_off.household import NOTHING, Household, Job
from caseload.better_off.local_housing_allowance import contributions_taken, housing_element
from caseload.better_off.money import Pence, UniversalCredit
from caseload.better_off.rate_book import Rates
from caseload.better_off.universal_credit import (
    carer_element,
    child_element,
    disabled_child_addition,
    health_element,
    lcw_element,
    standard_allowance_rate,
    tariff_income,
    work_allowance,
)
from caseload.better_off.view import View


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
    lcw_element: Decimal = NOTHING
    transitional_element: Decimal = NOTHING
    non_dependant_contributions: Decimal = NOTHING

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
            + self.lcw_element
            + self.transitional_element
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
        lcw_element=lcw_element(household, rates),
        transitional_element=household.transitional_element_monthly,
        non_dependant_contributions=pence(contributions_taken(household, rates)),
    )


@dataclass(frozen=True, slots=True)
class Income:
    """What an award looks at: earnings and other money, pounds a month, and the client's work.

    ``new_style_esa`` and ``carers_allowance`` are what is paid; ``esa_support`` says whether that
    ESA has the support component.
    """

    earned: Decimal
    jobs: Sequence[Job]
    new_style_esa: Decimal
    esa_support: bool
    carers_allowance: Decimal
    other_pension: Decimal
    child_benefit: Decimal
    other_counted: Decimal = NOTHING
    """Other income that Universal Credit takes off pound for pound."""
    other_capped: Decimal = NOTHING
    """Other benefits that the cap adds up."""
    floor: Decimal = NOTHING
    """What ``earned`` holds beyond true earnings because of the minimum income floor."""


def award(
    household: Household, stand: Standing, income: Income, rates: Rates, pence: Pence
) -> UniversalCredit:
    """The award of a household with this income, pounds a month (WRA 2012 s.8; UC Regs reg. 22)."""
    childcare = pence(
        childcare_element(income.jobs, household, rates, partner_lets=stand.partner_lets_childcare)
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
        lcw_element=stand.lcw_element,
        transitional_element=stand.transitional_element,
        non_dependant_contributions=stand.non_dependant_contributions,
        minimum_income_floor=income.floor,
    )
