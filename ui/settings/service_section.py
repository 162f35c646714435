"""The service: what stands on letters, the risk procedure, and when the program locks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from caseload.errors import CaseloadError
from caseload.people.person import Service
from caseload.people.roles import Action
from caseload.words import say
from ui.attempt import problems_of
from ui.settings.section import Section
from ui.settings.view_model import SettingsModel
from ui.widgets.at_widest import at_widest
from ui.widgets.cards import Card, SummaryList
from ui.widgets.inputs import NumberInput, TextInput
from ui.widgets.kept_form import KeptForm, Problems
from ui.widgets.notes_edit import NotesEdit
from ui.widgets.text import label


class ServiceForm(KeptForm):
    """``show_service(service)``; it is always in sight."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model.drafts,
            "settings.service",
            say("settings_page.service.title"),
            say("settings_page.save_changes"),
            stays=True,
        )
        self._model = model
        self._service: Service | None = None

        def name(field: str) -> str:
            return say(f"settings_page.service.{field}")

        self.row(
            self.field("name", name("name"), TextInput(), hint=name("name_hint")),
            self.field("telephone", name("telephone"), TextInput(), hint=name("telephone_hint")),
        )
        self.row(self.field("address", name("address"), NotesEdit(lines=3)))
        self.row(
            self.field("risk_procedure", name("risk"), NotesEdit(lines=4), hint=name("risk_hint"))
        )
        minutes = NumberInput(width=72, dense=False)
        self.row(self.field("lock_minutes", name("lock"), minutes, hint=name("lock_hint")))
        self.foot()
        self.submitted.connect(self._save)
        self.left.connect(lambda: self.show_service(self._model.service))

    def show_service(self, service: Service) -> None:
        """Show the service; what is being typed stays."""
        self._service = service
        if self.subject is not None and self.has_changes():
            self.rebase(_answers(service))
        else:
            self.begin(_answers(service), service.id)

    def _save(self) -> None:
        service = self._service
        if service is None:
            return
        problems: Problems = {}
        minutes = self.number("lock_minutes", problems, say("people.lock_minutes_range"))
        if minutes is not None and minutes != int(minutes):
            problems["lock_minutes"] = say("people.lock_minutes_range")
        if problems or minutes is None:
            self.refuse(problems)
            return
        wanted = replace(
            service,
            name=self.text("name"),
            address=self.text("address"),
            telephone=self.text("telephone"),
            risk_procedure=self.text("risk_procedure"),
            lock_minutes=int(minutes),
        )
        self.busy()
        self._model.save_service(wanted, self.saved, self._refused)

    def _refused(self, why: CaseloadError) -> None:
        self.refuse(problems_of(why))
        self.show_service(self._model.service)


def _answers(service: Service) -> dict[str, Any]:
    return {
        "name": service.name,
        "address": service.address,
        "telephone": service.telephone,
        "risk_procedure": service.risk_procedure,
        "lock_minutes": str(service.lock_minutes),
    }


class ServiceSection(Section):
    """A form for a team lead, a list to read for everybody else."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model, say("settings_page.service.title"), say("settings_page.service.sentence")
        )
        self.form = ServiceForm(model)
        self.shown = Card(say("settings_page.service.title"), heading=True)
        self.answers = SummaryList(changeable=False)
        self.shown.down.addWidget(self.answers)
        self.shown.down.addWidget(label(say("settings_page.service.read_only"), "body", "muted"))
        self.down.addLayout(at_widest(self.form))
        self.down.addWidget(self.shown)
        self.down.addStretch(1)

    def begin(self) -> None:
        """Show what is kept."""
        self.refresh()

    def refresh(self) -> None:
        """Show the service again; what is typed stays."""
        may = self.model.may(Action.MANAGE_PEOPLE)
        service = self.model.service
        self.form.setVisible(may)
        self.shown.setVisible(not may)
        if may:
            self.form.show_service(service)
            return
        not_set = say("settings_page.service.not_set")
        rows = (
            ("name", "name", service.name),
            ("address", "address", service.address),
            ("telephone", "telephone", service.telephone),
            ("risk_procedure", "risk", service.risk_procedure),
            ("lock", "lock", say("settings_page.minutes", count=service.lock_minutes)),
        )
        self.answers.show_answers(
            [
                (key, say(f"settings_page.service.{word}"), text or not_set)
                for key, word, text in rows
            ]
        )

    def leave(self) -> None:
        """What is half typed is kept."""
        self.form.settle()

    def saves(self) -> bool:
        """The form is in sight."""
        return self.form.isVisible()

    def save(self) -> None:
        """Save the form."""
        self.form.submit()
