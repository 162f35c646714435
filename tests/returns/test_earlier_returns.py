"""Differencing: what a return gives away beside those that were sent before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from caseload.errors import Refused
from caseload.returns.facts import PersonFacts
from caseload.returns.files import json_text, metadata_json, published_json
from caseload.returns.register import EarlierReturn, earlier_returns
from caseload.returns.sent import SentReturn
from caseload.returns.tables import MarkerKey, Return, Why
from tests.returns.attack import At, Reader
from tests.returns.made_up_people import CONTRACT, contract, made, referred, sent, service

MAY, AUGUST = date(2026, 5, 11), date(2026, 8, 10)
BY_GENDER = contract("referrals", ladder={"referrals": {"gender": "three_groups"}})


def attack(register: list[EarlierReturn], measure: str = "referrals") -> Reader:
    return Reader([(e.published, e.marker_key.value) for e in register], measure)


def figure_of(one: Return, group: str) -> tuple[int | None, Why | None]:
    figures = {f.group: f for f in one.table("referrals", "gender").figures}
    return figures[group].value, figures[group].why


def in_quarters(first: int, second: int) -> list[PersonFacts]:
    """Women referred in quarters 1 and 2, beside forty men in each."""
    men = [*referred(40, "1", MAY), *referred(40, "1", AUGUST)]
    return [*referred(first, "2", MAY), *referred(second, "2", AUGUST), *men]


def test_the_year_to_date_less_a_quarter_must_not_tell_the_other_quarter() -> None:
    """17 women in quarter 1, 4 in quarter 2: 20 after 15 would say 'at least one'."""
    people = in_quarters(17, 4)
    register = [sent(made(BY_GENDER, "2026-27-Q1", people))]
    one = made(BY_GENDER, "2026-27-YTD-Q2", people, register)
    assert figure_of(one, "female") == (None, Why.PARTNER)
    assert one.marker_key is MarkerKey.ANY
    alone = made(BY_GENDER, "2026-27-YTD-Q2", people)
    assert figure_of(alone, "female") == (20, None)


def test_where_the_difference_tells_nothing_the_figure_is_shown() -> None:
    """EXAMPLE, section 6: 9 and 10 are both 10."""
    people = in_quarters(9, 1)
    register = [sent(made(BY_GENDER, "2026-27-Q1", people))]
    one = made(BY_GENDER, "2026-27-YTD-Q2", people, register)
    assert figure_of(one, "female") == (10, None)


def test_a_quarter_after_its_year_to_date_is_audited_with_it() -> None:
    people = in_quarters(17, 4)
    first = sent(made(BY_GENDER, "2026-27-Q1", people))
    both = sent(made(BY_GENDER, "2026-27-YTD-Q2", people, [first]))
    second = sent(made(BY_GENDER, "2026-27-Q2", people, [first, both]))
    possible = attack([first, both, second]).possible()
    women = possible[At("2026-27-Q2", "gender", "female")]
    assert 0 in women
    assert len(women) >= 4


def test_a_quarter_sent_again_after_a_late_referral_is_the_same_to_the_byte() -> None:
    people = in_quarters(17, 4)
    first = made(BY_GENDER, "2026-27-Q1", people)
    late = [*people, *referred(1, "2", MAY, name="late")]
    again = made(BY_GENDER, "2026-27-Q1", late, [sent(first)])
    assert json_text(published_json(again)) == json_text(published_json(first))
    women, *_ = again.table("referrals", "gender").figures
    assert (women.truth, women.value, women.changed) == (18, 15, True)
    assert again.sent_before
    assert not first.sent_before


def test_the_first_year_to_date_is_the_first_quarter() -> None:
    people = in_quarters(17, 4)
    first = made(BY_GENDER, "2026-27-Q1", people)
    late = [*people, *referred(1, "2", MAY, name="late")]
    again = made(BY_GENDER, "2026-27-YTD-Q1", late, [sent(first)])
    assert figure_of(again, "female") == (15, None)


def test_a_late_referral_that_cannot_be_reconciled_is_withheld_in_the_year_to_date() -> None:
    """15 and 10, then five late ones: 35 would show that a figure was changed."""
    people = in_quarters(15, 10)
    register = [sent(made(BY_GENDER, f"2026-27-Q{q}", people)) for q in (1, 2)]
    late = [*people, *referred(8, "2", MAY, name="late")]
    one = made(BY_GENDER, "2026-27-YTD-Q2", late, register)
    assert figure_of(one, "female") == (None, Why.PARTNER)
    assert attack([*register, sent(one)]).possible()[At("2026-27-YTD-Q2", "gender", "female")]


def test_only_the_figures_that_cannot_be_reconciled_are_withheld() -> None:
    """Eight late women aged 25 to 34: three figures disagree at once, the others stay."""
    ages = {"referrals": {"gender": "three_groups", "age": "three_bands"}}
    what = contract("referrals", breakdowns=("gender", "age"), ladder=ages)
    older = [p for on in (MAY, AUGUST) for p in referred(20, "1", on, age="55-64")]
    people = [*in_quarters(15, 10), *older]
    register = [sent(made(what, "2026-27-Q1", people))]
    register.append(sent(made(what, "2026-27-Q2", people, register)))
    late = [*people, *referred(8, "2", MAY, name="late")]
    one = made(what, "2026-27-YTD-Q2", late, register)
    withheld = {f.group for t in one.tables for f in t.figures if f.why is Why.PARTNER}
    assert withheld == {"female", "16-34", "Total"}
    assert {t.step for t in one.tables} == {"three_groups", "three_bands"}


def test_what_was_said_to_be_small_stays_so_after_a_late_referral() -> None:
    """4 women, c; then a fifth: no later figure may say that it was not nought."""
    people = in_quarters(4, 13)
    register = [sent(made(BY_GENDER, "2026-27-Q1", people))]
    register.append(sent(made(BY_GENDER, "2026-27-Q2", people, register)))
    late = [*people, *referred(1, "2", MAY, name="late")]
    register.append(sent(made(BY_GENDER, "2026-27-YTD-Q2", late, register)))
    women = attack(register).possible()[At("2026-27-Q1", "gender", "female")]
    assert women == {0, 1, 2, 3, 4}


def test_what_could_be_nought_still_can_after_late_records() -> None:
    """Also where the marker did not say that it was small."""
    people = service(12, 241)
    late = [replace(p, client_id=f"late{p.client_id}") for p in service(6, 5241)]
    register: list[EarlierReturn] = []
    for number, period in enumerate(("Q1", "Q2", "YTD-Q2", "Q3", "YTD-Q3")):
        known = [*people, *late[:number]]
        register.append(sent(made(CONTRACT, f"2026-27-{period}", known, register)))
    half_year = At("2026-27-YTD-Q2", "", "Total")
    assert 0 in attack(register[:3], "engaged").possible()[half_year]
    assert 0 in attack(register, "engaged").possible()[half_year]


def test_groups_are_withheld_before_a_total() -> None:
    people = service(60, 33)
    register: list[EarlierReturn] = []
    for period in ("Q1", "Q2", "YTD-Q2", "Q3"):
        register.append(sent(made(CONTRACT, f"2026-27-{period}", people, register)))
    last = made(CONTRACT, "2026-27-YTD-Q3", people, register)
    whys = {f.group: f.why for f in last.table("referrals", "gender").figures}
    assert (whys["female"], whys["male"]) == (Why.PARTNER, Why.PARTNER)
    assert whys["Total"] is None


def test_two_figures_are_withheld_where_one_is_not_enough() -> None:
    """Rather than the whole breakdown."""
    people = service(150, 79)
    what = contract("sustained_13")
    register: list[EarlierReturn] = []
    for period in ("Q1", "Q2", "YTD-Q2", "Q3"):
        register.append(sent(made(what, f"2026-27-{period}", people, register)))
    last = made(what, "2026-27-YTD-Q3", people, register)
    assert last.table("sustained_13", "gender").step == "three_groups"


def test_a_quarter_sent_again_keeps_its_groups_though_the_year_became_coarser() -> None:
    people = in_quarters(17, 9)
    first = sent(made(BY_GENDER, "2026-27-Q1", people))
    coarser = contract("referrals", ladder={"referrals": {"gender": "all"}})
    second = sent(made(coarser, "2026-27-Q2", people))
    again = made(BY_GENDER, "2026-27-Q1", people, [first, second])
    assert published_json(again)["tables"] == first.published["tables"]
    third = made(BY_GENDER, "2026-27-YTD-Q2", people, [first, second])
    assert third.table("referrals", "gender").step == "all"


def test_six_returns_then_one_late_referral_and_the_seventh_gives_nothing_away() -> None:
    people = service(80, 11)
    register: list[EarlierReturn] = []
    for period in ("Q1", "Q2", "YTD-Q2", "Q3", "YTD-Q3", "Q3"):
        register.append(sent(made(BY_GENDER, f"2026-27-{period}", people, register)))
    for gender in ("1", "2", "3"):
        late = [*people, *referred(1, gender, date(2026, 8, 3), name="late")]
        last = sent(made(BY_GENDER, "2026-27-YTD-Q3", late, register))
        assert last.published["tables"] == register[4].published["tables"]
        nine_months = made(BY_GENDER, "2026-27-Q2", late, register)
        assert published_json(nine_months)["tables"] == register[1].published["tables"]


def test_the_step_of_the_year_is_kept_though_a_later_quarter_could_show_more() -> None:
    """Never finer than what was sent; a new year chooses anew."""
    few, many = referred(7, "2", MAY), referred(30, "2", AUGUST) + referred(30, "1", AUGUST)
    plain = contract("referrals")
    first = made(plain, "2026-27-Q1", [*few, *many])
    assert first.ladder == {"referrals": {"gender": "all"}}
    second = made(plain, "2026-27-Q2", [*few, *many], [sent(first)])
    assert second.table("referrals", "gender").step == "all"
    assert second.since == {"referrals": {"gender": "2026-27-Q1"}}
    alone = made(plain, "2026-27-Q2", [*few, *many])
    assert alone.table("referrals", "gender").step == "three_groups"


def test_returns_of_another_year_or_contract_are_not_looked_at() -> None:
    people = in_quarters(17, 4)
    first = made(BY_GENDER, "2026-27-Q1", people)
    kept = SentReturn(
        person_id="p",
        contract="Another",
        period="2026-27-Q1",
        made_at=datetime(2026, 7, 14, tzinfo=UTC),
        published=json_text(published_json(first)),
        details=json_text(metadata_json(first)),
    )
    mine = replace(kept, contract=BY_GENDER.name)
    assert earlier_returns([kept], BY_GENDER.name) == ()
    (read,) = earlier_returns([kept, mine], BY_GENDER.name)
    assert read == sent(first)
    last_year = sent(made(BY_GENDER, "2025-26-Q4", people))
    one = made(BY_GENDER, "2026-27-YTD-Q2", people, [last_year, read])
    assert one.audit.with_earlier == ("2026-27-Q1",)


def test_an_earlier_return_that_cannot_be_read_stops_the_new_one() -> None:
    damaged = SentReturn(
        person_id="p",
        contract="IPS quarter",
        period="2026-27-Q1",
        made_at=datetime(2026, 7, 14, tzinfo=UTC),
        published="{",
        details="{}",
    )
    with pytest.raises(Refused, match="2026-27-Q1, cannot be read"):
        earlier_returns([damaged], "IPS quarter")


def test_earlier_returns_that_already_give_somebody_away_stop_the_new_one() -> None:
    """An earlier file, made by hand, that shows an exact count of one."""
    people = in_quarters(17, 4)
    first = sent(made(BY_GENDER, "2026-27-Q1", people))
    tables = [
        {**t, "cells": [{"key": c["key"], "value": 1} for c in t["cells"]]}
        for t in first.published["tables"]
    ]
    unsafe = EarlierReturn({**first.published, "tables": tables}, first.details)
    with pytest.raises(Refused, match="already give a small figure away"):
        made(BY_GENDER, "2026-27-YTD-Q2", people, [unsafe])


def test_an_earlier_return_with_groups_that_are_not_known_stops_the_new_one() -> None:
    people = in_quarters(17, 4)
    first = sent(made(BY_GENDER, "2026-27-Q1", people))
    (table,) = first.published["tables"]
    renamed = [
        {**c, "key": {"gender": c["key"]["gender"].replace("fe", "x")}} for c in table["cells"]
    ]
    strange = EarlierReturn(
        {**first.published, "tables": [{**table, "cells": renamed}]}, first.details
    )
    with pytest.raises(Refused, match="cannot be read"):
        made(BY_GENDER, "2026-27-YTD-Q2", people, [strange])


@pytest.mark.parametrize("seed", range(20))
def test_made_up_services_attacked_by_a_reader_of_the_year_so_far(seed: int) -> None:
    """Five returns of each service, attacked together, by code apart from the audit."""
    people = service([12, 25, 60, 110][seed % 4], seed)
    what = contract("referrals", "engaged", breakdowns=("gender", "age"))
    register: list[EarlierReturn] = []
    made_so_far: list[Return] = []
    for period in ("Q1", "Q2", "YTD-Q2"):
        made_so_far.append(made(what, f"2026-27-{period}", people, register))
        register.append(sent(made_so_far[-1]))
    for measure in what.measures:
        if not same_groups(made_so_far, measure):
            continue
        possible = attack(register, measure).possible()
        for one in made_so_far:
            for table in (t for t in one.tables if t.measure_id == measure):
                for figure in table.figures:
                    dimension = "" if figure.is_total else str(table.dimension)
                    numbers = possible[At(one.period.id, dimension, figure.group)]
                    assert figure.truth in numbers
                    if figure.truth < 5:
                        assert figure.value is None
                        assert 0 in numbers
                    assert len(numbers) >= (4 if figure.value is None else 3)


def same_groups(returns: list[Return], measure: str) -> bool:
    """Whether a measure is broken down the same way in all: the attacker knows no other."""
    shapes = {
        tuple((t.dimension, t.step) for t in one.tables if t.measure_id == measure)
        for one in returns
    }
    return len(shapes) == 1
