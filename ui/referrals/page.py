"""The page for a new referral: everything in reading order, saved in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.clients.client import Client
from caseload.services.all_services import Services
from caseload.words import say
from ui.allocation.place_dialogs import PlaceDialogs
from ui.background import Runner
from ui.pages import PageBase
from ui.referrals.form import ReferralForm
from ui.referrals.look_alikes import LookAlikes
from ui.referrals.view_model import LookAlike, ReferralModel
from ui.widgets.buttons import Button
from ui.widgets.cards import hairline
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.notes_edit import SETTLE_MS
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import label


class ReferralPage(PageBase):
    """``go`` asks the window for a place and a record; ``said`` carries what was saved."""

    go = Signal(str, str)
    said = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.model = ReferralModel(services, background)
        self.model.setParent(self)
        self.dialogs = PlaceDialogs(self, services, background)
        self.form = ReferralForm()
        self.save = Button(say("referral_page.save"), kind="primary", key="Ctrl S")
        self.discard = Button(say("referral_page.discard"), kind="quiet", destroys=True)
        self.told = label("", "small", "muted", wrap=False)
        self.dialog: Dialog | None = None
        self._saving = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self._keep)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = PageHead(say("referral_page.title"), say("referral_page.sentence"))
        scroll = ScrollColumn(margins=(24, 4, 24, 20))
        scroll.down.addWidget(self.form)
        scroll.down.addStretch()
        foot = QWidget()
        flow = Flow(foot, gap=8)
        flow.setContentsMargins(24, 8, 24, 10)
        for part in (self.save, self.discard, self.told):
            flow.addWidget(part)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(head)
        down.addWidget(scroll, 1)
        down.addWidget(hairline())
        down.addWidget(foot)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.discard.clicked.connect(self._discard)
        self.form.edited.connect(self._pause.start)
        self.model.begun.connect(lambda: self.form.fill(self.model.answers))
        self.model.kept.connect(self.told.setText)
        self.model.refused.connect(self._refused)
        self.model.look_alikes.connect(self._compare)
        self.model.saved.connect(self._saved)
        for told in (self.dialogs.said, self.dialogs.refused):
            told.connect(self.said)
        self.dialogs.done.connect(lambda client_id: self.go.emit("caseload_list", client_id))

    # ---- what the window asks

    def title(self) -> str:
        """What the title bar says."""
        return say("referral_page.title")

    def on_shown(self, _about: object) -> None:
        """Give the draft back, or begin with today."""
        if not self._pause.isActive():
            self.model.begin()
            self.told.setText(say("referral_page.draft_back") if self.model.has_draft else "")
        self.focus_first()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Saving."""
        return {"save": self._save}

    def can_leave(self) -> bool:
        """The draft is kept first."""
        self.settle()
        return True

    def focus_first(self) -> None:
        """The client's first name."""
        self.form.field("given_name").focus_input()

    def settle(self) -> None:
        """Keep what is waiting to be kept, now."""
        if self._pause.isActive():
            self._keep()

    # ---- draft

    def _keep(self) -> None:
        self._pause.stop()
        if not self._saving:
            self.model.keep(self.form.answers())

    def _discard(self) -> None:
        self._pause.stop()
        self.told.setText("")
        self.model.discard()
        self.focus_first()

    # ---- saving

    def _save(self) -> None:
        self.settle()
        self.form.summary.clear()
        self._saving = True
        self.model.submit(self.form.answers())

    def _refused(self, problems: Mapping[str, str]) -> None:
        self._saving = False
        self.form.show_problems(problems)

    def _compare(self, found: list[LookAlike]) -> None:
        self._saving = False
        dialog = LookAlikes(self, self.model, found)
        dialog.same.connect(lambda client: self.model.save(client, known=True))
        dialog.opened.connect(lambda client_id: self.go.emit("client", client_id))
        dialog.new_person.connect(self.model.save_new)
        self.dialog = dialog
        dialog.open()

    def _saved(self, client: Client) -> None:
        self._saving = False
        self._pause.stop()
        name, first = self.model.name(client), self.model.first(client)
        self.said.emit(say("referral_page.saved", name=name))
        self.model.begin()
        self.told.setText("")
        self._offer(client, name, first)

    def _offer(self, client: Client, name: str, first: str) -> None:
        """On the waiting list; taken on at once where there is room."""
        count = self.model.count()
        key = "full" if count.is_full else "room"
        facts = {"held": count.held, "cap": count.cap, "room": count.room, "first": first}
        dialog = Dialog(
            self,
            say("referral_page.offer.title", name=name),
            say(f"referral_page.offer.{key}", **facts),
        )
        act = dialog.add_action(
            say(f"referral_page.offer.act_{key}", first=first), primary=not count.is_full
        )
        act.clicked.connect(lambda: self._then(dialog, lambda: self.dialogs.accept(client.id)))
        wait = dialog.add_action(
            say("referral_page.offer.wait", first=first), primary=count.is_full
        )
        wait.clicked.connect(
            lambda: self._then(dialog, lambda: self.go.emit("caseload_list", client.id))
        )
        another = dialog.add_close(say("referral_page.offer.another"))
        another.clicked.connect(lambda: QTimer.singleShot(0, self, self.focus_first))
        self.dialog = dialog
        dialog.open()

    def _then(self, dialog: Dialog, does: Callable[[], None]) -> None:
        dialog.close_dialog()
        does()
