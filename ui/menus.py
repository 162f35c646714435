"""The menu bar, made from the list of commands, and the corner with Find, Hide names and Lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QProxyStyle,
    QSizePolicy,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from caseload.words import say
from ui.actions import COMMANDS, MENUS, Command, Context, in_menu, shown_shortcut
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.text import label


class Menus(QObject):
    """One QAction a command. A shortcut always reaches ``run``; the menu greys what is not allowed.

    ``allowed`` says whether a command may run now, ``context`` what ticks and names depend on.
    """

    def __init__(
        self,
        bar: QMenuBar,
        run: Callable[[str], object],
        allowed: Callable[[Command], bool],
        context: Callable[[], Context],
    ) -> None:
        super().__init__(bar)
        self._allowed, self._context = allowed, context
        self._style = _NoUnderline()
        self._style.setParent(self)
        bar.setStyle(self._style)
        self.actions: dict[str, QAction] = {}
        self.undo_words = ""
        for menu in MENUS:
            self._add_menu(bar, menu, run)
        self._dress()
        look().changed.connect(self._dress)

    def _add_menu(self, bar: QMenuBar, name: str, run: Callable[[str], object]) -> None:
        menu = QMenu(say(f"commands.menu.{name}"), bar)
        bar.addMenu(menu)
        group = 0
        for known in in_menu(name):
            if known.group != group:
                menu.addSeparator()
                group = known.group
            action = QAction(known.name.replace("&", "&&"), menu)
            shortcuts = [known.shortcut, *known.other_shortcuts] if known.shortcut else []
            action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
            action.setCheckable(known.chosen is not None)
            action.triggered.connect(lambda _on=False, command=known.id: run(command))
            action.setMenuRole(_role(known.id))
            menu.addAction(action)
            bar.window().addAction(action)
            self.actions[known.id] = action
        menu.aboutToShow.connect(self.refresh)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self.wake))

    def refresh(self) -> None:
        """Grey what is not allowed, tick what is on, name what would be undone."""
        context = self._context()
        for known in COMMANDS:
            action = self.actions[known.id]
            action.setEnabled(self._allowed(known))
            if known.chosen is not None:
                action.setChecked(known.chosen(context))
        named = say("commands.name.undo_named", what=self.undo_words)
        self.actions["undo"].setText(named if self.undo_words else say("commands.name.undo"))

    def wake(self) -> None:
        """Shortcuts work again; what they may do is decided when they are pressed."""
        for action in self.actions.values():
            action.setEnabled(True)

    def _dress(self) -> None:
        for known in COMMANDS:
            if known.icon:
                self.actions[known.id].setIcon(look().icon(known.icon, "muted", 16))


class _NoUnderline(QProxyStyle):
    """Words of the menu bar without underlines; Alt with the first letter opens a menu."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """No underline under a letter: an underline means a link."""
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, returned)


def _role(name: str) -> QAction.MenuRole:
    roles = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}
    return roles.get(name, QAction.MenuRole.NoRole)


class Corner(QWidget):
    """Find, Hide names and Lock at the right of the menu bar; icons alone at large text."""

    def __init__(self, run: Callable[[str], object]) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 1, 8, 1)
        across.setSpacing(2)
        keys = {known.id: shown_shortcut(known.shortcut) for known in COMMANDS}
        self.finder = Button(
            say("commands.name.find"), kind="find", icon="search", key=keys["find"], small=True
        )
        self.hide_names = Button(
            say("commands.name.hide_names"), kind="bar", icon="eye-off", small=True
        )
        self.lock = Button(say("commands.name.lock"), kind="bar", icon="lock", small=True)
        self._parts = {"find": self.finder, "hide_names": self.hide_names, "lock": self.lock}
        self.shared = SharedWords()
        across.addStretch(1)
        across.addWidget(self.shared)
        for name, button in self._parts.items():
            button.clicked.connect(lambda _on=False, command=name: run(command))
            across.addWidget(button)
        self.shared.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._dress()

    def show_shared(self, words: str) -> None:
        """While a client looks on: whose screen it is, and no finding of others; "" ends it."""
        self.shared.show_words(words)
        self.shared.setVisible(bool(words))
        for button in (self.finder, self.hide_names):
            button.setVisible(not words)

    def show_hidden(self, hidden: bool) -> None:
        """Say whether names are hidden."""
        self._hidden_words = say("window.show_names" if hidden else "commands.name.hide_names")
        self.hide_names.set_icon("eye" if hidden else "eye-off")
        self._dress()

    def _dress(self) -> None:
        large = look().large_text
        words = {name: say(f"commands.name.{name}") for name in self._parts}
        words["hide_names"] = getattr(self, "_hidden_words", words["hide_names"])
        for name, button in self._parts.items():
            button.set_words("" if large else words[name])
            button.setAccessibleName(words[name])
            button.setToolTip(words[name] if large else "")
        self.finder.set_key("" if large else shown_shortcut("Ctrl+K"))
        self.finder.setMinimumWidth(0 if large else look().px(320))

    def changeEvent(self, event: QEvent) -> None:
        """Words turn to icons at large text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_parts"):
            self._dress()


class SharedWords(QWidget):
    """A person's sign and 'Shared screen: only Yohannes is shown'."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._words = label("", "table", "accent", strong=True, wrap=False)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 10, 0)
        across.setSpacing(8)
        across.addWidget(self._icon)
        across.addWidget(self._words)
        self._dress()

    def show_words(self, words: str) -> None:
        """Say whose screen it is."""
        self._words.setText(words)

    def _dress(self) -> None:
        self._icon.setPixmap(look().pixmap("user-round", "accent", 16, self))

    def changeEvent(self, event: QEvent) -> None:
        """A new palette recolours the sign."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_words"):
            self._dress()
