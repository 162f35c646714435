"""The profile written with the client at the screen: large, plain, and nobody else in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseload.values.dates import clock_time
from caseload.words import say
from ui.client.narrow import Narrow
from ui.client.part_list import PartList
from ui.client.profile_view_model import PARTS, ProfileViewModel, Texts
from ui.client.questions import HoursQuestion, Question
from ui.client.view_model import Problems
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import hairline
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow import Flow
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label


class TogetherView(QFrame):
    """``begin(part)`` shows a part; answers keep themselves; ``closed`` when that is enough.

    ``print_asked`` comes after everything was saved.
    """

    closed = Signal()
    print_asked = Signal()

    def __init__(self, words: ProfileViewModel) -> None:
        super().__init__()
        self._words = words
        self._part = next(iter(PARTS))
        self._last: Texts = {}
        self.setProperty("role", "plain")
        self.setProperty("pane", True)
        words.kept.connect(self._was_kept)
        self._head = PageHead("", "", margin=24)
        self.print_button = Button(say("client_profile.print"), icon="printer")
        self.print_button.clicked.connect(lambda: self._save_then(self.print_asked.emit))
        self.stop = Button(say("client_profile.stop"))
        self.stop.clicked.connect(self.leave)
        self._head.add_action(self.print_button)
        self._head.add_action(self.stop)
        self.parts = PartList((key, say(f"client_profile.part.{key}")) for key in PARTS)
        self.parts.picked.connect(self.show_part)
        self.summary = ErrorSummary()
        self.hours = HoursQuestion()
        self.hours.settled.connect(self._settled)
        self.questions: dict[str, Question] = {}
        self._pages: dict[str, QWidget] = {}
        self._build()
        look().changed.connect(self._arrange)
        self._arrange()

    def _build(self) -> None:
        self._scroll = ScrollColumn(margins=(8, 8, 24, 24), spacing=16)
        self._where = label("", "heading")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self._where)
        column.addWidget(self.summary)
        for key in PARTS:
            self._pages[key] = self._page(key)
            column.addWidget(self._pages[key])
        column.addWidget(self._foot())
        self._scroll.down.addWidget(Narrow(inside, 760))
        self._scroll.down.addStretch()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(24, 12, 0, 0)
        side.addWidget(self.parts)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(24)
        across.addWidget(self._side)
        across.addWidget(self._scroll, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addWidget(hairline())
        down.addLayout(across, 1)

    def _page(self, key: str) -> QWidget:
        page = QWidget()
        down = QVBoxLayout(page)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(24)
        for name in PARTS[key]:
            if name == "hours_most":
                continue
            if name == "hours_least":
                down.addWidget(self.hours)
                self.summary.watch("hours_least", self.hours)
                self.summary.watch("hours_most", self.hours)
                continue
            question = Question(name)
            question.settled.connect(self._settled)
            self.questions[name] = question
            self.summary.watch(name, question)
            down.addWidget(question)
        return page

    def _foot(self) -> QWidget:
        foot = QWidget()
        across = Flow(foot, gap=12)
        self.next = Button("", kind="primary")
        self.next.setProperty("big", True)
        self.next.clicked.connect(self._next)
        self.skip = Button(say("client_profile.skip"), kind="quiet")
        self.skip.clicked.connect(lambda: self._move(1))
        self.previous = Button(say("client_profile.previous"))
        self.previous.setProperty("big", True)
        self.previous.clicked.connect(lambda: self._move(-1))
        self._kept = label("", "table", "muted", wrap=False)
        for widget in (self.previous, self.next, self.skip, self._kept):
            across.addWidget(widget)
        return foot

    # ---- showing

    def begin(self, part: str = "") -> None:
        """Start with what is written, at a part; by itself at the first that is empty."""
        texts = self._words.begin()
        self.fill(texts)
        self.summary.clear()
        self._kept.setText("")
        self.show_name()
        empty = (key for key in PARTS if not self._words.has_answers(key, texts))
        self.show_part(part or next(empty, next(iter(PARTS))))

    def show_name(self) -> None:
        """Whose profile it is, unless names are hidden."""
        title = say("client_profile.title", name=self._words.model.first_name())
        self._head.set_words(title, say("client_profile.sentence"))
        self.setAccessibleName(title)

    def fill(self, texts: Texts) -> None:
        """Show answers without calling them typed."""
        for name, question in self.questions.items():
            question.set_text(texts[name])
        self.hours.set_texts(texts["hours_least"], texts["hours_most"])
        self._last = self.texts()

    def texts(self) -> Texts:
        """Everything that is written."""
        texts = {name: question.text() for name, question in self.questions.items()}
        least, most = self.hours.texts()
        return texts | {"hours_least": least, "hours_most": most}

    def show_part(self, key: str) -> None:
        """Turn to a part; what was typed is kept."""
        self.settle()
        self._part = key
        keys = list(PARTS)
        at = keys.index(key)
        for name, page in self._pages.items():
            page.setVisible(name == key)
        self.parts.show_part(key)
        self._tell_done()
        words = say(f"client_profile.part.{key}")
        self._where.setText(
            say("client_profile.part_of", number=at + 1, count=len(keys), part=words)
        )
        last = at == len(keys) - 1
        self.next.set_words(
            say("client_profile.finish")
            if last
            else say("client_profile.next", part=say(f"client_profile.next_part.{keys[at + 1]}"))
        )
        self.skip.setVisible(not last)
        self.previous.setVisible(at > 0 and look().large_text)
        self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """The first question of the part."""
        name = PARTS[self._part][0]
        if name == "hours_least":
            next(iter(self.hours.picks.values())).setFocus()
        else:
            self.questions[name].focus_input()

    def _tell_done(self) -> None:
        texts = self.texts()
        for key in PARTS:
            self.parts.show_done(key, self._words.has_answers(key, texts))

    # ---- keeping

    def settle(self) -> None:
        """Keep what was just typed, now."""
        for question in self.questions.values():
            question.settle()

    def _settled(self) -> None:
        texts = self.texts()
        if texts == self._last:
            return
        self._last = texts
        self._words.keep(texts)
        self._tell_done()

    def _was_kept(self, at: object) -> None:
        if isinstance(at, datetime):
            self._kept.setText(say("client_profile.kept", time=clock_time(at.time())))
        else:
            self._kept.setText(say("client_profile.saved"))

    def _next(self) -> None:
        keys = list(PARTS)
        if self._part == keys[-1]:
            self._save_then(self.closed.emit)
        else:
            self._save_then(lambda: self._move(1))

    def _move(self, steps: int) -> None:
        keys = list(PARTS)
        at = min(max(0, keys.index(self._part) + steps), len(keys) - 1)
        self.show_part(keys[at])
        self.focus_first()

    def leave(self) -> None:
        """Enough for today: save everything, then close."""
        self._save_then(self.closed.emit)

    def _save_then(self, then: Callable[[], None]) -> None:
        self.settle()
        self.summary.clear()
        texts = self.texts()
        if not any(text.strip() for text in texts.values()) and self._words.profile is None:
            then()
            return
        self._words.save(texts, then, self._refuse)

    def _refuse(self, problems: Problems) -> None:
        for key, names in PARTS.items():
            if any(name in problems for name in names):
                self.show_part(key)
                break
        self.summary.show_problems(problems)
        theirs = self._words.theirs() if "" in problems else None
        if theirs is not None:
            before, now = theirs
            mine = self.texts()
            touched = {name: text for name, text in mine.items() if text != before[name]}
            self.fill(now | touched)

    # ---- arranging

    def _arrange(self) -> None:
        large = look().large_text
        self._side.setVisible(not large)
        self._side.setFixedWidth(look().px(276))
        self._where.setVisible(large)
        self._scroll.down.setContentsMargins(24 if large else 8, 8, 24, 24)

    def changeEvent(self, event: QEvent) -> None:
        """Large text has a way back at the foot, since the list of parts is away."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "previous"):
            first = self._part == next(iter(PARTS))
            self.previous.setVisible(look().large_text and not first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops for today; everything is saved."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
