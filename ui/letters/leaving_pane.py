"""The right side of a letter: what leaves, what follows, and the letters before it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say
from ui.letters.letter_model import LetterModel
from ui.widgets.buttons import Button
from ui.widgets.cards import empty_layout
from ui.widgets.choices import TickBox, tick_box
from ui.widgets.flow import Flow
from ui.widgets.mark_line import MarkLine
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label, small_heading

MOST_EARLIER = 5


class LeavingPane(ScrollColumn):
    """``refresh()`` after the letter was drawn; ``promises()`` are those to tick off."""

    def __init__(self, model: LetterModel, preview: PdfPreview) -> None:
        super().__init__(margins=(20, 16, 20, 16), spacing=6, role="pane")
        self._model = model
        self._ticks: dict[RecordId, TickBox] = {}
        self._before = QVBoxLayout()
        self._before.setSpacing(10)
        self._after = QVBoxLayout()
        self._after.setSpacing(8)
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(4)
        self._earlier_head = small_heading(say("letters_page.earlier"))
        self.larger = Button(say("window.preview.larger"), small="medium")
        self.smaller = Button(say("window.preview.smaller"), small="medium")
        self.larger.clicked.connect(preview.larger)
        self.smaller.clicked.connect(preview.smaller)
        self.down.addWidget(small_heading(say("letters_page.before")))
        self.down.addLayout(self._before)
        self.down.addSpacing(10)
        self.down.addWidget(small_heading(say("letters_page.after")))
        self.down.addLayout(self._after)
        self.down.addSpacing(10)
        self.down.addWidget(self._earlier_head)
        self.down.addLayout(self._earlier)
        self.down.addSpacing(10)
        zoom = QWidget()
        across = Flow(zoom, gap=8)
        across.addWidget(self.larger)
        across.addWidget(self.smaller)
        self.down.addWidget(zoom)
        self.down.addStretch()

    def begin(self) -> None:
        """Another letter: every promise about it is ticked off when it is printed."""
        self._ticks = {}
        self.refresh()

    def refresh(self) -> None:
        """Say what leaves and what follows."""
        model = self._model
        empty_layout(self._before)
        for kind, words in self.lines():
            self._before.addWidget(MarkLine(kind, words))
        self._show_after()
        empty_layout(self._earlier)
        self._earlier_head.setVisible(model.client is not None)
        for line in model.earlier[:MOST_EARLIER]:
            day, title = long_date(line.made_on), line.title
            words = say("letters_page.earlier_line", day=day, title=title)
            self._earlier.addWidget(label(words, "table"))
        if model.client is not None and not model.earlier:
            none = say("letters_page.no_earlier", name=model.first_name())
            self._earlier.addWidget(label(none, "table", "muted"))

    def _show_after(self) -> None:
        model = self._model
        if model.client is None:
            words = say("letters_page.kept_nowhere")
        else:
            words = say("letters_page.kept_on", name=model.first_name())
        still = {action.id for action in model.promises}
        ticked = {key: box.isChecked() for key, box in self._ticks.items()}
        empty_layout(self._after)
        self._after.addWidget(label(words, "table"))
        self._ticks = {}
        for action in model.promises:
            asks = say("letters_page.ticks_off", promise=model.text(action.words))
            box = tick_box(asks, ticked=ticked.get(action.id, True))
            self._ticks[action.id] = box
            self._after.addWidget(box)
        self._ticks = {key: box for key, box in self._ticks.items() if key in still}

    def promises(self) -> list[RecordId]:
        """The promises to tick off when the letter is printed."""
        return [key for key, box in self._ticks.items() if box.isChecked()]

    def lines(self) -> list[tuple[str, str]]:
        """What leaves, each line with its mark."""
        model = self._model
        problem = model.text(model.problems.get("", ""))
        if problem:
            return [("danger", problem)]
        return list(self._lines())

    def _lines(self) -> Iterator[tuple[str, str]]:
        model, asked = self._model, self._model.asked
        if asked is None:
            return
        if model.made is not None:
            yield "positive", say("letters_page.pages", count=model.made.pages)
        yield "positive", say("letters_page.rates", year=asked.result.rates_name)
        name = model.first_name()
        yield (
            "positive",
            say("letters_page.names", name=name) if name else say("letters_page.names_nobody"),
        )
        if not name:
            yield "info", say("letters_page.hand_over")
        elif asked.posted:
            yield "positive", say("letters_page.posted", name=name)
        else:
            yield "positive", say("letters_page.handed", name=name)
        answers = [model.answers()[place][1] for place in model.chosen()]
        if any(answer.offer.fares_weekly is None for answer in answers):
            yield "warning", say("letters_page.no_fares")
        if any(answer.better_off_month < 0 for answer in answers):
            yield "warning", say("letters_page.worse_off")
        if asked.own_line.strip():
            yield "info", say("letters_page.own_in_it")
