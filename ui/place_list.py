"""The pages of the window, each with its place and the place of the sidebar it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.background import Runner
from ui.pages import Page

if TYPE_CHECKING:
    from caseload.app import Session


@dataclass(frozen=True)
class Place:
    """A page under its name; ``under`` is the entry of the sidebar that stays marked."""

    name: str
    page: Page
    under: str = ""


def pages_for(session: Session, background: Runner) -> Iterator[Place]:
    """Every page of a session, made once."""
    from ui.caseload_list.page import CaseloadListPage
    from ui.referrals.page import ReferralPage
    from ui.today.page import TodayPage
    from ui.today.view_model import TodayModel

    services = session.services
    yield Place("today", TodayPage(TodayModel(services, background)))
    yield Place("caseload", CaseloadListPage(services, background))
    yield Place("referral", ReferralPage(services, background), under="caseload")
