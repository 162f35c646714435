"""A date field that can also be read and filled as it was typed, so that a draft loses nothing."""

from __future__ import annotations

from ui.widgets.date_field import DateField


class TypedDate(DateField):
    """``typed`` gives the three boxes as one text; ``show_typed`` puts it back."""

    def typed(self) -> str:
        """The boxes joined by spaces; empty when nothing is typed."""
        return " ".join(box.text().strip() for box in self.boxes()).strip()

    def show_typed(self, text: str) -> None:
        """Fill the boxes from such a text."""
        parts = [*text.split(), "", "", ""]
        for box, part in zip(self.boxes(), parts, strict=False):
            box.setText(part)
