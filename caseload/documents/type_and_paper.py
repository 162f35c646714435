"""Sizes, colours and paper of what we print, all in points; the colours are the light palette's."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89

Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """A colour from its web code, as shares of red, green and blue."""
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


TEXT = colour("#1B1F22")
MUTED = colour("#4B5054")
ACCENT = colour("#0E5F76")
HAIRLINE = colour("#C9C9C2")


@dataclass(frozen=True)
class Style:
    """One format of a document: 'standard' is set at 13 point, large print at 18, easy read at 16.

    Every size follows ``body``; the page's margins do not. ``least`` is the smallest type that
    any words are set in. ``stacked`` puts parts that stand side by side under each other. ``air``
    is the room between parts, and a little of that between lines, against the standard format.
    """

    body: float = 13.0
    side: float = 57.0
    top: float = 45.0
    bottom: float = 26.0
    least: float = 0.0
    stacked: bool = False
    air: float = 1.0

    @property
    def scale(self) -> float:
        """How much larger than the standard format everything is drawn."""
        return self.body / 13.0

    @property
    def width(self) -> float:
        """The width between the side margins."""
        return PAGE_WIDTH - 2 * self.side

    def of(self, points: float) -> float:
        """A measure of the standard format, in this one."""
        return points * self.scale

    def gap(self, points: float) -> float:
        """A space between parts of the standard format, in this one."""
        return points * self.scale * self.air

    def leading(self, points: float) -> float:
        """The height of a line of running words in the standard format, in this one."""
        return points * self.scale * (0.85 + 0.15 * self.air)


STANDARD = Style()
LARGE_PRINT = Style(body=18.0, side=48.0, least=18.0, stacked=True)
EASY_READ = Style(body=16.0, side=48.0, least=14.0, stacked=True)
