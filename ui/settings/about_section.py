"""About: the version, whose lists and rates these are, and under which licences."""

from __future__ import annotations

from caseload import __version__
from caseload.words import say
from ui.settings.section import Section
from ui.settings.view_model import SettingsModel
from ui.widgets.cards import Card
from ui.widgets.text import label

BLOCKS = {"lists": 4, "rates": 2, "parts": 4, "limits": 3}
"""How many lines each block has in the catalogue."""


class AboutSection(Section):
    """Read only."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model,
            say("settings_page.about.title", version=__version__),
            say("settings_page.about.sentence"),
        )
        for block, lines in BLOCKS.items():
            card = Card(say(f"settings_page.about.{block}.title"), heading=True)
            for number in range(1, lines + 1):
                card.down.addWidget(label(say(f"settings_page.about.{block}.{number}"), "body"))
            self.down.addWidget(card)
        self.down.addStretch(1)
