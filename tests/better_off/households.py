"""Households for the tests of better-off: a plain one, the published cases, and made-up ones."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from caseload.better_off.household import (
    Adult,
    Child,
    DlaCare,
    DlaMobility,
    EsaGroup,
    Health,
    Household,
    Housing,
    Job,
    Offer,
    PensionBasis,
    PipRate,
    Tenure,
)
from caseload.better_off.rate_book import Rates
from caseload.better_off.rate_files import load_rate_book

CASES_FILE = Path(__file__).parent / "cases.json"
NLW = Decimal("12.71")
NO_COSTS = Housing(Tenure.NO_HOUSING_COSTS)


def rates(tax_year: str = "2026/27") -> Rates:
    """The rates of a year."""
    return load_rate_book().tax_year(tax_year)


def single(
    age: int = 34,
    health: Health = Health.NONE,
    rent: Decimal | int = 0,
    *,
    in_greater_london: bool = True,
    **adult: Any,
) -> Household:
    """A single person in social housing, or with no housing costs."""
    housing = Housing(Tenure.SOCIAL_RENT, Decimal(rent)) if rent else NO_COSTS
    claimant = Adult(age, health, **adult)
    return Household(claimant, housing, in_greater_london)


def offer(hours: Decimal | float, wage: Decimal = NLW, **more: Any) -> Offer:
    """An offer at the National Living Wage, without a pension."""
    return Offer(Decimal(str(hours)), wage, **more)


@cache
def published_cases() -> tuple[dict[str, Any], ...]:
    """The cases of an independent model, as they were published."""
    document = json.loads(CASES_FILE.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(document["cases"])


def pounds_between(lowest: int, highest: int) -> st.SearchStrategy[Decimal]:
    """Pounds and pence."""
    return st.integers(lowest * 100, highest * 100).map(lambda pence: Decimal(pence) / 100)


HOURS = st.integers(0, 80).map(lambda halves: Decimal(halves) / 2)
WAGES = pounds_between(13, 22)
PENSIONS = st.sampled_from(
    [
        (PensionBasis.NONE, Decimal(0)),
        (PensionBasis.ALL_PAY, Decimal(5)),
        (PensionBasis.QUALIFYING_EARNINGS, Decimal(5)),
    ]
)


@st.composite
def jobs(draw: st.DrawFn) -> Job:
    """The partner's work."""
    basis, percent = draw(PENSIONS)
    return Job(draw(HOURS), draw(WAGES), percent, basis)


@st.composite
def adults(draw: st.DrawFn, *, with_job: bool = False) -> Adult:
    """An adult of working age, with whatever benefits may go together."""
    esa = draw(st.sampled_from([Decimal(0), Decimal(0), Decimal("95.55"), Decimal("145.90")]))
    group = EsaGroup.NONE
    if esa:
        group = EsaGroup.SUPPORT if esa > 100 else EsaGroup.WORK_RELATED_ACTIVITY
    carer = draw(st.booleans())
    return Adult(
        age=draw(st.integers(18, 65)),
        health=draw(st.sampled_from([health for health in Health if health is not Health.LCWRA])),
        carer_35_hours=carer,
        claims_carers_allowance=carer and not esa and draw(st.booleans()),
        pip_daily_living=draw(st.sampled_from(PipRate)),
        pip_mobility=draw(st.sampled_from(PipRate)),
        new_style_esa_weekly=esa,
        new_style_esa_group=group,
        other_pension_income_weekly=draw(st.sampled_from([Decimal(0), Decimal("45.50")])),
        job=draw(st.none() | jobs()) if with_job else None,
    )


@st.composite
def children(draw: st.DrawFn) -> Child:
    """A child whose age and birth rule agree in 2026/27."""
    age = draw(st.integers(0, 19))
    return Child(
        age,
        born_before_6_april_2017=draw(st.booleans()) if age == 9 else age > 9,
        dla_care=draw(st.sampled_from(DlaCare)),
        dla_mobility=draw(st.sampled_from(DlaMobility)),
    )


@st.composite
def homes(draw: st.DrawFn) -> Housing:
    """A home of any tenure that is covered."""
    tenure = draw(
        st.sampled_from([Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT, Tenure.NO_HOUSING_COSTS])
    )
    if tenure is Tenure.NO_HOUSING_COSTS:
        return NO_COSTS
    rent = draw(pounds_between(200, 2500))
    if tenure is Tenure.SOCIAL_RENT:
        return Housing(tenure, rent)
    area = draw(st.sampled_from(sorted(rates().areas)))
    return Housing(tenure, rent, area, draw(st.sampled_from("ABCDE")))


@st.composite
def households(draw: st.DrawFn) -> Household:
    """A household that is covered."""
    return Household(
        claimant=draw(adults()),
        housing=draw(homes()),
        in_greater_london=draw(st.booleans()),
        partner=draw(st.none() | adults(with_job=True)),
        children=tuple(draw(st.lists(children(), max_size=5))),
        capital=draw(st.sampled_from([Decimal(0), Decimal(6001), Decimal(15999), Decimal(16001)])),
    )


@st.composite
def offers(draw: st.DrawFn, hours: st.SearchStrategy[Decimal] = HOURS) -> Offer:
    """An offer without childcare, which needs children."""
    basis, percent = draw(PENSIONS)
    return Offer(draw(hours), draw(WAGES), percent, basis)
