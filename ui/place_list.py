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
    from ui.better_off.page import BetterOffPage
    from ui.caseload_list.page import CaseloadListPage
    from ui.client.page import ClientPage
    from ui.employers.page import EmployersPage
    from ui.letters.letter_page import LetterPage
    from ui.letters.page import LettersPage
    from ui.referrals.page import ReferralPage
    from ui.returns.page import ReturnsPage
    from ui.settings.page import SettingsPage
    from ui.today.page import TodayPage
    from ui.today.view_model import TodayModel

    services = session.services
    yield Place("today", TodayPage(TodayModel(services, background)))
    yield Place("caseload", CaseloadListPage(services, background))
    yield Place("client", ClientPage(services, background), under="caseload")
    yield Place("better_off", BetterOffPage(services, background))
    yield Place("letters", LettersPage(services, background))
    yield Place("letter", LetterPage(services, background), under="letters")
    yield Place("referral", ReferralPage(services, background), under="caseload")
    yield Place("employers", EmployersPage(services, background))
    yield Place("returns", ReturnsPage(services, background))
    yield Place("settings", SettingsPage(session, background))
