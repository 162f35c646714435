"""A person at the keyboard of the real window: every key goes to whatever has the focus.

Nothing here moves the focus, presses a button or fills a box by itself: it sends keys and looks.
After each Tab it asks that the focus moved on, lies in sight and is drawn in the colour of focus.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QWidget

from tests.ui.in_window import words_on
from ui.main_window import MainWindow
from ui.theme import look
from ui.widgets.marks import Mark

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

_AROUND = 6
_LEAST_DRAWN = 24


class Keyboard:
    """Counts its keys in ``keys``, so that a test can say how many a piece of work takes."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keys = 0

    # ---- keys

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """A key, with what is held down."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(_takes_keys(), key, modifier)
            QApplication.processEvents()

    def control(self, key: Qt.Key, also: Qt.KeyboardModifier = NONE) -> None:
        """Ctrl with a key."""
        self.press(key, CONTROL | also)

    def alt(self, sign: str) -> None:
        """Alt with the digit or letter that an answer shows."""
        self.press(Qt.Key(ord(sign.upper())), ALT)

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)

    def escape(self) -> None:
        """Escape."""
        self.press(Qt.Key.Key_Escape)

    def space(self) -> None:
        """Space."""
        self.press(Qt.Key.Key_Space)

    def write(self, words: str) -> None:
        """Type words, whatever their letters."""
        for letter in words:
            self.keys += 1
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            now, held = _takes_keys(), SHIFT if letter.isupper() else NONE
            for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
                QTest.sendKeyEvent(action, now, key, letter, held)
        QApplication.processEvents()

    # ---- Tab

    def tab(self, *, back: bool = False) -> None:
        """To the next stop: another than before, in sight, and marked as the one."""
        before = self.focus()
        if back:
            self.press(Qt.Key.Key_Backtab, SHIFT)
        else:
            self.press(Qt.Key.Key_Tab)
        assert self.focus() is not before, f"Tab stays in {described(before)}"
        self.assert_focus_is_seen()

    def tab_to(self, name: str, *, of: str = "", back: bool = False, most: int = 60) -> None:
        """Press Tab until what is called so has the focus; ``of`` tells two of one name apart."""
        passed = []
        for _ in range(most):
            now = self.focus()
            if now.accessibleName() == name and of in now.accessibleDescription():
                return
            passed.append(described(now))
            self.tab(back=back)
        raise AssertionError(f"Tab does not reach {name}, only\n" + "\n".join(passed))

    def fill(self, answers: Mapping[str, str]) -> None:
        """Tab from field to field: type an answer, or go down a list to the line that begins so."""
        for name, words in answers.items():
            self.tab_to(name)
            if isinstance(self.focus(), QComboBox):
                self.choose(words)
            else:
                self.control(Qt.Key.Key_A)
                self.write(words)

    def fill_day(self, name: str, day: str) -> None:
        """The three boxes of a date: ``15 3 1990``."""
        for part, typed in zip(("day", "month", "year"), day.split(), strict=True):
            self.fill({f"{name}, {part}": typed})

    def choose(self, words: str) -> None:
        """In a list, down to the line that begins so."""
        box = self.focus()
        assert isinstance(box, QComboBox), described(box)
        self.press(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText().startswith(words):
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"no line of {described(box)} begins with {words}")

    def do(self, name: str, *, of: str = "", back: bool = False) -> None:
        """The button of that name: Tab to it, then Enter."""
        self.tab_to(name, of=of, back=back)
        self.enter()

    def find(self, words: str) -> None:
        """Ctrl+K, a few letters of a person or a command, Enter."""
        self.control(Qt.Key.Key_K)
        assert self.window.dialog_open(), "Find does not open"
        self.write(words)
        self.enter()

    # ---- looking

    def focus(self) -> QWidget:
        """What has the focus."""
        QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None, "nothing has the focus"
        return now

    def stands_in(self, name: str) -> None:
        """Fail unless what is called so has the focus, and can be seen to have it."""
        now = self.focus()
        assert now.accessibleName() == name, f"the focus is in {described(now)}, not in {name}"
        self.assert_focus_is_seen()

    def assert_focus_is_seen(self) -> None:
        """Fail unless what has the focus lies in sight and is drawn as the one that has it."""
        now = self.focus()
        assert now.isVisible(), f"{described(now)} has the focus and is not in sight"
        seen = now.visibleRegion().boundingRect()
        assert not seen.isEmpty(), f"{described(now)} has the focus under something else"
        spot = QRect(now.mapTo(self.window, seen.topLeft()), seen.size())
        around = spot.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        drawn = self.window.grab(around.intersected(self.window.rect())).toImage()
        dots = _dots_of(drawn, look().colour("focus").rgba())
        assert dots >= _LEAST_DRAWN, f"{described(now)} does not show that it has the focus"

    def seen(self) -> str:
        """Every word in sight, the title bar's among them."""
        QApplication.processEvents()
        marks = [mark.words() for mark in self.window.findChildren(Mark) if mark.isVisible()]
        return "\n".join([self.window.windowTitle(), words_on(self.window), *marks])

    def sees(self, *words: str) -> None:
        """Fail unless all these words are in sight."""
        seen = self.seen()
        for each in words:
            assert each in seen, f"“{each}” is not in sight:\n{seen}"

    def sees_no(self, *words: str) -> None:
        """Fail where any of these words is in sight."""
        seen = self.seen()
        for each in words:
            assert each not in seen, f"“{each}” is in sight:\n{seen}"


class StrayWindows(QObject):
    """Notes every widget that opens as a window of its own, and so takes the focus away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Only looks."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            popup = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if watched.isWindow() and not popup and not isinstance(watched, QMainWindow):
                self.seen.append(described(watched))
        return False


def described(widget: QWidget) -> str:
    """A widget by its class and name."""
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


def _takes_keys() -> QWidget:
    """The open list or menu, else what has the focus; keys go nowhere else."""
    QApplication.processEvents()
    now = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert now is not None, "nothing has the focus"
    return now


def _dots_of(drawn: QImage, colour: int) -> int:
    picture = drawn.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(picture.constBits()).count(colour.to_bytes(4, "little"))
