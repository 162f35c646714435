"""Run as a program: ``python -m tests.ui.typed_and_killed FOLDER contact|details``.

Types half a record, lets the program run on for two seconds and a little, says ``ready``, and waits
to be killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.in_window import press, write
from tests.ui.real_window import RealWindow, pause
from ui.client.form import Form
from ui.widgets.cards import SummaryList

NOTES = "She starts on Monday at Brookside"
TELEPHONE = "020 7946 0999"
AFTER_THE_LAST_KEY = 2200


def main() -> None:
    window = RealWindow(Path(sys.argv[1]))
    window.unlock()
    page = window.client("Dana")
    if sys.argv[2] == "contact":
        window.begin_contact(NOTES)
    else:
        window.press(page.tabs.tab("details"))
        lists = page.findChildren(SummaryList)
        window.press(next(one.changes["telephone"] for one in lists if "telephone" in one.changes))
        box = next(form for form in page.findChildren(Form) if form.isVisible()).boxes["telephone"]
        if not isinstance(box, QLineEdit):
            raise TypeError("nowhere to type")
        box.setFocus()
        press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        write(TELEPHONE)
    pause(AFTER_THE_LAST_KEY)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    pause(60_000)


if __name__ == "__main__":
    main()
