"""Questions for a shared screen: large words, large boxes, hours to tick."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from caseload.words import catalogue, say
from ui.client.profile_view_model import BANDS, bands_of, hours_of
from ui.theme import look
from ui.widgets.fields import ProblemLine, mark_problem
from ui.widgets.flow import Flow
from ui.widgets.inputs import MoneyInput, NumberInput
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.text import label

LONG = {"work_history": 5, "health_and_work": 4, "next_steps": 5, "skills": 3}
"""Lines of a box, where more than two are wanted."""


class Question(QWidget):
    """One question with its box; ``settled`` when the answer should be kept."""

    settled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        words = say(f"client_profile.question.{name}")
        hint = str(catalogue().get(f"client_profile.hint.{name}", ""))
        self.box = self._made_box(name, words)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(hint)
        self._hint = hint
        self.problem = ProblemLine()
        asked = label(words, "together")
        asked.setBuddy(self.box)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(asked)
        if hint:
            down.addWidget(label(hint, "body", "muted"))
        down.addWidget(self.problem)
        down.addSpacing(8)
        down.addWidget(self.box)

    def _made_box(self, name: str, words: str) -> NotesEdit | MoneyInput:
        if name == "pay_needed":
            money = MoneyInput(width=180, dense=False)
            money.setProperty("big", True)
            money.editingFinished.connect(self.settled)
            return money
        notes = NotesEdit(lines=LONG.get(name, 2), most=12)
        notes.setProperty("big", True)
        notes.settled.connect(self.settled)
        return notes

    def text(self) -> str:
        """What is written."""
        box = self.box
        return box.words() if isinstance(box, NotesEdit) else box.text()

    def set_text(self, text: str) -> None:
        """Show what is written, without calling it a change."""
        if isinstance(self.box, NotesEdit):
            self.box.set_words(text)
        else:
            self.box.setText(text)

    def settle(self) -> None:
        """Keep what was just typed, now."""
        if isinstance(self.box, NotesEdit):
            self.box.settle()

    def set_problem(self, sentence: str) -> None:
        """Say what to mend; empty takes it away."""
        self.problem.say(sentence)
        mark_problem(self.box, bool(sentence))
        self.box.setAccessibleDescription(sentence or self._hint)

    def focus_input(self) -> None:
        """Put the cursor in the box."""
        self.box.setFocus()


class HoursQuestion(QWidget):
    """Hours a week: bands to tick, and two numbers for whoever knows it exactly."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picks: dict[str, Pick] = {}
        self.least = self._number(say("client_profile.least"))
        self.most = self._number(say("client_profile.most"))
        self.problem = ProblemLine()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(label(say("client_profile.question.hours"), "together"))
        down.addWidget(label(say("client_profile.hint.hours"), "body", "muted"))
        down.addWidget(self.problem)
        down.addSpacing(8)
        picks = QWidget()
        picks.setAccessibleName(say("client_profile.bands"))
        row = Flow(picks, gap=10)
        for name in BANDS:
            pick = Pick(say(f"client_profile.band.{name}"))
            pick.clicked.connect(self._ticked)
            self.picks[name] = pick
            row.addWidget(pick)
        down.addWidget(picks)
        down.addSpacing(10)
        down.addWidget(self._exactly())

    def _number(self, words: str) -> NumberInput:
        box = NumberInput(width=84, dense=False)
        box.setProperty("big", True)
        box.setAccessibleName(words)
        box.textEdited.connect(lambda _text: self._typed())
        box.editingFinished.connect(self.settled)
        return box

    def _exactly(self) -> QWidget:
        made = QWidget()
        row = Flow(made, gap=10)
        for at, box in enumerate((self.least, self.most)):
            pair = QWidget()
            across = QHBoxLayout(pair)
            across.setContentsMargins(0, 0, 8, 0)
            across.setSpacing(8)
            if not at:
                exactly = say("client_profile.or_exactly")
                across.addWidget(label(exactly, "body", "muted", wrap=False))
                across.addSpacing(4)
            words = label(box.accessibleName(), "body", wrap=False)
            words.setBuddy(box)
            across.addWidget(words)
            across.addWidget(box)
            row.addWidget(pair)
        return made

    def texts(self) -> tuple[str, str]:
        """The two numbers as typed."""
        return self.least.text().strip(), self.most.text().strip()

    def set_texts(self, least: str, most: str) -> None:
        """Show two numbers, and tick the bands they reach into."""
        self.least.setText(least)
        self.most.setText(most)
        self._typed()

    def set_problem(self, sentence: str) -> None:
        """Say what to mend; empty takes it away."""
        self.problem.say(sentence)
        for box in (self.least, self.most):
            mark_problem(box, bool(sentence))

    def focus_input(self) -> None:
        """Put the cursor in the first number."""
        self.least.setFocus()

    def _typed(self) -> None:
        reached = bands_of(*self.texts())
        for name, pick in self.picks.items():
            pick.setChecked(name in reached)

    def _ticked(self) -> None:
        least, most = hours_of({name for name, pick in self.picks.items() if pick.isChecked()})
        self.set_texts(least, most)
        self.settled.emit()


class Pick(QCheckBox):
    """A large box to tick with an edge round it and its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setProperty("kind", "pick")

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        """Tick, words and room round them."""
        hint = super().sizeHint()
        metrics = look().metrics("together", False)
        width = metrics.horizontalAdvance(self.text()) + look().px(16) + 10 + 36
        return QSize(max(hint.width(), width), look().px(44))
