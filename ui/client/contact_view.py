"""One contact opened from the timeline: everything in it, and what stood there before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.contacts.client_contact import ClientContact
from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.values.dates import long_date
from caseload.words import say
from ui.client.narrow import Narrow
from ui.client.timeline_view_model import TimelineViewModel
from ui.client.view_model import ClientViewModel
from ui.privacy import names
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, SummaryList, empty_layout
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label, small_heading


class ContactView(ScrollColumn):
    """``show_contact(id)``; ``closed`` goes back to the list, ``correcting`` opens the form."""

    closed = Signal()
    correcting = Signal()

    def __init__(self, model: ClientViewModel, words: TimelineViewModel) -> None:
        super().__init__()
        self._model = model
        self._words = words
        self._contact: ClientContact | None = None
        self.setProperty("pane", True)
        self.back = Button(say("client_timeline.back"), icon="chevron-left", small="medium")
        self.back.clicked.connect(self.closed)
        self.correct = Button(say("client_timeline.correct"), icon="pencil")
        self.correct.clicked.connect(self.correcting)
        self.remove = Button(say("client_timeline.remove"))
        self.remove.clicked.connect(self._ask_to_remove)
        self.why_not = label("", "small", "muted")
        self._card = Card(" ", heading=True)
        self._facts = SummaryList(changeable=False)
        self.notes = label("", "body")
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._earlier = QVBoxLayout()
        buttons = QWidget()
        across = Flow(buttons, gap=12)
        across.addWidget(self.correct)
        across.addWidget(self.remove)
        self._card.down.addWidget(self.notes)
        self._card.down.addWidget(self._facts)
        self._card.down.addLayout(self._earlier)
        self._card.down.addWidget(buttons)
        self._card.down.addWidget(self.why_not)
        self.down.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.down.addWidget(Narrow(self._card))
        self.down.addStretch()

    @property
    def contact(self) -> ClientContact:
        """The contact in sight."""
        if self._contact is None:
            raise LookupError("no contact is open")
        return self._contact

    @property
    def contact_id(self) -> str:
        """The id of the contact in sight; "" when there is none."""
        return "" if self._contact is None else self._contact.id

    def is_open(self) -> bool:
        """Whether a contact is in sight."""
        return self._contact is not None

    def show_contact(self, contact_id: str) -> None:
        """Read a contact and show it. Raises what the service raises."""
        self._contact = self._words.contact(contact_id)
        self._show(self._contact)

    def close_contact(self) -> None:
        """None is in sight."""
        self._contact = None

    def refresh(self) -> None:
        """Read it again; back to the list where it has gone."""
        if self._contact is None:
            return
        try:
            contact = self._words.contact(self._contact.id)
        except CaseloadError:
            self.closed.emit()
            return
        if contact.hidden:
            self.closed.emit()
            return
        self._contact = contact
        self._show(contact)

    def _show(self, contact: ClientContact) -> None:
        how = say(f"timeline.medium.{contact.medium}")
        title = say("client_timeline.title", how=how, day=long_date(contact.day))
        self._card.set_title(title)
        self.setAccessibleName(title)
        self.notes.setText(self._model.text(contact.notes) or say("client_page.no_notes"))
        self._facts.show_answers(self._words.facts(contact))
        empty_layout(self._earlier)
        for earlier in self._words.earlier(contact):
            self._earlier.addWidget(small_heading(earlier.when))
            self._earlier.addWidget(label(earlier.words, "table", "muted"))
        may = self._model.may(Action.WRITE_NOTES)
        self.correct.setVisible(may and not names().hidden)
        self.remove.setVisible(may)
        hidden = may and names().hidden
        self.why_not.setText(say("client_timeline.hidden_names") if hidden else "")
        self.why_not.setVisible(hidden)

    def _ask_to_remove(self) -> None:
        dialog = Dialog(
            self, say("client_timeline.remove_title"), say("client_timeline.remove_why"), width=520
        )
        dialog.add_close(say("client_timeline.remove_no"))
        yes = dialog.add_action(say("client_timeline.remove_yes"), destroys=True)
        yes.clicked.connect(dialog.close_dialog)
        yes.clicked.connect(self._remove)
        dialog.open()

    def _remove(self) -> None:
        self._words.remove(self.contact, lambda _contact: self.closed.emit())

    def focus_first(self) -> None:
        """The way back: it is what is wanted most often."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
