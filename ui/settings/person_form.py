"""A colleague's role, telephone, hours and cap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from caseload.errors import CaseloadError
from caseload.people.person import Person, Role
from caseload.services.people import TeamMember
from caseload.values.dates import long_date
from caseload.words import say
from ui.attempt import problems_of
from ui.settings.cap_wanted import CapWanted, hours_of, most_at, share_of
from ui.settings.view_model import SettingsModel
from ui.widgets.choices import Choice
from ui.widgets.date_field import DateField
from ui.widgets.inputs import NumberInput, TextInput
from ui.widgets.kept_form import KeptForm, Problems
from ui.widgets.text import label

ROLES = (Role.SPECIALIST, Role.LEAD, Role.ADMINISTRATOR)


def role_choice() -> Choice:
    """The three roles."""
    return Choice([(str(role), say(f"settings_page.role.{role}")) for role in ROLES])


class PersonForm(KeptForm):
    """``show_member(member)``; it is always in sight, and Save keeps what was changed."""

    def __init__(self, model: SettingsModel) -> None:
        super().__init__(
            model.drafts,
            "settings.person",
            " ",
            say("settings_page.save_changes"),
            stays=True,
        )
        self._model = model
        self._member: TeamMember | None = None
        self.holds = label("", "body", "muted")
        self.down.insertWidget(1, self.holds)

        def name(field: str) -> str:
            return say(f"settings_page.person.{field}")

        self.hours = NumberInput(width=96, dense=False)
        self.cap = NumberInput(width=96, dense=False)
        self.row(
            self.field("role", name("role"), role_choice()),
            self.field("telephone", name("telephone"), TextInput()),
        )
        self.row(
            self.field("share", name("share"), self.hours, hint=name("share_hint")),
            self.field("cap", name("cap"), self.cap),
            self.field(
                "starts", name("starts"), DateField(name("starts")), hint=name("starts_hint")
            ),
        )
        self.row(self.field("reason", name("reason"), TextInput(), hint=name("reason_hint")))
        self.foot()
        self.hours.textChanged.connect(lambda _text: self._say_most())
        self.submitted.connect(self._save)
        self.left.connect(lambda: self.show_member(self._member))

    def show_member(self, member: TeamMember | None) -> None:
        """Show a colleague; the same one keeps what is being typed."""
        if member is None:
            return
        same = self._member is not None and self._member.person.id == member.person.id
        self._member = member
        self.set_title(member.person.name)
        self.setAccessibleName(member.person.name)
        self.holds.setText(self._holds(member))
        if same and self.subject == member.person.id and self.has_changes():
            self.rebase(self._answers(member))
        else:
            self.begin(self._answers(member), member.person.id)
        self._say_most()

    def _answers(self, member: TeamMember) -> dict[str, Any]:
        cap, day = member.cap, self._model.today
        return {
            "role": str(member.person.role),
            "telephone": member.person.telephone,
            "share": hours_of(cap.share) if cap else "1",
            "cap": str(cap.cap) if cap else "0",
            "starts": [str(day.day), str(day.month), str(day.year)],
            "reason": cap.reason if cap else "",
        }

    def _holds(self, member: TeamMember) -> str:
        count = member.count
        said = [say("settings_page.person.holds", held=count.held, cap=count.cap)]
        said += [
            say("settings_page.person.coming", day=long_date(cap.starts), cap=cap.cap)
            for cap in member.coming
        ]
        return " ".join(said)

    def _say_most(self) -> None:
        try:
            hours = self.hours.value()
        except ValueError:
            hours = None
        share = share_of(hours) if hours is not None else 0
        hint = ""
        if 1 <= share <= 100:
            key = "cap_hint_full" if share == 100 else "cap_hint"
            most, part = most_at(share), hours_of(share)
            hint = say(f"settings_page.person.{key}", most=most, share=part)
        self.fields["cap"].set_hint(hint)

    # ---- saving

    def _save(self) -> None:
        member = self._member
        if member is None:
            return
        problems: Problems = {}
        wanted = self._cap_wanted(problems)
        if problems or wanted is None:
            self.refuse(problems)
            return
        person: Person = replace(
            member.person, role=Role(self.text("role")), telephone=self.text("telephone")
        )
        self.busy()
        cap = wanted if wanted.changes(member.cap) else None
        self._model.save_person(person, cap, self.saved, self._refused)

    def _cap_wanted(self, problems: Problems) -> CapWanted | None:
        hours = self.number("share", problems, say("people.share_range"))
        share = share_of(hours) if hours is not None else 0
        if hours is not None and not 1 <= share <= 100:
            problems["share"] = say("people.share_range")
        cap = self.number("cap", problems, say("settings_page.person.needs_cap"))
        if cap is not None and (cap < 0 or cap != int(cap)):
            problems["cap"] = say("settings_page.person.whole_cap")
        starts = self.day("starts", problems)
        if problems or cap is None or starts is None:
            return None
        return CapWanted(starts, share, int(cap), self.text("reason"))

    def _refused(self, why: CaseloadError) -> None:
        problems = problems_of(why)
        if "" in problems and self._member is not None:
            sentence = self._model.without_names(problems.pop(""), self._member.person.id)
            problems["cap"] = sentence
        self.refuse(problems)
