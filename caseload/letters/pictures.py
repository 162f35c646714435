"""Which simple picture stands beside which words in an easy read letter."""

from __future__ import annotations

from enum import StrEnum


class Picture(StrEnum):
    """What a picture shows. The words beside it say the same, so it is never read aloud."""

    MORE_MONEY = "more_money"
    LESS_MONEY = "less_money"
    SAME_MONEY = "same_money"
    STAYS = "stays"
    STOPS = "stops"
    MAY_STOP = "may_stop"
    LETTER = "letter"
    PAPER = "paper"
    PAYSLIP = "payslip"
    CALENDAR = "calendar"
    CLOCK = "clock"
    PHONE = "phone"
    COMPUTER = "computer"
    ASK = "ask"
    COUNCIL = "council"
    HOUSE = "house"
    HEART = "heart"
    MEDICINE = "medicine"
    BUS = "bus"
    MEAL = "meal"
    CHILD = "child"
    POT = "pot"
    LID = "lid"
    BACK = "back"


_OF_FACT = {
    "uc_down": Picture.LESS_MONEY,
    "uc_up": Picture.MORE_MONEY,
    "uc_same": Picture.SAME_MONEY,
    "uc_starts": Picture.MORE_MONEY,
    "part_kept": Picture.PAYSLIP,
    "all_kept": Picture.PAYSLIP,
    "taper": Picture.PAYSLIP,
    "uc_when": Picture.CALENDAR,
    "pay_days": Picture.CALENDAR,
    "rent_help_ends": Picture.HOUSE,
    "rent_help_stays": Picture.HOUSE,
    "rent_help_part": Picture.HOUSE,
    "rent_gap": Picture.HOUSE,
    "health_element_stays": Picture.HEART,
    "prescriptions_by_age": Picture.MEDICINE,
    "prescriptions_stay": Picture.MEDICINE,
    "prescriptions_over_limit": Picture.MEDICINE,
    "prescriptions_without_uc": Picture.MEDICINE,
    "student_loan": Picture.PAYSLIP,
    "non_dependants": Picture.HOUSE,
    "lcw_element_stays": Picture.HEART,
    "council_tax_up": Picture.COUNCIL,
    "council_tax_help_stays": Picture.COUNCIL,
    "child_benefit_stays": Picture.CHILD,
    "dla_stays": Picture.CHILD,
    "pension_not_counted": Picture.POT,
    "cap_lifted": Picture.LID,
    "cap_gone": Picture.LID,
    "cap_stays": Picture.LID,
    "cap_grace": Picture.LID,
    "cap_returns_with_pension": Picture.LID,
    "cap_stays_with_pension": Picture.LID,
    "check": Picture.PAPER,
    "ask_council": Picture.COUNCIL,
    "ask_pension": Picture.POT,
    "ask_pay_days": Picture.CALENDAR,
    "fares": Picture.BUS,
    "pharmacist": Picture.MEDICINE,
    "low_income": Picture.MEDICINE,
    "school": Picture.MEAL,
    "tell_universal_credit": Picture.COMPUTER,
    "report_business": Picture.COMPUTER,
    "tell_esa": Picture.PHONE,
    "tell_jsa": Picture.PHONE,
    "tell_carers_allowance": Picture.PHONE,
    "report_childcare": Picture.CHILD,
    "payslips": Picture.PAYSLIP,
    "payslips_only": Picture.PAYSLIP,
    "uc_back": Picture.BACK,
    "uc_again": Picture.BACK,
    "uc_either": Picture.BACK,
    "cap_back": Picture.LID,
    "hours": Picture.CLOCK,
    "health_check": Picture.HEART,
}

_OF_PART = {
    "how": Picture.SAME_MONEY,
    "stays": Picture.STAYS,
    "stops": Picture.STOPS,
    "changes": Picture.PAPER,
    "may_stop": Picture.MAY_STOP,
    "could_change": Picture.MAY_STOP,
}


def picture_of(code: str, part: str) -> Picture:
    """The picture beside a fact or task; that of its part where it has none of its own."""
    return _OF_FACT.get(code) or _OF_PART.get(part, Picture.ASK)
