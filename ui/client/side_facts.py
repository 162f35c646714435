"""The facts beside the timeline: how to reach the client, the goal, consent, money."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseload.clients.consent import Standing
from caseload.words import say
from ui.client.view_model import ClientViewModel
from ui.privacy import names
from ui.widgets.cards import FactGrid

STANDING_KINDS = {
    Standing.GIVEN: "positive",
    Standing.AGREED_WORDS: "info",
    Standing.ASK_AGAIN: "warning",
    Standing.NOT_GIVEN: "neutral",
    Standing.WITHDRAWN: "warning",
}
"""The mark of each standing of a consent; its word stands beside it."""


def client_facts(model: ClientViewModel) -> list[tuple[str, str | list[str] | QWidget]]:
    """Heading and fact, in their order."""
    profile = model.header.profile
    goal = model.text(profile.goal) if profile is not None else ""
    money = model.text(profile.money) if profile is not None else ""
    return [
        (say("client_page.reach", name=model.first_name()), reach(model)),
        (say("client_page.goal"), goal or say("client_page.no_goal")),
        (say("client_page.consent"), FactGrid(_consents(model))),
        (say("client_page.money"), money or say("client_page.no_money")),
    ]


def reach(model: ClientViewModel) -> list[str]:
    """Sentences on how the client may be reached; a safety line outweighs what was ticked."""
    client, lines = model.client, model.header.safety
    found = [model.text(line.words) for line in lines if line.kind == "safe_contact"]
    if client.telephone:
        shut = any(line.no_message for line in lines)
        text = "may_text" if client.may_text else "may_not_text"
        may_leave = client.may_leave_message and not shut
        message = "may_leave_message" if may_leave else "may_not_leave_message"
        number = names().telephone(client.telephone)
        found.append(
            " ".join((f"{number}.", say(f"client_page.{text}"), say(f"client_page.{message}")))
        )
    else:
        found.append(say("client_page.no_telephone"))
    if any(line.no_post for line in lines):
        found.append(say("client_page.no_post"))
    return found


def _consents(model: ClientViewModel) -> list[tuple[str, str | tuple[str, str]]]:
    rows: list[tuple[str, str | tuple[str, str]]] = []
    for line in model.header.consents:
        kind = STANDING_KINDS[line.standing]
        word = say(f"client_page.standing.{line.standing}")
        rows.append((say(f"client_page.short_purpose.{line.purpose}"), (kind, word)))
        if line.words and line.standing is not Standing.NOT_GIVEN:
            rows.append(("", say("client_page.quoted", words=model.text(line.words))))
    return rows
