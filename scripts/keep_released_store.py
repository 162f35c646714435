"""Make the small filled store that is kept in tests/released for a released revision.

``python scripts/keep_released_store.py`` writes ``tests/released/REVISION`` for this program's
revision. Run it once, when a revision is released; later programs must open what it made.
"""

from __future__ import annotations

import json
import shutil
import sys
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from caseload.app import NewPerson, create_store, unlock
from caseload.appointments import Appointment
from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind
from caseload.contacts.client_contact import ClientContact
from caseload.employers import Employer, EmployerContact
from caseload.jobs.job import Job
from caseload.people.person import Role
from caseload.services.contacts import Promise
from caseload.store.migrating import head
from caseload.store.records import TABLES

PASSPHRASE = "ginger kettle roof tulip"  # noqa: S105 - made up, for a made-up store
DAY = date(2026, 11, 24)


def now() -> datetime:
    """The moment at which everything in the kept store was written."""
    return datetime(DAY.year, DAY.month, DAY.day, 14, 41, tzinfo=UTC)


def main() -> None:
    """Make the store, fill every table, and write down what is in it."""
    folder = Path(__file__).resolve().parent.parent / "tests" / "released" / head()
    shutil.rmtree(folder, ignore_errors=True)
    created = create_store(
        folder / "store",
        service_name="Willow Road",
        people=[NewPerson("Nadia Farouk", Role.LEAD)],
        passphrase=PASSPHRASE,
        first_day=date(2026, 4, 1),
        now=now(),
    )
    session = unlock(folder / "store", person_id=created.person_id, passphrase=PASSPHRASE, now=now)
    services = session.services
    referral = services.referrals.receive(
        client=Client(
            given_name="Hạnh",
            family_name="Nguyễn",
            born_on=date(1992, 3, 15),
            nhs_number="9990000018",
            gender="2",
        ),
        received_on=DAY - timedelta(days=60),
        source="A1",
        safety="Text first",
        safety_kind=SafetyKind.SAFE_CONTACT,
    )
    who = referral.client_id
    services.referrals.receive(
        client=Client(given_name="Arjun", family_name="Mehta"), received_on=DAY, source="B1"
    )
    services.allocation.accept(referral=referral, on=DAY - timedelta(days=58))
    services.clients.record_consent(client_id=who, purpose="employer", given=True, how="On paper")
    services.vocational_profiles.start(client_id=who, on=DAY - timedelta(days=50))
    services.contacts.record(
        contact=ClientContact(client_id=who, person_id="", day=DAY, notes="Likes plants"),
        promises=[Promise("Ring Brookside", DAY + timedelta(days=2))],
    )
    services.appointments.book(
        appointment=Appointment(
            client_id=who, person_id="", day=DAY + timedelta(days=1), starts_at=time(15, 0)
        )
    )
    employer = services.employers.save(employer=Employer(name="Brookside Garden Centre"))
    services.employers.record_contact(
        contact=EmployerContact(employer_id=employer.id, person_id="", day=DAY, client_ids=(who,))
    )
    services.jobs.start(
        job=Job(
            client_id=who,
            employer_id=employer.id,
            employer_name="",
            title="Garden assistant",
            started_on=DAY - timedelta(days=14),
        ),
        weekly_hours=Decimal(16),
        pay=Decimal("12.71"),
    )
    kept = services.better_off.keep(client_id=who, inputs="{}", result="{}", rate_year="2026/27")
    services.letters.file(
        client_id=who, title="Your money", pdf=b"%PDF-1.7 kept", calculation_id=kept.id
    )
    services.drafts.keep(form="record_contact", subject_id=who, content={"notes": "Half"})
    with session.store.reading() as reading:
        counts = {kind.__name__: reading.count(kind) for kind in TABLES}
    session.lock()
    for left in ("lock", "attempts.json", "keyslots.json.previous"):
        (folder / "store" / left).unlink(missing_ok=True)
    facts = {"person_id": created.person_id, "passphrase": PASSPHRASE, "counts": counts}
    (folder / "facts.json").write_text(json.dumps(facts, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
