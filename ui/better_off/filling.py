"""From what the record knows to the fields of the page: a household, offers, the client's job."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from caseload.better_off.filing import household_from_json, household_to_json
from caseload.better_off.household import Adult, Household, Job, Offer, Tenure
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.rate_book import Rates
from caseload.better_off.rent_areas import lies_in_greater_london
from caseload.jobs.job import JobTerms
from caseload.services.better_off import KnownHousehold
from caseload.values.money import pounds
from ui.better_off.answers import (
    ALLOWANCE,
    AT_FIRST,
    CARES,
    NO,
    NONE,
    TYPED_LIMIT,
    YES,
    Answers,
    offer_key,
)

TYPED = "typed"
"""Where the answers stand, as they were typed, in the inputs of a kept calculation."""


def at_first(known: KnownHousehold | None, rates: Rates | None) -> dict[str, str]:
    """The fields as the page opens: from the last calculation kept, and what is known today."""
    answers = dict(AT_FIRST)
    if known is not None:
        answers |= _kept(known)
        answers |= _known_today(known)
    if "offers.0.hourly_wage" not in answers and rates is not None:
        answers |= least_pay(answers.get("claimant.age", ""), rates)
    return answers


def least_pay(age: str, rates: Rates) -> dict[str, str]:
    """The legal minimum at this age as the pay to begin with, where the age says what it is."""
    if not (age.isascii() and age.isdigit() and 18 <= int(age) < 120):
        return {}
    return {"offers.0.hourly_wage": pounds(minimum_wage(int(age), rates))}


def inputs_of(answers: Answers, household: Household, offers: tuple[Offer, ...]) -> str:
    """The inputs as they are kept with a calculation, and the very words that were typed."""
    document = household_to_json(household, offers) | {TYPED: dict(answers)}
    return json.dumps(document, ensure_ascii=False)


def _kept(known: KnownHousehold) -> dict[str, str]:
    if known.last is None:
        return {}
    try:
        document: dict[str, Any] = json.loads(known.last.inputs)
        typed = document.get(TYPED)
        if isinstance(typed, dict):
            return {str(key): str(value) for key, value in typed.items()}
        return answers_of(*household_from_json(document))
    except (ValueError, KeyError, TypeError):
        return {}  # kept in a form of another version: begin without it


def _known_today(known: KnownHousehold) -> dict[str, str]:
    """What the record knows better than an earlier calculation."""
    found = {} if known.age is None else {"claimant.age": str(known.age)}
    in_london = lies_in_greater_london(known.client.postcode)
    if in_london is not None:
        found["in_greater_london"] = YES if in_london else NO
    if len(known.work_now) == 1:
        found |= _terms(known.work_now[0])
    elif known.work_now:
        found |= {"claimant.work_now": YES, "claimant.job.hours_per_week": ""}
    return found


def _terms(terms: JobTerms) -> dict[str, str]:
    return {
        "claimant.work_now": YES,
        "claimant.job.hours_per_week": _plain(terms.weekly_hours),
        "claimant.job.hourly_wage": pounds(terms.pay),
        "claimant.job.pay_period": str(terms.pay_period),
    }


# ---- a household as it would have been typed


def answers_of(household: Household, offers: tuple[Offer, ...]) -> dict[str, str]:
    """The fields as somebody would have typed this household and these offers."""
    answers = dict(AT_FIRST)
    answers |= _adult("claimant", household.claimant)
    if household.partner is not None:
        answers |= {"partner": YES} | _adult("partner", household.partner)
    answers["children"] = str(len(household.children))
    for place, child in enumerate(household.children):
        answers |= {
            f"children.{place}.age": str(child.age),
            f"children.{place}.born_before_6_april_2017": YES
            if child.born_before_6_april_2017
            else NO,
            f"children.{place}.dla_care": str(child.dla_care),
            f"children.{place}.dla_mobility": str(child.dla_mobility),
        }
    answers |= dict(_home(household))
    answers["capital"] = pounds(household.capital)
    answers["offers"] = str(max(1, len(offers)))
    for place, offer in enumerate(offers):
        answers |= _offer(place, offer)
    return answers


def _home(household: Household) -> Iterator[tuple[str, str]]:
    housing = household.housing
    yield "housing.tenure", str(housing.tenure)
    yield "in_greater_london", YES if household.in_greater_london else NO
    if housing.tenure is Tenure.NO_HOUSING_COSTS:
        return
    yield "housing.rent_monthly", pounds(housing.rent_monthly)
    if housing.lha_monthly_rate is not None:
        yield "housing.brma", TYPED_LIMIT
        yield "housing.lha_monthly_rate", pounds(housing.lha_monthly_rate)
    elif housing.brma is not None:
        yield "housing.brma", housing.brma
    yield "housing.lha_category", housing.lha_category or ""


def _adult(who: str, adult: Adult) -> dict[str, str]:
    carer = NONE
    if adult.carer_35_hours:
        carer = ALLOWANCE if adult.claims_carers_allowance else CARES
    found = {
        f"{who}.age": str(adult.age),
        f"{who}.health": str(adult.health),
        f"{who}.carer": carer,
        f"{who}.pip_daily_living": str(adult.pip_daily_living),
        f"{who}.pip_mobility": str(adult.pip_mobility),
        f"{who}.new_style_esa_group": str(adult.new_style_esa_group),
        f"{who}.new_style_esa_weekly": _amount(adult.new_style_esa_weekly),
        f"{who}.other_pension_income_weekly": _amount(adult.other_pension_income_weekly),
        f"{who}.work_now": NO if adult.job is None else YES,
    }
    return found if adult.job is None else found | _job(f"{who}.job", adult.job)


def _job(job: str, work: Job) -> dict[str, str]:
    found = {
        f"{job}.hours_per_week": _plain(work.hours_per_week),
        f"{job}.hourly_wage": pounds(work.hourly_wage),
    }
    if work.pension_employee_percent:
        found[f"{job}.pension_employee_percent"] = _plain(work.pension_employee_percent)
        found[f"{job}.pension_basis"] = str(work.pension_basis)
    return found


def _offer(place: int, offer: Offer) -> dict[str, str]:
    found = _job(f"offers.{place}", offer)
    found[offer_key(place, "employer")] = offer.employer
    found[offer_key(place, "childcare_monthly")] = _amount(offer.childcare_monthly)
    if offer.fares_weekly is not None:
        found[offer_key(place, "fares_weekly")] = pounds(offer.fares_weekly)
    if offer.apprentice_rate:
        found[offer_key(place, "apprentice_rate")] = YES
    return found


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(amount: Decimal) -> str:
    return pounds(amount) if amount else ""


def more_is_answered(answers: Answers) -> bool:
    """Whether anything stands among the benefits that are asked less often."""
    for who in ("claimant", "partner"):
        if answers.get(f"{who}.carer", NONE) != NONE:
            return True
        if any(answers.get(f"{who}.{name}", "").strip(" £0.") for name in _MORE_AMOUNTS):
            return True
        if answers.get(f"{who}.new_style_esa_group", NONE) not in ("", NONE):
            return True
    return any(
        value not in ("", NONE)
        for key, value in answers.items()
        if key.startswith("children.") and ".dla_" in key
    )


_MORE_AMOUNTS = ("new_style_esa_weekly", "other_pension_income_weekly")
