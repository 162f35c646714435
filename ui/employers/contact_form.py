"""Logging a contact with an employer, or putting one right: with the keyboard, in half a minute."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from caseload.employers import FACE_TO_FACE, PURPOSES, Employer, EmployerContact
from caseload.errors import CaseloadError
from caseload.words import say
from ui.attempt import problems_of
from ui.employers.client_ticks import ClientTicks
from ui.employers.matches import Matches
from ui.employers.view_model import EmployersModel
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.inputs import TextInput
from ui.widgets.kept_form import KeptForm, Problems
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.segments import Segments
from ui.widgets.text import label

MEDIA = (FACE_TO_FACE, "02", "05", "11", "98")
"""What the five segments offer; a contact made otherwise keeps its own code."""


class ContactForm(KeptForm):
    """``begin_contact(employer)`` or ``begin_correction(contact)``, then ``focus_first``."""

    def __init__(self, model: EmployersModel, *, correcting: bool = False) -> None:
        kind = "correct" if correcting else "record"
        super().__init__(
            model.drafts,
            f"employers.{kind}_contact",
            say(f"employers_page.form.{kind}"),
            say(f"employers_page.form.{'save_correction' if correcting else 'save'}"),
        )
        self._model = model
        self._contact: EmployerContact | None = None
        self._build()
        self.submitted.connect(self._save)
        self.employer.textChanged.connect(self._offer)
        self.match.chosen.connect(self._choose)

    def _build(self) -> None:
        def name(field: str) -> str:
            return say(f"employers_page.form.{field}")

        self.employer = TextInput()
        self.match = Matches()
        self.how = Segments(
            name("how"),
            [
                (code, say(f"employers_page.medium.{code}"), str(at))
                for at, code in enumerate(MEDIA, start=1)
            ],
        )
        self.clients = ClientTicks(name("clients"))
        self.not_named = label("", "small", "muted")
        self.row(
            self.field("employer", name("employer"), self.employer),
            self.field("with_whom", name("with_whom"), TextInput()),
            self.field(
                "purpose",
                name("purpose"),
                Choice([(code, say(f"employers_page.purpose.{code}")) for code in PURPOSES]),
            ),
        )
        self.down.addWidget(self.match)
        self.row(
            self.field("day", name("day"), DateField(name("day"))),
            self.field("medium", name("how"), self.how),
            stretches=(1, 4),
        )
        self.down.addWidget(label(name("how_hint"), "small", "muted"))
        self.row(self.field("client_ids", name("clients"), self.clients, hint=name("clients_hint")))
        self.down.addWidget(self.not_named)
        self.row(self.field("notes", name("notes"), NotesEdit(lines=4)))
        self.foot()

    # ---- beginning

    def begin_contact(self, employer: Employer | None, client_id: str = "") -> None:
        """A new contact with an employer, for a client where one is in sight."""
        self._contact = None
        self._show_clients()
        agreed, _ = self._model.to_name()
        named = [client_id] if client_id in {one.client_id for one in agreed} else []
        day = self._model.today
        self._begin(
            {
                "employer": employer.name if employer else "",
                "medium": FACE_TO_FACE,
                "day": [str(day.day), str(day.month), str(day.year)],
                "purpose": self._likely_purpose(employer),
                "with_whom": employer.known_person if employer else "",
                "client_ids": named,
                "notes": "",
            },
            employer.id if employer else "",
        )

    def begin_correction(self, contact: EmployerContact, employer: Employer) -> None:
        """Start with what the contact says now."""
        self._contact = contact
        self._show_clients()
        self._begin(_answers(contact, employer), contact.id)

    def _begin(self, values: dict[str, Any], subject: str) -> None:
        self.begin(values, subject)
        self._offer(self.employer.text())

    def _likely_purpose(self, employer: Employer | None) -> str:
        card = self._model.card
        if employer is None or card is None or card.employer.id != employer.id or not card.log:
            return "introduction"
        return (
            "in_work"
            if card.people_working_there
            else "learning"
            if len(card.log) < 2
            else "vacancy"
        )

    def _show_clients(self) -> None:
        agreed, not_agreed = self._model.to_name()
        self.clients.show_clients(
            [(one.client_id, self._model.name(one.client_name, one.client_id)) for one in agreed],
            nobody=say("employers_page.form.nobody"),
        )
        listed = [self._model.name(one.client_name, one.client_id) for one in not_agreed]
        words = say("employers_page.form.not_agreed", names=", ".join(listed))
        self.not_named.setText(words if listed else "")
        self.not_named.setVisible(bool(listed))

    def refresh(self) -> None:
        """Consents or names changed: show the boxes again, what is ticked stays."""
        if self.subject is not None:
            self._show_clients()

    # ---- the employer

    def _offer(self, typed: str) -> None:
        known = self._model.of_name(typed)
        if known is not None:
            self.match.show_matches("positive", say("employers_page.form.on_record"), [])
            return
        offered = self._model.offered(typed)
        key = "alike" if offered else "will_add"
        words = say(f"employers_page.form.{key}") if typed.strip() else ""
        self.match.show_matches("warning" if offered else "info", words, offered)

    def _choose(self, employer: object) -> None:
        if isinstance(employer, Employer):
            self.employer.setText(employer.name)
            if not self.text("with_whom"):
                self.fill({"with_whom": employer.known_person})
        self.fields["medium"].focus_input()

    def focus_first(self) -> None:
        """The employer where none is known yet, else how the contact was made."""
        self.fields["medium" if self.text("employer") else "employer"].focus_input()

    # ---- saving

    def _save(self) -> None:
        problems: Problems = {}
        name = self.text("employer")
        if not name:
            problems["employer"] = say("employers_page.form.needs_employer")
        medium = self.text("medium") or (self._contact.medium if self._contact else "")
        if not medium:
            problems["medium"] = say("employers_page.form.needs_how")
        day = self.day("day", problems)
        if problems or day is None:
            self.refuse(problems)
            return
        employer = self._model.of_name(name) or Employer(name=name)
        answers: dict[str, Any] = {
            "day": day,
            "medium": medium,
            "purpose": self.text("purpose"),
            "with_whom": self.text("with_whom"),
            "client_ids": (*self._not_shown(), *self.clients.typed_value()),
            "notes": self.text("notes"),
        }
        contact = self._contact
        wanted = (
            EmployerContact(employer_id=employer.id, person_id="", **answers)
            if contact is None
            else replace(contact, **answers)
        )
        self.busy()
        self._model.record(employer, wanted, self.saved, self._refused)

    def _not_shown(self) -> tuple[str, ...]:
        """Clients whom the contact names and who are not on the caseload any more: they stay."""
        if self._contact is None:
            return ()
        shown = {one.client_id for part in self._model.to_name() for one in part}
        return tuple(i for i in self._contact.client_ids if i not in shown)

    def _refused(self, why: CaseloadError) -> None:
        self.refuse(problems_of(why))
        contact = self._contact
        card = self._model.card
        if contact is None or card is None:
            return
        self._model.load()
        theirs = next((line.contact for line in card.log if line.contact.id == contact.id), None)
        if theirs is not None and theirs.version != contact.version:
            self._contact = theirs
            self.rebase(_answers(theirs, card.employer))


def _answers(contact: EmployerContact, employer: Employer) -> dict[str, Any]:
    return {
        "employer": employer.name,
        "medium": contact.medium,
        "day": [str(contact.day.day), str(contact.day.month), str(contact.day.year)],
        "purpose": contact.purpose,
        "with_whom": contact.with_whom,
        "client_ids": list(contact.client_ids),
        "notes": contact.notes,
    }
