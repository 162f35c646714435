"""A client: a person with a health condition or disability who wants to work or keep a job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseload.values.dates import age_on
from caseload.values.names import fold
from caseload.values.record import Record


@dataclass(frozen=True, kw_only=True)
class Client(Record):
    """The person. Codes are from the NHS lists; '99', 'X' and 'Z' keep 'not known' apart from
    'not stated'.

    ``address_safe``: a letter may be posted there. ``may_text`` and ``may_leave_message``: what the
    client said about the telephone number.
    """

    given_name: str
    family_name: str = ""
    known_as: str = ""
    born_on: date | None = None
    nhs_number: str | None = None
    gender: str = "X"
    ethnicity: str = "99"
    address: str = ""
    postcode: str = ""
    address_safe: bool = False
    telephone: str = ""
    may_text: bool = False
    may_leave_message: bool = False
    email: str = ""
    gp_surgery: str = ""
    clinical_team: str = ""
    condition_group: str = "not_stated"
    search_fold: str = ""

    @property
    def name(self) -> str:
        """The name as lists and letters show it."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def first_name(self) -> str:
        """How the client is addressed."""
        return self.known_as or self.given_name

    def age_on(self, day: date) -> int | None:
        """Age in whole years on ``day``; None while the date of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)


def search_text(client: Client) -> str:
    """What a search looks in: folded names, the NHS number and the date of birth, both ways."""
    born = client.born_on
    dates = f"{born:%d/%m/%Y} {born:%d%m%Y} {born.isoformat()}" if born else ""
    names = fold(f"{client.given_name} {client.family_name} {client.known_as}")
    return " ".join(part for part in (names, client.nhs_number or "", dates) if part)
