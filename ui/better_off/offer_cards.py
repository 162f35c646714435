"""Up to three offers side by side, each with one large figure: how much better off a week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseload.better_off.answer import BetterOff, OfferAnswer
from caseload.words import say
from ui.better_off import phrases
from ui.better_off.answers import LETTERS
from ui.theme import look, set_variant
from ui.theme.shapes import draw_ring
from ui.widgets.cards import Card, hairline
from ui.widgets.flow import SideBySide
from ui.widgets.mark_line import MarkLine
from ui.widgets.marks import Avatar
from ui.widgets.tabs import TabRow
from ui.widgets.text import OneLine, label, set_tone


class OfferCard(Card):
    """One offer; pressing it, Space or Enter chooses it."""

    chosen = Signal(int)
    stepped = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self.letter = LETTERS[place]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.down.setContentsMargins(16, 12, 16, 12)
        self.down.setSpacing(0)
        name = say("better_off_page.offer", letter=self.letter)
        self._disc = Avatar(name, letters=self.letter, size=20)
        self.employer = OneLine(name, "table", strong=True)
        self.terms = label("", "table", "muted")
        self.figure = label("", "answer")
        self.under = label("", "table")
        self.refusal = MarkLine("danger", "", tone="danger")
        self._grid = QGridLayout()
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._line = hairline()
        self._line.setParent(self)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.employer)
        names.addWidget(self.terms)
        head.addLayout(names, 1)
        self.down.addLayout(head)
        self.down.addSpacing(4)
        self.down.addWidget(self.figure)
        self.down.addWidget(self.under)
        self.down.addWidget(self.refusal)
        self.down.addSpacing(8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._table = QWidget()
        self._table.setLayout(self._grid)
        row = QHBoxLayout()
        row.addWidget(self._table, 1000)
        row.addStretch(1)
        self.down.addLayout(row)
        self.down.addStretch()
        self._fit()

    def _fit(self) -> None:
        """A line's words and its amount stay near each other on a wide card."""
        self._table.setMaximumWidth(look().px(400))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size widens the lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_table"):
            self._fit()

    # ---- showing

    def show_answer(self, result: BetterOff, answer: OfferAnswer, place: int) -> None:
        """The answer; ``place`` is where it stands in the result."""
        self.employer.setText(phrases.employer(answer.offer, self.letter))
        self.terms.setText(phrases.terms(answer.offer))
        self.figure.setText(phrases.week_figure(answer))
        self.under.setText(phrases.under_figure(answer))
        self._dress(answer)
        self._show_lines(phrases.card_rows(result, place))
        for part in (self.terms, self.figure, self.under):
            part.show()
        self.refusal.hide()
        self.setAccessibleName(phrases.sentence(answer, self.letter))
        self.setAccessibleDescription(phrases.employer(answer.offer, self.letter))

    def show_nothing(self, sentences: Sequence[str], employer: str) -> None:
        """No answer: why not, or what is still to be typed."""
        name = say("better_off_page.offer", letter=self.letter)
        self.employer.setText(employer or name)
        refused = bool(sentences)
        words = " ".join(sentences) or say("better_off_page.nothing_yet")
        self.refusal.set_line(
            "danger" if refused else "neutral", words, "danger" if refused else "muted"
        )
        self.refusal.show()
        for part in (self.terms, self.figure, self.under):
            part.hide()
        self._show_lines([])
        self.setAccessibleName(f"{name}. {words}")
        self.setAccessibleDescription(employer)

    def show_chosen(self, chosen: bool) -> None:
        """Whether this is the offer typed about and explained."""
        self.set_chosen(chosen)
        edge = 1 if chosen else 0  # the border is wider by this, and nothing moves
        self.down.setContentsMargins(16 - edge, 12 - edge, 16 - edge, 12 - edge)
        self.down.invalidate()
        self._disc.set_filled(chosen)
        tone = str(self.figure.property("tone"))
        if tone in ("accent", "text"):
            set_tone(self.figure, "accent" if chosen else "text")

    def _dress(self, answer: OfferAnswer) -> None:
        worse = answer.better_off_month < 0
        plain = "accent" if self.property("chosen") else "text"
        set_tone(self.figure, "danger" if worse else plain)

    def _show_lines(self, rows: Sequence[tuple[str, str, bool]]) -> None:
        while len(self._lines) < len(rows):
            at = len(self._lines)
            pair = (label("", "table", "muted"), label("", "table", wrap=False))
            self._grid.addWidget(pair[0], at * 2 + 1, 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            self._grid.addWidget(pair[1], at * 2 + 1, 1, right)
            self._lines.append(pair)
        self._grid.removeWidget(self._line)
        self._line.setVisible(bool(rows))
        for at, (words, amount) in enumerate(self._lines):
            shown = at < len(rows)
            words.setVisible(shown)
            amount.setVisible(shown)
            if not shown:
                continue
            said, figure, total = rows[at]
            words.setText(said)
            amount.setText(figure)
            set_tone(words, "text" if total else "muted", strong=total)
            set_variant(amount, "strong", total)
            if total and self._grid.indexOf(self._line) < 0:
                self._grid.addWidget(self._line, at * 2, 0, 1, 2)

    # ---- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self.place)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose it; left and right move to its neighbours."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.place)
        elif step is not None and not event.modifiers():
            self.stepped.emit(self.place + step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and the ring inside its border."""
        super().paintEvent(event)
        if self.hasFocus():
            box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            draw_ring(QPainter(self), box, look().colour("focus"), 6)

    def minimumSizeHint(self) -> QSize:
        """Wide enough that figure and words need no second line where there are three."""
        least = super().minimumSizeHint()
        return QSize(max(least.width(), look().px(216)), least.height())


class OfferCards(QWidget):
    """The cards beside each other; from 150 % text one at a time, behind its letter."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.cards = [OfferCard(place) for place in range(len(LETTERS))]
        self._count = 1
        self._chosen = 0
        self.letters = [self._letter_row(count) for count in (2, 3)]
        self._across = SideBySide(*self.cards)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        for row in self.letters:
            down.addWidget(row)
        down.addWidget(self._across)
        for card in self.cards:
            card.chosen.connect(self.chosen)
            card.stepped.connect(self._step)

    def _letter_row(self, count: int) -> TabRow:
        row = TabRow(say("better_off_page.offer_choice"), kind="soft")
        for place in range(count):
            row.add(str(place), say("better_off_page.offer", letter=LETTERS[place]))
        row.picked.connect(lambda key: self.chosen.emit(int(key)))
        return row

    def show_offers(self, count: int, chosen: int) -> None:
        """How many there are, and which one is typed about."""
        self._count, self._chosen = count, chosen
        for card in self.cards:
            card.show_chosen(card.place == chosen)
        self._arrange()

    def _arrange(self) -> None:
        large = look().large_text
        for card in self.cards:
            one = card.place == self._chosen
            card.setVisible(card.place < self._count and (one or not large))
        for count, row in enumerate(self.letters, 2):
            row.setVisible(large and count == self._count)
            if count == self._count and row.key() != str(self._chosen):
                blocked = row.blockSignals(True)
                row.choose(str(self._chosen))
                row.blockSignals(blocked)

    def _step(self, place: int) -> None:
        if 0 <= place < self._count:
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(place)

    def changeEvent(self, event: QEvent) -> None:
        """Large text shows one at a time."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_across"):
            self._arrange()
