"""From the referral to the vocational profile: how each client's story begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from caseload.clients.safety import SafetyKind
from caseload.demo.diary import Order
from caseload.demo.made_up import made_up
from caseload.demo.plan import Way
from caseload.demo.story import Story
from caseload.referrals import Pathway
from caseload.services.all_services import Services
from caseload.values.record import RecordId
from caseload.vocational_profiles import VocationalProfile

KEEPING = (Way.KEEPING_WORK, Way.KEPT_WORK)
DECLINES = (("client_choice", 80.0), ("out_of_area", 8.0), ("not_eligible", 8.0), ("error", 4.0))


def refer(story: Story, *, by: RecordId) -> None:
    """The referral comes in and is written down, with a safety line where the referrer gave one."""
    plan = story.plan
    client = replace(
        plan.somebody.client, gp_surgery=plan.gp_surgery, clinical_team=plan.clinical_team
    )
    kind = story.chance.pick_weighted(
        ((None, 78.0), ("safe_contact", 14.0), ("risk", 5.0), ("lone_working", 3.0))
    )
    safety = story.chance.pick(made_up("life")["safety"][kind]) if kind else ""

    def receive(services: Services) -> None:
        received = services.referrals.receive(
            client=client,
            received_on=plan.received,
            source=plan.source,
            referrer=plan.referrer,
            pathway=Pathway.KEEPING_WORK if plan.way in KEEPING else Pathway.FINDING_WORK,
            safety=safety,
            safety_kind=SafetyKind(kind or SafetyKind.RISK),
        )
        story.referral.happened(received)

    story.step(plan.received, Order.RECEIVE, receive, by=by)


def decline(story: Story) -> None:
    """The client says no, or a fact stands against it; nobody is judged not to be ready."""
    reason = story.chance.pick_weighted(DECLINES)
    day = story.calendar.open_day(story.plan.received + timedelta(days=story.chance.between(2, 20)))

    def say_no(services: Services) -> None:
        services.referrals.decline(referral=story.referral.now(), reason=reason)

    story.step(day, Order.END, say_no)


def accept(story: Story, on: date) -> None:
    """The holder takes the client on; consents are asked in the first days."""

    def take_on(services: Services) -> None:
        services.allocation.accept(referral=story.referral.now())

    story.step(on, Order.ACCEPT, take_on)
    asked = story.calendar.open_day(on + timedelta(days=story.chance.between(2, 6)))
    if asked > story.calendar.today:
        return
    how = story.chance.pick(made_up("life")["how"])
    given = {
        "service": True,
        "clinical_team" if story.plan.clinical_team else "gp": story.chance.yes(0.85),
        "employer": story.chance.yes(0.97),
        "letter": story.chance.yes(0.6),
        "dwp": story.chance.yes(0.2),
    }
    for purpose, answer in given.items():
        if purpose == "letter" and (story.long_ago or not answer):
            continue
        _consent(story, asked, purpose, given=answer, how=how)
    if given["employer"]:
        story.employers_agreed = asked
        _disclosure(story, asked, how)
        _change_of_mind(story, asked)


def _disclosure(story: Story, asked: date, how: str) -> None:
    """What an employer may be told about the condition, word for word, if the client agrees."""
    if not story.chance.yes(0.4):
        return
    words = story.fill(story.chance.pick(made_up("life")["agreed_words"]))
    day = story.calendar.open_day(asked + timedelta(days=story.chance.between(7, 30)))
    _consent(story, day, "disclosure", given=True, how=how, words=words)


def _change_of_mind(story: Story, asked: date) -> None:
    """A few take back that employers may be contacted."""
    if not story.chance.yes(0.03):
        return
    day = story.calendar.open_day(asked + timedelta(days=story.chance.between(40, 90)))
    story.employers_withdrawn = day
    story.step(
        day,
        Order.AGREE,
        lambda services: services.clients.withdraw_consent(
            client_id=story.client_id, purpose="employer"
        ),
    )


def _consent(
    story: Story, day: date, purpose: str, *, given: bool, how: str, words: str = ""
) -> None:
    story.step(
        day,
        Order.AGREE,
        lambda services: services.clients.record_consent(
            client_id=story.client_id, purpose=purpose, given=given, how=how, words=words
        ),
    )


def first_meetings(story: Story, accepted: date) -> None:
    """Getting to know each other; sometimes it takes more than one try."""
    day = accepted + timedelta(days=story.chance.between(1, 4))
    if story.chance.yes(0.2):
        story.meet(day, "engagement", attendance="3", promise=_promise(story, "engagement"))
        day += timedelta(days=story.chance.between(2, 4))
    story.meet(day, "first_contact", promise=_promise(story, "engagement"))


def write_profile(story: Story, accepted: date) -> date:
    """The vocational profile is started, written together and signed; the day that it started."""
    started = story.calendar.open_day(accepted + timedelta(days=story.chance.between(5, 13)))
    story.meet(started, "profile", promise=_promise(story, "profile"))
    signed = story.calendar.open_day(started + timedelta(days=story.chance.between(7, 15)))
    story.meet(signed, "profile", promise=_promise(story, "job_search"))
    begun, written = _profiles(story, started)

    def begin(services: Services) -> None:
        story.profile.happened(services.vocational_profiles.save(profile=begun))

    def finish(services: Services) -> None:
        kept = story.profile.now()
        whole = replace(
            written,
            id=kept.id,
            version=kept.version,
            service_id=kept.service_id,
            signed_on=signed,
        )
        story.profile.happened(services.vocational_profiles.save(profile=whole))

    story.step(started, Order.PROFILE, begin)
    story.step(signed, Order.PROFILE, finish)
    return started


def change_profile(story: Story, day: date) -> None:
    """After some months something in the profile is different."""

    def change(services: Services) -> None:
        kept = story.profile.now()
        least = max((kept.hours_least or Decimal(16)) - 4, Decimal(4))
        changed = services.vocational_profiles.save(profile=replace(kept, hours_least=least))
        story.profile.happened(changed)

    story.step(story.calendar.open_day(day), Order.PROFILE, change)


def _profiles(story: Story, started: date) -> tuple[VocationalProfile, VocationalProfile]:
    chance, work, life = story.chance, story.plan.work, made_up("life")
    least = Decimal(chance.pick((8, 12, 16, 16, 20, 24, 30)))
    begun = VocationalProfile(
        client_id=story.client_id,
        started_on=started,
        goal=chance.pick(work["goals"]),
        hours_least=least,
        hours_most=least + chance.pick((4, 8, 8, 12)),
        travel=chance.pick(life["travel"]),
    )
    return begun, replace(
        begun,
        job_titles=", ".join(work["titles"]),
        sectors=work["sectors"],
        pay_needed=Decimal(chance.pick(("12.80", "13.20", "13.85", "14.80"))),
        avoid=chance.pick(life["avoid"]),
        work_history=work["history"],
        education=work["learning"],
        skills=work["skills"],
        languages=story.plan.somebody.languages,
        health_and_work=chance.pick(life["health"]),
        adjustments=work["adjust"],
        disclosure_preference=chance.pick(life["disclosure_preference"]),
        supporters=chance.pick(life["supporters"]),
        money=chance.pick(life["money"]),
        digital=chance.pick(life["digital"]),
        caring=chance.pick(life["caring"]),
        criminal_record=chance.pick(life["criminal_record"]),
        next_steps=chance.pick(life["next_steps"]),
    )


def _promise(story: Story, kind: str) -> str:
    return story.fill(story.chance.pick(made_up("notes")["promises"][kind]))
