"""``caseload new``: an empty store, its first person and a code for each other."""

from __future__ import annotations

import argparse
from pathlib import Path

from caseload.cli.answer import Answer
from caseload.cli.passphrases import new_passphrase
from caseload.cli.usage import WrongUsage
from caseload.keys import EnrolmentCode
from caseload.words import say


def add(verb: argparse.ArgumentParser) -> None:
    """Its arguments."""
    verb.add_argument("store", type=Path, metavar="STORE")
    verb.add_argument("--team", required=True, metavar="NAME", help=say("cli.help.team"))
    verb.add_argument(
        "--person",
        required=True,
        nargs="+",
        action="extend",
        metavar="NAME:ROLE:SHARE",
        help=say("cli.help.person"),
    )
    verb.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=say("cli.help.passphrase_file")
    )


def run(given: argparse.Namespace) -> Answer:
    """Make it; the recovery key and the codes are shown this once."""
    from caseload.app import NewPerson, create_store
    from caseload.people.person import Role

    people = [
        NewPerson(name, Role(role), share)
        for name, role, share in (_person(text) for text in given.person)
    ]
    created = create_store(
        given.store,
        service_name=given.team,
        people=people,
        passphrase=new_passphrase(given.passphrase_file),
    )
    codes = {code.name: code for code in created.codes}
    return Answer(
        {
            "store": str(created.folder),
            "team": given.team,
            "recovery_key": created.recovery_key.text,
            "people": [
                {"name": p.name, "role": p.role.value, "share": p.share / 100}
                | _way_in(codes.get(p.name))
                for p in people
            ],
        }
    )


def _way_in(code: EnrolmentCode | None) -> dict[str, str]:
    if code is None:
        return {"opens_with": "passphrase"}
    return {"opens_with": "code", "code": code.code.text, "code_ends": code.expires.isoformat()}


def _person(text: str) -> tuple[str, str, int]:
    """``Nadia Farouk:lead:1`` or ``Priya Raman:specialist:0.6``; the share may be left out."""
    parts = [part.strip() for part in text.split(":")]
    name, role, share = (*parts, "1") if len(parts) == 2 else (*parts, "", "", "")[:3]
    try:
        hundredths = round(float(share) * 100)
    except ValueError:
        hundredths = 0
    roles = ("lead", "specialist", "administrator")
    if len(parts) > 3 or not name or role not in roles or not 1 <= hundredths <= 100:
        raise WrongUsage(say("cli.usage.person", typed=text[:60]))
    return name, role, hundredths
