"""The line for the GP: by consent, on the clipboard for a minute, out of every history."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.changes import Changed
from tests.ui.client_in_sight import (
    InSight,
    button_of,
    client_in_sight,
    dialog_of,
    press,
    seen,
)
from tests.ui.clock import AFTERNOON
from ui import clipboard

TODAY = AFTERNOON.date()


@pytest.fixture
def dana(qtbot: QtBot, filled_session: Session) -> InSight:
    return client_in_sight(qtbot, filled_session)


def test_the_line_for_the_gp_is_copied_for_a_minute_and_kept_out_of_histories(
    qtbot: QtBot, dana: InSight
) -> None:
    assert clipboard.KEPT_SECONDS == 60
    dana.page.line.clipboard._pause.setInterval(20)  # a minute would be long for a test
    dana.services.clients.record_consent(
        client_id=dana.client_id, purpose="gp", given=True, how="In person"
    )
    with qtbot.waitSignal(dana.page.said) as said:
        press(dana.page.header.line)
    assert said.args is not None
    assert "on the clipboard for one minute" in said.args[0]
    board = QGuiApplication.clipboard()
    text = board.text()
    assert text.startswith("Employment support, 17 November 2026\nAttended: yes, in person")
    assert "Ring Brookside about a start date, by 24 November 2026." in text
    assert "Sleeping better" not in text
    hints = board.mimeData().formats()
    assert any("CanIncludeInClipboardHistory" in hint for hint in hints)
    assert any("CanUploadToCloudClipboard" in hint for hint in hints)
    assert "x-kde-passwordManagerHint" in hints
    qtbot.waitUntil(lambda: board.text() != text)


def test_what_was_copied_since_is_left_alone(qtbot: QtBot) -> None:
    board = clipboard.BriefClipboard()
    board.copy("ours")
    QGuiApplication.clipboard().setText("theirs")
    board.clear()
    assert QGuiApplication.clipboard().text() == "theirs"


def test_without_consent_nothing_is_copied_and_the_way_on_is_offered(dana: InSight) -> None:
    QGuiApplication.clipboard().setText("before")
    press(dana.page.header.line)
    dialog = dialog_of(dana.page)
    assert "Dana has not agreed that the GP practice is told." in seen(dialog)
    assert QGuiApplication.clipboard().text() == "before"
    press(button_of(dialog, "Copy a line for the clinical team"))
    assert QGuiApplication.clipboard().text().startswith("Employment support")
    dana.services.clients.withdraw_consent(client_id=dana.client_id, purpose="clinical_team")
    dana.page.on_changed(Changed(frozenset(), frozenset({dana.client_id})))
    press(dana.page.header.line)
    dialog = dialog_of(dana.page)
    assert "Copy a line for the clinical team" not in seen(dialog)
    press(button_of(dialog, "Record the answer under Consent"))
    assert dana.page.tabs.key() == "consent"


def test_locking_takes_the_line_off_the_clipboard(dana: InSight) -> None:
    dana.services.clients.record_consent(
        client_id=dana.client_id, purpose="gp", given=True, how="In person"
    )
    press(dana.page.header.line)
    assert dana.page.line.clipboard.holds
    dana.page.settle()
    assert QGuiApplication.clipboard().text() == ""
