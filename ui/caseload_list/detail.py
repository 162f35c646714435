"""The pane beside the list: who this is, what was said, what was promised, how to reach them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseload.clients.consent import Standing
from caseload.contacts.next_action import NextAction, Promiser
from caseload.people.roles import Action
from caseload.services.client_page import ClientHeader
from caseload.values.dates import long_date
from caseload.words import say
from ui.caseload_list import phrases
from ui.caseload_list.view_model import CaseloadListModel
from ui.privacy import names
from ui.theme import look
from ui.widgets.buttons import Button
from ui.widgets.cards import FactGrid, empty_layout, upright_line
from ui.widgets.flow import Flow
from ui.widgets.safety_lines import SafetyLines
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label, small_heading
from ui.widgets.tick_line import TickLine

CONSENT_KINDS = {
    Standing.GIVEN: "positive",
    Standing.AGREED_WORDS: "info",
    Standing.ASK_AGAIN: "warning",
    Standing.NOT_GIVEN: "neutral",
    Standing.WITHDRAWN: "warning",
}

NEEDS = {
    "accept": Action.ALLOCATE,
    "decline": Action.ENTER_REFERRAL,
    "step_down": Action.ALLOCATE,
    "take_back": Action.ALLOCATE,
    "transfer": Action.TRANSFER,
    "close": Action.ALLOCATE,
}


class DetailPane(QFrame):
    """Shows the client whom the model has chosen.

    ``opened`` asks for the whole record; ``asked`` carries a verb: accept, decline, step_down,
    take_back, transfer or close.
    """

    opened = Signal()
    asked = Signal(str)

    def __init__(self, model: CaseloadListModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "plain")
        self.setAccessibleName(say("caseload_list_page.detail.pane"))
        self.ticks: dict[str, TickLine] = {}
        self.verbs: dict[str, Button] = {}
        self.name = label("", "heading")
        self.who = label("", "table", "muted")
        self.open_record = Button(say("caseload_list_page.detail.open"), small=True, key="Enter")
        self.open_record.clicked.connect(self.opened)
        self.safety = SafetyLines()
        self._scroll = ScrollColumn(margins=(20, 4, 20, 16), spacing=4)
        self.foot = label("", "small", "muted")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._edge = upright_line()
        across.addWidget(self._edge)
        down = QVBoxLayout()
        across.addLayout(down, 1)
        down.setContentsMargins(0, 0, 0, 8)
        down.setSpacing(0)
        down.addLayout(self._head())
        down.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 4, 20, 4)
        foot.addWidget(self.foot)
        down.addLayout(foot)
        model.chosen.connect(self.show_chosen)
        look().changed.connect(self._say_foot)
        self._say_foot()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 8)
        head.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.name, 1)
        first.addWidget(self.open_record, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(first)
        head.addWidget(self.who)
        head.addWidget(self.safety)
        return head

    def _say_foot(self) -> None:
        key = "foot_large" if look().large_text else "foot"
        self.foot.setText(say(f"caseload_list_page.detail.{key}"))
        self._edge.setVisible(not look().large_text)

    # ---- showing

    def show_chosen(self) -> None:
        """Show the model's client, or why there is nothing to see."""
        header = self._model.header
        self.ticks.clear()
        self.verbs.clear()
        empty_layout(self._scroll.down)
        self.open_record.setVisible(header is not None)
        if header is None:
            self.name.setText("")
            self.who.setText(self._model.why_no_detail)
            self.safety.show_lines(())
            return
        self.name.setText(names().client(header.client.name, header.client.id))
        self.open_record.setAccessibleName(
            say("caseload_list_page.detail.open_named", name=self.name.text())
        )
        self.who.setText(self._who(header))
        self.safety.show_lines(
            [(line.kind, self._model.text(line.words), line.reviewed_on) for line in header.safety]
        )
        self._fill(header)

    def _who(self, header: ClientHeader) -> str:
        parts = [] if header.age is None else [str(header.age)]
        parts += [header.client.clinical_team] if header.client.clinical_team else []
        if header.referral is not None:
            parts.append(say(f"caseload_list_page.pathway.{header.referral.pathway}"))
        return ", ".join(parts)

    def _fill(self, header: ClientHeader) -> None:
        goal = header.profile.goal if header.profile is not None else ""
        self._fact("goal", self._model.text(goal) or say("caseload_list_page.detail.no_goal"))
        self._last_time(header)
        for promiser in (Promiser.STAFF, Promiser.CLIENT):
            self._promises(header, promiser)
        if self._model.milestone():
            self._fact("milestone", self._model.milestone())
        self._fact("reach", self._reach(header))
        self._head_of("consent")
        self._scroll.down.addWidget(FactGrid(_consents(header)))
        self._place(header)
        self._scroll.down.addStretch()

    def _head_of(self, key: str, **facts: str) -> None:
        if self._scroll.down.count():
            self._scroll.down.addSpacing(8)
        self._scroll.down.addWidget(small_heading(say(f"caseload_list_page.detail.{key}", **facts)))

    def _fact(self, key: str, words: str, **facts: str) -> None:
        self._head_of(key, **facts)
        self._scroll.down.addWidget(label(words, "table"))

    def _last_time(self, header: ClientHeader) -> None:
        last = header.last_contact
        if not header.notes_open:
            self._fact("last_time", say("caseload_list_page.detail.notes_shut"))
        elif last is None:
            self._fact("last_time", say("caseload_list_page.detail.not_yet"))
        else:
            how = say(f"timeline.medium.{last.medium}")
            words = self._model.text(last.notes.strip()) or how
            self._fact("last_time_on", words, day=long_date(last.day))

    def _promises(self, header: ClientHeader, promiser: Promiser) -> None:
        still = [p for p in header.promises if p.is_open and p.promiser is promiser]
        ours = promiser is Promiser.STAFF
        if not still and not ours:
            return
        first = names().client(header.client.first_name, header.client.id)
        self._head_of("promised" if ours else "client_promised", name=first)
        if not still:
            nothing = say("caseload_list_page.detail.nothing_promised")
            self._scroll.down.addWidget(label(nothing, "table"))
        for action in still:
            self._scroll.down.addWidget(self._tick(action))

    def _tick(self, action: NextAction) -> QWidget:
        due = phrases.due(action.due_on, self._model.today)
        words = self._model.text(action.words)
        tone = due.kind or ("info" if due.strong else "muted")
        line = TickLine(words, under=due.full, tone=tone)
        line.box.setEnabled(self._model.may_write())
        line.ticked.connect(
            lambda ticked, a=action, w=words: self._model.keep_promise(a.id, w) if ticked else None
        )
        self.ticks[action.id] = line
        return line

    def _reach(self, header: ClientHeader) -> str:
        client = header.client
        if not client.telephone:
            return say("caseload_list_page.detail.no_telephone")
        shut = any(line.no_message for line in header.safety)
        text = "texts" if client.may_text and not shut else "no_texts"
        voice = "message" if client.may_leave_message and not shut else "no_message"
        return " ".join(
            (
                say(
                    "caseload_list_page.detail.telephone",
                    number=names().telephone(client.telephone),
                ),
                say(f"caseload_list_page.detail.{text}"),
                say(f"caseload_list_page.detail.{voice}"),
            )
        )

    # ---- the place on a caseload, and what can be done about it

    def _place(self, header: ClientHeader) -> None:
        verbs, words = self._verbs(header)
        self._fact("place", words)
        if not verbs:
            return
        row = QWidget()
        flow = Flow(row, gap=8)
        for verb in verbs:
            kind = "primary" if verb == "accept" else "plain"
            made = Button(say(f"caseload_list_page.verb.{verb}"), kind=kind, small=True)
            made.clicked.connect(lambda _=False, v=verb: self.asked.emit(v))
            flow.addWidget(made)
            self.verbs[verb] = made
        self._scroll.down.addSpacing(4)
        self._scroll.down.addWidget(row)

    def _verbs(self, header: ClientHeader) -> tuple[list[str], str]:
        verbs, words = self._all_verbs(header)
        return [verb for verb in verbs if NEEDS[verb] in header.may], words

    def _all_verbs(self, header: ClientHeader) -> tuple[list[str], str]:
        referral, row = header.referral, header.row
        if referral is not None and self._model.waits(header.client.id):
            since = long_date(referral.waiting_since)
            key = "lost_job_since" if referral.lost_job_on else "waiting_since"
            verbs = ["accept"] if referral.lost_job_on else ["accept", "decline"]
            return verbs, say(f"caseload_list_page.detail.{key}", day=since)
        if row is None or header.place is None:
            return [], say("caseload_list_page.detail.no_place")
        if row.stepped_down:
            day = header.place.held_until or header.place.held_from
            words = say("caseload_list_page.detail.stepped_down", day=long_date(day))
            return ["take_back", "close"], words
        words = say("caseload_list_page.detail.held_since", day=long_date(header.place.held_from))
        in_work = ["step_down"] if row.job_week is not None else []
        return [*in_work, "transfer", "close"], words


def _consents(header: ClientHeader) -> list[tuple[str, str | tuple[str, str]]]:
    return [
        (
            say(f"caseload_list_page.purpose.{line.purpose}"),
            (
                CONSENT_KINDS[line.standing],
                say(f"caseload_list_page.standing.{line.standing}"),
            ),
        )
        for line in header.consents
    ]
