"""The pane for recording a contact beside the caseload, as tests open it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.contacts.client_contact import ClientContact
from tests.ui.in_window import in_window
from ui.background import AtOnce
from ui.caseload_list.page import CaseloadListPage
from ui.main_window import MainWindow
from ui.record_contact.answers import Answers
from ui.record_contact.pane import RecordContactPane
from ui.record_contact.view_model import FORM


class BesideCaseload:
    """The pane beside the caseload."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.session = session
        self.page = CaseloadListPage(session.services, AtOnce())
        self.window: MainWindow = in_window(qtbot, session, "caseload", self.page)
        self.pane = RecordContactPane(session.services, AtOnce())
        beside = self.window.beside
        self.pane.opened.connect(lambda: beside.show_pane(self.pane, self.pane.wanted_width))
        self.pane.closed.connect(beside.hide_pane)
        self.put = self.pane.fields.inputs

    def id_of(self, name: str) -> str:
        return next(row.client_id for row in self.page.model.page.rows if row.name == name)

    def begin(self, name: str = "") -> str:
        client_id = self.id_of(name) if name else ""
        self.pane.begin(client_id)
        QApplication.processEvents()
        return client_id

    def newest(self, client_id: str) -> ClientContact:
        return self.session.services.contacts.of_client(client_id)[0]

    def draft(self, client_id: str = "") -> Answers | None:
        kept = self.session.services.drafts.get(form=FORM, subject_id=client_id)
        return Answers.from_draft(kept) if kept else None
