"""'Line for the GP': one press, words on the clipboard for a minute; or why not, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseload.clients.consent import Standing
from caseload.words import say
from ui.client.view_model import ClientViewModel
from ui.clipboard import BriefClipboard
from ui.widgets.dialog import Dialog

_MAY_BE_TOLD = (Standing.GIVEN, Standing.ASK_AGAIN)


class ClinicalLine(QObject):
    """``copy()`` for the GP's notes; ``consent_asked`` where the client has not been asked yet."""

    consent_asked = Signal()

    def __init__(self, page: QWidget, model: ClientViewModel) -> None:
        super().__init__(page)
        self._page = page
        self._model = model
        self.clipboard = BriefClipboard(self)

    def copy(self) -> None:
        """A line for the GP's notes."""
        self._model.copy_line("gp", self._copied, self._refused)

    def clear(self) -> None:
        """Take the words away, before locking or leaving."""
        self.clipboard.clear()

    def _copy_for_team(self) -> None:
        self._model.copy_line("clinical_team", self._copied, self._tell)

    def _copied(self, words: str) -> None:
        self.clipboard.copy(words)
        self._model.said.emit(say("client_page.line_copied"))

    def _refused(self, sentence: str) -> None:
        dialog = Dialog(self._page, say("client_page.line_refused"), sentence, width=520)
        told = {line.purpose: line.standing for line in self._model.header.consents}
        if told.get("clinical_team") in _MAY_BE_TOLD:
            other = dialog.add_action(say("client_page.line_for_team"), primary=True)
            other.clicked.connect(dialog.close_dialog)
            other.clicked.connect(self._copy_for_team)
        consent = dialog.add_action(say("client_page.line_consent"))
        consent.clicked.connect(dialog.close_dialog)
        consent.clicked.connect(self.consent_asked)
        dialog.add_close(say("client_page.line_back"))
        dialog.open()

    def _tell(self, sentence: str) -> None:
        dialog = Dialog(self._page, say("client_page.line_refused"), sentence, width=520)
        dialog.add_close(say("client_page.line_back"))
        dialog.open()
