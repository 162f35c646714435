"""How two ways of doing the same work are timed against each other."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

ROUNDS = 7


def milliseconds(work: Callable[[], object]) -> float:
    """How long the work takes, once."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def side_by_side(
    ours: Callable[[], object], other: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Medians of both in milliseconds; they take turns, so that a slow moment hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds):
        for which in (0, 1) if turn % 2 == 0 else (1, 0):
            times[which].append(milliseconds((ours, other)[which]))
    return median(times[0]), median(times[1])


def line(name: str, ours: float, other: float, goal: float | None = None) -> str:
    """One row of the report; without a goal the row only tells."""
    ratio = ours / other
    verdict = ""
    if goal is not None:
        verdict = f"goal {goal:.1f}: {'met' if ratio <= goal else 'MISSED'}"
    return f"{name:<44}{ours:>10.1f}{other:>10.1f}{ratio:>8.2f}  {verdict}".rstrip()


def told(name: str, ours: float) -> str:
    """One row for work that has nothing to stand beside."""
    return f"{name:<44}{ours:>10.1f}"
