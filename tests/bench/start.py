"""From the start of the process to the first paint: the unlock window, and an empty window.

All are started in turn, several times, with their bytecode on the disk as it lies after an
installation. The empty window is measured twice: in Fusion as Qt draws it, and in our own look
(typeface, palette, style sheet).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.measuring import line

ROUNDS = 15
GOAL = 1.5

_OURS = """
import sys
from tests.bench.first_paint import tell_of_the_window
tell_of_the_window()
from caseload.__main__ import main
main(["--store", sys.argv[1]])
"""
_EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QStyleFactory
application = QApplication(sys.argv[:1])
application.setStyle(QStyleFactory.create("Fusion"))
window = QMainWindow()
window.resize(1366, 740)
window.show()
from tests.bench.first_paint import tell
tell(window)
application.exec()
"""
_EMPTY_IN_OUR_LOOK = _EMPTY.replace(
    'application.setStyle(QStyleFactory.create("Fusion"))',
    'from ui.theme import look; look().wear("system", 1.0)',
)


def report() -> Iterator[str]:
    """Two lines, both of medians: ours against each of the empty windows."""
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder))
        home = _home(Path(folder))
        codes = (_OURS, _EMPTY, _EMPTY_IN_OUR_LOOK)
        times: list[list[float]] = [[], [], []]
        for turn in range(-1, ROUNDS):  # the first round writes the bytecode and is not counted
            for which in range(3) if turn % 2 == 0 else reversed(range(3)):
                took = _first_paint(codes[which], home, str(store))
                if turn >= 0:
                    times[which].append(took)
        ours, empty, dressed = (median(each) for each in times)
        yield line("start to first paint, an empty window beside", ours, empty, GOAL)
        yield line("the same, the empty window in our look", ours, dressed, GOAL)


def _store(folder: Path) -> Path:
    """A store that is only there to be unlocked."""
    from caseload.app import NewPerson, create_store
    from caseload.people.person import Role

    store = folder / "store"
    create_store(
        store,
        service_name="A made-up team",
        people=[NewPerson("Nadia Farouk", Role.SPECIALIST)],
        passphrase="ginger kettle roof tulip",
    )
    return store


def _home(folder: Path) -> dict[str, str]:
    """A person's own folders, with nothing in them, and bytecode that stays from start to start."""
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    shown = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    return kept | home | shown | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _first_paint(code: str, home: dict[str, str], store: str) -> float:
    """Milliseconds from before the process to its first paint; both sides read the same clock."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, store], env=home, capture_output=True, text=True, check=True
    )
    return (float(done.stdout) - began) * 1000
