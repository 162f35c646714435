"""The timeline as words: what is shown under each filter, and one contact opened for reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from caseload.contacts.client_contact import ClientContact
from caseload.history import Deed
from caseload.services.client_page import ClientHeader
from caseload.services.timeline import EntryKind, TimelineEntry
from caseload.values.code_lists import label
from caseload.values.dates import clock_time, long_date
from caseload.words import say
from ui.client.view_model import ClientViewModel, Problems

FILTERS: dict[str, EntryKind | None] = {
    "all": None,
    "contacts": EntryKind.CONTACT,
    "employers": EntryKind.EMPLOYER,
    "changes": EntryKind.CHANGE,
}
"""The filters in their order; None is everything."""

SHOWN_AT_FIRST = 40


@dataclass(frozen=True)
class Earlier:
    """What stood in a contact before it was corrected."""

    when: str
    words: str


class TimelineViewModel:
    """Reads the timeline once a showing; filters and counts without reading again."""

    def __init__(self, model: ClientViewModel) -> None:
        self._model = model
        self._entries: list[TimelineEntry] = []
        self.filter = "all"
        self.most = SHOWN_AT_FIRST

    def read(self) -> None:
        """Read everything that happened."""
        self._entries = self._model.services.client_page.timeline(self._model.client_id)

    def counts(self) -> dict[str, int]:
        """How many entries each filter shows."""
        return {name: len(self._of(kind)) for name, kind in FILTERS.items()}

    def entries(self) -> list[TimelineEntry]:
        """The entries of the chosen filter, newest first, as many as asked for."""
        return self._of(FILTERS[self.filter])[: self.most]

    def left_out(self) -> int:
        """How many older entries are not shown yet."""
        return max(0, len(self._of(FILTERS[self.filter])) - self.most)

    def _of(self, kind: EntryKind | None) -> list[TimelineEntry]:
        return [e for e in self._entries if kind is None or e.kind is kind]

    # ---- one contact

    def contact(self, contact_id: str) -> ClientContact:
        """A contact to read. Raises what the service raises."""
        return self._model.services.contacts.get(contact_id)

    def facts(self, contact: ClientContact) -> list[tuple[str, str, str]]:
        """Key, name and answer of everything in a contact but the notes."""
        answers = {
            "day": long_date(contact.day),
            "at": clock_time(contact.at) if contact.at else "",
            "medium": label("consultation_medium", contact.medium),
            "attendance": label("attendance", contact.attendance),
            "reason": label("contact_reason", contact.reason),
            "place": contact.place,
            "minutes": ""
            if contact.minutes is None
            else say("client_timeline.minutes", count=contact.minutes),
        }
        return [
            (name, say(f"client_timeline.field.{name}"), answer)
            for name, answer in answers.items()
            if answer
        ]

    def earlier(self, contact: ClientContact) -> list[Earlier]:
        """What the notes said before each correction, the latest first."""
        found = []
        for entry in self._model.services.history.of_record(contact.id):
            if entry.deed is Deed.ADDED or not entry.before or not entry.after:
                continue
            changed = [name for name in _SHOWN if entry.before.get(name) != entry.after.get(name)]
            if not changed:
                continue
            when = say(
                "client_timeline.corrected",
                name=entry.person_name,
                day=long_date(entry.at.astimezone().date()),
            )
            told = " ".join(_before(name, entry.before) for name in changed)
            found.append(Earlier(when, self._model.text(told)))
        return found[::-1]

    def correct(
        self,
        contact: ClientContact,
        done: Any,
        refused: Any,
    ) -> None:
        """Put a contact right."""
        services, model = self._model.services, self._model
        model.do(
            lambda: services.contacts.correct(contact=contact, origin=model),
            done,
            refused,
            saying=say("client_timeline.was_corrected"),
        )

    def remove(self, contact: ClientContact, done: Any) -> None:
        """Take a contact recorded by mistake out of sight."""
        services, model = self._model.services, self._model
        model.do(
            lambda: services.contacts.hide(contact=contact, origin=model),
            done,
            saying=say("client_timeline.was_removed"),
        )

    @property
    def header(self) -> ClientHeader:
        """The client at a glance."""
        return self._model.header


_SHOWN = ("day", "at", "medium", "attendance", "reason", "place", "minutes", "notes")


def _before(name: str, before: dict[str, Any]) -> str:
    """One answer as it stood, in a sentence of its own."""
    value = before.get(name)
    if name in ("medium", "attendance", "reason"):
        lists = {"medium": "consultation_medium", "reason": "contact_reason"}
        value = label(lists.get(name, name), str(value))
    elif name == "day" and value:
        value = long_date(date.fromisoformat(str(value)))
    elif name == "at" and value:
        value = clock_time(time.fromisoformat(str(value)))
    return say(
        "client_timeline.before",
        field=say(f"client_timeline.field.{name}"),
        answer=value or say("client_timeline.empty"),
    )


def minutes_of(text: str, problems: Problems) -> int | None:
    """Minutes typed; a sentence goes to ``problems`` where they are no number."""
    if not text.strip():
        return None
    try:
        return int(text)
    except ValueError:
        problems["minutes"] = say("contacts.minutes_range")
        return None
