"""Many verbs with one commit: all of them or none, a refused one by itself, and seen at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from caseload.app import NewPerson, Session, create_store, unlock
from caseload.clients.client import Client
from caseload.errors import FieldsRefused
from caseload.people.person import Role

PASSPHRASE = "ginger kettle roof tulip"
DAY = date(2026, 4, 1)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    created = create_store(
        tmp_path / "store",
        service_name="Willow Road",
        people=[NewPerson("Nadia Farouk", Role.LEAD)],
        passphrase=PASSPHRASE,
        first_day=DAY,
    )
    return unlock(tmp_path / "store", person_id=created.person_id, passphrase=PASSPHRASE)


def receive(session: Session, name: str, source: str = "A1") -> None:
    session.services.referrals.receive(
        client=Client(given_name=name), received_on=DAY, source=source
    )


def names(session: Session) -> list[str]:
    return [waiting.client_name for waiting in session.services.referrals.waiting_list()]


def test_all_are_saved_and_a_refused_one_leaves_the_others(session: Session) -> None:
    with session.store.together():
        receive(session, "Dana")
        with pytest.raises(FieldsRefused):
            receive(session, "Nobody", source="no such code")
        receive(session, "Kwame")
        assert sorted(names(session)) == ["Dana", "Kwame"]
    assert sorted(names(session)) == ["Dana", "Kwame"]
    assert session.services.history.broken_links() == []
    session.lock()


def stop_half_way(session: Session) -> None:
    with session.store.together():
        receive(session, "Dana")
        raise RuntimeError


def test_a_fault_half_way_saves_nothing(session: Session) -> None:
    with pytest.raises(RuntimeError):
        stop_half_way(session)
    assert names(session) == []
    receive(session, "Kwame")
    assert names(session) == ["Kwame"]
    assert session.services.history.broken_links() == []
    session.lock()
