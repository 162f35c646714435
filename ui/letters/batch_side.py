"""Beside a batch of letters: its format and progress, what leaves and what failed, and the log."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QVBoxLayout, QWidget

from caseload.letters.formats import LetterFormat
from caseload.values.dates import clock_time, long_date
from caseload.words import say
from ui.letters.batch_model import BatchModel
from ui.widgets.buttons import Button
from ui.widgets.cards import empty_layout
from ui.widgets.choices import radio
from ui.widgets.mark_line import MarkLine
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label, small_heading


class BatchSide(ScrollColumn):
    """``refresh()`` after anything changed."""

    def __init__(self, model: BatchModel) -> None:
        super().__init__(margins=(20, 16, 20, 16), spacing=6, role="pane")
        self._model = model
        self.formats = {
            each: radio(each.label, chosen=each is LetterFormat.STANDARD) for each in LetterFormat
        }
        self.make = Button("", kind="primary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("letters_page.batch.making"))
        self.count = label("", "table")
        self.cancel = Button(say("letters_page.batch.cancel"))
        self.print = Button("", kind="primary", icon="printer")
        self.again = Button(say("letters_page.batch.again"))
        self._kind = QButtonGroup(self)
        for each, button in self.formats.items():
            self._kind.addButton(button)
            button.toggled.connect(partial(self._format_chosen, each))
        self._before = self._part(say("letters_page.format"), *self.formats.values())
        self._making = self._part("", self.count, self.bar, self.cancel)
        leaves = QWidget()
        self._leaves = QVBoxLayout(leaves)
        self._leaves.setContentsMargins(0, 0, 0, 0)
        self._leaves.setSpacing(10)
        self._after = self._part(say("letters_page.before"), leaves)
        self._log = QVBoxLayout()
        self._log.setSpacing(4)
        self.down.addWidget(self._before)
        self.down.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.down.addWidget(self._making)
        self.down.addWidget(self._after)
        self.down.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)
        self.down.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.down.addSpacing(10)
        self.down.addWidget(small_heading(say("letters_page.batch.log")))
        self.down.addLayout(self._log)
        self.down.addStretch()
        self.make.clicked.connect(model.make)
        self.cancel.clicked.connect(model.stop)
        self.again.clicked.connect(model.choose_again)
        model.progressed.connect(self._progressed)
        self.refresh()

    @staticmethod
    def _part(head: str, *inside: QWidget) -> QWidget:
        part = QWidget()
        down = QVBoxLayout(part)
        down.setContentsMargins(0, 0, 0, 6)
        down.setSpacing(6)
        if head:
            down.addWidget(small_heading(head))
        for each in inside:
            down.addWidget(each)
        return part

    def refresh(self) -> None:
        """Say what may be done now."""
        model = self._model
        made, making = model.made, model.making
        wanted = len(model.items())
        make = "make" if wanted else "make_none"
        self.make.set_words(say(f"letters_page.batch.{make}", count=wanted))
        self.make.setEnabled(wanted > 0)
        self._before.setVisible(made is None and not making)
        self.make.setVisible(made is None and not making)
        self._making.setVisible(making)
        for part in (self._after, self.print, self.again):
            part.setVisible(made is not None)
        if making:
            self._progressed(0, wanted)
        if made is not None:
            self.print.set_words(say("letters_page.batch.print", count=len(made.letters)))
        empty_layout(self._leaves)
        for kind, words in self.lines():
            self._leaves.addWidget(MarkLine(kind, words))
        self._show_log()

    def lines(self) -> list[tuple[str, str]]:
        """What leaves, and what does not and why, each line with its mark."""
        made = self._model.made
        if made is None:
            return []
        posted = sum(item.posted for item, _ in made.letters)
        lines = [
            ("positive", say("letters_page.batch.fresh", count=len(made.letters))),
            ("positive", say("letters_page.batch.sheets", count=made.sheets)),
        ]
        if posted:
            lines.append(("positive", say("letters_page.batch.posted", count=posted)))
        lines.append(("info", say("letters_page.batch.list")))
        for each in made.failed:
            name = self._model.name(each.item)
            reason = each.reason.replace(each.item.name, name)
            lines.append(("danger", say("letters_page.batch.failed", name=name, reason=reason)))
        if made.left:
            lines.append(("warning", say("letters_page.batch.left", count=len(made.left))))
        return lines

    def _show_log(self) -> None:
        empty_layout(self._log)
        for line in self._model.log:
            at = line.at.astimezone()
            words = say(
                "letters_page.batch.log_line",
                count=line.letters,
                day=long_date(at.date()),
                time=clock_time(at.time()),
                name=line.person_name,
            )
            self._log.addWidget(label(words, "table"))
        if not self._model.log:
            self._log.addWidget(label(say("letters_page.batch.no_log"), "table", "muted"))

    def _progressed(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)
        self.count.setText(say("letters_page.batch.progress", done=done, of=of))

    def _format_chosen(self, letter_format: LetterFormat, on: bool) -> None:
        if on:
            self._model.choose_format(letter_format)
