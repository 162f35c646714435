"""The main job, done once from end to end: one client from referral to work and support in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from caseload.better_off.household import Adult, Health, Household, Housing, Offer, Tenure
from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind
from caseload.contacts.client_contact import ClientContact
from caseload.contacts.next_action import Promiser
from caseload.demo.diary import Diary, Do, Order
from caseload.demo.later import Later
from caseload.demo.made_up import made_up
from caseload.demo.money import NEW_HEALTH_ELEMENT, keep_calculation
from caseload.demo.rates_on_file import least_an_hour
from caseload.demo.story import Holder
from caseload.employers import Employer, EmployerContact
from caseload.jobs.job import Job
from caseload.referrals import Referral
from caseload.services.all_services import Services
from caseload.services.contacts import Promise
from caseload.values.record import RecordId
from caseload.vocational_profiles import VocationalProfile

AFTERNOON = time(15)
BIRTHDAY = (3, 18)


@dataclass
class MainJob:
    """The client of ``main_job.toml`` and her employer. The last fields fill as it happens."""

    diary: Diary
    holder: Holder
    entered_by: RecordId
    employer: Employer
    script: dict[str, Any] = field(default_factory=lambda: made_up("main_job"))
    client: Client = field(init=False)
    referral: Later[Referral] = field(default_factory=Later)
    profile: Later[VocationalProfile] = field(default_factory=Later)
    job: Later[Job] = field(default_factory=Later)
    letter_id: RecordId | None = None

    def __post_init__(self) -> None:
        """Her age is always the same on the day that the service is shown."""
        fields = dict(self.script["client"])
        age = fields.pop("age")
        today = self.diary.calendar.today
        year = today.year - age - ((today.month, today.day) < BIRTHDAY)
        self.client = Client(born_on=date(year, *BIRTHDAY), **fields)

    def tell(self) -> None:
        """Everything from the referral to the third week in work, as steps in the diary."""
        self._arrive()
        self._write_profile()
        self._into_work()
        for entry in self.script["contact"]:
            self._contact(entry)
        for entry in self.script["visit"]:
            self._visit(entry)
        self._work_out()

    @property
    def starts(self) -> date:
        """The first day of the job."""
        return self.diary.calendar.monday(self.diary.calendar.ago(self.script["starts_ago"]))

    def _day(self, name: str) -> date:
        return self.diary.calendar.open_day_before(self.diary.calendar.ago(self.script[name]))

    def _day_of(self, entry: dict[str, Any]) -> date:
        if "after" in entry:
            day = self.starts + timedelta(days=entry["after"])
        else:
            day = self.diary.calendar.ago(entry["ago"])
        return self.diary.calendar.open_day_before(day)

    def _step(self, day: date, order: Order, do: Do, *, by: RecordId = "") -> None:
        self.diary.add(day, order, by or self.holder.person_id, do)

    def _arrive(self) -> None:
        script, client_id = self.script, self.client.id

        def receive(services: Services) -> None:
            received = services.referrals.receive(
                client=self.client,
                received_on=self._day("received_ago"),
                source=script["source"],
                referrer=script["referrer"],
            )
            self.referral.happened(received)

        def accept(services: Services) -> None:
            services.allocation.accept(referral=self.referral.now())

        def agree(services: Services) -> None:
            for purpose in (*script["agreed"], "dwp"):
                services.clients.record_consent(
                    client_id=client_id,
                    purpose=purpose,
                    given=purpose != "dwp",
                    how=script["how"],
                )
            services.clients.add_safety_line(
                client_id=client_id,
                kind=SafetyKind.SAFE_CONTACT,
                words=script["safe_contact"],
                no_message=True,
            )

        def disclose(services: Services) -> None:
            services.clients.record_consent(
                client_id=client_id,
                purpose="disclosure",
                given=True,
                how=script["how"],
                words=script["agreed_words"],
            )

        self._step(self._day("received_ago"), Order.RECEIVE, receive, by=self.entered_by)
        self._step(self._day("accepted_ago"), Order.ACCEPT, accept)
        self._step(self._day("agreed_ago"), Order.AGREE, agree)
        self._step(self._day("sum_ago"), Order.AGREE, disclose)

    def _write_profile(self) -> None:
        answers: dict[str, Any] = {
            name: Decimal(value) if name.startswith(("hours", "pay")) else value
            for name, value in (self.script["profile"] | self.script["signed_profile"]).items()
        }
        first = {name: answers[name] for name in self.script["profile"]}
        begun = VocationalProfile(
            client_id=self.client.id, started_on=self._day("profile_ago"), **first
        )

        def begin(services: Services) -> None:
            self.profile.happened(services.vocational_profiles.save(profile=begun))

        def finish(services: Services) -> None:
            signed = replace(self.profile.now(), signed_on=self._day("signed_ago"), **answers)
            self.profile.happened(services.vocational_profiles.save(profile=signed))

        self._step(self._day("profile_ago"), Order.PROFILE, begin)
        self._step(self._day("signed_ago"), Order.PROFILE, finish)

    def _work_out(self) -> None:
        day = self._day("sum_ago")
        health = Health.LCWRA_NEW if day >= NEW_HEALTH_ELEMENT else Health.LCWRA
        household = Household(
            claimant=Adult(self.client.age_on(day) or 0, health=health),
            housing=Housing(Tenure.SOCIAL_RENT, Decimal(self.script["rent"])),
            in_greater_london=True,
        )
        offers = [
            Offer(Decimal(hours), least_an_hour(None, day), employer=self.employer.name)
            for hours in self.script["hours"]
        ]

        def work_out(services: Services) -> None:
            self.letter_id = keep_calculation(
                services, self.client.id, household, offers, day, letter=True
            )

        self._step(day, Order.PAPER, work_out)

    def _into_work(self) -> None:
        job = Job(
            client_id=self.client.id,
            employer_id=self.employer.id,
            employer_name="",
            title=self.script["title"],
            started_on=self.starts,
            sector=self.employer.sector,
        )

        def begin(services: Services) -> None:
            hours = Decimal(self.script["hours"][0])
            started = services.jobs.start(
                job=job, weekly_hours=hours, pay=least_an_hour(None, self.starts)
            )
            self.job.happened(started)

        def confirm(services: Services) -> None:
            self.job.happened(services.jobs.confirm_four_hours(job=self.job.now()))

        open_day_before = self.diary.calendar.open_day_before
        self._step(open_day_before(self.starts - timedelta(days=6)), Order.JOB, begin)
        self._step(open_day_before(self.starts + timedelta(days=2)), Order.JOB, confirm)

    def _visit(self, entry: dict[str, Any]) -> None:
        day = self._day_of(entry)
        contact = EmployerContact(
            employer_id=self.employer.id,
            person_id="",
            day=day,
            purpose=entry["purpose"],
            with_whom=self.employer.known_person,
            client_ids=(self.client.id,),
            notes=entry["notes"],
        )
        self._step(day, Order.VISIT, lambda s: s.employers.record_contact(contact=contact))

    def _contact(self, entry: dict[str, Any]) -> None:
        day = self._day_of(entry)
        in_person = entry.get("medium", "01") == "01"

        def record(services: Services) -> None:
            kept = services.contacts.promises(self.client.id, open_only=True)
            job = self.job.so_far
            services.contacts.record(
                contact=ClientContact(
                    client_id=self.client.id,
                    person_id="",
                    day=day,
                    at=AFTERNOON,
                    medium=entry.get("medium", "01"),
                    reason=entry["reason"],
                    place=self.holder.room if in_person else "",
                    minutes=40 if in_person else 10,
                    notes=entry["notes"],
                    job_id=job.id if job else None,
                ),
                promises=[self._promise(promise, day) for promise in entry["promises"]],
                done=[action.id for action in kept],
            )

        self._step(day, Order.CONTACT, record)

    def _promise(self, promise: dict[str, Any], day: date) -> Promise:
        if "due" in promise:
            due = self.diary.calendar.today + timedelta(days=promise["due"])
        else:
            due = day + timedelta(days=promise["in"])
        return Promise(
            promise["words"], due, Promiser.CLIENT if promise.get("client") else Promiser.STAFF
        )
