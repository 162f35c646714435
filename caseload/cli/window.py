"""``caseload`` by itself: the window, where there is a display to open it on."""

from __future__ import annotations

import argparse
import os
import sys

from caseload.errors import Refused
from caseload.words import say

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def run(given: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; the exit code. Raises Refused."""
    if not has_display():
        raise Refused(say("cli.window.no_display"))
    code: int = given.doors.open_window(given.store)
    return code


def has_display() -> bool:
    """Whether a window can be shown. A platform that was chosen by hand is taken as it is."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in DISPLAYS)
