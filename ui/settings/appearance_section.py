"""Appearance: the palette and the size of the text, worn at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from caseload.settings import PALETTES
from caseload.words import say
from ui.settings.section import Section
from ui.settings.view_model import SettingsModel
from ui.theme import look
from ui.widgets.cards import Card
from ui.widgets.choices import RadioButton, radio
from ui.widgets.segments import Segments
from ui.widgets.text import label

SIZES = (100, 125, 150, 175, 200)


class AppearanceSection(Section):
    """What is chosen is this computer's, not the store's."""

    look_chosen = Signal(str, float)

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model,
            say("settings_page.appearance.title"),
            say("settings_page.appearance.sentence"),
        )
        self._group = QButtonGroup(self)
        self.palettes: dict[str, RadioButton] = {}
        card = Card(say("settings_page.appearance.palette"), heading=True)
        for name in PALETTES:
            button = radio(say(f"settings_page.palette.{name}"))
            button.clicked.connect(lambda _on=False, chosen=name: self._wear(chosen))
            self._group.addButton(button)
            self.palettes[name] = button
            card.down.addWidget(button)
        self.down.addWidget(card)
        size = Card(say("settings_page.appearance.size"), heading=True)
        self.sizes = Segments(
            say("settings_page.appearance.size"),
            [(each, say("settings_page.appearance.percent", percent=each), "") for each in SIZES],
        )
        self.sizes.picked.connect(self._scale)
        size.down.addWidget(label(say("settings_page.appearance.size_why"), "body", "muted"))
        size.down.addWidget(self.sizes)
        self.down.addWidget(size)
        self.down.addStretch(1)
        look().changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is worn."""
        for name, button in self.palettes.items():
            button.setChecked(name == look().choice)
        self.sizes.set_value(round(look().text_scale * 100))

    def _wear(self, palette: str) -> None:
        look().wear(palette)
        self.look_chosen.emit(look().choice, look().text_scale)

    def _scale(self, percent: object) -> None:
        if isinstance(percent, int):
            look().wear(text_scale=percent / 100)
            self.look_chosen.emit(look().choice, look().text_scale)
