"""A new referral: from the first letter to the waiting list or a place, nobody kept twice."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.clients.client import Client
from caseload.referrals import Pathway
from tests.ui.clock import Clock
from tests.ui.in_window import (
    click,
    control,
    focus,
    found,
    in_window,
    press,
    tab_to,
    words_on,
    write,
)
from tests.ui_frame.accessibility import assert_accessible
from ui.allocation.full_caseload import FullCaseload
from ui.background import AtOnce
from ui.main_window import MainWindow
from ui.privacy import names
from ui.referrals.answers import ReferralAnswers
from ui.referrals.look_alikes import LookAlikes
from ui.referrals.page import ReferralPage
from ui.referrals.view_model import FORM
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog


class Opened:
    """The page in its window."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.session = session
        self.page = ReferralPage(session.services, AtOnce())
        self.window: MainWindow = in_window(qtbot, session, "referral", self.page)
        self.put = self.page.form.inputs

    def write(self, **texts: str) -> None:
        """Put words into fields as a person would: into the box that has the focus."""
        for name, words in texts.items():
            box = self.put.texts[name]
            tab_to(box)
            box.clear()
            write(words)

    def source(self, code: str = "A1") -> None:
        self.put.choices["source"].set_value(code)

    def save(self) -> None:
        control(Qt.Key.Key_S)

    def dialog(self) -> Dialog:
        dialog = self.page.dialog
        assert dialog is not None
        assert dialog.isVisible()
        return dialog

    def draft(self) -> ReferralAnswers | None:
        kept = self.session.services.drafts.get(form=FORM)
        return ReferralAnswers.from_draft(kept) if kept else None

    def waiting(self) -> list[str]:
        return [line.client_name for line in self.session.services.referrals.waiting_list()]


@pytest.fixture
def opened(qtbot: QtBot, filled_session: Session) -> Opened:
    made = Opened(qtbot, filled_session)
    save = made.page.commands()["save"]
    made.window.commands.on("save", save)
    return made


# ---- saving


def test_a_name_and_a_source_are_enough_and_the_client_is_taken_on_at_once(
    qtbot: QtBot, opened: Opened, clock: Clock
) -> None:
    assert focus() is opened.put.texts["given_name"]
    write("Hamid")
    tab_to(opened.put.choices["source"])
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(opened.page.said) as said:
        opened.save()
    assert said.args == ["Hamid is on the waiting list"]
    assert "You hold 22 of 25, so there is room for 3." in words_on(opened.dialog())
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(opened.page.go) as went:
        press(Qt.Key.Key_Return)
    hamid = next(
        row for row in opened.session.services.caseload_list.page().rows if row.name == "Hamid"
    )
    assert went.args == ["caseload_list", hamid.client_id]
    assert hamid.accepted_on == clock.today
    assert hamid.referral.source == "A1"


def test_everything_typed_is_kept(opened: Opened) -> None:
    opened.write(
        given_name="Bảo Ngọc", family_name="Trần", known_as="Ngoc", nhs_number="943 476 5919",
        telephone="020 7946 0018", address="4 Willow Road", postcode="w127rj",
        referrer="Dr Osman", gp_surgery="Acton GP", clinical_team="Talking Therapies",
        safety="Do not visit alone",
    )  # fmt: skip
    opened.put.days["born_on"].show_typed("15 8 1985")
    opened.put.choices["gender"].set_value("2")
    opened.put.choices["ethnicity"].set_value("R")
    opened.put.choices["consent_how"].set_value("On paper")
    opened.source()
    click(opened.put.ticks["no_message"])
    opened.put.consents["service"].button("given").click()
    opened.put.consents["dwp"].button("not_given").click()
    opened.put.pathway.button("keeping_work").click()
    opened.save()
    services = opened.session.services
    line = next(w for w in services.referrals.waiting_list() if "Trần" in w.client_name)
    client = services.clients.get(line.referral.client_id)
    assert (client.name, client.known_as) == ("Bảo Ngọc Trần", "Ngoc")
    assert (client.nhs_number, client.postcode) == ("9434765919", "W12 7RJ")
    assert (client.born_on, client.gender, client.ethnicity) == (date(1985, 8, 15), "2", "R")
    assert (client.gp_surgery, client.address) == ("Acton GP", "4 Willow Road")
    assert (line.referral.pathway, line.referral.referrer) == (Pathway.KEEPING_WORK, "Dr Osman")
    (safety,) = services.clients.safety_lines(client.id)
    assert (safety.words, safety.no_message, safety.no_post) == ("Do not visit alone", True, False)
    consents = {c.purpose: c.given for c in services.clients.consents(client.id)}
    assert consents == {"service": True, "dwp": False}


def test_the_client_may_also_stay_on_the_waiting_list(qtbot: QtBot, opened: Opened) -> None:
    opened.write(given_name="Hamid")
    opened.source()
    opened.save()
    press(Qt.Key.Key_Tab)
    assert focus().accessibleName() == "Leave Hamid waiting"
    with qtbot.waitSignal(opened.page.go) as went:
        press(Qt.Key.Key_Return)
    assert went.args[0] == "caseload_list"
    assert opened.waiting()[-1] == "Hamid"


def test_another_referral_begins_empty(opened: Opened) -> None:
    opened.write(given_name="Hamid")
    opened.source()
    opened.save()
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert opened.put.texts["given_name"].text() == ""
    assert opened.put.days["received_on"].typed() == "24 11 2026"
    assert focus() is opened.put.texts["given_name"]
    assert opened.draft() is None


# ---- the 26th


def test_at_25_of_25_the_client_waits_and_the_ways_on_are_offered(
    qtbot: QtBot, filled_session: Session
) -> None:
    for line in filled_session.services.referrals.waiting_list():
        filled_session.services.allocation.accept(referral=line.referral)
    opened = Opened(qtbot, filled_session)
    opened.write(given_name="Hamid", family_name="Noori")
    opened.source()
    click(opened.page.save)
    assert "You hold 25 of 25, so no place is free now." in words_on(opened.dialog())
    assert focus().accessibleName() == "Leave Hamid waiting"
    tab_to(found(opened.dialog(), Button, "See who could step down"))
    press(Qt.Key.Key_Return)
    refusal = opened.page.dialogs.dialog
    assert isinstance(refusal, FullCaseload)
    assert "You are full, so Hamid Noori cannot start yet" in words_on(refusal)
    press(Qt.Key.Key_Return)
    assert filled_session.services.allocation.count().held == 25
    assert opened.waiting() == ["Hamid Noori"]


# ---- look-alikes


def compare(opened: Opened) -> LookAlikes:
    dialog = opened.dialog()
    assert isinstance(dialog, LookAlikes)
    return dialog


def dana_again(opened: Opened) -> None:
    opened.write(given_name="Dana", family_name="petrescu")
    opened.put.days["born_on"].show_typed("18 3 1992")
    opened.source()
    opened.save()


def test_somebody_who_looks_alike_is_shown_side_by_side_before_anything_is_saved(
    opened: Opened,
) -> None:
    before = opened.waiting()
    dana_again(opened)
    words = words_on(compare(opened))
    for wanted in (
        "Nothing is saved yet. 1 person on record looks alike.",
        "Dana petrescu",
        "Dana Petrescu",
        "18 March 1992",
        "Supported since 20 September 2026",
        "This is the same person: open the record",
        "A new person",
    ):
        assert wanted in words, wanted
    assert opened.waiting() == before


def test_the_same_person_who_is_supported_already_opens_the_record(
    qtbot: QtBot, opened: Opened
) -> None:
    dana_again(opened)
    (press_same,) = compare(opened).same_buttons.values()
    with qtbot.waitSignal(opened.page.go) as went:
        click(press_same)
    assert went.args[0] == "client"
    assert len(opened.waiting()) == 3
    assert opened.put.texts["given_name"].text() == "Dana", "nothing typed is lost"


def test_a_new_person_of_the_same_name_is_kept_apart(opened: Opened) -> None:
    dana_again(opened)
    click(compare(opened).new)
    assert opened.waiting()[-1] == "Dana petrescu"
    assert len(opened.session.services.clients.search("dana petrescu")) == 2


def test_somebody_who_comes_back_keeps_the_record(opened: Opened) -> None:
    services = opened.session.services
    fatima = next(r for r in services.caseload_list.page().rows if r.name == "Fatima Begum")
    services.allocation.close(client_id=fatima.client_id, reason="moved")
    opened.write(given_name="Fatima", family_name="Begum")
    opened.source("B1")
    opened.save()
    assert "Support ended on 24 November 2026" in words_on(compare(opened))
    (press_same,) = compare(opened).same_buttons.values()
    click(press_same)
    line = services.referrals.waiting_list()[-1]
    assert (line.referral.client_id, line.referral.source) == (fatima.client_id, "B1")
    assert len(services.clients.search("fatima begum")) == 1


def test_the_same_nhs_number_finds_the_person_whatever_the_name(opened: Opened) -> None:
    services = opened.session.services
    services.referrals.receive(
        client=Client(given_name="Danuta", nhs_number="9434765919"),
        received_on=services.today.day(),
        source="A1",
    )
    opened.write(given_name="Someone", nhs_number="943 476 5919")
    opened.source()
    opened.save()
    assert "Danuta" in words_on(compare(opened))
    press(Qt.Key.Key_Escape)
    assert opened.put.texts["nhs_number"].text() == "943 476 5919"


# ---- refusals and drafts


def test_a_refused_save_says_what_to_mend_in_the_order_of_the_form_and_loses_nothing(
    opened: Opened,
) -> None:
    opened.write(family_name="Noori", nhs_number="943 476 5918", postcode="nowhere")
    opened.put.days["born_on"].show_typed("1 1 2030")
    opened.put.consents["service"].button("given").click()
    opened.save()
    form = opened.page.form
    assert focus() is form.summary
    fields = ("given_name", "born_on", "nhs_number", "postcode", "source", "consent_how")
    told = [form.field(name).problem() for name in fields]
    assert all(told)
    assert set(form.summary.problems()) == set(told)
    assert form.field("born_on").problem() == "Date of birth must be in the past."
    assert "A digit of this NHS number is wrong" in form.field("nhs_number").problem()
    line = form.summary.problems().index(form.field("source").problem())
    click(form.summary.line(line))
    assert focus() is opened.put.choices["source"]
    assert opened.put.texts["nhs_number"].text() == "943 476 5918"
    assert len(opened.waiting()) == 3
    kept = opened.draft()
    assert kept is not None
    assert kept.family_name == "Noori"


def test_half_a_referral_comes_back_after_leaving(opened: Opened) -> None:
    opened.write(given_name="Hamid", safety="Ring the GP first")
    opened.put.consents["employer"].button("not_given").click()
    assert opened.page.can_leave()
    kept = opened.draft()
    assert kept is not None
    assert (kept.given_name, kept.consents["employer"]) == ("Hamid", "not_given")
    opened.put.texts["given_name"].setText("")
    opened.window.go("referral")
    assert opened.put.texts["given_name"].text() == "Hamid"
    assert opened.put.texts["safety"].text() == "Ring the GP first"
    assert opened.put.consents["employer"].value() == "not_given"
    assert "This is the draft you left" in words_on(opened.page)
    click(opened.page.discard)
    assert opened.draft() is None
    assert opened.put.texts["given_name"].text() == ""


def test_the_draft_lies_in_the_store_within_two_seconds(qtbot: QtBot, opened: Opened) -> None:
    write("Ha")
    qtbot.waitUntil(lambda: opened.draft() is not None, timeout=2000)


def test_a_draft_is_plain_json() -> None:
    answers = ReferralAnswers(given_name="Ọlá", consents={"service": "given"}, no_post=True)
    assert ReferralAnswers.from_draft(json.loads(json.dumps(answers.as_draft()))) == answers


def test_hidden_names_are_not_in_the_comparison(opened: Opened) -> None:
    dana_again(opened)
    names().hide(True)
    press(Qt.Key.Key_Escape)
    opened.save()
    words = words_on(compare(opened))
    assert "Petrescu" not in words
    assert "1992" not in words


def test_the_page_is_accessible(opened: Opened) -> None:
    assert_accessible(opened.window)


def test_the_comparison_is_accessible(opened: Opened) -> None:
    dana_again(opened)
    assert_accessible(compare(opened))
