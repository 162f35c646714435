"""The caseload cap: no sequence of verbs and no statement on any connection passes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from caseload.allocation.place import CaseloadCap, CaseloadPlace, cap_on, days_over
from caseload.errors import Refused
from caseload.jobs.job import Job
from caseload.people.person import Person
from caseload.referrals import Referral
from caseload.services.allocation import CaseloadFull
from caseload.store.connection import connect
from caseload.store.store import open_store
from tests.team import FIRST_DAY, KEY, TODAY, Team, accepted, client, referred, team_in

DAYS = st.dates(FIRST_DAY, TODAY)


def full_team(team: Team, by: str = "Nadia", count: int = 25) -> list[str]:
    return [accepted(team, f"Client{number}", by=by) for number in range(count)]


def test_the_26th_client_is_refused_with_the_ways_on(team: Team) -> None:
    ids = full_team(team)
    services = team.services()
    services.jobs.start(
        job=Job(
            client_id=ids[3],
            employer_id=None,
            employer_name="Brookside Garden Centre",
            title="Garden assistant",
            started_on=TODAY - timedelta(days=50),
        ),
        weekly_hours=Decimal(16),
        pay=Decimal("12.71"),
    )
    late = referred(team, "Arjun", days_ago=12)
    with pytest.raises(CaseloadFull) as refused:
        services.allocation.accept(referral=late)
    assert "Nadia Farouk holds 25 of 25" in refused.value.sentence
    assert [(c.client_id, c.step) for c in refused.value.could_leave] == [(ids[3], "step_down")]
    waiting = services.referrals.waiting_list()
    assert [(w.client_name, w.days) for w in waiting] == [("Arjun Petrescu", 12)]


def test_a_post_of_six_tenths_holds_fifteen(team: Team) -> None:
    full_team(team, by="Priya", count=15)
    with pytest.raises(CaseloadFull):
        accepted(team, "Sixteenth", by="Priya")


def test_backdating_cannot_pass_the_cap_on_a_day_gone_by(team: Team) -> None:
    ids = full_team(team)
    services = team.services()
    services.allocation.close(client_id=ids[0], reason="moved", on=TODAY)
    late = referred(team, "Arjun", days_ago=30)
    with pytest.raises(CaseloadFull):
        services.allocation.accept(referral=late, on=TODAY - timedelta(days=10))
    services.allocation.accept(referral=late, on=TODAY)
    assert services.allocation.count().held == 25


def test_a_lower_cap_is_refused_with_who_must_move_first(team: Team) -> None:
    full_team(team, count=20)
    with pytest.raises(Refused) as refused:
        team.services("Ruth").people.set_cap(
            person_id=team.people["Nadia"].id,
            starts=TODAY,
            share=100,
            cap=18,
            reason="Phased return",
        )
    assert "2 must move first" in refused.value.sentence


def test_undo_of_a_closing_is_refused_once_the_place_is_taken(team: Team) -> None:
    ids = full_team(team)
    services = team.services()
    services.allocation.close(client_id=ids[0], reason="moved")
    closing = services.history.last_change()
    assert closing is not None
    colleague = team.services("Nadia")
    colleague.allocation.accept(referral=referred(team, "Arjun", days_ago=3))
    with pytest.raises(Refused):
        services.history.undo(change=closing)
    assert services.allocation.count().held == 25


# ---- the database itself, on a connection of somebody's own ---------------------------------


@pytest.fixture
def raw(team: Team) -> Any:
    full_team(team)
    connection = connect(team.store.file, KEY)
    yield connection
    connection.close()


def row_of(raw: Any, table: str, where: str = "1=1") -> dict[str, Any]:
    cursor = raw.execute(f"SELECT * FROM {table} WHERE {where}")
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))


def put(raw: Any, table: str, row: dict[str, Any], verb: str = "INSERT", tail: str = "") -> None:
    names, marks = ", ".join(row), ", ".join("?" for _ in row)
    raw.execute(f"{verb} INTO {table} ({names}) VALUES ({marks}) {tail}", list(row.values()))


def held(raw: Any, person: str) -> int:
    return int(
        raw.execute(
            "SELECT count(*) FROM caseload_place WHERE person_id = ? AND held_until IS NULL "
            "AND hidden = 0",
            [person],
        ).fetchone()[0]
    )


def a_26th(team: Team, raw: Any) -> dict[str, Any]:
    nadia = team.people["Nadia"].id
    extra = referred(team, "Arjun", days_ago=20)
    place = row_of(raw, "caseload_place", f"person_id = '{nadia}'")
    return place | {"id": "f" * 36, "client_id": extra.client_id, "referral_id": extra.id}


REFUSED = (sqlcipher.IntegrityError, sqlcipher.OperationalError)


def test_insert_replace_and_upsert_are_refused(team: Team, raw: Any) -> None:
    row = a_26th(team, raw)
    for verb, tail in (
        ("INSERT", ""),
        ("INSERT OR REPLACE", ""),
        ("REPLACE", ""),
        ("INSERT", "ON CONFLICT (id) DO UPDATE SET held_until = NULL"),
    ):
        with pytest.raises(REFUSED, match="caseload_cap"):
            put(raw, "caseload_place", row, verb, tail)
    assert held(raw, row["person_id"]) == 25


def test_insert_or_ignore_lets_nothing_in(team: Team, raw: Any) -> None:
    row = a_26th(team, raw)
    with pytest.raises(REFUSED, match="caseload_cap"):
        put(raw, "caseload_place", row, "INSERT OR IGNORE")
    assert held(raw, row["person_id"]) == 25


def test_updates_are_refused(team: Team, raw: Any) -> None:
    row = a_26th(team, raw)
    closed = row | {"held_from": "2026-05-01", "held_until": "2026-05-02", "ended_by": "closed"}
    put(raw, "caseload_place", closed)
    hidden = row | {"id": "e" * 36, "hidden": 1}
    priya = team.people["Priya"].id
    other = row | {"id": "d" * 36, "person_id": priya, "client_id": referred(team, "B").client_id}
    put(raw, "caseload_place", hidden)
    put(raw, "caseload_place", other)
    nadia = team.people["Nadia"].id
    attempts = (
        ("UPDATE caseload_place SET held_until = NULL, ended_by = NULL WHERE id = ?", "f"),
        ("UPDATE caseload_place SET held_until = '2026-11-01' WHERE id = ?", "f"),
        ("UPDATE caseload_place SET hidden = 0 WHERE id = ?", "e"),
        (f"UPDATE caseload_place SET person_id = '{nadia}' WHERE id = ?", "d"),
    )
    for statement, mark in attempts:
        with pytest.raises(REFUSED):
            raw.execute(statement, [mark * 36])
    cap = row_of(raw, "caseload_cap", f"person_id = '{nadia}'")["id"]
    for statement in (
        f"UPDATE caseload_cap SET cap = 24 WHERE person_id = '{nadia}'",
        f"UPDATE caseload_cap SET hidden = 1 WHERE person_id = '{nadia}'",
        f"UPDATE caseload_cap SET starts = '2026-11-30' WHERE person_id = '{nadia}'",
        f"UPDATE caseload_cap SET person_id = '{priya}', starts = '2026-04-02' WHERE id = '{cap}'",
        f"DELETE FROM caseload_cap WHERE person_id = '{nadia}'",
    ):
        with pytest.raises(REFUSED, match="caseload_cap"):
            raw.execute(statement)


def test_a_cap_row_above_25_or_above_the_post_is_refused(team: Team, raw: Any) -> None:
    cap = row_of(raw, "caseload_cap")
    for change in ({"cap": 26}, {"share": 60, "cap": 16}, {"share": 101, "cap": 25}, {"cap": 25.5}):
        with pytest.raises(REFUSED):
            put(raw, "caseload_cap", cap | {"id": "c" * 36, "starts": "2026-06-01"} | change)


def test_replacing_a_cap_by_a_lower_one_is_refused(team: Team, raw: Any) -> None:
    nadia = team.people["Nadia"].id
    cap = row_of(raw, "caseload_cap", f"person_id = '{nadia}'")
    with pytest.raises(REFUSED, match="caseload_cap"):
        put(raw, "caseload_cap", cap | {"cap": 3}, "REPLACE")
    raw.execute("PRAGMA recursive_triggers=OFF")
    with pytest.raises(REFUSED, match="caseload_cap"):
        put(raw, "caseload_cap", cap | {"cap": 3}, "REPLACE")


def test_reported_places_cannot_smuggle_a_client_in(team: Team, raw: Any) -> None:
    row = a_26th(team, raw) | {"reported": 1}
    for until in (None, "2026-11-01"):
        ended = {"held_until": until, "ended_by": "closed" if until else None}
        with pytest.raises(REFUSED, match="caseload_reported"):
            put(raw, "caseload_place", row | ended)
    put(
        raw,
        "caseload_place",
        row | {"held_from": "2025-01-01", "held_until": "2025-06-01", "ended_by": "closed"},
    )
    with pytest.raises(REFUSED):
        raw.execute("UPDATE caseload_place SET held_until = '2026-12-01' WHERE id = ?", ["f" * 36])
    with pytest.raises(REFUSED, match="kept_for_ever"):
        raw.execute("UPDATE service SET first_day = '2027-01-01'")


@pytest.mark.parametrize("form", ["2026-5-1", "20260501", 20260501, "2026-05-01 00:00", ""])
def test_a_day_in_another_form_cannot_slip_past_the_comparison(
    team: Team, raw: Any, form: object
) -> None:
    with pytest.raises(REFUSED):
        put(raw, "caseload_place", a_26th(team, raw) | {"held_from": form})


def test_a_missing_or_changed_trigger_is_found_at_the_next_opening(team: Team, raw: Any) -> None:
    row = a_26th(team, raw)
    raw.execute("DROP TRIGGER cap_place_added")
    put(raw, "caseload_place", row)
    raw.execute("DROP TRIGGER reported_added")
    raw.execute("CREATE TRIGGER reported_added AFTER INSERT ON caseload_place BEGIN SELECT 1; END")
    raw.execute("CREATE TRIGGER stranger AFTER INSERT ON client BEGIN SELECT 1; END")
    team.store.close()
    opened = open_store(team.store.folder, KEY)
    try:
        assert opened.is_read_only
        assert opened.findings.missing == ("cap_place_added",)
        assert opened.findings.changed == ("reported_added",)
        assert opened.findings.strangers == ("stranger",)
        over = opened.findings.over_cap
        assert [(o.person_name, o.day.year) for o in over] == [("Nadia Farouk", 2026)]
    finally:
        opened.close()


# ---- Hypothesis: any sequence of verbs --------------------------------------------------------


class CapMachine(RuleBasedStateMachine):
    """Verbs in any order and on any day; after each, no day is over its cap."""

    referrals = Bundle("referrals")
    placed = Bundle("placed")

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._made = team_in(Path(self._folder.name) / "store")
        self.team = self._made.__enter__()
        self.names = ["Nadia", "Priya"]
        lead = self.team.services("Ruth").people
        for name in self.names:  # small caps, so that they are reached
            person = self.team.people[name]
            cap = self._caps(person)[0]
            with self.team.store.work(person_id="x", action="people.set_cap") as work:
                work.change(replace(cap, share=100, cap=2))
        self._lead = lead

    def _caps(self, person: Person) -> list[CaseloadCap]:
        with self.team.store.reading() as reading:
            return reading.find(CaseloadCap, person_id=person.id)

    def attempt(self, verb: Any) -> Any:
        try:
            return verb()
        except Refused:
            return None

    @rule(target=referrals, day=DAYS)
    def receive(self, day: date) -> Referral:
        return self.team.services().referrals.receive(client=client(), received_on=day, source="A1")

    @rule(target=placed, referral=referrals, day=DAYS, name=st.sampled_from(["Nadia", "Priya"]))
    def accept(self, referral: Referral, day: date, name: str) -> str:
        services = self.team.services(name)
        self.attempt(lambda: services.allocation.accept(referral=referral, on=day))
        return referral.client_id

    @rule(client_id=placed, day=DAYS)
    def close(self, client_id: str, day: date) -> None:
        services = self.team.services("Nadia", alone=True)
        self.attempt(lambda: services.allocation.close(client_id=client_id, reason="moved", on=day))

    @rule(client_id=placed, day=DAYS)
    def start_work_and_step_down(self, client_id: str, day: date) -> None:
        services = self.team.services("Nadia", alone=True)
        job = Job(
            client_id=client_id,
            employer_id=None,
            employer_name="Northway Foods",
            title="Packer",
            started_on=day,
        )
        self.attempt(lambda: services.jobs.start(job=job, weekly_hours=_SIXTEEN, pay=_WAGE))
        self.attempt(
            lambda: services.allocation.step_down(client_id=client_id, reason="Steady", on=day)
        )

    @rule(client_id=placed, day=DAYS)
    def lose_the_job(self, client_id: str, day: date) -> None:
        services = self.team.services("Nadia", alone=True)
        for line in services.jobs.of_client(client_id).lines:
            self.attempt(
                lambda job=line.job: services.jobs.end(job=job, last_day=day, reason="redundancy")
            )

    @rule(client_id=placed, day=DAYS)
    def take_back(self, client_id: str, day: date) -> None:
        services = self.team.services("Nadia", alone=True)
        self.attempt(lambda: services.allocation.take_back(client_id=client_id, on=day))

    @rule(client_id=placed, day=DAYS, name=st.sampled_from(["Nadia", "Priya"]))
    def transfer(self, client_id: str, day: date, name: str) -> None:
        services = self.team.services("Nadia", alone=True)
        to = self.team.people[name].id
        self.attempt(lambda: services.allocation.transfer(client_id=client_id, to=to, on=day))

    @rule(day=DAYS, cap=st.integers(0, 3), name=st.sampled_from(["Nadia", "Priya"]))
    def set_cap(self, day: date, cap: int, name: str) -> None:
        self.attempt(
            lambda: self._lead.set_cap(
                person_id=self.team.people[name].id,
                starts=day,
                share=100,
                cap=cap,
                reason="Agreed",
            )
        )

    @rule()
    def undo(self) -> None:
        history = self.team.services("Nadia", alone=True).history
        change = history.last_change()
        if change is not None:
            self.attempt(lambda: history.undo(change=change))

    @rule(referral=consumes(referrals))
    def forget(self, referral: Referral) -> None:
        """A referral that nothing more happens to."""

    @invariant()
    def no_day_is_over_its_cap(self) -> None:
        with self.team.store.reading() as reading:
            places = reading.find(CaseloadPlace)
            caps = reading.find(CaseloadCap)
        for person in self.team.people.values():
            own = [p for p in places if p.person_id == person.id]
            limits = [c for c in caps if c.person_id == person.id]
            assert days_over(own, limits) == []
            for day in (FIRST_DAY + timedelta(days=n) for n in range(0, 240, 7)):
                limit = cap_on(limits, day)
                assert sum(p.held_on(day) for p in own) <= (limit.cap if limit else 0)

    def teardown(self) -> None:
        self._made.__exit__(None, None, None)
        self._folder.cleanup()


_SIXTEEN = Decimal(16)
_WAGE = Decimal("12.71")

TestCapMachine = CapMachine.TestCase
TestCapMachine.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
