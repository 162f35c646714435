"""The three palettes by name: every colour of the window, and the contrast between any two.

Roles are those of the look. A page never names a colour: it names a role, and the palette in use
answers. Paper is always the light palette.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette: a colour (``#RRGGBB``) for each role."""

    surface: str  # window and page ground
    raised: str  # cards, tables, inputs
    sunken: str  # sidebar, menu bar, withheld cell
    line: str  # hairlines, decoration only
    line_strong: str  # borders of inputs and buttons
    text: str
    muted: str  # second lines, small headings, placeholder
    accent: str  # primary button, links, the chosen thing
    on_accent: str
    accent_soft: str
    positive: str
    positive_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str
    focus: str
    selection: str
    on_selection: str
    bar: str  # the amber part of the cap meter, drawn and never text
    disabled: str
    outlined: bool = False  # high contrast: soft grounds get an outline, hollow bars an edge

    def colour(self, role: str) -> QColor:
        """The colour of a role: ``neutral`` is ``muted``."""
        return QColor(str(getattr(self, "muted" if role == "neutral" else role)))


LIGHT = Tokens(
    surface="#F5F5F2",
    raised="#FFFFFF",
    sunken="#ECECE7",
    line="#DCDCD5",
    line_strong="#7C8083",
    text="#1B1F22",
    muted="#565C60",
    accent="#0E5F76",
    on_accent="#FFFFFF",
    accent_soft="#DFEDF1",
    positive="#1C6B38",
    positive_soft="#E1F1E5",
    warning="#875400",
    warning_soft="#FBEED3",
    danger="#A5261B",
    danger_soft="#FBE6E3",
    info="#3B5266",
    info_soft="#E5EBF0",
    focus="#0A4B7F",
    selection="#D5E8EE",
    on_selection="#1B1F22",
    bar="#B87A10",
    disabled="#8A8F92",
)

DARK = Tokens(
    surface="#15181A",
    raised="#1D2123",
    sunken="#101315",
    line="#323839",
    line_strong="#858D91",
    text="#E9EBEB",
    muted="#A9B1B4",
    accent="#6FC4D6",
    on_accent="#06242C",
    accent_soft="#17363E",
    positive="#7FCD96",
    positive_soft="#193022",
    warning="#EBBC5F",
    warning_soft="#362A10",
    danger="#F59A8F",
    danger_soft="#40201C",
    info="#AEC1CF",
    info_soft="#253038",
    focus="#9BE3F2",
    selection="#1E444F",
    on_selection="#F3F7F8",
    bar="#E0A83C",
    disabled="#767E82",
)

CONTRAST = Tokens(
    surface="#000000",
    raised="#000000",
    sunken="#000000",
    line="#FFFFFF",
    line_strong="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFE14D",
    on_accent="#000000",
    accent_soft="#000000",
    positive="#7CF29A",
    positive_soft="#000000",
    warning="#FFC247",
    warning_soft="#000000",
    danger="#FF9C91",
    danger_soft="#000000",
    info="#A8D8FF",
    info_soft="#000000",
    focus="#4DE8FF",
    selection="#FFE14D",
    on_selection="#000000",
    bar="#FFC247",
    disabled="#C8C8C8",
    outlined=True,
)

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Shadow: "line_strong",
}


def qt_palette(tokens: Tokens) -> QPalette:
    """The same palette as Qt wants it, alike for active and inactive windows."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, tokens.colour(name))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("disabled"))
    return made


def tokens_of_system(palette: QPalette) -> Tokens:
    """High contrast in the colours of the system's own contrast theme (Windows)."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, role).name().upper()

    ground = name(QPalette.ColorRole.Window)
    ink = name(QPalette.ColorRole.WindowText)
    chosen = name(QPalette.ColorRole.Highlight)
    on_chosen = name(QPalette.ColorRole.HighlightedText)
    link = name(QPalette.ColorRole.Link)
    held = {field.name: ink for field in fields(Tokens) if field.name != "outlined"}
    held |= dict.fromkeys(("surface", "raised", "sunken", "accent_soft"), ground)
    held |= {name: ground for name in held if name.endswith("_soft")}
    held |= {"accent": link, "on_accent": ground, "selection": chosen, "on_selection": on_chosen}
    return Tokens(**held, outlined=True)


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance of ``#RRGGBB``, from 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
