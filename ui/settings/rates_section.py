"""The rates in use: every one with its value, its days, where it is from, and whether confirmed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.better_off.problems import RatesRefused
from caseload.better_off.rates import Rate
from caseload.services.rates import rate_book
from caseload.values.dates import long_date, short_date
from caseload.values.names import fold
from caseload.words import say
from ui.settings.section import Section
from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, SideFacts
from ui.widgets.choices import Choice
from ui.widgets.inputs import FilterInput
from ui.widgets.panes import Panes
from ui.widgets.record_table import Cell, Column, RecordTable, Row
from ui.widgets.text import label

TODAY, HOUSING = "today", "housing"


class RatesSection(Section):
    """A table to filter, and all that is known of the chosen rate under it."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model, say("settings_page.rates.title"), say("settings_page.rates.sentence")
        )
        self.year = Choice(dense="medium")
        self.year.setAccessibleName(say("settings_page.rates.which"))
        self.filter = FilterInput(say("settings_page.rates.filter"), "Ctrl F", width=240)
        self.head.add_action(self.filter)
        self.head.add_action(self.year)
        self.count = label("", "table", "muted")
        self.table = RecordTable(
            say("settings_page.rates.title"),
            [
                Column(say("settings_page.rates.rate"), 330, "name", stretch=True),
                Column(say("settings_page.rates.value"), 150, "action", figure=True),
                Column(say("settings_page.rates.from"), 110),
                Column(say("settings_page.rates.to"), 110),
                Column(say("settings_page.rates.checked"), 150, "mark"),
            ],
            row_height=30,
            first_pad=20,
        )
        self.detail = Card(" ", tight=True)
        self.facts = SideFacts()
        self.copy = Button(say("settings_page.rates.copy"), icon="copy", small=True)
        self.copy.clicked.connect(self._copy)
        self.detail.down.addWidget(self.facts)
        self.detail.down.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._sources = ""
        self._rates: dict[str, Rate] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        main, side = QWidget(), QWidget()
        left = QVBoxLayout(main)
        left.setContentsMargins(24, 4, 8, 20)
        left.setSpacing(6)
        holder = Card()
        holder.down.setContentsMargins(1, 1, 1, 1)
        holder.down.addWidget(self.table)
        left.addWidget(self.count)
        left.addWidget(holder, 1)
        right = QVBoxLayout(side)
        right.setContentsMargins(8, 32, 24, 20)
        right.addWidget(self.detail)
        right.addStretch(1)
        self.fill_with(Panes(main, side, width=320, large="below"))
        self.filter.textChanged.connect(lambda _text: self.refresh())
        self.filter.moved.connect(self.table.move)
        self.filter.left.connect(lambda: self.focus(self.table))
        self.year.picked.connect(lambda _year: self.refresh())
        self.table.current_changed.connect(self._show)
        self.table.typed.connect(self._type)

    # ---- showing

    def begin(self) -> None:
        """The files of rates are read here, not while the window is built."""
        today = [(name, say(f"settings_page.rates.{name}")) for name in (TODAY, HOUSING)]
        try:
            years = [(y, say("settings_page.rates.year", year=y)) for y in _years()]
        except RatesRefused:
            years = []
        self.year.set_options([*today, *years])
        self.refresh()

    def refresh(self) -> None:
        """Show the rates that the filter lets through."""
        wanted = fold(self.filter.text()).split()
        try:
            rates = [rate for rate in self._listed() if _fits(rate, wanted)]
            self.count.setText(say("settings_page.rates_found", count=len(rates)))
        except RatesRefused as why:
            rates = []
            self.count.setText(why.sentence)
        self._rates = {_key(rate): rate for rate in rates}
        self.table.show_rows([_row(rate) for rate in rates])
        self.detail.setVisible(bool(rates))
        self._show(self.table.current_id())

    def _listed(self) -> list[Rate]:
        book, chosen = rate_book(), self.year.value()
        if chosen == HOUSING:
            return list(book.for_day(self.model.today).housing())
        return list(
            book.for_day(self.model.today) if chosen == TODAY else book.tax_year(str(chosen))
        )

    def _show(self, key: object) -> None:
        rate = self._rates.get(str(key))
        if rate is None:
            return
        self.detail.set_title(rate.name)
        confirmed = "confirmed" if rate.confirmed else "not_confirmed"
        facts: list[tuple[str, str | list[str]]] = [
            (
                "",
                say(
                    "settings_page.rates.whole",
                    value=rate.shown,
                    starts=long_date(rate.valid_from),
                    ends=long_date(rate.valid_to),
                ),
            ),
            ("", say(f"settings_page.rates.{confirmed}_why", status=rate.status.strip())),
            (say("settings_page.rates.sources"), [source_words(each) for each in rate.sources]),
        ]
        if rate.note:
            facts.append((say("settings_page.rates.note"), rate.note))
        self.facts.show_facts(facts)
        self._sources = "\n".join(rate.sources)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sources)
        self.said.emit(say("settings_page.rates.copied"))

    # ---- the filter

    def focus_filter(self) -> None:
        """Type to filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _type(self, letters: str) -> None:
        self.focus_filter()
        self.filter.setText(self.filter.text() + letters)
        self.filter.end(False)


def source_words(address: str) -> str:
    """An address as it can be read: the site, then the parts of its path as words."""
    site, _, path = address.partition("://")[2].partition("/")
    parts = [part.replace("-", " ") for part in path.split("/") if part]
    return ": ".join(part for part in (site.removeprefix("www."), ", ".join(parts)) if part)


def _years() -> list[str]:
    return list(reversed(rate_book().tax_years))


def _key(rate: Rate) -> str:
    return f"{rate.key} {rate.valid_from.isoformat()}"


def _fits(rate: Rate, wanted: list[str]) -> bool:
    words = fold(f"{rate.name} {rate.shown} {rate.key}")
    return all(part in words for part in wanted)


def _row(rate: Rate) -> Row:
    key = "confirmed" if rate.confirmed else "not_confirmed"
    return Row(
        _key(rate),
        (
            Cell(rate.name),
            Cell(rate.shown),
            Cell(
                short_date(rate.valid_from),
                tone="muted",
                full=say("settings_page.rates.from_day", day=short_date(rate.valid_from)),
            ),
            Cell(
                short_date(rate.valid_to),
                tone="muted",
                full=say("settings_page.rates.to_day", day=short_date(rate.valid_to)),
            ),
            Cell(
                say(f"settings_page.rates.{key}"),
                kind="positive" if rate.confirmed else "warning",
            ),
        ),
    )
