"""Locking after idle time, and names that one key hides everywhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import Shown
from ui.lock import IdleLock
from ui.privacy import Names
from ui.speak import forget, last_spoken, speak
from ui.widgets.inputs import TextInput


class Clock:
    """A clock the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clocks() -> tuple[Clock, Clock]:
    return Clock(), Clock()


@pytest.fixture
def lock(qapp: object, clocks: tuple[Clock, Clock]) -> IdleLock:
    made = IdleLock(clocks=clocks)
    made.start()
    return made


def test_it_locks_after_five_minutes_once(
    lock: IdleLock, clocks: tuple[Clock, Clock], qtbot: QtBot
) -> None:
    told: list[str] = []
    lock.idle.connect(lambda: told.append("idle"))
    for minutes in (4.9, 5.0, 6.0):
        for clock in clocks:
            clock.now = 1000 + minutes * 60
        lock.look_at_the_clock()
    assert told == ["idle"]
    assert not lock.is_watching()


def test_a_computer_that_slept_is_locked_when_it_wakes(
    lock: IdleLock, clocks: tuple[Clock, Clock], qtbot: QtBot
) -> None:
    clocks[0].now += 3600  # the steady clock stood still
    with qtbot.waitSignal(lock.idle):
        lock.look_at_the_clock()


def test_a_clock_put_back_locks_nobody_out_early_or_late(
    lock: IdleLock, clocks: tuple[Clock, Clock], qtbot: QtBot
) -> None:
    clocks[0].now -= 7200
    with qtbot.assertNotEmitted(lock.idle):
        lock.look_at_the_clock()
    clocks[1].now += 300
    with qtbot.waitSignal(lock.idle):
        lock.look_at_the_clock()


def test_a_key_puts_it_off(
    lock: IdleLock, clocks: tuple[Clock, Clock], qtbot: QtBot, shown: Shown
) -> None:
    box = TextInput()
    window: QWidget = shown(box)
    handle = window.windowHandle()
    assert handle is not None
    lock.watch(handle)
    for clock in clocks:
        clock.now += 299
    QTest.keyClick(handle, Qt.Key.Key_A)
    for clock in clocks:
        clock.now += 299
    with qtbot.assertNotEmitted(lock.idle):
        lock.look_at_the_clock()
    for clock in clocks:
        clock.now += 2
    with qtbot.waitSignal(lock.idle):
        lock.look_at_the_clock()


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (5, 5), (15, 15), (60, 15)])
def test_never_more_than_fifteen_minutes(lock: IdleLock, asked: int, kept: int) -> None:
    lock.set_minutes(asked)
    assert lock.minutes == kept


def test_while_locked_it_does_not_watch(
    lock: IdleLock, clocks: tuple[Clock, Clock], qtbot: QtBot
) -> None:
    lock.stop()
    clocks[1].now += 9999
    with qtbot.assertNotEmitted(lock.idle):
        lock.look_at_the_clock()


# ---- names


def test_hidden_names_have_stand_ins_that_stay_the_same() -> None:
    held = Names()
    assert held.client("Dana Petrescu", "d") == "Dana Petrescu"
    held.hide(True)
    assert held.client("Dana Petrescu", "d") == "Client 1"
    assert held.client("Leyla Şahin", "l") == "Client 2"
    held.hide(False)
    held.hide(True)
    assert held.client("Dana Petrescu", "d") == "Client 1"


def test_everything_that_tells_who_somebody_is_goes() -> None:
    held = Names()
    plain = (
        held.nhs_number("9434765919"),
        held.born(date(1984, 3, 15)),
        held.address("Flat 6, 41 Larch Street"),
        held.telephone("020 7946 0143"),
    )
    assert plain == (
        "943 476 5919",
        "15 March 1984",
        "Flat 6, 41 Larch Street",
        "020 7946 0143",
    )
    held.hide(True)
    hidden = (
        held.nhs_number("9434765919"),
        held.born(date(1984, 3, 15)),
        held.address("Flat 6, 41 Larch Street"),
        held.telephone("020 7946 0143"),
    )
    assert not any(figure.isdigit() for words in hidden for figure in words)
    assert held.nhs_number("") == held.born(None) == held.address("") == ""


def test_names_inside_sentences_go_whole_and_in_parts() -> None:
    held = Names()
    held.hide(True)
    people = [("Dana Petrescu", "d")]
    words = "Dana Petrescu rang. DANA wants Ms Petrescu-Ionescu told. Danae stays."
    assert held.text(words, people) == (
        "Client 1 rang. Client 1 wants Ms Client 1-Ionescu told. Danae stays."
    )
    held.hide(False)
    assert held.text(words, people) == words


def test_the_pages_are_told_once(qtbot: QtBot) -> None:
    held = Names()
    with qtbot.waitSignal(held.changed) as changed:
        held.hide(True)
    assert changed.args == [True]
    with qtbot.assertNotEmitted(held.changed):
        held.hide(True)


def test_what_was_said_aloud_is_forgotten_when_locking(shown: Shown) -> None:
    box = TextInput()
    shown(box)
    speak("Saved, contact with Dana Petrescu", box)
    assert last_spoken().endswith("Dana Petrescu")
    forget()
    assert last_spoken() == ""
