"""The client's own details, and the safety lines under the name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    choose,
    client_in_sight,
    dialog_of,
    press,
    seen,
    segment_of,
    type_day,
    type_in,
)
from tests.ui.clock import AFTERNOON
from ui.client.details_tab import DetailsTab
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice

TODAY = AFTERNOON.date()


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session)


def details(sight: InSight) -> DetailsTab:
    sight.part("details")
    part = sight.page.part()
    assert isinstance(part, DetailsTab)
    return part


def test_details_are_changed_and_identifiers_tidied(dana: InSight) -> None:
    part = details(dana)
    press(part.lists["who"].changes["nhs_number"])
    form = part.form
    assert form.boxes["nhs_number"].hasFocus()
    type_in(form.boxes["nhs_number"], "943-476-5919")
    type_in(form.boxes["postcode"], "w37rj")
    type_in(form.boxes["address"], "14 Willow Road")
    press(form.boxes["address_safe"])
    choose(form.boxes["ethnicity"], "White - Any other")
    press(form.save)
    client = dana.services.clients.get(dana.client_id)
    assert (client.nhs_number, client.postcode) == ("9434765919", "W3 7RJ")
    assert (client.address_safe, client.ethnicity) == (True, "C")
    told = seen(part)
    assert "943 476 5919" in told
    assert "14 Willow Road\nLetters may be posted there." in told


def test_what_is_wrong_is_said_by_field_and_stays_to_be_mended(dana: InSight) -> None:
    part = details(dana)
    press(part.lists["who"].changes["given_name"])
    form = part.form
    type_in(form.boxes["nhs_number"], "943 476 5918")
    type_day(form.boxes["born_on"], "24 11 2027")
    type_in(form.boxes["postcode"], "W12")
    press(form.save)
    assert QApplication.focusWidget() is form.summary
    assert form.summary.problems() == [
        "Date of birth must be in the past.",
        "A digit of this NHS number is wrong. Compare it with a letter from the NHS or GP.",
        "This is the first half of a postcode. Add the rest, for example W12 7RJ.",
    ]
    assert form.text("nhs_number") == "943 476 5918"
    press(form.summary.line(1))
    assert form.boxes["nhs_number"].hasFocus()
    type_in(form.boxes["given_name"], "")
    press(form.save)
    assert form.summary.problems() == ["Enter the client's first name."]


def test_a_client_saved_elsewhere_meanwhile_loses_nothing(dana: InSight) -> None:
    part = details(dana)
    press(part.lists["health"].changes["gp_surgery"])
    type_in(part.form.boxes["gp_surgery"], "Mill Hill Surgery")
    client = dana.services.clients.get(dana.client_id)
    dana.services.clients.save(client=replace(client, telephone="020 7946 0999"))
    press(part.form.save)
    assert "Somebody saved this record" in seen(part.form.summary)
    assert part.form.text("telephone") == "020 7946 0999"
    press(part.form.save)
    kept = dana.services.clients.get(dana.client_id)
    assert (kept.gp_surgery, kept.telephone) == ("Mill Hill Surgery", "020 7946 0999")


def test_safety_lines_are_added_reviewed_and_ended(dana: InSight) -> None:
    part = details(dana)
    press(button_of(part, "Add a line"))
    press(part.safety.save)
    assert part.safety.summary.problems() == [
        "Choose what the line is about.",
        "Write what colleagues need to know to stay safe.",
    ]
    press(segment_of(part.safety.boxes["kind"], "Lone working"))
    type_in(part.safety.boxes["words"], "Two of us visit, never one")
    press(part.safety.boxes["no_post"])
    press(part.safety.save)
    assert "Two of us visit, never one" in seen(dana.page.header)
    line = dana.services.clients.safety_lines(dana.client_id)[0]
    assert (line.kind, line.no_post) == ("lone_working", True)
    assert "Do not post letters." in seen(part.rows[line.id])
    press(part.rows[line.id].review)
    press(part.rows[line.id].end)
    assert line.id not in part.rows
    assert "Two of us visit, never one" not in seen(dana.page.header)


def test_a_place_is_changed_from_here_too(dana: InSight) -> None:
    part = details(dana)
    assert "On the caseload of Nadia Farouk since 20 September 2026." in seen(part)
    assert not part.verbs["accept"].isVisible()
    press(part.verbs["close"])
    dialog = dialog_of(dana.page)
    choose(dialog.findChildren(Choice)[0], "Moved")
    press(button_of(dialog, "Close the case"))
    assert "support ended on 24 November 2026" in seen(dana.page.header)
    assert not part.verbs["close"].isVisible()
    assert "close_case" not in dana.page.commands()


def test_a_waiting_client_is_accepted_from_the_menu(qtbot: QtBot, filled_session: Session) -> None:
    lucy = client_in_sight(qtbot, filled_session, "Lucy Marsh")
    assert {"accept_client", "decline_referral"} <= set(lucy.page.commands())
    lucy.page.commands()["accept_client"]()
    dialog = dialog_of(lucy.page)
    accept = next(b for b in dialog.findChildren(Button) if b.words().startswith("Accept"))
    press(accept)
    assert "yours since 24 November 2026" in seen(lucy.page.header)
