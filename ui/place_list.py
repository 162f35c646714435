"""The pages of the window, each with its place and the place of the sidebar it belongs to.

This file brings every page's code with it, so that it is read from the disk while somebody types
a passphrase; the pages themselves are made when they are first gone to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.background import Runner
from ui.better_off.page import BetterOffPage
from ui.caseload_list.page import CaseloadListPage
from ui.client.page import ClientPage
from ui.employers.page import EmployersPage
from ui.letters.letter_page import LetterPage
from ui.letters.page import LettersPage
from ui.pages import Page
from ui.referrals.page import ReferralPage
from ui.returns.page import ReturnsPage
from ui.settings.page import SettingsPage
from ui.today.page import TodayPage
from ui.today.view_model import TodayModel

if TYPE_CHECKING:
    from caseload.app import Session


@dataclass(frozen=True)
class Place:
    """A page under its name; ``under`` is the entry of the sidebar that stays marked."""

    name: str
    make: Callable[[], Page]
    under: str = ""


def places_of(session: Session, background: Runner) -> Iterator[Place]:
    """Every page of a session, to be made once each."""
    services = session.services
    yield Place("today", lambda: TodayPage(TodayModel(services, background)))
    yield Place("caseload", lambda: CaseloadListPage(services, background))
    yield Place("client", lambda: ClientPage(services, background), under="caseload")
    yield Place("better_off", lambda: BetterOffPage(services, background))
    yield Place("letters", lambda: LettersPage(services, background))
    yield Place("letter", lambda: LetterPage(services, background), under="letters")
    yield Place("referral", lambda: ReferralPage(services, background), under="caseload")
    yield Place("employers", lambda: EmployersPage(services, background))
    yield Place("returns", lambda: ReturnsPage(services, background))
    yield Place("settings", lambda: SettingsPage(session, background))
