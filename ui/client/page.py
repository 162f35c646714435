"""The client's page: the head, three blocks, and a tab for each part of the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.changes import Changed
from caseload.errors import CaseloadError, StoreTrouble
from caseload.services.all_services import Services
from caseload.words import say
from ui.background import Runner
from ui.client.appointments_tab import AppointmentsTab
from ui.client.better_off_tab import BetterOffTab
from ui.client.clinical_line import ClinicalLine
from ui.client.consent_tab import ConsentTab
from ui.client.details_tab import DetailsTab
from ui.client.in_work_tab import InWorkTab
from ui.client.jobs_tab import JobsTab
from ui.client.part import Part
from ui.client.place import COMMANDS, PlaceChanges, place_verbs
from ui.client.profile_tab import ProfileTab
from ui.client.timeline_tab import TimelineTab
from ui.client.view_model import ClientViewModel
from ui.client.whole import WholeView
from ui.pages import PageBase
from ui.privacy import names
from ui.speak import speak
from ui.widgets.cards import EmptyState
from ui.widgets.dialog import Dialog
from ui.widgets.one_of import OneOf

P = TypeVar("P", bound=Part)

PARTS: dict[str, Callable[[ClientViewModel], Part]] = {
    "timeline": TimelineTab,
    "profile": ProfileTab,
    "jobs": JobsTab,
    "in_work": InWorkTab,
    "appointments": AppointmentsTab,
    "better_off": BetterOffTab,
    "consent": ConsentTab,
    "details": DetailsTab,
}
"""The tabs in their order; each is made when it is first looked at."""


class ClientPage(PageBase):
    """``on_shown(client_id)`` or ``on_shown((client_id, "consent"))`` for one of the tabs.

    ``go`` asks for another page about a record, ``said`` carries a sentence for the foot, and
    ``shared_screen`` tells the window to show nobody but this client, in words; "" ends it.
    """

    go = Signal(str, str)
    said = Signal(str)
    shared_screen = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.model = ClientViewModel(services, background)
        self.model.said.connect(self._say)
        self.model.refused.connect(self._refuse)
        self.model.shown.connect(self._show)
        names().changed.connect(self._names_changed)
        self._parts: dict[str, Part] = {}
        self._read_for: dict[str, object] = {}
        self._begun: set[str] = set()
        self.whole = WholeView(self.model)
        self.header, self.blocks = self.whole.header, self.whole.blocks
        self.tabs, self.body = self.whole.tabs, self.whole.body
        for key in PARTS:
            self.tabs.add(key, say(f"client_page.tab.{key}"))
        self.gone = EmptyState(say("client_page.gone"), "")
        self.line = ClinicalLine(self, self.model)
        self.place = PlaceChanges(self, self.model)
        self.alone = OneOf()
        self.alone.add(self.gone)
        self.alone.add(self.whole)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.alone)
        self._connect()

    def _connect(self) -> None:
        self.tabs.picked.connect(self._turn)
        self.blocks.contact_asked.connect(self.read_contact)
        self.header.line_asked.connect(self.line.copy)
        self.header.better_off_asked.connect(lambda: self._go("better_off"))
        self.header.record_asked.connect(lambda: self._go("record_contact"))
        self.header.safety_asked.connect(self.add_safety)
        self.line.consent_asked.connect(lambda: self.show_part("consent"))

    # ---- the window's questions

    def title(self) -> str:
        """The client's name, or its stand-in."""
        alone = self.alone.in_sight() is self.whole
        return self.model.name() if self.model.is_open and alone else ""

    def client(self) -> str | None:
        """The id of the client in sight."""
        return self.model.client_id or None

    def on_shown(self, about: object) -> None:
        """Show a client, from the timeline or from the tab asked for."""
        client_id, part = about if isinstance(about, tuple) else (about, "")
        if client_id:
            self.show_client(str(client_id), str(part))

    def on_changed(self, changed: Changed) -> None:
        """Read again where it concerns this client; what is typed stays."""
        if changed.origin is self.model or not self.model.is_open:
            return
        if not self.isVisible():
            self._read_for.clear()  # it is read again when it comes into sight
            return
        if self.model.client_id in changed.ids or changed.rooms & _OTHER_ROOMS:
            self._read_for.clear()
            try:
                self.model.refresh()
            except CaseloadError as why:
                self._nobody(why.sentence)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """What the menu asks of this page."""
        if not self.model.is_open:
            return {}
        answers: dict[str, Callable[[], None]] = {
            "open_profile": lambda: self.open_part("profile"),
            "open_consent": lambda: self.open_part("consent"),
            "open_safety": lambda: self.open_part("details"),
            "better_off": lambda: self._go("better_off"),
            "record_in_work": lambda: self._go("record_contact"),
            "record_job": self.start_job,
            "record_hours": lambda: self._opened("jobs", JobsTab).change_terms(),
            "book_appointment": lambda: self._opened("appointments", AppointmentsTab).book(),
        }
        for verb in place_verbs(self.model.header):
            answers[COMMANDS[verb]] = partial(self.place.ask, verb)
        form = self.part().open_now()
        if form is not None:
            answers["save"] = form.submit
        return answers

    def can_leave(self) -> bool:
        """What is typed is kept first; nothing stands in the way."""
        self.settle()
        profile = self._parts.get("profile")
        if isinstance(profile, ProfileTab):
            profile.stop_together()
        return True

    def settle(self) -> None:
        """Keep everything that is being typed, before locking or leaving."""
        for part in self._parts.values():
            part.settle()
        self.line.clear()

    def focus_first(self) -> None:
        """The tabs: the first thing under the head that a keyboard moves in."""
        if self.alone.in_sight() is self.whole:
            self.tabs.setFocus()
        else:
            super().focus_first()

    # ---- showing

    def show_client(self, client_id: str, part: str = "") -> None:
        """Bring a client into sight."""
        other = client_id != self.model.client_id
        if other:
            self.settle()
            self._read_for.clear()
            self._begun.clear()
            self.blocks.show_few_promises()
            for made in self._parts.values():
                made.begin()
        try:
            self.model.open(client_id)
        except CaseloadError as why:
            self._nobody(why.sentence)
            return
        self.alone.show_one(self.whole)
        if part:
            self.open_part(part)
        elif other:
            self.show_part("timeline")

    def _nobody(self, sentence: str) -> None:
        self.model.close()
        self._read_for.clear()
        self.alone.show_one(self.gone)
        self.gone.why.setText(sentence)
        self.said.emit(sentence)

    def show_part(self, key: str) -> None:
        """Turn to a tab."""
        self.tabs.choose(key)

    def open_part(self, key: str) -> None:
        """Turn to a tab, and put the focus on the first thing to do in it."""
        self.show_part(key)
        if self.part().open_now() is None:
            self.part().focus_first()

    def part(self) -> Part:
        """The tab in sight."""
        return self._made(self.tabs.key())

    def _opened(self, key: str, kind: type[P]) -> P:
        self.show_part(key)
        part = self._made(key)
        if not isinstance(part, kind):
            raise TypeError(key)
        return part

    def read_contact(self, contact_id: str) -> None:
        """Open a contact in the timeline."""
        self._opened("timeline", TimelineTab).open_contact(contact_id)

    def add_safety(self) -> None:
        """Open the form for a safety line."""
        self._opened("details", DetailsTab).add_safety()

    def start_job(self) -> None:
        """Open the form for a job start."""
        self._opened("jobs", JobsTab).start_job()

    def _made(self, key: str) -> Part:
        if key not in self._parts:
            part = PARTS[key](self.model)
            part.writing.connect(lambda _open: self._weigh())
            part.go.connect(self.go)
            if isinstance(part, TimelineTab):
                part.record_asked.connect(lambda: self._go("record_contact"))
            if isinstance(part, DetailsTab):
                part.place_asked.connect(self.place.ask)
            if isinstance(part, InWorkTab):
                part.contact_asked.connect(self.read_contact)
                part.job_asked.connect(self.start_job)
            if isinstance(part, ProfileTab):
                part.together_view.closed.connect(lambda: self._together(None))
                part.together_asked.connect(self._together)
                self.alone.add(part.together_view)
            self._parts[key] = part
            self.body.add(part)
        return self._parts[key]

    def _turn(self, key: str) -> None:
        for other, part in self._parts.items():
            if other != key:
                part.settle()
        part = self._made(key)
        if self.model.is_open and self._read_for.get(key) is not self.model.header:
            self._read(key)
        self.body.show_one(part)
        if self.model.is_open and key not in self._begun:
            self._begun.add(key)
            part.go_on_writing()
        self._weigh()

    def _read(self, key: str) -> None:
        self._made(key).refresh()
        self._read_for[key] = self.model.header
        self._weigh()

    def _weigh(self) -> None:
        """One primary button a view: Record steps back while a form or a first step has it."""
        part = self._parts.get(self.tabs.key())
        self.header.set_writing(part is not None and part.has_primary())

    def _show(self) -> None:
        if not self.model.is_open:
            return
        self._read_for.clear()
        self.whole.refresh_head()
        self.blocks.refresh(self.model.services.jobs.of_client(self.model.client_id))
        key = self.tabs.key()
        if key in self._parts:
            self._read(key)

    def _names_changed(self, _hidden: bool) -> None:
        """Show everything again, unless the store was locked meanwhile."""
        try:
            if self.model.is_open:
                for part in self._parts.values():
                    part.cover_names()
            self._show()
        except StoreTrouble:
            return

    def _together(self, view: QWidget | None) -> None:
        """The profile takes the whole page while it is written with the client."""
        self.alone.show_one(view if view is not None else self.whole)
        name = self.model.first_name() if view is not None else ""
        self.shared_screen.emit(say("client_profile.shared", name=name) if name else "")

    def _go(self, place: str) -> None:
        self.go.emit(place, self.model.client_id)

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence)
        speak(sentence, self)

    def _refuse(self, sentence: str) -> None:
        dialog = Dialog(self, say("client_page.refused"), sentence, width=520)
        dialog.add_close(say("client_page.line_back"))
        dialog.open()


_OTHER_ROOMS = frozenset({"employer", "employer_contact", "person", "service"})
"""Rooms whose records a client's page names, though they belong to no client."""
