"""What is decided about a client before it happens, and how large the service is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from caseload.demo.caseloads import Turn
from caseload.demo.people import Somebody


class Way(StrEnum):
    """How far a client has come, or how the support ended."""

    WAITING = "waiting"
    DECLINED = "declined"
    NEW = "new"
    PROFILE = "profile"
    LOOKING = "looking"
    INTERVIEWS = "interviews"
    STARTING = "starting"
    IN_WORK = "in_work"
    LOST_JOB = "lost_job"
    KEEPING_WORK = "keeping_work"
    LEFT = "left"
    WORKED = "worked"
    KEPT_WORK = "kept_work"
    STEPPED_DOWN = "stepped_down"
    LOST_LATER = "lost_later"
    """Stepped down, and the job ended while the caseload was full."""


@dataclass(frozen=True)
class Plan:
    """One client's way through the service. ``turn`` is None for those who were never accepted.

    ``extra`` is ``learning``, ``volunteering`` or ``benefits``: steps that count beside a job.
    """

    number: int
    somebody: Somebody
    work: dict[str, Any]
    received: date
    source: str
    referrer: str
    way: Way
    turn: Turn | None = None
    gp_surgery: str = ""
    clinical_team: str = ""
    working_better: bool = False
    extra: str = ""


@dataclass(frozen=True)
class Size:
    """How large the made-up service is. ``referrals`` is those of the Working Better project."""

    specialists: int = 4
    referrals: int = 95
    years: int = 2
    seed: int = 1
