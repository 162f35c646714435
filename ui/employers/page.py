"""The employers' page: the list at the left, and at the right one employer, or a form about one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from caseload.changes import Changed
from caseload.services.all_services import Services
from caseload.words import say
from ui.background import Runner
from ui.employers.card_view import CardView
from ui.employers.contact_form import ContactForm
from ui.employers.employer_form import EmployerForm
from ui.employers.employer_list import EmployerList
from ui.employers.view_model import EmployersModel
from ui.pages import PageBase
from ui.privacy import names
from ui.widgets.at_widest import at_widest
from ui.widgets.kept_form import KeptForm
from ui.widgets.one_of import OneOf
from ui.widgets.panes import Panes
from ui.widgets.scroll import ScrollColumn

VISIT, NEW = "visit:", "new:"
"""What ``on_shown`` may be given besides an employer's id: record a contact, for the client whose
id follows where there is one; add an employer."""

F = TypeVar("F", bound=KeptForm)


class EmployersPage(PageBase):
    """``go`` leads to clients; ``said`` tells what was saved."""

    go = Signal(str, str)
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.model = EmployersModel(services, background)
        self.listing = EmployerList(self.model)
        self.card = CardView(self.model)
        self._right = OneOf()
        self._right.add(self.card)
        self._holders: dict[KeptForm, ScrollColumn] = {}
        self.panes = Panes(self.listing, self._right, width=292, large="page", fixed="main")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.panes)
        self._connect()

    # ---- the forms, each made when it is first asked for

    def _keep(self, form: F) -> F:
        holder = ScrollColumn(margins=(24, 20, 24, 20))
        holder.down.addLayout(at_widest(form))
        holder.down.addStretch(1)
        self._holders[form] = holder
        self._right.add(holder)
        form.left.connect(self._close_form)
        return form

    @cached_property
    def record(self) -> ContactForm:
        """Log a contact."""
        return self._keep(ContactForm(self.model))

    @cached_property
    def correct(self) -> ContactForm:
        """Put a contact right."""
        return self._keep(ContactForm(self.model, correcting=True))

    @cached_property
    def add(self) -> EmployerForm:
        """Add an employer."""
        made = self._keep(EmployerForm(self.model, adding=True))
        made.known.connect(self._open_known)
        return made

    @cached_property
    def change(self) -> EmployerForm:
        """Change an employer."""
        made = self._keep(EmployerForm(self.model, adding=False))
        made.known.connect(self._open_known)
        return made

    def _connect(self) -> None:
        table, search = self.listing.table, self.listing.filter
        self.model.said.connect(self.said)
        self.model.refused.connect(self.said)
        self.listing.add.clicked.connect(self.begin_adding)
        self.listing.empty.act.clicked.connect(self.begin_adding)
        table.current_changed.connect(self._choose)
        table.opened.connect(lambda _id: self._open())
        table.typed.connect(self._type)
        search.textChanged.connect(self._filter)
        search.moved.connect(table.move)
        search.returnPressed.connect(self._open)
        search.left.connect(lambda: table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.card.asked.connect(self._ask)
        self.card.corrected.connect(self._begin_correction)
        self.card.opened.connect(lambda client_id: self.go.emit("client", client_id))
        self.panes.side_closed.connect(self.focus_first)

    # ---- what the window asks

    def title(self) -> str:
        """What the title bar says; employers are no secret, clients are never in it."""
        return say("employers_page.title")

    def on_shown(self, about: object) -> None:
        """Read again; ``about`` chooses an employer, or begins a form."""
        asked = about if isinstance(about, str) else ""
        form = asked.startswith((VISIT, NEW))
        if asked and not form:
            self.model.employer_id = asked
            self._leave_form()
        self.model.load()
        if not self.model.employer_id and self.model.rows:
            self._choose(self.listing.table.current_id())
        if asked.startswith(VISIT):
            self.begin_contact(asked.removeprefix(VISIT))
        elif asked == NEW:
            self.begin_adding()
        elif self._form() is None:
            self.focus_first()
            if asked:
                self.panes.open_side()

    def on_changed(self, _changed: Changed) -> None:
        """Read again where the page is in sight; what is typed stays."""
        if self.isVisible():
            self.card.said.read_again()
            self.model.load()
            for form in self._holders:
                form.refresh()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Filter, save, record a contact, add an employer."""
        known: dict[str, Callable[[], None]] = {"filter": self._focus_filter}
        form = self._form()
        if form is not None:
            known["save"] = form.submit
        if self.model.may_write():
            known["record_visit"] = self.begin_contact
            known["new_employer"] = self.begin_adding
        return known

    def can_leave(self) -> bool:
        """Always: what is typed is kept."""
        form = self._form()
        if form is not None:
            form.settle()
        return True

    def focus_first(self) -> None:
        """The list; the first action where there is none."""
        if self.model.rows:
            self.listing.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.listing.empty.act.isVisibleTo(self):
            self.listing.empty.act.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- choosing

    def _choose(self, now: object) -> None:
        """The employer whose row is current; a form about another is kept and left."""
        if isinstance(now, str) and now and now != self.model.employer_id:
            self._leave_form()
            self.model.choose(now)

    def _open(self) -> None:
        """Enter: into the card, which at large text takes the whole page."""
        now = self.listing.table.current_id()
        if now is None:
            return
        self._choose(now)
        self.panes.open_side()
        first = self.card.back if self.panes.turned() else self.card.record
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_known(self, employer_id: str) -> None:
        self._leave_form()
        self.model.choose(employer_id)
        self.listing.table.set_current(employer_id)

    def _ask(self, what: str) -> None:
        card = self.model.card
        if what == "back":
            self.panes.close_side()
        elif what == "record":
            self.begin_contact()
        elif card is not None:
            self.change.begin_employer(card.employer)
            self._show_form(self.change)

    # ---- filter

    def _filter(self, text: str) -> None:
        self._leave_form()
        self.model.set_filter(text)

    def _focus_filter(self) -> None:
        self.panes.close_side()
        self.listing.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.listing.filter.selectAll()

    def _type(self, letters: str) -> None:
        """Letters typed in the list go on in the filter."""
        self._focus_filter()
        self.listing.filter.setText(self.listing.filter.text() + letters)
        self.listing.filter.end(False)

    # ---- forms

    def begin_contact(self, client_id: str = "") -> None:
        """Log a contact with the employer in sight, or with one to be named."""
        if not self.model.may_write():
            return
        card = self.model.card
        self.record.begin_contact(card.employer if card is not None else None, client_id)
        self._show_form(self.record)

    def _begin_correction(self, contact_id: str) -> None:
        card = self.model.card
        if card is None:
            return
        if names().hidden:
            self.said.emit(say("employers_page.form.hidden_names"))
            return
        for line in card.log:
            if line.contact.id == contact_id:
                self.correct.begin_correction(line.contact, card.employer)
                self._show_form(self.correct)

    def begin_adding(self) -> None:
        """Add an employer."""
        if self.model.may_write():
            self.add.begin_employer(None)
            self._show_form(self.add)

    def _form(self) -> KeptForm | None:
        shown = self._right.in_sight()
        return next((form for form, holder in self._holders.items() if holder is shown), None)

    def _show_form(self, form: KeptForm) -> None:
        self._leave_form()
        self._right.show_one(self._holders[form])
        self.panes.open_side()
        form.focus_first()

    def _leave_form(self) -> None:
        form = self._form()
        if form is not None:
            form.settle()
            self._right.show_one(self.card)

    def _close_form(self) -> None:
        """Back to the employer, at the place in the list."""
        self._right.show_one(self.card)
        if self.model.employer_id:
            self.listing.table.set_current(self.model.employer_id)
        if not self.panes.turned() or not self.model.employer_id:
            self.panes.close_side()
            self.focus_first()
        else:
            self.card.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the card comes back to the list."""
        inside = QApplication.focusWidget()
        in_card = inside is not None and self.card.isAncestorOf(inside)
        if event.key() == Qt.Key.Key_Escape and in_card and not self.panes.turned():
            self.focus_first()
            return
        super().keyPressEvent(event)
