"""The door of the program: what is typed after ``caseload`` is handed to whoever does it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from caseload import __version__
from caseload.words import say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Caseload; returns the exit code: 0 done, 1 refused, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        print(f"caseload {__version__}")
        return 0
    print(say("program.usage"), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
