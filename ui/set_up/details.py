"""Step one of setting up: the team, you, and where the store is kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseload.words import say
from ui.widgets.buttons import Button
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.fields import Field
from ui.widgets.inputs import NumberInput, TextInput
from ui.widgets.segments import Segments


@dataclass(frozen=True, slots=True)
class Details:
    """What is asked; ``alone`` is True when one person opens the store, ``share`` 0.1 to 1."""

    team: str
    person: str
    alone: bool
    share: Decimal
    folder: str


class DetailsStep(QWidget):
    """``taken()`` gives the details, or None with the problems shown."""

    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.team = TextInput()
        self.person = TextInput()
        self.role = Segments(
            say("set_up.details.role"),
            [
                ("alone", say("set_up.details.alone"), ""),
                ("lead", say("set_up.details.lead"), ""),
            ],
        )
        self.role.set_value("alone")
        self.share = NumberInput(1, width=72, dense=False)
        self.folder = TextInput()
        self.folder.setReadOnly(True)
        self.choose = Button(say("set_up.details.choose_folder"))
        self.choose.clicked.connect(self.folder_asked)
        fields = {
            "team": (self.team, "team_hint"),
            "person": (self.person, "person_hint"),
            "role": (self.role, ""),
            "share": (self.share, "share_hint"),
            "folder": (self.folder, "folder_hint"),
        }
        self.fields = {
            name: Field(
                say(f"set_up.details.{name}"),
                box,
                hint=say(f"set_up.details.{hint}") if hint else "",
            )
            for name, (box, hint) in fields.items()
        }
        self.problems = ErrorSummary(self.fields)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(14)
        down.addWidget(self.problems)
        for field in self.fields.values():
            down.addWidget(field)
        down.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.team)

    def show_folder(self, folder: str) -> None:
        """The folder chosen."""
        self.folder.setText(folder)

    def taken(self) -> Details | None:
        """The details; None when something is missing."""
        problems: dict[str, str] = {}
        for name in ("team", "person", "folder"):
            box = getattr(self, name)
            if not box.text().strip():
                problems[name] = say(f"set_up.details.missing_{name}")
        share = self._share()
        if share is None:
            problems["share"] = say("set_up.details.wrong_share")
        self.problems.show_problems(problems)
        if problems or share is None:
            return None
        return Details(
            team=self.team.text().strip(),
            person=self.person.text().strip(),
            alone=self.role.value() == "alone",
            share=share,
            folder=self.folder.text(),
        )

    def _share(self) -> Decimal | None:
        try:
            share = self.share.value()
        except ValueError:
            return None
        if share is None or not Decimal("0.1") <= share <= 1:
            return None
        return share
