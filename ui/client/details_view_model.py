"""The client's own details as words, and saving them; safety lines added, reviewed and ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from caseload.clients.client import Client
from caseload.clients.safety import SafetyKind, SafetyLine
from caseload.people.roles import Action
from caseload.values.code_lists import codes, label
from caseload.values.identifiers import show_nhs_number
from caseload.words import say
from ui.client.view_model import ClientViewModel, Problems, parts_of
from ui.privacy import names

GROUPS: dict[str, tuple[str, ...]] = {
    "who": (
        "given_name",
        "family_name",
        "known_as",
        "born_on",
        "nhs_number",
        "gender",
        "ethnicity",
    ),
    "reach": ("telephone", "email", "address", "postcode"),
    "health": ("gp_surgery", "clinical_team", "condition_group"),
}
"""The details in their order."""

LISTS = {
    "gender": "gender_identity",
    "ethnicity": "ethnic_category",
    "condition_group": "diagnosis_group",
}
TICKS = ("may_text", "may_leave_message", "address_safe")
_WHO = ("given_name", "family_name", "known_as", "email")
WORDS = (
    "given_name",
    "family_name",
    "known_as",
    "telephone",
    "email",
    "address",
    "postcode",
    "gp_surgery",
    "clinical_team",
)


class DetailsViewModel:
    """Reads and saves the client in sight."""

    def __init__(self, model: ClientViewModel) -> None:
        self.model = model

    def may_write(self) -> bool:
        """Whether this person may change details."""
        return self.model.may(Action.WRITE_CLIENT)

    def shown(self, group: str) -> list[tuple[str, str, str]]:
        """Key, name and answer of a group; what is not known says so."""
        return [
            (
                name,
                say(f"client_details.field.{name}"),
                self._answer(name) or say("client_details.not_known"),
            )
            for name in GROUPS[group]
        ]

    def _answer(self, name: str) -> str:
        if name in LISTS:
            return label(LISTS[name], str(getattr(self.model.client, name)))
        if name in _WHO:
            own = str(getattr(self.model.client, name))
            return say("client_details.hidden") if names().hidden and own else own
        client, hide = self.model.client, names()
        match name:
            case "born_on":
                return hide.born(client.born_on)
            case "nhs_number":
                return hide.nhs_number(client.nhs_number or "")
            case "telephone":
                return self._telephone()
            case "address":
                return self._address()
            case "postcode":
                return hide.address(client.postcode)
        return str(getattr(client, name))

    def _telephone(self) -> str:
        client = self.model.client
        if not client.telephone:
            return ""
        text = "may_text" if client.may_text else "may_not_text"
        leave = "may_leave_message" if client.may_leave_message else "may_not_leave_message"
        number = names().telephone(client.telephone)
        return " ".join((f"{number}.", say(f"client_page.{text}"), say(f"client_page.{leave}")))

    def _address(self) -> str:
        client = self.model.client
        if not client.address:
            return ""
        safe = "safe" if client.address_safe else "not_safe"
        return f"{names().address(client.address)}\n{say(f'client_details.{safe}')}"

    # ---- writing

    def answers(self) -> dict[str, Any]:
        """Everything as the form's boxes hold it."""
        client = self.model.client
        values: dict[str, Any] = {name: getattr(client, name) for name in (*WORDS, *TICKS, *LISTS)}
        values["born_on"] = parts_of(client.born_on)
        number = client.nhs_number
        values["nhs_number"] = show_nhs_number(number) if number else ""
        return values

    def save(
        self,
        base: Client,
        values: Mapping[str, Any],
        born_on: date | None,
        done: Callable[[], None],
        refused: Callable[[Problems], None],
    ) -> None:
        """Save the details; ``base`` is the client as the form began."""
        told: dict[str, Any] = {name: str(values[name] or "").strip() for name in (*WORDS, *LISTS)}
        told |= {name: bool(values[name]) for name in TICKS}
        told["born_on"] = born_on
        told["nhs_number"] = str(values["nhs_number"]).strip() or None
        changed = replace(base, **told)
        services, model = self.model.services, self.model
        model.do(
            lambda: services.clients.save(client=changed, origin=model),
            lambda _kept: done(),
            refused,
            saying=say("client_details.was_saved"),
        )

    # ---- safety

    def add_safety(
        self,
        kind: str,
        words: str,
        *,
        no_message: bool,
        no_post: bool,
        done: Callable[[], None],
        refused: Callable[[Problems], None],
    ) -> None:
        """Put a line under the client's name."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.clients.add_safety_line(
                client_id=model.client_id,
                kind=SafetyKind(kind),
                words=words,
                no_message=no_message,
                no_post=no_post,
                origin=model,
            ),
            lambda _line: done(),
            refused,
            saying=say("client_details.safety_added"),
        )

    def reviewed(self, line: SafetyLine) -> None:
        """It was looked at today and holds."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.clients.review_safety_line(line=line, origin=model),
            saying=say("client_details.safety_reviewed"),
        )

    def ended(self, line: SafetyLine) -> None:
        """It no longer holds."""
        services, model = self.model.services, self.model
        model.do(
            lambda: services.clients.end_safety_line(line=line, origin=model),
            saying=say("client_details.safety_ended"),
        )


def options(name: str) -> list[tuple[object, str]]:
    """The codes to choose from for a listed detail."""
    return list(codes(LISTS[name]).items())
