"""The audit against trying every table: what a reader can work out is neither more nor less."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload.returns.possible import Possible
from caseload.returns.reading import Publication, Unreadable, read
from caseload.returns.tables import MarkerKey
from caseload.returns.unknowns import Unknowns
from caseload.returns.whole_numbers import OutOfTime, WholeNumberSums
from tests.returns.attack import At, Reader

GROUPS = {"gender": ("female", "male", "another"), "age": ("16-24", "25-34")}


def cell(dimension: str, group: str, count: int) -> dict[str, Any]:
    key = {dimension: group}
    if count < 5:
        return {"key": key, "status": "suppressed"}
    return {"key": key, "value": (count + 2) // 5 * 5, "base": 5, "rounding": "nearest"}


def table(measure: str, period: str, dimension: str, counts: list[int]) -> dict[str, Any]:
    names = GROUPS[dimension][: len(counts)]
    cells = [cell(dimension, name, count) for name, count in zip(names, counts, strict=True)]
    cells.append(cell(dimension, "Total", sum(counts)))
    return {"measure": measure, "period": period, "dims": [dimension], "cells": cells, "id": "T"}


def document(*tables: dict[str, Any], **links: Any) -> dict[str, Any]:
    periods = {"H1": ["Q1", "Q2"]} if any(t["period"] == "H1" for t in tables) else {}
    return {"total": "Total", "periods": periods, "tables": list(tables), **links}


def worked_out(published: dict[str, Any], key: MarkerKey, measure: str) -> dict[At, set[int]]:
    """What the audit says that a reader can think possible, by published figure."""
    reading = read([Publication(published, key, 5)])
    (measures,) = [c for c in reading.components() if measure in c]
    unknowns = Unknowns(reading, measures)
    possible = Possible(unknowns.sums)
    found: dict[At, set[int]] = {}
    for one in published["tables"]:
        (dimension,) = one["dims"]
        for shown in one["cells"]:
            if one["measure"] != measure:
                continue
            group = shown["key"][dimension]
            at = At(one["period"], "" if group == "Total" else dimension, group)
            (alone,) = read(
                [Publication({**published, "tables": [{**one, "cells": [shown]}]}, key, 5)]
            ).sights
            candidates = possible.candidates(unknowns.shown[alone.place])
            assert candidates is not None
            highest = 60 if candidates.highest is None else min(candidates.highest, 60)
            found[at] = {n for n in range(candidates.lowest, highest + 1) if n in candidates}
    return found


@settings(max_examples=60, deadline=None)
@given(
    women_and_men=st.lists(st.integers(0, 9), min_size=2, max_size=3),
    young=st.integers(0, 27),
    key=st.sampled_from(MarkerKey),
)
def test_two_tables_that_share_a_total(
    women_and_men: list[int], young: int, key: MarkerKey
) -> None:
    everyone = sum(women_and_men)
    ages = [min(young, everyone), everyone - min(young, everyone)]
    published = document(table("m", "Q1", "gender", women_and_men), table("m", "Q1", "age", ages))
    attacked = Reader([(published, key)], "m", most=60).possible()
    assert worked_out(published, key, "m") == {
        at: {n for n in numbers if n <= 60} for at, numbers in attacked.items()
    }


@settings(max_examples=40, deadline=None)
@given(
    first=st.lists(st.integers(0, 9), min_size=3, max_size=3),
    second=st.lists(st.integers(0, 9), min_size=3, max_size=3),
    both_quarters=st.booleans(),
)
def test_quarters_and_their_sum(first: list[int], second: list[int], both_quarters: bool) -> None:
    together = [a + b for a, b in zip(first, second, strict=True)]
    quarters = [table("m", "Q1", "gender", first)]
    if both_quarters:
        quarters.append(table("m", "Q2", "gender", second))
    published = document(*quarters, table("m", "H1", "gender", together))
    attacked = Reader([(published, "small")], "m").possible()
    assert worked_out(published, MarkerKey.SMALL, "m") == attacked


@settings(max_examples=40, deadline=None)
@given(
    starts=st.lists(st.integers(0, 7), min_size=2, max_size=2),
    less=st.lists(st.integers(0, 7), min_size=2, max_size=2),
)
def test_a_measure_and_its_part(starts: list[int], less: list[int]) -> None:
    firsts = [max(0, a - b) for a, b in zip(starts, less, strict=True)]
    published = document(
        table("all", "Q1", "gender", starts),
        table("part", "Q1", "gender", firsts),
        measure_subsets=[["part", "all"]],
    )
    limits = [limits_of(c) for t in published["tables"] for c in t["cells"]]
    names = ("female", "male", "Total")
    expected: dict[tuple[str, str], set[int]] = {}
    for f, m, pf, pm in product(range(10), repeat=4):
        numbers = (f, m, f + m, pf, pm, pf + pm)
        if pf > f or pm > m:
            continue
        if all(lo <= n <= hi for n, (lo, hi) in zip(numbers, limits, strict=True)):
            for (measure, name), n in zip(product(("all", "part"), names), numbers, strict=True):
                expected.setdefault((measure, name), set()).add(n)
    for measure in ("all", "part"):
        found = worked_out(published, MarkerKey.SMALL, measure)
        assert {at.group: numbers for at, numbers in found.items()} == {
            name: expected[measure, name] for name in names
        }


def limits_of(shown: dict[str, Any]) -> tuple[int, int]:
    if "value" not in shown:
        return 0, 4
    return max(5, shown["value"] - 2), shown["value"] + 2


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_sums_of_whole_numbers(data: st.DataObject) -> None:
    """Sums with any numbers in front too, where fractions would be in the way."""
    count = data.draw(st.integers(2, 4))
    sums = WholeNumberSums()
    unknowns = [sums.unknown() for _ in range(count)]
    rules = []
    for one in unknowns:
        sums.limit(one, 0, 4)
    for _ in range(data.draw(st.integers(1, 4))):
        times = data.draw(st.lists(st.integers(-2, 3), min_size=count, max_size=count))
        least = data.draw(st.integers(-3, 9))
        most = least + data.draw(st.integers(0, 3))
        which = sums.sum_of(dict(zip(unknowns, times, strict=True)))
        sums.limit(which, least, most)
        rules.append((times, least, most))
    fits = [
        values
        for values in product(range(5), repeat=count)
        if all(
            least <= sum(a * b for a, b in zip(times, values, strict=True)) <= most
            for times, least, most in rules
        )
    ]
    possible = Possible(sums)
    assert possible.any() == bool(fits)
    for number, one in enumerate(unknowns):
        candidates = possible.candidates(one)
        found = set() if candidates is None else {n for n in range(5) if n in candidates}
        assert found == {values[number] for values in fits}


def test_no_answer_in_time_is_said_not_guessed() -> None:
    sums = WholeNumberSums()
    one = sums.unknown()
    sums.deadline = 0.0
    with pytest.raises(OutOfTime):
        sums.solution([(one, 3, 3)])


@pytest.mark.parametrize(
    "published",
    [
        document(ratios=[{"percent": 33}]),
        document({**table("m", "Q1", "gender", [9, 9]), "dims": ["gender", "age"]}),
        document({**table("m", "Q1", "gender", [9, 9]), "multi": ["gender"]}),
        document(table("m", "Q1", "gender", [9, 9]), hierarchies={"gender": {"male": ["female"]}}),
        document(table("m", "Q1", "gender", [9, 9]), table("m", "Q2", "gender", [9, 9, 9])),
    ],
)
def test_what_the_audit_cannot_take_into_account_is_no_pass(published: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        Unknowns(read([Publication(published, MarkerKey.SMALL, 5)]), {"m"})
