"""The client's own details, to change; and a safety line, to add."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind
from caseload.words import say
from ui.client.details_view_model import DetailsViewModel, options
from ui.client.form import Form
from ui.client.view_model import Problems
from ui.widgets.choices import Choice, tick_box
from ui.widgets.date_field import DateField
from ui.widgets.fields import Field
from ui.widgets.inputs import TextInput
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.segments import Segments


class DetailsForm(Form):
    """``begin_details(field)`` puts the cursor in a field."""

    def __init__(self, words: DetailsViewModel) -> None:
        super().__init__(
            words.model,
            "client.details",
            say("client_details.change_details"),
            say("client_details.save"),
        )
        self._words = words
        self._client: Client | None = None
        self._first = ""
        self._build()
        self.foot()
        self.submitted.connect(self._save)

    def _build(self) -> None:
        def made(name: str, box: QWidget, hint: str = "") -> Field:
            words = say(f"client_details.field.{name}")
            return self.field(name, words, box, hint=say(hint) if hint else "")

        def listed(name: str) -> Field:
            return made(name, Choice(options(name)))

        def ticked(name: str) -> None:
            self.down.addWidget(self.tick(name, tick_box(say(f"client_details.tick.{name}"))))

        born = say("client_details.field.born_on")
        self.row(made("given_name", TextInput()), made("family_name", TextInput()))
        self.row(made("known_as", TextInput(), "client_details.hint.known_as"))
        self.row(
            made("born_on", DateField(born), "client_details.hint.born_on"),
            made("nhs_number", TextInput(width=160), "client_details.hint.nhs_number"),
        )
        self.row(listed("gender"))
        self.row(listed("ethnicity"))
        self.row(made("telephone", TextInput(width=220)), made("email", TextInput()))
        ticked("may_text")
        ticked("may_leave_message")
        self.row(made("address", NotesEdit(lines=3)))
        self.row(made("postcode", TextInput(width=140)))
        ticked("address_safe")
        self.row(made("gp_surgery", TextInput()), made("clinical_team", TextInput()))
        self.row(listed("condition_group"))

    def begin_details(self, field: str = "") -> None:
        """Start with what is on record."""
        self._client = self._words.model.client
        self._first = field
        self.begin(self._words.answers(), self._words.model.client_id)

    def focus_first(self) -> None:
        """The field that was asked for, else the first."""
        wanted = self.fields.get(self._first)
        if wanted is None:
            super().focus_first()
        else:
            wanted.focus_input()

    def _save(self) -> None:
        problems: Problems = {}
        born_on = self.day("born_on", problems, needed=False)
        if not self.text("given_name"):
            problems["given_name"] = say("clients.needs_name")
        if problems or self._client is None:
            self.refuse({name: problems[name] for name in self.fields if name in problems})
            return
        self.busy()
        self._words.save(self._client, self.typed(), born_on, self.saved, self._refused)

    def _refused(self, problems: Problems) -> None:
        """Where somebody saved the client meanwhile: show theirs where nobody typed here."""
        self.refuse(problems)
        self._words.model.refresh()
        theirs = self._words.model.client
        if self._client is not None and theirs.version != self._client.version:
            self._client = theirs
            self.rebase(self._words.answers())


class SafetyForm(Form):
    """What colleagues need to know to stay safe, or how the client may be reached."""

    def __init__(self, words: DetailsViewModel) -> None:
        super().__init__(
            words.model,
            "client.safety",
            say("client_details.add_safety"),
            say("client_details.save_safety"),
        )
        self._words = words
        kind = say("client_details.field.kind")
        segments = Segments(
            kind, [(str(each), say(f"safety_lines.{each}"), "") for each in SafetyKind]
        )
        self.row(self.field("kind", kind, segments))
        self.row(
            self.field(
                "words",
                say("client_details.field.words"),
                NotesEdit(lines=3),
                hint=say("client_details.hint.words"),
            )
        )
        for name in ("no_message", "no_post"):
            self.down.addWidget(self.tick(name, tick_box(say(f"client_details.tick.{name}"))))
        self.foot()
        self.submitted.connect(self._save)

    def begin_line(self) -> None:
        """Start with nothing chosen."""
        self.begin(
            {"kind": None, "words": "", "no_message": False, "no_post": False},
            self._words.model.client_id,
        )

    def _save(self) -> None:
        problems: Problems = {}
        if not self.text("kind"):
            problems["kind"] = say("client_details.needs_kind")
        if not self.text("words"):
            problems["words"] = say("clients.safety_words")
        if problems:
            self.refuse(problems)
            return
        self.busy()
        self._words.add_safety(
            self.text("kind"),
            self.text("words"),
            no_message=self.ticked("no_message"),
            no_post=self.ticked("no_post"),
            done=self.saved,
            refused=self.refuse,
        )
