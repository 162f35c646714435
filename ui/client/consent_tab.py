"""Consent: every purpose with how it stands; answers recorded, and taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseload.clients.consent import Standing
from caseload.words import say
from ui.client.consent_form import ConsentForm
from ui.client.consent_view_model import ConsentViewModel, PurposeWords
from ui.client.narrow import Narrow
from ui.client.part import Part
from ui.client.side_facts import STANDING_KINDS
from ui.client.view_model import ClientViewModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, empty_layout, hairline
from ui.widgets.dialog import Dialog
from ui.widgets.flow import SideBySide
from ui.widgets.marks import Mark
from ui.widgets.text import label

_STANDS = (Standing.GIVEN, Standing.AGREED_WORDS, Standing.ASK_AGAIN)


class ConsentTab(Part):
    """A row for each purpose; the agreed words stand large."""

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__(model)
        self.words = ConsentViewModel(model)
        down = self.add_view()
        down.addWidget(label(say("client_consent.why"), "body", "muted"))
        self._card = Card()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._card.down.addLayout(self._rows)
        down.addWidget(Narrow(self._card))
        down.addStretch()
        self.form = ConsentForm(self.words)
        self.add_form(self.form)
        self.rows: dict[str, PurposeRow] = {}
        self._last = ""

    def refresh(self) -> None:
        """Read and show every purpose."""
        if not self.model.is_open:
            return
        self.words.read()
        empty_layout(self._rows)
        self.rows = {}
        may = self.words.may_write()
        for at, purpose in enumerate(self.words.purposes()):
            if at:
                self._rows.addWidget(hairline())
            row = PurposeRow(purpose, may_write=may)
            row.asked.connect(self.ask)
            row.withdrawn.connect(self._confirm_withdrawal)
            self.rows[purpose.purpose] = row
            self._rows.addWidget(row)

    def ask(self, purpose: str) -> None:
        """Open the form for an answer."""
        self._last = purpose
        self.form.begin_purpose(purpose)
        self.open_form(self.form)

    def _confirm_withdrawal(self, purpose: str) -> None:
        self._last = purpose
        dialog = Dialog(
            self,
            say("client_consent.withdraw_title"),
            say("client_consent.withdraw_why", name=self.model.first_name()),
            width=560,
        )
        dialog.add_close(say("client_consent.withdraw_no"))
        yes = dialog.add_action(say("client_consent.withdraw_yes"), destroys=True)
        yes.clicked.connect(dialog.close_dialog)
        yes.clicked.connect(lambda: self._withdraw(purpose))
        dialog.open()

    def _withdraw(self, purpose: str) -> None:
        self.words.withdraw(purpose, self.model.today, self.focus_first)

    def focus_first(self) -> None:
        """The purpose that was asked about last, else the first."""
        row = self.rows.get(self._last) or next(iter(self.rows.values()), None)
        if row is not None and row.give.isVisibleTo(self):
            row.give.setFocus(Qt.FocusReason.OtherFocusReason)


class PurposeRow(QWidget):
    """``asked`` records an answer, ``withdrawn`` takes it back."""

    asked = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, purpose: PurposeWords, *, may_write: bool) -> None:
        super().__init__()
        stands = purpose.standing in _STANDS
        key = "again" if stands or purpose.standing is Standing.WITHDRAWN else "give"
        self.give = Button(say(f"client_consent.{key}"), small="medium")
        self.give.setAccessibleDescription(purpose.name)
        self.give.clicked.connect(lambda: self.asked.emit(purpose.purpose))
        self.withdraw = Button(say("client_consent.withdraw"), small="medium")
        self.withdraw.setAccessibleDescription(purpose.name)
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(purpose.purpose))
        word = say(f"client_page.standing.{purpose.standing}")
        told = QWidget()
        down = QVBoxLayout(told)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addWidget(label(purpose.name, "body", strong=True))
        down.addWidget(Mark(STANDING_KINDS[purpose.standing], word))
        down.addWidget(label(purpose.detail, "table", "muted"))
        right = QWidget()
        across = QHBoxLayout(right)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.give)
        across.addWidget(self.withdraw)
        across.addStretch()
        if not stands:
            self.withdraw.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 10, 0, 10)
        around.setSpacing(8)
        around.addWidget(SideBySide(told, right, stretches=(1, 0)))
        if not may_write:
            right.hide()
        if purpose.words:
            around.addWidget(_Quote(purpose.words))


class _Quote(QFrame):
    """The agreed words, large: nothing more may be said."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("role", "quote")
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 10, 16, 10)
        down.setSpacing(2)
        down.addWidget(label(say("client_consent.only_this"), "small", "muted", strong=True))
        down.addWidget(label(say("client_page.quoted", words=words), "heading"))
