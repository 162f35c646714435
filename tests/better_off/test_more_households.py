"""Less common households, each rule with its figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from caseload.better_off.answer import FactKind
from caseload.better_off.comparison import compare, table
from caseload.better_off.explanation import explain
from caseload.better_off.hours import income_by_hours
from caseload.better_off.household import (
    Adult,
    Child,
    Health,
    Household,
    Housing,
    Job,
    PensionBasis,
    PipRate,
    SelfEmployment,
    Tenure,
)
from caseload.better_off.local_housing_allowance import size_category
from caseload.better_off.non_dependants import NonDependant
from caseload.better_off.other_income import OtherIncome, OtherIncomeKind
from caseload.better_off.student_loans import StudentLoan, repayment
from tests.better_off.asking import answer, codes, month, refused
from tests.better_off.households import NLW, offer, rates, single

RENTED = single(rent=900)
TRADING = SelfEmployment(start_up_period=False)
STARTING_UP = SelfEmployment(start_up_period=True)
JSA = OtherIncomeKind.NEW_STYLE_JSA


def of_client(household: Household = RENTED, **changes: Any) -> Household:
    return replace(household, claimant=replace(household.claimant, **changes))


# ---- other adults at home


def rent_help(*people: NonDependant, **client: Any) -> Decimal:
    household = replace(of_client(**client), non_dependants=people)
    return month(household).universal_credit.housing_element


def test_each_other_adult_from_21_lowers_the_rent_help() -> None:
    assert rent_help(NonDependant(40)) == Decimal("803.45")
    assert rent_help(NonDependant(40), NonDependant(21)) == Decimal("706.90")
    assert rent_help(NonDependant(20)) == 900
    assert rent_help(NonDependant(40, exempt=True)) == 900


def test_nothing_is_taken_off_where_the_renter_is_exempt() -> None:
    adult = NonDependant(40)
    assert rent_help(adult, pip_daily_living=PipRate.STANDARD) == 900
    assert rent_help(adult, severely_sight_impaired=True) == 900
    attendance = OtherIncome(OtherIncomeKind.ATTENDANCE_ALLOWANCE, Decimal(70))
    assert rent_help(adult, other_income=(attendance,)) == 900
    assert rent_help(adult, pip_mobility=PipRate.STANDARD) == Decimal("803.45")


def test_never_more_than_the_rent_help_is_taken_off() -> None:
    cheap = replace(single(rent=100), non_dependants=(NonDependant(40), NonDependant(41)))
    award = month(cheap).universal_credit
    assert award.housing_element == 0
    assert award.non_dependant_contributions == 100


def test_another_adult_counts_for_a_bedroom() -> None:
    young = replace(single(25), housing=Housing(Tenure.PRIVATE_RENT, Decimal(900), "LEEDS"))
    assert size_category(young) == "A"
    assert size_category(replace(young, non_dependants=(NonDependant(40),))) == "C"


def test_other_adults_are_explained_and_told() -> None:
    household = replace(RENTED, non_dependants=(NonDependant(40),))
    result = compare(household, (offer(8),), rates())
    words = [
        s.words for part in explain(result, result.offers[0], rates()).sections for s in part.steps
    ]
    assert "Taken off the rent help for other adults at home" in words
    assert "non_dependants" in codes(household, offer(8), FactKind.STAYS)
    assert refused(replace(RENTED, non_dependants=(NonDependant(9),))) == ["non_dependants.0.age"]


# ---- two jobs


def test_each_job_has_its_own_national_insurance_and_both_share_one_tax_allowance() -> None:
    second = Job(Decimal(14), NLW)
    two = month(of_client(other_jobs=(second,)), offer(14))
    one = month(RENTED, offer(28))
    assert two.pay.gross == one.pay.gross
    assert two.pay.income_tax == one.pay.income_tax > 0
    assert two.pay.national_insurance == 0
    assert one.pay.national_insurance == Decimal("39.57")


def test_an_offer_beside_the_present_job_adds_to_it_and_else_takes_its_place() -> None:
    working = of_client(job=Job(Decimal(10), NLW))
    beside = replace(offer(6), beside_present_job=True)
    assert answer(working, beside).picture.pay.hours_per_week == 16
    assert answer(working, beside).better_off_month > 0
    assert answer(working, offer(6)).picture.pay.hours_per_week == 6
    assert answer(working, offer(6)).better_off_month < 0
    assert refused(RENTED, beside) == ["offers.0.beside_present_job"]
    assert "second_job" in codes(working, beside, FactKind.WARNING)
    assert "second_job" not in codes(working, offer(6))


def test_the_plot_of_a_second_job_starts_at_the_first_one() -> None:
    working = of_client(job=Job(Decimal(10), NLW))
    curve = income_by_hours(working, replace(offer(6), beside_present_job=True), rates())
    assert curve.points[0].better_off_week == 0
    assert curve.points[0].take_home_month == Decimal("550.77")


def test_hours_of_all_jobs_together_have_a_limit() -> None:
    busy = of_client(other_jobs=(Job(Decimal(50), NLW),))
    assert refused(busy, offer(40)) == ["offers.0.hours_per_week"]
    assert refused(of_client(other_jobs=(Job(Decimal(50), NLW), Job(Decimal(40), NLW)))) == [
        "claimant.other_jobs"
    ]


def test_hours_of_all_jobs_decide_permitted_work_and_childcare_of_both_counts() -> None:
    esa = of_client(new_style_esa_weekly=Decimal("95.55"), new_style_esa_group="support")
    assert month(esa, offer(8)).new_style_esa > 0
    two = of_client(esa, other_jobs=(Job(Decimal(8), NLW),))
    assert month(two, offer(8)).new_style_esa == 0
    parent = replace(
        of_client(other_jobs=(Job(Decimal(8), NLW, childcare_monthly=Decimal(100)),)),
        children=(Child(4, born_before_6_april_2017=False),),
    )
    both = month(parent, offer(8, childcare_monthly=Decimal(100)))
    assert both.universal_credit.childcare_element == Decimal("170.00")
    assert both.childcare == 200


# ---- student loans


@pytest.mark.parametrize(
    ("loans", "taken"),
    [
        ((StudentLoan.PLAN_1,), 31),
        ((StudentLoan.PLAN_2,), 12),
        ((StudentLoan.PLAN_4,), 0),
        ((StudentLoan.PLAN_5,), 45),
        ((StudentLoan.POSTGRADUATE,), 50),
        ((StudentLoan.PLAN_1, StudentLoan.PLAN_2), 31),
        ((StudentLoan.PLAN_2, StudentLoan.POSTGRADUATE), 62),
        ((), 0),
    ],
)
def test_each_plan_takes_its_share_over_its_threshold_in_whole_pounds(
    loans: tuple[StudentLoan, ...], taken: int
) -> None:
    """31,100 a year is 2,591.67 a month: over plan 1 by 350.00, over plan 2 by 142.92."""
    pay = month(of_client(student_loans=loans), offer(37.5, Decimal("15.948718"))).pay
    assert pay.gross == Decimal("2591.67")
    assert pay.student_loan == taken


def test_plan_5_takes_nothing_before_april_2026() -> None:
    plan = (StudentLoan.PLAN_5,)
    assert repayment(Decimal(4000), plan, rates("2025/26"), Decimal(1) / 12) == 0
    assert repayment(Decimal(4000), plan, rates("2026/27"), Decimal(1) / 12) == 172


def test_universal_credit_does_not_take_a_student_loan_off_earnings() -> None:
    parent = replace(RENTED, children=(Child(4, born_before_6_april_2017=False),))
    job = offer(37.5, Decimal("15.95"))
    with_loan = month(of_client(parent, student_loans=(StudentLoan.PLAN_1,)), job)
    without = month(parent, job)
    assert with_loan.universal_credit == without.universal_credit
    assert without.money_in - with_loan.money_in == 31
    told = codes(of_client(parent, student_loans=(StudentLoan.PLAN_1,)), job)
    assert "student_loan" in told


# ---- amounts that are asked for


def test_transitional_protection_is_the_amount_that_was_given() -> None:
    protected = replace(RENTED, transitional_element_monthly=Decimal("48.20"))
    gained = month(protected).universal_credit.award - month(RENTED).universal_credit.award
    assert gained == Decimal("48.20")
    assert "transitional" in codes(protected, offer(8), FactKind.WARNING)
    assert refused(replace(RENTED, transitional_element_monthly=Decimal(-1))) == [
        "transitional_element_monthly"
    ]


def test_council_tax_counts_only_where_both_amounts_are_known() -> None:
    now = replace(RENTED, council_tax_reduction_monthly=Decimal(80))
    told = offer(16, council_tax_reduction_monthly=Decimal(25))
    known = answer(now, told)
    assert known.picture.council_tax == 55
    assert answer(now, offer(16)).better_off_month - known.better_off_month == 55
    assert "council_tax_up" in codes(now, told, FactKind.CHANGES)
    assert not {"council_tax", "ask_council"} & codes(now, told)
    for household, job in ((now, offer(16)), (RENTED, told), (RENTED, offer(16))):
        assert answer(household, job).picture.council_tax == 0
        assert {"council_tax", "ask_council"} <= codes(household, job)
    assert "council_tax_help_stays" in codes(
        now, replace(told, council_tax_reduction_monthly=Decimal(80))
    )
    rows = {row.key: row for row in table(compare(now, (told,), rates()))}
    assert rows["council_tax"].offers == (Decimal(-55),)
    assert rows["council_tax"].now == 0
    assert income_by_hours(now, told, rates()).points[32].left_week > known.picture.left_week


# ---- the old LCW element


def test_the_lcw_element_is_for_old_awards_alone() -> None:
    old = of_client(health=Health.LCW, lcw_element=True)
    assert month(old).universal_credit.lcw_element == Decimal("158.76")
    assert month(of_client(health=Health.LCW)).universal_credit.lcw_element == 0
    assert "lcw_element_stays" in codes(old, offer(16), FactKind.STAYS)
    assert refused(of_client(lcw_element=True)) == ["claimant.lcw_element"]


def test_the_lcw_element_gives_way_to_the_health_and_carer_elements() -> None:
    old = of_client(health=Health.LCW, lcw_element=True)
    couple = replace(old, partner=Adult(40, Health.LCWRA_PROTECTED))
    assert month(couple).universal_credit.lcw_element == 0
    carer = of_client(old, carer_35_hours=True)
    assert month(carer).universal_credit.lcw_element == 0
    assert month(carer).universal_credit.carer_element == Decimal("209.34")


def test_a_wait_for_the_health_element_is_told_beside_the_year_on_average() -> None:
    waiting = of_client(health=Health.LCWRA_NEW, health_element_from=date(2027, 1, 12))
    (told,) = [fact for fact in answer(waiting, offer(8)).facts if fact.code == "health_wait"]
    assert "12 January 2027" in told.you
    assert month(waiting).universal_credit.health_element == Decimal("217.26")


# ---- New Style JSA and other money


def on_jsa(**more: Any) -> Household:
    return of_client(other_income=(OtherIncome(JSA, Decimal("95.55")),), **more)


def test_new_style_jsa_comes_off_universal_credit_and_is_taxed() -> None:
    now = month(on_jsa())
    assert now.other_income == Decimal("414.05")
    assert month(RENTED).universal_credit.award - now.universal_credit.award == Decimal("414.05")


def test_new_style_jsa_goes_down_with_pay_and_ends_at_16_hours() -> None:
    # 4 hours bring 50.84 a week: 45.84 over the 5.00 that changes nothing.
    assert month(on_jsa(), offer(4)).other_income == Decimal("215.41")
    assert "jsa_down" in codes(on_jsa(), offer(4))
    assert month(on_jsa(), offer(15)).other_income == 0
    assert {"jsa_ends", "tell_jsa"} <= codes(on_jsa(), offer(16))
    low_paid = replace(offer(16, Decimal("8.00")), apprentice_rate=True)
    almost = replace(low_paid, hours_per_week=Decimal("15.99"))
    for job in (low_paid, almost):
        assert month(on_jsa(), job).other_income == 0


def test_money_that_was_said_to_stop_with_work_stops() -> None:
    stopping = OtherIncome(OtherIncomeKind.MATERNITY_ALLOWANCE, Decimal(50), stops_with_work=True)
    household = of_client(other_income=(stopping,))
    assert month(household).other_income == Decimal("216.67")
    assert month(household, offer(8)).other_income == 0
    assert month(household, offer(0)).other_income == Decimal("216.67")
    assert "maternity_allowance" in codes(household, offer(8), FactKind.WARNING)


def test_a_pension_in_one_of_two_jobs_is_one_line() -> None:
    share = Job(
        Decimal(12),
        NLW,
        pension_employee_percent=Decimal(5),
        pension_basis=PensionBasis.QUALIFYING_EARNINGS,
    )
    household = of_client(other_jobs=(share,))
    result = compare(household, (offer(8),), rates())
    words = [
        s.words for part in explain(result, result.offers[0], rates()).sections for s in part.steps
    ]
    assert "Pension shares of all jobs" in words
    assert "All work together, as a month's pay" in words
