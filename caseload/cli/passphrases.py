"""Secrets that are typed or lie in a file, never in an argument or the environment."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from caseload.cli.usage import WrongUsage
from caseload.errors import StoreTrouble
from caseload.words import say


def passphrase(file: Path | None, *, prompt: str) -> str:
    """From the file, else typed. Raises StoreTrouble, and WrongUsage where nobody can type."""
    return first_line(file) if file is not None else _typed(prompt)


def new_passphrase(file: Path | None) -> str:
    """A new passphrase: from the file, else typed twice alike. Raises as ``passphrase``."""
    if file is not None:
        return first_line(file)
    first = _typed(say("cli.prompt.new_passphrase"))
    if _typed(say("cli.prompt.again")) != first:
        raise StoreTrouble(say("cli.prompt.differ"))
    return first


def first_line(file: Path) -> str:
    """The file's first line, without its end. Raises StoreTrouble where there is none."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise StoreTrouble(say("cli.secret.unreadable", file=file.name)) from None
    line = text.splitlines()[0] if text else ""
    if not line:
        raise StoreTrouble(say("cli.secret.empty", file=file.name))
    return line


def _typed(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise WrongUsage(say("cli.secret.no_prompt"))
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise WrongUsage(say("cli.secret.no_prompt")) from None
