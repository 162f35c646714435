"""The vocational profile as pages that the client takes away, reads and signs."""

from __future__ import annotations

from datetime import date

from caseload.letters.blocks import (
    Block,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Printout,
    SigningLines,
    Title,
    unbroken,
)
from caseload.letters.figures import plain
from caseload.letters.parties import Author
from caseload.values.dates import long_date
from caseload.values.money import pounds
from caseload.vocational_profiles import VocationalProfile
from caseload.words import say

_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("work", ("goal", "job_titles", "sectors", "hours", "travel", "pay_needed", "avoid")),
    ("bring", ("work_history", "education", "skills", "languages")),
    ("help", ("health_and_work", "adjustments", "disclosure_preference", "supporters")),
    ("around", ("money", "digital", "caring", "criminal_record")),
    ("next", ("next_steps",)),
)
"""The parts in the order of the conversation, each with its fields; unwritten ones are left out."""


def profile_printout(
    profile: VocationalProfile,
    *,
    service: Letterhead,
    client_name: str,
    author: Author,
    printed: date,
    made_up: bool = False,
) -> Printout:
    """Everything that is written in ``profile``, part by part, with room to sign."""
    day = long_date(printed)
    blocks: list[Block] = [
        service,
        Title(say("letters.profile.title", name=client_name)),
        Paragraph(
            say(
                "letters.profile.with",
                name=client_name,
                staff=author.name,
                role=author.role,
                started=unbroken(long_date(profile.started_on)),
                date=unbroken(day),
            )
        ),
    ]
    written = [(part, _pairs(profile, fields)) for part, fields in _PARTS]
    for part, pairs in written:
        if pairs:
            blocks += [Heading(say(f"letters.profile.part.{part}")), Facts(pairs)]
    if any(pairs for _, pairs in written):
        blocks.append(Paragraph(say("letters.profile.yours")))
    else:
        blocks.append(Paragraph(say("letters.profile.nothing")))
    blocks.append(
        SigningLines(
            (
                say("letters.profile.signed", name=client_name),
                say("letters.profile.signed_staff", staff=author.name),
                say("letters.profile.signed_on"),
            )
        )
    )
    return Printout(
        title=say("letters.profile.title", name=client_name),
        blocks=tuple(blocks),
        written=printed,
        author=service.name,
        foot=say("letters.profile.foot", name=client_name, date=day),
        made_up=made_up,
    )


def _pairs(profile: VocationalProfile, fields: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    answers = ((field, _answer(profile, field)) for field in fields)
    return tuple((say(f"letters.profile.field.{field}"), text) for field, text in answers if text)


def _answer(profile: VocationalProfile, field: str) -> str:
    if field == "hours":
        return _hours(profile)
    if field == "pay_needed":
        if profile.pay_needed is None:
            return ""
        return say("letters.profile.pay", amount=pounds(profile.pay_needed))
    return str(getattr(profile, field)).strip()


def _hours(profile: VocationalProfile) -> str:
    least, most = profile.hours_least, profile.hours_most
    if least is not None and most is not None:
        return say("letters.profile.hours_range", least=plain(least), most=plain(most))
    if least is not None:
        return say("letters.profile.hours_from", least=plain(least))
    if most is not None:
        return say("letters.profile.hours_to", most=plain(most))
    return ""
