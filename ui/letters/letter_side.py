"""A filed letter beside the list: whose, when, the sheet, and what may be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseload.words import say
from ui.letters.sheet import Sheet
from ui.widgets.buttons import Button
from ui.widgets.cards import hairline
from ui.widgets.flow import Flow
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label


class LetterSide(ScrollColumn):
    """The chosen letter beside the list: whose, when, the sheet, and what may be done with it."""

    def __init__(self) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0)
        self.heading = label("", "heading")
        self.whose = label("", "body")
        self.when = label("", "table", "muted")
        self.again = Button(say("letters_page.list.again"), kind="primary", icon="printer")
        self.save = Button(say("letters_page.save"))
        self.record = Button(say("letters_page.list.record"))
        self.sheet = Sheet(say("letters_page.sheet"))
        buttons = QWidget()
        across = Flow(buttons, gap=8)
        for button in (self.again, self.save, self.record):
            across.addWidget(button)
        top = QFrame()
        top.setProperty("role", "pane")
        inside = QVBoxLayout(top)
        inside.setContentsMargins(20, 14, 20, 14)
        inside.setSpacing(4)
        for part in (self.heading, self.whose, self.when, buttons):
            inside.addWidget(part)
        self.down.addWidget(top)
        self.down.addWidget(hairline())
        self.down.addWidget(self.sheet, 1)
        self.setFocusProxy(self.again)

    def show_letter(self, title: str, whose: str, when: str, pdf: bytes) -> None:
        """Another letter."""
        for part, words in ((self.heading, title), (self.whose, whose), (self.when, when)):
            part.setText(words)
        self.sheet.show_pdf(pdf)
        self.sheet.show()

    def show_nothing(self) -> None:
        """None is chosen."""
        for part in (self.heading, self.whose, self.when):
            part.setText("")
        self.sheet.hide()
