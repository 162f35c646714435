"""Employers and how they are met: visits for clients, and the others that make up a good week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from caseload.demo.chance import Chance
from caseload.demo.diary import Diary, Order
from caseload.demo.made_up import made_up
from caseload.demo.story import Holder, Story
from caseload.employers import Employer, EmployerContact, week_of
from caseload.services.all_services import Services
from caseload.values.record import RecordId

RECENT = 180
"""Days; of the weeks before, fewer of the visits that were for nobody are told."""
MOST_A_DAY = 3
MOST_A_WEEK = 8
GOOD_WEEK = ((3, 15.0), (4, 25.0), (5, 30.0), (6, 25.0), (7, 5.0))


class VisitLog:
    """The engagement log of every specialist, and the employers in it."""

    def __init__(self, diary: Diary, chance: Chance) -> None:
        self._diary = diary
        self._chance = chance
        self._weeks: Counter[tuple[RecordId, date]] = Counter()
        self._days: Counter[tuple[RecordId, date]] = Counter()
        self._employers: dict[str, Employer] = {}
        kinds, others = made_up("work")["work"], made_up("work")["other_employer"]
        titles = [title for kind in kinds for title in kind["titles"]]
        self._entries = {
            entry["name"]: (entry, kind["titles"]) for kind in kinds for entry in kind["employers"]
        } | {entry["name"]: (entry, titles) for entry in others}

    def write_employers(self, specialists: Sequence[Holder]) -> None:
        """Each employer is entered in the first weeks by one of the specialists."""
        numbers = []
        for number, (name, (entry, _)) in enumerate(self._entries.items()):
            while (telephone := self._chance.between(500, 899)) in numbers:
                pass
            numbers.append(telephone)
            street = self._chance.pick(made_up("places")["streets"])
            employer = Employer(
                name=name,
                sector=entry["sector"],
                address=f"{self._chance.between(1, 90)} {street}, London",
                postcode=f"{entry['district']} {self._chance.between(1, 9)}ZZ",
                telephone=f"020 7946 0{telephone}",
                disability_confident=entry["confident"],
                known_person=entry["person"],
                known_person_role=entry["post"],
                notes=entry["about"],
            )
            self._employers[name] = employer
            self._diary.add(
                self._diary.calendar.open_day(self._diary.calendar.first),
                Order.RECEIVE,
                specialists[number % len(specialists)].person_id,
                _Saving(employer),
            )

    def employer(self, story: Story, *, other: int = 0) -> Employer:
        """The story's employer, or another: by turns one with such work, and any."""
        names = [entry["name"] for entry in story.plan.work["employers"]]
        if other == 2:
            everyone = list(self._entries)
            return self._employers[everyone[(story.plan.number * 7) % len(everyone)]]
        return self._employers[names[(names.index(story.employer["name"]) + other) % len(names)]]

    def employer_named(self, name: str) -> Employer:
        """An employer by its name."""
        return self._employers[name]

    def add(self, story: Story, contacts: Sequence[tuple[date, EmployerContact]]) -> None:
        """Contacts for one client; a day or week that is full already lets one pass."""
        for number, (day, contact) in enumerate(contacts):
            other = 0 if contact.purpose == "in_work" else number % 3
            employer = self.employer(story, other=other)
            whom = replace(contact, employer_id=employer.id, with_whom=employer.known_person)
            self._log(story.holder.person_id, day, whom)

    def fill_weeks(self, holder: Holder, chance: Chance) -> None:
        """The rest of each week: visits that are for no client yet, and a few calls."""
        calendar = self._diary.calendar
        monday = week_of(calendar.first)[0]
        while monday <= calendar.today:
            wanted = chance.pick_weighted(GOOD_WEEK)
            days = [
                day
                for day in (monday + timedelta(days=d) for d in range(5))
                if calendar.first < day <= calendar.today and calendar.open_day(day) == day
            ]
            if monday + timedelta(days=6) > calendar.today:
                wanted = min(wanted, len(days) + 1, 4)
            if monday < calendar.ago(RECENT):
                wanted //= 3
            missing = wanted - self._weeks[holder.person_id, monday]
            for _ in range(missing if days else 0):
                self._log(holder.person_id, chance.pick(days), self._for_nobody(chance))
            if days and monday >= calendar.ago(RECENT) and chance.yes(0.6):
                self._call(holder, chance.pick(days), chance)
            monday += timedelta(days=7)

    def _for_nobody(self, chance: Chance) -> EmployerContact:
        name = chance.pick(list(self._entries))
        entry, titles = self._entries[name]
        purpose = chance.pick_weighted(
            (("introduction", 30.0), ("learning", 40.0), ("vacancy", 20.0), ("job_carving", 10.0))
        )
        notes = chance.pick(made_up("notes")["visits"][purpose])
        return EmployerContact(
            employer_id=self._employers[name].id,
            person_id="",
            day=self._diary.calendar.today,
            purpose=purpose,
            with_whom=entry["person"],
            notes=notes.format(person=entry["person"], title=chance.pick(titles).lower()),
        )

    def _call(self, holder: Holder, day: date, chance: Chance) -> None:
        contact = self._for_nobody(chance)
        notes = chance.pick(made_up("notes")["visits"]["call"])
        call = replace(contact, day=day, medium="02", notes=notes.format(person=contact.with_whom))
        self._diary.add(day, Order.VISIT, holder.person_id, _Logging(call))

    def _log(self, person_id: RecordId, day: date, contact: EmployerContact) -> None:
        monday = week_of(day)[0]
        if contact.medium == "01":
            if (
                self._days[person_id, day] >= MOST_A_DAY
                or self._weeks[person_id, monday] >= MOST_A_WEEK
            ):
                return
            self._days[person_id, day] += 1
            self._weeks[person_id, monday] += 1
        self._diary.add(day, Order.VISIT, person_id, _Logging(replace(contact, day=day)))


class _Saving:
    def __init__(self, employer: Employer) -> None:
        self._employer = employer

    def __call__(self, services: Services) -> None:
        services.employers.save(employer=self._employer)


class _Logging:
    def __init__(self, contact: EmployerContact) -> None:
        self._contact = contact

    def __call__(self, services: Services) -> None:
        services.employers.record_contact(contact=self._contact)
