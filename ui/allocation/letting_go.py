"""Leaving a caseload: declined, stepped down, transferred, closed; each dated, with its reason."""

from __future__ import annotations

from collections.abc import Callable

from caseload.errors import CaseloadError
from caseload.services.allocation import CaseloadFull
from caseload.values.dates import long_date
from caseload.values.record import RecordId
from caseload.words import say
from ui.allocation.form_dialog import FormDialog
from ui.allocation.place_forms import PlaceForms, made
from ui.widgets.choices import Choice
from ui.widgets.inputs import TextInput


class LettingGo(PlaceForms):
    """The dialogs that free a place or end a referral."""

    def decline(self, client_id: RecordId) -> None:
        """End a referral for the client's reasons or a fact, never for who they are."""
        found = self.waiting(client_id)
        if found is None:
            return
        client, referral = found
        reason = self.reasons("decline_reason")
        form = made(
            "decline", client, self.day("declined_on"), {"reason": reason}, needed=("reason",)
        )
        self.ask(
            form,
            lambda on: self.services.referrals.decline(
                referral=referral, reason=str(reason.value()), on=on, origin=self
            ),
        )

    def step_down(self, client_id: RecordId, then: Callable[[], None] | None = None) -> None:
        """Free the place of a client in work; every clock runs on. ``then`` follows it."""
        client = self.services.clients.get(client_id)
        reason = TextInput()
        form = made(
            "step_down",
            client,
            self.day("from"),
            {"reason": reason},
            hints={"reason": say("allocation_dialogs.step_down.hint")},
            by_enter=True,
        )
        self.ask(
            form,
            lambda on: self.services.allocation.step_down(
                client_id=client_id, reason=reason.text(), on=on, origin=self
            ),
            then=then,
        )

    def transfer(self, client_id: RecordId) -> None:
        """Move a client to a colleague, who needs a place free."""
        client = self.services.clients.get(client_id)
        me = self.services.people.me.id
        others = [
            (
                member.person.id,
                say(
                    "allocation_dialogs.transfer.colleague",
                    name=member.person.name,
                    held=member.count.held,
                    cap=member.count.cap,
                ),
            )
            for member in self.services.people.team()
            if member.person.id != me
        ]
        if not others:
            self.refused.emit(say("allocation_dialogs.transfer.nobody"))
            return
        to, reason = Choice(others, empty=say("allocation_dialogs.choose")), TextInput()
        form = made(
            "transfer", client, self.day("from"), {"to": to, "reason": reason}, needed=("to",)
        )
        self.ask(
            form,
            lambda on: self.services.allocation.transfer(
                client_id=client_id,
                to=str(to.value()),
                on=on,
                reason=reason.text(),
                origin=self,
            ),
            refused=_not_transferred,
        )

    def close(self, client_id: RecordId) -> None:
        """End support, with a reason from the list. Not turning up is none."""
        client = self.services.clients.get(client_id)
        reason, words = self.reasons("discharge_reason"), TextInput()
        form = made(
            "close",
            client,
            self.day("closed_on"),
            {"reason": reason, "words": words},
            needed=("reason",),
        )
        self.ask(
            form,
            lambda on: self.services.allocation.close(
                client_id=client_id,
                reason=str(reason.value()),
                words=words.text(),
                on=on,
                origin=self,
            ),
        )


def _not_transferred(dialog: FormDialog, why: CaseloadError) -> None:
    if isinstance(why, CaseloadFull):
        sentence = say(
            "allocation_dialogs.transfer.full",
            name=why.person_name,
            held=why.count.held,
            cap=why.count.cap,
            day=long_date(why.day),
        )
        dialog.show_problems({"to": sentence})
    else:
        dialog.show_refusal(why)
