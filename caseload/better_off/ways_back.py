"""How everything comes back if the job ends."""

from __future__ import annotations

from collections.abc import Iterator

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.fact_making import Comparison, further
from caseload.better_off.household import Health
from caseload.values.money import pounds

SICK_PAY = "ssp.weekly_rate"
SICK_SHARE = "ssp.share_of_earnings"
GRACE = "uc.benefit_cap_grace_period_months"
THRESHOLD = "uc.benefit_cap_earnings_threshold"


def ways_back(c: Comparison) -> Iterator[Fact]:
    """Universal Credit, the health element, ESA, Carer's Allowance, the cap, and sick pay."""
    if not c.offer.in_work:
        return
    yield from _universal_credit(c)
    yield from _health(c)
    yield from _other_benefits(c)
    yield from _cap(c)
    if c.then.universal_credit.childcare_element:
        yield further(FactKind.BACK, "childcare_goes_on", "UC Regs reg. 32(2)", c.rates)
    if c.offer.self_employment is None:
        yield from _sick_pay(c)


def _universal_credit(c: Comparison) -> Iterator[Fact]:
    had, has = c.now.universal_credit.award, c.then.universal_credit.award
    if has:
        yield further(FactKind.BACK, "uc_goes_up_again", "UC Regs regs 22 and 54", c.rates)
    elif had:
        source = "UC Regs regs 21(3C) and 22A; Citizens Advice, Reapply for Universal Credit"
        yield further(FactKind.BACK, "uc_within_six_months", source, c.rates)


def _health(c: Comparison) -> Iterator[Fact]:
    """The element without its wait; the decision about health stands meanwhile (regs 28, 39-41)."""
    limited = [adult.health for adult in c.household.adults if adult.health is not Health.NONE]
    if not limited:
        return
    if c.then.universal_credit.award:
        source = "UC Regs regs 39 to 41; CPAG, Work and LCW in UC"
        yield further(FactKind.BACK, "health_decision_stands", source, c.rates)
    elif c.now.universal_credit.health_element:
        source = "UC Regs reg. 28(3), (4)"
        yield further(FactKind.BACK, "health_element_without_wait", source, c.rates)


def _other_benefits(c: Comparison) -> Iterator[Fact]:
    if c.now.new_style_esa > c.then.new_style_esa:
        source = "ADM U1070 and U1311"
        yield further(FactKind.BACK, "esa_links", source, c.rates)
    if c.now.carers_allowance > c.then.carers_allowance:
        source = "SSCBA 1992 s. 70; S.I. 1987/1968 Sch. 4"
        yield further(FactKind.BACK, "carers_allowance_again", source, c.rates)


def _cap(c: Comparison) -> Iterator[Fact]:
    uc = c.then.universal_credit
    if uc.cap_exemption == "earnings":
        months = f"{c.rates.amount(GRACE):f}"
        source = "UC Regs reg. 82(1)(b) to (3)"
        figures = {"months": months, "threshold": pounds(c.rates.amount(THRESHOLD))}
        keys = (GRACE, THRESHOLD)
        yield further(FactKind.BACK, "cap_grace_after", source, c.rates, *keys, **figures)


def _sick_pay(c: Comparison) -> Iterator[Fact]:
    """From April 2026 the first day of illness is paid; the share of pay came with that rule."""
    if SICK_SHARE not in c.rates:
        return
    figures = {
        "amount": pounds(c.rates.amount(SICK_PAY)),
        "share": f"{c.rates.amount(SICK_SHARE) * 100:.0f}%",
    }
    source = "Employment Rights Act 2025; business.gov.uk"
    yield further(FactKind.BACK, "sick_pay", source, c.rates, SICK_PAY, SICK_SHARE, **figures)
