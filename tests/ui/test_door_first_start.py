"""The first start by clicking and typing: a store of one's own, made-up people, a backup."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from caseload.app import NewPerson, create_store, unlock
from caseload.errors import StoreTrouble
from caseload.people.person import Role
from caseload.settings import Settings, usual_store_folder, write_settings
from caseload.store.lock_file import StoreLock
from tests.ui.front_door import OTHER_WORDS, WORDS, FrontDoor, alone, copied
from tests.ui.in_window import click, focus, press, tab_to, write
from ui.set_up.page import SetUpPage
from ui.set_up.recovery_key import RecoveryKeyPage
from ui.set_up.restore import RestorePage
from ui.set_up.start import StartPage
from ui.unlock.forgotten import ForgottenPage
from ui.unlock.page import UnlockPage

# ---- a store of one's own


def set_up(front: FrontDoor, *, team: bool = False, words: str = WORDS) -> SetUpPage:
    """From the start page to the passphrase, with the keyboard alone."""
    tab_to(front.page(StartPage).start)
    press(Qt.Key.Key_Space)
    page = front.page(SetUpPage)
    details = page.details
    assert focus() is details.team
    write("Willow Road")
    tab_to(details.person)
    write("Nadia Farouk")
    if team:
        click(details.role.button("lead"))
    tab_to(details.share)
    write("0.6")
    tab_to(page.next)
    press(Qt.Key.Key_Space)
    assert focus() is page.passphrase.first
    write(words)
    tab_to(page.passphrase.again)
    write(words)
    tab_to(page.make)
    press(Qt.Key.Key_Space)
    return page


def test_from_nothing_to_today_with_the_keyboard_alone(front: FrontDoor) -> None:
    front.open()
    page = set_up(front)
    assert page.passphrase.hint.text().startswith("This would hold against most people.")
    paper = front.page(RecoveryKeyPage)
    key = paper.key.text()
    assert not usual_store_folder().exists(), "nothing is made before the paper is right"

    tab_to(paper.print)
    press(Qt.Key.Key_Space)
    [(data, title)] = front.printed
    assert data.startswith(b"%PDF")
    assert title == "Recovery key"
    assert not paper.key.isVisible(), "it is typed from the paper"

    wrong = key[:-1] + ("0" if key[-1] != "0" else "1")
    write(wrong)
    press(Qt.Key.Key_Return)
    assert paper.field.problem().startswith("Group 8 is not as it was printed.")
    assert not front.is_at_work()
    tab_to(paper.typed)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(key.lower().replace("-", " "))
    press(Qt.Key.Key_Return)

    assert front.is_at_work()
    assert front.title == "Today, Caseload"
    session = front.session
    assert (session.person.name, session.person.role) == ("Nadia Farouk", Role.SPECIALIST)
    assert session.service.name == "Willow Road"
    assert session.services.allocation.count(session.person.id).cap == 15
    store = usual_store_folder()
    front.lock()
    front.unlock()
    assert front.is_at_work()
    front.close()
    for file in front.home.rglob("*"):
        if file.is_file():
            assert key.replace("-", "").encode() not in file.read_bytes().replace(b"-", b"")
    assert (store / "store.db").exists()


def test_a_lead_of_a_team_is_a_lead(front: FrontDoor) -> None:
    front.open()
    set_up(front, team=True)
    paper = front.page(RecoveryKeyPage)
    key = paper.key.text()
    click(paper.written)
    write(key)
    press(Qt.Key.Key_Return)
    assert front.session.person.role is Role.LEAD


def test_another_well_formed_key_is_not_the_paper(front: FrontDoor) -> None:
    front.open()
    set_up(front)
    paper = front.page(RecoveryKeyPage)
    click(paper.written)
    write("00001-00002-00003-00004-00005-00006-00007-00008")
    press(Qt.Key.Key_Return)
    assert paper.field.problem().startswith("This is not the key on the paper.")
    click(paper.again)
    assert paper.key.isVisible()
    assert not usual_store_folder().exists()


def test_a_weak_passphrase_is_refused_before_any_paper(front: FrontDoor) -> None:
    front.open()
    page = set_up(front, words="abc")
    assert page.passphrase.field.problem().startswith("Use at least 12 characters")
    assert page.passphrase.first.text() == "abc"
    assert front.page(SetUpPage) is page


def test_the_folder_is_asked_for_and_one_in_use_gets_a_folder_inside(
    front: FrontDoor, tmp_path: Path
) -> None:
    front.open()
    click(front.page(StartPage).start)
    details = front.page(SetUpPage).details
    assert details.folder.text() == str(usual_store_folder())
    (tmp_path / "new").mkdir()
    front.chosen = str(tmp_path / "new")
    click(details.choose)
    assert details.folder.text() == str(tmp_path / "new")
    (tmp_path / "new" / "holiday.jpg").touch()
    click(details.choose)
    assert details.folder.text() == str(tmp_path / "new" / "Caseload")


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("file/store", "The store could not be made there."),
        ("Dropbox/store", "The store must lie on this computer's own disk"),
        ("full", "This folder already holds files."),
    ],
)
def test_a_folder_that_will_not_do_is_refused_before_any_paper(
    front: FrontDoor, tmp_path: Path, where: str, says: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "holiday.jpg").touch()
    front.open()
    click(front.page(StartPage).start)
    page = front.page(SetUpPage)
    page.show_folder(str(tmp_path / where))
    tab_to(page.details.team)
    write("Willow Road")
    tab_to(page.details.person)
    write("Nadia")
    tab_to(page.details.share)
    write("1")
    click(page.next)
    write(WORDS)
    tab_to(page.passphrase.again)
    write(WORDS)
    click(page.make)
    assert page.details.fields["folder"].problem().startswith(says)
    assert page.details.choose.isVisible()
    assert page.details.team.text() == "Willow Road"
    click(page.next)
    assert page.passphrase.first.text() == WORDS, "nothing typed is lost"


def test_back_is_the_start_again(front: FrontDoor) -> None:
    front.open()
    click(front.page(StartPage).start)
    click(front.page(SetUpPage).back)
    assert front.page(StartPage).isVisible()


# ---- made-up people


def test_trying_it_makes_a_team_and_says_the_passphrase(front: FrontDoor, tmp_path: Path) -> None:
    asked: list[Path] = []

    def make(folder: Path) -> tuple[Path, str, str]:
        asked.append(folder)
        page = front.page(StartPage)
        assert page.doing.text().startswith("Making a team")
        assert not page.start.isEnabled(), "one thing at a time"
        create_store(
            folder / "store",
            service_name="Made-up Lane",
            people=[NewPerson("Arlo Lead", Role.LEAD), NewPerson("Priya Raman", Role.SPECIALIST)],
            passphrase=OTHER_WORDS,
            made_up=True,
        )
        return folder / "store", OTHER_WORDS, "Priya Raman"

    front.open()
    front.app.door.make_made_up = make
    click(front.page(StartPage).made_up)
    assert not asked, "the chooser was cancelled"
    front.chosen = str(tmp_path)
    click(front.page(StartPage).made_up)
    assert asked == [tmp_path / "Caseload made-up service"]
    page = front.page(UnlockPage)
    assert OTHER_WORDS in page.note.text()
    assert page.people.currentText() == "Priya Raman"
    front.unlock(OTHER_WORDS, who="Arlo Lead")
    assert front.is_at_work()
    assert front.app.window.banner.words().startswith("Made-up people.")


def test_trying_it_where_nothing_can_be_made_says_why(front: FrontDoor, tmp_path: Path) -> None:
    def make(_folder: Path) -> tuple[Path, str, str]:
        raise StoreTrouble("There is no room on the disk.")

    front.open()
    front.app.door.make_made_up = make
    front.chosen = str(tmp_path)
    page = front.page(StartPage)
    click(page.made_up)
    assert page.problem.text() == "There is no room on the disk."
    assert page.start.isEnabled()
    assert not page.doing.isVisible()


def test_the_maker_is_the_one_of_the_demo(
    front: FrontDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from caseload.demo import making, staff

    class Made:
        store = tmp_path / "store"
        people = ({"name": "Martin", "role": "lead"}, {"name": "Priya", "role": "specialist"})

    monkeypatch.setattr(making, "make_demo", lambda _folder, _size: Made)
    make = front.open().door.make_made_up
    assert make is not None
    assert make(tmp_path) == (tmp_path / "store", staff.passphrase(), "Priya")


# ---- a backup


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """A store, its backup and its recovery key."""
    folder = tmp_path_factory.mktemp("backed-up")
    nadia, key = alone(folder / "store")
    session = unlock(folder / "store", person_id=nadia, passphrase=WORDS)
    session.back_up(folder / "monday.caseload-backup")
    session.lock()
    return folder / "store", folder / "monday.caseload-backup", key


def restore_page(front: FrontDoor, backup: Path) -> RestorePage:
    click(front.page(StartPage).restore)
    page = front.page(RestorePage)
    front.chosen = str(backup)
    click(page.choose)
    return page


def test_a_backup_is_restored_by_passphrase(
    front: FrontDoor, backed_up: tuple[Path, Path, str]
) -> None:
    front.open()
    page = restore_page(front, backed_up[1])
    assert page.file.text() == str(backed_up[1])
    click(page.secret)
    write("not those words at all")
    click(page.restore)
    assert page.secret_field.problem().startswith("That name and passphrase do not open")
    assert not usual_store_folder().exists()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    click(page.secret)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(WORDS)
    click(page.restore)
    assert front.page(UnlockPage).note.text().startswith("The backup of ")
    front.unlock()
    assert front.is_at_work()
    assert front.session.folder == usual_store_folder()


def test_a_backup_is_restored_by_the_recovery_key_which_then_lets_one_in(
    front: FrontDoor, backed_up: tuple[Path, Path, str]
) -> None:
    front.open()
    page = restore_page(front, backed_up[1])
    click(page.kind.button("recovery"))
    click(page.secret)
    write(backed_up[2][:-1])
    click(page.restore)
    assert page.secret_field.problem().startswith("Group 8 is not as it was printed.")
    click(page.secret)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(backed_up[2])
    click(page.restore)
    click(front.page(UnlockPage).forgotten)
    assert front.page(ForgottenPage).isVisible()


def test_what_stood_there_is_kept_and_not_while_it_is_in_use(
    front: FrontDoor, backed_up: tuple[Path, Path, str], tmp_path: Path
) -> None:
    store = copied(backed_up[0], tmp_path / "mine")
    (store / "keyslots.json").write_text("{ torn", "utf-8")
    held = StoreLock(store)
    assert held.take("Martin Doyle")
    front.open(store)
    click(front.page(UnlockPage).restore)
    page = front.page(RestorePage)
    front.chosen = str(backed_up[1])
    click(page.choose)
    click(page.secret)
    write(WORDS)
    click(page.restore)
    assert page.file_field.problem().startswith("The store that stands there is open")
    held.let_go()
    click(page.restore)
    front.unlock()
    assert front.is_at_work()
    [aside] = tmp_path.glob("mine-replaced-*")
    assert (aside / "keyslots.json").read_text("utf-8") == "{ torn"


def test_a_file_that_is_no_backup_is_refused(front: FrontDoor, tmp_path: Path) -> None:
    letter = tmp_path / "letter.caseload-backup"
    letter.write_bytes(b"Dear all")
    front.open()
    page = restore_page(front, letter)
    assert page.file_field.problem().startswith("This backup is not whole")
    assert page.file.text() == ""
    click(page.back)
    assert front.page(StartPage).isVisible()


def test_a_restore_asked_from_the_menu_locks_first(
    front: FrontDoor, backed_up: tuple[Path, Path, str], tmp_path: Path
) -> None:
    store = copied(backed_up[0], tmp_path / "mine")
    front.open(store)
    front.unlock()
    assert front.app.window.run("restore_backup")
    QApplication.processEvents()
    assert front.page(RestorePage).isVisible()
    assert front.title == "Caseload"
    click(front.page(RestorePage).back)
    front.unlock()
    assert front.is_at_work()


def test_the_last_folder_is_not_forgotten_by_a_look_around(
    front: FrontDoor, backed_up: tuple[Path, Path, str], tmp_path: Path
) -> None:
    store = copied(backed_up[0], tmp_path / "mine")
    write_settings(Settings(palette="light", store_folder=str(store)))
    front.open()
    click(front.page(UnlockPage).forgotten)
    click(front.page(ForgottenPage).back)
    assert front.page(UnlockPage).isVisible()
    front.unlock()
    assert front.session.folder == store
