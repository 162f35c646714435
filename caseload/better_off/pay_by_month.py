"""The pay days of the client's new job and of the partner's job, month by month."""

from __future__ import annotations

from collections.abc import Sequence

from caseload.better_off.assessment_periods import AssessmentPeriod
from caseload.better_off.calculation import adult_money, jobs_of, without_offer
from caseload.better_off.earnings import through_wage, year_of_work
from caseload.better_off.household import NOTHING, Adult, Household, Job, Offer
from caseload.better_off.money import WEEKS
from caseload.better_off.months_of_pay import PayDay, by_period, pay_days_of
from caseload.better_off.pay_days import PayFrequency
from caseload.better_off.payroll import Payroll, TaxBasis
from caseload.better_off.rates_ahead import RatesAhead
from caseload.better_off.timetable import Timetable
from caseload.better_off.view import View
from caseload.values.money import penny

Periods = Sequence[AssessmentPeriod]


def client_pay_days(
    household: Household,
    offer: Offer,
    rates: RatesAhead,
    timetable: Timetable,
    periods: Periods,
) -> list[tuple[PayDay, ...]]:
    """The pay days of the offer in each period; none of self-employment, whose profit is even."""
    plan, client = timetable.pay, household.claimant
    if plan is None or comes_evenly(offer):
        return [()] * len(periods)
    days = pay_days_of(
        client,
        offer,
        plan,
        _client_payroll(client, offer, rates, timetable, plan.frequency),
        rates,
        first_day=periods[0].starts,
        last_day=periods[-1].ends,
        started_on=None if timetable.settled else timetable.starts_on,
    )
    return by_period(days, periods, plan.frequency)


def comes_evenly(job: Job) -> bool:
    """Whether a job has no pay days: the profit of a business, or no work at all."""
    return job.self_employment is not None or not job.in_work


def _client_payroll(
    client: Adult, offer: Offer, rates: RatesAhead, timetable: Timetable, frequency: PayFrequency
) -> Payroll:
    first = rates.on(timetable.starts_on)
    even = jobs_of(client, without_offer(client, offer))
    money = adult_money(client, jobs_of(client, offer), first, penny)
    elsewhere = year_of_work(even, first, View.LAW).taxable
    basis = timetable.basis
    if basis is None:
        taxed = elsewhere or money.taxable_week or _is_on_taxed_benefits(client)
        plain = not (timetable.settled or taxed)
        basis = TaxBasis.CUMULATIVE if plain else TaxBasis.EACH_PAY_DAY
    return Payroll(
        frequency,
        basis,
        client.student_loans,
        taxed_elsewhere=elsewhere,
        coded=money.taxable_week * WEEKS if through_wage(client, View.LAW) else NOTHING,
        taxable_before=timetable.earlier_pay,
        tax_before=timetable.earlier_tax,
    )


def _is_on_taxed_benefits(client: Adult) -> bool:
    return bool(
        client.new_style_esa_weekly
        or client.claims_carers_allowance
        or any(each.kind.taxed for each in client.other_income)
    )


def partner_pay_days(
    household: Household, rates: RatesAhead, timetable: Timetable, periods: Periods
) -> list[tuple[PayDay, ...]]:
    """The pay days of the partner's job in each period; none where they were not asked."""
    plan, partner = timetable.partner_pay, household.partner
    if plan is None or partner is None or partner.job is None:
        return [()] * len(periods)
    first = rates.on(timetable.starts_on)
    money = adult_money(partner, jobs_of(partner, partner.job), first, penny)
    payroll = Payroll(
        plan.frequency,
        TaxBasis.EACH_PAY_DAY,
        partner.student_loans,
        taxed_elsewhere=year_of_work(partner.other_jobs, first, View.LAW).taxable,
        coded=money.taxable_week * WEEKS if through_wage(partner, View.LAW) else NOTHING,
    )
    days = pay_days_of(
        partner,
        partner.job,
        plan,
        payroll,
        rates,
        first_day=periods[0].starts,
        last_day=periods[-1].ends,
    )
    return by_period(days, periods, plan.frequency)
