"""The window while somebody is unlocked: its pages, where each leads, undo, find and the lock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from caseload.changes import EVERYTHING, Changed
from caseload.errors import CaseloadError
from caseload.people.person import Role
from caseload.values.dates import clock_time
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.client_commands import answer_on_their_page
from ui.clipboard import BriefClipboard
from ui.main_window import MainWindow
from ui.pages import Found, Page
from ui.privacy import names
from ui.shared_screen import share_screen
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from caseload.app import Session
    from ui.place_list import Place

_ROLES = {
    Role.SPECIALIST: frozenset({"specialist"}),
    Role.ADMINISTRATOR: frozenset({"administrator"}),
    Role.LEAD: frozenset({"team_lead"}),
}
_EVERY_ROLE = frozenset().union(*_ROLES.values())


class Unlocked:
    """What the frame shows of the person who is unlocked."""

    def __init__(self, session: Session) -> None:
        self._session = session
        service = session.service
        self.person = session.person.name
        self.role = say(f"at_work.role.{session.person.role}", service=service.name)
        self.roles = _EVERY_ROLE if session.desk.alone else _ROLES[session.person.role]
        self.made_up = service.made_up
        self.read_only = session.is_read_only
        self.read_only_why = session.notices.read_only_why

    def counts(self) -> Mapping[str, int]:
        """What is due today, and the caseload."""
        services = self._session.services
        try:
            page = services.today.page()
        except CaseloadError:
            return {}
        due = len(page.late) + len(page.today)
        return {"today": due, "caseload": page.count.held} if page.count.cap else {"today": due}

    def find(self, text: str) -> Sequence[Found]:
        """Clients by name, number or date of birth; employers by name."""
        services = self._session.services
        try:
            clients = services.clients.search(text, limit=8)
            employers = services.employers.listing(text)[:5] if text.strip() else []
        except CaseloadError:
            return []
        found = [
            Found(
                names().client(hit.name, hit.client_id),
                names().born(hit.born_on),
                "client",
                hit.client_id,
            )
            for hit in clients
        ]
        found += [
            Found(row.employer.name, row.employer.postcode, "employers", row.employer.id, "store")
            for row in employers
        ]
        return found

    def undo_words(self) -> str:
        """The last change, in words."""
        try:
            change = self._session.services.history.last_change()
        except CaseloadError:
            return ""
        return change.name if change else ""


class AtWork(QObject):
    """Lays out the pages of a session and joins them with the window and with each other."""

    lock_minutes_chosen = Signal(int)
    _told = Signal(object)

    def __init__(self, window: MainWindow, background: Runner, session: Session) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self._background = background
        self._locked = False
        self._told.connect(self._changed, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = session.store.board.subscribe(self._told.emit)
        self._build()
        window.commands.on("undo", self._undo)
        window.commands.on("record_contact", lambda: self._record(self._client_in_sight()))
        window.commands.on("new_referral", lambda: self._go("new_referral", ""))
        window.commands.on("better_off", lambda: self._go("better_off", self._client_in_sight()))
        window.commands.on("record_in_work", lambda: self._record(self._client_in_sight()))
        window.commands.on("record_visit", self._record_visit)
        window.commands.on("new_employer", lambda: self._go("employers", "new:"))
        window.commands.on("back_up", lambda: self._go("settings", "backups"))
        answer_on_their_page(window)
        window.show_session(Unlocked(session))

    def _build(self) -> None:
        from ui.allocation.place_dialogs import PlaceDialogs
        from ui.place_list import places_of
        from ui.record_contact.pane import RecordContactPane

        self.window.drop_pages()
        pane = RecordContactPane(self.session.services, self._background)
        pane.hide()
        pane.setParent(self.window.beside)  # so that it goes with the window
        pane.opened.connect(lambda: self.window.beside.show_pane(pane, pane.wanted_width))
        pane.closed.connect(self.window.beside.hide_pane)
        pane.said.connect(self._said)
        self._record_pane = pane
        self._place_dialogs = PlaceDialogs(self.window, self.session.services, self._background)
        self._place_dialogs.setParent(self)
        self._place_dialogs.said.connect(self._said)
        self._place_dialogs.refused.connect(self._not_done)
        for place in places_of(self.session, self._background):
            make = partial(self._made, place)
            self.window.add_place(place.name, make, under=place.under)

    def _made(self, place: Place) -> Page:
        """Make a page and hear what it asks for."""
        page = place.make()
        go, said = getattr(page, "go", None), getattr(page, "said", None)
        if go is not None:
            go.connect(self._go)
        if said is not None:
            said.connect(self._said)
        letter = getattr(page, "letter_asked", None)
        if letter is not None:
            letter.connect(partial(self.window.go, "letter"))
        shared = getattr(page, "shared_screen", None)
        if shared is not None:
            shared.connect(partial(share_screen, self.window))
        looks = getattr(page, "look_chosen", None)
        if looks is not None:
            looks.connect(self.window.look_chosen)
        minutes = getattr(page, "lock_minutes_chosen", None)
        if minutes is not None:
            minutes.connect(self.lock_minutes_chosen)
        return page

    # ---- going and telling

    @Slot(str, str)
    def _go(self, place: str, about: str) -> None:
        if place == "back":
            self.window.go_back()
        elif place == "record_contact":
            self._record(about)
        elif place == "restore_backup":
            self.window.run("restore_backup")
        elif place == "record_appointment":
            self._record_pane.begin(about, about="appointment")
        elif place == "accept":
            self._place_dialogs.accept(about)
        else:
            self.window.go(_PLACES.get(place, place), about or None)

    def _record(self, client_id: str) -> None:
        """Record beside whatever is in sight, so that nobody loses their place."""
        self._record_pane.begin(client_id)

    def _record_visit(self) -> None:
        """A contact with an employer, for the client in sight where there is one."""
        self._go("employers", f"visit:{self._client_in_sight()}")

    def _client_in_sight(self) -> str:
        found = self.window.client()
        return "" if found is None else str(found)

    @Slot(str)
    def _said(self, words: str) -> None:
        self.window.show_saved(words)

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if self._locked:
            return  # everything is read again after unlocking
        self.window.changed(changed)
        self.window.show_saved(say("at_work.saved", time=self.time_now()))

    def time_now(self) -> str:
        """The time on the wall: 2:41pm."""
        return clock_time(self.session.desk.now().time())

    # ---- undo

    def _undo(self) -> None:
        history = self.session.services.history
        change = history.last_change()
        if change is None:
            return
        attempt(
            self._background,
            partial(history.undo, change=change),
            lambda _: self.window.show_saved(say("at_work.undone", what=change.name)),
            lambda why: self.refuse(say("at_work.not_undone"), why.sentence),
        )

    def _not_done(self, sentence: str) -> None:
        self.refuse(say("at_work.not_done"), sentence)

    def refuse(self, title: str, sentence: str) -> None:
        """A refusal that no form shows."""
        dialog = Dialog(self.window, title, sentence)
        dialog.add_close(say("at_work.close"))
        dialog.open()

    def tell_notices(self) -> None:
        """What a person is told once, right after unlocking."""
        notices = self.session.notices
        sentences = [
            *notices.sentences,
            *([notices.read_only_why] if notices.read_only_why else []),
        ]
        if sentences:
            self.refuse(say("at_work.notices"), " ".join(sentences))

    # ---- locking

    def keep_typed(self) -> None:
        """Bring every half-written form into the store, before the keys are dropped."""
        for widget in self.window.findChildren(QWidget):
            settle = getattr(widget, "settle", None)
            if callable(settle):
                settle()
        wait = getattr(self._background, "wait", None)
        if wait is not None:
            wait()

    def lock(self) -> None:
        """Keep what is typed, take our words off the clipboard, close the store."""
        self.keep_typed()
        for clipboard in self.window.findChildren(BriefClipboard):
            clipboard.clear()
        self._locked = True
        self.session.lock()

    def is_of(self, session: Session) -> bool:
        """Whether the same person unlocked the same store again."""
        mine = self.session
        return mine.person.id == session.person.id and mine.folder == session.folder

    def go_on_with(self, fresh: Session) -> None:
        """The same person came back: pages, filters and half-written words are as they were."""
        self.session.go_on_with(fresh)
        self._locked = False
        self.window.show_session_again(Unlocked(self.session))

    def read_again(self) -> None:
        """What another copy saved meanwhile, and what a new day makes due; the page is in sight."""
        self.window.changed(EVERYTHING)

    def let_go(self) -> None:
        """Somebody else came: nothing of this person stays in the window."""
        self._unsubscribe()
        share_screen(self.window, "")
        self.window.beside.drop_pane(self._record_pane)
        self.window.start_afresh()
        self.setParent(None)
        self.deleteLater()


_PLACES = {"caseload_list": "caseload", "new_referral": "referral"}
