"""The boxes of the referral form: made once, filled from answers, read back as answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox

from caseload.clients.safety import SafetyKind
from caseload.referrals import Pathway
from caseload.values.code_lists import codes
from caseload.words import say
from ui.referrals.answers import (
    ASKED,
    GIVEN,
    NOT_ASKED,
    NOT_GIVEN,
    OFTEN,
    ReferralAnswers,
)
from ui.widgets.choices import Choice, tick_box
from ui.widgets.inputs import TextInput
from ui.widgets.segments import Segments
from ui.widgets.typed_date import TypedDate

TEXTS = (
    "given_name",
    "family_name",
    "known_as",
    "nhs_number",
    "telephone",
    "address",
    "postcode",
    "referrer",
    "gp_surgery",
    "clinical_team",
    "safety",
)
TICKS = ("may_text", "may_leave_message", "address_safe", "no_message", "no_post")
DAYS = ("born_on", "received_on")
_NARROW = {"nhs_number": 150, "postcode": 110, "telephone": 170}


class ReferralInputs:
    """Every box by the name of its answer."""

    def __init__(self) -> None:
        self.texts = {name: TextInput(width=_NARROW.get(name)) for name in TEXTS}
        self.ticks: dict[str, QCheckBox] = {name: tick_box(words(name)) for name in TICKS}
        self.days = {name: TypedDate(words(name)) for name in DAYS}
        self.choices = {
            "gender": _choice(codes("gender_identity")),
            "ethnicity": _choice(codes("ethnic_category")),
            "source": _choice(_sources(), empty=say("referral_page.choose")),
            "condition_group": _choice(codes("diagnosis_group")),
            "safety_kind": _choice(
                {kind.value: say(f"safety_lines.{kind}") for kind in SafetyKind}
            ),
            "consent_how": _choice(
                {how: how for how in (say(f"referral_page.how.{key}") for key in _HOWS)},
                empty=say("referral_page.choose"),
            ),
        }
        self.pathway = Segments(
            words("pathway"),
            [(way.value, say(f"referral_page.pathway.{way}"), "") for way in Pathway],
        )
        self.consents = {
            purpose: Segments(
                say(f"referral_page.purpose.{purpose}"),
                [
                    (answer, say(f"referral_page.answer.{answer}"), "")
                    for answer in (NOT_ASKED, GIVEN, NOT_GIVEN)
                ],
                small=True,
            )
            for purpose in ASKED
        }

    def fill(self, answers: ReferralAnswers) -> None:
        """Show these answers."""
        for name, box in self.texts.items():
            box.setText(getattr(answers, name))
        for name, tick in self.ticks.items():
            tick.setChecked(getattr(answers, name))
        for name, day in self.days.items():
            day.show_typed(getattr(answers, name))
        for name, choice in self.choices.items():
            choice.set_value(getattr(answers, name) or None)
        self.pathway.set_value(answers.pathway)
        for purpose, row in self.consents.items():
            row.set_value(answers.consents.get(purpose, NOT_ASKED))

    def answers(self) -> ReferralAnswers:
        """Everything as it stands in the form now."""
        kept: dict[str, Any] = {
            **{name: box.text() for name, box in self.texts.items()},
            **{name: tick.isChecked() for name, tick in self.ticks.items()},
            **{name: day.typed() for name, day in self.days.items()},
            **{name: str(choice.value() or "") for name, choice in self.choices.items()},
            "pathway": str(self.pathway.value() or Pathway.FINDING_WORK.value),
            "consents": {purpose: str(row.value()) for purpose, row in self.consents.items()},
        }
        return ReferralAnswers.from_draft(kept)


_HOWS = ("paper", "in_person", "telephone")


def words(name: str) -> str:
    """The label of a field."""
    return say(f"referral_page.field.{name}")


def _sources() -> dict[str, str]:
    """The usual sources first, then all others in the order of the list."""
    known = codes("source_of_referral")
    return {code: known[code] for code in (*OFTEN, *(c for c in known if c not in OFTEN))}


def _choice(options: Mapping[str, str], *, empty: str | None = None) -> Choice:
    made = Choice(options.items(), empty=empty)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made
