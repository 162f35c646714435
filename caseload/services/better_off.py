"""Verbs about better-off: what the record already knows, and adding a calculation to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.better_off.kept import KeptCalculation
from caseload.better_off.rate_book import Rates
from caseload.clients.client import Client
from caseload.jobs.job import Job, JobTerms, terms_on
from caseload.people.roles import Action
from caseload.services.desk import Desk
from caseload.services.rates import rate_book
from caseload.store.unit_of_work import Reading
from caseload.values.record import RecordId


@dataclass(frozen=True)
class KnownHousehold:
    """What the record knows before anything is typed: age in years, and the last inputs kept.

    ``work_now`` has the hours and pay of each job that the client is in today.
    """

    client: Client
    age: int | None
    last: KeptCalculation | None
    work_now: tuple[JobTerms, ...]


class BetterOffCalculations:
    """What a person may do with better-off calculations."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rates(self) -> Rates:
        """The yearly rates of the tax year of today. Raises RatesRefused where there are none."""
        return rate_book().year_of(self._desk.today())

    def known(self, client_id: RecordId) -> KnownHousehold:
        """What to fill the page with."""
        with self._desk.reading() as reading:
            self._desk.allow(Action.BETTER_OFF, reading, client_id)
            client = reading.get(Client, client_id)
            kept = reading.find(KeptCalculation, client_id=client_id)
            work_now = _work_on(reading, client_id, self._desk.today())
        last = max(kept, key=lambda k: (k.made_on, k.id), default=None)
        return KnownHousehold(client, client.age_on(self._desk.today()), last, work_now)

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


def _work_on(reading: Reading, client_id: RecordId, day: date) -> tuple[JobTerms, ...]:
    jobs = [job for job in reading.find(Job, client_id=client_id) if job.in_work_on(day)]
    terms = reading.find(JobTerms, client_id=client_id)
    found = (terms_on((t for t in terms if t.job_id == job.id), day) for job in jobs)
    return tuple(each for each in found if each is not None)
