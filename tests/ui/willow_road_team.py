"""Colleagues of Nadia Farouk, and what she and they did with employers, for richer pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from caseload.app import Session
from caseload.employers import EmployerContact
from caseload.people.person import Person, Role
from caseload.services.all_services import Services
from caseload.services.desk import Desk

TEAM = (
    ("Martin Doyle", Role.LEAD, 100),
    ("Tom Ashworth", Role.SPECIALIST, 100),
    ("Priya Raman", Role.SPECIALIST, 60),
    ("Ellen Marsh", Role.ADMINISTRATOR, 100),
)

BROOKSIDE = (
    (0, "02", "vacancy", "Joan Pryce", "Joan can start Dana on 30 November, 16 hours.", "Nadia"),
    (11, "01", "vacancy", "Joan Pryce", "Two vacancies, 16 or 24 hours, in plants.", "Nadia"),
    (26, "01", "learning", "Ravi Nair", "Learnt the business. Likes a two-week trial.", "Nadia"),
    (257, "02", "introduction", "", "No vacancies then. Asked us to try in the autumn.", "Tom"),
)
"""Days ago, medium, purpose, with whom, notes, and whose contact it was."""


def add_team(session: Session) -> dict[str, Person]:
    """Put the colleagues into a store; none of them has a key yet."""
    people = session.services.people
    added = {
        name: people.add_person(name=name, role=role, share=share) for name, role, share in TEAM
    }
    return {"Nadia Farouk": session.person, **added}


def services_of(session: Session, name: str) -> Services:
    """The services as a colleague would have them; asking needs no key."""
    people = {m.person.name: m.person for m in session.services.people.team()}
    return Services(Desk(session.store, people[name], alone=False, now=session.desk.now))


def history(session: Session) -> str:
    """The history of Brookside Garden Centre, with what Dana agreed; gives the employer's id."""
    mine, toms = session.services, services_of(session, "Tom Ashworth")
    today = session.desk.today()
    brookside = mine.employers.listing("Brookside")[0].employer
    kept = mine.employers.save(
        employer=replace(
            brookside,
            sector="G",
            address="Horn Lane, Acton",
            postcode="W3 6NS",
            telephone="020 7946 0177",
            disability_confident="1",
            known_person="Joan Pryce",
            known_person_role="manager, best before 10am",
            notes="Deliveries on Tuesdays. Come before noon.",
        )
    )
    dana = next(
        row.client_id for row in mine.caseload_list.page().rows if row.name == "Dana Petrescu"
    )
    agree(mine, dana, today)
    for days, medium, purpose, met, notes, who in BROOKSIDE:
        services = mine if who == "Nadia" else toms
        services.employers.record_contact(
            contact=EmployerContact(
                employer_id=kept.id,
                person_id="",
                day=today - timedelta(days=days),
                medium=medium,
                purpose=purpose,
                with_whom=met,
                client_ids=(dana,) if days < 20 else (),
                notes=notes,
            )
        )
    return kept.id


def agree(services: Services, client_id: str, today: date) -> None:
    """What Dana agreed may be told to an employer, word for word."""
    services.clients.record_consent(
        client_id=client_id,
        purpose="disclosure",
        given=True,
        how="In person",
        on=today - timedelta(days=28),
        words="Dana works best with a short break every two hours.",
    )
