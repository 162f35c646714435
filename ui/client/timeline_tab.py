"""The timeline: everything that happened, filtered, beside the facts that matter every day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.services.timeline import EntryKind
from caseload.values.dates import short_date
from caseload.words import say
from ui.client.contact_form import ContactForm
from ui.client.contact_view import ContactView
from ui.client.part import Part
from ui.client.side_facts import client_facts
from ui.client.timeline_view_model import FILTERS, SHOWN_AT_FIRST, TimelineViewModel
from ui.client.view_model import ClientViewModel
from ui.widgets.buttons import link
from ui.widgets.cards import EmptyState, SideFacts, upright_line
from ui.widgets.panes import Panes
from ui.widgets.scroll import ScrollColumn
from ui.widgets.tabs import TabRow
from ui.widgets.text import label
from ui.widgets.timeline import Entry, Timeline

SIDE_WIDTH = 300


class TimelineTab(Part):
    """The list with its filters; Enter opens a contact for reading and correcting."""

    record_asked = Signal()

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.words = TimelineViewModel(model)
        self.filters = TabRow(say("client_timeline.show"), kind="soft")
        for name in FILTERS:
            self.filters.add(name, say(f"client_timeline.filter.{name}", count=0))
        self.filters.picked.connect(self._filter)
        self.timeline = Timeline(say("client_timeline.name"))
        self.timeline.opened.connect(self.open_contact)
        self.earlier = link("")
        self.earlier.clicked.connect(self._more)
        self.none = label(say("client_timeline.none_of_kind"), "body", "muted")
        self.empty = EmptyState(
            say("client_timeline.nothing"),
            say("client_timeline.nothing_why"),
            say("client_timeline.first_contact"),
            icon="pencil",
        )
        self.empty.act.clicked.connect(self.record_asked)
        self.facts = SideFacts()
        self.panes = Panes(self._main(), self._side(), width=SIDE_WIDTH, large="below")
        self.add_view(self.panes)
        self.contact = ContactView(model, self.words)
        self.contact.closed.connect(self.close_contact)
        self.contact.correcting.connect(self._correct)
        self.add(self.contact)
        self.form = ContactForm(model, self.words)
        self.add_form(self.form)

    def _main(self) -> QWidget:
        self._scroll = ScrollColumn(margins=(24, 12, 24, 20), spacing=10)
        down = self._scroll.down
        down.addWidget(self.filters)
        down.addWidget(self.none)
        down.addWidget(self.timeline)
        down.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(self.empty)
        down.addStretch()
        return self._scroll

    def _side(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("role", "plain")
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        scroll = ScrollColumn(margins=(20, 14, 20, 16), spacing=0)
        scroll.down.addWidget(self.facts)
        scroll.down.addStretch()
        across.addWidget(upright_line())
        across.addWidget(scroll, 1)
        return frame

    # ---- showing

    def begin(self) -> None:
        """Another client: everything, from the top."""
        super().begin()
        self.words.filter = "all"
        self.words.most = SHOWN_AT_FIRST
        self.filters.blockSignals(True)
        self.filters.choose("all")
        self.filters.blockSignals(False)
        self.contact.close_contact()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read and show again, as far down as before."""
        if not self.model.is_open:
            return
        place = self._scroll.verticalScrollBar().value()
        self.words.read()
        for name, count in self.words.counts().items():
            self.filters.set_words(name, say(f"client_timeline.filter.{name}", count=count))
        self._show_entries()
        self.facts.show_facts(client_facts(self.model))
        if self.contact.is_open():
            self.contact.refresh()
        self._scroll.verticalScrollBar().setValue(place)

    def _show_entries(self) -> None:
        opens = self.model.header.notes_open
        entries = [
            Entry(
                entry.record_id if entry.kind is EntryKind.CONTACT else f"{at}:{entry.record_id}",
                short_date(entry.day),
                entry.icon,
                self.model.text(entry.title),
                self.model.text(entry.detail),
                entry.by,
                opens=opens and entry.kind is EntryKind.CONTACT,
            )
            for at, entry in enumerate(self.words.entries())
        ]
        total = self.words.counts()["all"]
        self.timeline.show_entries(entries)
        self.timeline.setVisible(bool(entries))
        self.filters.setVisible(total > 0)
        self.none.setVisible(total > 0 and not entries)
        self.empty.setVisible(total == 0)
        self.empty.act.setVisible(self.model.may(Action.WRITE_NOTES))
        left = self.words.left_out()
        self.earlier.set_words(say("client_timeline.earlier", count=left))
        self.earlier.setVisible(left > 0)

    def _filter(self, name: str) -> None:
        self.words.filter = name
        self.words.most = SHOWN_AT_FIRST
        if self.model.is_open:
            self._show_entries()

    def _more(self) -> None:
        self.words.most += 2 * SHOWN_AT_FIRST
        self._show_entries()

    # ---- one contact

    def open_contact(self, contact_id: object) -> None:
        """Show a contact in place of the list."""
        try:
            self.contact.show_contact(str(contact_id))
        except CaseloadError as why:
            self.model.refused.emit(why.sentence)
            return
        self.show_one(self.contact)
        self.contact.focus_first()

    def close_contact(self) -> None:
        """Back to the list, at the same entry."""
        contact_id = self.contact.contact_id
        self.contact.close_contact()
        self.show_one(self.panes)
        self.timeline.focus_entry(contact_id)

    def _correct(self) -> None:
        self.form.begin_contact(self.contact.contact)
        self.open_form(self.form)

    def close_form(self) -> None:
        """Back to the contact that was corrected."""
        if self.open_now() is None:
            return
        super().close_form()
        self.show_one(self.contact if self.contact.is_open() else self.panes)
        if self.contact.is_open():
            self.contact.focus_first()

    def cover_names(self) -> None:
        """Notes may name the client."""
        if self.open_now() is self.form:
            self.form.close_form()

    def focus_first(self) -> None:
        """The newest entry."""
        self.timeline.focus_entry(None)
