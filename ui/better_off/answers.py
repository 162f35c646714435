"""What is typed on the better-off page, as plain text by field, and what follows from it.

A field is named as the calculation names it: ``claimant.age``, ``housing.rent_monthly``,
``offers.0.hourly_wage``. Codes are those of the calculation. Three fields are the page's own:
``partner``, ``children`` (how many) and ``work_now`` say what else is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from caseload.better_off.household import NOTHING, PensionBasis, Tenure
from caseload.jobs.job import PayPeriod
from caseload.values.money import penny

Answers = Mapping[str, str]

YES, NO = "yes", "no"
NONE, CARES, ALLOWANCE = "none", "cares", "allowance"
"""The answers of ``carer``: neither, 35 hours of care, and Carer's Allowance with them."""
TYPED_LIMIT = "typed"
"""The rent area of somebody who knows the limit a month and types it."""
LETTERS = "ABC"
MOST_OFFERS = len(LETTERS)
MOST_CHILDREN = 12
BIRTH_RULE_YEAR = 2017

AT_FIRST: Answers = {
    "partner": NO,
    "children": "0",
    "claimant.work_now": NO,
    "claimant.pip_daily_living": NONE,
    "claimant.pip_mobility": NONE,
    "claimant.carer": NONE,
    "in_greater_london": YES,
    "offers": "1",
}
"""What stands there before anybody has answered; each of them can be seen and changed."""


def children_of(answers: Answers) -> int:
    """How many children are asked about; nothing readable is none."""
    typed = answers.get("children", "").strip()
    return min(int(typed), MOST_CHILDREN) if typed.isascii() and typed.isdigit() else 0


def offers_of(answers: Answers) -> int:
    """How many offers stand side by side."""
    return int(answers.get("offers", "1"))


def offer_key(place: int, name: str) -> str:
    """The field of an offer, by its place from 0."""
    return f"offers.{place}.{name}"


def has_partner(answers: Answers) -> bool:
    """Whether the client lives with a partner."""
    return answers.get("partner") == YES


def side_is_open(age: str, tax_year: str) -> bool:
    """Whether a child of this age may be born on either side of 6 April 2017.

    ``tax_year`` is that of the rates, ``2026/27``: in it one age is open.
    """
    return age.strip() == str(int(tax_year[:4]) - BIRTH_RULE_YEAR)


def has_share(answers: Answers, job: str) -> bool:
    """Whether a pension share is typed for a job."""
    return answers.get(f"{job}.pension_employee_percent", "").strip(" %0.") != ""


def asked(answers: Answers, tax_year: str) -> Iterator[str]:
    """Every field that is asked for these answers, the offers' own among them."""
    yield from ("partner", "children", "in_greater_london", "capital")
    yield from _adult("claimant", answers)
    if has_partner(answers):
        yield from _adult("partner", answers)
    for place in range(children_of(answers)):
        yield from _child(f"children.{place}", answers, tax_year)
    yield from _home(answers)
    for place in range(offers_of(answers)):
        job = f"offers.{place}"
        yield from (f"{job}.employer", *_job(job, answers), f"{job}.fares_weekly")
        yield f"{job}.apprentice_rate"
        if children_of(answers):
            yield f"{job}.childcare_monthly"


def _adult(who: str, answers: Answers) -> Iterator[str]:
    yield from (f"{who}.age", f"{who}.health", f"{who}.pip_daily_living", f"{who}.pip_mobility")
    yield from (f"{who}.carer", f"{who}.new_style_esa_weekly", f"{who}.new_style_esa_group")
    yield from (f"{who}.other_pension_income_weekly", f"{who}.work_now")
    if answers.get(f"{who}.work_now") == YES:
        yield from _job(f"{who}.job", answers)


def _job(job: str, answers: Answers) -> Iterator[str]:
    yield from (f"{job}.hours_per_week", f"{job}.hourly_wage", f"{job}.pay_period")
    yield f"{job}.pension_employee_percent"
    if has_share(answers, job):
        yield f"{job}.pension_basis"


def _child(child: str, answers: Answers, tax_year: str) -> Iterator[str]:
    yield f"{child}.age"
    if side_is_open(answers.get(f"{child}.age", ""), tax_year):
        yield f"{child}.born_before_6_april_2017"
    yield from (f"{child}.dla_care", f"{child}.dla_mobility")


def _home(answers: Answers) -> Iterator[str]:
    yield "housing.tenure"
    tenure = answers.get("housing.tenure", "")
    if tenure in (Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT):
        yield "housing.rent_monthly"
    if tenure == Tenure.PRIVATE_RENT:
        typed = answers.get("housing.brma") == TYPED_LIMIT
        yield "housing.brma"
        yield "housing.lha_monthly_rate" if typed else "housing.lha_category"


# ---- offers come and go


def with_offer(answers: Answers) -> dict[str, str]:
    """One more offer, like the last one but for its hours."""
    count = offers_of(answers)
    last, new = f"offers.{count - 1}.", f"offers.{count}."
    copied = {
        key.replace(last, new): value for key, value in answers.items() if key.startswith(last)
    }
    copied.pop(f"{new}hours_per_week", None)
    return {**answers, **copied, "offers": str(count + 1)}


def without_offer(answers: Answers, place: int) -> dict[str, str]:
    """Without the offer in this place; those after it move up."""
    count = offers_of(answers)
    kept = {key: value for key, value in answers.items() if not key.startswith("offers.")}
    for old in range(count):
        if old == place:
            continue
        new = old if old < place else old - 1
        for key, value in answers.items():
            if key.startswith(f"offers.{old}."):
                kept[key.replace(f"offers.{old}.", f"offers.{new}.")] = value
    kept["offers"] = str(count - 1)
    return kept


# ---- figures


def hourly(amount: Decimal, period: str, hours: Decimal) -> Decimal:
    """Pounds an hour for pay of another period, to the penny, as the record of jobs has it."""
    if period in ("", PayPeriod.HOUR) or hours <= NOTHING:
        return amount
    a_week = {
        PayPeriod.WEEK: amount,
        PayPeriod.MONTH: amount * 12 / 52,
        PayPeriod.YEAR: amount / 52,
    }[PayPeriod(period)]
    return penny(a_week / hours)


USUAL_BASIS = PensionBasis.QUALIFYING_EARNINGS
"""What a pension share is most often taken from, and the answer where none is chosen."""
