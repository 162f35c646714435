"""A job month by month: the first wage, extra pay days, and what else changes on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from caseload.better_off.household import (
    Adult,
    EsaGroup,
    Job,
    SelfEmployment,
)
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.problems import HouseholdRefused
from caseload.better_off.timetable import Timetable
from tests.better_off.households import NLW, offer, single
from tests.better_off.jobs_by_month import (
    CAPPED,
    FOUR_WEEKLY,
    MAY,
    MONTHLY,
    RENTED,
    WEEKLY,
    months,
    paid,
    settled,
    told,
)


def test_the_first_wage_comes_before_universal_credit_goes_down() -> None:
    found = months(RENTED, offer(16), FOUR_WEEKLY)
    first, second = found.rows[:2]
    assert first.period.starts == date(2026, 4, 12)
    assert first.pay_days == ()
    assert first.award == second.award_before == Decimal("1542.16")
    assert second.pay_days[0].on == date(2026, 5, 29)
    # In the second month the wage arrives beside the whole of the last payment.
    assert second.cash_in == second.picture.pay.take_home + Decimal("1542.16")
    facts = told(found)
    assert "4 May 2026" in facts["first_pay"].you
    assert "29 May 2026" in facts["first_pay"].you
    # 18 May is 7 days after the period that ends on 11 May.
    assert facts["uc_not_yet"].you == (
        "Your Universal Credit of about 18 May 2026 does not count this pay yet. It is £1,542.16."
    )
    assert "18 June 2026" in facts["uc_counts_pay"].you
    assert f"£{second.award:,.2f}" in facts["uc_counts_pay"].you
    assert "25 days" in facts["wait_for_pay"].you


def test_a_part_of_a_pay_period_is_paid_as_a_part() -> None:
    late = paid(PayFrequency.FOUR_WEEKLY, date(2026, 5, 29), date(2026, 5, 16))
    first = months(RENTED, offer(16), late).rows[0].pay_days[0]
    assert first.time.share == Decimal("0.5")
    assert first.pay.gross == Decimal("406.72")


def test_four_weekly_pay_has_one_month_with_two_pay_days() -> None:
    found = months(RENTED, offer(16), FOUR_WEEKLY)
    assert Counter(len(row.pay_days) for row in found.rows) == {1: 10, 2: 1, 0: 1}
    (double,) = [row for row in found.rows if len(row.pay_days) == 2]
    # 55 per cent of four weeks' pay of 813.44.
    assert double.lower_by == Decimal("447.39")
    assert told(found)["extra_pay_day"].you == (
        "Between 12 November and 11 December you have two pay days. Your Universal Credit is"
        " £447.39 lower in the payment of about 18 December 2026. After that it comes back up."
    )
    assert "keep_some" in told(found)


def test_a_month_that_starts_on_the_first_is_called_by_its_name() -> None:
    by_month = replace(FOUR_WEEKLY, period_starts_on=1)
    fact = told(months(RENTED, offer(16), by_month))["extra_pay_day"]
    assert fact.you.startswith("In April you have two pay days.")


def test_weekly_pay_has_months_with_five_pay_days() -> None:
    found = months(RENTED, offer(16), WEEKLY)
    fives = [row for row in found.rows if len(row.pay_days) == 5]
    assert len(fives) == 4
    assert {row.lower_by for row in fives} == {Decimal("111.85")}
    fact = told(found)["extra_pay_days"]
    assert fact.you.startswith("In 4 of 12 months you have five pay days.")
    assert "£111.85 lower" in fact.you


def test_fortnightly_pay_has_months_with_three() -> None:
    plan = paid(PayFrequency.FORTNIGHTLY, date(2026, 5, 15))
    fact = told(months(RENTED, offer(16), plan))["extra_pay_days"]
    assert "three pay days" in fact.you


def test_monthly_pay_has_none() -> None:
    found = months(RENTED, offer(16), MONTHLY)
    assert not {"extra_pay_day", "extra_pay_days", "keep_some"} & set(told(found))


def test_a_month_whose_pay_uses_universal_credit_up_says_how_it_comes_back() -> None:
    found = months(RENTED, offer(37.5), FOUR_WEEKLY)
    (nil,) = [row for row in found.rows if not row.award]
    assert len(nil.pay_days) == 2
    assert "claim again" in told(found)["month_without_uc"].you


def test_a_large_first_pay_is_carried_into_the_next_month_as_surplus() -> None:
    """Twelve weeks in one pay: what is over the end of Universal Credit by 2,500 counts again."""
    plan = paid(PayFrequency.MONTHLY, date(2026, 8, 3))
    found = months(RENTED, offer(37.5, Decimal("25.00")), plan)
    at = next(place for place, row in enumerate(found.rows) if row.pay_days)
    large, after = found.rows[at], found.rows[at + 1]
    uc = large.picture.universal_credit
    ends_at = Decimal(427) + uc.maximum / Decimal("0.55")
    assert large.award == 0
    assert after.surplus == (uc.earned_income - ends_at - 2500).quantize(Decimal("0.01"))
    assert after.lost_to_surplus > 0
    first_told = next(fact for fact in found.facts if fact.code == "surplus")
    assert f"£{after.surplus:,.2f}" in first_told.staff
    assert "£" not in first_told.you
    assert "surplus" not in told(months(RENTED, offer(16), FOUR_WEEKLY))


def test_the_health_element_starts_after_its_wait() -> None:
    waiting = replace(
        RENTED, claimant=replace(RENTED.claimant, health_element_from=date(2026, 7, 12))
    )
    found = months(waiting, offer(8), settled(MONTHLY))
    elements = {
        row.period.starts: row.picture.universal_credit.health_element for row in found.rows
    }
    assert elements[date(2026, 6, 12)] == 0
    assert elements[date(2026, 7, 12)] == Decimal("217.26")
    assert all(row.picture.universal_credit.work_allowance == 427 for row in found.rows)
    assert "18 August 2026" in told(found)["health_element_starts"].you


def test_esa_is_paid_by_days_in_the_month_of_the_start() -> None:
    esa = single(
        new_style_esa_weekly=Decimal("95.55"),
        new_style_esa_group=EsaGroup.WORK_RELATED_ACTIVITY,
        rent=900,
    )
    found = months(esa, offer(16), FOUR_WEEKLY)
    # 22 of the 30 days from 12 April are before 4 May.
    assert found.rows[0].picture.new_style_esa == Decimal("303.64")
    assert found.rows[1].picture.new_style_esa == 0


def test_childcare_and_fares_come_with_the_job() -> None:
    job = offer(16, childcare_monthly=Decimal(300), fares_weekly=Decimal(30))
    first, second = months(CAPPED, job, FOUR_WEEKLY).rows[:2]
    assert first.picture.childcare == Decimal("80.00")
    assert first.picture.universal_credit.childcare_element == Decimal("68.00")
    assert second.picture.childcare == 300
    assert second.picture.fares == Decimal("130.00")


def test_a_second_job_leaves_the_present_one_going_evenly() -> None:
    working = replace(RENTED, claimant=replace(RENTED.claimant, job=Job(Decimal(10), NLW)))
    found = months(working, replace(offer(6), beside_present_job=True), MONTHLY)
    assert found.rows[0].picture.pay.gross == Decimal("550.77")
    assert found.rows[5].picture.pay.gross == Decimal("881.23")
    assert "last_pay" not in told(found)
    assert "last_pay" in told(months(working, offer(6), MONTHLY))


def test_a_present_job_that_ends_is_paid_up_to_the_start() -> None:
    working = replace(RENTED, claimant=replace(RENTED.claimant, job=Job(Decimal(10), NLW)))
    found = months(working, offer(20), FOUR_WEEKLY)
    # 22 of 30 days of 550.77.
    assert found.rows[0].picture.pay.gross == Decimal("403.90")


def test_a_partners_pay_days_are_their_own() -> None:
    partner = Adult(30, job=Job(Decimal(20), NLW))
    couple = replace(single(rent=900), partner=partner)
    plan = PayDays(PayFrequency.FOUR_WEEKLY, date(2026, 5, 1))
    found = months(couple, offer(8), replace(MONTHLY, partner_pay=plan))
    assert Counter(len(row.partner_pay_days) for row in found.rows)[2] == 1
    even = months(couple, offer(8), MONTHLY)
    assert {len(row.partner_pay_days) for row in even.rows} == {0}
    assert found.on_average == even.on_average


def test_profit_of_self_employment_comes_evenly_and_has_no_pay_days() -> None:
    business = offer(16, self_employment=SelfEmployment(start_up_period=True))
    found = months(RENTED, business, Timetable(MAY, 12, None))
    assert found.rows[3].pay_days == ()
    assert found.rows[3].picture.pay.gross == Decimal("881.23")
    with pytest.raises(HouseholdRefused, match="how often"):
        months(RENTED, offer(16), Timetable(MAY, 12, None))


@pytest.mark.parametrize(
    ("timetable", "field"),
    [
        (replace(MONTHLY, period_starts_on=0), "timetable.period_starts_on"),
        (replace(MONTHLY, period_starts_on=32), "timetable.period_starts_on"),
        (replace(MONTHLY, months=0), "timetable.months"),
        (replace(MONTHLY, months=25), "timetable.months"),
        (replace(MONTHLY, earlier_pay=Decimal(-1)), "timetable.earlier_pay"),
        (replace(MONTHLY, earlier_tax=Decimal(5)), "timetable.earlier_tax"),
        (paid(PayFrequency.WEEKLY, date(2026, 5, 1)), "timetable.pay.first"),
        (paid(PayFrequency.WEEKLY, date(2026, 9, 1)), "timetable.pay.first"),
        (
            replace(MONTHLY, pay=PayDays(PayFrequency.WEEKLY, date(2026, 5, 15), -1)),
            "timetable.pay.days_in_arrears",
        ),
        (
            replace(MONTHLY, partner_pay=PayDays(PayFrequency.WEEKLY, date(2026, 5, 15))),
            "timetable.partner_pay",
        ),
    ],
)
def test_a_timetable_that_cannot_be_is_refused(timetable: Timetable, field: str) -> None:
    with pytest.raises(HouseholdRefused) as refusal:
        months(RENTED, offer(16), timetable)
    assert field in refusal.value.problems
