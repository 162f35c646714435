"""The client's place on a caseload: how it stands, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseload.people.roles import Action
from caseload.referrals import ReferralState
from caseload.services.client_page import ClientHeader
from caseload.values.dates import long_date
from caseload.words import say
from ui.allocation.place_dialogs import PlaceDialogs
from ui.client.view_model import ClientViewModel

NEEDS = {
    "accept": Action.ALLOCATE,
    "decline": Action.ENTER_REFERRAL,
    "step_down": Action.ALLOCATE,
    "take_back": Action.ALLOCATE,
    "transfer": Action.TRANSFER,
    "close": Action.ALLOCATE,
}
"""What each verb takes."""

COMMANDS = {
    "accept": "accept_client",
    "decline": "decline_referral",
    "step_down": "step_down",
    "take_back": "take_back",
    "transfer": "transfer",
    "close": "close_case",
}
"""The command of the menu for each verb."""


def place_words(header: ClientHeader) -> str:
    """How the place stands, in a sentence."""
    referral, place = header.referral, header.place
    if referral is None:
        return say("client_place.none")
    if referral.state is ReferralState.WAITING:
        key = "lost_job" if referral.lost_job_on else "waiting"
        return say(f"client_place.{key}", day=long_date(referral.waiting_since))
    if place is None or header.row is None:
        return say("client_place.none")
    if header.row.stepped_down and place.held_until is not None:
        return say("client_place.stepped_down", day=long_date(place.held_until))
    return say("client_place.held", name=header.holder_name, day=long_date(place.held_from))


def place_verbs(header: ClientHeader) -> list[str]:
    """What this person may do about the place now."""
    return [verb for verb in _verbs(header) if NEEDS[verb] in header.may]


def _verbs(header: ClientHeader) -> list[str]:
    referral, row = header.referral, header.row
    if referral is None or referral.state in (ReferralState.CLOSED, ReferralState.DECLINED):
        return []
    if referral.state is ReferralState.WAITING:
        return ["accept"] if referral.lost_job_on else ["accept", "decline"]
    if row is None:
        return []
    if row.stepped_down:
        return ["take_back", "close"]
    return [*(["step_down"] if row.job_week is not None else []), "transfer", "close"]


class PlaceChanges(QObject):
    """``ask("close")`` opens the dialog; the page shows what came of it."""

    def __init__(self, page: QWidget, model: ClientViewModel) -> None:
        super().__init__(page)
        self._model = model
        self.dialogs = PlaceDialogs(page, model.services, model.background)
        self.dialogs.said.connect(model.said)
        self.dialogs.refused.connect(model.refused)
        self.dialogs.done.connect(self._done)

    def ask(self, verb: str) -> None:
        """Open the dialog of a verb for the client in sight."""
        asks: dict[str, Callable[[str], None]] = {
            "accept": self.dialogs.accept,
            "decline": self.dialogs.decline,
            "step_down": self.dialogs.step_down,
            "take_back": self.dialogs.take_back,
            "transfer": self.dialogs.transfer,
            "close": self.dialogs.close,
        }
        asks[verb](self._model.client_id)

    def _done(self, client_id: str) -> None:
        if client_id == self._model.client_id:
            self._model.refresh()
