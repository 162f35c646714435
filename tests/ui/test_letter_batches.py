"""Many letters at once, by clicking and typing: chosen, seen, printed, and what failed."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.better_off.comparison import compare
from caseload.better_off.filing import to_json
from caseload.better_off.household import Adult, Household, Housing, Offer, Tenure
from caseload.documents import page_count, text_of
from caseload.letters.formats import LetterFormat
from caseload.services.rates import rate_book
from tests.ui.better_off_desk import Desk, desk_of
from tests.ui.in_window import click, control, focus, press, words_on
from tests.ui_frame.accessibility import assert_accessible
from ui import printing
from ui.letters.batch import BatchView
from ui.privacy import names
from ui.widgets.dialog import Dialog

CLIENTS = ("Dana Petrescu", "Leyla Şahin", "Siobhán Kelly")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The bytes that went to a printer."""
    told: list[bytes] = []

    def prints(data: bytes, _printer: QPrinter) -> int:
        told.append(data)
        return 2

    monkeypatch.setattr(printing, "print_pdf", prints)
    return told


@pytest.fixture
def desk(qtbot: QtBot, filled_session: Session) -> Desk:
    made = desk_of(qtbot, filled_session)
    for name in CLIENTS:
        keep(made, made.client(name))
    assert not made.letters.isVisible()
    assert made.window.go("letters", None)
    return made


def keep(desk: Desk, client_id: str) -> None:
    home = Household(Adult(36), Housing(Tenure.SOCIAL_RENT, Decimal(900)), in_greater_london=True)
    services = desk.session.services
    result = compare(
        home,
        (Offer(Decimal(16), Decimal("12.71")),),
        rate_book().year_of(desk.session.desk.today()),
    )
    services.better_off.keep(
        client_id=client_id,
        inputs="{}",
        result=json.dumps(to_json(result)),
        rate_year=result.rates_name,
    )


def batch(desk: Desk) -> BatchView:
    click(desk.letters.several)
    QApplication.processEvents()
    return desk.letters.batch


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


def row(desk: Desk, name: str):  # type: ignore[no-untyped-def] # the row of the page
    return desk.letters.batch.rows.rows[desk.client(name)]


def test_everyone_not_yet_printed_is_chosen_and_the_keyboard_alone_prints(
    desk: Desk, printed: list[bytes]
) -> None:
    several = batch(desk)
    queue = desk.prints()
    assert desk.letters.title() == "Print several letters"
    assert [each.tick.words() for each in several.rows.rows.values()] == list(CLIENTS)
    assert focus() in {each.tick.box for each in several.rows.rows.values()}
    press(Qt.Key.Key_Space)  # the first is left out
    assert several.side.make.words() == "Make 2 letters"
    press(Qt.Key.Key_Space)
    several.side.make.setFocus()
    press(Qt.Key.Key_Return)
    seen = several.sheet.data()
    assert page_count(seen) == 8
    assert focus() is several.side.print
    assert "3 letters, each on a fresh sheet" in words_on(several.side)
    assert "4 sheets, printed on both sides" in words_on(several.side)
    control(Qt.Key.Key_P)
    assert printed == [seen]
    assert queue == ["Letter"]
    letters = desk.session.services.letters.recent()
    assert [line.printed_on for line in letters] == [desk.session.desk.today()] * 3
    assert all(desk.session.services.letters.pdf(line.letter_id) not in printed for line in letters)
    assert "3 letters, 24 November 2026" in words_on(several.side)
    # Nobody is chosen any more: a second press prints nothing again.
    assert not several.side.make.isEnabled()


def test_by_post_only_where_an_address_is_safe(desk: Desk, printed: list[bytes]) -> None:
    clients = desk.session.services.clients
    omar = clients.get(desk.client("Siobhán Kelly"))
    clients.save(client=replace(omar, address="9 Elm Road", postcode="W3 9ZZ", address_safe=True))
    several = batch(desk)
    assert not row(desk, "Leyla Şahin").post.isEnabled()
    assert "No safe address: hand it over." in words_on(row(desk, "Leyla Şahin"))
    click(row(desk, "Siobhán Kelly").post)
    click(several.side.make)
    assert "1 goes by post, to an address that is safe" in words_on(several.side)
    assert "9 Elm Road" in words_of(several.sheet.data())


def test_one_that_fails_stays_with_its_reason_and_goes_on_when_it_is_mended(
    desk: Desk, printed: list[bytes]
) -> None:
    several = batch(desk)
    services = desk.session.services
    leyla = desk.client("Leyla Şahin")
    (kept,) = [each for each in services.better_off.of_client(leyla) if "form" in each.result]
    with desk.session.desk.store.work(
        person_id=desk.session.desk.person.id, action="better_off.keep",
        now=desk.session.desk.now(),
    ) as work:  # fmt: skip
        broken = work.change(replace(kept, result='{"form": 0}'))
    desk.prints()
    click(several.side.make)
    told = words_on(several.side)
    assert "Leyla Şahin: The sum was kept by another version of Caseload." in told
    assert "2 letters, each on a fresh sheet" in told
    click(several.side.print)
    assert several.model.chosen == {leyla}
    assert "The sum was kept by another version" in words_on(row(desk, "Leyla Şahin"))
    with desk.session.desk.store.work(
        person_id=desk.session.desk.person.id, action="better_off.keep",
        now=desk.session.desk.now(),
    ) as work:  # fmt: skip
        work.change(replace(broken, result=kept.result))
    click(several.side.make)
    click(several.side.print)
    assert len(printed) == 2
    assert "Leyla Şahin" in words_of(printed[1])
    assert "Siobhán Kelly" not in words_of(printed[1])


def test_stopping_keeps_what_is_made_and_the_rest_stays_chosen(
    desk: Desk, printed: list[bytes]
) -> None:
    several = batch(desk)
    desk.prints()
    steps: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> None:
        steps.append((done, of))
        if done == 2:
            several.side.cancel.click()

    several.model.progressed.connect(watch)
    click(several.side.make)
    assert steps == [(1, 3), (2, 3)]
    assert "1 was not begun. It stays chosen." in words_on(several.side)
    click(several.side.print)
    assert len(several.model.chosen) == 1
    assert "2 letters, 24 November 2026" in words_on(several.side)


def test_nothing_is_filed_or_printed_until_a_printer_is_chosen(
    desk: Desk, printed: list[bytes]
) -> None:
    several = batch(desk)
    desk.prints(accepts=False)
    click(several.side.make)
    click(several.side.print)
    assert printed == []
    assert desk.session.services.letters.recent() == []
    click(several.side.again)
    assert several.side.make.isVisible()
    press(Qt.Key.Key_Escape)
    assert desk.letters.title() == "Letters"


def test_a_printer_that_takes_nothing_is_named_and_the_log_stays_empty(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = batch(desk)
    desk.prints()
    monkeypatch.setattr(printing, "print_pdf", lambda _data, _printer: 0)
    click(several.side.make)
    click(several.side.print)
    (dialog,) = [each for each in desk.window.findChildren(Dialog) if each.isVisible()]
    assert "The printer did not take the letter" in words_on(dialog)
    assert desk.session.services.letter_batches.log() == []
    # Tried again, the same letters are printed; none is filed twice.
    press(Qt.Key.Key_Escape)
    monkeypatch.setattr(printing, "print_pdf", lambda _data, _printer: 2)
    click(several.side.print)
    letters = desk.session.services.letters.recent()
    assert [line.printed_on is None for line in letters] == [False] * 3


def test_all_of_them_in_another_format(desk: Desk) -> None:
    several = batch(desk)
    click(several.side.formats[LetterFormat.EASY_READ])
    click(several.rows.none)
    assert not several.side.make.isEnabled()
    click(row(desk, "Dana Petrescu").tick.box)
    click(several.side.make)
    assert "You would have" in words_of(several.sheet.data())


def test_hidden_names_cover_the_letters_and_leave_no_name(desk: Desk) -> None:
    several = batch(desk)
    names().hide(True)
    QApplication.processEvents()
    for name in CLIENTS:
        assert name not in words_on(desk.window)
    click(several.side.make)
    assert several.sheet.is_covered()
    for name in CLIENTS:
        assert name not in words_on(desk.window)


def test_choosing_and_seeing_many_letters_passes_the_audit_in_every_look(desk: Desk) -> None:
    several = batch(desk)
    assert_accessible(desk.window)
    click(several.side.make)
    assert_accessible(desk.window)
