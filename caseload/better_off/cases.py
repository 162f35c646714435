"""A file of cases, answered: one household, or hundreds, each with its outputs or a sentence.

The sums are exact, year on average, and are rounded only when they are written: the view that
the published test cases take.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from caseload.better_off.calculation import Frame, frame_of, month_in
from caseload.better_off.case_reader import Case, read_case
from caseload.better_off.coverage import check
from caseload.better_off.household import Offer
from caseload.better_off.money import MONTHS, WEEKS, MoneyPicture, exact
from caseload.better_off.problems import HouseholdRefused
from caseload.better_off.rate_book import RateBook
from caseload.better_off.rate_files import load_rate_book
from caseload.better_off.view import View
from caseload.errors import CaseloadError, Refused
from caseload.values.money import penny
from caseload.words import say

LONE_CASE = "1"
ENOUGH = Decimal("0.000000001")
"""A month is a twelfth of a year; this takes the last digits of that division off again."""


def run_cases(document: object, book: RateBook | None = None) -> tuple[dict[str, Any], list[str]]:
    """Answer one household, or every case of ``{"cases": [...]}``.

    Returns ``{"cases": [{"id", "outputs"}]}``, where a case that cannot be answered is
    ``{"id", "error"}`` in its place, and one sentence for each of those. Raises Refused where the
    document is neither one household nor a list of cases.
    """
    book = book or load_rate_book()
    answers: list[dict[str, Any]] = []
    sentences: list[str] = []
    for place, entry in enumerate(_entries(document), start=1):
        given = entry.get("id") if isinstance(entry, Mapping) else None
        name = str(place if given is None else given)
        try:
            outputs = answer_case(read_case(_inputs(entry)), book)
        except CaseloadError as refusal:
            sentence = _sentence(refusal)
            answers.append({"id": name, "error": sentence})
            sentences.append(say("better_off.case.of", case=name, sentence=sentence))
        else:
            answers.append({"id": name, "outputs": outputs})
    return {"cases": answers}, sentences


def _entries(document: object) -> list[Any]:
    if not isinstance(document, Mapping):
        raise Refused(say("better_off.case.not_cases"))
    if "cases" not in document:
        lone = document if "inputs" in document else {"id": LONE_CASE, "inputs": document}
        return [lone]
    cases = document["cases"]
    if not isinstance(cases, list):
        raise Refused(say("better_off.case.not_cases"))
    return cases


def _inputs(entry: object) -> object:
    return entry.get("inputs") if isinstance(entry, Mapping) else None


def _sentence(refusal: CaseloadError) -> str:
    """One sentence for a case: the first field's, with how many more there are."""
    if not isinstance(refusal, HouseholdRefused):
        return refusal.sentence
    field, sentence = next(iter(refusal.problems.items()))
    # In the file the partner's job is not an object of its own.
    field = field.replace("partner.job.", "partner.")
    more = len(refusal.problems) - 1
    first = sentence if field in sentence else f"{field}: {sentence}"
    return say("better_off.case.and_more", first=first, count=more) if more else first


def answer_case(case: Case, book: RateBook, view: View = View.CASES) -> dict[str, Any]:
    """The outputs of one case. Raises CaseloadError where it is not covered."""
    rates = book.tax_year(case.tax_year)
    check(case.household, case.offers, rates)
    frame = frame_of(case.household, rates, exact, view)
    now = month_in(frame, None)
    return {
        "out_of_work": _amounts(now),
        "offers": [_offer(frame, offer, now) for offer in case.offers],
    }


def _offer(frame: Frame, offer: Offer, now: MoneyPicture) -> dict[str, Any]:
    then = month_in(frame, offer)
    return {
        **_amounts(then),
        "better_off_by": _periods(then.money_in - now.money_in),
        "better_off_by_after_childcare": _periods(then.left - now.left),
    }


def _amounts(month: MoneyPicture) -> dict[str, dict[str, float]]:
    lines = _lines(month)
    return {
        "annual": {name: _number(amount * MONTHS) for name, amount in lines.items()},
        "monthly": {name: _number(amount) for name, amount in lines.items()},
        "weekly": {
            name: _number(lines[name] * MONTHS / WEEKS)
            for name in ("net_income", "net_income_after_rent_and_childcare", "uc_award")
        },
    }


def _periods(monthly: Decimal) -> dict[str, float]:
    return {
        "annual": _number(monthly * MONTHS),
        "monthly": _number(monthly),
        "weekly": _number(monthly * MONTHS / WEEKS),
    }


def _number(amount: Decimal) -> float:
    return float(penny(amount.quantize(ENOUGH)))


def _lines(month: MoneyPicture) -> dict[str, Decimal]:
    """Every line of a picture by its name in the cases file."""
    pay, partner, uc = month.pay, month.partner_pay, month.universal_credit
    tax = pay.income_tax + month.tax_on_other_income
    pays = (pay, partner) if partner else (pay,)
    return {
        "gross_earnings_claimant": pay.gross,
        "gross_earnings_partner": partner.gross if partner else Decimal(0),
        "income_tax": tax + (partner.income_tax if partner else Decimal(0)),
        "employee_ni": sum((each.national_insurance for each in pays), Decimal(0)),
        "pension_contribution": sum((each.pension for each in pays), Decimal(0)),
        "uc_standard_allowance": uc.standard_allowance,
        "uc_child_element": uc.child_element,
        "uc_disability_elements": uc.health_element + uc.disabled_child_addition,
        "uc_carer_element": uc.carer_element,
        "uc_housing_element": uc.housing_element,
        "uc_childcare_element": uc.childcare_element,
        "uc_maximum_amount": uc.maximum,
        "uc_work_allowance": uc.work_allowance,
        "uc_earned_income": uc.earned_income,
        "uc_earned_income_after_allowance": uc.earned_income_counted,
        "uc_unearned_income_deduction": uc.unearned_income,
        "uc_before_cap": uc.before_cap,
        "benefit_cap_reduction": uc.cap_excess,
        "uc_award": uc.award,
        "child_benefit": month.child_benefit,
        "new_style_esa": month.new_style_esa,
        "carers_allowance": month.carers_allowance,
        "pip": month.pip,
        "dla": month.dla,
        "other_pension_income": month.other_pension_income,
        "childcare_cost_paid": month.childcare,
        "rent_paid": month.rent,
        "net_income": month.money_in,
        "net_income_after_rent_and_childcare": month.left_after_rent,
    }
