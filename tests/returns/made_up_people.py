"""Made-up clients for returns, and returns made one after another."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from caseload.jobs.sustainment import Spell
from caseload.returns.contracts import Contract, LadderSteps, shipped_contracts
from caseload.returns.facts import PersonFacts, ReferralFacts
from caseload.returns.files import json_text, metadata_json, published_json
from caseload.returns.making import make_return
from caseload.returns.periods import read_period
from caseload.returns.register import EarlierReturn
from caseload.returns.tables import Return

CONTRACT = shipped_contracts()["IPS quarter"]
AFTER_THE_YEAR = date(2027, 6, 1)
BORN = {"16-24": 2005, "25-34": 1996, "35-44": 1986, "45-54": 1976, "55-64": 1966, "65+": 1950}


def contract(
    *measures: str, breakdowns: Sequence[str] = ("gender",), ladder: LadderSteps | None = None
) -> Contract:
    """The shipped contract with fewer measures, its steps fixed for 2026-27 if given."""
    fixed = {} if ladder is None else {"2026-27": ladder}
    return replace(CONTRACT, measures=measures, breakdowns=tuple(breakdowns), ladder=fixed)


def referred(
    count: int, gender: str, on: date, *, age: str = "25-34", name: str = ""
) -> list[PersonFacts]:
    """So many people referred on one day."""
    first = f"{name}{gender}-{on}-{age}-"
    return [
        PersonFacts(
            client_id=f"{first}{number}",
            born_on=date(BORN[age], 1, 1) if age in BORN else None,
            gender=gender,
            referrals=(ReferralFacts(referral_id=f"{first}{number}", received_on=on),),
        )
        for number in range(count)
    ]


def service(people: int, seed: int) -> list[PersonFacts]:
    """A made-up service's clients of 2026-27, some of whom start one or two jobs."""
    luck = random.Random(seed)
    return [_client(str(number), luck) for number in range(people)]


def _client(name: str, luck: random.Random) -> PersonFacts:
    received = date(2026, 4, 1) + timedelta(days=luck.randrange(365))
    profile = None
    jobs: list[Spell] = []
    if luck.random() < 0.62:
        profile = received + timedelta(days=luck.randrange(40))
    if profile is not None and luck.random() < 0.5:
        start = profile + timedelta(days=luck.randrange(90))
        end = start + timedelta(days=luck.randrange(250)) if luck.random() < 0.4 else None
        jobs.append(_job(f"{name}a", start, end))
        if end is not None and luck.random() < 0.5:
            jobs.append(_job(f"{name}b", end + timedelta(days=luck.choice([1, 3, 30])), None))
    return PersonFacts(
        client_id=name,
        born_on=date(2026, 1, 1) - timedelta(days=luck.randrange(17 * 365, 66 * 365)),
        gender=luck.choices(["1", "2", "3", "Z", None], [40, 45, 4, 3, 3])[0],
        referrals=(ReferralFacts(referral_id=name, received_on=received, accepted_on=received),),
        profile_started_on=profile,
        jobs=tuple(jobs),
    )


def _job(job_id: str, start: date, end: date | None) -> Spell:
    return Spell(job_id=job_id, started_on=start, last_day=end, four_hours_on=start)


def made(
    what: Contract,
    period: str,
    facts: Sequence[PersonFacts],
    register: Sequence[EarlierReturn] = (),
) -> Return:
    """A return of 2026-27, made after the year."""
    return make_return(what, read_period(period), facts, register, made_on=AFTER_THE_YEAR)


def sent(one: Return) -> EarlierReturn:
    """A return as it lies in the register: through its files."""
    texts = (json_text(published_json(one)), json_text(metadata_json(one)))
    return EarlierReturn(*(json.loads(text) for text in texts))
