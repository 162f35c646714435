"""The one style sheet, made from the palette and the text scale.

``$role`` is a colour of the palette; ``36t`` is 36 pixels at 100 % text and grows with it. Variants
are chosen by properties: ``kind`` on buttons (primary, quiet, link, plain), ``role`` on frames and
labels, ``tone`` and ``strong`` on labels, ``problem`` and ``dense`` on inputs.
"""

from __future__ import annotations

import re

from caseload.paths import resource
from ui.theme.fonts import FAMILY, ROLES
from ui.theme.palettes import Tokens

_SHEET = """
QMainWindow, QWidget[role="page"] { background: $surface; }
QMenuBar { background: $sunken; border-bottom: 1px solid $line; padding: 3px 8px; font-size: 15t; }
QMenuBar::item { padding: 4t 8t; border-radius: 4px; color: $text; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selection; color: $on_selection; }
QMenu { background: $raised; border: 1px solid $line_strong; padding: 4px; font-size: 15t; }
QMenu::item { padding: 5t 28t 5t 12t; border-radius: 4px; color: $text; }
QMenu::icon { padding-left: 8t; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px 8px;
    font-size: 14t; }

QPushButton { min-height: 34t; padding: 0 14t; border: 1px solid $line_strong; border-radius: 6px;
    background: $raised; color: $text; outline: none; }
QPushButton:hover { border-color: $text; }
QPushButton:pressed { background: $sunken; }
QPushButton:disabled { border-color: $line; color: $disabled; }
QPushButton[small="true"] { min-height: 26t; padding: 0 10t; font-size: 15t; }
QPushButton[small="medium"] { min-height: 30t; padding: 0 10t; font-size: 15t; }
QPushButton[big="true"] { min-height: 42t; font-size: 18t; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $sunken; border-color: $line; color: $disabled; }
QPushButton[kind="quiet"] { border-color: transparent; background: transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { border-color: $line_strong; }
QPushButton[kind="link"] { border: 0; padding: 0; min-height: 24t; background: transparent; }
QPushButton[kind="bar"] { border: 0; padding: 0 10t; min-height: 28t; background: transparent;
    color: $muted; font-size: 15t; }
QPushButton[kind="bar"]:hover { background: $raised; }
QPushButton[kind="find"] { min-height: 26t; padding: 0 6t 0 10t; color: $muted; font-size: 15t; }
QPushButton[kind="tab"], QPushButton[kind="segment"], QPushButton[kind="part"] { min-height: 0;
    padding: 0; border: 0; }
QPushButton[kind="way"] { border: 1px solid $line; border-radius: 8px; }
QPushButton[kind="way"][chosen="true"], QPushButton[kind="way"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { border: 1px solid $line_strong;
    border-radius: 6px; background: $raised; color: $text; selection-background-color: $selection;
    selection-color: $on_selection; placeholder-text-color: $muted; }
QLineEdit, QComboBox { min-height: 34t; padding: 0 10px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QPlainTextEdit[big="true"], QLineEdit[big="true"] { font-size: 20t; }
QLineEdit[big="true"] { min-height: 42t; }
QLineEdit:focus, QComboBox:focus, QComboBox:on { border: 2px solid $focus; padding: 0 9px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 5px 7px; }
QLineEdit:read-only { background: $surface; border-color: $line; }
QLineEdit[problem="true"], QComboBox[problem="true"] { border: 2px solid $danger; padding: 0 9px; }
QPlainTextEdit[problem="true"] { border: 2px solid $danger; padding: 5px 7px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { border-color: $line;
    color: $disabled; }
QLineEdit[dense="true"], QComboBox[dense="true"] { min-height: 26t; font-size: 15t; }
QLineEdit[dense="true"] { padding: 0 8px; }
QLineEdit[dense="true"]:focus, QLineEdit[dense="true"][problem="true"] { padding: 0 7px; }
QLineEdit[dense="medium"], QComboBox[dense="medium"] { min-height: 30t; font-size: 15t; }
QComboBox::drop-down { border: 0; width: 28t; }
QComboBox::down-arrow { image: url("$parts/chevron-down.svg"); width: 16t; height: 16t; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line_strong; outline: 0;
    selection-background-color: $selection; selection-color: $on_selection; padding: 2px; }
QComboBox QAbstractItemView::item { min-height: 30t; padding: 0 8px; }
QAbstractSpinBox { border: 1px solid $line_strong; border-radius: 6px; min-height: 34t;
    padding: 0 4px 0 10px; background: $raised; }
QAbstractSpinBox:focus { border: 2px solid $focus; padding: 0 3px 0 9px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 24t; }
QAbstractSpinBox::up-arrow { image: url("$parts/chevron-up.svg"); width: 14t; height: 14t; }
QAbstractSpinBox::down-arrow { image: url("$parts/chevron-down.svg"); width: 14t; height: 14t; }

QCheckBox, QRadioButton { spacing: 10px; outline: none; min-height: 24t; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: 16t; height: 16t; background: $raised;
    border: 1px solid $line_strong; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: $dot; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent;
    border-color: $accent; }
QCheckBox::indicator:checked { image: url("$parts/check.svg"); }
QRadioButton::indicator:checked { image: url("$parts/dot.svg"); }
QCheckBox[kind="pick"] { min-height: 42t; padding: 0 15px; border: 1px solid $line_strong;
    border-radius: 6px; background: $raised; font-size: 20t; }
QCheckBox[kind="pick"]:checked { background: $accent_soft; border: 2px solid $accent;
    padding: 0 14px; min-height: 40t; }

QFrame[role="card"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[role="card"][chosen="true"] { border: 2px solid $accent; }
QFrame[role="pane"], QFrame[role="top"] { background: $raised; border: 0; }
QFrame[role="plain"] { background: $surface; border: 0; }
QFrame[role="side"] { background: $sunken; border: 0; border-right: 1px solid $line; }
QFrame[role="quote"] { background: $accent_soft; border: 0; border-left: 4px solid $accent;
    border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QFrame[role="problems"] { background: $danger_soft; border: 2px solid $danger; border-radius: 6px; }
QFrame[role="banner"] { background: $warning_soft; border: 0; border-bottom: 1px solid $line; }
QFrame[role="dialog"] { background: $raised; border: 1px solid $line_strong; border-radius: 10px; }
QFrame[role="hairline"] { background: $line; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[role="column"] { background: transparent; border: 0; }

QTableView, QListView { border: 0; background: $raised; color: $text; outline: 0;
    selection-background-color: $selection; selection-color: $on_selection; }
QTableView[edge="right"] { border-right: 1px solid $line; }
QHeaderView { background: $raised; border: 0; font-size: 14t; font-weight: 600; }
QHeaderView::section { background: $raised; color: $muted; border: 0; font-size: 14t;
    border-bottom: 1px solid $line; padding: 0 8px; font-weight: 600; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 2px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: 0; width: 0; height: 0; }
QProgressBar { border: 1px solid $line_strong; border-radius: 4px; background: $raised;
    max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_TONES = ("muted", "accent", "positive", "warning", "danger", "info", "disabled", "on_selection")


def made_sheet(tokens: Tokens, palette_name: str, text_scale: float) -> str:
    """The style sheet for a palette and a text scale from 1.0 to 2.0."""
    labels = [
        f'QLabel[role="{role}"] {{ font-size: {size}t; font-weight: {600 if bold else 400}; }}'
        for role, (size, _, bold) in ROLES.items()
    ]
    labels += [
        f'QLabel[strong="{flag}"] {{ font-weight: {weight}; }}'
        for flag, weight in (("true", 600), ("false", 400))
    ]
    labels += [f'QLabel[tone="{tone}"] {{ color: ${tone}; }}' for tone in _TONES]
    parts = resource("icons", "parts", palette_name).as_posix()
    sheet = (_SHEET + "\n".join(labels)).replace("$parts", parts)
    # More than half a side, and Qt draws a square.
    sheet = sheet.replace("$dot", f"{(round(16 * text_scale) + 2) // 2}px")
    sheet = re.sub(r"\$([a-z_]+)", lambda found: str(getattr(tokens, found[1])), sheet)
    sheet = re.sub(r"\b(\d+)t\b", lambda found: f"{round(int(found[1]) * text_scale)}px", sheet)
    return f'* {{ font-family: "{FAMILY}"; }}\n{sheet}'
