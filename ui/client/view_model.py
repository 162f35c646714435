"""The client in sight, as every part of the page sees it: words, what may be done, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from caseload.clients.client import Client
from caseload.people.roles import Action
from caseload.services.all_services import Services
from caseload.services.client_page import ClientHeader
from caseload.values.record import RecordId
from ui.attempt import attempt, problems_of
from ui.background import Runner
from ui.privacy import names

T = TypeVar("T")

Problems = dict[str, str]
"""Sentences by the name of their field; "" for one that belongs to no field."""


class ClientViewModel(QObject):
    """``open`` a client, ask for words, ``do`` verbs; ``shown`` tells that all was read anew.

    ``refused`` carries a sentence where a verb that has no form said no.
    """

    shown = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self.background = background
        self.client_id: RecordId = ""
        self._header: ClientHeader | None = None

    @property
    def is_open(self) -> bool:
        """Whether a client is in sight."""
        return self._header is not None

    @property
    def header(self) -> ClientHeader:
        """The client at a glance; only while one is open."""
        if self._header is None:
            raise LookupError("no client is open")
        return self._header

    @property
    def client(self) -> Client:
        """The client in sight."""
        return self.header.client

    @property
    def today(self) -> date:
        """The day at this computer, as it was when the client was read."""
        return self.header.today

    def open(self, client_id: RecordId) -> None:
        """Read a client. Raises NotAllowed for a colleague's, Refused where there is none."""
        self._header = self.services.client_page.header(client_id)
        self.client_id = client_id
        self.shown.emit()

    def close(self) -> None:
        """Nobody is in sight."""
        self._header = None
        self.client_id = ""

    def refresh(self) -> None:
        """Read the client anew, after something was saved here or elsewhere."""
        if self.client_id:
            self.open(self.client_id)

    def may(self, action: Action) -> bool:
        """Whether this person may do that for this client."""
        return action in self.header.may

    # ---- who it is, unless names are hidden

    def name(self) -> str:
        """The whole name."""
        return names().client(self.client.name, self.client_id)

    def first_name(self) -> str:
        """How the client is addressed."""
        return names().client(self.client.first_name, self.client_id)

    def text(self, words: str) -> str:
        """Words that may name the client."""
        client = self.client
        whole = (client.given_name, client.family_name, client.known_as)
        people = [(name, self.client_id) for name in (client.name, *whole) if name]
        return names().text(words, people)

    # ---- drafts

    def keep_draft(
        self,
        form: str,
        subject: RecordId,
        content: dict[str, Any],
        kept: Callable[[datetime], None],
    ) -> None:
        """Keep what is typed; ``kept`` hears when."""
        self.background.run(
            lambda: self.services.drafts.keep(form=form, subject_id=subject, content=content),
            kept,
            self.refused.emit,
        )

    def drop_draft(self, form: str, subject: RecordId) -> None:
        """Forget what was typed."""
        self.background.run(
            lambda: self.services.drafts.drop(form=form, subject_id=subject), _nothing
        )

    # ---- verbs

    def do(
        self,
        verb: Callable[[], T],
        done: Callable[[T], None] | None = None,
        refused: Callable[[Problems], None] | None = None,
        *,
        saying: str = "",
    ) -> None:
        """Do a verb on the store thread; then read the client anew, say so, and call ``done``.

        A refusal goes to ``refused`` by field, or where there is none to the signal.
        """
        client_id = self.client_id

        def finish(result: T) -> None:
            if self.client_id == client_id:
                self.refresh()
            if saying:
                self.said.emit(saying)
            if done is not None:
                done(result)

        attempt(self.background, verb, finish, lambda why: self._refuse(problems_of(why), refused))

    def _refuse(self, problems: Problems, refused: Callable[[Problems], None] | None) -> None:
        if refused is not None:
            refused(problems)
        else:
            self.refused.emit(" ".join(problems.values()))

    def copy_line(
        self, recipient: str, done: Callable[[str], None], refused: Callable[[str], None]
    ) -> None:
        """The line for a clinician's notes, or the reason why there is none."""
        client_id = self.client_id
        attempt(
            self.background,
            lambda: self.services.letters.line_for_clinician(
                client_id=client_id, recipient=recipient, origin=self
            ),
            done,
            lambda why: refused(why.sentence),
        )

    def keep_promise(self, action_id: RecordId, saying: str) -> None:
        """Tick a promise off."""
        self.do(
            lambda: self.services.contacts.keep_promise(action_id=action_id, origin=self),
            saying=saying,
        )


def parts_of(day: date | None) -> list[str]:
    """A day as the three boxes of a date hold it."""
    return ["", "", ""] if day is None else [str(day.day), str(day.month), str(day.year)]


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
