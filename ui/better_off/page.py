"""The better-off page: inputs on the left, the answer on the right as they change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from caseload.changes import Changed
from caseload.errors import CaseloadError
from caseload.services.all_services import Services
from caseload.services.better_off_letters import LetterToMake
from caseload.words import say
from ui.actions import command, shown_shortcut
from ui.background import Runner
from ui.better_off import phrases
from ui.better_off.answer_pane import AnswerPane
from ui.better_off.answers import LETTERS, offer_key
from ui.better_off.choose_client import ChooseClient
from ui.better_off.inputs_pane import InputsPane
from ui.better_off.view_model import BetterOffModel
from ui.pages import PageBase
from ui.speak import speak
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import hairline
from ui.widgets.dialog import Dialog
from ui.widgets.page_head import PageHead
from ui.widgets.panes import Panes

CALM_MS = 600
"""A refusal waits this long after the last key: half a figure is not a wrong one."""


class BetterOffPage(PageBase):
    """``on_shown(client_id)``, or None for somebody who has no record here.

    ``letter_asked`` carries a ``LetterToMake`` for the page that previews letters, and
    ``shared_screen`` tells the window, in words, that the client is looking too; "" ends it.
    """

    go = Signal(str, str)
    said = Signal(str)
    letter_asked = Signal(object)
    shared_screen = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.model = BetterOffModel(services, background)
        self.head = PageHead(say("better_off_page.title"), raised=False, margin=24)
        self.choose = Button(say("better_off_page.choose_client"), icon="user-round")
        self.show_client = Button(say("better_off_page.show_client"))
        self.add = Button(say("better_off_page.add_to_record"))
        key = shown_shortcut(command("print_letter").shortcut)
        self.make = Button(say("better_off_page.make_letter"), kind="primary", icon="mail", key=key)
        self.inputs = InputsPane(self.model)
        self.answers = AnswerPane(self.model)
        self._together = False
        self._opened = False
        self._spoken = ""
        self._calm = self._timer(CALM_MS, self._show_all)
        self._quiet = self._timer(CALM_MS * 2, self._speak)
        self._build()
        self._connect()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(then)
        return made

    def _build(self) -> None:
        for button in (self.choose, self.show_client, self.add, self.make):
            self.head.add_action(button)
        self.head.setProperty("pane", True)
        self.panes = Panes(self.answers, self.inputs, width=288, large="below", side_first=True)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.head)
        down.addWidget(hairline())
        down.addWidget(self.panes, 1)

    def _connect(self) -> None:
        model = self.model
        model.filled.connect(self._show_all)
        model.answered.connect(self._answered)
        model.said.connect(self._say)
        model.refused.connect(self._refuse)
        self.answers.field_asked.connect(self.inputs.focus_field)
        self.inputs.restart_asked.connect(self._start_again)
        self.choose.clicked.connect(self._choose_client)
        self.show_client.clicked.connect(self._turn_screen)
        self.add.clicked.connect(model.keep)
        self.make.clicked.connect(self.make_letter)
        look().changed.connect(self._show_head)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # ---- the window's questions

    def title(self) -> str:
        """What the sum is, and whose."""
        name = self.model.name()
        return say("better_off_page.title_of", name=name) if name else say("better_off_page.title")

    def client(self) -> str | None:
        """The client in sight."""
        return self.model.client_id

    def on_shown(self, about: object) -> None:
        """The sum of a client, or of somebody at the desk; what is typed here already stays."""
        client_id = str(about) if about else None
        if self._opened and client_id == self.model.client_id:
            return
        try:
            self.model.open(client_id)
        except CaseloadError as why:
            self.model.open(None)
            self._refuse(why.sentence)
        self._opened = True
        self.set_together(False)
        self._show_all()
        self.focus_first()

    def on_changed(self, changed: Changed) -> None:
        """The client's record changed: their name may be new; what is typed stays."""
        if changed.origin is self.model or self.model.client_id not in changed.ids:
            return
        try:
            self.model.read_again()
        except CaseloadError:
            self.model.open(None)

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Save adds to the record; print makes the letter."""
        answers: dict[str, Callable[[], None]] = {"print_letter": self.make_letter}
        if self.model.client_id is not None:
            answers["save"] = self.model.keep
        return answers

    def can_leave(self) -> bool:
        """What is typed is kept first, and the screen is no longer shared."""
        self.settle()
        self.set_together(False)
        return True

    def settle(self) -> None:
        """Keep what is being typed, before locking or leaving."""
        self.model.settle()

    def focus_first(self) -> None:
        """The first question that has no answer, else the hours of the offer."""
        outcome = self.model.outcome
        missing = () if outcome is None else outcome.missing
        hours = offer_key(self.model.chosen, "hours_per_week")
        self.inputs.focus_field(next(iter(missing), hours))

    # ---- showing

    def _answered(self) -> None:
        """An answer shows at once; a refusal waits until the typing pauses."""
        if self.model.answer() is not None:
            self._show_all()
        else:
            self._calm.start()
        self._quiet.start()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._calm.isActive() and now is not None:
            self._show_all()

    def _show_all(self) -> None:
        self._calm.stop()
        outcome = self.model.outcome
        self.inputs.show_problems({} if outcome is None else outcome.problems)
        self.answers.show_outcome()
        self._show_head()

    def _show_head(self) -> None:
        model = self.model
        nobody = model.client_id is None
        answered = model.has_answer()
        self.choose.setVisible(nobody and not self._together)
        self.show_client.setVisible(answered or self._together)
        self.show_client.set_words(say(f"better_off_page.{self._screen_words()}", name=self._who()))
        self.add.setVisible(not nobody and not self._together)
        self.add.set_words(
            say("better_off_page.is_added" if model.is_kept() else "better_off_page.add_to_record")
        )
        self.add.setEnabled(answered and not model.is_kept())
        self.make.setVisible(not self._together)
        self.head.set_words(self.title(), self._sentence())

    def _screen_words(self) -> str:
        if self._together:
            return "stop_showing"
        return "show_client_named" if self.model.client_id else "show_client"

    def _who(self) -> str:
        return self.model.first_name()

    def _sentence(self) -> str:
        model = self.model
        answer = model.answer()
        if look().large_text and answer is not None:
            # The inputs stand over the answer here, so that it is said where it stays in sight.
            return phrases.sentence(answer, LETTERS[model.chosen])
        if model.rates is None:
            return ""
        words = (
            "better_off_page.estimate_restored" if model.restored else "better_off_page.estimate"
        )
        return say(words, year=model.rates.name)

    def _speak(self) -> None:
        """The answer aloud, once the typing pauses."""
        answer = self.model.answer()
        if answer is None or not self.isVisible():
            return
        words = phrases.sentence(answer, LETTERS[self.model.chosen])
        if words != self._spoken:
            self._spoken = words
            speak(words, self)

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence)
        self._show_head()

    def _refuse(self, sentence: str) -> None:
        dialog = Dialog(self, say("better_off_page.refused"), sentence, width=520)
        dialog.add_close(say("better_off_page.back"))
        dialog.open()

    # ---- acting

    def make_letter(self) -> None:
        """To the letter's preview; what is missing first, where there is no answer."""
        asked: LetterToMake | None = self.model.letter()
        if asked is None:
            self._show_all()
            self.answers.needed.focus_first()
            return
        self.settle()
        self.letter_asked.emit(asked)

    def _start_again(self) -> None:
        self.model.start_again()
        self.focus_first()

    def _choose_client(self) -> None:
        dialog = ChooseClient(self, self.model.search)
        dialog.picked.connect(self._take_client)
        dialog.open()

    def _take_client(self, client_id: str) -> None:
        try:
            self.model.choose_client(client_id)
        except CaseloadError as why:
            self._refuse(why.sentence)
            return
        self._say(say("better_off_page.chosen_client"))

    # ---- the client looks too

    def _turn_screen(self) -> None:
        self.set_together(not self._together)

    def set_together(self, together: bool) -> None:
        """Show the client the answer in words said to them, without notes for staff."""
        if together == self._together:
            return
        self._together = together
        self.answers.set_to_client(together)
        self._show_head()
        self.shared_screen.emit(self._shared_words() if together else "")

    def _shared_words(self) -> str:
        name = self.model.first_name()
        if not name:
            return say("better_off_page.shared_nobody")
        return say("better_off_page.shared", name=name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends sharing the screen before anything else."""
        if event.key() == Qt.Key.Key_Escape and self._together:
            self.set_together(False)
            return
        super().keyPressEvent(event)
