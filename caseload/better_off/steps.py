"""The pieces that an explanation is made of, with their words from the catalogue."""

from __future__ import annotations

from decimal import Decimal

from caseload.better_off.answer import Section, Step, StepKind
from caseload.words import say


def section(code: str, *steps: Step) -> Section:
    """A section with its title, ``better_off.section.<code>``."""
    return Section(code, say(f"better_off.section.{code}"), steps)


def step(code: str, words: str, amount: Decimal | None, kind: StepKind, *rates: str) -> Step:
    """A step with words of its own."""
    return Step(code, words, amount, kind, rates)


def line(code: str, amount: Decimal, *rates: str, **figures: object) -> Step:
    """A line that is part of its section's total; its words are ``better_off.step.<code>``."""
    return step(code, say(f"better_off.step.{code}", **figures), amount, StepKind.LINE, *rates)


def total(code: str, amount: Decimal) -> Step:
    """The total of the lines above it in the section."""
    return step(code, say(f"better_off.step.total_{code}"), amount, StepKind.TOTAL)


def note(code: str, *rates: str, **figures: object) -> Step:
    """Words without an amount."""
    return step(code, say(f"better_off.step.{code}", **figures), None, StepKind.NOTE, *rates)
