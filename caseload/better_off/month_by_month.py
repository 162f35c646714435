"""The real twelve months of a job: pay days falling into assessment periods, rate by rate.

Universal Credit counts the pay received in each assessment period (UC Regs regs 54 and 61), at the
rates of the period's first day; tax goes by the pay day, the minimum wage by the paid time.
Benefits beside it are counted at the rates of the period's first day and, in the month of the
start, by days before and after it. The pay of a present job and of other jobs comes evenly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from caseload.better_off.assessment_periods import AssessmentPeriod, period_on, periods_from
from caseload.better_off.calculation import (
    AdultMoney,
    Frame,
    adult_money,
    frame_of,
    jobs_of,
    month_in,
    month_of_money,
    more_council_tax,
    without_offer,
)
from caseload.better_off.coverage import check
from caseload.better_off.earnings import pay_for
from caseload.better_off.household import NOTHING, Household, Job, Offer
from caseload.better_off.household_in_month import household_in, with_health_of
from caseload.better_off.money import MoneyPicture, Pay, UniversalCredit
from caseload.better_off.month_rows import MonthContext, MonthRow
from caseload.better_off.months_of_pay import PayDay, at_legal_wage, part_of, together
from caseload.better_off.pay_by_month import client_pay_days, comes_evenly, partner_pay_days
from caseload.better_off.problems import RatesRefused
from caseload.better_off.rate_book import Rates
from caseload.better_off.rates_ahead import RatesAhead
from caseload.better_off.timetable import Timetable, check_timetable
from caseload.values.money import penny

SURPLUS = "uc.surplus_earnings_allowance"
ONE_DAY = timedelta(days=1)
WHOLE = Decimal(1)


def months_of(
    household: Household, offer: Offer, rates: RatesAhead, timetable: Timetable, used: set[str]
) -> tuple[MonthContext, ...]:
    """Each month in turn. Adds to ``used`` the key of every rate that was taken.

    Raises HouseholdRefused where the household, the offer or the timetable cannot be, and
    RatesRefused for a start before the rates on file.
    """
    first = rates.on(timetable.starts_on)
    check(with_health_of(household, first), (offer,), first)
    check_timetable(household, offer, timetable)
    return tuple(_Months(household, offer, rates, timetable, used).work())


class _Months:
    def __init__(
        self,
        household: Household,
        offer: Offer,
        rates: RatesAhead,
        timetable: Timetable,
        used: set[str],
    ) -> None:
        self._household = household
        self._offer = offer
        self._rates = rates
        self._timetable = timetable
        self._used = used
        self._periods = periods_from(
            timetable.starts_on, timetable.period_starts_on, timetable.months
        )
        noted = replace(rates, noted=used)
        self._pay_days = client_pay_days(household, offer, noted, timetable, self._periods)
        self._partner_pay_days = partner_pay_days(household, noted, timetable, self._periods)

    def _on(self, period: AssessmentPeriod) -> Rates:
        return self._rates.on(period.starts).noting(self._used)

    # ---- months

    def work(self) -> Iterator[MonthContext]:
        """Each month, with what it was worked out from."""
        award_before, surplus = self._award_before_start(), NOTHING
        for place, period in enumerate(self._periods):
            rates = self._on(period)
            frame = frame_of(household_in(self._household, period, rates), rates)
            row, jobs = self._row(place, frame, award_before, surplus)
            yield MonthContext(frame, jobs, row)
            award_before = row.award
            surplus = self._surplus_after(row.picture.universal_credit, frame.rates)

    def _row(
        self, place: int, frame: Frame, award_before: Decimal, surplus: Decimal
    ) -> tuple[MonthRow, tuple[Job, ...]]:
        period, days = self._periods[place], self._pay_days[place]
        share = self._share_after_start(period)
        jobs = self._jobs(frame, share)
        partner = self._partner_money(frame, self._partner_pay_days[place])
        council_tax = penny(more_council_tax(frame, self._offer) * share)

        def with_pay(some: tuple[PayDay, ...], carried: Decimal) -> MoneyPicture:
            money = self._client_money(frame, some, share)
            return month_of_money(
                frame, jobs, money, partner, surplus=carried, council_tax=council_tax
            )

        picture = with_pay(days, surplus)
        usual = unburdened = picture.universal_credit.award
        plan = self._timetable.pay
        if plan and len(days) > plan.frequency.usual_count:
            fewer = days[: plan.frequency.usual_count]
            usual = with_pay(fewer, surplus).universal_credit.award
        if surplus:
            unburdened = with_pay(days, NOTHING).universal_credit.award
        row = MonthRow(
            period=period,
            pay_days=days,
            partner_pay_days=self._partner_pay_days[place],
            picture=picture,
            award_before=award_before,
            usual_award=usual,
            surplus=surplus,
            lost_to_surplus=unburdened - picture.universal_credit.award,
            assumed=self._rates.is_assumed(period.starts),
        )
        return row, jobs

    def _share_after_start(self, period: AssessmentPeriod) -> Decimal:
        """The part of a period that is on or after the start of the job."""
        if self._timetable.settled:
            return WHOLE
        before = max(0, (self._timetable.starts_on - period.starts).days)
        return Decimal(period.days - before) / period.days

    def _jobs(self, frame: Frame, share: Decimal) -> tuple[Job, ...]:
        client = frame.household.claimant
        offer = at_legal_wage(client, self._offer, frame.rates)
        if share != WHOLE:
            fares = None if offer.fares_weekly is None else offer.fares_weekly * share
            offer = replace(
                offer, childcare_monthly=offer.childcare_monthly * share, fares_weekly=fares
            )
        return jobs_of(client, offer)

    def _client_money(self, frame: Frame, days: tuple[PayDay, ...], share: Decimal) -> AdultMoney:
        """The client's month: benefits by days before and after the start, and the pay in it."""
        client, rates = frame.household.claimant, frame.rates
        offer = at_legal_wage(client, self._offer, rates)
        then = adult_money(client, jobs_of(client, offer), rates, penny)
        now = (
            then
            if share == WHOLE
            else adult_money(client, jobs_of(client, client.job), rates, penny)
        )
        even_pay = self._even_pay(offer, then, rates)
        pays = [
            part_of(replace(even_pay, tax_on_other_income=NOTHING), share),
            *(day.pay for day in days),
        ]
        if share != WHOLE:
            pays.append(part_of(replace(now.pay, tax_on_other_income=NOTHING), WHOLE - share))
        pay = together(pays, then.pay.hours_per_week, then.pay.hourly_wage)
        tax = _mixed(now.pay.tax_on_other_income, then.pay.tax_on_other_income, share)
        return replace(
            then,
            pay=replace(pay, tax_on_other_income=tax),
            new_style_esa=_mixed(now.new_style_esa, then.new_style_esa, share),
            esa_support=now.esa_support or then.esa_support,
            carers_allowance=_mixed(now.carers_allowance, then.carers_allowance, share),
            other_income=_mixed(now.other_income, then.other_income, share),
            other_counted=_mixed(now.other_counted, then.other_counted, share),
            other_capped=_mixed(now.other_capped, then.other_capped, share),
        )

    def _even_pay(self, offer: Job, then: AdultMoney, rates: Rates) -> Pay:
        """A month of the pay that is not laid on pay days; tax on benefits goes with the rest."""
        client = self._household.claimant
        if self._timetable.pay is None or comes_evenly(offer):
            return pay_for(client, jobs_of(client, offer), then.taxable_week, rates, penny)
        jobs = jobs_of(client, without_offer(client, self._offer))
        pay = pay_for(client, jobs, NOTHING, rates, penny)
        if not any(job.self_employment for job in jobs):
            return pay
        # A business repays a loan on all income, less what the payroll takes.
        whole = pay_for(client, (offer,), NOTHING, rates, penny).student_loan
        return replace(pay, student_loan=max(NOTHING, then.pay.student_loan - whole))

    def _partner_money(self, frame: Frame, days: tuple[PayDay, ...]) -> AdultMoney | None:
        money, partner = frame.partner, frame.household.partner
        if money is None or partner is None or self._timetable.partner_pay is None:
            return money
        even = pay_for(partner, partner.other_jobs, NOTHING, frame.rates, penny)
        pays = (even, *(day.pay for day in days))
        pay = together(pays, money.pay.hours_per_week, money.pay.hourly_wage)
        tax = money.pay.tax_on_other_income
        return replace(money, pay=replace(pay, tax_on_other_income=tax))

    # ---- what changes from month to month

    def _award_before_start(self) -> Decimal:
        """Universal Credit for the period before the first: it is paid in the first.

        It is what the household gets already, so its rates are not those of an answer.
        """
        first = self._periods[0]
        before = period_on(first.starts - ONE_DAY, self._timetable.period_starts_on)
        try:
            rates = self._rates.on(before.starts)
        except RatesRefused:
            rates = self._rates.on(first.starts)
        household = household_in(self._household, before, rates)
        frame = frame_of(household, rates)
        job = self._offer if self._timetable.settled else household.claimant.job
        return month_in(frame, job).universal_credit.award

    def _surplus_after(self, award: UniversalCredit, rates: Rates) -> Decimal:
        """Earnings over the point where Universal Credit ends, by more than is left alone."""
        if award.award or not award.maximum:
            return NOTHING
        left = max(NOTHING, award.maximum - award.unearned_income)
        ends_at = award.work_allowance + left / rates.amount("uc.taper_rate")
        return max(NOTHING, penny(award.earned_income - ends_at - rates.amount(SURPLUS)))


def _mixed(now: Decimal, then: Decimal, share: Decimal) -> Decimal:
    """A month's amount of which the part ``share`` is as it is in the job."""
    return then if now == then else penny(now * (WHOLE - share) + then * share)
