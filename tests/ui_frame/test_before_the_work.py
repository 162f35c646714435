"""Unlocking, setting up, restoring and forgotten passphrases, with keys alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import Shown
from ui.set_up.page import SetUpPage
from ui.set_up.recovery_key import RecoveryKeyPage
from ui.set_up.restore import RestorePage
from ui.set_up.start import StartPage
from ui.speak import last_spoken
from ui.unlock.forgotten import ForgottenPage
from ui.unlock.page import UnlockPage

PEOPLE = [("nadia", "Nadia Farouk"), ("martin", "Martin Doyle")]
WORDS = "ginger kettle roof tulip"
KEY = "ABCDE-FGHJK-MNPQR"


def strength(typed: str) -> str:
    return "This is strong." if len(typed) > 11 else "Use at least 12 characters."


@pytest.fixture
def unlock(shown: Shown) -> UnlockPage:
    page = UnlockPage()
    page.show_people(PEOPLE, "martin")
    shown(page)
    page.passphrase.setFocus()
    return page


def test_the_passphrase_and_enter_are_enough(unlock: UnlockPage, qtbot: QtBot) -> None:
    QTest.keyClicks(unlock.passphrase, WORDS)
    with qtbot.waitSignal(unlock.unlock_asked) as asked:
        QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert asked.args == ["martin", WORDS]
    assert not unlock.unlock.isEnabled()
    assert unlock.unlock.words() == "Opening"


def test_nothing_typed_is_said_so(unlock: UnlockPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(unlock.unlock_asked):
        unlock.unlock.click()
    assert unlock.field.problem() == "Enter your passphrase"


def test_a_refusal_empties_the_box_says_why_and_slows_down(
    unlock: UnlockPage, qtbot: QtBot
) -> None:
    QTest.keyClicks(unlock.passphrase, "wrong words here")
    unlock.unlock.click()
    unlock.show_refusal("That name and passphrase do not open this store.")
    unlock.show_wait(2)
    assert unlock.passphrase.text() == ""
    assert last_spoken() == "That name and passphrase do not open this store."
    assert unlock.wait.text() == "You can try again in 2 seconds."
    QTest.keyClicks(unlock.passphrase, WORDS)
    with qtbot.assertNotEmitted(unlock.unlock_asked):
        QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    unlock._tick()
    assert unlock.wait.text() == "You can try again in 1 second."
    unlock._tick()
    assert not unlock.wait.isVisible()
    with qtbot.waitSignal(unlock.unlock_asked):
        QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)


def test_caps_lock_is_said_in_words(unlock: UnlockPage) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        unlock.passphrase, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "A")
    )
    assert unlock.caps.isVisible()
    assert last_spoken() == "Caps Lock is on"
    QTest.keyClicks(unlock.passphrase, "a")
    assert not unlock.caps.isVisible()


def test_one_person_alone_is_not_asked_who_they_are(unlock: UnlockPage, qtbot: QtBot) -> None:
    unlock.show_people(PEOPLE[:1])
    assert not unlock.who.isVisible()
    QTest.keyClicks(unlock.passphrase, WORDS)
    with qtbot.waitSignal(unlock.unlock_asked) as asked:
        unlock.unlock.click()
    assert asked.args == ["nadia", WORDS]


def test_there_are_ways_on(unlock: UnlockPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unlock.forgotten_asked):
        unlock.forgotten.click()
    with qtbot.waitSignal(unlock.other_store_asked):
        unlock.other_store.click()
    unlock.offer_keyring(True)
    with qtbot.waitSignal(unlock.keyring_asked) as asked:
        unlock.keyring.click()
    assert asked.args == ["martin"]


def test_the_first_start_offers_four_ways(shown: Shown, qtbot: QtBot) -> None:
    page = StartPage()
    shown(page)
    page.start.setFocus()
    with qtbot.waitSignal(page.start_asked):
        QTest.keyClick(page.start, Qt.Key.Key_Space)
    for way, signal in (
        (page.made_up, page.made_up_asked),
        (page.restore, page.restore_asked),
        (page.open, page.open_asked),
    ):
        with qtbot.waitSignal(signal):
            way.click()


def test_setting_up_asks_what_is_missing_and_keeps_what_is_there(
    shown: Shown, qtbot: QtBot
) -> None:
    page = SetUpPage(strength)
    shown(page)
    page.details.person.setText("Nadia Farouk")
    page.details.share.setText("2")
    page.next.click()
    assert page.details.problems.problems() == [
        "Enter the name of your team or service",
        "Choose a folder to keep the store in",
        "Enter a number from 0.1 to 1, such as 0.6",
    ]
    assert page.details.person.text() == "Nadia Farouk"
    with qtbot.waitSignal(page.folder_asked):
        page.details.choose.click()


def test_setting_up_gives_everything_once_the_passphrases_agree(shown: Shown, qtbot: QtBot) -> None:
    page = SetUpPage(strength)
    shown(page)
    page.details.team.setText("Willow Road")
    page.details.person.setText("Nadia Farouk")
    page.details.share.setText("0.6")
    page.show_folder("/home/nadia/store")
    page.next.click()
    page.passphrase.first.setText(WORDS)
    assert page.passphrase.hint.text() == "This is strong."
    page.passphrase.again.setText("ginger kettle")
    page.make.click()
    assert page.passphrase.problems.problems() == ["Enter the same passphrase in both boxes"]
    page.passphrase.again.setText(WORDS)
    with qtbot.waitSignal(page.create_asked) as asked:
        page.make.click()
    details, passphrase = asked.args
    assert passphrase == WORDS
    assert (details.team, details.person, details.alone, details.share) == (
        "Willow Road",
        "Nadia Farouk",
        True,
        Decimal("0.6"),
    )
    page.show_refusal("The folder cannot be written. Choose another.")
    assert page.passphrase.first.text() == WORDS
    assert page.make.isEnabled()
    page.clear()
    assert page.passphrase.first.text() == ""


def test_the_recovery_key_must_be_typed_back_from_the_paper(shown: Shown, qtbot: QtBot) -> None:
    page = RecoveryKeyPage()
    shown(page)
    page.show_key(KEY)
    with qtbot.waitSignal(page.print_asked) as printed:
        page.print.click()
    assert printed.args == [KEY]
    assert not page.key.isVisible()
    page.finish.click()
    assert page.problems.problems() == ["Enter the recovery key from the paper"]
    page.typed.setText("ABCDE FGHJK MNPQQ")
    with qtbot.assertNotEmitted(page.finished):
        page.finish.click()
    assert page.problems.problems()[0].startswith("That is not the recovery key")
    page.typed.setText("abcde fghjk mnpqr")
    with qtbot.waitSignal(page.finished):
        page.finish.click()
    assert page.key.text() == page.typed.text() == ""


def test_whoever_keeps_the_keys_may_say_which_group_is_wrong(shown: Shown) -> None:
    page = RecoveryKeyPage()
    shown(page)
    page.show_key(KEY, lambda _typed: "Group 3 is not as it was printed.")
    page.written.click()
    page.typed.setText(KEY)
    page.finish.click()
    assert page.problems.problems() == ["Group 3 is not as it was printed."]


def test_a_forgotten_passphrase_is_mended_by_paper_or_by_a_code(shown: Shown, qtbot: QtBot) -> None:
    page = ForgottenPage(strength)
    page.show_people(PEOPLE, "martin")
    shown(page)
    page.set.click()
    assert page.new.problems.problems() == ["Enter what is printed on the paper"]
    page.kind.button("code").click()
    assert page.printed_field.words() == page.printed.accessibleName() == "Code"
    page.printed.setText(KEY)
    page.new.first.setText(WORDS)
    page.new.again.setText(WORDS)
    with qtbot.waitSignal(page.enrol_asked) as asked:
        page.set.click()
    assert asked.args == ["martin", "code", KEY, WORDS]
    page.show_refusal("That code is more than seven days old.")
    assert page.printed_field.problem() == "That code is more than seven days old."
    assert page.set.isEnabled()
    page.clear()
    assert page.printed.text() == page.new.first.text() == ""


def test_restoring_asks_for_the_file_and_what_opens_it(shown: Shown, qtbot: QtBot) -> None:
    page = RestorePage()
    shown(page)
    page.restore.click()
    assert page.problems.problems() == [
        "Choose the backup to restore",
        "Enter your passphrase or the recovery key",
    ]
    page.show_file("/media/stick/backup")
    page.show_people(PEOPLE)
    assert page.who.isVisible()
    page.kind.button("recovery").click()
    assert not page.who.isVisible()
    assert page.secret_field.words() == "Recovery key"
    page.secret.setText(KEY)
    with qtbot.waitSignal(page.restore_asked) as asked:
        page.restore.click()
    assert asked.args == ["nadia", "recovery", KEY]
    page.show_refusal("The backup is damaged.", "file")
    assert page.file_field.problem() == "The backup is damaged."
