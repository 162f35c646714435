"""What a job changes, what stays, what to check and what to do, as facts with sentences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from caseload.better_off.answer import BetterOff, FactKind
from caseload.better_off.comparison import compare
from caseload.better_off.household import (
    Adult,
    Child,
    DlaCare,
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
from tests.better_off.households import NLW, offer, rates, single

HEALTHY = single()
LCWRA = single(health=Health.LCWRA_NEW, rent=900)
PROTECTED = single(health=Health.LCWRA_PROTECTED)
ON_ESA = single(
    new_style_esa_weekly=Decimal("95.55"),
    new_style_esa_group=EsaGroup.WORK_RELATED_ACTIVITY,
    rent=900,
)
CARER = single(carer_35_hours=True, claims_carers_allowance=True, rent=900)
TODDLER = Child(4, born_before_6_april_2017=False)
CAPPED = Household(
    Adult(30),
    Housing(Tenure.PRIVATE_RENT, Decimal(1700), "INNER_WEST_LONDON", "C"),
    in_greater_london=True,
    children=(TODDLER,),
)
QUALIFYING: dict[str, Any] = {
    "pension_employee_percent": Decimal(5),
    "pension_basis": PensionBasis.QUALIFYING_EARNINGS,
}


def answer(household: Household, *jobs: Offer) -> BetterOff:
    return compare(household, jobs, rates())


def codes(household: Household, job: Offer, *kinds: FactKind) -> set[str]:
    (told,) = answer(household, job).offers
    return {fact.code for fact in (told.told(*kinds) if kinds else told.facts)}


def test_facts_come_in_the_order_in_which_a_letter_tells_them_apart() -> None:
    (told,) = answer(LCWRA, offer(16)).offers
    assert all(fact.you and fact.staff for fact in told.facts)
    assert {fact.kind for fact in told.told(FactKind.STAYS, FactKind.TO_DO)} == {
        FactKind.STAYS,
        FactKind.TO_DO,
    }


@pytest.mark.parametrize(
    ("household", "hours", "code"),
    [
        (HEALTHY, 8, "uc_down"),
        (HEALTHY, 16, "uc_ends"),
        (LCWRA, 4, "uc_same"),
        (CAPPED, 16, "uc_up"),
        (replace(HEALTHY, capital=Decimal(16001)), 16, "uc_none_savings"),
    ],
)
def test_what_becomes_of_universal_credit(household: Household, hours: float, code: str) -> None:
    told = {c for c in codes(household, offer(hours)) if c.startswith("uc_") and c != "uc_when"}
    assert told == {code}


def test_universal_credit_that_never_was_is_said() -> None:
    rich_in_esa = single(
        new_style_esa_weekly=Decimal("145.90"), new_style_esa_group=EsaGroup.SUPPORT
    )
    assert "uc_none" in codes(rich_in_esa, offer(4))
    # When ESA ends, a household with rent may come to Universal Credit.
    rent = Housing(Tenure.SOCIAL_RENT, Decimal(200))
    assert "uc_starts" in codes(replace(rich_in_esa, housing=rent), offer(16))


def test_when_universal_credit_falls_is_said_only_where_it_falls() -> None:
    assert "uc_when" in codes(HEALTHY, offer(8))
    assert "uc_when" not in codes(LCWRA, offer(4))


def test_why_pay_is_kept() -> None:
    assert codes(LCWRA, offer(4), FactKind.WHY) == {"all_kept"}
    assert codes(LCWRA, offer(16), FactKind.WHY) == {"part_kept"}
    assert codes(HEALTHY, offer(8), FactKind.WHY) == {"taper"}
    assert codes(HEALTHY, offer(40), FactKind.WHY) == set()


def test_the_benefit_cap() -> None:
    assert "cap_lifted" in codes(CAPPED, offer(16))
    assert "cap_stays" in codes(CAPPED, offer(8))
    cheaper = replace(CAPPED, housing=replace(CAPPED.housing, rent_monthly=Decimal(1400)))
    assert "cap_gone" in codes(cheaper, offer(15.9)) | codes(cheaper, offer(15))
    assert not codes(HEALTHY, offer(8)) & {"cap_lifted", "cap_stays", "cap_gone"}


def test_help_with_rent() -> None:
    assert "rent_help_stays" in codes(LCWRA, offer(16))
    rented = single(rent=900)
    assert "rent_help_part" in codes(rented, offer(24))
    assert "rent_help_ends" in codes(rented, offer(60))
    private = Housing(Tenure.PRIVATE_RENT, Decimal(2000), "INNER_WEST_LONDON", "B")
    assert "rent_gap" in codes(replace(LCWRA, housing=private), offer(16))
    assert not any(code.startswith("rent") for code in codes(HEALTHY, offer(8)))


@pytest.mark.parametrize(
    ("household", "hours", "code"),
    [
        (LCWRA, 16, "prescriptions_stay"),
        (LCWRA, 17, "prescriptions_over_limit"),
        (single(rent=900), 7, "prescriptions_stay"),
        (single(rent=900), 8, "prescriptions_over_limit"),
        (HEALTHY, 16, "prescriptions_without_uc"),
        (single(61), 16, "prescriptions_by_age"),
    ],
)
def test_free_prescriptions_and_their_limits(household: Household, hours: float, code: str) -> None:
    told = {c for c in codes(household, offer(hours)) if c.startswith("prescriptions")}
    assert told == {code}


def test_take_home_pay_of_just_the_limit_keeps_prescriptions_free() -> None:
    just = offer(16, Decimal("13.48558"))
    assert answer(LCWRA, just).offers[0].picture.pay.take_home == Decimal("935.00")
    assert "prescriptions_stay" in codes(LCWRA, just)


def test_prescriptions_are_not_named_where_pay_was_over_the_limit_before() -> None:
    earning = single(health=Health.LCW, rent=900, job=Job(Decimal(20), NLW))
    told = codes(earning, offer(30))
    assert not any(code.startswith("prescriptions") for code in told)


def test_what_stays_beside_pay() -> None:
    household = replace(
        CAPPED,
        claimant=Adult(30, Health.LCWRA_NEW, pip_daily_living=PipRate.STANDARD),
        children=(replace(TODDLER, dla_care=DlaCare.LOWEST),),
    )
    staying = {"pip_stays", "dla_stays", "child_benefit_stays", "health_element_stays"}
    assert staying <= codes(household, offer(16), FactKind.STAYS)


def test_new_style_esa_is_kept_in_permitted_work_alone() -> None:
    assert "esa_stays" in codes(ON_ESA, offer(15))
    assert "esa_ends" in codes(ON_ESA, offer(16))
    assert "esa_ends" in codes(ON_ESA, offer(15, Decimal(14)))
    couple = replace(ON_ESA, partner=ON_ESA.claimant)
    assert "esa_ends_for_one" in codes(couple, offer(16))
    assert "tell_esa" in codes(ON_ESA, offer(15))


def test_carers_allowance_ends_over_its_limit_and_the_carer_element_stays() -> None:
    assert "carers_allowance_stays" in codes(CARER, offer(16))
    over = codes(CARER, offer(17))
    assert {"carers_allowance_ends", "carer_element_stays", "care_costs"} <= over
    assert "tell_carers_allowance" in over


def test_a_carer_with_the_health_element_gets_one_element_unless_the_partner_has_it_too() -> None:
    carer = replace(CARER.claimant, health=Health.LCWRA_NEW)
    alone = replace(CARER, claimant=carer)
    assert answer(alone).now.universal_credit.carer_element == 0
    healthy_partner = replace(alone, partner=Adult(30))
    assert answer(healthy_partner).now.universal_credit.carer_element == 0
    both = replace(alone, partner=Adult(30, Health.LCWRA_PROTECTED))
    assert answer(both).now.universal_credit.carer_element == Decimal("209.34")
    assert answer(both).now.universal_credit.health_element == Decimal("429.80")


def test_what_is_left_out_is_said() -> None:
    assert codes(LCWRA, offer(16), FactKind.LEFT_OUT) == {"council_tax", "fares", "debts"}
    told = codes(CAPPED, offer(16, fares_weekly=Decimal(20)), FactKind.LEFT_OUT)
    assert told == {"council_tax", "school_meals", "debts"}


def test_fares_and_childcare_come_off_what_is_left() -> None:
    costly = offer(20, fares_weekly=Decimal(20), childcare_monthly=Decimal(300))
    (told,) = answer(CAPPED, costly).offers
    assert told.picture.fares == Decimal("86.67")
    assert told.picture.left == told.picture.money_in - Decimal("386.67")
    assert told.picture.universal_credit.childcare_element == Decimal("255.00")
    assert "report_childcare" in {fact.code for fact in told.facts}


def test_no_help_with_childcare_while_a_partner_who_could_care_is_out_of_work() -> None:
    childcare = offer(20, childcare_monthly=Decimal(300))
    couple = replace(CAPPED, partner=Adult(30))
    assert answer(couple, childcare).offers[0].picture.universal_credit.childcare_element == 0
    unwell = replace(CAPPED, partner=Adult(30, Health.LCW))
    assert answer(unwell, childcare).offers[0].picture.universal_credit.childcare_element == 255


def test_a_protected_rate_that_would_end_warns_and_says_how_to_keep_it() -> None:
    assert {"protected_rate", "keep_protected_rate"} <= codes(PROTECTED, offer(60))
    assert not {"protected_rate", "keep_protected_rate"} & codes(PROTECTED, offer(16))
    assert not {"protected_rate", "keep_protected_rate"} & codes(single(), offer(60))


def test_a_pension_that_is_not_in_the_sum_warns_from_the_trigger_and_age_22() -> None:
    assert "pension_not_counted" in codes(HEALTHY, offer(16))
    assert "pension_not_counted" not in codes(HEALTHY, offer(15))
    assert "pension_not_counted" not in codes(single(21), offer(16))
    assert "relief_at_source" in codes(HEALTHY, offer(16, **QUALIFYING))


def test_the_cap_that_a_pension_brings_back_warns_both_ways() -> None:
    assert "cap_returns_with_pension" in codes(CAPPED, offer(16), FactKind.WARNING)
    assert "cap_stays_with_pension" in codes(CAPPED, offer(16, **QUALIFYING), FactKind.WARNING)
    assert not {"cap_returns_with_pension", "cap_stays_with_pension"} & codes(CAPPED, offer(17))
    assert "cap_stays_with_pension" not in codes(CAPPED, offer(12, **QUALIFYING))


def test_esa_near_its_limit_warns_that_net_pay_counts() -> None:
    heavy_pension: dict[str, Any] = {
        "pension_employee_percent": Decimal(10),
        "pension_basis": PensionBasis.ALL_PAY,
    }
    near = Offer(Decimal(15), Decimal("13.90"), **heavy_pension)
    assert "esa_near_limit" in codes(ON_ESA, near)
    assert "esa_near_limit" not in codes(ON_ESA, offer(16))
    assert "esa_near_limit" not in codes(ON_ESA, offer(15))
    assert "esa_near_limit" not in codes(ON_ESA, Offer(Decimal(15), Decimal(20)))


def test_tax_on_benefits_beside_work_warns() -> None:
    pensioned = single(other_pension_income_weekly=Decimal(120), rent=900)
    assert "tax_on_benefits" in codes(pensioned, offer(16))
    (told,) = answer(pensioned, offer(16)).offers
    assert told.picture.tax_on_other_income > 0
    assert told.picture.lines[-1].key == "tax_on_other_income"


def test_health_that_dwp_must_have_decided_warns() -> None:
    assert "decided_by_dwp" in codes(single(health=Health.LCW), offer(16))
    assert "decided_by_dwp" not in codes(HEALTHY, offer(16))


def test_a_partner_paid_below_the_minimum_is_a_warning_not_a_refusal() -> None:
    def with_partner(hours: int, wage: str) -> Household:
        return replace(HEALTHY, partner=Adult(30, job=Job(Decimal(hours), Decimal(wage))))

    assert "partner_below_minimum" in codes(with_partner(8, "10.00"), offer(8))
    assert "partner_below_minimum" not in codes(with_partner(8, "12.71"), offer(8))
    assert "partner_below_minimum" not in codes(with_partner(0, "0.00"), offer(8))


def test_rates_that_are_not_confirmed_are_named() -> None:
    result = answer(LCWRA, offer(16))
    assert result.unconfirmed_rates == (
        "prescriptions.net_earnings_limit_with_child_or_limited_capability",
    )
    (warning,) = [fact for fact in result.offers[0].facts if fact.code == "unconfirmed"]
    assert "Free prescriptions" in warning.staff
    assert answer(single(61, Health.LCW), offer(4)).unconfirmed_rates == ()


def test_the_job_that_a_client_has_is_what_an_offer_is_compared_with() -> None:
    working = single(health=Health.LCW, rent=900, job=Job(Decimal(16), NLW))
    result = answer(working, offer(16), offer(10))
    assert result.offers[0].better_off_month == 0
    assert result.offers[1].better_off_week < 0
    assert result.now.pay.take_home == Decimal("881.23")
