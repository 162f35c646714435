"""What the employers' page says of a record, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from caseload.employers import WEEKLY_VISITS, Employer
from caseload.services.employers import EmployerRow, LoggedContact, VisitsThisWeek
from caseload.values.code_lists import codes, industry_sections
from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say

BUILDS_A_RELATIONSHIP = 3
"""So many visits build a relationship. Source: DOMAIN."""

NOT_KNOWN = "not_known"
_MOST_NAMED = 3


def known_by(row: EmployerRow, me: str) -> str:
    """Who in the team knows an employer, first names, oneself first: ``you and Tom``."""
    others = [name.split()[0] for name in row.known_by if name != me]
    shown = ([say("employers_page.you")] if me in row.known_by else []) + others
    if not shown:
        return ""
    if len(shown) == 1:
        return shown[0]
    if len(shown) == 2:
        return say("employers_page.two", one=shown[0], other=shown[1])
    return say("employers_page.more", name=shown[0], count=len(shown) - 1)


def about(employer: Employer) -> str:
    """One line under the name: the first part of the sector, postcode, Disability Confident."""
    sector = industry_sections().get(employer.sector, "").partition(";")[0]
    parts = [", ".join(part for part in (sector, employer.postcode) if part)]
    level = employer.disability_confident
    if level != NOT_KNOWN and level in codes("disability_confident"):
        said = codes("disability_confident")[level].lower()
        parts.append(say("employers_page.card.level", level=said))
    return ". ".join(part for part in parts if part)


def knows(log: Sequence[LoggedContact], me: RecordId) -> list[str]:
    """Who knows an employer and how well, whoever went there most first."""
    visits: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for line in log:
        you = line.contact.person_id == me
        name = say("employers_page.side.person_you") if you else line.person_name
        (visits if line.contact.is_visit else others)[name] += 1
    people = sorted({*visits, *others}, key=lambda name: (-visits[name], -others[name], name))
    return [
        say(
            "employers_page.side.known_line", name=name, what=_how_often(visits[name], others[name])
        )
        for name in people
    ]


def _how_often(visits: int, others: int) -> str:
    said_visits = say("employers_page.visits", count=visits)
    said_others = say("employers_page.others", count=others)
    if visits and others:
        return say("employers_page.visits_and.both", visits=said_visits, others=said_others)
    return said_visits if visits else said_others


def people_met(log: Sequence[LoggedContact], known: str) -> list[str]:
    """Names of people there that contacts mention, the newest first, but for the known one."""
    met = dict.fromkeys(line.contact.with_whom.strip() for line in log)
    return [name for name in met if name and name != known.strip()]


def relationship(visits: int) -> str:
    """How far the visits have built a relationship."""
    if not visits:
        return ""
    if visits >= BUILDS_A_RELATIONSHIP:
        return say("employers_page.log.relationship", count=visits)
    return say("employers_page.of_three", count=visits)


def week_words(week: VisitsThisWeek, without: Sequence[str]) -> tuple[str, str, str]:
    """The head of this week's six, the words of its bars, and the sentences under it."""
    facts = {"done": week.visits, "goal": WEEKLY_VISITS}
    sentences = [say("employers_page.week.face")]
    if week.other_contacts:
        sentences.append(say("employers_page.apart", count=week.other_contacts))
    if without:
        sentences.append(say("employers_page.week.without", names=_one_of(without)))
    return (
        say("employers_page.week.title", **facts),
        say("employers_page.week.bars", **facts),
        " ".join(sentences),
    )


def _one_of(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED:
        shown = ", ".join(names[:_MOST_NAMED])
        return say("employers_page.week.and_more", names=shown, count=len(names) - _MOST_NAMED)
    if len(names) == 1:
        return names[0]
    return say("employers_page.week.and_last", names=", ".join(names[:-1]), last=names[-1])


def for_whom(line: LoggedContact, names: Sequence[str]) -> str:
    """For which clients a contact was, and with whom; ``names`` are those that may be shown."""
    named = [*names]
    if line.others:
        named.append(say("employers_page.colleague", count=line.others))
    parts = [say("employers_page.log.for", names=", ".join(named))] if named else []
    if line.contact.with_whom:
        parts.append(say("employers_page.log.with", name=line.contact.with_whom))
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def spoken_day(row: EmployerRow) -> str:
    """The day of the last contact, whole."""
    if row.last_contact is None:
        return say("employers_page.no_contact")
    return say("employers_page.full.last", day=long_date(row.last_contact))
