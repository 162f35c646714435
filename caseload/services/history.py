"""Verbs about the history: what was done, undoing one's last change, and proving the chain."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from caseload.errors import ChangedMeanwhile, Refused
from caseload.history import BEGINNING, Deed, EntryHeader, payload_digest
from caseload.people.person import Person
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.store import queries
from caseload.store.records import KINDS, from_plain
from caseload.store.unit_of_work import Reading, Work
from caseload.values.record import RecordId
from caseload.words import say

NOT_UNDONE = frozenset(
    {
        "letters.file",
        "letters.printed",
        "returns.keep",
        "returns.take_back",
        "history.undo",
        "set_up",
    }
)
"""Verbs that undo steps over: what has left the room cannot be called back."""


@dataclass(frozen=True)
class Change:
    """One saved verb of this person, as 'Undo' names it."""

    change_id: RecordId
    verb: str

    @property
    def name(self) -> str:
        """The verb in plain words: 'Undo recording a contact'."""
        return say(f"history.verb.{self.verb}")


@dataclass(frozen=True)
class PastEntry:
    """One entry of a record's history. ``before`` and ``after`` are None once erased."""

    sequence: int
    at: datetime
    person_name: str
    verb: str
    deed: Deed
    record_id: RecordId
    room: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class History:
    """What a person may do with the history."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._began = 0
        self.begin_here()

    def begin_here(self) -> None:
        """Undo reaches back to this moment: the unlocking."""
        with self._desk.reading() as reading:
            self._began = int(reading.rows(queries.last_sequence())[0]["last"])

    def last_change(self) -> Change | None:
        """This person's last change since unlocking that can still be undone."""
        with self._desk.reading() as reading:
            undone = self._undone(reading)
            for row in reading.rows(queries.changes_by(self._desk.person.id, after=self._began)):
                if row["action"] in NOT_UNDONE or row["change_id"] in undone:
                    continue
                if any(
                    entry["deed"] in (Deed.ADDED, Deed.CHANGED, Deed.HIDDEN)
                    for entry in reading.rows(queries.audit_of_change(row["change_id"]))
                ):
                    return Change(row["change_id"], row["action"])
        return None

    def undo(self, *, change: Change, origin: object | None = None) -> None:
        """Put back what stood before ``change``, as a new change that the history names.

        Raises Refused where something was saved on top of it or the cap stands in the way.
        """
        with self._desk.work(Action.UNDO, "history.undo", origin=origin) as work:
            entries = work.rows(queries.audit_of_change(change.change_id))
            put_back: set[RecordId] = set()
            for entry in reversed(entries):
                if entry["deed"] not in (Deed.ADDED, Deed.CHANGED, Deed.HIDDEN):
                    continue
                self._put_back(work, entry, check_version=entry["record_id"] not in put_back)
                put_back.add(entry["record_id"])
            work.note(Deed.NOTED, self._desk.person, undone=change.change_id)

    def of_record(self, record_id: RecordId) -> list[PastEntry]:
        """What happened to one record, oldest first."""
        with self._desk.reading() as reading:
            names = {p.id: p.name for p in reading.find(Person, include_hidden=True)}
            return [_past(row, names) for row in reading.rows(queries.audit_of_record(record_id))]

    def last_done(self, verb: str) -> datetime | None:
        """When anyone did ``verb`` last (UTC); None where nobody has."""
        with self._desk.reading() as reading:
            rows = reading.rows(queries.last_of_action(verb))
        return rows[0]["at"] if rows else None

    def broken_links(self) -> list[int]:
        """Numbers of entries where the chain does not hold; empty is whole.

        An erased payload is no break: only its digest is in the chain.
        """
        with self._desk.reading() as reading:
            return broken_links(reading)

    def _put_back(self, work: Work, entry: dict[str, Any], *, check_version: bool) -> None:
        kind = KINDS[entry["room"]]
        current = work.find_one(kind, entry["record_id"])
        if current is None or (check_version and current.version != entry["record_version"]):
            raise ChangedMeanwhile(say("history.newer_change"))
        if entry["deed"] == Deed.ADDED:
            work.hide(current)
            return
        before = json.loads(entry["payload"])["before"]
        try:
            stood = from_plain(kind, before)
        except TypeError:
            raise Refused(say("history.cannot_undo")) from None
        work.change(replace(stood, version=current.version), deed=Deed.RESTORED)

    def _undone(self, reading: Reading) -> set[RecordId]:
        rows = reading.rows(queries.audit_of_record(self._desk.person.id))
        return {
            json.loads(row["payload"])["facts"]["undone"]
            for row in rows
            if row["action"] == "history.undo" and row["payload"]
        }


def broken_links(reading: Reading) -> list[int]:
    """Where the chain of the history does not hold."""
    broken = []
    previous, expected = BEGINNING, 1
    for row in reading.rows(queries.audit_entries()):
        header = EntryHeader(
            **{name: row[name] for name in EntryHeader.__dataclass_fields__ if name != "deed"},
            deed=Deed(row["deed"]),
        )
        payload_holds = (
            row["payload"] is None
            or payload_digest(row["salt"], row["payload"]) == header.payload_digest
        )
        if (
            header.sequence != expected
            or header.previous != previous
            or header.digest() != row["digest"]
            or not payload_holds
        ):
            broken.append(header.sequence)
        previous, expected = row["digest"], header.sequence + 1
    return broken


def _past(row: dict[str, Any], names: dict[RecordId, str]) -> PastEntry:
    payload = json.loads(row["payload"]) if row["payload"] else {}
    return PastEntry(
        sequence=row["sequence"],
        at=row["at"],
        person_name=names.get(row["person_id"], ""),
        verb=row["action"],
        deed=Deed(row["deed"]),
        record_id=row["record_id"],
        room=row["room"],
        before=payload.get("before"),
        after=payload.get("after"),
    )
