"""One table: which role may do what. The services ask it before every verb.

Roles guard against mistakes and curiosity inside the application; they do not hold against someone
who has a key slot and writes code of their own.
"""

from __future__ import annotations

from enum import StrEnum

from caseload.people.person import Role


class Action(StrEnum):
    """Everything a person can ask the application to do, by the room it happens in."""

    READ_CLIENT = "clients.read"
    WRITE_CLIENT = "clients.write"
    READ_NOTES = "contacts.read"
    WRITE_NOTES = "contacts.write"
    WRITE_PROFILE = "vocational_profiles.write"
    ENTER_REFERRAL = "referrals.enter"
    ALLOCATE = "allocation.allocate"
    TRANSFER = "allocation.transfer"
    SET_CAP = "allocation.set_cap"
    WRITE_APPOINTMENT = "appointments.write"
    READ_EMPLOYERS = "employers.read"
    WRITE_EMPLOYERS = "employers.write"
    WRITE_JOB = "jobs.write"
    BETTER_OFF = "better_off.work_out"
    PRINT_LETTER = "letters.print"
    MAKE_RETURN = "returns.make"
    APPROVE_RETURN = "returns.approve"
    READ_TEAM = "people.read_team"
    MANAGE_PEOPLE = "people.manage"
    IMPORT = "imports.run"
    EXPORT = "data_rights.export"
    ERASE = "data_rights.erase"
    BACK_UP = "store.back_up"
    UNDO = "history.undo"


class Reach(StrEnum):
    """How far an allowed action goes."""

    OWN = "own clients"
    TEAM = "everyone's clients"


_OWN, _TEAM = Reach.OWN, Reach.TEAM

TABLE: dict[Role, dict[Action, Reach]] = {
    Role.SPECIALIST: {
        Action.READ_CLIENT: _OWN,
        Action.WRITE_CLIENT: _OWN,
        Action.READ_NOTES: _OWN,
        Action.WRITE_NOTES: _OWN,
        Action.WRITE_PROFILE: _OWN,
        Action.ENTER_REFERRAL: _TEAM,
        Action.ALLOCATE: _OWN,
        Action.TRANSFER: _OWN,
        Action.WRITE_APPOINTMENT: _OWN,
        Action.READ_EMPLOYERS: _TEAM,
        Action.WRITE_EMPLOYERS: _TEAM,
        Action.WRITE_JOB: _OWN,
        Action.BETTER_OFF: _OWN,
        Action.PRINT_LETTER: _OWN,
        Action.BACK_UP: _TEAM,
        Action.UNDO: _OWN,
    },
    Role.ADMINISTRATOR: {
        Action.READ_CLIENT: _TEAM,
        Action.WRITE_CLIENT: _TEAM,
        Action.ENTER_REFERRAL: _TEAM,
        Action.WRITE_APPOINTMENT: _TEAM,
        Action.READ_EMPLOYERS: _TEAM,
        Action.BETTER_OFF: _TEAM,
        Action.PRINT_LETTER: _TEAM,
        Action.MAKE_RETURN: _TEAM,
        Action.IMPORT: _TEAM,
        Action.BACK_UP: _TEAM,
        Action.UNDO: _OWN,
    },
    Role.LEAD: {
        Action.READ_CLIENT: _TEAM,
        Action.READ_NOTES: _TEAM,
        Action.ENTER_REFERRAL: _TEAM,
        Action.ALLOCATE: _TEAM,
        Action.TRANSFER: _TEAM,
        Action.SET_CAP: _TEAM,
        Action.READ_EMPLOYERS: _TEAM,
        Action.WRITE_EMPLOYERS: _TEAM,
        Action.MAKE_RETURN: _TEAM,
        Action.APPROVE_RETURN: _TEAM,
        Action.READ_TEAM: _TEAM,
        Action.MANAGE_PEOPLE: _TEAM,
        Action.IMPORT: _TEAM,
        Action.EXPORT: _TEAM,
        Action.ERASE: _TEAM,
        Action.BACK_UP: _TEAM,
        Action.UNDO: _OWN,
    },
}


def reach(role: Role, action: Action, *, alone: bool) -> Reach | None:
    """How far ``role`` may carry ``action``: own clients, everyone's, or not at all (None).

    ``alone``: in a store of one person that person holds every role.
    """
    if alone:
        return Reach.TEAM
    return TABLE[role].get(action)
