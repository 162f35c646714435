"""What the caseload page shows: the count, the rows in their order, who waits, who is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from caseload.errors import CaseloadError, Refused
from caseload.people.roles import Action
from caseload.services.all_services import Services
from caseload.services.caseload_list import CaseloadPage, CaseloadRow
from caseload.services.client_page import ClientHeader
from caseload.services.next_milestone import next_milestone
from caseload.services.referrals import Waiting
from caseload.values.names import fold
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.caseload_list import phrases
from ui.caseload_list.sorting import Sort, in_order
from ui.privacy import names


class CaseloadListModel(QObject):
    """``shown`` tells that count, rows or waiting list changed; ``chosen`` that the detail did.

    ``said`` and ``refused`` carry sentences.
    """

    shown = Signal()
    chosen = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.page: CaseloadPage = services.caseload_list.page()
        self.sort = Sort.NEEDS_ACTION
        self.filter_text = ""
        self.header: ClientHeader | None = None
        self.why_no_detail = ""
        self.client_id: RecordId = ""
        self._before_filter: RecordId = ""
        names().changed.connect(self._names_changed)

    # ---- reading

    def load(self) -> None:
        """Read everything again; what is chosen, sorted and filtered stays."""
        self.page = self.services.caseload_list.page()
        self.shown.emit()
        self.choose(self.client_id)

    @property
    def today(self) -> date:
        """The day on which the list was read."""
        return self.page.day

    def rows(self) -> list[CaseloadRow]:
        """The rows that the filter lets through, in order."""
        today = self.today
        wanted = fold(self.filter_text).split()
        found = [row for row in self.page.rows if self._fits(row, wanted, today)]
        return in_order(found, self.sort, today)

    def _fits(self, row: CaseloadRow, wanted: list[str], today: date) -> bool:
        if not wanted:
            return True
        words = fold(f"{self.name(row)} {phrases.all_words(row, today)}")
        return all(part in words for part in wanted)

    def waiting(self) -> tuple[Waiting, ...]:
        """The waiting list, who is next first."""
        return self.page.waiting

    def stepped_down(self) -> int:
        """How many stepped-down clients stand on the list."""
        return sum(1 for row in self.page.rows if row.stepped_down)

    # ---- who they are, unless names are hidden

    def name(self, row: CaseloadRow) -> str:
        """A client's name."""
        return names().client(row.name, row.client_id)

    def waiting_name(self, line: Waiting) -> str:
        """The name of somebody who waits."""
        return names().client(line.client_name, line.referral.client_id)

    def text(self, words: str, row: CaseloadRow | None = None) -> str:
        """Words that may name a client of this list."""
        if not names().hidden:
            return words
        if row is not None:
            return names().text(words, [(row.name, row.client_id)])
        header = self.header
        return words if header is None else names().text(words, _people(header))

    def _names_changed(self, _hidden: bool) -> None:
        self.shown.emit()
        self.chosen.emit()

    # ---- order and filter

    def set_sort(self, sort: Sort) -> None:
        """Another order."""
        self.sort = sort
        self.shown.emit()

    def set_filter(self, text: str) -> None:
        """Show whom the words typed fit; an emptied filter comes back to who was chosen before."""
        if text and not self.filter_text:
            self._before_filter = self.client_id
        self.filter_text = text
        self.shown.emit()
        if text:
            self.said.emit(say("caseload_list_page.found", count=len(self.rows())))

    def before_filter(self) -> RecordId:
        """Who was chosen when the filter was empty last."""
        return self._before_filter

    # ---- who is chosen

    def choose(self, client_id: RecordId) -> None:
        """Show another client beside the list."""
        self.client_id = client_id
        self.header, self.why_no_detail = None, ""
        if client_id:
            try:
                self.header = self.services.client_page.header(client_id)
            except Refused as why:
                self.why_no_detail = why.sentence
        self.chosen.emit()

    def milestone(self) -> str:
        """What comes next for the chosen client."""
        row = self.header.row if self.header is not None else None
        return next_milestone(row, self.today) if row is not None else ""

    def waits(self, client_id: RecordId) -> bool:
        """Whether this client stands on the waiting list."""
        return any(line.referral.client_id == client_id for line in self.page.waiting)

    def may_write(self) -> bool:
        """Whether promises of the chosen client may be ticked off."""
        return self.header is not None and Action.WRITE_NOTES in self.header.may

    # ---- promises

    def keep_promise(self, action_id: RecordId, words: str) -> None:
        """Tick a promise off."""
        attempt(
            self._background,
            lambda: self.services.contacts.keep_promise(action_id=action_id, origin=self),
            lambda _done: self._kept(words),
            self._not_kept,
        )

    def _kept(self, words: str) -> None:
        self.load()
        self.said.emit(say("caseload_list_page.detail.ticked", words=words))

    def _not_kept(self, why: CaseloadError) -> None:
        self.chosen.emit()
        self.refused.emit(why.sentence)


def _people(header: ClientHeader) -> list[tuple[str, RecordId]]:
    client = header.client
    return [(name, client.id) for name in (client.name, client.known_as) if name]
