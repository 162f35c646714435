"""Verbs about the client: who they are, what they agreed to, and what keeps everyone safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from caseload.clients.client import Client, search_text
from caseload.clients.consent import Consent, newest, stands
from caseload.clients.safety import SafetyKind, SafetyLine
from caseload.errors import FieldsRefused, Refused
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.store import queries
from caseload.store.unit_of_work import Reading
from caseload.values.code_lists import codes
from caseload.values.identifiers import IdentifierProblem, read_nhs_number, read_postcode
from caseload.values.record import RecordId
from caseload.words import say

OLDEST = 120


@dataclass(frozen=True)
class FoundClient:
    """One hit of a search, enough to tell two people of one name apart."""

    client_id: RecordId
    name: str
    born_on: date | None


def checked(client: Client, today: date) -> Client:
    """The client with tidy identifiers and the search text made.

    Raises FieldsRefused with a sentence for each field that needs attention.
    """
    problems: dict[str, str] = {}
    given = client.given_name.strip()
    if not given:
        problems["given_name"] = say("clients.needs_name")
    if client.born_on is not None:
        if client.born_on >= today:
            problems["born_on"] = say("clients.born_in_future")
        elif today.year - client.born_on.year > OLDEST:
            problems["born_on"] = say("clients.born_too_long_ago")
    nhs_number = _read("nhs_number", client.nhs_number or "", read_nhs_number, problems) or None
    postcode = _read("postcode", client.postcode, read_postcode, problems)
    for field, listed in (("gender", "gender_identity"), ("ethnicity", "ethnic_category")):
        if getattr(client, field) not in codes(listed):
            problems[field] = say("clients.choose_from_list")
    if problems:
        raise FieldsRefused(problems)
    tidy = replace(
        client,
        given_name=given,
        family_name=client.family_name.strip(),
        nhs_number=nhs_number,
        postcode=postcode,
    )
    return replace(tidy, search_fold=search_text(tidy))


def _read(field: str, typed: str, reader: Callable[[str], str], problems: dict[str, str]) -> str:
    """The identifier as it is kept; what is wrong with it goes into ``problems``."""
    if not typed.strip():
        return ""
    try:
        return reader(typed)
    except IdentifierProblem as problem:
        problems[field] = problem.sentence
        return typed


class Clients:
    """What a person may do with clients' own records."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, client_id: RecordId) -> Client:
        """The client. Raises NotAllowed for a colleague's client, Refused where there is none."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            return reading.get(Client, client_id)

    def save(self, *, client: Client, origin: object | None = None) -> Client:
        """Save the client's details. Raises FieldsRefused, ChangedMeanwhile."""
        tidy = checked(client, self._desk.today())
        with self._desk.work(
            Action.WRITE_CLIENT, "clients.save", client_id=client.id, origin=origin
        ) as work:
            return work.change(tidy)

    def search(self, text: str, *, limit: int = 20) -> list[FoundClient]:
        """Clients by part of a name, NHS number or date of birth; those this person may read."""
        if not text.strip():
            return []
        with self._desk.reading() as reading:
            rows = reading.rows(queries.find_people(text, limit=limit))
        return [
            FoundClient(
                row["id"], f"{row['given_name']} {row['family_name']}".strip(), row["born_on"]
            )
            for row in rows
        ]

    def look_alikes(self, client: Client) -> list[Client]:
        """Clients who may be the same person: same NHS number, or same name and date of birth."""
        tidy = replace(client, search_fold=search_text(client))
        with self._desk.reading() as reading:
            found = {}
            if tidy.nhs_number:
                found = {c.id: c for c in reading.find(Client, nhs_number=tidy.nhs_number)}
            for row in reading.rows(queries.find_people(client.name, limit=20)):
                other = reading.get(Client, row["id"])
                if client.born_on is None or other.born_on in (None, client.born_on):
                    found[other.id] = other
        found.pop(client.id, None)
        return list(found.values())

    def consents(self, client_id: RecordId) -> list[Consent]:
        """Every answer the client has given, newest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            kept = reading.find(Consent, client_id=client_id)
        return sorted(kept, key=lambda c: (c.given_on, c.id), reverse=True)

    def record_consent(
        self,
        *,
        client_id: RecordId,
        purpose: str,
        given: bool,
        how: str,
        on: date | None = None,
        words: str = "",
        origin: object | None = None,
    ) -> Consent:
        """Write down an answer for one purpose. 'disclosure' needs the agreed words.

        Raises FieldsRefused.
        """
        day = on or self._desk.today()
        problems = {}
        if purpose not in codes("consent_purpose"):
            problems["purpose"] = say("clients.choose_from_list")
        if not how.strip():
            problems["how"] = say("clients.consent_how")
        if day > self._desk.today():
            problems["on"] = say("clients.consent_in_future")
        if purpose == "disclosure" and given and not words.strip():
            problems["words"] = say("clients.disclosure_words")
        if problems:
            raise FieldsRefused(problems)
        with self._desk.work(
            Action.WRITE_CLIENT, "clients.record_consent", client_id=client_id, origin=origin
        ) as work:
            return work.add(
                Consent(
                    client_id=client_id,
                    purpose=purpose,
                    given=given,
                    given_on=day,
                    how=how.strip(),
                    words=words.strip(),
                    recorded_by=self._desk.person.id,
                )
            )

    def withdraw_consent(
        self,
        *,
        client_id: RecordId,
        purpose: str,
        on: date | None = None,
        origin: object | None = None,
    ) -> Consent:
        """The client takes a consent back; from ``on`` nothing may rest on it."""
        day = on or self._desk.today()
        with self._desk.work(
            Action.WRITE_CLIENT, "clients.withdraw_consent", client_id=client_id, origin=origin
        ) as work:
            answer = newest(work.find(Consent, client_id=client_id), purpose, day)
            if answer is None or not answer.given or answer.withdrawn_on is not None:
                raise Refused(say("clients.nothing_to_withdraw"))
            return work.change(replace(answer, withdrawn_on=day))

    def safety_lines(self, client_id: RecordId) -> list[SafetyLine]:
        """The lines that stand today, risk first."""
        with self._desk.reading() as reading:
            return standing_lines(reading, client_id, self._desk.today())

    def add_safety_line(
        self,
        *,
        client_id: RecordId,
        kind: SafetyKind,
        words: str,
        no_message: bool = False,
        no_post: bool = False,
        origin: object | None = None,
    ) -> SafetyLine:
        """Put a risk, lone-working or safe-contact line in the client's header."""
        if not words.strip():
            raise FieldsRefused({"words": say("clients.safety_words")})
        with self._desk.work(
            Action.WRITE_CLIENT, "clients.add_safety_line", client_id=client_id, origin=origin
        ) as work:
            return work.add(
                SafetyLine(
                    client_id=client_id,
                    kind=kind,
                    words=words.strip(),
                    no_message=no_message,
                    no_post=no_post,
                    reviewed_on=self._desk.today(),
                    recorded_by=self._desk.person.id,
                )
            )

    def end_safety_line(self, *, line: SafetyLine, origin: object | None = None) -> SafetyLine:
        """The line no longer holds; it stays in the history."""
        with self._desk.work(
            Action.WRITE_CLIENT,
            "clients.end_safety_line",
            client_id=line.client_id,
            origin=origin,
        ) as work:
            return work.change(replace(line, ended_on=self._desk.today()))

    def review_safety_line(self, *, line: SafetyLine, origin: object | None = None) -> SafetyLine:
        """The line was looked at again today and still holds."""
        with self._desk.work(
            Action.WRITE_CLIENT,
            "clients.review_safety_line",
            client_id=line.client_id,
            origin=origin,
        ) as work:
            return work.change(replace(line, reviewed_on=self._desk.today()))


_KIND_ORDER = [SafetyKind.RISK, SafetyKind.LONE_WORKING, SafetyKind.SAFE_CONTACT]


def standing_lines(reading: Reading, client_id: RecordId, day: date) -> list[SafetyLine]:
    """The safety lines that stand on ``day``, risk first."""
    lines = [line for line in reading.find(SafetyLine, client_id=client_id) if line.stands_on(day)]
    return sorted(lines, key=lambda line: (_KIND_ORDER.index(line.kind), line.reviewed_on, line.id))


def consent_stands(reading: Reading, client_id: RecordId, purpose: str, day: date) -> bool:
    """Whether the client's consent for ``purpose`` stands on ``day``."""
    return stands(reading.find(Consent, client_id=client_id), purpose, day)
