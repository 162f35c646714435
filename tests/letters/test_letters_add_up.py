"""Every letter adds up on the paper: read back from the PDF, line by line, to the penny."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from caseload.better_off.household import Health
from caseload.documents import page_count
from tests.better_off.households import offer, published_cases, single
from tests.documents.reading import words_of
from tests.letters.letters import Rows, case_letters, pdf, table_of

PENNY = Decimal("0.01")
CASES = {case["id"]: case for case in published_cases()}
COSTS = {"Childcare you pay", "Fares to work", "More Council Tax to pay"}


def a_week(month: Decimal) -> Decimal:
    return (month * 12 / 52).quantize(PENNY, ROUND_HALF_UP)


def said(amount: Decimal) -> str:
    return f"£{abs(amount):,.2f}"


def told_as(amount: Decimal) -> str:
    return "better" if amount > 0 else "worse"


def check_adds_up(document: bytes) -> tuple[Rows, list[Decimal]]:
    """The rows of the letter, and how much better off each offer makes, both shown to agree."""
    head, rows = table_of(document)
    return rows, check_table(head, rows)


def check_table(head: tuple[str, ...], rows: Rows) -> list[Decimal]:
    """How much better off each offer of a table makes, shown to agree with the lines above."""
    columns = len(head) - 1
    names = list(rows)
    at = names.index("Money in")
    costs = [name for name in names if name in COSTS]
    last = "Left after the costs of work" if costs else "Money in"
    month, week = names[-2], names[-1]
    better = []
    for column in range(columns):
        amounts = {name: rows[name][column] or Decimal(0) for name in names}
        assert amounts["Money in"] == sum(amounts[name] for name in names[:at])
        if costs:
            assert amounts[last] == amounts["Money in"] + sum(amounts[name] for name in costs)
        if column == 0:
            assert rows[month][0] is rows[week][0] is None
            continue
        now = rows[last][0]
        assert now is not None
        assert amounts[month] == amounts[last] - now
        assert amounts[week] == a_week(amounts[month])
        better.append(amounts[month])
    return better


@pytest.mark.parametrize("case_id", CASES)
def test_the_letter_of_a_published_case_adds_up_and_agrees(case_id: str) -> None:
    result, composed, document = case_letters()[case_id]
    rows, better = check_adds_up(document)
    expected = CASES[case_id]["outputs"]
    for column, offered in enumerate(expected["offers"]):
        published = Decimal(str(offered["better_off_by_after_childcare"]["monthly"]))
        assert abs(better[column] - published) <= 1
        award = rows["Universal Credit"][column + 1]
        assert award is not None
        assert abs(award - Decimal(str(offered["monthly"]["uc_award"]))) <= 1
    assert better == [answer.better_off_month for answer in result.offers]
    words = words_of(document)
    first, *others = better
    if first:
        assert f"{said(a_week(first))} a week {told_as(first)} off" in words
        assert f"{said(first)} {'more' if first > 0 else 'less'} each month" in words
    for other in filter(None, others):
        week = said(a_week(other))
        assert f"{week} a week {told_as(other)} off, or {said(other)} a month." in words
    assert page_count(document) <= 2, composed.title


def test_every_amount_on_a_letter_has_its_pence() -> None:
    for _, _, document in case_letters().values():
        for amount in re.findall(r"£[\d,]+(?:\.\d+)?", words_of(document)):
            assert re.fullmatch(r"£\d{1,3}(,\d{3})*\.\d\d", amount) or amount == "£1", amount


def test_childcare_and_fares_come_off_and_are_said_in_the_box() -> None:
    household = CASES["B002"]["inputs"]
    assert household["offers"][0]["childcare_monthly"]
    _, composed, document = case_letters()["B002"]
    rows, _ = check_adds_up(document)
    childcare = rows["Childcare you pay"][1]
    assert childcare is not None
    assert childcare < 0
    assert f"This is after childcare of £{-childcare:,.2f} a month." in composed.answer.below


def test_fares_that_eat_the_gain_are_told_as_worse_off() -> None:
    home = single(health=Health.LCWRA_NEW, rent=900)
    document = pdf(home, offer(2, fares_weekly=Decimal(40)), offer(30, fares_weekly=Decimal(40)))
    rows, better = check_adds_up(document)
    assert better[0] < 0 < better[1]
    words = words_of(document)
    assert f"{said(a_week(better[0]))} a week worse off" in words
    assert words.count("a week better off") == 1
    assert f"30 hours: {said(a_week(better[1]))} a week better off" in words
    assert list(rows)[-1] == "Better off or worse off (−), a week"
    assert "You do not have to decide now." in words
