"""Verbs about better-off: what the record already knows, and adding a calculation to it."""

from __future__ import annotations

from dataclasses import dataclass

from caseload.better_off.kept import KeptCalculation
from caseload.clients.client import Client
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.values.record import RecordId


@dataclass(frozen=True)
class KnownHousehold:
    """What the record knows before anything is typed: age in years, and the last inputs kept."""

    age: int | None
    last: KeptCalculation | None


class BetterOffCalculations:
    """What a person may do with better-off calculations."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def known(self, client_id: RecordId) -> KnownHousehold:
        """What to fill the page with."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.BETTER_OFF, reading, client_id)
            client = reading.get(Client, client_id)
            kept = reading.find(KeptCalculation, client_id=client_id)
        last = max(kept, key=lambda k: (k.made_on, k.id), default=None)
        return KnownHousehold(client.age_on(self._desk.today()), last)

    def keep(
        self,
        *,
        client_id: RecordId,
        inputs: str,
        result: str,
        rate_year: str,
        origin: object | None = None,
    ) -> KeptCalculation:
        """Add a calculation to the client's record, with inputs and result as JSON text."""
        with self._desk.work(
            Action.BETTER_OFF, "better_off.keep", client_id=client_id, origin=origin
        ) as work:
            return work.add(
                KeptCalculation(
                    client_id=client_id,
                    person_id=self._desk.person.id,
                    made_on=self._desk.today(),
                    inputs=inputs,
                    result=result,
                    rate_year=rate_year,
                )
            )

    def of_client(self, client_id: RecordId) -> list[KeptCalculation]:
        """The client's calculations, newest first."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.READ_CLIENT, reading, client_id)
            kept = reading.find(KeptCalculation, client_id=client_id)
        return sorted(kept, key=lambda k: (k.made_on, k.id), reverse=True)
