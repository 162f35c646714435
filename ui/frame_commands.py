"""What the window itself answers: places, panes, text size, palette, hide names, find, help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from caseload import __version__
from caseload.words import say
from ui.actions import PLACES
from ui.command_palette import CommandPalette
from ui.privacy import names
from ui.shortcut_list import ShortcutList
from ui.theme import look
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_STEP = 0.25


class FrameCommands:
    """Registers the commands of the frame."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def register(self) -> None:
        """Answer every command that needs no service."""
        on, window = self._window.commands.on, self._window
        for name, place in PLACES.items():
            on(name, partial(self._go, place))
        on("go_back", lambda: self._drop(window.go_back()))
        on("next_pane", lambda: window.move_pane(1))
        on("previous_pane", lambda: window.move_pane(-1))
        on("lock", window.lock_asked.emit)
        on("quit", lambda: self._drop(window.close()))
        on("hide_names", lambda: names().hide(not names().hidden))
        on("text_larger", lambda: self._size(look().text_scale + _STEP))
        on("text_smaller", lambda: self._size(look().text_scale - _STEP))
        on("text_normal", lambda: self._size(1.0))
        for choice in ("light", "dark", "contrast", "system"):
            on(f"palette_{choice}", partial(self._wear, choice))
        for name in ("cut", "copy", "paste"):
            on(name, partial(self._edit, name))
        on("select_all", partial(self._edit, "selectAll"))
        on("find", self._find)
        on("shortcuts", lambda: ShortcutList(window).open())
        on("about", self._about)

    def _drop(self, _result: object) -> None:
        """A command gives nothing back."""

    def _go(self, place: str) -> None:
        self._window.go(place)

    def _size(self, scale: float) -> None:
        look().wear(text_scale=scale)
        self._window.look_chosen.emit(look().choice, look().text_scale)

    def _wear(self, choice: str) -> None:
        look().wear(choice)
        self._window.look_chosen.emit(look().choice, look().text_scale)

    def _edit(self, verb: str) -> None:
        focused: QWidget | None = QApplication.focusWidget()
        does = getattr(focused, verb, None)
        if callable(does):
            does()

    def _find(self) -> None:
        CommandPalette(self._window).open()

    def _about(self) -> None:
        title = say("commands.about.title", version=__version__)
        dialog = Dialog(self._window, title, say("commands.about.sentence"))
        dialog.add_close(say("commands.shortcuts.close"))
        dialog.open()
