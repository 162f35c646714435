"""The settings page: the sections at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from caseload.changes import Changed
from caseload.people.person import Service
from caseload.words import say
from ui.background import Runner
from ui.pages import PageBase
from ui.settings.about_section import AboutSection
from ui.settings.appearance_section import AppearanceSection
from ui.settings.backups_section import BackupsSection
from ui.settings.keys_section import KeysSection
from ui.settings.people_section import PeopleSection
from ui.settings.rates_section import RatesSection
from ui.settings.section import Section
from ui.settings.service_section import ServiceSection
from ui.settings.view_model import SettingsModel
from ui.settings.working import WorkingDialog
from ui.tab_order import stops
from ui.widgets.one_of import OneOf
from ui.widgets.panes import Panes
from ui.widgets.record_table import Column, RecordTable, Row

if TYPE_CHECKING:
    from caseload.app import Session

SECTIONS = ("people", "keys", "service", "backups", "rates", "appearance", "about")

S = TypeVar("S", bound=Section)


class SettingsPage(PageBase):
    """``on_shown("backups")`` opens a section by its name.

    ``look_chosen`` carries palette and text scale, ``lock_minutes_chosen`` the new lock time, for
    whoever keeps them; ``go`` may ask for ``restore_backup``.
    """

    go = Signal(str, str)
    said = Signal(str)
    look_chosen = Signal(str, float)
    lock_minutes_chosen = Signal(int)

    def __init__(self, session: Session, background: Runner) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.model = SettingsModel(session, background)
        self._made: dict[str, Section] = {}
        self._name = "people"
        self._working: WorkingDialog | None = None
        self.nav = RecordTable(
            say("settings_page.sections"),
            [Column("", 180, "state", stretch=True)],
            head=False,
            row_height=31,
        )
        self.nav.show_rows(
            [Row(name, (say(f"settings_page.section.{name}"),)) for name in SECTIONS]
        )
        self._shown = OneOf()
        side = QFrame()
        side.setProperty("role", "pane")
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 8, 0, 8)
        inside.addWidget(self.nav)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        self.panes = Panes(side, self._shown, width=208, large="page", fixed="main")
        down.addWidget(self.panes)
        self._connect()

    def _connect(self) -> None:
        self.nav.current_changed.connect(lambda name: self.open_section(str(name)))
        self.nav.opened.connect(lambda _name: self._enter())
        self.model.said.connect(self.said)
        self.model.refused.connect(self.said)
        self.model.shown.connect(self._refresh)
        self.model.working.connect(self._show_working)
        self.model.service_changed.connect(self._service_changed)
        self.panes.side_closed.connect(self.focus_first)

    # ---- the sections, each made when it is first opened

    def _keep(self, name: str, section: S) -> S:
        section.go.connect(self.go)
        section.said.connect(self.said)
        section.back_asked.connect(self.panes.close_side)
        self._shown.add(section)
        self._made[name] = section
        return section

    @cached_property
    def people(self) -> PeopleSection:
        """People and caps."""
        return self._keep("people", PeopleSection(self.model))

    @cached_property
    def keys(self) -> KeysSection:
        """Passphrase and keys."""
        return self._keep("keys", KeysSection(self.model))

    @cached_property
    def service(self) -> ServiceSection:
        """The service."""
        return self._keep("service", ServiceSection(self.model))

    @cached_property
    def backups(self) -> BackupsSection:
        """Backups."""
        return self._keep("backups", BackupsSection(self.model))

    @cached_property
    def rates(self) -> RatesSection:
        """Rates in use."""
        return self._keep("rates", RatesSection(self.model))

    @cached_property
    def appearance(self) -> AppearanceSection:
        """Appearance."""
        made = self._keep("appearance", AppearanceSection(self.model))
        made.look_chosen.connect(self.look_chosen)
        return made

    @cached_property
    def about(self) -> AboutSection:
        """About."""
        return self._keep("about", AboutSection(self.model))

    @property
    def section(self) -> Section:
        """The section in sight."""
        made: Section = getattr(self, self._name)
        return made

    # ---- what the window asks

    def title(self) -> str:
        """What the title bar says."""
        return say("settings_page.title")

    def on_shown(self, about: object) -> None:
        """Read again; ``about`` names a section."""
        self.model.load()
        if isinstance(about, str) and about in SECTIONS:
            self.nav.set_current(about)
            self.open_section(about)
            self.panes.open_side()
        self._shown.show_one(self.section)
        self.section.begin()
        self.focus_first()

    def on_changed(self, changed: Changed) -> None:
        """Read again where the page is in sight and it is about the team or the service."""
        if self.isVisible() and changed.rooms & {"person", "caseload_cap", "service"}:
            self.model.load()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Save the form in sight, filter the rates, back up."""
        section = self.section
        known: dict[str, Callable[[], None]] = {}
        if section.saves():
            known["save"] = section.save
        if isinstance(section, RatesSection):
            known["filter"] = section.focus_filter
        return known

    def can_leave(self) -> bool:
        """Always; what must not stay on screen is forgotten."""
        self.section.leave()
        return True

    def focus_first(self) -> None:
        """The list of sections, at the one in sight; at large text the section opened from it."""
        if self.nav.isVisibleTo(self):
            self.nav.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._into_section()

    # ---- sections

    def open_section(self, name: str) -> None:
        """Bring a section into sight."""
        if name not in SECTIONS or name == self._name:
            return
        self.section.leave()
        self._name = name
        self._shown.show_one(self.section)
        self.section.begin()
        self.section.to_top()

    def _enter(self) -> None:
        """Enter in the list goes into the section."""
        self.panes.open_side()
        self._into_section()

    def _into_section(self) -> None:
        inside = stops(self.section)
        if inside:
            inside[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        if self._name in self._made:
            self.section.refresh()

    def settle(self) -> None:
        """Before the store is locked: forget codes and passphrases on screen."""
        for section in self._made.values():
            section.leave()

    def _service_changed(self, service: Service) -> None:
        self.lock_minutes_chosen.emit(service.lock_minutes)

    def _show_working(self, working: bool) -> None:
        """The keys have the store to themselves, so nothing else can be pressed."""
        if working and self._working is None:
            self._working = WorkingDialog(self)
            self._working.open()
        elif not working and self._working is not None:
            self._working.close_dialog()
            self._working = None
