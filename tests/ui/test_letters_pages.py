"""Letters: seen before they leave, filed as they were seen, printed again as the same bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.clients.safety import SafetyKind
from caseload.documents import text_of
from caseload.letters.formats import LetterFormat
from tests.ui.better_off_desk import DANA, Desk, desk_of
from tests.ui.in_window import click, control, focus, press, tab_to, words_on, write
from tests.ui_frame.accessibility import assert_accessible, audit, settle
from ui import printing
from ui.privacy import names
from ui.theme import look
from ui.widgets.dialog import Dialog


@pytest.fixture
def desk(qtbot: QtBot, filled_session: Session) -> Desk:
    return desk_of(qtbot, filled_session)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The bytes that went to a printer."""
    told: list[bytes] = []

    def prints(data: bytes, _printer: QPrinter) -> int:
        told.append(data)
        return 2

    monkeypatch.setattr(printing, "print_pdf", prints)
    return told


def with_letter(desk: Desk, *more_hours: str) -> None:
    desk.dana_with_an_offer()
    for hours in more_hours:
        click(desk.sums.inputs.add)
        write(hours)
    desk.make_letter()


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


def dialog_of(desk: Desk) -> Dialog:
    return next(d for d in desk.window.findChildren(Dialog) if d.isVisible())


def see_letters(desk: Desk, client_id: str | None = None) -> None:
    assert not desk.letters.isVisible()
    assert desk.window.go("letters", client_id)


# ---- what is seen is what leaves


def test_the_letter_seen_is_the_letter_filed_and_the_bytes_printed(
    desk: Desk, printed: list[bytes]
) -> None:
    with_letter(desk, "24")
    queue = desk.prints()
    seen = desk.letter.sheet.data()
    assert "£145.71 a week better off" in words_of(seen)
    assert focus() is desk.letter.print
    press(Qt.Key.Key_Return)
    letters = desk.session.services.letters
    (line,) = letters.of_client(desk.dana)
    assert letters.pdf(line.letter_id) == seen == printed[0] == desk.letter.sheet.data()
    assert line.printed_on == desk.session.desk.today()
    assert queue == ["Letter"]
    (kept,) = desk.session.services.better_off.of_client(desk.dana)
    assert '"offers": [' in kept.inputs
    assert "Printed, and kept on the record" in words_on(desk.letter.head)
    # A second press prints the same letter again; it is not filed twice.
    control(Qt.Key.Key_P)
    assert printed == [seen, seen]
    assert len(letters.of_client(desk.dana)) == 1


def test_the_sum_that_a_letter_filed_counts_as_added(desk: Desk, printed: list[bytes]) -> None:
    with_letter(desk)
    desk.prints()
    click(desk.letter.print)
    click(desk.letter.edit)
    assert desk.window.place() == "better_off"
    assert desk.figure() == "£145.71"
    assert desk.sums.add.words() == "Added to the record"
    assert len(desk.session.services.better_off.of_client(desk.dana)) == 1


def test_thinking_better_of_it_files_and_prints_nothing(desk: Desk, printed: list[bytes]) -> None:
    with_letter(desk)
    desk.prints(accepts=False)
    click(desk.letter.print)
    assert printed == []
    assert desk.session.services.letters.of_client(desk.dana) == []
    assert "Nothing has left yet" in words_on(desk.letter.head)


def test_a_printer_that_takes_nothing_is_named_and_nothing_is_called_printed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_letter(desk)
    desk.prints()
    monkeypatch.setattr(printing, "print_pdf", lambda _data, _printer: 0)
    click(desk.letter.print)
    assert "The printer did not take the letter" in words_on(dialog_of(desk))
    (line,) = desk.session.services.letters.of_client(desk.dana)
    assert line.printed_on is None


def test_the_promise_of_a_sum_is_ticked_off_with_the_letter(
    desk: Desk, printed: list[bytes]
) -> None:
    with_letter(desk)
    desk.prints()
    assert "Tick off your promise “Better-off sum for 16, 24 and 30 hours”" in words_on(
        desk.letter.leaves
    )
    click(desk.letter.print)
    promises = desk.session.services.contacts.promises(desk.dana, open_only=True)
    assert [p.words for p in promises] == ["Ring Brookside about a start date"]


# ---- what is in it


def test_only_the_offers_ticked_are_in_it_and_none_cannot_leave(desk: Desk) -> None:
    with_letter(desk, "24")
    click(desk.letter.choices.ticks[0].box)
    words = words_of(desk.letter.sheet.data())
    assert "24 hours" in words
    assert "16 hours" not in words
    click(desk.letter.choices.ticks[1].box)
    assert "Choose at least one offer for the letter." in words_on(desk.letter.choices)
    assert not desk.letter.sheet.preview.isVisible()  # it would not be what prints
    assert not desk.letter.print.isEnabled()
    click(desk.letter.choices.ticks[1].box)
    assert desk.letter.print.isEnabled()


def test_a_line_of_ones_own_is_in_the_letter_and_has_an_end(desk: Desk, qtbot: QtBot) -> None:
    with_letter(desk)
    tab_to(desk.letter.choices.own)
    write("The 207 bus stops outside")
    QTest.keyClicks(focus(), ".")
    assert not desk.letter.print.isEnabled()  # what is in sight is not yet what was typed
    qtbot.waitUntil(desk.letter.print.isEnabled, timeout=3000)
    assert "The 207 bus stops outside." in words_of(desk.letter.sheet.data())
    qtbot.waitUntil(lambda: "Your own line is in it" in words_on(desk.letter.leaves), timeout=3000)
    desk.letter.settle()
    draft = desk.session.services.drafts.get(form="better_off_letter", subject_id=desk.dana)
    assert draft == {"own_line": "The 207 bus stops outside."}
    desk.letter.choices.own.insertPlainText("x" * 200)
    qtbot.waitUntil(lambda: desk.letter.choices.own_field.problem() != "", timeout=3000)
    assert "up to 200 characters" in desk.letter.choices.own_field.problem()
    assert not desk.letter.print.isEnabled()


def test_fares_that_were_not_entered_are_said_before_it_leaves(desk: Desk) -> None:
    with_letter(desk)
    assert "Fares were not entered. The letter says so." in words_on(desk.letter.leaves)
    assert "fares to work" in words_of(desk.letter.sheet.data())
    press(Qt.Key.Key_Escape)
    desk.answer("offers.0.fares_weekly", "10")
    desk.make_letter()
    assert "Fares were not entered" not in words_on(desk.letter.leaves)


def test_the_format_is_chosen_before_it_leaves_and_filed_under_its_name(
    desk: Desk, printed: list[bytes]
) -> None:
    with_letter(desk)
    desk.prints()
    standard = desk.letter.sheet.data()
    assert desk.letter.choices.formats[LetterFormat.STANDARD].isChecked()
    click(desk.letter.choices.formats[LetterFormat.EASY_READ])
    easy = desk.letter.sheet.data()
    assert "You would have £145.71 more each week." in words_of(easy)
    assert desk.letter.sheet.preview.page_count() > 2
    click(desk.letter.choices.formats[LetterFormat.LARGE_PRINT])
    assert desk.letter.sheet.data() not in {standard, easy}
    click(desk.letter.choices.formats[LetterFormat.EASY_READ])
    click(desk.letter.print)
    assert printed == [easy]
    (line,) = desk.session.services.letters.of_client(desk.dana)
    assert line.title.endswith("(Easy read, with pictures)")


# ---- how it goes


def test_by_post_is_refused_with_the_reason_until_an_address_is_safe(desk: Desk) -> None:
    with_letter(desk)
    assert not desk.letter.choices.by_post.isEnabled()
    assert "No address is marked safe for Dana" in words_on(desk.letter.choices)
    clients = desk.session.services.clients
    client = replace(
        clients.get(desk.dana),
        address="Flat 6\n41 Larch Street",
        postcode="W3 9ZZ",
        address_safe=True,
    )
    clients.save(client=client)
    QApplication.processEvents()
    click(desk.letter.choices.by_post)
    assert "41 Larch Street" in words_of(desk.letter.sheet.data())
    assert "Goes to an address that Dana has said is safe" in words_on(desk.letter.leaves)
    clients.add_safety_line(
        client_id=desk.dana, kind=SafetyKind.SAFE_CONTACT, words="Post only to the GP", no_post=True
    )
    QApplication.processEvents()
    assert "nothing may be posted to Dana" in words_on(desk.letter)


def test_somebody_without_a_record_takes_it_away_and_nothing_is_filed(
    desk: Desk, printed: list[bytes]
) -> None:
    desk.open(None)
    desk.answers({"claimant.age": "34"} | DANA)
    desk.make_letter()
    desk.prints()
    assert "It is kept nowhere" in words_on(desk.letter.leaves)
    assert not desk.letter.choices.by_post.isEnabled()
    assert "Dear" not in words_of(desk.letter.sheet.data())
    click(desk.letter.print)
    assert printed == [desk.letter.sheet.data()]
    assert desk.session.services.letters.recent() == []


# ---- a copy


def test_a_copy_says_what_leaves_and_is_named_after_nobody(desk: Desk, tmp_path: Path) -> None:
    with_letter(desk)
    asked: list[str] = []

    def choose(_page: object, name: str) -> str:
        asked.append(name)
        return str(tmp_path / name)

    desk.letter.leaving.ask_file = choose
    click(desk.letter.save)
    said = words_on(dialog_of(desk))
    assert "Names Dana only" in said
    assert asked == []
    press(Qt.Key.Key_Return)
    assert asked == ["letter-2026-11-24.pdf"]
    assert (tmp_path / asked[0]).read_bytes() == desk.letter.sheet.data()
    (line,) = desk.session.services.letters.of_client(desk.dana)
    history = desk.session.services.history.of_record(line.letter_id)
    assert [entry.deed for entry in history] == ["added", "exported"]


def test_a_folder_that_takes_nothing_is_said_and_escape_saves_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    with_letter(desk)
    desk.letter.leaving.ask_file = lambda _page, name: str(tmp_path / "gone" / name)
    click(desk.letter.save)
    press(Qt.Key.Key_Escape)
    assert desk.session.services.letters.of_client(desk.dana) == []
    click(desk.letter.save)
    press(Qt.Key.Key_Return)
    assert "The copy could not be written there" in words_on(dialog_of(desk))


# ---- the list of letters


def test_a_filed_letter_is_found_by_client_and_prints_the_same_again(
    desk: Desk, printed: list[bytes]
) -> None:
    with_letter(desk)
    desk.prints()
    click(desk.letter.print)
    see_letters(desk)
    page = desk.letters
    assert words_on(page.table).count("Dana Petrescu") > 0
    assert page.side.sheet.data() == printed[0]
    assert focus() is page.table
    write("leyla")  # letters typed in the table go to the filter
    assert "No letter fits “leyla”" in words_on(page)
    press(Qt.Key.Key_Escape)
    write("petr")
    press(Qt.Key.Key_Escape, times=2)
    assert focus() is page.table
    control(Qt.Key.Key_P)
    assert printed == [page.side.sheet.data()] * 2
    click(page.side.record)
    assert desk.went[-1] == ("client", desk.dana)


def test_one_clients_letters_are_asked_for_by_their_id(desk: Desk, printed: list[bytes]) -> None:
    with_letter(desk)
    desk.prints()
    click(desk.letter.print)
    see_letters(desk, desk.dana)
    assert desk.letters.filter.text() == "Dana Petrescu"
    assert desk.letters.table.current_id() is not None


def test_empty_pages_say_what_will_be_there(desk: Desk) -> None:
    see_letters(desk)
    assert "Letters will be listed here" in words_on(desk.letters)
    click(desk.letters.empty.act)
    assert desk.went[-1] == ("better_off", "")
    assert not desk.letter.isVisible()
    assert desk.window.go("letter")
    assert "The letter you make will stand here" in words_on(desk.letter)


# ---- names, and accessibility


def test_hidden_names_cover_the_letter_and_leave_no_name(desk: Desk, printed: list[bytes]) -> None:
    with_letter(desk)
    desk.prints()
    click(desk.letter.print)
    names().hide(True)
    QApplication.processEvents()
    assert desk.letter.sheet.is_covered()
    assert "Dana" not in words_on(desk.window)
    assert "Petrescu" not in desk.window.windowTitle()
    see_letters(desk)
    assert desk.letters.side.sheet.is_covered()
    assert "Dana" not in words_on(desk.window)


def test_a_letter_passes_the_audit_in_every_look(desk: Desk) -> None:
    with_letter(desk, "24")
    assert_accessible(desk.window)


def test_the_list_of_letters_passes_the_audit_at_both_sizes(
    desk: Desk, printed: list[bytes]
) -> None:
    with_letter(desk)
    desk.prints()
    click(desk.letter.print)
    see_letters(desk)
    assert audit(desk.window) == []
    look().wear("contrast", 2.0)
    settle(desk.window)
    assert audit(desk.window) == []
    tab_to(desk.letters.table)
    press(Qt.Key.Key_Return)  # the letter opens as a page, and Escape comes back to its row
    assert desk.letters.side.isVisible()
    assert audit(desk.window) == []
    tab_to(desk.letters.side.again)
    press(Qt.Key.Key_Escape)
    assert focus() is desk.letters.table
