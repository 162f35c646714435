"""The better-off page: typing changes the answer, and what cannot be answered is said in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from caseload.app import Session
from caseload.values.money import read_pounds
from tests.ui.better_off_desk import DANA, Desk, desk_of
from tests.ui.clock import Clock
from tests.ui.in_window import alt, click, focus, press, tab_to, words_on, write
from tests.ui_frame.accessibility import assert_accessible, audit, settle
from ui.privacy import names
from ui.speak import last_spoken
from ui.theme import look
from ui.widgets.dialog import Dialog


@pytest.fixture
def desk(qtbot: QtBot, filled_session: Session) -> Desk:
    return desk_of(qtbot, filled_session)


# ---- typing and the answer


def test_typing_answers_at_every_key(desk: Desk) -> None:
    desk.dana_with_an_offer()
    card = desk.sums.answers.cards.cards[0]
    assert card.figure.text() == "£145.71"
    assert card.under.text() == "better off a week, £631.40 a month"
    assert card.terms.text() == "16 hours a week, £12.71 an hour"
    desk.answer("offers.0.hours_per_week", "2")
    two = desk.figure()
    write("4")
    assert desk.figure() == "£183.49" != two


def test_what_the_record_knows_stands_there_and_the_rest_is_asked_by_name(desk: Desk) -> None:
    desk.open(desk.dana)
    assert desk.sums.title() == "Better-off: Dana Petrescu"
    assert desk.box("claimant.age").property("text") == "34"
    assert desk.box("offers.0.hourly_wage").property("text") == "£12.71"
    needed = desk.sums.answers.needed
    assert needed.said() == ["Health", "Home", "Savings", "Offer A: Hours a week"]
    assert focus() is desk.box("claimant.health")
    click(needed.lines[2])
    assert focus() is desk.box("capital")
    press(Qt.Key.Key_Backtab)  # the letter without an answer leads to what is needed
    click(desk.sums.make)
    assert focus() is needed.lines[0]


@pytest.mark.parametrize("typed", ["12.71", "£12.71", " £ 12.71 "])
def test_money_is_read_as_people_type_it(desk: Desk, typed: str) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.hourly_wage", typed)
    assert desk.figure() == "£145.71"
    press(Qt.Key.Key_Tab)
    assert desk.box("offers.0.hourly_wage").property("text") == "£12.71"


def test_thousands_may_have_a_comma_and_words_are_no_money(desk: Desk, qtbot: QtBot) -> None:
    desk.dana_with_an_offer()
    desk.answer("housing.rent_monthly", "1,200")
    with_comma = desk.figure()
    desk.answer("housing.rent_monthly", "1200")
    assert desk.figure() == with_comma
    desk.answer("housing.rent_monthly", "twelve")
    qtbot.waitUntil(lambda: desk.problem("housing.rent_monthly") != "", timeout=3000)
    assert desk.problem("housing.rent_monthly").startswith("Enter an amount in pounds")
    assert desk.figure() == ""


def test_yearly_pay_is_the_same_work_by_the_hour(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.hourly_wage", "10574.72")
    desk.answer("offers.0.pay_period", "A year")
    assert desk.figure() == "£145.71"
    assert "£12.71 an hour" in desk.sums.answers.cards.cards[0].terms.text()


# ---- refusals, in words


def test_pay_below_the_minimum_is_refused_beside_the_field_and_others_stay_answered(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.dana_with_an_offer()
    click(desk.sums.inputs.add)
    desk.answer("offers.1.hours_per_week", "24")
    desk.answer("offers.1.hourly_wage", "12")
    # Half a figure is not a wrong one: nothing is refused while it is being typed.
    assert desk.problem("offers.1.hourly_wage") == ""
    qtbot.waitUntil(lambda: desk.problem("offers.1.hourly_wage") != "", timeout=3000)
    sentence = "£12.00 an hour is below the legal minimum of £12.71 at this age."
    assert desk.problem("offers.1.hourly_wage").startswith(sentence)
    assert desk.sums.answers.cards.cards[1].refusal.words().startswith(sentence)
    assert (desk.figure(0), desk.figure(1)) == ("£145.71", "")
    write(".71")
    assert (desk.figure(1), desk.problem("offers.1.hourly_wage")) == ("£183.49", "")


def test_leaving_a_field_says_at_once_what_is_wrong_with_it(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.hours_per_week", "200")
    press(Qt.Key.Key_Tab)
    assert desk.problem("offers.0.hours_per_week").startswith("Hours a week must be from 0 to 80")
    assert desk.sums.answers.needed.said() == [desk.problem("offers.0.hours_per_week")]


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("claimant.age", "67", "People aged 66 or over are not covered here yet"),
        ("claimant.age", "17", "Universal Credit for someone under 18 is not covered"),
        ("claimant.age", "34.5", "Enter a whole number"),
        ("housing.tenure", "Supported", "Rent in supported or temporary housing is paid"),
        ("children", "15", "Enter how many children live there"),
        ("capital", "a lot", "Enter an amount in pounds"),
    ],
)
def test_a_household_that_is_not_covered_is_refused_by_name(
    desk: Desk, key: str, typed: str, sentence: str
) -> None:
    desk.dana_with_an_offer()
    desk.answer(key, typed)
    desk.sums.inputs.more.setFocus()
    QApplication.processEvents()
    assert desk.problem(key).startswith(sentence)
    assert desk.sums.answers.needed.said()[0] == desk.problem(key)
    assert desk.figure() == ""
    click(desk.sums.answers.needed.lines[0])
    assert focus() is desk.box(key)


def test_a_year_without_rates_says_so_instead_of_guessing(
    qtbot: QtBot, filled_session: Session, clock: Clock
) -> None:
    clock.move(days=900)
    desk = desk_of(qtbot, filled_session)
    desk.open(desk.dana)
    assert "There are no rates for 2029/30" in words_on(desk.sums)
    assert not desk.sums.answers.cards.isVisible()


# ---- who lives there


def test_children_are_asked_by_age_and_only_the_open_age_by_birth_date(desk: Desk) -> None:
    desk.dana_with_an_offer()
    assert "Child Benefit" not in words_on(desk.sums.answers.cards)
    desk.answer("children", "2")
    desk.answer("children.0.age", "9")
    desk.answer("children.1.age", "4")
    assert desk.sums.inputs.field("children.1.born_before_6_april_2017") is None
    desk.sums.inputs.more.setFocus()
    QApplication.processEvents()
    assert desk.sums.answers.needed.said() == ["Child 1, born before 6 April 2017 or later"]
    desk.answer("children.0.born_before_6_april_2017", "Yes")
    assert "Child Benefit a month" in words_on(desk.sums.answers.cards)
    desk.answer("offers.0.childcare_monthly", "300")
    assert "Childcare paid a month" in words_on(desk.sums.answers.cards)
    desk.answer("children", "0")
    assert desk.sums.inputs.field("offers.0.childcare_monthly") is None
    assert "Child Benefit" not in words_on(desk.sums.answers.cards)


def test_a_partner_brings_questions_of_their_own(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("partner", "Yes")
    assert desk.sums.model.answer() is None
    desk.answers({"partner.age": "36", "partner.health": "No decision"})
    couple = desk.figure()
    assert couple
    desk.answer("partner.work_now", "Yes")
    desk.answers({"partner.job.hours_per_week": "20", "partner.job.hourly_wage": "13"})
    assert "Partner's take-home pay a month" in words_on(desk.sums.answers.cards)
    assert desk.box("partner.age").accessibleName() == "The partner: Age"


def test_private_rent_offers_the_likely_area_first_and_takes_none_for_granted(desk: Desk) -> None:
    services = desk.session.services
    services.clients.save(client=replace(services.clients.get(desk.dana), postcode="W3 9ZZ"))
    desk.dana_with_an_offer()
    desk.answer("housing.tenure", "Private")
    area = desk.box("housing.brma")
    assert isinstance(area, QComboBox)
    assert [area.itemText(at) for at in range(3)] == [
        "Choose the area", "Inner West London", "Outer West London",
    ]  # fmt: skip
    assert area.currentText() == "Choose the area"
    assert "W3 is most likely in Inner West London" in area.accessibleDescription()
    assert desk.sums.model.answer() is None
    desk.answer("housing.brma", "Inner West London")
    assert "Local Housing Allowance, Inner West London" in words_on(desk.sums.answers.sum)
    desk.answer("housing.brma", "Another")
    desk.answer("housing.lha_monthly_rate", "700")
    assert "Help with rent: £700.00 of £900.00" in words_on(desk.sums.answers.sum)


def test_benefits_asked_less_often_are_one_press_away(desk: Desk) -> None:
    desk.dana_with_an_offer()
    click(desk.sums.inputs.more)
    desk.answer("claimant.carer", "Gets Carer")
    assert "Carer's Allowance a month" in words_on(desk.sums.answers.cards)


# ---- offers side by side


def test_offers_come_go_and_are_chosen_by_their_number(desk: Desk) -> None:
    desk.dana_with_an_offer()
    for hours in ("24", "30"):
        click(desk.sums.inputs.add)
        assert focus().accessibleName() == "Hours a week"
        write(hours)
    assert [desk.figure(at) for at in range(3)] == ["£145.71", "£183.49", "£208.20"]
    assert not desk.sums.inputs.add.isVisible()
    alt("1")
    assert desk.sums.model.chosen == 0
    assert desk.box("offers.0.hours_per_week").property("text") == "16"
    assert desk.sums.answers.sum.title.text() == "How we get to offer A"
    desk.sums.answers.cards.cards[0].setFocus()
    press(Qt.Key.Key_Right)
    assert desk.sums.answers.sum.title.text() == "How we get to offer B"
    click(desk.sums.inputs.remove)
    assert [desk.figure(at) for at in range(2)] == ["£145.71", "£208.20"]
    assert not desk.sums.answers.cards.cards[2].isVisible()


def test_every_total_is_the_sum_of_the_lines_shown(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answers({"offers.0.fares_weekly": "21.60", "offers.0.pension_employee_percent": "5"})
    told = desk.sums.model.outcome
    assert told is not None
    explanation = told.explanation(0)
    assert explanation is not None
    shown = dict(enumerate(desk.sums.answers.sum.steps.lines()))
    totals = [line for line in shown.values() if line[1]]
    assert totals[-1][0].startswith("Better off, a month")
    for part in explanation.sections:
        amounts = [step.amount for step in part.steps if step.kind.value == "total"]
        assert amounts in ([part.total], []), part.title
    card = desk.sums.answers.cards.cards[0]
    lines = [
        read_pounds(label.text())
        for label in card.findChildren(type(card.figure))
        if label.isVisible() and label.text().lstrip("−").startswith("£")
    ]
    _, pay, credit, money_in, fares, left, now = lines
    assert pay + credit == money_in
    assert money_in + fares == left
    assert left - now == desk.sums.model.answer().better_off_month  # type: ignore[union-attr]  # answered above


def test_the_up_and_down_keys_try_other_hours(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.box("offers.0.hours_per_week").setFocus()
    press(Qt.Key.Key_Up, times=2)
    assert desk.box("offers.0.hours_per_week").property("text") == "17"
    press(Qt.Key.Key_Down, times=2)
    assert desk.figure() == "£145.71"


def test_the_plot_moves_the_offer_by_key_and_by_dragging_and_answers_while_it_moves(
    desk: Desk,
) -> None:
    desk.dana_with_an_offer()
    plot = desk.sums.answers.plot.plot
    plot.setFocus()
    press(Qt.Key.Key_Right)
    assert desk.box("offers.0.hours_per_week").property("text") == "16.5"
    moved = desk.figure()
    assert moved not in ("", "£145.71")
    press(Qt.Key.Key_Left)
    assert desk.figure() == "£145.71"
    middle = QPoint(plot.width() // 2, plot.height() // 2)
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=middle)
    seen = {desk.figure()}
    for step in range(1, 6):
        QTest.mouseMove(plot, middle + QPoint(step * 12, 0))
        seen.add(desk.figure())
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=middle)
    hours = Decimal(str(desk.box("offers.0.hours_per_week").property("text")))
    assert hours > 16
    assert hours * 2 == int(hours * 2)
    assert len(seen) > 2
    assert "£145.71" not in seen


def test_the_plot_names_the_cliff_and_its_table_has_the_same_numbers(desk: Desk) -> None:
    desk.dana_with_an_offer()
    card = desk.sums.answers.plot
    said = card.plot.accessibleDescription()
    assert "From 17 hours, free prescriptions may stop." in said
    assert "Offer A, 16 hours: £501.59 a week." in said
    click(card.turn)
    assert card.is_table()
    words = words_on(card)
    for figure in ("£355.88", "£501.59", "From 17 hours, free prescriptions may stop"):
        assert figure in words
    desk.answer("offers.0.hourly_wage", "14")
    assert "£501.59" not in words_on(card)
    click(card.turn)
    assert card.plot.isVisible()


def test_an_offer_that_leaves_less_says_worse_off(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answers({"offers.0.hours_per_week": "4", "offers.0.fares_weekly": "80"})
    card = desk.sums.answers.cards.cards[0]
    assert card.under.text().startswith("worse off a week")
    assert "−" not in card.figure.text()
    assert "Fares and childcare start" in desk.sums.answers.plot.plot.accessibleDescription()


def test_what_changes_and_what_staff_should_check_stand_apart(desk: Desk) -> None:
    desk.dana_with_an_offer()
    changes = desk.sums.answers.changes.sentences()
    staff = desk.sums.answers.staff.sentences()
    assert any("goes down from £1,542.16" in sentence for sentence in changes)
    assert any("LCW or LCWRA must have been decided by DWP" in sentence for sentence in staff)
    assert any("Council Tax" in sentence for sentence in staff)
    click(desk.sums.answers.sum.more)
    assert focus() is desk.sums.answers.staff
    click(desk.sums.show_client)
    assert desk.shared == ["Shared screen: only Dana is shown"]
    assert not desk.sums.answers.staff.isVisible()
    assert any(
        "Your Universal Credit goes down" in s for s in desk.sums.answers.changes.sentences()
    )
    desk.box("offers.0.hours_per_week").setFocus()
    press(Qt.Key.Key_Escape)  # ends the sharing and nothing else
    assert desk.shared[1:] == [""]
    assert desk.window.place() == "better_off"
    assert desk.sums.answers.staff.isVisible()


# ---- the record, drafts, names


def test_added_to_the_record_it_fills_the_page_next_time(desk: Desk, qtbot: QtBot) -> None:
    desk.dana_with_an_offer()
    said: list[str] = []
    desk.sums.said.connect(said.append)
    click(desk.sums.add)
    (kept,) = desk.session.services.better_off.of_client(desk.dana)
    assert kept.rate_year == "2026 to 2027"
    assert desk.sums.add.words() == "Added to the record"
    assert not desk.sums.add.isEnabled()
    assert said == ["The sum is added to the record"]
    assert desk.session.services.drafts.get(form="better_off", subject_id=desk.dana) is None
    desk.answer("offers.0.hours_per_week", "20")
    assert desk.sums.add.isEnabled()
    desk.answer("offers.0.hours_per_week", "16")
    assert not desk.sums.add.isEnabled()
    again = desk_of(qtbot, desk.session)
    again.open(again.dana)
    assert again.figure() == "£145.71"
    assert "the sum of 24 November 2026" in again.sums.inputs.heading.text()


def test_undone_it_can_be_added_again(desk: Desk) -> None:
    desk.dana_with_an_offer()
    click(desk.sums.add)
    history = desk.session.services.history
    change = history.last_change()
    assert change is not None
    history.undo(change=change)
    QApplication.processEvents()
    assert desk.session.services.better_off.of_client(desk.dana) == []
    assert desk.sums.add.words() == "Add to the record"
    assert desk.figure() == "£145.71"
    click(desk.sums.add)
    assert len(desk.session.services.better_off.of_client(desk.dana)) == 1


def test_what_is_typed_is_in_the_store_a_second_later_and_comes_back(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.open(desk.dana)
    desk.answer("capital", "1,234")
    drafts = desk.session.services.drafts
    qtbot.waitUntil(lambda: bool(drafts.get(form="better_off", subject_id=desk.dana)), timeout=3000)
    again = desk_of(qtbot, desk.session)
    again.open(again.dana)
    assert again.box("capital").property("text") == "1,234"
    assert "We kept what you typed last." in words_on(again.sums.head)
    click(again.sums.inputs.restart)
    assert again.box("capital").property("text") == ""
    assert drafts.get(form="better_off", subject_id=again.dana) is None


def test_another_client_never_sees_the_first_ones_answers(desk: Desk) -> None:
    desk.dana_with_an_offer()
    desk.answer("offers.0.employer", "Brookside")
    desk.open(desk.client("Parveen Akhtar"))
    assert desk.box("claimant.age").property("text") == "58"
    assert desk.box("capital").property("text") == ""
    assert "Brookside" not in words_on(desk.sums)
    desk.open(None)
    assert desk.box("claimant.age").property("text") == ""
    assert "Parveen" not in words_on(desk.sums)
    desk.open(desk.dana)
    assert desk.figure() == "£145.71"


def test_somebody_at_the_desk_needs_no_record_until_one_is_chosen(desk: Desk) -> None:
    desk.open(None)
    desk.answer("claimant.age", "34")
    assert desk.box("offers.0.hourly_wage").property("text") == "£12.71"
    desk.answers(DANA)
    assert desk.figure() == "£145.71"
    assert not desk.sums.add.isVisible()
    click(desk.sums.choose)
    write("petr")
    press(Qt.Key.Key_Return)
    assert desk.sums.title() == "Better-off: Dana Petrescu"
    assert desk.figure() == "£145.71"
    click(desk.sums.add)
    assert len(desk.session.services.better_off.of_client(desk.dana)) == 1


def test_nobody_is_chosen_by_escape(desk: Desk) -> None:
    desk.open(None)
    click(desk.sums.choose)
    write("qqq")
    assert "Nobody found for “qqq”" in words_on(desk.window)
    press(Qt.Key.Key_Escape, times=2)
    assert not [d for d in desk.window.findChildren(Dialog) if d.isVisible()]
    assert desk.sums.model.client_id is None


def test_hidden_names_are_nowhere_on_the_page(desk: Desk) -> None:
    desk.dana_with_an_offer()
    names().hide(True)
    QApplication.processEvents()
    said = words_on(desk.window)
    assert "Dana" not in said
    assert "Petrescu" not in said
    assert "Petrescu" not in desk.window.windowTitle()
    names().hide(False)
    QApplication.processEvents()
    assert "Dana" in words_on(desk.sums)


def test_a_job_on_the_record_is_the_work_now(desk: Desk) -> None:
    desk.open(desk.client("Tomasz Wójcik"))
    assert desk.box("claimant.job.hours_per_week").property("text") == "20"
    assert desk.box("claimant.job.hourly_wage").property("text") == "£13.50"


def test_the_answer_is_said_aloud_when_the_typing_pauses(desk: Desk, qtbot: QtBot) -> None:
    desk.dana_with_an_offer()
    qtbot.waitUntil(lambda: "£145.71 better off a week" in last_spoken(), timeout=4000)


# ---- keyboard and accessibility


def test_from_opening_to_the_letter_with_the_keyboard_alone(desk: Desk) -> None:
    desk.open(desk.dana)
    write("Health")  # the cursor is in the first question without an answer
    press(Qt.Key.Key_Tab)
    write("Social")
    press(Qt.Key.Key_Tab)
    write("900")
    tab_to(desk.box("capital"))
    write("350")
    tab_to(desk.box("offers.0.hours_per_week"))
    write("16")
    assert desk.figure() == "£145.71"
    assert desk.window.run("print_letter")
    assert desk.window.place() == "letter"


def test_three_offers_pass_the_audit_in_every_look(desk: Desk) -> None:
    desk.dana_with_an_offer()
    for hours in ("24", "30"):
        click(desk.sums.inputs.add)
        write(hours)
    assert_accessible(desk.window)


def test_a_full_household_with_a_refusal_passes_the_audit_at_both_sizes(desk: Desk) -> None:
    desk.open(None)
    assert audit(desk.window) == []
    desk.answer("claimant.age", "34")
    desk.answers(DANA | {"children": "2", "partner": "Yes", "housing.tenure": "Private"})
    desk.answers({"children.0.age": "9", "partner.age": "17"})
    click(desk.sums.inputs.more)
    desk.answers({"offers.0.pension_employee_percent": "5", "claimant.work_now": "Yes"})
    desk.sums.inputs.more.setFocus()
    QApplication.processEvents()
    assert audit(desk.window) == []
    look().wear("light", 2.0)
    settle(desk.window)
    assert audit(desk.window) == []
