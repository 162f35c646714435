"""The better-off page and the letters' pages in the real window, used with keys and mouse alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.in_window import SIZE, click, focus, press, write
from ui.at_work import Unlocked
from ui.background import AtOnce
from ui.better_off.page import BetterOffPage
from ui.letters.letter_page import LetterPage
from ui.letters.page import LettersPage
from ui.main_window import MainWindow

DANA = {
    "claimant.health": "Health part, new rate",
    "housing.tenure": "Social",
    "housing.rent_monthly": "900",
    "capital": "350",
    "offers.0.hours_per_week": "16",
}
"""What is typed for Dana of Willow Road, whose age the record knows."""


@dataclass
class Desk:
    """The window with the three pages, and hands to use them with."""

    session: Session
    window: MainWindow
    sums: BetterOffPage
    shared: list[str] = field(default_factory=list)
    went: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def letter(self) -> LetterPage:
        """The page that previews a letter."""
        page = LetterPage(self.session.services, AtOnce())
        self._join("letter", page, under="letters")
        return page

    @cached_property
    def letters(self) -> LettersPage:
        """The page of the letters that were filed."""
        page = LettersPage(self.session.services, AtOnce())
        self._join("letters", page)
        return page

    def _join(self, place: str, page: LetterPage | LettersPage, under: str = "") -> None:
        self.window.add_page(place, page, under=under)
        page.go.connect(self.go)

    def go(self, place: str, about: str) -> None:
        """Where a page asked to go."""
        self.went.append((place, about))
        if place == "back":
            self.window.go_back()

    def make_now(self, asked: object) -> None:
        """To the letter, as the application joins the two pages."""
        assert self.letter is not None
        self.window.go("letter", asked)

    @property
    def dana(self) -> str:
        """Dana's id."""
        return self.client("Dana Petrescu")

    def client(self, name: str) -> str:
        """A client's id."""
        return self.session.services.clients.search(name)[0].client_id

    def open(self, client_id: str | None) -> None:
        """Go to the sum of a client, or of somebody at the desk."""
        assert self.window.go("better_off", client_id)
        QApplication.processEvents()

    def box(self, key: str) -> QWidget:
        """The box of a question in sight."""
        found = self.sums.inputs.field(key)
        assert found is not None, f"{key} is not asked"
        assert found.input.isVisible(), f"{key} is not in sight"
        return found.input

    def answer(self, key: str, words: str) -> None:
        """Answer a question at the keyboard, and stay in it."""
        box = self.box(key)
        box.setFocus()
        if isinstance(box, QComboBox):
            _choose(box, words)
        elif isinstance(box, QCheckBox):
            QTest.keyClick(box, Qt.Key.Key_Space)
        else:
            QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(box, Qt.Key.Key_Delete)
            QTest.keyClicks(box, words)
        QApplication.processEvents()

    def answers(self, answers: dict[str, str]) -> None:
        """Answer several."""
        for key, words in answers.items():
            self.answer(key, words)

    def dana_with_an_offer(self) -> None:
        """Dana's sum with 16 hours at Brookside."""
        self.open(self.dana)
        self.answers(DANA)

    def figure(self, offer: int = 0) -> str:
        """The large figure on an offer's card; empty where there is none."""
        card = self.sums.answers.cards.cards[offer]
        return card.figure.text() if card.figure.isVisible() else ""

    def problem(self, key: str) -> str:
        """The sentence beside a field."""
        found = self.sums.inputs.field(key)
        return "" if found is None else found.problem()

    def make_letter(self) -> None:
        """To the letter's preview."""
        click(self.sums.make)
        assert self.window.place() == "letter"

    def prints(self, *, accepts: bool = True) -> list[str]:
        """Choose a printer without asking anybody; the titles of the queue are told."""
        asked: list[str] = []

        def printer(_page: QWidget, title: str) -> QPrinter | None:
            asked.append(title)
            made = QPrinter()
            made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            made.setOutputFileName(str(self.session.folder.parent / "printed.pdf"))
            return made if accepts else None

        self.letter.leaving.ask_printer = printer
        self.letters.leaving.ask_printer = printer
        return asked


def _choose(box: QComboBox, words: str) -> None:
    """With Home and the down key, as far as the answer that begins so."""
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText().startswith(words):
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"no answer begins with {words}")


def desk_of(qtbot: QtBot, session: Session) -> Desk:
    """The three pages, joined as the application joins them."""
    window = MainWindow()
    qtbot.addWidget(window)
    sums = BetterOffPage(session.services, AtOnce())
    window.add_page("better_off", sums)
    desk = Desk(session, window, sums)
    sums.letter_asked.connect(desk.make_now)
    sums.shared_screen.connect(desk.shared.append)
    sums.go.connect(desk.go)
    session.store.board.subscribe(window.changed)
    window.show_session(Unlocked(session))
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return desk


__all__ = ["DANA", "Desk", "desk_of", "focus", "press", "write"]
