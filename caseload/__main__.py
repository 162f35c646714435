"""The program: what is typed goes to the command line, which is handed the way to the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from caseload.cli.door import Doors
from caseload.cli.door import main as at_the_door
from caseload.errors import StoreTrouble
from caseload.words import say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Caseload; returns the exit code: 0 done, 1 refused, 2 wrong usage."""
    doors = Doors(open_window=_open_window, take_pictures=_take_pictures)
    return at_the_door(sys.argv[1:] if arguments is None else arguments, doors)


def _open_window(store: Path | None) -> int:
    # Nothing that the first paint reads is rubbish; the window turns the search on again after it.
    gc.disable()
    try:
        from ui.app import run
    except ImportError:
        raise StoreTrouble(say("cli.window.no_libraries")) from None
    return run(store)


def _take_pictures(store: Path, passphrase: str, folder: Path) -> list[Path]:
    try:
        from ui.pictures import take
    except ImportError:
        raise StoreTrouble(say("cli.window.no_libraries")) from None
    return take(store, passphrase, folder)


if __name__ == "__main__":
    sys.exit(main())
