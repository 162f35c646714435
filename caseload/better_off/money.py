"""One month of money: every line, rounded half up to the penny, each total the sum of its lines.

All amounts are pounds a month unless a name says otherwise. Weekly amounts are the shown monthly
amount x 12 / 52, rounded half up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from caseload.values.money import penny

NOTHING = Decimal(0)
MONTHS = 12
WEEKS = 52

INCOME_ORDER = (
    "take_home",
    "universal_credit",
    "partner_take_home",
    "child_benefit",
    "new_style_esa",
    "carers_allowance",
    "pip",
    "dla",
    "other_pension_income",
    "other_income",
    "tax_on_other_income",
)
LINE_ORDER = (*INCOME_ORDER, "childcare", "fares", "council_tax")
"""The keys of all lines, in the order in which they are shown."""
ALWAYS_SHOWN = frozenset({"take_home", "universal_credit"})

Pence = Callable[[Decimal], Decimal]
"""How a line is rounded: ``penny`` for people, ``exact`` for the cases' view."""


def exact(amount: Decimal) -> Decimal:
    """Pounds unrounded: the view of the test cases, which round only at the end of the year."""
    return amount


def month_of(weekly: Decimal) -> Decimal:
    """A weekly amount as pounds a month (x 52 / 12), unrounded."""
    return weekly * WEEKS / MONTHS


def week_of(monthly: Decimal) -> Decimal:
    """A shown monthly amount as pounds a week (x 12 / 52), rounded half up to the penny."""
    return penny(monthly * MONTHS / WEEKS)


@dataclass(frozen=True, slots=True)
class Pay:
    """One person's pay from all jobs. ``pension`` is what the worker pays into one."""

    hours_per_week: Decimal
    hourly_wage: Decimal
    gross: Decimal
    income_tax: Decimal
    """Tax due on this pay alone, using the whole personal allowance; with it, where HMRC takes it
    from the wage, the tax on benefits and pensions."""
    national_insurance: Decimal
    pension: Decimal
    tax_on_other_income: Decimal
    """Further tax because of New Style ESA, Carer's Allowance or a pension being paid."""
    pension_relief: Decimal = NOTHING
    """What HMRC adds to the pension, where it gives relief at source."""
    student_loan: Decimal = NOTHING

    @property
    def take_home(self) -> Decimal:
        """Gross pay less tax on it, National Insurance, pension and student loan."""
        return (
            self.gross
            - self.income_tax
            - self.national_insurance
            - self.pension
            - self.student_loan
        )

    @property
    def earned_income(self) -> Decimal:
        """What Universal Credit counts: after tax, National Insurance and the whole pension share,
        with the relief that HMRC adds to it; a student loan is not taken off (UC Regs reg. 55(5)).
        """
        return self.take_home + self.student_loan - self.pension_relief


@dataclass(frozen=True, slots=True)
class UniversalCredit:
    """The Universal Credit award and every line that leads to it."""

    standard_allowance: Decimal
    child_element: Decimal
    disabled_child_addition: Decimal
    health_element: Decimal
    carer_element: Decimal
    housing_element: Decimal
    childcare_element: Decimal
    work_allowance: Decimal
    earned_income: Decimal
    """Earned income of all adults, before the work allowance."""
    earnings_deduction: Decimal
    """The taper on earnings above the work allowance, before it is limited to the maximum."""
    other_income: Decimal
    """ESA, Carer's Allowance, pensions and the like, taken off pound for pound."""
    tariff_income: Decimal
    """Income presumed from savings over the lower limit."""
    cap_limit: Decimal | None
    """The benefit cap where it takes something off; None where it does not."""
    cap_exemption: str
    """Why nothing is taken though benefits are over the cap: ``lcwra``, ``carer``, ``pip``,
    ``dla``, ``esa_support``, ``hospital``, ``earnings``, ``grace`` or the kind of an other income;
    empty otherwise."""
    cap_excess: Decimal
    """What the cap would take, before it is limited to the award."""
    capital_too_high: bool
    """Savings over the upper limit: there is no award, and the maximum and award are 0."""
    lcw_element: Decimal = NOTHING
    """Of an award from before 3 April 2017."""
    transitional_element: Decimal = NOTHING
    non_dependant_contributions: Decimal = NOTHING
    """What was taken off the rent help for other adults at home."""
    minimum_income_floor: Decimal = NOTHING
    """What ``earned_income`` holds beyond true earnings because of self-employment."""

    @property
    def elements(self) -> Decimal:
        """The sum of all elements."""
        return (
            self.standard_allowance
            + self.child_element
            + self.disabled_child_addition
            + self.health_element
            + self.carer_element
            + self.housing_element
            + self.childcare_element
            + self.lcw_element
            + self.transitional_element
        )

    @property
    def maximum(self) -> Decimal:
        """The most that could be paid, before anything is taken off."""
        return NOTHING if self.capital_too_high else self.elements

    @property
    def earned_income_counted(self) -> Decimal:
        """Earned income above the work allowance."""
        return max(NOTHING, self.earned_income - self.work_allowance)

    @property
    def unearned_income(self) -> Decimal:
        """Everything that is taken off pound for pound."""
        return self.other_income + self.tariff_income

    @property
    def before_cap(self) -> Decimal:
        """The award before the benefit cap, never below 0."""
        return max(NOTHING, self.maximum - self.earnings_deduction - self.unearned_income)

    @property
    def cap_reduction(self) -> Decimal:
        """What the benefit cap takes off, at most the whole award."""
        return min(self.cap_excess, self.before_cap)

    @property
    def award(self) -> Decimal:
        """What Universal Credit pays."""
        before_cap = self.before_cap
        return before_cap - min(self.cap_excess, before_cap)


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One line of money in; ``key`` names it, and its words are ``better_off.line.<key>``."""

    key: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class MoneyPicture:
    """What a household lives on in one month, now or in an offer."""

    pay: Pay
    partner_pay: Pay | None
    universal_credit: UniversalCredit
    child_benefit: Decimal
    new_style_esa: Decimal
    carers_allowance: Decimal
    pip: Decimal
    dla: Decimal
    other_pension_income: Decimal
    childcare: Decimal
    """Approved childcare paid because of the work."""
    fares: Decimal
    """Fares to work, where they were given."""
    rent: Decimal
    other_income: Decimal = NOTHING
    """Other benefits and money paid to the household."""
    council_tax: Decimal = NOTHING
    """How much more Council Tax is to pay than now, where both amounts were asked for."""

    @property
    def tax_on_other_income(self) -> Decimal:
        """Tax on benefits and pensions of all adults, which comes off money in."""
        partner = self.partner_pay.tax_on_other_income if self.partner_pay else NOTHING
        return self.pay.tax_on_other_income + partner

    def _amounts(self) -> tuple[Decimal, ...]:
        """Money in, by ``INCOME_ORDER``."""
        return (
            self.pay.take_home,
            self.universal_credit.award,
            self.partner_pay.take_home if self.partner_pay else NOTHING,
            self.child_benefit,
            self.new_style_esa,
            self.carers_allowance,
            self.pip,
            self.dla,
            self.other_pension_income,
            self.other_income,
            -self.tax_on_other_income,
        )

    @property
    def lines(self) -> tuple[MoneyLine, ...]:
        """Every line of money in, in the order shown; ``money_in`` is their sum.

        Take-home pay and Universal Credit always stand there, the others where they are not 0.
        """
        lines = (MoneyLine(*line) for line in zip(INCOME_ORDER, self._amounts(), strict=True))
        return tuple(line for line in lines if line.amount or line.key in ALWAYS_SHOWN)

    @property
    def cost_lines(self) -> tuple[MoneyLine, ...]:
        """What the work costs, as amounts to take off; empty where there is nothing."""
        costs = (
            MoneyLine("childcare", -self.childcare),
            MoneyLine("fares", -self.fares),
            MoneyLine("council_tax", -self.council_tax),
        )
        return tuple(line for line in costs if line.amount)

    @property
    def money_in(self) -> Decimal:
        """All money in, a month: the sum of ``lines``."""
        return sum(self._amounts(), NOTHING)

    @property
    def left(self) -> Decimal:
        """Money in less what the work costs: childcare, fares and more Council Tax.

        Better off compares this.
        """
        return self.money_in - self.childcare - self.fares - self.council_tax

    @property
    def left_after_rent(self) -> Decimal:
        """What is left when childcare, fares and rent are paid."""
        return self.left - self.rent

    @property
    def money_in_week(self) -> Decimal:
        """``money_in`` a week."""
        return week_of(self.money_in)

    @property
    def left_week(self) -> Decimal:
        """``left`` a week."""
        return week_of(self.left)
