"""Help to begin a job, and what an adviser has to look at before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from caseload.better_off.answer import Fact, FactKind
from caseload.better_off.fact_making import Comparison, further
from caseload.better_off.household import Health

FUND = "Written answers 11691 and 282561, Flexible Support Fund"
ACCESS = "GOV.UK, Access to Work"
CLOSED = "legacy_esa.income_related.closed"
THRESHOLD = "uc.benefit_cap_earnings_threshold"


def first_steps(c: Comparison) -> Iterator[Fact]:
    """What to ask for before the start, then warnings for the staff."""
    if not c.offer.in_work:
        return
    yield further(FactKind.TO_DO, "access_to_work", ACCESS, c.rates)
    if c.now.universal_credit.award:
        yield further(FactKind.TO_DO, "ask_work_coach", FUND, c.rates)
    if c.offer.childcare_monthly and c.then.universal_credit.childcare_element:
        yield further(FactKind.TO_DO, "childcare_first_month", FUND, c.rates)
        yield further(FactKind.TO_DO, "childcare_before_start", "UC Regs reg. 32(1)", c.rates)
    yield from _warnings(c)


def _warnings(c: Comparison) -> Iterator[Fact]:
    claimant = c.household.claimant
    if claimant.new_style_esa_weekly and CLOSED in c.rates:
        yield further(FactKind.WARNING, "which_esa", "S.I. 2026/409", c.rates, CLOSED)
    first_assessment = claimant.health is Health.NONE and not claimant.has_pip
    earned = c.then.pay.gross
    if first_assessment and earned >= c.rates.amount(THRESHOLD):
        yield further(FactKind.WARNING, "no_first_assessment", "UC Regs reg. 41(2)", c.rates)
    if claimant.health is not Health.NONE:
        source = "SSAC letter of 12 February 2026; Universal Credit, PIP and ESA Regs 2026"
        yield further(FactKind.WARNING, "right_to_try", source, c.rates)
