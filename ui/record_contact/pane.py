"""The pane that slides in beside the list: record a contact and be back where one was."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseload.services.all_services import Services
from caseload.words import say
from ui.background import Runner
from ui.record_contact.form import ContactFields
from ui.record_contact.view_model import RecordContactModel
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import upright_line
from ui.widgets.flow import Flow
from ui.widgets.notes_edit import SETTLE_MS
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label

WIDTH = 496


class RecordContactPane(QFrame):
    """``pane.begin(client_id)``; an empty id resumes the newest draft.

    ``opened`` asks the window to show it, ``closed`` to take it away; ``said`` carries what was
    saved. ``settle`` keeps the draft at once, before a lock.
    """

    opened = Signal()
    closed = Signal()
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setProperty("pane", True)
        self.setAccessibleName(say("record_contact.title"))
        self.model = RecordContactModel(services, background)
        self.model.setParent(self)
        self.fields = ContactFields(self.model)
        self._came_from: QWidget | None = None
        self._saving = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self._keep)
        self.save = Button(say("record_contact.save"), kind="primary", key="Ctrl Enter")
        self.discard = Button(say("record_contact.discard"), kind="quiet", destroys=True)
        self.told = label("", "small", "muted", wrap=False)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._edge = upright_line()
        across.addWidget(self._edge)
        down = QVBoxLayout()
        down.setSpacing(0)
        across.addLayout(down, 1)
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 24, 6)
        head.addWidget(label(say("record_contact.title"), "heading"), 1)
        self.close_button = Button(say("record_contact.close"), kind="bar", key="Esc")
        head.addWidget(self.close_button)
        down.addLayout(head)
        self._scroll = ScrollColumn(margins=(24, 4, 24, 12), spacing=10)
        self._scroll.down.addWidget(self.fields, 1)
        down.addWidget(self._scroll, 1)
        foot = QWidget()
        flow = Flow(foot, gap=8)
        flow.setContentsMargins(24, 8, 24, 12)
        flow.addWidget(self.save)
        flow.addWidget(self.discard)
        flow.addWidget(self.told)
        down.addWidget(foot)
        look().changed.connect(self._fit)
        self._fit()

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._discard)
        self.close_button.clicked.connect(self.leave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)
        self.fields.edited.connect(self._pause.start)
        self.fields.inputs.notes.submitted.connect(self._save)
        self.model.kept.connect(self.told.setText)
        self.model.saved.connect(self._saved)
        self.model.refused.connect(self._refused)

    def _fit(self) -> None:
        self._edge.setVisible(not look().large_text)
        self.told.setMinimumHeight(look().px(36))

    def wanted_width(self) -> int:
        """How wide it stands beside a page, in pixels at this text size."""
        return look().px(WIDTH)

    # ---- coming and going

    def begin(self, client_id: str = "", *, about: str = "") -> None:
        """Come into sight for this client; what was typed and not saved comes back. ``about`` is
        "appointment" for what came of the one that waits for it.
        """
        if self.isVisible() and (not client_id or client_id == self.model.client_id):
            self.fields.focus_first()
            return
        self.settle()
        now = QApplication.focusWidget()
        if now is not None and not self.isAncestorOf(now):
            self._came_from = now
        self.opened.emit()
        self.model.begin(client_id, about=about)
        self.told.setText(say("record_contact.draft_back") if self.model.has_draft else "")
        self.fields.focus_first()

    def leave(self) -> None:
        """Close it; the draft is kept, and the focus goes back to where it was."""
        self.settle()
        self._go()

    def _go(self) -> None:
        self.closed.emit()
        before = self._came_from
        self._came_from = None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep what is waiting to be kept, now."""
        if self._pause.isActive():
            self._keep()

    def _keep(self) -> None:
        self._pause.stop()
        if not self._saving:
            self.model.keep(self.fields.answers())

    def _save(self) -> None:
        if self.isVisible() and not self._saving:
            self._saving = True
            self.model.save(self.fields.answers())

    def _refused(self, _problems: object) -> None:
        """Nothing typed is lost by a refusal, nor by a crash after it."""
        if self._saving:
            self._saving = False
            self._pause.start()

    def _saved(self, sentence: str) -> None:
        self._saving = False
        self._pause.stop()
        self.said.emit(sentence)
        self._go()

    def _discard(self) -> None:
        self._pause.stop()
        self.told.setText("")
        self.model.discard()
        self.fields.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, and nothing is lost."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
