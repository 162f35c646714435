"""One unit of work: all of a verb's changes, their history, and one commit or none."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from caseload.changes import Changed
from caseload.errors import ChangedMeanwhile, Refused, StoreTrouble
from caseload.history import BEGINNING, Deed, EntryHeader, canonical, payload_digest
from caseload.store import tables, triggers
from caseload.store.records import TABLES, to_plain, to_record, to_row
from caseload.values.record import Record, RecordId, new_id
from caseload.words import say

R = TypeVar("R", bound=Record)

CLOCK_SLACK = timedelta(minutes=2)


class Reading:
    """Reads of one moment. Hidden records are left out unless asked for by id."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find_one(self, kind: type[R], record_id: RecordId) -> R | None:
        """The record with this id, hidden or not; None where there is none."""
        table = TABLES[kind]
        row = (
            self.connection.execute(select(table).where(table.c.id == record_id)).mappings().first()
        )
        return None if row is None else to_record(kind, row)

    def get(self, kind: type[R], record_id: RecordId) -> R:
        """The record with this id. Raises Refused where it has gone."""
        found = self.find_one(kind, record_id)
        if found is None:
            raise Refused(say("store.record_gone"))
        return found

    def find(self, kind: type[R], *, include_hidden: bool = False, **equals: Any) -> list[R]:
        """Records whose fields equal what is given; a list, tuple or set means 'one of these'."""
        rows = self.connection.execute(_where(kind, equals, include_hidden)).mappings()
        return [to_record(kind, row) for row in rows]

    def count(self, kind: type[Record], **equals: Any) -> int:
        """How many records ``find`` would give."""
        inner = _where(kind, equals, include_hidden=False).subquery()
        return self.connection.execute(select(func.count()).select_from(inner)).scalar_one()

    def rows(self, query: Select[Any]) -> list[dict[str, Any]]:
        """The rows of a query written in ``store.queries``."""
        return [dict(row) for row in self.connection.execute(query).mappings()]


def _where(kind: type[Record], equals: dict[str, Any], include_hidden: bool) -> Select[Any]:
    table = TABLES[kind]
    query = select(table)
    if not include_hidden:
        query = query.where(table.c.hidden.is_(False))
    for name, value in equals.items():
        column = table.c[name]
        if value is None:
            query = query.where(column.is_(None))
        elif isinstance(value, (list, tuple, set, frozenset)):
            query = query.where(column.in_(list(value)))
        else:
            query = query.where(column == value)
    return query


class Work(Reading):
    """The changes of one verb. Nothing stands until the store commits it."""

    def __init__(
        self,
        connection: Connection,
        *,
        person_id: RecordId,
        action: str,
        service_id: RecordId,
        now: datetime,
    ) -> None:
        super().__init__(connection)
        self._person_id = person_id
        self._action = action
        self._service_id = service_id
        self.change_id = new_id()
        self._rooms: set[str] = set()
        self._ids: set[RecordId] = set()
        self._begin_history(now)

    def _begin_history(self, now: datetime) -> None:
        entry = tables.audit_entry
        last = self.connection.execute(
            select(entry.c.sequence, entry.c.at, entry.c.digest)
            .order_by(entry.c.sequence.desc())
            .limit(1)
        ).first()
        self._now = now.astimezone(UTC)
        self._sequence = last.sequence if last else 0
        self._previous = last.digest if last else BEGINNING
        self._clock_suspect = bool(last and self._now < last.at - CLOCK_SLACK)

    def add(self, record: R) -> R:
        """Keep a new record."""
        kept = replace(record, service_id=self._service_id, version=1)
        self._execute(insert(TABLES[type(record)]), to_row(kept))
        self._write_down(Deed.ADDED, kept, {"after": to_plain(kept)})
        return kept

    def change(self, record: R, *, deed: Deed = Deed.CHANGED) -> R:
        """Save a record that was read before; ``record.version`` is the version that was read.

        Raises ChangedMeanwhile where somebody has saved it since.
        """
        before = self.get(type(record), record.id)
        if before.version != record.version:
            raise ChangedMeanwhile(say("store.changed_meanwhile"))
        if before == record:
            return record
        kept = replace(record, version=record.version + 1)
        table = TABLES[type(record)]
        self._execute(
            update(table)
            .where(table.c.id == record.id, table.c.version == record.version)
            .values(to_row(kept))
        )
        self._write_down(deed, kept, {"before": to_plain(before), "after": to_plain(kept)})
        return kept

    def hide(self, record: R) -> R:
        """Take a record out of sight; it stays in the history and can be put back."""
        return self.change(replace(record, hidden=True), deed=Deed.HIDDEN)

    def note(self, deed: Deed, record: Record, **facts: Any) -> None:
        """Write down that a record was read, printed or exported."""
        self._write_down(deed, record, {"facts": facts}, touches=False)

    def keep_draft(self, row: dict[str, Any]) -> None:
        """Put a draft in place of what the same person had typed in the same form before."""
        self.drop_draft(row["person_id"], row["form"], row["subject_id"])
        self._execute(insert(tables.draft), row)

    def drop_draft(self, person_id: RecordId, form: str, subject_id: RecordId) -> None:
        """Forget a draft."""
        table = tables.draft
        self._execute(
            delete(table).where(
                table.c.person_id == person_id,
                table.c.form == form,
                table.c.subject_id == subject_id,
            )
        )

    def changed(self, origin: object | None) -> Changed | None:
        """What this work touched; None where it touched nothing that a page shows."""
        if not self._ids:
            return None
        return Changed(frozenset(self._rooms), frozenset(self._ids), origin)

    def _write_down(
        self, deed: Deed, record: Record, payload: dict[str, Any], *, touches: bool = True
    ) -> None:
        room = TABLES[type(record)].name
        text = canonical(payload).decode()
        salt = secrets.token_bytes(16)
        self._sequence += 1
        header = EntryHeader(
            sequence=self._sequence,
            at=self._now,
            clock_suspect=self._clock_suspect,
            person_id=self._person_id,
            action=self._action,
            change_id=self.change_id,
            deed=deed,
            room=room,
            record_id=record.id,
            record_version=record.version,
            payload_digest=payload_digest(salt, text),
            previous=self._previous,
        )
        self._previous = header.digest()
        row = {name: getattr(header, name) for name in header.__dataclass_fields__}
        row |= {"deed": deed.value, "digest": self._previous}
        self._execute(insert(tables.audit_entry), row)
        payload_row = {"sequence": header.sequence, "salt": salt, "payload": text}
        self._execute(insert(tables.audit_payload), payload_row)
        if touches:
            self._rooms.add(room)
            self._ids.add(record.id)
            client_id = getattr(record, "client_id", None)
            if client_id:
                self._ids.add(client_id)

    def _execute(self, statement: Any, row: dict[str, Any] | None = None) -> Any:
        """``row`` beside the statement, not in it, is bound much quicker."""
        try:
            return self.connection.execute(statement, row)
        except DBAPIError as trouble:
            raise said(trouble) from None


def said(trouble: DBAPIError) -> Refused | StoreTrouble:
    """The sentence for what the database refused. The cause is left out: it may hold names."""
    message = str(trouble.orig)
    if isinstance(trouble, IntegrityError):
        for mark, key in _REFUSALS.items():
            if mark in message:
                return Refused(say(key))
        return Refused(say("store.rule_broken"))
    if "full" in message:
        return StoreTrouble(say("store.disk_full"))
    if "locked" in message or "busy" in message:
        return StoreTrouble(say("store.busy"))
    if "readonly" in message or "read-only" in message:
        return StoreTrouble(say("store.not_writable"))
    if "malformed" in message or "not a database" in message:
        return StoreTrouble(say("store.damaged"))
    if "disk I/O" in message or "unable to open" in message:
        return StoreTrouble(say("store.disk_refuses"))
    return StoreTrouble(say("store.cannot_save"))


_REFUSALS = {
    triggers.CAP_MARK: "store.cap_refused",
    triggers.REPORTED_MARK: "store.reported_refused",
    triggers.KEPT_MARK: "store.kept_for_ever",
    "client.nhs_number": "store.nhs_number_taken",
    "caseload_place.client_id": "store.already_placed",
    "vocational_profile.client_id": "store.profile_exists",
}
