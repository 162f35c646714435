"""Half-written forms, kept in the encrypted store within seconds and given back after a lock."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from caseload.drafts import Draft
from caseload.services.desk import Desk
from caseload.store import queries
from caseload.values.record import RecordId


class Drafts:
    """This person's own drafts; nobody else sees them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, *, form: str, subject_id: RecordId = "", content: dict[str, Any]) -> datetime:
        """Put what is typed now in place of what was typed before; gives when it was kept."""
        now = self._desk.now()
        with self._work() as work:
            work.keep_draft(
                {
                    "person_id": self._desk.person.id,
                    "form": form,
                    "subject_id": subject_id,
                    "content": json.dumps(content, ensure_ascii=False),
                    "saved_at": now,
                }
            )
        return now

    def get(self, *, form: str, subject_id: RecordId = "") -> dict[str, Any] | None:
        """What was typed and not saved; None where there is nothing."""
        with self._desk.reading() as reading:
            rows = reading.rows(queries.draft(self._desk.person.id, form, subject_id))
        if not rows:
            return None
        content: dict[str, Any] = json.loads(rows[0]["content"])
        return content

    def drop(self, *, form: str, subject_id: RecordId = "") -> None:
        """Forget a draft: it was saved, or thrown away on purpose."""
        with self._work() as work:
            work.drop_draft(self._desk.person.id, form, subject_id)

    def all(self) -> list[Draft]:
        """Every draft of this person, newest first."""
        with self._desk.reading() as reading:
            rows = reading.rows(queries.drafts_of(self._desk.person.id))
        return [Draft(**row) for row in rows]

    def _work(self) -> Any:
        return self._desk.store.work(
            person_id=self._desk.person.id, action="drafts.keep", now=self._desk.now()
        )
