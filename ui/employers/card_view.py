"""The right side: what may be said, the history, the people there and who knows them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseload.employers import Employer
from caseload.services.employers import EmployerCard, LoggedContact
from caseload.values.dates import long_date, short_date
from caseload.words import say
from ui.employers import phrases
from ui.employers.contact_log import ContactLog, LogLine
from ui.employers.said_card import SaidCard
from ui.employers.view_model import EmployersModel
from ui.privacy import names
from ui.theme import look
from ui.widgets.buttons import Button, link
from ui.widgets.cards import Card, SideFacts
from ui.widgets.flow import SideBySide
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label

MOST_SHOWN = 12


class CardView(QFrame):
    """Shows the model's card; ``asked`` carries ``record``, ``change`` or ``back``."""

    asked = Signal(str)
    corrected = Signal(str)
    opened = Signal(str)

    def __init__(self, model: EmployersModel) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._model = model
        self._shown_id = ""
        self._all = False
        self.head = PageHead("")
        self.back = Button(say("employers_page.card.back"), icon="chevron-left")
        self.change = Button(say("employers_page.card.change"), icon="pencil")
        self.record = Button(
            say("employers_page.card.record"), kind="primary", icon="footprints", key="Ctrl E"
        )
        for name in ("back", "change", "record"):
            button = getattr(self, name)
            self.head.add_action(button)
            button.clicked.connect(lambda _=False, asked=name: self.asked.emit(asked))
        self.said = SaidCard(model)
        self.said.opened.connect(self.opened)
        self.log_card = Card(" ", aside=" ", heading=True)
        self.none = label(say("employers_page.log.none"), "body", "muted")
        self.log = ContactLog(say("employers_page.log.name"))
        self.log.opened.connect(self.corrected)
        self.all = link("")
        self.all.clicked.connect(self._show_all)
        self.foot = label(say("employers_page.log.opens"), "small", "muted")
        for part in (self.none, self.log, self.all, self.foot):
            self.log_card.down.addWidget(part)
        self.facts = SideFacts()
        self._lay_out()
        model.chosen.connect(self.show_model)
        look().changed.connect(self._arrange)

    def _lay_out(self) -> None:
        side = Card(tight=True)
        self._main = QWidget()
        left = QVBoxLayout(self._main)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(16)
        left.addWidget(self.said)
        left.addWidget(self.log_card)
        left.addStretch(1)
        side.down.addWidget(self.facts)
        self._side = QWidget()
        right = QVBoxLayout(self._side)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(side)
        right.addStretch(1)
        self._scroll = ScrollColumn(margins=(24, 4, 24, 20))
        self._scroll.down.addWidget(SideBySide(self._main, self._side, stretches=(2, 1)))
        self._scroll.down.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.head)
        down.addWidget(self._scroll, 1)
        self._arrange()

    def _arrange(self) -> None:
        large = look().large_text
        self.back.setVisible(large)
        self.record.set_words(say(f"employers_page.card.{'record_short' if large else 'record'}"))
        # From 150 % text there is never room for both, so the side goes under.
        self._main.setMinimumWidth(look().px(400 if large else 340))
        self._side.setMinimumWidth(look().px(240))

    # ---- showing

    def show_model(self) -> None:
        """Show the chosen employer, or how to choose one."""
        card = self._model.card
        self._scroll.setVisible(card is not None)
        may = self._model.may_write()
        self.change.setVisible(may and card is not None)
        self.record.setVisible(may)
        if card is None:
            self.head.set_words("", say("employers_page.card.nothing") if self._model.rows else "")
            self._shown_id = ""
            return
        anew = card.employer.id != self._shown_id
        self._shown_id = card.employer.id
        self._all = self._all and not anew
        self.head.set_words(card.employer.name, phrases.about(card.employer))
        self.setAccessibleName(card.employer.name)
        self.said.show_card(anew=anew)
        self._show_log(card)
        self._show_facts(card)
        if anew:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_log(self, card: EmployerCard) -> None:
        visits = sum(line.contact.is_visit for line in card.log)
        title = say("employers_page.log.title", name=card.employer.name)
        self.log_card.set_title(title, phrases.relationship(visits))
        lines = self._lines(card, visits)
        shown = lines if self._all else lines[:MOST_SHOWN]
        self.none.setVisible(not lines)
        self.log.setVisible(bool(lines))
        self.log.show_lines(shown)
        self.all.set_words(say("employers_page.log.all", count=len(lines)))
        self.all.setVisible(len(shown) < len(lines))
        self.foot.setVisible(any(line.opens for line in shown))

    def _lines(self, card: EmployerCard, visits: int) -> list[LogLine]:
        lines = []
        number = visits
        for line in card.log:
            lines.append(self._line(line, number))
            number -= line.contact.is_visit
        return lines

    def _line(self, line: LoggedContact, number: int) -> LogLine:
        contact = line.contact
        mine = contact.person_id == self._model.me_id
        how = (
            say("employers_page.log.visit", number=number)
            if contact.is_visit
            else say(f"employers_page.medium.{contact.medium}")
        )
        if not mine:
            name = line.person_name.split()[0]
            how = say("employers_page.log.by", how=how, name=name)
        words = self._model.text(contact.notes.strip())
        purpose = say(f"employers_page.purpose.{contact.purpose}")
        whom = phrases.for_whom(line, self._model.names_in(line))
        under = ". ".join(part for part in (purpose if words else "", whom) if part)
        spoken = (long_date(contact.day), how, (words or purpose).rstrip("."), under)
        return LogLine(
            id=contact.id,
            day=short_date(contact.day),
            how=how,
            visit=contact.is_visit,
            words=words or purpose,
            under=under,
            spoken=". ".join(part for part in spoken if part),
            opens=mine and self._model.may_write(),
        )

    def _show_all(self) -> None:
        self._all = True
        if self._model.card is not None:
            self._show_log(self._model.card)
        self.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self, card: EmployerCard) -> None:
        employer = card.employer
        facts: list[tuple[str, str | list[str] | QWidget]] = [
            (say("employers_page.side.people"), self._people(card)),
            (
                say("employers_page.side.known_by"),
                phrases.knows(card.log, self._model.me_id) or say("employers_page.side.nobody"),
            ),
        ]
        where = [part for part in (*employer.address.splitlines(), employer.postcode) if part]
        if where:
            facts.append((say("employers_page.side.where"), where))
        if card.people_working_there:
            facts.append((say("employers_page.side.working"), self._working(card)))
        if employer.notes.strip():
            facts.append((say("employers_page.side.notes"), self._model.text(employer.notes)))
        self.facts.show_facts(facts)

    def _people(self, card: EmployerCard) -> list[str]:
        employer = card.employer
        lines = _known_person(employer)
        if employer.telephone:
            lines.append(employer.telephone)
        met = phrases.people_met(card.log, employer.known_person)
        if met:
            lines.append(say("employers_page.side.also", names=", ".join(met)))
        return lines or [say("employers_page.side.no_people")]

    def _working(self, card: EmployerCard) -> list[str]:
        if not names().hidden:
            return list(card.people_working_there)
        return [self._model.text(name) for name in card.people_working_there]


def _known_person(employer: Employer) -> list[str]:
    if not employer.known_person:
        return []
    if not employer.known_person_role:
        return [employer.known_person]
    return [
        say(
            "employers_page.side.person_role",
            name=employer.known_person,
            role=employer.known_person_role,
        )
    ]
