"""What is typed after ``caseload``, handed to the verb that does it; never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from caseload import __version__
from caseload.cli.answer import Answer, complain
from caseload.cli.usage import Usage, WrongUsage, unknown_verb
from caseload.errors import CaseloadError
from caseload.words import say

DONE, REFUSED, WRONG = 0, 1, 2


@dataclass(frozen=True)
class Doors:
    """What only the window can do, handed in so that nothing here knows the window."""

    open_window: Callable[[Path | None], int]
    take_pictures: Callable[[Path, str, Path], list[Path]]


@dataclass(frozen=True)
class Verb:
    """A verb: the module that has it, its two functions there, and how it is typed."""

    module: str
    add: str
    run: str
    usage: str

    @property
    def what(self) -> str:
        """What it does, in a sentence."""
        return say(f"cli.verb.{self.module}_{self.run}")


WHO = "[--as NAME] [--passphrase-file FILE]"
VERBS = {
    "new": Verb(
        "new",
        "add",
        "run",
        "STORE --team NAME --person NAME:ROLE:SHARE [...] [--passphrase-file FILE]",
    ),
    "demo": Verb(
        "demo",
        "add",
        "run",
        "FOLDER [--specialists N] [--referrals N] [--years N] [--seed N]",
    ),
    "better-off": Verb(
        "better_off", "add", "run", "FILE [--letter PDF] [--format standard|large-print|easy-read]"
    ),
    "return": Verb(
        "returns",
        "add",
        "run",
        f"STORE (--contract NAME --period PERIOD --out FOLDER | --list-contracts) {WHO}",
    ),
    "check": Verb("care", "add_check", "check", f"STORE {WHO}"),
    "backup": Verb("care", "add_backup", "backup", f"STORE FILE {WHO}"),
    "restore": Verb(
        "care", "add_restore", "restore", f"FILE STORE [--recovery-key-file FILE] {WHO}"
    ),
    "rekey": Verb("care", "add_rekey", "rekey", f"STORE {WHO}"),
}
"""A verb's module is loaded when it is used, so that the window opens without it."""


def main(arguments: Sequence[str], doors: Doors) -> int:
    """Do what was typed; the exit code: 0 done, 1 refused, 2 wrong usage."""
    speak_utf8()
    try:
        return _run(list(arguments), doors)
    except WrongUsage as wrong:
        complain(wrong.sentence)
        return WRONG
    except CaseloadError as refusal:
        complain(refusal.sentence)
    except KeyboardInterrupt:
        complain(say("cli.stopped"))
    except BrokenPipeError:
        # Nobody reads on; what is still buffered must not be written at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        complain(say("cli.disk"))
    except Exception:  # noqa: BLE001 - a person at a prompt gets a sentence, not a traceback
        complain(say("cli.fault"))
    return REFUSED


def speak_utf8() -> None:
    """Names have letters that the code pages of some terminals lack."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments: list[str], doors: Doors) -> int:
    first = arguments[0] if arguments else ""
    if first and not first.startswith("-"):
        if first not in VERBS:
            raise unknown_verb(first, sorted(VERBS))
        return _verb(first, arguments[1:], doors)
    top = _top()
    given = top.parse_args(arguments)
    if given.help:
        print(_help())
        return DONE
    if given.version:
        print(f"caseload {__version__}")
        return DONE
    from caseload.cli.window import run

    given.doors = doors
    return run(given)


def _verb(name: str, arguments: list[str], doors: Doors) -> int:
    verb = VERBS[name]
    module = import_module(f"caseload.cli.{verb.module}")
    parser = Usage(usage=f"caseload {name} {verb.usage}", description=verb.what)
    getattr(module, verb.add)(parser)
    if {"-h", "--help"} & set(arguments):
        parser.print_help()
        return DONE
    given = parser.parse_args(arguments)
    given.doors = doors
    answer: Answer = getattr(module, verb.run)(given)
    return answer.give()


def _top() -> Usage:
    parser = Usage(
        usage="caseload [VERB ...] [--store FOLDER] [--version] [--help]", add_help=False
    )
    parser.add_argument("--store", type=Path, metavar="FOLDER")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    return parser


def _help() -> str:
    verbs = [f"  {name:<12}{verb.what}" for name, verb in VERBS.items()]
    return "\n".join([say("cli.help.top"), "", *verbs])
