"""Backups: when the last was made, making one, restoring one, and looking the store over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from caseload.errors import CaseloadError
from caseload.people.roles import Action
from caseload.values.dates import clock_time, long_date
from caseload.words import say
from ui.settings.section import Section
from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, empty_layout
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.filling import show_filled
from ui.widgets.mark_line import MarkLine
from ui.widgets.text import label

OLD_AFTER_DAYS = 7
"""An older backup is spoken of as old: a week's work could be lost."""


class BackupsSection(Section):
    """``choose_folder`` is replaced in tests; restoring asks the window for its own page."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model, say("settings_page.backups.title"), say("settings_page.backups.sentence")
        )
        self.choose_folder: Callable[[str], str] = lambda title: QFileDialog.getExistingDirectory(
            self, title
        )
        self.problems = ErrorSummary()
        self.last = MarkLine("neutral", "", role="body")
        self.by_itself = label("", "table", "muted")
        self.done = MarkLine("positive", "", role="body")
        self.make = Button(say("settings_page.backups.make"), kind="primary", icon="hard-drive")
        self.make.clicked.connect(self._make)
        self.restore = Button(say("settings_page.backups.restore"))
        self.restore.clicked.connect(lambda: self.go.emit("restore_backup", ""))
        self.check = Button(say("settings_page.backups.check"))
        self.check.clicked.connect(self._check)
        self._found = QVBoxLayout()
        self._found.setSpacing(4)
        self._lay_out()

    def _lay_out(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        backup = Card(say("settings_page.backups.make_title"), heading=True)
        backup.down.setSpacing(8)
        for part in (self.problems, self.last, self.by_itself, self.done):
            backup.down.addWidget(part)
        backup.down.addWidget(label(say("settings_page.backups.opens"), "table", "muted"))
        backup.down.addWidget(self.make, 0, left)
        restore = Card(say("settings_page.backups.restore_title"), heading=True)
        restore.down.addWidget(label(say("settings_page.backups.restore_why"), "body", "muted"))
        restore.down.addWidget(self.restore, 0, left)
        check = Card(say("settings_page.backups.check_title"), heading=True)
        check.down.addWidget(label(say("settings_page.backups.check_why"), "body", "muted"))
        check.down.addLayout(self._found)
        check.down.addWidget(self.check, 0, left)
        for card in (backup, restore, check):
            self.down.addWidget(card)
        self.down.addStretch(1)

    # ---- showing

    def begin(self) -> None:
        """What was said before is over."""
        self.problems.clear()
        self.done.hide()
        empty_layout(self._found)
        self.refresh()

    def refresh(self) -> None:
        """Say when the last backup was made."""
        made = self.model.last_backups()
        kind, words = "warning", say("settings_page.backups.never")
        if made.by_hand is not None:
            moment = self.model.local(made.by_hand)
            days = (self.model.today - moment.date()).days
            at = {"day": long_date(moment.date()), "time": clock_time(moment.time())}
            if days <= 0:
                kind, words = "positive", say("settings_page.backups.today", **at)
            elif days <= OLD_AFTER_DAYS:
                kind, words = "positive", say("settings_page.backup_days", count=days, **at)
            else:
                words = say("settings_page.backup_old", count=days, **at)
        self.last.set_line(kind, words)
        self.by_itself.setVisible(made.by_itself is not None)
        if made.by_itself is not None:
            day = long_date(self.model.local(made.by_itself).date())
            self.by_itself.setText(say("settings_page.backups.by_itself", day=day))
        self.make.setVisible(self.model.session.services.people.may(Action.BACK_UP))

    # ---- doing

    def _make(self) -> None:
        chosen = self.choose_folder(say("settings_page.backups.choose"))
        if chosen:
            self.problems.clear()
            self.done.hide()
            self.make.setEnabled(False)
            self.model.back_up(Path(chosen), self._made, self._not_made)

    def _made(self, file: Path) -> None:
        self.make.setEnabled(True)
        words = say("settings_page.backups.made", file=file.name, folder=file.parent.name)
        self.done.set_line("positive", words)
        self.done.show()
        self.said.emit(words)

    def _not_made(self, why: CaseloadError) -> None:
        self.make.setEnabled(True)
        self.problems.show_sentence(why.sentence)

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.model.check(self._checked, self._not_checked)

    def _checked(self, found: list[str]) -> None:
        self.check.setEnabled(True)
        empty_layout(self._found)
        well = say("settings_page.backups.well")
        for words in found or [well]:
            self._found.addWidget(MarkLine("danger" if found else "positive", words))
        show_filled(self._found)
        self.said.emit(" ".join(found) or well)

    def _not_checked(self, why: CaseloadError) -> None:
        self._checked([why.sentence])
