"""The look in use: palette and text scale, switched at any moment without a restart."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleFactory, QWidget

from ui.theme.fonts import load_fonts, made_font
from ui.theme.icons import icon_pixmap, made_icon
from ui.theme.palettes import PALETTES, Tokens, qt_palette, tokens_of_system
from ui.theme.stylesheet import made_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from ui.theme.ring import FocusRing

SMALLEST, LARGEST = 1.0, 2.0
LARGE_TEXT = 1.5  # from here rows stack, side columns move under, the sidebar shows icons


class Look(QObject):
    """Dresses the application; ``changed`` tells whoever paints or lays out by hand.

    Use ``look()`` to reach it. ``choice`` is light, dark, contrast or system (which follows the
    computer's own setting while the program runs).
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_palette = QPalette(application.palette())
        self.choice = "light"
        self.palette_name = "light"
        self.tokens: Tokens = PALETTES["light"]
        self.text_scale = SMALLEST
        _Worn.look = self  # dressing asks every widget that stands already for its size
        load_fonts()
        style = QStyleFactory.create("Fusion")
        application.setStyle(style)
        self._ring: FocusRing | None = None
        application.focusChanged.connect(self._follow_focus)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._dress()

    @property
    def large_text(self) -> bool:
        """Whether rows stack and side columns move under the main one."""
        return self.text_scale >= LARGE_TEXT

    def wear(self, choice: str | None = None, text_scale: float | None = None) -> None:
        """Change the palette (light, dark, contrast, system), the text scale, or both."""
        before = self.choice, self.text_scale
        if choice is not None:
            self.choice = choice
        if text_scale is not None:
            self.text_scale = min(LARGEST, max(SMALLEST, round(text_scale, 2)))
        if (self.choice, self.text_scale) != before:
            self._dress()

    def _follow_system(self) -> None:
        if self.choice == "system":
            self._dress()

    def _resolved(self) -> tuple[str, Tokens]:
        if self.choice in PALETTES:
            return self.choice, PALETTES[self.choice]
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            own = sys.platform == "win32"
            tokens = tokens_of_system(self._system_palette) if own else PALETTES["contrast"]
            return "contrast", tokens
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
        return name, PALETTES[name]

    def _dress(self) -> None:
        self.palette_name, self.tokens = self._resolved()
        self._application.setFont(self.font("body"))
        self._application.setPalette(qt_palette(self.tokens))
        self._application.setStyleSheet(made_sheet(self.tokens, self.palette_name, self.text_scale))
        if self._ring is not None:
            self._ring.dress(self.tokens)
        self.changed.emit()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The ring is made for the first thing that wants one, which the first paint need not."""
        if self._ring is None:
            if now is None or isinstance(now, QLineEdit):
                return
            from ui.theme.ring import FocusRing

            self._ring = FocusRing(self)
            self._ring.dress(self.tokens)
        self._ring.follow(now)

    def font(self, role: str, strong: bool | None = None) -> QFont:
        """The font of a role (answer, figure, title, heading, body, table, small, tiny)."""
        return made_font(role, self.text_scale, strong)

    def metrics(self, role: str, strong: bool | None = None) -> QFontMetrics:
        """How wide and high text of that role is."""
        return QFontMetrics(self.font(role, strong))

    def px(self, pixels: float) -> int:
        """Pixels at 100 % text, grown with the text."""
        return round(pixels * self.text_scale)

    def colour(self, role: str) -> QColor:
        """The colour of a role in the palette in use."""
        return self.tokens.colour(role)

    def icon(self, name: str, role: str = "text", size: int = 18) -> QIcon:
        """A Lucide icon in the colour of a role, ``size`` pixels at 100 % text."""
        colour = self.tokens.colour(role).name()
        return made_icon(name, colour, self.tokens.disabled, self.px(size))

    def pixmap(self, name: str, role: str, size: int, widget: QWidget) -> QPixmap:
        """The same icon to paint on a widget, sharp on its screen."""
        colour = self.tokens.colour(role).name()
        return icon_pixmap(name, colour, self.px(size), widget.devicePixelRatioF())


class _Worn:
    look: Look | None = None


def look() -> Look:
    """The look of the running application; the first call dresses it."""
    application = cast("QApplication", QApplication.instance())
    if _Worn.look is None or _Worn.look.parent() is not application:
        Look(application)
    return cast("Look", _Worn.look)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a property that has just changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_variant(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and show it at once."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        repolish(widget)
