"""A calculation goes to JSON and comes back the same, so that an old letter can be made again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from caseload.better_off.case_reader import read_case
from caseload.better_off.comparison import compare
from caseload.better_off.explanation import explain
from caseload.better_off.filing import (
    explanation_from_json,
    explanation_to_json,
    from_json,
    household_from_json,
    household_to_json,
    months_from_json,
    months_to_json,
    to_json,
)
from caseload.better_off.household import Household, Job, Offer
from caseload.better_off.pay_days import PayDays, PayFrequency
from caseload.better_off.payroll import TaxBasis
from caseload.better_off.rate_files import load_rate_book
from caseload.better_off.timetable import Timetable
from caseload.better_off.twelve_months import twelve_months
from tests.better_off.households import households, offer, offers, published_cases, rates, single


def through_text(document: dict[str, Any]) -> dict[str, Any]:
    back: dict[str, Any] = json.loads(json.dumps(document, allow_nan=False))
    return back


@given(households(), offers())
@settings(max_examples=60, deadline=None)
def test_inputs_and_result_come_back_the_same(household: Household, job: Offer) -> None:
    result = compare(household, (job,), rates())
    assert from_json(through_text(to_json(result))) == result
    filed = through_text(household_to_json(household, (job,)))
    assert household_from_json(filed) == (household, (job,))
    shown = explain(result, result.offers[0], rates())
    assert explanation_from_json(through_text(explanation_to_json(shown))) == shown


@pytest.mark.parametrize("case", published_cases()[:20], ids=lambda case: str(case["id"]))
def test_a_published_case_comes_back_the_same(case: dict[str, Any]) -> None:
    read = read_case(case["inputs"])
    view = rates(read.tax_year)
    result = compare(read.household, read.offers, view)
    back = from_json(through_text(to_json(result)))
    assert back == result
    assert back.rates_version == view.version
    assert [answer.better_off_week for answer in back.offers] == [
        answer.better_off_week for answer in result.offers
    ]


def test_a_job_that_a_client_has_stays_a_job_or_an_offer() -> None:
    as_job = single(job=Job(Decimal(8), Decimal("12.71")))
    as_offer = replace(as_job, claimant=replace(as_job.claimant, job=offer(8, employer="A")))
    for household in (as_job, as_offer):
        back, _ = household_from_json(through_text(household_to_json(household)))
        assert back == household
        assert type(back.claimant.job) is type(household.claimant.job)


def test_a_job_by_month_comes_back_the_same() -> None:
    start = date(2026, 5, 4)
    plan = Timetable(start, 12, PayDays(PayFrequency.WEEKLY, start), basis=TaxBasis.CUMULATIVE)
    months = twelve_months(single(rent=900), offer(16), load_rate_book(), plan)
    assert months_from_json(through_text(months_to_json(months))) == months


@pytest.mark.parametrize(
    "read", [from_json, household_from_json, explanation_from_json, months_from_json]
)
def test_a_form_that_is_not_known_is_not_read(read: Any) -> None:
    with pytest.raises(ValueError, match="form"):
        read({"form": 99})
