"""What rent Universal Credit helps with: in private rent, up to the Local Housing Allowance."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from caseload.better_off.household import NOTHING, Adult, Household, PipRate, Tenure
from caseload.better_off.non_dependants import contributions
from caseload.better_off.other_income import OtherIncomeKind
from caseload.better_off.rate_book import Rates

SHARED = "A"
MOST_BEDROOMS = 4
SHARED_RATE_UNDER = 35
OWN_ROOM_FROM = 16
SHARES_WITH_ANYONE_UNDER = 10


def housing_element(household: Household, rates: Rates) -> Decimal:
    """The help for rent in the award, pounds a month (UC Regs regs 25-26, Sch. 4)."""
    return housing_before(household, rates) - contributions_taken(household, rates)


def housing_before(household: Household, rates: Rates) -> Decimal:
    """The help for rent before anything is taken off for other adults at home."""
    housing = household.housing
    if housing.tenure is Tenure.NO_HOUSING_COSTS:
        return NOTHING
    if housing.tenure is Tenure.SOCIAL_RENT:
        return housing.rent_monthly
    return min(housing.rent_monthly, local_housing_allowance(household, rates))


def contributions_taken(household: Household, rates: Rates) -> Decimal:
    """What is taken off for other adults at home, at most the whole help (Sch. 4 para. 14(3))."""
    before = housing_before(household, rates) if household.non_dependants else NOTHING
    if not before:
        return NOTHING
    exempt = any(_renter_is_exempt(adult) for adult in household.adults)
    return min(before, contributions(household.non_dependants, rates, renter_exempt=exempt))


def _renter_is_exempt(adult: Adult) -> bool:
    return (
        adult.severely_sight_impaired
        or adult.pip_daily_living is not PipRate.NONE
        or any(each.kind is OtherIncomeKind.ATTENDANCE_ALLOWANCE for each in adult.other_income)
    )


def local_housing_allowance(household: Household, rates: Rates) -> Decimal:
    """The most help for this private rent, pounds a month: as given, or by area and size.

    The household is one that ``coverage.check`` lets through: the area is known, and the size is
    given or can be worked out.
    """
    housing = household.housing
    if housing.lha_monthly_rate is not None:
        return housing.lha_monthly_rate
    category = housing.lha_category or size_category(household)
    if housing.brma is None or category is None:
        raise LookupError("coverage.check lets no household through without an area and a size")
    return rates.local_housing_allowance(housing.brma, category)


def size_category(household: Household) -> str | None:
    """The size of home that counts: A a room in a shared home, B to E one to four bedrooms.

    None where it depends on whether two children are of the same sex, which is not asked here.
    A single person under 35 gets the shared rate unless PIP daily living is paid (UC Regs Sch. 4
    paras 27-29). Other exceptions, such as care leavers, need the category given. Each other adult
    at home counts for a bedroom, and nobody with one gets the shared rate.
    """
    claimant = household.claimant
    others = len(household.non_dependants)
    alone = household.partner is None and not household.children and not others
    if alone and claimant.age < SHARED_RATE_UNDER:
        return SHARED if claimant.pip_daily_living is PipRate.NONE else "B"
    ages = [child.age for child in household.children]
    fewest, most = bedrooms_for_children(ages)
    fewest, most = (min(rooms + 1 + others, MOST_BEDROOMS) for rooms in (fewest, most))
    return "ABCDE"[fewest] if fewest == most else None


def bedrooms_for_children(ages: list[int]) -> tuple[int, int]:
    """The fewest and the most bedrooms that children of these ages count for.

    One for each aged 16 or over; one for two of the same sex under 16; one for two under 10;
    one for any other. Which of the children aged 10 to 15 are of the same sex is not known, so
    both ends are returned.
    """
    grown = sum(age >= OWN_ROOM_FROM for age in ages)
    middle = sum(SHARES_WITH_ANYONE_UNDER <= age < OWN_ROOM_FROM for age in ages)
    small = sum(age < SHARES_WITH_ANYONE_UNDER for age in ages)
    rooms = {
        _rooms(middle_girls, middle - middle_girls, small_girls, small - small_girls)
        for middle_girls, small_girls in product(range(middle + 1), range(small + 1))
    }
    return grown + min(rooms), grown + max(rooms)


def _rooms(middle_girls: int, middle_boys: int, small_girls: int, small_boys: int) -> int:
    """The fewest rooms: older children pair with their own sex, the little ones with anyone."""
    rooms = 0
    left = 0
    for middle, small in ((middle_girls, small_girls), (middle_boys, small_boys)):
        odd_one_shares = middle % 2 == 1 and small > 0
        rooms += (middle + 1) // 2
        left += small - odd_one_shares
    return rooms + (left + 1) // 2
