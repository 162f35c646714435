"""Adding a colleague: name, role, hours; a code to enrol with comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from caseload.errors import CaseloadError
from caseload.people.person import Role
from caseload.words import say
from ui.attempt import problems_of
from ui.settings.cap_wanted import share_of
from ui.settings.person_form import role_choice
from ui.settings.view_model import SettingsModel
from ui.widgets.inputs import NumberInput, TextInput
from ui.widgets.kept_form import KeptForm, Problems
from ui.widgets.text import label

if TYPE_CHECKING:
    from caseload.app import EnrolmentCode


class AddPersonForm(KeptForm):
    """``begin_adding()``; ``added`` carries the code."""

    added = Signal(object)

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model.drafts,
            "settings.add_person",
            say("settings_page.people.add"),
            say("settings_page.add.save"),
        )
        self._model = model

        def name(field: str) -> str:
            return say(f"settings_page.person.{field}")

        self.down.addWidget(label(say("settings_page.add.sentence"), "body", "muted"))
        self.row(self.field("name", name("name"), TextInput()))
        self.row(
            self.field("role", name("role"), role_choice()),
            self.field("share", name("share"), NumberInput(width=96, dense=False)),
            self.field("telephone", name("telephone"), TextInput()),
        )
        self.foot()
        self.submitted.connect(self._save)

    def begin_adding(self) -> None:
        """Start empty, or with what was typed before."""
        self.begin({"name": "", "role": str(Role.SPECIALIST), "share": "1", "telephone": ""}, "")

    def _save(self) -> None:
        problems: Problems = {}
        if not self.text("name"):
            problems["name"] = say("people.needs_name")
        hours = self.number("share", problems, say("people.share_range"))
        share = share_of(hours) if hours is not None else 0
        if hours is not None and not 1 <= share <= 100:
            problems["share"] = say("people.share_range")
        if problems:
            self.refuse(problems)
            return
        self.busy()
        self._model.add(
            name=self.text("name"),
            role=Role(self.text("role")),
            share=share,
            telephone=self.text("telephone"),
            done=self._added,
            no=self._refused,
        )

    def _added(self, code: EnrolmentCode) -> None:
        self.saved()
        self.added.emit(code)

    def _refused(self, why: CaseloadError) -> None:
        self.refuse(problems_of(why))
