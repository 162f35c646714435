"""Who lives in the household, what they live on now, and the work on offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from caseload.better_off.non_dependants import NonDependant
from caseload.better_off.other_income import OtherIncome
from caseload.better_off.student_loans import StudentLoan

NOTHING = Decimal(0)


class Health(StrEnum):
    """What DWP has decided about capability for work; a fit note alone is ``NONE``."""

    NONE = "none"
    LCW = "lcw"
    """Limited capability for work: the work allowance, no element (awards since April 2017)."""
    LCWRA = "lcwra"
    """Limited capability for work-related activity, in years before the two rates of 2026."""
    LCWRA_NEW = "lcwra_new"
    LCWRA_PROTECTED = "lcwra_protected"

    @property
    def has_element(self) -> bool:
        """Whether the health element is in the award."""
        return self in (Health.LCWRA, Health.LCWRA_NEW, Health.LCWRA_PROTECTED)


class PipRate(StrEnum):
    """One component of Personal Independence Payment."""

    NONE = "none"
    STANDARD = "standard"
    ENHANCED = "enhanced"


class DlaCare(StrEnum):
    """The care component of a child's Disability Living Allowance."""

    NONE = "none"
    LOWEST = "lowest"
    MIDDLE = "middle"
    HIGHEST = "highest"


class DlaMobility(StrEnum):
    """The mobility component of a child's Disability Living Allowance."""

    NONE = "none"
    LOWER = "lower"
    HIGHER = "higher"


class EsaGroup(StrEnum):
    """The group of a New Style Employment and Support Allowance award."""

    NONE = "none"
    SUPPORT = "support"
    WORK_RELATED_ACTIVITY = "work_related_activity"


class PensionBasis(StrEnum):
    """What pay the worker's own pension share is taken from."""

    NONE = "none"
    ALL_PAY = "all_pay"
    QUALIFYING_EARNINGS = "qualifying_earnings"


class PensionRelief(StrEnum):
    """How a pension share gets its tax relief; the payslip or the employer says which."""

    NOT_ASKED = "not_asked"
    """Counted as net pay, with a warning."""
    NET_PAY = "net_pay"
    """The whole share is taken before tax."""
    RELIEF_AT_SOURCE = "relief_at_source"
    """The worker pays 4 of 5 per cent after tax, and HMRC adds the fifth."""


class Tenure(StrEnum):
    """How the home is held; the last is refused, since only the council can answer."""

    PRIVATE_RENT = "private_rent"
    SOCIAL_RENT = "social_rent"
    NO_HOUSING_COSTS = "no_housing_costs"
    SUPPORTED_OR_TEMPORARY = "supported_or_temporary"


@dataclass(frozen=True, slots=True)
class SelfEmployment:
    """Working for oneself; ``start_up_period`` is the first 12 months, with no minimum income."""

    start_up_period: bool


@dataclass(frozen=True, slots=True)
class Job:
    """Paid work: hours a week, pounds an hour, and what it costs to do.

    ``childcare_monthly`` is approved childcare for all the children, paid only while in this job.
    ``fares_weekly`` is None where it was not asked: the answer then says that it is left out.
    ``childcare_children`` is how many children are in paid childcare; None is all of them.
    ``care_costs_weekly`` is paid to somebody who is no close relative, for looking after the
    person cared for while at work (Carer's Allowance). ``supported_permitted_work`` is work
    supervised as part of treatment or by a body that arranges it: it has no limit of hours.
    Where ``self_employment`` is given, ``hourly_wage`` is the profit an hour after expenses.
    """

    hours_per_week: Decimal
    hourly_wage: Decimal
    pension_employee_percent: Decimal = NOTHING
    pension_basis: PensionBasis = PensionBasis.NONE
    childcare_monthly: Decimal = NOTHING
    fares_weekly: Decimal | None = None
    pension_relief: PensionRelief = PensionRelief.NOT_ASKED
    childcare_children: int | None = None
    care_costs_weekly: Decimal = NOTHING
    supported_permitted_work: bool = False
    self_employment: SelfEmployment | None = None

    @property
    def in_work(self) -> bool:
        """Whether any hours are paid."""
        return self.hours_per_week > 0

    @property
    def past_start_up(self) -> bool:
        """Whether it is self-employment after its start-up period."""
        return self.self_employment is not None and not self.self_employment.start_up_period


@dataclass(frozen=True, slots=True)
class Offer(Job):
    """Work that the client might take; ``employer`` is shown, never used in the sum."""

    employer: str = ""
    apprentice_rate: bool = False
    """True only where the apprentice minimum wage applies: under 19, or in the first year."""
    beside_present_job: bool = False
    """A second job, with the one that the client has now going on."""
    council_tax_reduction_monthly: Decimal | None = None
    """What the council says it would be in this job; None where it was not asked."""


@dataclass(frozen=True, slots=True)
class Adult:
    """The client or the partner. Weekly amounts are what is paid before tax.

    ``job`` is the work that this adult has now; for the client an offer takes its place.
    ``new_style_esa_weekly`` is the award paid when out of work.
    """

    age: int
    health: Health = Health.NONE
    carer_35_hours: bool = False
    claims_carers_allowance: bool = False
    pip_daily_living: PipRate = PipRate.NONE
    pip_mobility: PipRate = PipRate.NONE
    new_style_esa_weekly: Decimal = NOTHING
    new_style_esa_group: EsaGroup = EsaGroup.NONE
    other_pension_income_weekly: Decimal = NOTHING
    job: Job | None = None
    other_jobs: tuple[Job, ...] = ()
    """Further work that goes on whatever is offered."""
    other_income: tuple[OtherIncome, ...] = ()
    tax_on_benefits_through_wage: bool | None = None
    """Whether HMRC takes the tax on benefits and pensions from the wage; None: not asked."""
    health_element_from: date | None = None
    """First day of the assessment period from which the health element is paid, where the
    three-month wait still runs; the view by month goes by it."""
    away: bool = False
    """Of a partner: temporarily away from home, in hospital or prison say."""
    benefit_suspended_in_hospital: bool = False
    """PIP, DLA or another benefit that lifts the cap is not paid only because of hospital or a
    care home."""
    student_loans: tuple[StudentLoan, ...] = ()
    expected_hours_per_week: Decimal | None = None
    """Hours of work that the claimant commitment expects, for the minimum income floor; 0 where
    none are expected."""
    severely_sight_impaired: bool = False
    lcw_element: bool = False
    """LCW with its element: an award that goes back to before 3 April 2017."""

    @property
    def has_pip(self) -> bool:
        """Whether either component of PIP is paid."""
        return PipRate.NONE is not self.pip_daily_living or PipRate.NONE is not self.pip_mobility


@dataclass(frozen=True, slots=True)
class Child:
    """A dependent child or young person (under 20 and in education) who lives in the household."""

    age: int
    born_before_6_april_2017: bool
    dla_care: DlaCare = DlaCare.NONE
    dla_mobility: DlaMobility = DlaMobility.NONE
    pip_daily_living: PipRate = PipRate.NONE
    """Of a young person from 16, like ``pip_mobility``."""
    pip_mobility: PipRate = PipRate.NONE
    severely_sight_impaired: bool = False

    @property
    def has_dla(self) -> bool:
        """Whether either component of DLA is paid."""
        return DlaCare.NONE is not self.dla_care or DlaMobility.NONE is not self.dla_mobility

    @property
    def has_pip(self) -> bool:
        """Whether either component of PIP is paid."""
        return PipRate.NONE is not self.pip_daily_living or PipRate.NONE is not self.pip_mobility


@dataclass(frozen=True, slots=True)
class Housing:
    """The home and its eligible rent, pounds a month.

    For private rent either ``lha_monthly_rate`` is given, or it is found from the area ``brma``
    and the size ``lha_category`` (A shared, B to E one to four bedrooms), which is worked out
    where it is not given.
    """

    tenure: Tenure
    rent_monthly: Decimal = NOTHING
    brma: str | None = None
    lha_category: str | None = None
    lha_monthly_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """Everyone on one Universal Credit claim. ``capital`` is the total that DWP counts, pounds."""

    claimant: Adult
    housing: Housing
    in_greater_london: bool
    partner: Adult | None = None
    children: tuple[Child, ...] = ()
    capital: Decimal = NOTHING
    cap_grace_ends: date | None = None
    """Last day of the nine months without the benefit cap after a job, where they run now."""
    non_dependants: tuple[NonDependant, ...] = ()
    transitional_element_monthly: Decimal = NOTHING
    """Transitional protection as the Universal Credit statement has it."""
    council_tax_reduction_monthly: Decimal | None = None
    """What it is now; None where it was not asked."""

    @property
    def adults(self) -> tuple[Adult, ...]:
        """The client, and the partner where there is one."""
        return (self.claimant,) if self.partner is None else (self.claimant, self.partner)

    @property
    def people(self) -> tuple[Adult | Child, ...]:
        """Everyone on the claim."""
        return (*self.adults, *self.children)
