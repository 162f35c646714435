"""Withholding, rounding, partners, the ladder and insiders: what one return gives away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf
from typing import Any

import pytest

from caseload.errors import Refused
from caseload.returns import making
from caseload.returns.as_sent import AsSent, Spot
from caseload.returns.audit import Examination, Fault
from caseload.returns.contracts import ThresholdProfile
from caseload.returns.counting import Counts
from caseload.returns.draft_tables import Draft
from caseload.returns.facts import PersonFacts
from caseload.returns.files import published_json
from caseload.returns.measures import CountingRule
from caseload.returns.periods import read_period
from caseload.returns.protection import Protector
from caseload.returns.published import rounded
from caseload.returns.reading import Place, Publication, read
from caseload.returns.tables import MarkerKey, Return, Why, why_withheld
from caseload.returns.whole_numbers import OutOfTime
from tests.returns.attack import At, Reader
from tests.returns.made_up_people import AFTER_THE_YEAR, BORN, contract, made, referred, service
from tests.returns.test_audit_is_exact import document, table

MAY = date(2026, 5, 11)
THREE_GROUPS = {"referrals": {"gender": "three_groups"}}


def people(women: int, men: int, another: int) -> list[PersonFacts]:
    return [*referred(women, "2", MAY), *referred(men, "1", MAY), *referred(another, "3", MAY)]


def shown(one: Return, dimension: str = "gender") -> list[str]:
    return [figure.shown for figure in one.table("referrals", dimension).figures]


def findings(published: dict[str, Any], truth: dict[str, int]) -> dict[str, Fault]:
    """What the audit finds in a document of one measure, by group; the total is ''."""
    reading = read([Publication(published, MarkerKey.SMALL, 5)])
    (measures,) = reading.components()

    def count(place: Place) -> int:
        return truth["".join(place.parts)]

    exam = Examination(reading, measures, count, 5, deadline=inf)
    return {"".join(finding.place.parts): finding.fault for finding in exam.findings}


def test_the_worked_example_is_rounded_each_from_its_truth() -> None:
    """EXAMPLE, sections 1 and 5."""
    true = [9, 12, 2, 14, 37, 8, 11, 16, 3, 38, 6, 1, 7, 9, 23, 23, 24, 25, 26, 98]
    protected = "10 10 c 15 35 10 10 15 c 40 5 c 5 10 25 25 25 25 25 100"
    assert " ".join(str(rounded(n)) if n >= 5 else "c" for n in true) == protected


def test_rounding_is_to_the_nearest_five() -> None:
    for count in range(5, 1000):
        assert rounded(count) % 5 == 0
        assert abs(rounded(count) - count) <= 2


def test_a_plain_return_withholds_nought_to_four_and_rounds_the_rest() -> None:
    one = made(contract("referrals", ladder=THREE_GROUPS), "2026-27-Q1", people(37, 38, 0))
    assert shown(one) == ["35", "40", "c", "75"]
    assert one.marker_key is MarkerKey.SMALL
    assert one.key_words.startswith("c means 0 to 4")


def test_five_one_and_none_of_six_is_caught() -> None:
    """EXAMPLE, section 5: rounding alone leaves the small ones 0 to 2."""
    published = document(table("referrals", "Q1", "gender", [5, 1, 0]))
    truth = {"female": 5, "male": 1, "another": 0, "": 6}
    assert findings(published, truth) == {"male": Fault.NARROW, "another": Fault.NARROW}
    attacked = Reader([(published, "small")], "referrals").possible()
    assert attacked[At("Q1", "gender", "male")] == {0, 1, 2}


def test_five_one_and_none_of_six_is_protected_by_a_partner_and_the_key_says_so() -> None:
    one = made(contract("referrals", ladder=THREE_GROUPS), "2026-27-Q1", people(5, 1, 0))
    assert shown(one) == ["c", "c", "c", "5"]
    whys = [figure.why for figure in one.table("referrals", "gender").figures]
    assert whys == [Why.PARTNER, Why.SMALL, Why.SMALL, None]
    assert one.marker_key is MarkerKey.ANY
    assert "any number, zero included" in one.key_words
    attacked = Reader([(published_json(one), "any")], "referrals").possible()
    assert all(len(numbers) >= 4 and 0 in numbers for at, numbers in attacked.items() if at[1])


def test_why_a_figure_is_withheld_is_said_on_screen() -> None:
    one = made(contract("referrals", ladder=THREE_GROUPS), "2026-27-Q1", people(5, 1, 0))
    women, men, _another, total = one.table("referrals", "gender").figures
    assert why_withheld(one, women).startswith("It is not small itself.")
    assert why_withheld(one, men) == (
        "There are fewer than 5. A reader can tell only that it is 0 to 7."
    )
    assert why_withheld(one, total) == ""


def test_no_more_partners_than_are_needed() -> None:
    """The lightest figure that is enough: the group of 5, not the group of 60 or the total."""
    people_there = [*people(60, 5, 1)]
    one = made(contract("referrals", ladder=THREE_GROUPS), "2026-27-Q1", people_there)
    withheld = [f.truth for f in one.table("referrals", "gender").figures if f.value is None]
    assert withheld == [1]


def test_a_measure_of_nought_to_four_is_withheld_whole() -> None:
    for count in range(5):
        one = made(contract("referrals", ladder=THREE_GROUPS), "2026-27-Q1", people(count, 0, 0))
        assert shown(one) == ["c", "c", "c", "c"]
        assert one.marker_key is MarkerKey.SMALL


def test_a_period_without_anybody_is_a_return_of_markers() -> None:
    one = made(contract("referrals", "engaged", breakdowns=("gender", "age")), "2026-27-Q1", [])
    assert {figure.shown for table in one.tables for figure in table.figures} == {"c"}


def test_one_client_alone_in_everything() -> None:
    one = made(contract("referrals", breakdowns=("gender", "age")), "2026-27-Q1", people(1, 0, 0))
    assert {figure.shown for table in one.tables for figure in table.figures} == {"c"}


def test_the_strict_profile_withholds_under_ten() -> None:
    strict = replace(contract("referrals", ladder=THREE_GROUPS), threshold=ThresholdProfile.STRICT)
    one = made(strict, "2026-27-Q1", people(31, 24, 3))
    assert shown(one) == ["30", "25", "c", "60"]
    assert "0 to 9" in one.key_words


def test_a_breakdown_becomes_coarser_before_figures_are_withheld() -> None:
    """Rule R7: at least 5 people a group and at most 30 % of the figures withheld."""
    few = [p for age in ("16-24", "35-44", "55-64") for p in referred(7, "2", MAY, age=age)]
    many = [p for age in list(BORN)[:5] for p in referred(9, "2", MAY, age=age)]
    by_age = contract("referrals", breakdowns=("age",))
    coarse, fine = (made(by_age, "2026-27-Q1", facts) for facts in (few, many))
    assert coarse.table("referrals", "age").step == "three_bands"
    assert fine.table("referrals", "age").step == "ten_years"
    assert shown(coarse, "age") == ["5", "5", "5", "c", "20"]
    assert shown(fine, "age") == ["10", "10", "10", "10", "10", "c", "c", "45"]


def test_groups_of_under_five_people_on_average_are_too_many() -> None:
    thirty = [p for age in list(BORN)[:5] for p in referred(6, "2", MAY, age=age)]
    one = made(contract("referrals", breakdowns=("age",)), "2026-27-Q1", thirty)
    assert one.table("referrals", "age").step == "three_bands"


def test_a_partner_too_many_makes_the_step_that_is_being_chosen_coarser() -> None:
    """8, 8 and none of 16: with a partner, half of the figures would be withheld."""
    chosen = made(contract("referrals"), "2026-27-Q1", people(8, 8, 0))
    assert chosen.table("referrals", "gender").step == "all"
    fixed = made(contract("referrals", ladder=THREE_GROUPS), "2026-27-Q1", people(8, 8, 0))
    assert shown(fixed).count("c") == 2


class OutOfTimeAt(Protector):
    """A search that never ends while a breakdown stands at these steps and is not blank."""

    steps: tuple[str, ...] = ("three_groups",)

    def examination(self, draft: Draft) -> Examination:
        if draft.steps["referrals", "gender"] in self.steps and not draft.blank:
            raise OutOfTime
        return super().examination(draft)


def a_draft() -> Draft:
    counts = Counts(people(40, 40, 1), CountingRule(AFTER_THE_YEAR))
    steps = {("referrals", "gender"): "three_groups"}
    return Draft(counts, read_period("2026-27-Q1"), 5, AsSent(), steps)


def test_out_of_time_at_one_step_goes_on_with_the_next() -> None:
    safe = OutOfTimeAt([], [], seconds=20).protect(a_draft(), choosing=frozenset())
    assert dict(safe.steps) == {("referrals", "gender"): "all"}
    assert safe.blank == frozenset()


def test_where_no_step_is_safe_the_measure_is_withheld_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(OutOfTimeAt, "steps", ("three_groups", "all"))
    safe = OutOfTimeAt([], [], seconds=20).protect(a_draft(), choosing=frozenset())
    spots = safe.spots("referrals", "gender")
    assert [safe.value(spot) for spot in spots] == [None] * 4
    assert [safe.why(spot) for spot in spots] == [Why.TABLE, Why.TABLE, Why.SMALL, Why.TABLE]
    assert safe.marker_key is MarkerKey.ANY


def test_a_partner_that_is_not_needed_is_shown_again() -> None:
    withheld = a_draft().with_partners([Spot("referrals", "gender", "male")])
    safe = Protector([], [], seconds=20).protect(withheld, choosing=frozenset())
    assert safe.partners == frozenset()


def test_the_whole_return_is_audited_once_more_before_it_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever the search for a safe form says."""
    monkeypatch.setattr(Protector, "protect", lambda _self, draft, **_: draft)
    with pytest.raises(Refused, match="Nothing has left the application"):
        made(contract("referrals", ladder=THREE_GROUPS), "2026-27-Q1", people(5, 1, 0))


def test_the_finest_step_that_is_not_too_sparse_is_kept_for_the_year() -> None:
    one = made(contract("referrals"), "2026-27-Q1", people(20, 20, 1))
    assert one.ladder == {"referrals": {"gender": "three_groups"}}
    assert one.since == {"referrals": {"gender": "2026-27-Q1"}}


def test_a_measure_that_is_small_altogether_sets_no_step() -> None:
    one = made(contract("referrals"), "2026-27-Q1", people(2, 1, 0))
    assert one.ladder == {}


def test_somebody_alone_in_a_figure_cannot_tell_another_one_exactly() -> None:
    """Two measures that are always equal: whoever is the one knows the other too."""
    truth = {"female": 1, "male": 30, "": 31}
    equal = document(
        table("a", "Q1", "gender", [1, 30]),
        table("b", "Q1", "gender", [1, 30]),
        measure_sums={"a": ["b"]},
    )
    apart = document(table("a", "Q1", "gender", [1, 30]), table("b", "Q1", "gender", [1, 30]))
    assert findings(equal, truth) == {"female": Fault.INSIDER}
    reading = read([Publication(apart, MarkerKey.SMALL, 5)])
    for measures in reading.components():
        exam = Examination(reading, measures, lambda p: truth["".join(p.parts)], 5, deadline=inf)
        assert exam.findings == ()
        assert exam.insiders == 1


def test_an_exact_figure_beside_rounded_ones_is_found() -> None:
    published = document(table("referrals", "Q1", "gender", [9, 12]))
    published["tables"][0]["cells"][2] = {"key": {"gender": "Total"}, "value": 21}
    found = findings(published, {"female": 9, "male": 12, "": 21})
    assert found[""] is Fault.NARROW


def test_out_of_time_is_a_refusal_and_not_a_return() -> None:
    with pytest.raises(Refused, match="Nothing has left the application"):
        making.make_return(
            contract("referrals"),
            read_period("2026-27-Q1"),
            people(20, 20, 1),
            made_on=AFTER_THE_YEAR,
            seconds=-1,
        )


def test_a_period_that_is_not_over_is_refused_with_the_day() -> None:
    with pytest.raises(Refused, match="can be made from 1 October 2026"):
        making.make_return(
            contract("referrals"), read_period("2026-27-Q2"), [], made_on=date(2026, 9, 30)
        )


def test_the_same_facts_make_the_same_return() -> None:
    by_both = contract("referrals", "engaged", breakdowns=("gender", "age"))
    facts = service(60, 3)
    assert published_json(made(by_both, "2026-27-Q2", facts)) == published_json(
        made(by_both, "2026-27-Q2", facts[::-1])
    )
