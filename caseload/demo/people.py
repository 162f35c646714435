"""Invented people: names of every origin, ages of working life, and how each is reached."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from caseload.clients.client import Client
from caseload.demo.chance import Chance
from caseload.demo.made_up import made_up
from caseload.values.names import fold

NOT_KNOWN = "99"
NOT_STATED = "Z"

AGES = (((17, 19), 5), ((20, 24), 13), ((25, 34), 26), ((35, 44), 22), ((45, 54), 20),
        ((55, 64), 12), ((65, 68), 2))  # fmt: skip
GENDERS = (("1", 45.0), ("2", 49.0), ("3", 3.0), ("Z", 1.5), ("X", 1.5))
PRONOUNS = {"1": ("he", "his", "him", "himself"), "2": ("she", "her", "her", "herself")}
EITHER = ("they", "their", "them", "themself")


@dataclass(frozen=True)
class Somebody:
    """A made-up client with what their story is told with."""

    client: Client
    languages: str

    @property
    def words(self) -> dict[str, str]:
        """Name and pronouns for notes; they come from the gender that the person stated."""
        she, her, them, herself = PRONOUNS.get(self.client.gender, EITHER)
        return {
            "first": self.client.first_name,
            "She": she.capitalize(),
            "she": she,
            "her": her,
            "them": them,
            "herself": herself,
        }


class MadeUpPeople:
    """Makes people one after another, no two of one name or NHS number."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._names: set[str] = set()
        self._used: Counter[str] = Counter()
        self._numbers: set[str] = set()
        self._unusual = [dict(entry) for entry in made_up("names")["unusual"]]
        self._made = 0

    def somebody(self, *, referred: date, from_surgery: bool) -> Somebody:
        """The next person, of working age when ``referred``; ``from_surgery`` chooses among the
        conditions that a GP refers with.
        """
        chance = self._chance.of(self._made)
        self._made += 1
        gender = chance.pick_weighted(GENDERS)
        person = self._named(chance, gender)
        places = made_up("places")
        district = chance.pick(places["districts"])
        has_address = chance.yes(0.9)
        mobile = chance.yes(0.8)
        conditions = made_up("life")["conditions"]["gp" if from_surgery else "team"]
        return Somebody(
            Client(
                given_name=person["given"],
                family_name=person["family"],
                known_as=person.get("known_as", ""),
                gender=person.get("gender", gender),
                ethnicity=self._ethnicity(chance, person),
                born_on=None if chance.yes(0.02) else _born(chance, referred),
                nhs_number=self._nhs_number(chance) if chance.yes(0.85) else None,
                address=_address(chance, places["streets"]) if has_address else "",
                postcode=f"{district} {chance.between(1, 9)}ZZ" if has_address else "",
                address_safe=has_address and chance.yes(0.75),
                telephone=_telephone(chance, mobile=mobile) if chance.yes(0.95) else "",
                may_text=mobile and chance.yes(0.8),
                may_leave_message=chance.yes(0.5),
                email=_email(person) if chance.yes(0.4) else "",
                condition_group=chance.pick(conditions),
            ),
            languages=_languages(chance, person.get("languages", [])),
        )

    def _named(self, chance: Chance, gender: str) -> dict[str, Any]:
        # Unusual names are spread over the first caseloads, so that somebody meets each of them.
        if self._unusual and self._made % 9 == 5:
            taken: dict[str, Any] = self._unusual.pop(0)
            self._names.add(_key(taken["given"], taken["family"]))
            return taken
        origins = [(entry, float(entry["weight"])) for entry in made_up("names")["origin"]]
        while True:
            origin = chance.pick_weighted(origins)
            woman = chance.yes(0.5) if gender not in PRONOUNS else gender == "2"
            given = self._rarest(chance, origin["women" if woman else "men"])
            family = self._rarest(chance, origin["families"])
            if _key(given, family) not in self._names:
                self._names.add(_key(given, family))
                self._used.update((given, family))
                return {"given": given, "family": family, **origin}

    def _rarest(self, chance: Chance, names: list[str]) -> str:
        """A name that has been used no oftener than the others."""
        least = min(self._used[name] for name in names)
        return chance.pick([name for name in names if self._used[name] == least])

    def _ethnicity(self, chance: Chance, person: dict[str, Any]) -> str:
        if chance.yes(0.05):
            return chance.pick((NOT_STATED, NOT_KNOWN))
        codes = person["ethnicity"]
        return codes if isinstance(codes, str) else chance.pick(codes)

    def _nhs_number(self, chance: Chance) -> str:
        """A number of the range kept for tests (999), with its right check digit."""
        while True:
            digits = f"999{chance.between(0, 999_999):06}"
            total = sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True))
            check = (11 - total % 11) % 11
            if check < 10 and digits not in self._numbers:
                self._numbers.add(digits)
                return f"{digits}{check}"


def _born(chance: Chance, referred: date) -> date:
    least, most = chance.pick_weighted(AGES)
    days = chance.between(least * 365 + least // 4 + 40, most * 365 + most // 4)
    return referred - timedelta(days=days)


def _key(given: str, family: str) -> str:
    return fold(f"{given} {family}")


def _address(chance: Chance, streets: list[str]) -> str:
    street = f"{chance.between(2, 148)} {chance.pick(streets)}"
    flat = f"Flat {chance.between(1, 24)}, " if chance.yes(0.45) else ""
    return f"{flat}{street}\nLondon"


def _telephone(chance: Chance, *, mobile: bool) -> str:
    """A number that Ofcom keeps for drama, so that nobody can be rung by mistake."""
    if mobile:
        return f"07700 900{chance.between(0, 999):03}"
    return f"020 7946 0{chance.between(200, 999):03}"


def _email(person: dict[str, Any]) -> str:
    parts = fold(f"{person['given']} {person['family']}")
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "." for letter in parts)
    return f"{'.'.join(part for part in plain.split('.') if part)}@example.org"


def _languages(chance: Chance, known: list[str]) -> str:
    if not known:
        return "English"
    language = chance.pick(known)
    return chance.pick(
        (
            f"{language} and English",
            f"{language}, English well",
            f"{language}. English is still hard on the telephone",
        )
    )
