"""What a job would leave a household to live on, against what it lives on now."""

from caseload.better_off.answer import (
    BetterOff,
    Explanation,
    Fact,
    FactKind,
    HoursCurve,
    HoursPoint,
    Landmark,
    OfferAnswer,
    Section,
    Step,
    StepKind,
    TableRow,
)
from caseload.better_off.case_reader import Case, read_case
from caseload.better_off.cases import run_cases
from caseload.better_off.comparison import compare, table
from caseload.better_off.coverage import check
from caseload.better_off.explanation import explain, explain_now
from caseload.better_off.filing import (
    explanation_from_json,
    explanation_to_json,
    from_json,
    household_from_json,
    household_to_json,
    to_json,
)
from caseload.better_off.hours import income_by_hours
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
from caseload.better_off.local_housing_allowance import size_category
from caseload.better_off.minimum_wage import minimum_wage
from caseload.better_off.money import MoneyLine, MoneyPicture, Pay, UniversalCredit
from caseload.better_off.problems import HouseholdRefused, RatesRefused
from caseload.better_off.rate_book import RateBook, Rates
from caseload.better_off.rate_files import load_rate_book
from caseload.better_off.rates import AppliesTo, Rate

__all__ = [
    "Adult",
    "AppliesTo",
    "BetterOff",
    "Case",
    "Child",
    "DlaCare",
    "DlaMobility",
    "EsaGroup",
    "Explanation",
    "Fact",
    "FactKind",
    "Health",
    "HoursCurve",
    "HoursPoint",
    "Household",
    "HouseholdRefused",
    "Housing",
    "Job",
    "Landmark",
    "MoneyLine",
    "MoneyPicture",
    "Offer",
    "OfferAnswer",
    "Pay",
    "PensionBasis",
    "PipRate",
    "Rate",
    "RateBook",
    "Rates",
    "RatesRefused",
    "Section",
    "Step",
    "StepKind",
    "TableRow",
    "Tenure",
    "UniversalCredit",
    "check",
    "compare",
    "explain",
    "explain_now",
    "explanation_from_json",
    "explanation_to_json",
    "from_json",
    "household_from_json",
    "household_to_json",
    "income_by_hours",
    "load_rate_book",
    "minimum_wage",
    "read_case",
    "run_cases",
    "size_category",
    "table",
    "to_json",
]
