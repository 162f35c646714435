"""Better-off on the client's page: sums on record, and letters again as the same bytes."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.better_off.comparison import compare
from caseload.better_off.filing import to_json
from caseload.better_off.household import Adult, Household, Housing, Offer, Tenure
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    client_in_sight,
    press,
    seen,
    settle,
)
from tests.ui.clock import AFTERNOON
from ui import printing
from ui.client.better_off_tab import BetterOffTab

TODAY = AFTERNOON.date()


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session)


def better_off_tab(sight: InSight) -> BetterOffTab:
    sight.part("better_off")
    part = sight.page.part()
    assert isinstance(part, BetterOffTab)
    return part


def test_a_letter_is_opened_and_printed_again_as_the_same_bytes(
    dana: InSight, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = dana.services.vocational_profiles.pdf(dana.client_id)
    letter = dana.services.letters.file(
        client_id=dana.client_id, title="What work would mean for your money", pdf=pages
    )
    dana.page.model.refresh()
    part = better_off_tab(dana)
    press(part.opens[letter.id])
    assert part.paper.preview.data() == pages
    printed: list[bytes] = []

    def printer(_parent: QWidget, data: bytes, _title: str) -> bool:
        printed.append(data)
        return True

    monkeypatch.setattr(printing, "ask_and_print", printer)
    press(part.paper.print)
    assert printed == [pages]
    QTest.keyClick(part.paper, Qt.Key.Key_Escape)
    settle()
    assert "Made 24 November 2026, printed 24 November 2026" in seen(part)
    assert part.opens[letter.id].hasFocus()


def test_sums_on_record_show_each_offer_weekly(dana: InSight) -> None:
    household = Household(
        claimant=Adult(age=34),
        housing=Housing(Tenure.SOCIAL_RENT, Decimal("600.00")),
        in_greater_london=True,
    )
    offers = (Offer(Decimal(16), Decimal("12.71")), Offer(Decimal(24), Decimal("12.71")))
    answer = compare(household, offers, dana.services.better_off.rates())
    dana.services.better_off.keep(
        client_id=dana.client_id,
        inputs="{}",
        result=json.dumps(to_json(answer)),
        rate_year="2026 to 2027",
    )
    dana.page.model.refresh()
    told = seen(better_off_tab(dana))
    week = answer.offers[0].better_off_week
    assert "24 November 2026, rates for 2026 to 2027" in told
    assert f"16 hours: £{week} a week better off" in told
    assert "24 hours: £" in told


def test_nothing_filed_leads_to_the_sum(qtbot: QtBot, dana: InSight) -> None:
    part = better_off_tab(dana)
    with qtbot.waitSignal(dana.page.go) as gone:
        press(button_of(part, "Work out better-off"))
    assert gone.args == ["better_off", dana.client_id]
