"""One writer at a time, whichever threads take the lock and let it go."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from caseload.store.lock_file import StoreLock


def test_the_second_is_told_who_holds_it(tmp_path: Path) -> None:
    first, second = StoreLock(tmp_path), StoreLock(tmp_path)
    assert first.take("Nadia Farouk")
    assert not second.take("Martin Doyle")
    holder = second.holder()
    assert holder is not None
    assert holder[0] == "Nadia Farouk"
    first.let_go()
    assert second.take("Martin Doyle")
    second.let_go()
    assert second.holder() is None


def test_what_one_thread_took_another_lets_go(tmp_path: Path) -> None:
    lock = StoreLock(tmp_path)
    with ThreadPoolExecutor(1) as elsewhere:
        assert elsewhere.submit(lock.take, "Nadia Farouk").result()
    lock.let_go()
    assert StoreLock(tmp_path).take("Martin Doyle")


def test_letting_go_of_what_one_does_not_hold_takes_it_from_nobody(tmp_path: Path) -> None:
    held, other = StoreLock(tmp_path), StoreLock(tmp_path)
    assert held.take("Nadia Farouk")
    other.let_go()
    assert not other.take("Martin Doyle")
    assert json.loads((tmp_path / "lock-holder").read_text("utf-8"))["name"] == "Nadia Farouk"
    held.let_go()
