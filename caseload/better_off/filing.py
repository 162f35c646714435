"""A calculation as JSON and back, so that an old letter can be made again in three years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from caseload.better_off.answer import BetterOff, Explanation
from caseload.better_off.household import Household, Job, Offer
from caseload.better_off.twelve_months import TwelveMonths

FORM = 1
"""The form of the JSON; a later one reads the earlier ones."""
ENGINE = "2"
"""The rules that made an answer; it goes up when the same inputs would give another answer."""

Record = TypeVar("Record")


def to_json(result: BetterOff) -> dict[str, Any]:
    """Inputs, rates year and the full result, with every sentence as it was said."""
    return {"form": FORM, "engine": ENGINE, "result": _plain(result)}


def from_json(document: Mapping[str, Any]) -> BetterOff:
    """What ``to_json`` gave. Raises ValueError where the document is of another form."""
    if document.get("form") != FORM:
        raise ValueError("this calculation is filed in a form that is not known here")
    return _record(BetterOff, document["result"])


def household_to_json(household: Household, offers: Sequence[Offer] = ()) -> dict[str, Any]:
    """The inputs alone, for a draft or the next calculation."""
    return {
        "form": FORM,
        "household": _plain(household),
        "offers": [_plain(offer) for offer in offers],
    }


def household_from_json(document: Mapping[str, Any]) -> tuple[Household, tuple[Offer, ...]]:
    """What ``household_to_json`` gave. Raises ValueError where it is of another form."""
    if document.get("form") != FORM:
        raise ValueError("these inputs are filed in a form that is not known here")
    offers = tuple(_record(Offer, offer) for offer in document["offers"])
    return _record(Household, document["household"]), offers


def explanation_to_json(explanation: Explanation) -> dict[str, Any]:
    """An explanation as it was shown."""
    return {"form": FORM, "explanation": _plain(explanation)}


def explanation_from_json(document: Mapping[str, Any]) -> Explanation:
    """What ``explanation_to_json`` gave. Raises ValueError where it is of another form."""
    if document.get("form") != FORM:
        raise ValueError("this explanation is filed in a form that is not known here")
    return _record(Explanation, document["explanation"])


def months_to_json(months: TwelveMonths) -> dict[str, Any]:
    """A job by month, with every sentence as it was said."""
    return {"form": FORM, "engine": ENGINE, "months": _plain(months)}


def months_from_json(document: Mapping[str, Any]) -> TwelveMonths:
    """What ``months_to_json`` gave. Raises ValueError where it is of another form."""
    if document.get("form") != FORM:
        raise ValueError("these months are filed in a form that is not known here")
    return _record(TwelveMonths, document["months"])


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal | date):
        return str(value)
    return value.value if isinstance(value, Enum) else value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _record(kind: type[Record], data: Mapping[str, Any]) -> Record:
    return cast("Record", _made(kind, data))


def _made(kind: Any, data: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], entry) for name, entry in data.items()})


def _value(kind: Any, entry: Any) -> Any:
    if get_origin(kind) is UnionType:
        if entry is None:
            return None
        (kind,) = (each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is tuple:
        return tuple(_value(get_args(kind)[0], each) for each in entry)
    if kind is Job and "employer" in entry:
        kind = Offer
    if is_dataclass(kind):
        return _made(kind, entry)
    if kind is date:
        return date.fromisoformat(entry)
    if kind is Decimal or issubclass(kind, Enum):
        return kind(entry)
    return entry
