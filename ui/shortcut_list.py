"""The list of keyboard shortcuts, read from the list of commands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseload.words import say
from ui.actions import COMMANDS, shown_shortcut
from ui.widgets.dialog import Dialog
from ui.widgets.record_table import Column, RecordTable, Row


def shortcut_rows() -> list[Row]:
    """One row a command that has a shortcut: its menu, its name, its keys."""
    return [
        Row(
            known.id,
            (
                known.name,
                shown_shortcut(known.shortcut),
                say(f"commands.menu.{known.menu}").replace("&", ""),
            ),
        )
        for known in COMMANDS
        if known.shortcut
    ]


class ShortcutList(Dialog):
    """All shortcuts over the window; arrow keys move, Escape closes."""

    def __init__(self, over: QWidget) -> None:
        title = say("commands.shortcuts.title")
        super().__init__(over, title, say("commands.shortcuts.sentence"))
        self.table = RecordTable(
            title,
            [
                Column(say("commands.shortcuts.command"), 300, "name", stretch=True),
                Column(say("commands.shortcuts.keys"), 140, "action"),
                Column(say("commands.shortcuts.menu"), 100, "state"),
            ],
            row_height=26,
        )
        self.table.show_rows(shortcut_rows())
        self.down.addWidget(self.table)
        self.add_close(say("commands.shortcuts.close"))
