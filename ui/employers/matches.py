"""Employers on record that fit what is typed, each to be chosen; and a warning of look-alikes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.employers import Employer
from ui.widgets.buttons import Button
from ui.widgets.cards import empty_layout
from ui.widgets.filling import show_filled
from ui.widgets.flow import Flow
from ui.widgets.marks import Mark


class Matches(QWidget):
    """``show_matches(kind, words, employers)``; ``chosen`` carries the one pressed."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        self.mark = Mark("info", "")
        self._buttons = QWidget()
        self._flow = Flow(self._buttons, gap=8)
        self.offers: dict[str, Button] = {}
        down.addWidget(self.mark)
        down.addWidget(self._buttons)
        self.hide()

    def show_matches(self, kind: str, words: str, employers: Sequence[Employer]) -> None:
        """Say what is known of the name typed; no words and no employers hide it."""
        empty_layout(self._flow)
        self.offers = {}
        for employer in employers:
            button = Button(employer.name, small=True)
            button.clicked.connect(partial(self.chosen.emit, employer))
            self.offers[employer.id] = button
            self._flow.addWidget(button)
        show_filled(self._flow)
        self._buttons.setVisible(bool(employers))
        self.mark.set_mark(kind, words)
        self.mark.setVisible(bool(words))
        self.setVisible(bool(words or employers))
