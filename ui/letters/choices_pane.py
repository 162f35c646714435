"""The left side of a letter: its format, the offers in it, how it goes, a line of one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from caseload.letters.formats import LetterFormat
from caseload.services.better_off_letters import LONGEST_OWN_LINE
from caseload.values.money import pounds
from caseload.words import say
from ui.letters.letter_model import LetterModel
from ui.privacy import names
from ui.widgets.cards import empty_layout
from ui.widgets.choices import radio
from ui.widgets.fields import Field
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label, small_heading
from ui.widgets.tick_line import TickLine


class ChoicesPane(ScrollColumn):
    """What can be chosen about the letter."""

    def __init__(self, model: LetterModel) -> None:
        super().__init__(margins=(20, 16, 20, 16), spacing=6, role="pane")
        self._model = model
        self.ticks: list[TickLine] = []
        self.formats = {
            each: radio(each.label, chosen=each is LetterFormat.STANDARD) for each in LetterFormat
        }
        self._offers = QVBoxLayout()
        self._offers.setSpacing(8)
        self.no_offer = label("", "table", "danger", strong=True)
        self.by_hand = radio(say("letters_page.by_hand"), chosen=True)
        self.by_post = radio(say("letters_page.by_post"))
        self.why_no_post = label("", "small", "muted")
        self.own = NotesEdit(lines=3, placeholder=say("letters_page.own_hint"))
        self.own_field = Field(say("letters_page.own"), self.own)
        self.count = label("", "small", "muted")
        self._kind, self._how = QButtonGroup(self), QButtonGroup(self)
        for each, button in self.formats.items():
            self._kind.addButton(button)
            button.toggled.connect(partial(self._format_chosen, each))
        for button in (self.by_hand, self.by_post):
            self._how.addButton(button)
        self.down.addWidget(small_heading(say("letters_page.format")))
        for button in self.formats.values():
            self.down.addWidget(button)
        self.down.addSpacing(10)
        self.down.addWidget(small_heading(say("letters_page.offers")))
        self.down.addLayout(self._offers)
        self.down.addWidget(self.no_offer)
        self.down.addSpacing(10)
        self.down.addWidget(small_heading(say("letters_page.how")))
        for part in (self.by_hand, self.by_post, self.why_no_post):
            self.down.addWidget(part)
        self.down.addSpacing(10)
        self.down.addWidget(self.own_field)
        self.down.addWidget(self.count)
        self.down.addStretch()
        self.by_hand.toggled.connect(lambda on: model.send(posted=not on))
        self.own.textChanged.connect(self._typed)
        self.own.settled.connect(model.keep_line)
        model.changed.connect(self.refresh)

    def begin(self) -> None:
        """Another letter."""
        model = self._model
        empty_layout(self._offers)
        self.ticks = []
        for place, (letter, answer) in enumerate(model.answers()):
            hours = f"{answer.offer.hours_per_week.normalize():f}"
            employer = answer.offer.employer
            words = say("letters_page.offer", letter=letter, hours=hours)
            if employer:
                words = say("letters_page.offer_at", letter=letter, employer=employer, hours=hours)
            worse = "worse" if answer.better_off_month < 0 else "better"
            under = say(f"letters_page.{worse}", week=pounds(abs(answer.better_off_week)))
            tick = TickLine(words, under=under, tone="text")
            tick.set_ticked(True)
            tick.ticked.connect(partial(self._chosen, place))
            self.ticks.append(tick)
            self._offers.addWidget(tick)
        self.formats[LetterFormat.STANDARD].setChecked(True)
        self.own.set_words("" if model.asked is None else model.asked.own_line)
        self.by_hand.setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Say what may be chosen."""
        model = self._model
        nobody = model.client is None
        self.by_post.setEnabled(not nobody and not model.why_no_post)
        address = "" if names().hidden else model.address()
        words = say("letters_page.by_post_to", address=address) if address else ""
        self.by_post.setText(words or say("letters_page.by_post"))
        self.by_post.setAccessibleName(words or say("letters_page.by_post"))
        why = say("letters_page.post_nobody") if nobody else model.text(model.why_no_post)
        self.why_no_post.setText(why)
        self.why_no_post.setVisible(bool(why))
        self.by_post.setAccessibleDescription(why)
        self.no_offer.setText(model.problems.get("offers", ""))
        self.no_offer.setVisible(bool(self.no_offer.text()))
        self.own_field.set_problem(model.problems.get("own_line", ""))
        left = LONGEST_OWN_LINE - len(self.own.words())
        self.count.setText(say("letters_page.characters_left", count=max(0, left)))

    def _format_chosen(self, letter_format: LetterFormat, on: bool) -> None:
        if on:
            self._model.choose_format(letter_format)

    def _chosen(self, place: int, on: bool) -> None:
        self._model.choose_offer(place, on)

    def _typed(self) -> None:
        self._model.write_line(self.own.words())
        self.refresh()
