"""Fields: dates as people write them, problems said twice and led to, money and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_frame.conftest import Shown
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import BesideField, Field
from ui.widgets.inputs import FilterInput, MoneyInput, NumberInput, TextInput
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.segments import MENU_LETTERS, Segments

NO_KEY = Qt.KeyboardModifier.NoModifier


# ---- dates


def typed(field: DateField, day: str, month: str, year: str) -> DateField:
    for box, words in zip(field.boxes(), (day, month, year), strict=True):
        box.setText(words)
    return field


@pytest.mark.parametrize("month", ["3", "03", "March", "mar"])
def test_a_month_may_be_a_number_or_a_word(qtbot: QtBot, month: str) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    assert typed(field, "15", month, "1984").value() == date(1984, 3, 15)
    assert field.problem() == ""


@pytest.mark.parametrize("whole", ["15/03/1984", "15 3 1984", "15 March 1984"])
def test_a_whole_date_may_be_pasted_into_any_box(qtbot: QtBot, shown: Shown, whole: str) -> None:
    field = DateField("Date of birth")
    shown(field)
    QGuiApplication.clipboard().setText(whole)
    QTest.keySequence(field.month, QKeySequence(QKeySequence.StandardKey.Paste))
    assert [box.text() for box in field.boxes()] == ["15", "3", "1984"]
    assert field.value() == date(1984, 3, 15)


def test_a_whole_date_typed_into_the_first_box_counts(qtbot: QtBot) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    assert typed(field, "15 March 1984", "", "").value() == date(1984, 3, 15)


def test_a_date_says_what_is_wrong_and_how_to_mend_it(qtbot: QtBot) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    assert field.problem() == "Enter date of birth"
    assert field.problem(needed=False) == ""
    assert typed(field, "31", "2", "1984").problem().startswith("There is no such day")
    assert typed(field, "31", "", "1984").problem() == "Enter a day, a month and a year"
    assert field.value() is None


def test_each_box_of_a_date_has_a_name_of_its_own(qtbot: QtBot) -> None:
    field = DateField("Date of birth")
    qtbot.addWidget(field)
    assert [box.accessibleName() for box in field.boxes()] == [
        "Date of birth, day",
        "Date of birth, month",
        "Date of birth, year",
    ]


# ---- problems


def test_the_summary_takes_the_focus_and_its_lines_lead_to_the_fields(
    qtbot: QtBot, shown: Shown
) -> None:
    cap = Field("Caseload cap", TextInput("18"), hint="15 at 0.6")
    share = Field("Hours", TextInput())
    summary = ErrorSummary({"cap": cap, "share": share})
    shown(summary, cap, share)
    summary.show_problems({"cap": "Enter a cap from 1 to 15", "share": "Enter the hours"})
    assert QApplication.focusWidget() is summary
    assert summary.accessibleName().startswith("There is a problem.")
    assert cap.problem() == "Enter a cap from 1 to 15"
    assert cap.input.property("problem") is True
    assert cap.input.accessibleDescription() == "Enter a cap from 1 to 15 15 at 0.6"
    QTest.keyClick(summary, Qt.Key.Key_Tab)
    QTest.keyClick(summary.line(0), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is cap.input
    assert isinstance(cap.input, TextInput)
    assert cap.input.text() == "18"  # nothing typed is lost


def test_mending_takes_every_sentence_away(qtbot: QtBot, shown: Shown) -> None:
    cap = Field("Caseload cap", TextInput())
    summary = ErrorSummary({"cap": cap})
    shown(summary, cap)
    summary.show_problems({"cap": "Enter a cap from 1 to 15"})
    summary.show_problems({})
    assert not summary.isVisible()
    assert cap.problem() == ""
    assert cap.input.property("problem") is False


def test_a_problem_of_a_date_leads_to_its_first_box(qtbot: QtBot, shown: Shown) -> None:
    born = Field("Date of birth", DateField("Date of birth"))
    summary = ErrorSummary({"born": born})
    shown(summary, born)
    summary.show_problems({"born": "Date of birth must be in the past"})
    summary.line(0).click()
    assert isinstance(born.input, DateField)
    assert QApplication.focusWidget() is born.input.day
    assert born.input.year.property("problem") is True


def test_a_problem_without_a_field_stands_in_the_summary_alone(qtbot: QtBot, shown: Shown) -> None:
    summary = ErrorSummary()
    shown(summary)
    summary.show_sentence("The disk is full. Free some space, then save again.")
    assert summary.problems() == ["The disk is full. Free some space, then save again."]


def test_a_dense_field_says_its_problem_under_itself(qtbot: QtBot, shown: Shown) -> None:
    rent = BesideField("Rent a month", MoneyInput(900))
    shown(rent)
    rent.set_problem("Enter an amount in pounds, such as 12.71")
    assert rent.problem().startswith("Enter an amount")
    assert rent.input.accessibleName() == "Rent a month"


# ---- money, numbers, choices


def test_money_is_shown_in_pounds_and_pence_once_left(qtbot: QtBot, shown: Shown) -> None:
    box, other = MoneyInput(), TextInput()
    shown(box, other)
    box.setFocus()
    QTest.keyClicks(box, "1234.5")
    other.setFocus()
    assert box.text() == "£1,234.50"
    assert box.value() == Decimal("1234.50")


@pytest.mark.parametrize("box", [MoneyInput, NumberInput])
def test_what_is_no_number_is_refused_in_a_sentence(qtbot: QtBot, box: type[NumberInput]) -> None:
    made = box()
    qtbot.addWidget(made)
    assert made.value() is None
    made.setText("lots")
    with pytest.raises(ValueError, match=r"^Enter "):
        made.value()


def test_a_choice_keeps_its_answer_when_its_options_change(qtbot: QtBot) -> None:
    choice = Choice([("a", "First"), ("b", "Second")])
    qtbot.addWidget(choice)
    choice.set_value("b")
    choice.set_options([("b", "Second"), ("c", "Third")], empty="Choose")
    assert choice.value() == "b"
    choice.set_options([("c", "Third")], empty="Choose")
    assert choice.value() is None


def test_escape_empties_the_filter_then_leaves_it(qtbot: QtBot, shown: Shown) -> None:
    box = FilterInput("Type to filter", "Ctrl F")
    shown(box)
    box.setText("dana")
    with qtbot.assertNotEmitted(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    with qtbot.waitSignal(box.moved) as moved:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert moved.args == [1]


# ---- segments and passphrases


def test_alt_with_its_key_picks_an_answer(qtbot: QtBot, shown: Shown) -> None:
    how = Segments("How", [("in_person", "In person", "1"), ("phone", "Phone", "2")])
    other = TextInput()
    shown(how, other)
    other.setFocus()
    with qtbot.waitSignal(how.picked) as picked:
        QTest.keyClick(other, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert picked.args == ["phone"]
    assert how.value() == "phone"
    assert other.hasFocus(), "what is being typed goes on"


def test_nothing_is_chosen_until_somebody_chooses(qtbot: QtBot) -> None:
    how = Segments("How", [("a", "A", "1"), ("b", "B", "2")])
    qtbot.addWidget(how)
    assert how.value() is None
    how.set_value("a")
    how.set_value(None)
    assert how.value() is None


@pytest.mark.parametrize("letter", sorted(MENU_LETTERS))
def test_a_letter_of_a_menu_is_refused(qtbot: QtBot, letter: str) -> None:
    with pytest.raises(ValueError, match="belongs to a menu"):
        Segments("How", [("a", "A", letter)])


def test_a_passphrase_is_hidden_may_be_pasted_and_shown(qtbot: QtBot, shown: Shown) -> None:
    box = PassphraseInput()
    shown(box)
    QGuiApplication.clipboard().setText("ginger kettle roof tulip")
    QTest.keySequence(box, QKeySequence(QKeySequence.StandardKey.Paste))
    assert box.text() == "ginger kettle roof tulip"
    assert box.displayText() != box.text()
    box.show_words(True)
    assert box.displayText() == box.text()


def test_a_capital_without_shift_means_caps_lock(qtbot: QtBot, shown: Shown) -> None:
    box = PassphraseInput()
    shown(box)
    told: list[bool] = []
    box.caps_lock.connect(told.append)
    shift = Qt.KeyboardModifier.ShiftModifier
    for letter, held in (("a", NO_KEY), ("A", NO_KEY), ("A", shift)):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, letter)
        QApplication.sendEvent(box, event)
    assert told == [False, True, False]
