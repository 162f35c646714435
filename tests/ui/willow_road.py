"""The made-up caseload of Nadia Farouk at Willow Road, as a real week would leave it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal

from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind
from caseload.contacts.client_contact import ClientContact
from caseload.employers import Employer, EmployerContact
from caseload.jobs.job import Job
from caseload.referrals import Pathway
from caseload.services.all_services import Services
from caseload.services.contacts import Promise
from caseload.vocational_profiles import VocationalProfile


@dataclass(frozen=True)
class Person:
    """One client; days count back from today, ``due`` counts forward."""

    given: str
    family: str
    born: date
    gender: str
    contact: int | None
    action: str
    due: int
    profile: int | None = None
    visit: int | None = None
    reason: str = "profile"
    job: str = ""
    job_days: int = 0
    goal: str = ""
    notes: str = ""
    more: tuple[tuple[str, int], ...] = ()
    pathway: Pathway = Pathway.FINDING_WORK
    source: str = "N4"
    stepped_down: bool = False
    missed: tuple[int, ...] = ()
    safe_contact: str = ""
    may_text: bool = False
    consents: tuple[str, ...] = field(default=("service", "clinical_team", "employer"))


_B = date

PEOPLE = (
    Person("Leyla", "Şahin", _B(1988, 5, 2), "2", 6, "Send the shift pattern", -2, 48, 12,
           "interview", goal="Food packing, 20 hours, early shifts"),
    Person("Kwame", "Boateng", _B(1979, 9, 14), "1", 4, "Meet an employer", -3, 33, None,
           "job_search", goal="Warehouse work within a bus ride"),
    Person("Zainab", "Ali", _B(1995, 1, 30), "2", 21, "Write, outreach step 2", 0, 52, 19,
           "job_search", missed=(14, 7), may_text=True, goal="Part-time reception, school hours"),
    Person("Dana", "Petrescu", _B(1992, 3, 18), "2", 7, "Ring Brookside about a start date", 0,
           60, 9, "interview", goal="Garden or plant work, 16 to 24 hours, near the 207 bus",
           notes="Interview at Brookside went well. Worried about losing Universal Credit. "
           "Sleeping better.", more=(("Better-off sum for 16, 24 and 30 hours", 1),),
           safe_contact="Text first. No voicemail. Not before 10am.", may_text=True),
    Person("Tomasz", "Wójcik", _B(1984, 7, 8), "1", 6, "Weekly call", 0, 90, 15,
           "in_work_client", "Packer", 17, goal="Steady hours, days only"),
    Person("Carlos", "Mendes", _B(1970, 2, 11), "1", 12, "Apply, Westway Depot", 1, 70, 28,
           "application"),
    Person("Ifeoma", "Eze", _B(1999, 10, 21), "2", 2, "Day 3 call", 1, 80, 18, "in_work_client",
           "Care assistant", 2),
    Person("Rashid", "Karimi", _B(1990, 6, 6), "1", 3, "Practice interview", 1, 55, 16,
           "interview", goal="Library or bookshop, weekends"),
    Person("Siobhán", "Kelly", _B(1981, 12, 1), "2", 8, "Visit Acton Print", 1, 14),
    Person("Samuel", "Asante", _B(1976, 4, 27), "1", 9, "Confirm 13 weeks", 1, 150, 14,
           "in_work_client", "Kitchen porter", 89),
    Person("Nguyễn Thị", "Hạnh", _B(1985, 8, 15), "2", 6, "Visit Lotus Laundry", 2, 45, 11,
           "job_search"),
    Person("Ọlá", "Adeyẹmi", _B(1993, 11, 3), "2", 9, "Update CV with her", 2, 58, 22,
           "job_search"),
    Person("Parveen", "Akhtar", _B(1968, 3, 9), "2", 5, "Better-off talk", 2, 40, 13,
           "job_search"),
    Person("Mei-Ling", "Chan", _B(2001, 5, 25), "2", 2, "Meet an employer", 3, 26, None,
           "job_search", goal="Kitchen work near Acton"),
    Person("Yohannes", "Tesfaye", _B(1997, 7, 19), "1", 5, "Start the profile", 3),
    Person("Fatima", "Begum", _B(1989, 9, 29), "2", 4, "Ask for feedback", 3, 66, 17,
           "interview"),
    Person("Arjun", "Sethi", _B(2003, 2, 2), "1", 1, "Finish the profile", 6, 8),
    Person("Niamh", "O’Sullivan", _B(1974, 6, 16), "2", 3, "Meet with HR", 6, 20, None,
           "in_work_client", "School cook", 2300, pathway=Pathway.KEEPING_WORK, source="A1"),
    Person("Hannah", "Bright", _B(1998, 1, 7), "2", 0, "Second profile meeting", 6, 6),
    Person("Gareth", "Llewellyn", _B(1963, 10, 10), "1", 10, "Job carving talk", 7, 61, 20,
           "job_search"),
    Person("Oksana", "Kovalenko", _B(1980, 4, 4), "2", 11, "Monthly review", 8, 210, 10,
           "in_work_client", "Seamstress", 150),
    Person("Winston", "Grant", _B(1971, 8, 31), "1", 13, "Review hours", 9, 120, 12,
           "in_work_client", "Driver", 58),
    Person("Oluwaseun Abiodun", "Fitzgerald-Oyelaran Montgomery", _B(1987, 3, 3), "1", 20,
           "Ring about the new rota", 14, 260, 12, "in_work_client", "Night porter", 200,
           stepped_down=True),
    Person("Beatriz", "Carvalho", _B(1991, 12, 12), "2", 95, "Yearly review", 20, 300, 9,
           "in_work_client", "Florist", 240, stepped_down=True),
)  # fmt: skip

WAITING = (
    ("Arjun", "Mehta", _B(1996, 4, 2), "1", 12, "A1", "Dr Osman"),
    ("Lucy", "Marsh", _B(1983, 11, 11), "2", 7, "N4", "Ben Adler"),
    ("Dilnoza", "Rahimova", _B(2000, 8, 8), "2", 4, "B1", ""),
)

EMPLOYERS = (
    "Brookside Garden Centre", "Northway Foods", "Meridian Stores", "Hallam Library",
    "Acton Print", "Lotus Laundry",
)  # fmt: skip


def fill(services: Services, today: date) -> None:
    """Put everyone into the store through the same verbs that the window uses."""

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    employers = [services.employers.save(employer=Employer(name=name)).id for name in EMPLOYERS]
    for number, person in enumerate(PEOPLE):
        _take_on(services, person, employers[number % len(employers)], ago)
    for given, family, born, gender, days, source, referrer in WAITING:
        services.referrals.receive(
            client=Client(given_name=given, family_name=family, born_on=born, gender=gender),
            received_on=ago(days),
            source=source,
            referrer=referrer,
        )


def _take_on(
    services: Services, person: Person, employer_id: str, ago: Callable[[int], date]
) -> None:
    begun = (person.profile or 9) + 5
    referral = services.referrals.receive(
        client=Client(
            given_name=person.given,
            family_name=person.family,
            born_on=person.born,
            gender=person.gender,
            telephone="020 7946 0018",
            may_text=person.may_text,
            clinical_team="Talking Therapies",
        ),
        received_on=ago(begun + 6),
        source=person.source,
        pathway=person.pathway,
        safety=person.safe_contact,
        safety_kind=SafetyKind.SAFE_CONTACT,
    )
    client_id = referral.client_id
    services.allocation.accept(referral=referral, on=ago(begun))
    for purpose in person.consents:
        services.clients.record_consent(
            client_id=client_id, purpose=purpose, given=True, how="On paper", on=ago(begun)
        )
    if person.profile is not None:
        services.vocational_profiles.save(
            profile=VocationalProfile(
                client_id=client_id, started_on=ago(person.profile), goal=person.goal
            )
        )
    if person.visit is not None and person.profile is not None:
        services.employers.record_contact(
            contact=EmployerContact(
                employer_id=employer_id,
                person_id="",
                day=ago(person.profile - person.visit),
                client_ids=(client_id,),
            )
        )
    job = _in_a_job(services, person, client_id, employer_id, ago) if person.job else None
    _contacts(services, person, client_id, job.id if job else None, ago)
    if person.stepped_down:
        services.allocation.step_down(
            client_id=client_id, reason="Settled, asked for fewer calls", on=ago(30)
        )


def _in_a_job(
    services: Services,
    person: Person,
    client_id: str,
    employer_id: str,
    ago: Callable[[int], date],
) -> Job:
    started = ago(person.job_days)
    return services.jobs.start(
        job=Job(
            client_id=client_id,
            employer_id=employer_id,
            employer_name="",
            title=person.job,
            started_on=started,
            reported=person.pathway is Pathway.KEEPING_WORK,
        ),
        weekly_hours=Decimal(20),
        pay=Decimal("13.50"),
    )


def _contacts(
    services: Services,
    person: Person,
    client_id: str,
    job_id: str | None,
    ago: Callable[[int], date],
) -> None:
    if person.contact is not None:
        services.contacts.record(
            contact=ClientContact(
                client_id=client_id,
                person_id="",
                day=ago(person.contact),
                at=time(10, 30),
                reason=person.reason,
                place="Room 4",
                notes=person.notes or f"Met {person.given}. Agreed what comes next.",
                job_id=job_id,
            ),
            promises=[
                Promise(words, ago(-due)) for words, due in ((person.action, person.due),
                                                             *person.more)
            ],
        )  # fmt: skip
    for days in person.missed:
        services.contacts.record(
            contact=ClientContact(
                client_id=client_id,
                person_id="",
                day=ago(days),
                attendance="3",
                reason="engagement",
            )
        )
