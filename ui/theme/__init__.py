"""How everything looks: palettes, the typeface, icons, shapes, and the one style sheet.

Pages use ``look()`` and name roles, never colours or sizes:

    look().colour("accent")        look().font("table", strong=True)
    look().icon("pencil")          look().px(36)             # grows with the text
    look().changed.connect(...)    look().large_text         # from 150 % text
    look().wear("dark", 1.25)      # live, no restart
"""

from ui.theme.look import LARGE_TEXT, Look, look, repolish, set_variant
from ui.theme.palettes import PALETTES, Tokens, contrast

__all__ = [
    "LARGE_TEXT",
    "PALETTES",
    "Look",
    "Tokens",
    "contrast",
    "look",
    "repolish",
    "set_variant",
]
