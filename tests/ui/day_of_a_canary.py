"""Run as a program: ``python -m tests.ui.day_of_a_canary FOLDER``, a day with a canary in it.

The canary is typed into a client's name, a note, a draft and a health field, searched for, hidden,
locked and unlocked. ``open`` is said while all of it is in use; after a line on stdin the window is
closed as ever, and ``closed`` is said.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.in_window import press, write
from tests.ui.real_window import RealWindow, pause
from ui.client.page import ClientPage
from ui.client.profile_tab import ProfileTab
from ui.client.profile_view_model import PARTS

CANARY = "Zwoelfschillingskanarienvogel"
HEALTH = "health_and_work"
CONTROL = Qt.KeyboardModifier.ControlModifier


def main() -> None:
    window = RealWindow(Path(sys.argv[1]))
    window.unlock()
    page = window.client(CANARY)
    window.begin_contact(f"{CANARY} sleeps better")
    press(Qt.Key.Key_Return, CONTROL)
    window.until(lambda: window.app.window.beside.pane() is None)
    if not page.model.services.contacts.of_client(page.model.client_id):
        raise RuntimeError("the contact was not recorded")
    write_health(window, page)
    look_around(window)
    window.begin_contact(f"{CANARY} said")
    QTest.keyClick(window.app.window, Qt.Key.Key_L, CONTROL)
    window.until(window.app.window.is_covered)
    window.unlock()
    say("open")
    sys.stdin.readline()
    window.app.window.close()
    pause(200)
    say("closed")


def write_health(window: RealWindow, page: ClientPage) -> None:
    """The profile, written together."""
    window.press(page.tabs.tab("profile"))
    tab = page.findChildren(ProfileTab)[0]
    window.press(tab.empty.act)
    view = tab.together_view
    view.show_part(next(key for key, names in PARTS.items() if HEALTH in names))
    view.questions[HEALTH].box.setFocus()
    write(f"{CANARY} needs quiet")

    def kept() -> bool:
        profile = page.model.services.vocational_profiles.of_client(page.model.client_id)
        return profile is not None and CANARY in profile.health_and_work

    window.until(kept)
    window.press(view.stop)


def look_around(window: RealWindow) -> None:
    """Every page, the palette, and names hidden and shown."""
    for place in ("1", "2", "3", "4", "5", "6", "9"):
        press(Qt.Key(ord(place)), CONTROL)
        pause(50)
    press(Qt.Key.Key_2, CONTROL)
    press(Qt.Key.Key_K, CONTROL)
    write(CANARY[:12])
    pause(100)
    press(Qt.Key.Key_Escape)
    for _ in range(2):
        press(Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    window.app.window.go_back()


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
