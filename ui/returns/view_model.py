"""What the returns page shows and does: period, gaps, making, sending, and the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from caseload.changes import Changed
from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.returns.contracts import Contract
from caseload.returns.periods import Period, periods_to_choose
from caseload.returns.sent import SentReturn
from caseload.returns.tables import Figure, Return, why_withheld
from caseload.services.all_services import Services
from caseload.services.return_gaps import BehindFigure, MissingFacts
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Job, Runner
from ui.privacy import names
from ui.returns.sheets import FigureKey

COUNTED_ROOMS = frozenset({"client", "referral", "job", "vocational_profile"})
"""Rooms whose changes may change a return's figures."""


@dataclass(frozen=True)
class SentFiles:
    """Where a return was written to."""

    folder: Path
    period: str


class ReturnsModel(QObject):
    """``shown`` tells that anything changed; ``said`` carries what was done."""

    shown = Signal()
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.allowed = services.people.may(Action.MAKE_RETURN)
        self.contracts = list(services.returns.contracts().values())
        self.contract: Contract = self.contracts[0]
        self.periods: list[Period] = []
        self.period: Period | None = None
        self._chosen = False
        self.gaps: list[MissingFacts] = []
        self.sent: list[SentReturn] = []
        self.made: Return | None = None
        self.stale = False
        self.refusal = ""
        self.written: SentFiles | None = None
        self._job: Job | None = None
        names().changed.connect(lambda _hidden: self.shown.emit())

    # ---- reading

    def load(self) -> None:
        """Read periods, gaps and register again; what was made stays."""
        if not self.allowed:
            self.shown.emit()
            return
        self.periods = list(periods_to_choose(self.today))
        self.sent = self.services.returns.sent()
        known = self.period is not None and self.period.id in {p.id for p in self.periods}
        if not known or not (self._chosen or self.made):  # a new day may end a quarter
            self.period = self._likely()
        self._read_gaps()
        self.shown.emit()

    @property
    def today(self) -> date:
        """The day at this computer."""
        return self.services.today.day()

    def _likely(self) -> Period:
        """The newest quarter that is over; else the one under way."""
        over = [p for p in self.periods if p.ends < self.today and p.first == p.last]
        return over[0] if over else self.periods[0]

    def is_over(self) -> bool:
        """Whether the chosen period is over, so that its return can be made."""
        return self.period is not None and self.period.ends < self.today

    def can_be_made_from(self, period: Period) -> date:
        """The first day on which a period's return can be made."""
        return period.ends + timedelta(days=1)

    def _read_gaps(self) -> None:
        if self.period is not None:
            self.gaps = self.services.returns.missing(contract=self.contract, period=self.period)

    def changed(self, changed: Changed) -> None:
        """Something was saved: gaps may have closed, and figures made before may be old."""
        if self.made is not None and changed.rooms & COUNTED_ROOMS:
            self.stale = True
        self.load()

    # ---- choosing

    def choose_contract(self, name: str) -> None:
        """Another contract."""
        self.contract = next(c for c in self.contracts if c.name == name)
        self._forget()

    def choose_period(self, period_id: str) -> None:
        """Another period."""
        self.period = next(p for p in self.periods if p.id == period_id)
        self._chosen = True
        self._forget()

    def _forget(self) -> None:
        self._stop()
        self.made, self.stale, self.refusal, self.written = None, False, "", None
        self._read_gaps()
        self.shown.emit()

    def period_words(self, period: Period) -> str:
        """A period in the list, with what is special about it."""
        words = period.name
        if period.ends >= self.today:
            return say("returns_page.period_open", period=words)
        if any(s.period == period.id and s.contract == self.contract.name for s in self.sent):
            return say("returns_page.period_sent", period=words)
        return words

    # ---- making

    @property
    def making(self) -> bool:
        """Whether a return is being made."""
        return self._job is not None

    def make(self) -> None:
        """Count, protect and check, off the window's thread."""
        period = self.period
        if period is None or self.making:
            return
        self.made, self.refusal, self.written, self.stale = None, "", None, False
        contract = self.contract
        # Set before the work, which in tests is over before ``run`` gives a job.
        self._job = Job()
        self.shown.emit()
        job = self._background.run(
            lambda: self.services.returns.make(contract=contract, period=period),
            self._made,
            self._not_made,
            store=False,
        )
        if self._job is not None:
            self._job = job

    def cancel(self) -> None:
        """Stop waiting for a return that is being made."""
        if self._stop():
            self.said.emit(say("returns_page.cancelled"))
            self.shown.emit()

    def _stop(self) -> bool:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        return job is not None

    def _made(self, made: Return) -> None:
        self._job = None
        self.made = made
        self.said.emit(say("returns_page.made", period=made.period.name))
        self.shown.emit()

    def _not_made(self, sentence: str) -> None:
        self._job = None
        self.refusal = sentence
        self.shown.emit()

    # ---- figures

    def figure(self, key: FigureKey) -> Figure | None:
        """A figure of the return that was made."""
        if self.made is None or key[0] >= len(self.made.tables):
            return None
        return self.made.tables[key[0]].figures[key[1]]

    def definition(self, key: FigureKey) -> str:
        """What the measure of a figure counts."""
        return self.made.tables[key[0]].measure.definition if self.made is not None else ""

    def why(self, figure: Figure) -> str:
        """Why a figure is withheld and what a reader can tell; empty where it is shown."""
        return why_withheld(self.made, figure) if self.made is not None else ""

    def behind(self, figure: Figure) -> list[BehindFigure]:
        """The records that a figure counts."""
        return self.services.returns.records_behind(figure)

    def client_name(self, name: str, client_id: RecordId) -> str:
        """A client's name, unless names are hidden."""
        return names().client(name, client_id)

    # ---- sending

    def approvers(self) -> list[str]:
        """Who may approve."""
        return self.services.returns.approvers()

    def may_send(self) -> bool:
        """Whether this person approves what they make, and nothing changed since."""
        approves = self.services.people.may_save(Action.APPROVE_RETURN)
        return self.made is not None and approves and not self.stale and self.written is None

    def folder_name(self) -> str:
        """The folder that the files will be in."""
        return f"return-{self.made.period.id}" if self.made is not None else ""

    def send(self, chosen: Path, refused: Callable[[CaseloadError], None]) -> None:
        """Write the files into a folder of their own, and put the return into the register."""
        made = self.made
        if made is None:
            return
        folder = chosen / self.folder_name()

        def done(_files: object) -> None:
            self.written = SentFiles(folder, made.period.name)
            self.sent = self.services.returns.sent()
            self.said.emit(say("returns_page.sent_said", period=made.period.name))
            self.shown.emit()

        attempt(
            self._background,
            lambda: self.services.returns.send(made=made, folder=folder, origin=self),
            done,
            refused,
        )
