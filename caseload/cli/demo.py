"""``caseload demo``: a made-up service in a folder, and the main job there without a window."""

from __future__ import annotations

import argparse
from pathlib import Path

from caseload.cli.answer import Answer
from caseload.cli.usage import number
from caseload.words import say


def add(verb: argparse.ArgumentParser) -> None:
    """Its arguments."""
    verb.add_argument("folder", type=Path, metavar="FOLDER")
    for name, least, most, default in (
        ("specialists", 1, 10, 4),
        ("referrals", 1, 400, 95),
        ("years", 1, 5, 2),
        ("seed", 0, 10**9, 1),
    ):
        verb.add_argument(
            f"--{name}",
            type=number(least, most),
            default=default,
            metavar="N",
            help=say(f"cli.help.demo.{name}", default=default),
        )


def run(given: argparse.Namespace) -> Answer:
    """Make it, and say what lies where."""
    from caseload.demo.making import make_demo
    from caseload.demo.plan import Size

    size = Size(given.specialists, given.referrals, given.years, given.seed)
    made = make_demo(given.folder, size, take_pictures=given.doors.take_pictures)
    return Answer(
        {
            "folder": str(made.folder),
            "store": str(made.store),
            "passphrase_file": str(made.passphrase_file),
            "people": list(made.people),
            "counts": made.counts,
            **made.shown,
        },
        made.refused,
    )
