"""Ctrl+K: find a command or a person by typing, and go there with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from caseload.words import say
from ui.actions import COMMANDS, Command, shown_shortcut
from ui.pages import Found
from ui.speak import speak
from ui.widgets.dialog import Dialog
from ui.widgets.inputs import TextInput
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import label

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_MOST = 8
_MENU_ORDER = ("record", "client", "go", "view", "file", "edit", "help")
_SPEAK_AFTER_MS = 600


class CommandPalette(Dialog):
    """A box and a list over the window; commands that are not allowed now are left out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, say("commands.palette.title"), width=640)
        self._main = window
        self._allowed = [known for known in COMMANDS if window.may(known) and known.id != "find"]
        self.box = TextInput()
        self.box.setAccessibleName(say("commands.palette.title"))
        self.box.setAccessibleDescription(say("commands.palette.hint"))
        self.hint = label(say("commands.palette.hint"), "small", "muted")
        self.results = RecordTable(
            say("commands.palette.title"),
            [
                Column("", 300, "name", stretch=True),
                Column("", 170, "state"),
                Column("", 90, "state"),
            ],
            row_height=32,
            head=False,
        )
        self.nothing = label("", "table", "muted")
        self.down.setSpacing(6)
        for part in (self.box, self.hint, self.results, self.nothing):
            self.down.addWidget(part)
        self.box.textChanged.connect(self._look_up)
        self.box.installEventFilter(self)
        self.results.opened.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SPEAK_AFTER_MS)
        self._pause.timeout.connect(self._say_found)
        self._found: dict[str, Found] = {}
        self._look_up("")

    def open(self) -> None:
        """Show it with the cursor in the box."""
        super().open()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self, text: str) -> list[Command]:
        """The allowed commands that fit what is typed."""
        fitting = [known for known in self._allowed if known.matches(text)]
        return sorted(fitting, key=lambda known: _MENU_ORDER.index(known.menu))

    def people(self, text: str) -> Sequence[Found]:
        """People and employers who fit."""
        session = self._main.session()
        if session is None or not text.strip() or self._main.is_covered():
            return []
        return session.find(text)[:_MOST]

    def _look_up(self, text: str) -> None:
        found = self.people(text)
        self._found = {f"found {at}": one for at, one in enumerate(found)}
        rows = [
            Row(key, (one.words, Cell(one.detail, tone="muted"), ""))
            for key, one in self._found.items()
        ]
        rows += [
            Row(
                known.id,
                (
                    known.name,
                    Cell(say(f"commands.menu.{known.menu}").replace("&", ""), tone="muted"),
                    Cell(shown_shortcut(known.shortcut), tone="muted"),
                ),
            )
            for known in self.commands(text)[: _MOST if text else 7]
        ]
        self.results.show_rows(rows)
        if rows:
            self.results.set_current(rows[0].id)
        self.results.setVisible(bool(rows))
        self.nothing.setText(say("commands.palette.nothing", text=text) if not rows else "")
        self.nothing.setVisible(not rows)
        self._pause.start()
        self.place_card()

    def _say_found(self) -> None:
        if self.isVisible() and self.box.text():
            count = len(self.results.rows.rows)
            speak(say("commands.palette.found", count=count), self.box)

    def _take(self, key: object) -> None:
        main = self._main
        found = self._found.get(str(key))
        self.close_dialog()
        if found is not None:
            main.go(found.place, found.about)
        else:
            main.run(str(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the box, arrows move in the list and Enter takes the current line."""
        if (
            watched is getattr(self, "box", None)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            key = Qt.Key(event.key())
            if key in steps:
                self.results.move(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                current = self.results.current_id()
                if current is not None:
                    self._take(current)
                return True
        return super().eventFilter(watched, event)
