"""The audit passes for the frame, for every widget pages are built from, and before unlocking.

And it is an audit: each rule is shown to catch what it is for.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_frame.accessibility import (
    assert_accessible,
    clipped,
    faint,
    order_faults,
    settle,
    small_targets,
    unnamed,
)
from tests.ui_frame.conftest import ListPage, Shown, Somebody, client_table
from tests.ui_frame.test_plot_and_paper import DATA
from tests.ui_frame.test_tasks import GROUPS
from ui.command_palette import CommandPalette
from ui.main_window import MainWindow
from ui.pages import PageBase
from ui.set_up.page import SetUpPage
from ui.set_up.recovery_key import RecoveryKeyPage
from ui.set_up.restore import RestorePage
from ui.set_up.start import StartPage
from ui.shortcut_list import ShortcutList
from ui.theme import look
from ui.unlock.forgotten import ForgottenPage
from ui.unlock.page import UnlockPage
from ui.widgets.buttons import Button, link
from ui.widgets.cards import Card, EmptyState, FactGrid, SideFacts, SummaryList
from ui.widgets.choices import Choice, radio, tick_box
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import BesideField, Field
from ui.widgets.flow import SideBySide
from ui.widgets.income_plot import IncomePlot, plot_table
from ui.widgets.inputs import MoneyInput, NumberInput, TextInput
from ui.widgets.marks import Avatar, CapMeter, Chip, CountBars, Mark, StageBars
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.page_head import PageHead
from ui.widgets.panes import Panes
from ui.widgets.scroll import ScrollColumn
from ui.widgets.segments import Segments
from ui.widgets.tabs import Tabs
from ui.widgets.task_list import TaskList
from ui.widgets.text import OneLine, label
from ui.widgets.timeline import Entry, Timeline

LONG = "Interview at Brookside went well, she liked Joan Pryce. Worried that 16 hours would be few."


class FormsPage(PageBase):
    """Every kind of field, with a problem shown."""

    def __init__(self) -> None:
        super().__init__()
        column = ScrollColumn()
        cap = Field("Caseload cap", TextInput("18", width=96), hint="15 at 0.6, never higher")
        summary = ErrorSummary({"cap": cap})
        how = [("in_person", "In person", "1"), ("phone", "Phone", "2"), ("text", "Text", "4")]
        facts = SideFacts()
        consent = FactGrid([("Clinical team", ("positive", "Given")), ("Jobcentre", "Not asked")])
        facts.show_facts([("Goal", "Garden work"), ("Consent", consent)])
        answers = SummaryList(change="Change")
        answers.show_answers([("name", "Name", "Dana Petrescu"), ("goal", "Goal", LONG)])
        for part in (
            summary,
            cap,
            Field("Date of birth", DateField("Date of birth"), hint="For example, 15 3 1984"),
            Field("How", Segments("How", how), aside="Alt with the number picks"),
            Field("Role", Choice([("lead", "Team lead"), ("specialist", "Specialist")])),
            Field("Notes", NotesEdit(lines=3)),
            BesideField("Rent a month", MoneyInput(900)),
            BesideField("Hours a week", NumberInput(Decimal(16))),
            tick_box("Tick off ‘Ring Brookside about a start date, and write down what they say’"),
            radio("Large print, 18 point", chosen=True),
            answers,
            facts,
            link("As a table"),
        ):
            column.down.addWidget(part)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(PageHead("Priya Raman", "Nothing is lost. 18 stays in the box."))
        down.addWidget(column, 1)
        summary.show_problems({"cap": "Enter a cap from 1 to 15"})


class WorkPage(PageBase):
    """What is to do, with cards beside it."""

    def __init__(self) -> None:
        super().__init__()
        head = PageHead("Tuesday 24 November 2026", "5 things to do today, 2 of them late.")
        head.add_chip(Chip("warning", "Room for 3"))
        head.add_action(Button("New referral", icon="plus"))
        head.add_action(Button("Record a contact", kind="primary", icon="pencil", key="Ctrl R"))
        tasks = TaskList("What to do")
        side = QWidget()
        cards = QVBoxLayout(side)
        card = Card("Your caseload", aside="22 of 25", tight=True)
        card.down.addWidget(CapMeter(22, 25, "22 of 25 clients", wide=True))
        card.down.addWidget(label("Amber from 21: the fidelity score is 4 here.", "small", "muted"))
        visits = Card("Employer visits this week", aside="4 of 6", tight=True)
        visits.down.addWidget(CountBars(4, 6, "4 of 6 visits"))
        waiting = Card("Waiting list", aside="3 people", tight=True)
        waiting.down.addWidget(Button("Accept", small=True))
        for made in (card, visits, waiting):
            cards.addWidget(made)
        cards.addStretch()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(head)
        down.addWidget(Panes(tasks, side, width=312), 1)
        tasks.show_groups(GROUPS)  # after the rest, as when the page is filled again


class RecordPage(PageBase):
    """A client: blocks, tabs, timeline, plot."""

    def __init__(self) -> None:
        super().__init__()
        timeline = Timeline("Timeline")
        timeline.show_entries(
            [Entry(1, "17 Nov 2026", "user-round", "Met in person", LONG, "Nadia Farouk", True)]
        )
        scroll = ScrollColumn()
        scroll.down.addWidget(SideBySide(Mark("info", "Due today"), StageBars(4, "Interviews")))
        scroll.down.addWidget(Avatar("Nadia Farouk"))
        scroll.down.addWidget(timeline)
        plot = IncomePlot("Money in a week, by hours worked")
        plot.show_data(DATA)
        scroll.down.addWidget(plot)
        scroll.down.addWidget(plot_table("Money in a week, by hours worked", DATA))
        tabs = Tabs("Parts of the record")
        tabs.add("timeline", "Timeline", scroll)
        for name in ("Profile", "Job search", "Jobs and hours", "In-work support", "Consent"):
            tabs.add(name, name, QWidget())
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(PageHead("Dana Petrescu", LONG, raised=True))
        down.addWidget(tabs, 1)


class EmptyPage(PageBase):
    """Nobody yet."""

    def __init__(self) -> None:
        super().__init__()
        down = QVBoxLayout(self)
        down.addWidget(
            EmptyState(
                "Your clients will be listed here",
                "One row a client, the most urgent first: how long since you spoke.",
                "Add the first referral",
                icon="plus",
                key="Ctrl N",
                other="Import a spreadsheet",
            )
        )


@pytest.mark.parametrize("page", [ListPage, FormsPage, WorkPage, RecordPage, EmptyPage])
def test_the_audit_passes_with_every_kind_of_page(
    qtbot: QtBot, session: Somebody, page: Callable[[], PageBase]
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.add_page("caseload", page())
    window.show_session(session)
    window.go("caseload")
    window.show_saved("Saved 2:41pm")
    assert_accessible(window)


def strength(_text: str) -> str:
    return "This is strong: guessing it would take longer than anyone has."


def unlocking() -> QWidget:
    page = UnlockPage()
    page.show_people([(1, "Nadia Farouk"), (2, "Martin Doyle")])
    page.show_locked("Willow Road team", "Locked at 2:36pm after 5 minutes.")
    page.caps.show()
    page.field.set_problem("That name and passphrase do not open this store.")
    return page


def setting_up() -> QWidget:
    page = SetUpPage(strength)
    page.details.taken()
    return page


def forgotten() -> QWidget:
    page = ForgottenPage(strength)
    page.show_people([(1, "Nadia Farouk"), (2, "Martin Doyle")])
    page.new.first.setText("ginger kettle roof tulip")
    return page


def recovery_key() -> QWidget:
    page = RecoveryKeyPage()
    page.show_key("ABCDE-FGHJK-MNPQR-STVWX-YZ234-56789-ABCDE")
    return page


@pytest.mark.parametrize(
    "page", [unlocking, StartPage, setting_up, forgotten, recovery_key, RestorePage]
)
def test_the_audit_passes_before_a_store_is_open(
    window: MainWindow, page: Callable[[], QWidget]
) -> None:
    window.cover(page())
    assert_accessible(window)


@pytest.mark.parametrize("dialog", [CommandPalette, ShortcutList])
def test_the_audit_passes_over_a_dialog(
    window: MainWindow, dialog: Callable[[MainWindow], CommandPalette | ShortcutList]
) -> None:
    made = dialog(window)
    made.open()
    settle(window)
    assert unnamed(made) + small_targets(made) + clipped(made) + faint(made) == []


# ---- the audit catches what it is for


def test_it_catches_a_control_without_a_name(shown: Shown) -> None:
    choice = Choice([("a", "Alone")])
    window = shown(choice)
    assert unnamed(window) == ["Choice “” has no accessible name"]
    choice.setAccessibleName("Role")
    assert unnamed(window) == []


def test_it_catches_a_name_that_leaves_out_what_is_seen(shown: Shown) -> None:
    press = QPushButton("Record")
    press.setAccessibleName("Button 7")
    assert "shows “Record”" in unnamed(shown(press))[0]


def test_it_catches_tab_going_back_up(shown: Shown) -> None:
    low, high = QPushButton("Second"), QPushButton("First")
    window = shown(high, low)
    QWidget.setTabOrder(low, high)
    window.setTabOrder(low, high)
    middle = QPushButton("Third")
    layout = window.layout()
    assert layout is not None
    layout.addWidget(middle)
    QWidget.setTabOrder(high, middle)
    QWidget.setTabOrder(middle, low)
    settle(window)
    assert any("back to" in fault for fault in order_faults(window))


def test_it_catches_what_tab_never_reaches(shown: Shown) -> None:
    notes = NotesEdit()
    notes.setTabChangesFocus(False)
    window = shown(TextInput(), notes, TextInput())
    assert any("never reaches" in fault for fault in order_faults(window))


def test_it_catches_a_small_target(shown: Shown) -> None:
    press = QPushButton("x")
    press.setStyleSheet("min-height: 10px; max-height: 10px")
    assert "by 1" in small_targets(shown(press))[0]


def test_it_catches_words_that_are_cut(shown: Shown) -> None:
    words = label("A sentence that is cut at its right edge", wrap=False)
    words.setFixedWidth(60)
    wrapped = label("A sentence that is cut at its foot because it needs three lines")
    wrapped.setFixedSize(120, 20)
    assert len(clipped(shown(words, wrapped))) == 2


def test_it_catches_a_line_that_is_cut_at_large_text(shown: Shown) -> None:
    words = OneLine("Ring Brookside Garden Centre about Dana Petrescu and her start date")
    words.setFixedWidth(200)
    window = shown(words)
    assert clipped(window) == []
    look().wear(text_scale=2.0)
    words.setWordWrap(False)
    settle(window)
    assert len(clipped(window)) == 1


def test_it_catches_a_control_out_of_reach(shown: Shown) -> None:
    window = shown(TextInput())
    far = QPushButton("Far away", window)
    far.move(window.width() + 50, 10)
    far.show()
    assert any("outside the window" in fault for fault in clipped(window))


def test_it_catches_faint_words(shown: Shown) -> None:
    words = label("Hardly to be read")
    words.setStyleSheet("color: #BBBBBB")
    window = shown(words)
    window.setStyleSheet("background: #FFFFFF")
    settle(window)
    assert "to 1" in faint(window)[0]


def test_tab_follows_the_layout_whatever_was_made_first(window: MainWindow) -> None:
    page = window.page()
    assert page is not None
    late, early = QPushButton("Second"), QPushButton("First")
    layout = page.widget().layout()
    assert isinstance(layout, QVBoxLayout)
    row = QHBoxLayout()
    row.addWidget(early)
    row.addWidget(late)
    layout.insertLayout(0, row)
    late.show()
    early.show()
    QTest.qWait(1)
    assert client_table().accessibleName() == "Your clients"
    assert order_faults(window) == []
