"""Everything that can happen to a client's place, each as one dialog over the page."""

from __future__ import annotations

from caseload.clients.client import Client
from caseload.errors import CaseloadError
from caseload.services.allocation import CaseloadFull
from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say
from ui.allocation.form_dialog import FormDialog
from ui.allocation.full_caseload import FullCaseload
from ui.allocation.letting_go import LettingGo
from ui.allocation.place_forms import made
from ui.attempt import problems_of
from ui.widgets.choices import Choice


class PlaceDialogs(LettingGo):
    """``PlaceDialogs(page, services, background).accept(client_id)``; step_down, take_back,
    transfer, close and decline likewise. See ``PlaceForms`` for what it tells.
    """

    def accept(self, client_id: RecordId) -> None:
        """Take a waiting client onto a caseload, on a day, or say who could make room."""
        found = self.waiting(client_id)
        if found is None:
            return
        client, referral = found
        me = self.services.people.me.id
        count = self.services.allocation.count()
        full = self.services.allocation.full()
        team = [(m.person.id, m.person.name) for m in self.services.people.team()]
        if full is not None and len(team) == 1:
            self.show_full(full, client, me)
            return
        holder = Choice(team)
        holder.set_value(me)
        form = made(
            "accept",
            client,
            self.day("accepted_on"),
            {"person_id": holder} if len(team) > 1 else {},
            facts={
                "held": count.held,
                "cap": count.cap,
                "since": long_date(referral.waiting_since),
            },
            by_enter=True,
        )
        self.ask(
            form,
            lambda on: self.services.allocation.accept(
                referral=referral, person_id=str(holder.value()), on=on, origin=self
            ),
            refused=lambda dialog, why: self._not_accepted(
                dialog, client, str(holder.value()), why
            ),
        )

    def take_back(self, client_id: RecordId) -> None:
        """A stepped-down client needs a place again."""
        client = self.services.clients.get(client_id)
        me = self.services.people.me.id
        self.ask(
            made("take_back", client, self.day("from"), {}, by_enter=True),
            lambda on: self.services.allocation.take_back(client_id=client_id, on=on, origin=self),
            refused=lambda dialog, why: self._not_accepted(dialog, client, me, why),
        )

    def _not_accepted(
        self, form: FormDialog, client: Client, person_id: RecordId, why: CaseloadError
    ) -> None:
        if not isinstance(why, CaseloadFull):
            form.show_problems(problems_of(why))
            return
        form.close_dialog()
        self.show_full(why, client, person_id)

    def show_full(self, full: CaseloadFull, client: Client, person_id: RecordId) -> None:
        """The refusal with its ways on; a place that is freed leads back to accepting."""
        waits = any(
            line.referral.client_id == client.id for line in self.services.referrals.waiting_list()
        )
        dialog = FullCaseload(
            self.over,
            full,
            self.name(client),
            mine=person_id == self.services.people.me.id,
            now=self.services.allocation.count(person_id).is_full,
            keep=say("allocation_dialogs.full.keep", client=self.first(client)) if waits else "",
        )
        again = self.accept if waits else self.take_back
        dialog.step_down_asked.connect(
            lambda leaver: self.step_down(leaver, then=lambda: again(client.id))
        )
        self.dialog = dialog
        dialog.open()
