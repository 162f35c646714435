"""What a referral form holds, as plain values: kept as a draft, given back, read for saving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind
from caseload.values.dates import read_date
from caseload.values.problems import DateProblem
from caseload.values.record import new_id
from caseload.words import say

ASKED = ("service", "clinical_team", "gp", "employer", "dwp")
"""The consents that often come with a referral. What may be said of a condition is agreed later,
word for word.
"""

GIVEN, NOT_GIVEN, NOT_ASKED = "given", "not_given", "not_asked"

OFTEN = ("A1", "N4", "P1", "B1", "M5", "G4")
"""The sources that most referrals to such a service come from; they stand first in the list."""


@dataclass(frozen=True)
class ReferralAnswers:
    """One form; days as typed, so that nothing is lost."""

    given_name: str = ""
    family_name: str = ""
    known_as: str = ""
    born_on: str = ""
    nhs_number: str = ""
    gender: str = "X"
    ethnicity: str = "99"
    telephone: str = ""
    may_text: bool = False
    may_leave_message: bool = False
    address: str = ""
    postcode: str = ""
    address_safe: bool = False
    received_on: str = ""
    source: str = ""
    referrer: str = ""
    pathway: str = "finding_work"
    gp_surgery: str = ""
    clinical_team: str = ""
    condition_group: str = "not_stated"
    safety_kind: str = SafetyKind.RISK.value
    safety: str = ""
    no_message: bool = False
    no_post: bool = False
    consents: Mapping[str, str] = field(default_factory=dict)
    consent_how: str = ""

    def as_draft(self) -> dict[str, Any]:
        """For the store."""
        return {**asdict(self), "consents": dict(self.consents)}

    @classmethod
    def from_draft(cls, kept: Mapping[str, Any]) -> ReferralAnswers:
        """A draft read back; a field of another version is left out."""
        known = {one.name for one in fields(cls)}
        return cls(**{name: value for name, value in kept.items() if name in known})

    def day(self, name: str) -> date | None:
        """The day typed in a field; None where there is none to read."""
        try:
            return read_date(getattr(self, name))
        except DateProblem:
            return None

    def answered(self) -> dict[str, bool]:
        """The consents that were asked, and whether they were given."""
        return {
            purpose: answer == GIVEN
            for purpose, answer in self.consents.items()
            if answer in (GIVEN, NOT_GIVEN)
        }

    def problems(self) -> dict[str, str]:
        """What cannot be read or is missing, in sentences by field."""
        found: dict[str, str] = {}
        if self.born_on.strip():
            _check(found, "born_on", self.born_on)
        if not self.received_on.strip():
            found["received_on"] = say("referral_page.missing.received_on")
        else:
            _check(found, "received_on", self.received_on)
        if not self.source:
            found["source"] = say("referral_page.missing.source")
        if self.answered() and not self.consent_how:
            found["consent_how"] = say("referral_page.missing.consent_how")
        return found

    def client(self) -> Client:
        """The client as typed, not yet kept."""
        return Client(
            id=new_id(),
            given_name=self.given_name.strip(),
            family_name=self.family_name.strip(),
            known_as=self.known_as.strip(),
            born_on=self.day("born_on"),
            nhs_number=self.nhs_number.strip() or None,
            gender=self.gender,
            ethnicity=self.ethnicity,
            address=self.address.strip(),
            postcode=self.postcode.strip(),
            address_safe=self.address_safe,
            telephone=self.telephone.strip(),
            may_text=self.may_text,
            may_leave_message=self.may_leave_message,
            gp_surgery=self.gp_surgery.strip(),
            clinical_team=self.clinical_team.strip(),
            condition_group=self.condition_group,
        )


def _check(found: dict[str, str], name: str, typed: str) -> None:
    try:
        read_date(typed)
    except DateProblem as problem:
        which = say(f"referral_page.field.{name}")
        found[name] = say("referral_page.of_field", field=which, sentence=problem.sentence)
