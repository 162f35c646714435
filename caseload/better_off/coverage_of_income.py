"""What the calculation covers of benefits and money paid to an adult beside pay."""

from __future__ import annotations

from collections.abc import Iterator

from caseload.better_off.household import NOTHING, Adult, EsaGroup, Health
from caseload.better_off.money import WEEKS
from caseload.better_off.other_income import OtherIncomeKind
from caseload.better_off.problems import MOST_POUNDS, Problem, refused

MOST_A_WEEK = MOST_POUNDS / WEEKS
MOST_EXPECTED_HOURS = 48


def income_problems(field: str, adult: Adult) -> Iterator[Problem]:
    """What cannot be, and benefits that are not paid together."""
    if not NOTHING <= adult.new_style_esa_weekly <= MOST_A_WEEK:
        yield f"{field}.new_style_esa_weekly", refused("amount")
    in_group = adult.new_style_esa_group is not EsaGroup.NONE
    if in_group != (adult.new_style_esa_weekly > 0):
        yield f"{field}.new_style_esa_group", refused("esa_group")
    if adult.claims_carers_allowance and not adult.carer_35_hours:
        yield f"{field}.carer_35_hours", refused("carer_hours")
    if adult.claims_carers_allowance and adult.new_style_esa_weekly:
        yield f"{field}.claims_carers_allowance", refused("esa_and_carers_allowance")
    if not NOTHING <= adult.other_pension_income_weekly <= MOST_A_WEEK:
        yield f"{field}.other_pension_income_weekly", refused("amount")
    if adult.lcw_element and adult.health is not Health.LCW:
        yield f"{field}.lcw_element", refused("lcw_element")
    if len(set(adult.student_loans)) < len(adult.student_loans):
        yield f"{field}.student_loans", refused("plan_twice")
    expected = adult.expected_hours_per_week
    if expected is not None and not 0 <= expected <= MOST_EXPECTED_HOURS:
        yield f"{field}.expected_hours_per_week", refused("expected_hours")
    yield from _other_income(field, adult)


def _other_income(field: str, adult: Adult) -> Iterator[Problem]:
    kinds = {each.kind for each in adult.other_income}
    for place, each in enumerate(adult.other_income):
        at = f"{field}.other_income.{place}"
        if not NOTHING < each.weekly <= MOST_A_WEEK:
            yield f"{at}.weekly", refused("other_income_amount")
        if each.kind is OtherIncomeKind.NEW_STYLE_JSA and (
            adult.new_style_esa_weekly
            or adult.claims_carers_allowance
            or OtherIncomeKind.MATERNITY_ALLOWANCE in kinds
        ):
            yield f"{at}.kind", refused("jsa_with_another")
