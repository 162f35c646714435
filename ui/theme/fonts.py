"""The one typeface in two weights, and the sizes it is used in.

Sizes are device-independent pixels at 100 % text, because point sizes differ between systems.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from caseload.paths import resource

FAMILY = "Source Sans 3"

# Role: (size, line, semibold unless told otherwise).
ROLES: dict[str, tuple[int, int, bool]] = {
    "answer": (40, 44, True),
    "figure": (30, 36, True),
    "title": (24, 32, True),
    "heading": (18, 24, True),
    "together": (20, 28, True),  # questions on a screen shared with the client
    "body": (16, 24, False),
    "table": (15, 20, False),
    "small": (14, 20, False),
    "tiny": (13, 16, False),  # key caps and the foot of the sidebar, nothing else
}


@cache
def load_fonts() -> None:
    """Give Qt the bundled files, once; raises RuntimeError when one is missing or unreadable."""
    for name in ("Regular", "SemiBold"):
        file = resource("fonts", f"SourceSans3-{name}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"The typeface file {file.name} is missing or cannot be read.")


def made_font(role: str, text_scale: float, strong: bool | None = None) -> QFont:
    """The font of a role at a text scale; ``strong`` overrides the role's own weight."""
    size, _, bold = ROLES[role]
    made = QFont(FAMILY)
    made.setPixelSize(round(size * text_scale))
    heavy = bold if strong is None else strong
    made.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
    return made
