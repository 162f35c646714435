"""A forgotten passphrase: by the printed recovery key, which is replaced, or by a lead's code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caseload.app import unlock
from caseload.errors import CaseloadError
from caseload.store.lock_file import StoreLock
from tests.ui.front_door import OTHER_WORDS, WORDS, FrontDoor, alone, copied, for_two
from tests.ui.in_window import click, press, words_on, write
from ui.set_up.recovery_key import RecoveryKeyPage
from ui.unlock.forgotten import ForgottenPage
from ui.unlock.page import UnlockPage

NEW_WORDS = "purple harbour engine cloud"


@pytest.fixture(scope="module")
def store_of_one(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    folder = tmp_path_factory.mktemp("one") / "store"
    return (folder, *alone(folder))


@pytest.fixture(scope="module")
def store_of_two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    folder = tmp_path_factory.mktemp("two") / "store"
    return (folder, *for_two(folder))


def ask(front: FrontDoor, printed: str, words: str = NEW_WORDS) -> ForgottenPage:
    """From the unlock page: what is on the paper, and a new passphrase twice."""
    click(front.page(UnlockPage).forgotten)
    page = front.page(ForgottenPage)
    fill(page, printed, words)
    return page


def fill(page: ForgottenPage, printed: str, words: str = NEW_WORDS) -> None:
    for box, typed in (
        (page.printed, printed),
        (page.new.first, words),
        (page.new.again, words),
    ):
        click(box)
        press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        write(typed)
    click(page.set)


def test_the_recovery_key_lets_one_in_and_is_replaced_by_a_new_paper(
    front: FrontDoor, store_of_one: tuple[Path, str, str], tmp_path: Path
) -> None:
    store = copied(store_of_one[0], tmp_path / "store")
    used = store_of_one[2]
    front.open(store)
    ask(front, used.lower())
    paper = front.page(RecoveryKeyPage)
    fresh = paper.key.text()
    assert fresh != used
    click(paper.print)
    assert len(front.printed) == 1
    write(fresh)
    press(Qt.Key.Key_Return)
    assert front.is_at_work()

    front.lock()
    front.unlock(WORDS)
    assert not front.is_at_work(), "the forgotten passphrase opens nothing any more"
    page = front.page(UnlockPage)
    front.until(lambda: not page.wait.isVisible())
    front.unlock(NEW_WORDS)
    assert front.is_at_work()

    front.lock()
    forgotten = ask(front, used)
    assert forgotten.printed_field.problem().startswith(
        "That is a well-formed recovery key, but it"
    )
    front.until(lambda: front.app.door._attempts_on(store).wait_seconds == 0)
    fill(forgotten, fresh)
    assert front.page(RecoveryKeyPage).isVisible()


def test_a_wrong_group_is_named_before_a_new_paper_is_printed(
    front: FrontDoor, store_of_one: tuple[Path, str, str], tmp_path: Path
) -> None:
    store = copied(store_of_one[0], tmp_path / "store")
    front.open(store)
    used = store_of_one[2]
    groups = used.split("-")
    groups[2] = ("0" if groups[2][0] != "0" else "1") + groups[2][1:]
    page = ask(front, "-".join(groups))
    assert page.printed_field.problem().startswith("Group 3 is not as it was printed.")
    assert page.new.first.text() == NEW_WORDS
    fill(page, used, "abc")
    assert page.new.field.problem().startswith("Use at least 12 characters")
    assert front.page(ForgottenPage) is page
    fill(page, used)
    assert front.page(RecoveryKeyPage).isVisible()


def test_nothing_is_changed_while_another_copy_writes(
    front: FrontDoor, store_of_one: tuple[Path, str, str], tmp_path: Path
) -> None:
    store = copied(store_of_one[0], tmp_path / "store")
    held = StoreLock(store)
    assert held.take("Martin Doyle")
    front.open(store)
    page = ask(front, store_of_one[2])
    assert page.printed_field.problem().startswith("Martin Doyle has had this store open")
    assert not front.printed
    held.let_go()


def test_turning_back_leaves_the_old_paper_good(
    front: FrontDoor, store_of_one: tuple[Path, str, str], tmp_path: Path
) -> None:
    store = copied(store_of_one[0], tmp_path / "store")
    front.open(store)
    ask(front, store_of_one[2])
    front.close()  # with the new key on the screen and not typed back
    front.open(store)
    front.unlock(WORDS)
    assert front.is_at_work()


def test_a_code_from_the_lead_sets_a_new_passphrase(
    front: FrontDoor, store_of_two: tuple[Path, str, str], tmp_path: Path
) -> None:
    store = copied(store_of_two[0], tmp_path / "store")
    _, ruth, martin = store_of_two
    lead = unlock(store, person_id=ruth, passphrase=WORDS)
    code = lead.issue_code(martin).code.text
    lead.lock()
    front.open(store)
    click(front.page(UnlockPage).forgotten)
    page = front.page(ForgottenPage)
    front.choose(page.people, "Martin Doyle")
    click(page.kind.button("code"))
    fill(page, code)
    assert front.is_at_work()
    assert front.session.person.name == "Martin Doyle"
    assert "Martin Doyle" in words_on(front.app.window)
    front.close()
    with pytest.raises(CaseloadError):
        unlock(store, person_id=martin, passphrase=OTHER_WORDS)


def test_a_code_of_somebody_else_opens_nothing(
    front: FrontDoor, store_of_two: tuple[Path, str, str], tmp_path: Path
) -> None:
    store = copied(store_of_two[0], tmp_path / "store")
    _, ruth, martin = store_of_two
    lead = unlock(store, person_id=ruth, passphrase=WORDS)
    code = lead.issue_code(martin).code.text
    lead.lock()
    front.open(store)
    click(front.page(UnlockPage).forgotten)
    page = front.page(ForgottenPage)
    front.choose(page.people, "Ruth Adeyemi")
    click(page.kind.button("code"))
    fill(page, code)
    assert page.printed_field.problem().startswith("That code does not open this store for that")
    assert not front.is_at_work()
