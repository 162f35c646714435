"""Making and sending a return from the record: what is missing, who approves, what leaves."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseload.errors import CaseloadError, NotAllowed, Refused, StoreTrouble
from caseload.returns.contracts import shipped_contracts
from caseload.returns.periods import periods_to_choose, read_period
from caseload.returns.tables import Return
from caseload.services.all_services import Services
from tests.team import TODAY, Team, client

CONTRACT = shipped_contracts()["IPS quarter"]
QUARTER = read_period("2026-27-Q2")


@pytest.fixture
def referrals(team: Team) -> Team:
    """Twelve women and nine men referred in July, one of whom without a date of birth."""
    services = team.services("Moses")
    for number in range(21):
        person = client(
            f"Person {number}",
            gender="2" if number < 12 else "1",
            born_on=date(1990, 5, number + 1),
        )
        services.referrals.receive(
            client=replace(person, born_on=None) if number == 20 else person,
            received_on=date(2026, 7, number + 1),
            source="A1",
        )
    return team


def made_by(services: Services) -> Return:
    return services.returns.make(contract=CONTRACT, period=QUARTER)


def test_periods_run_from_the_quarter_under_way_to_three_years_back() -> None:
    ids = [period.id for period in periods_to_choose(date(2026, 11, 24))]
    assert ids[:4] == ["2026-27-Q3", "2026-27-YTD-Q2", "2026-27-Q2", "2026-27-Q1"]
    assert ids[4:6] == ["2025-26", "2025-26-Q4"]
    assert ids[-1] == "2024-25-Q1"
    assert len(ids) == len(set(ids))


def test_clients_who_are_counted_without_a_fact_are_named(referrals: Team) -> None:
    services = referrals.services("Ruth")
    gaps = services.returns.missing(contract=CONTRACT, period=QUARTER)
    assert [(gap.client_name, gap.born_on, gap.gender) for gap in gaps] == [
        ("Person 20 Petrescu", True, False)
    ]
    assert services.returns.missing(contract=CONTRACT, period=read_period("2026-27-Q1")) == []


def test_not_stated_is_an_answer_and_not_recorded_is_a_gap(referrals: Team) -> None:
    services = referrals.services("Moses")
    for gender, missing in (("Z", False), ("X", True)):
        person = services.clients.search("Person 3")[0]
        kept = services.clients.get(person.client_id)
        services.clients.save(client=replace(kept, gender=gender))
        gaps = services.returns.missing(contract=CONTRACT, period=QUARTER)
        assert any(gap.client_id == kept.id for gap in gaps) is missing


def test_the_records_behind_a_figure_are_those_it_counts(referrals: Team) -> None:
    services = referrals.services("Ruth")
    figure = made_by(services).table("referrals", "gender").figures[0]
    behind = services.returns.records_behind(figure)
    assert len(behind) == figure.truth == 12
    assert {one.kind for one in behind} == {"referral"}
    assert [one.on for one in behind] == sorted(one.on for one in behind)


def test_a_return_leaves_only_when_a_lead_approved_it(referrals: Team, tmp_path: Path) -> None:
    moses = referrals.services("Moses")
    with pytest.raises(Refused, match="team lead approves"):
        moses.returns.send(made=made_by(moses), folder=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert moses.returns.approvers() == ["Ruth Farouk"]
    ruth = referrals.services("Ruth")
    files = ruth.returns.send(made=made_by(ruth), folder=tmp_path / "out")
    assert all(file.exists() for file in files.all)
    assert [sent.period for sent in ruth.returns.sent()] == ["2026-27-Q2"]
    details = json.loads(files.metadata.read_text("utf-8"))
    assert details["approved_by"] == "Ruth Farouk"


def test_a_specialist_in_a_team_has_nothing_to_do_with_returns(referrals: Team) -> None:
    services = referrals.services("Nadia")
    for ask in (
        lambda: services.returns.missing(contract=CONTRACT, period=QUARTER),
        services.returns.sent,
        lambda: made_by(services),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_a_return_made_before_another_was_sent_is_made_again(
    referrals: Team, tmp_path: Path
) -> None:
    ruth = referrals.services("Ruth")
    early = made_by(ruth)
    ruth.returns.send(made=made_by(ruth), folder=tmp_path / "one")
    with pytest.raises(Refused, match="Make it again"):
        ruth.returns.send(made=early, folder=tmp_path / "two")
    assert not (tmp_path / "two").exists()


def test_what_cannot_be_registered_does_not_leave(
    referrals: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruth = referrals.services("Ruth")
    made = made_by(ruth)

    def full_disk(**_: object) -> None:
        raise StoreTrouble("The disk is full.")

    monkeypatch.setattr(ruth.returns, "keep", full_disk)
    with pytest.raises(StoreTrouble):
        ruth.returns.send(made=made, folder=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_client_may_be_named_in_a_file(referrals: Team, tmp_path: Path) -> None:
    ruth = referrals.services("Ruth")
    made = made_by(ruth)
    leaking = replace(made, contract=replace(made.contract, sharing="Ask Person 7 Petrescu."))
    with pytest.raises(Refused, match="last check"):
        ruth.returns.send(made=leaking, folder=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_quarter_under_way_is_not_made_yet(referrals: Team) -> None:
    with pytest.raises(Refused, match="is not over"):
        referrals.services("Ruth").returns.make(
            contract=CONTRACT, period=periods_to_choose(TODAY + timedelta(days=1))[0]
        )


def test_what_cannot_be_written_is_taken_out_of_the_register_again(
    referrals: Team, tmp_path: Path
) -> None:
    ruth = referrals.services("Ruth")
    (tmp_path / "a file").write_text("in the way")
    with pytest.raises(CaseloadError):
        ruth.returns.send(made=made_by(ruth), folder=tmp_path / "a file")
    assert ruth.returns.sent() == []
    assert ruth.returns.send(made=made_by(ruth), folder=tmp_path / "out").workbook.exists()
