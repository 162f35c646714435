"""Contrast is computed for every pair the look promises, in all three palettes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from ui.theme.palettes import PALETTES, contrast, qt_palette, tokens_of_system

GROUNDS = ("surface", "raised", "sunken")
KINDS = ("positive", "warning", "danger", "info")

TEXT_PAIRS = [
    *[("text", ground) for ground in GROUNDS],
    *[("muted", ground) for ground in GROUNDS],  # placeholder text is muted on raised
    ("accent", "raised"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    *[(kind, "raised") for kind in KINDS],
    *[(kind, f"{kind}_soft") for kind in KINDS],
    ("on_selection", "selection"),
]
ON_SELECTION = ["muted", "accent", *KINDS]
EDGE_PAIRS = [
    ("line_strong", "raised"),
    ("line_strong", "surface"),
    ("focus", "surface"),
    ("focus", "raised"),
    ("focus", "sunken"),
    ("bar", "raised"),
]


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_at_least_4_5_to_1(name: str, ink: str, ground: str) -> None:
    tokens = PALETTES[name]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("ink", ON_SELECTION)
def test_every_word_of_a_selected_row_stands_out(name: str, ink: str) -> None:
    tokens = PALETTES[name]
    assert contrast(getattr(tokens, ink), tokens.selection) >= 4.5
    assert contrast(tokens.focus, tokens.selection) >= 3


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), EDGE_PAIRS)
def test_edges_and_the_focus_ring_stand_out_at_least_3_to_1(
    name: str, ink: str, ground: str
) -> None:
    tokens = PALETTES[name]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 3


def test_the_figures_are_those_of_the_look() -> None:
    light, dark, high = (PALETTES[name] for name in ("light", "dark", "contrast"))
    assert round(contrast(light.text, light.surface), 1) == 15.2
    assert round(contrast(dark.muted, dark.selection), 1) == 4.8
    assert round(contrast(high.danger, high.raised), 1) == 10.4
    assert round(contrast(light.bar, light.raised), 1) == 3.6


@pytest.mark.parametrize("name", PALETTES)
def test_qt_gets_the_same_colours_active_or_not(name: str) -> None:
    tokens, made = PALETTES[name], qt_palette(PALETTES[name])
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for one in (group.Active, group.Inactive):
        assert made.color(one, role.Highlight).name().upper() == tokens.selection
        assert made.color(one, role.PlaceholderText).name().upper() == tokens.muted
        assert made.color(one, role.HighlightedText).name().upper() == tokens.on_selection
    assert made.color(group.Disabled, role.Text).name().upper() == tokens.disabled


def test_a_contrast_theme_of_the_system_lends_its_own_colours() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Window, "#202020")
    system.setColor(QPalette.ColorRole.WindowText, "#FFFF00")
    system.setColor(QPalette.ColorRole.Highlight, "#00FF00")
    system.setColor(QPalette.ColorRole.HighlightedText, "#000000")
    tokens = tokens_of_system(system)
    assert tokens.surface == tokens.danger_soft == "#202020"
    assert tokens.text == tokens.danger == "#FFFF00"
    assert (tokens.selection, tokens.on_selection) == ("#00FF00", "#000000")
    assert tokens.outlined
