"""A process that is killed loses at most two seconds of typing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from caseload.app import store_people, unlock
from tests.ui.real_window import WORDS
from tests.ui.typed_and_killed import NOTES, TELEPHONE

TYPED = {"contact": NOTES, "details": TELEPHONE}


def test_what_was_typed_two_seconds_before_a_kill_is_in_the_store(tmp_path: Path) -> None:
    """A contact half written and a form half filled, each in a process of its own."""
    children = {
        form: subprocess.Popen(
            [sys.executable, "-m", "tests.ui.typed_and_killed", str(tmp_path / form), form],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for form in TYPED
    }
    for form, child in children.items():
        with child:
            assert child.stdout is not None
            assert child.stderr is not None
            said = child.stdout.readline()
            child.send_signal(signal.SIGKILL)
            assert (said, child.stderr.read()) == ("ready\n", ""), "not a warning on the way"
        assert TYPED[form] in drafts_in(tmp_path / form)


def drafts_in(store: Path) -> str:
    """Everything kept as a draft, in a store that is whole."""
    person = store_people(store).people[0].person_id
    session = unlock(store, person_id=person, passphrase=WORDS)
    try:
        assert session.check() == []
        return "\n".join(draft.content for draft in session.services.drafts.all())
    finally:
        session.lock()
