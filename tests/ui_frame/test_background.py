"""Work leaves the GUI thread and its answer comes back to it; tests run it at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from caseload.errors import Refused
from ui.background import SLOW_MS, AtOnce, Background
from ui.widgets.strips import BusyStrip


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.wait()


def refusing() -> None:
    raise Refused("You are full, so Arjun cannot start yet.")


def failing() -> None:
    raise ZeroDivisionError("Dana Petrescu, 943 476 5919")


def test_the_answer_comes_on_the_gui_thread(background: Background, qtbot: QtBot) -> None:
    seen: dict[str, object] = {}

    def work() -> int:
        seen["work"] = threading.get_ident()
        return 25

    def done(answer: int) -> None:
        seen["done"], seen["answer"] = threading.get_ident(), answer

    background.run(work, done)
    qtbot.waitUntil(lambda: "answer" in seen)
    assert seen["answer"] == 25
    assert seen["done"] == threading.get_ident() != seen["work"]


def test_the_store_has_one_thread_and_keeps_the_order(background: Background, qtbot: QtBot) -> None:
    threads: set[int] = set()
    order: list[int] = []

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(20):
        background.run(lambda at=number: work(at), order.append)  # type: ignore[misc]  # the number is bound now
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))
    assert len(threads) == 1


def test_a_refusal_is_its_sentence(background: Background, qtbot: QtBot) -> None:
    said: list[str] = []
    background.run(refusing, lambda _none: said.append("done"), said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["You are full, so Arjun cannot start yet."]


def test_a_refusal_nobody_took_is_a_signal(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.refused) as refused:
        background.run(refusing, lambda _none: None, store=False)
    assert refused.args == ["You are full, so Arjun cannot start yet."]


def test_what_nobody_expected_is_logged_without_names(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []
    background.run(failing, lambda _none: None, said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("Something went wrong")
    assert "ZeroDivisionError at " in caplog.text
    assert "failing" in caplog.text
    assert "Dana" not in caplog.text
    assert "943" not in caplog.text


def test_cancelled_work_is_heard_of_no_more(background: Background, qtbot: QtBot) -> None:
    go = threading.Event()
    heard: list[object] = []
    job = background.run(go.wait, heard.append)
    later = background.run(lambda: "later", heard.append)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["later"]
    assert job.cancelled
    assert not later.cancelled


def test_slow_work_shows_progress_and_cancel(background: Background, qtbot: QtBot) -> None:
    go = threading.Event()
    told: list[bool] = []
    background.busy.connect(told.append)
    strip = BusyStrip("Working", "Cancel")
    qtbot.addWidget(strip)
    background.busy.connect(strip.setVisible)
    strip.cancelled.connect(background.cancel_all)
    background.run(go.wait, told.append)
    with qtbot.waitSignal(background.busy, timeout=SLOW_MS + 4000):
        pass
    assert told == [True]
    assert strip.isVisible()
    strip.cancel.click()
    assert told == [True, False]
    assert not strip.isVisible()
    go.set()


def test_quick_work_shows_nothing(background: Background, qtbot: QtBot) -> None:
    told: list[bool] = []
    done: list[object] = []
    background.busy.connect(told.append)
    background.run(lambda: 1, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert True not in told


def test_tests_run_it_at_once() -> None:
    said: list[object] = []
    AtOnce().run(lambda: 25, said.append)
    AtOnce().run(refusing, said.append, said.append)
    assert said == [25, "You are full, so Arjun cannot start yet."]
    with pytest.raises(ZeroDivisionError):
        AtOnce().run(failing, said.append, said.append)
    with pytest.raises(Refused):
        AtOnce().run(refusing, said.append)
