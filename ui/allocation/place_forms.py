"""The shape that every dialog about a place shares: a day, a reason, a verb, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseload.clients.client import Client
from caseload.errors import CaseloadError
from caseload.referrals import Referral
from caseload.services.all_services import Services
from caseload.values.code_lists import codes
from caseload.values.record import RecordId
from caseload.words import say
from ui.allocation.form_dialog import FormDialog
from ui.attempt import attempt
from ui.background import Runner
from ui.privacy import names
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.fields import Field


@dataclass
class PlaceForm:
    """A dialog in the making: its words lie under ``allocation_dialogs.<verb>``.

    ``needed`` are choices without which nothing is sent. ``facts`` fill the sentence.
    """

    verb: str
    client: Client
    day: DateField
    fields: Mapping[str, Field]
    needed: Mapping[str, Choice]
    facts: Mapping[str, object]
    by_enter: bool


class PlaceForms(QObject):
    """What the dialogs are made of. ``said`` carries what was done, ``done`` for which client.

    A refusal without a form goes to ``refused``. ``dialog`` is the one opened last.
    """

    said = Signal(str)
    refused = Signal(str)
    done = Signal(str)

    def __init__(self, over: QWidget, services: Services, background: Runner) -> None:
        super().__init__(over)
        self.over = over
        self.services = services
        self.background = background
        self.dialog: Dialog | None = None

    def ask(
        self,
        form: PlaceForm,
        does: Callable[[date], object],
        *,
        then: Callable[[], None] | None = None,
        refused: Callable[[FormDialog, CaseloadError], None] = FormDialog.show_refusal,
    ) -> FormDialog:
        """Open the dialog; its verb does ``does`` on the day typed, then ``then``."""
        words = f"allocation_dialogs.{form.verb}"
        facts = {"client": self.name(form.client), "first": self.first(form.client), **form.facts}
        dialog = FormDialog(
            self.over,
            say(f"{words}.title", **facts),
            say(f"{words}.sentence", **facts),
            form.fields,
            action=say(f"{words}.act", **facts),
            back=say(f"{words}.back", **facts),
            by_enter=form.by_enter,
        )

        def done(_kept: object) -> None:
            dialog.close_dialog()
            self.said.emit(say(f"{words}.done", **facts))
            self.done.emit(form.client.id)
            if then is not None:
                then()

        def submit() -> None:
            on = form.day.value()
            problems = _missing(form)
            dialog.summary.clear()
            if problems or on is None:
                dialog.show_problems(problems)
                return
            attempt(self.background, lambda: does(on), done, lambda why: refused(dialog, why))

        dialog.submitted.connect(submit)
        self.dialog = dialog
        dialog.open()
        return dialog

    def day(self, words: str) -> DateField:
        """Three boxes with today in them."""
        return DateField(say(f"allocation_dialogs.day.{words}"), self.services.today.day())

    def reasons(self, listed: str) -> Choice:
        """The reasons of a code list, none chosen."""
        return Choice(codes(listed).items(), empty=say("allocation_dialogs.choose"))

    def waiting(self, client_id: RecordId) -> tuple[Client, Referral] | None:
        """The client and the referral that waits; None, and said, where it waits no more."""
        for line in self.services.referrals.waiting_list():
            if line.referral.client_id == client_id:
                return self.services.clients.get(client_id), line.referral
        self.refused.emit(say("referrals.not_waiting"))
        return None

    def name(self, client: Client) -> str:
        """The client's name, unless names are hidden."""
        return names().client(client.name, client.id)

    def first(self, client: Client) -> str:
        """How the client is addressed, unless names are hidden."""
        return names().client(client.first_name, client.id)


def made(
    verb: str,
    client: Client,
    day: DateField,
    inputs: Mapping[str, QWidget],
    *,
    hints: Mapping[str, str] | None = None,
    facts: Mapping[str, object] | None = None,
    needed: tuple[str, ...] = (),
    by_enter: bool = False,
) -> PlaceForm:
    """A form from its inputs by field; the labels are ``allocation_dialogs.<verb>.<field>``."""
    fields = {
        name: Field(say(f"allocation_dialogs.{verb}.{name}"), box, hint=(hints or {}).get(name, ""))
        for name, box in inputs.items()
    }
    fields["on"] = Field(day.accessibleName(), day)
    choices = {name: box for name, box in inputs.items() if isinstance(box, Choice)}
    wanted = {name: choices[name] for name in needed}
    return PlaceForm(verb, client, day, fields, wanted, facts or {}, by_enter)


def _missing(form: PlaceForm) -> dict[str, str]:
    problems = {
        name: say("clients.choose_from_list")
        for name, choice in form.needed.items()
        if choice.value() is None
    }
    if form.day.problem():
        problems["on"] = form.day.problem()
    return problems
