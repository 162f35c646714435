"""Adding an employer, or changing one; a name like one on record is said before it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from caseload.employers import Employer
from caseload.errors import CaseloadError
from caseload.values.code_lists import codes, industry_sections
from caseload.words import say
from ui.attempt import problems_of
from ui.employers.matches import Matches
from ui.employers.phrases import NOT_KNOWN
from ui.employers.view_model import EmployersModel
from ui.widgets.choices import Choice
from ui.widgets.inputs import TextInput
from ui.widgets.kept_form import KeptForm
from ui.widgets.notes_edit import NotesEdit

_PLAIN = ("name", "postcode", "telephone", "known_person", "known_person_role")
_FIELDS = (*_PLAIN, "sector", "disability_confident", "address", "notes")


class EmployerForm(KeptForm):
    """``begin_employer(None)`` adds, with an employer changes; ``known`` asks for one on record."""

    known = Signal(str)

    def __init__(self, model: EmployersModel, *, adding: bool) -> None:
        kind = "add" if adding else "change"
        super().__init__(
            model.drafts,
            f"employers.{kind}_employer",
            say(f"employers_page.employer.{kind}"),
            say("employers_page.employer.save"),
        )
        self._model = model
        self._employer: Employer | None = None
        self._build()
        self.submitted.connect(self._save)
        self.name.textChanged.connect(self._warn)
        self.match.chosen.connect(self._open_known)

    def _build(self) -> None:
        def name(field: str) -> str:
            return say(f"employers_page.employer.{field}")

        self.name = TextInput()
        self.match = Matches()
        self.row(self.field("name", name("name"), self.name))
        self.down.addWidget(self.match)
        sector = Choice(industry_sections().items(), empty=name("no_sector"))
        sector.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        sector.setMinimumContentsLength(24)
        self.row(
            self.field("sector", name("sector"), sector),
            self.field(
                "disability_confident",
                name("disability_confident"),
                Choice(codes("disability_confident").items()),
            ),
        )
        self.row(
            self.field("known_person", name("known_person"), TextInput()),
            self.field("known_person_role", name("known_person_role"), TextInput()),
        )
        self.row(
            self.field("telephone", name("telephone"), TextInput(width=200)),
            self.field("postcode", name("postcode"), TextInput(width=120)),
        )
        self.row(self.field("address", name("address"), NotesEdit(lines=2)))
        self.row(self.field("notes", name("notes"), NotesEdit(lines=3), hint=name("notes_hint")))
        self.foot()

    def begin_employer(self, employer: Employer | None) -> None:
        """Start empty, or with what is on record."""
        self._employer = employer
        self.begin(_answers(employer or Employer(name="")), employer.id if employer else "")
        self._warn(self.name.text())

    # ---- look-alikes

    def _warn(self, typed: str) -> None:
        own = self._employer.id if self._employer else ""
        alike = [e for e in self._model.look_alikes(typed) if e.id != own]
        words = say("employers_page.employer.alike") if alike else ""
        self.match.show_matches("warning", words, alike)

    def _open_known(self, employer: object) -> None:
        if isinstance(employer, Employer):
            self.known.emit(employer.id)

    # ---- saving

    def _save(self) -> None:
        answers: dict[str, Any] = {field: self.text(field) for field in _FIELDS}
        self.busy()
        before = self._employer or Employer(name="")
        self._model.save(replace(before, **answers), self.saved, self._refused)

    def _refused(self, why: CaseloadError) -> None:
        self.refuse(problems_of(why))
        if self._employer is None:
            return
        self._model.load()
        card = self._model.card
        if card is not None and card.employer.version != self._employer.version:
            self._employer = card.employer
            self.rebase(_answers(card.employer))


def _answers(employer: Employer) -> dict[str, Any]:
    answers: dict[str, Any] = {field: getattr(employer, field) for field in _FIELDS}
    answers["sector"] = employer.sector or None
    answers["disability_confident"] = employer.disability_confident or NOT_KNOWN
    return answers
