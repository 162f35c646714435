"""Making a return: counted, coarsened, protected, audited with every earlier one, or refused."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from caseload.errors import Refused
from caseload.returns.as_sent import (
    AsSent,
    FixedStep,
    Spot,
    TableName,
    as_sent,
    fixed_steps,
    steps_in_use,
)
from caseload.returns.audit import Examination, withheld_that_may_be_nought
from caseload.returns.breakdowns import DIMENSIONS, NOT_BROKEN_DOWN
from caseload.returns.contracts import Contract
from caseload.returns.counting import Counts
from caseload.returns.draft_tables import Draft
from caseload.returns.facts import PersonFacts
from caseload.returns.measures import SUBSETS, CountingRule
from caseload.returns.periods import Period
from caseload.returns.protection import Protector
from caseload.returns.published import hierarchies_for, published_document, rounded
from caseload.returns.reading import Place, Publication, Unreadable, read
from caseload.returns.register import EarlierReturn
from caseload.returns.tables import Audit, Candidates, Figure, MarkerKey, Return, Table
from caseload.returns.whole_numbers import OutOfTime
from caseload.values.dates import long_date
from caseload.words import say

TIME_LIMIT = 20.0
"""Seconds for one search for partners, and for the audit. Source: RULES R15."""


def make_return(
    contract: Contract,
    period: Period,
    facts: Iterable[PersonFacts],
    register: Sequence[EarlierReturn] = (),
    *,
    made_on: date,
    approved_by: str = "",
    approved_on: date | None = None,
    made_up: bool = False,
    seconds: float = TIME_LIMIT,
) -> Return:
    """The contract's return for a period that is over, safe to send; else raises Refused.

    ``facts`` has every client of the service; ``register`` every return that was sent for this
    contract, in the order sent; ``made_on`` is the day up to which things are known. A period
    that was sent before comes out as it was sent: corrections are counted in the year to date.
    ``made_up`` marks the return of a demonstration.
    """
    if made_on <= period.ends:
        day = long_date(period.ends + timedelta(days=1))
        raise Refused(say("returns.period.not_over", period=period.name, day=day))
    this_year = [e for e in register if e.financial_year == period.financial_year]
    sent = as_sent(this_year, period)
    fixed = fixed_steps(contract, this_year, period.financial_year)
    try:
        made = _made(
            _Given(contract, period, this_year, sent, fixed, made_on, seconds),
            Counts(facts, CountingRule(made_on, contract.allowed_gap)),
        )
    except Unreadable:
        names = ", ".join(e.period_id for e in this_year)
        raise Refused(say("returns.refused.earlier_unread", period=names)) from None
    return replace(made, approved_by=approved_by, approved_on=approved_on, made_up=made_up)


@dataclass(frozen=True)
class _Given:
    """What a return is made from, besides the record."""

    contract: Contract
    period: Period
    register: Sequence[EarlierReturn]
    sent: AsSent
    fixed: Mapping[TableName, FixedStep]
    made_on: date
    seconds: float

    @property
    def publications(self) -> list[Publication]:
        """What readers have already."""
        return [Publication(e.published, e.marker_key, e.threshold) for e in self.register]

    @property
    def threshold(self) -> int:
        """Counts under this are withheld."""
        return self.contract.threshold.value


def _made(given: _Given, counts: Counts) -> Return:
    nought = withheld_that_may_be_nought(read(given.publications))
    protector = Protector(
        given.publications, steps_in_use(given.register), given.seconds, may_be_nought=nought
    )
    drafts: dict[str, Draft] = {}
    chosen: set[TableName] = set()
    for linked in _linked(given.contract.measures):
        draft, choosing = _first_draft(given, counts, linked)
        safe = protector.protect(draft, choosing=choosing)
        drafts.update(dict.fromkeys(linked, safe))
        chosen |= choosing
    order = [(m, d) for m in given.contract.measures for d in given.contract.breakdowns or ("",)]
    since = {
        table: now
        for table in order
        if (now := _fixed_now(given, table, drafts[table[0]], chosen)) is not None
    }
    key = MarkerKey.SMALL
    if any(draft.marker_key is MarkerKey.ANY for draft in drafts.values()):
        key = MarkerKey.ANY
    steps = [(d, drafts[m].steps[m, d]) for m, d in order if d] + steps_in_use(given.register)
    hierarchies = hierarchies_for(steps)
    shown = [drafts[measure].table(measure, dimension) for measure, dimension in order]
    document = published_document(given.period, shown, hierarchies=hierarchies)
    new = Publication(document, key, given.threshold)
    tables, audit = _audited(given, counts, order, drafts, new=new, may_be_nought=nought)
    return Return(
        contract=given.contract,
        period=given.period,
        made_on=given.made_on,
        tables=tables,
        marker_key=key,
        audit=audit,
        ladder={m: {d: f.step for (n, d), f in since.items() if n == m} for m, _ in since},
        since={m: {d: f.since for (n, d), f in since.items() if n == m} for m, _ in since},
        hierarchies=hierarchies,
        sent_before=bool(given.sent.values),
    )


def _linked(measures: Sequence[str]) -> list[list[str]]:
    """The measures in sets that are protected together, because one is part of another."""
    sets: list[list[str]] = []
    for measure in measures:
        near = {other for pair in SUBSETS if measure in pair for other in pair}
        joined = [s for s in sets if near & set(s)]
        sets = [s for s in sets if s not in joined]
        sets.append([*(m for s in joined for m in s), measure])
    return sets


def _first_draft(
    given: _Given, counts: Counts, measures: Sequence[str]
) -> tuple[Draft, frozenset[TableName]]:
    """Tables at the steps that stand, else at the finest; and those whose step is to be chosen.

    A measure that is small altogether sets no step: it is withheld whole, and the next return
    that can show something chooses.
    """
    steps: dict[TableName, str] = {}
    choosing: set[TableName] = set()
    for measure in measures:
        total = counts.number(measure, given.period.quarters, None, ())
        for dimension in given.contract.breakdowns or ("",):
            table = (measure, dimension)
            if table in given.sent.steps:
                steps[table] = given.sent.steps[table]
            elif table in given.fixed:
                steps[table] = given.fixed[table].step
            elif total < given.threshold or not dimension:
                steps[table] = NOT_BROKEN_DOWN
            else:
                steps[table] = DIMENSIONS[dimension].ladder[0].id
                choosing.add(table)
    draft = Draft(counts, given.period, given.threshold, given.sent, steps)
    return draft, frozenset(choosing)


def _fixed_now(
    given: _Given, table: TableName, draft: Draft, chosen: set[TableName]
) -> FixedStep | None:
    """The step that stands for the rest of the year: the one before, or a coarser one from now."""
    before, step = given.fixed.get(table), draft.steps[table]
    if table in given.sent.steps or (before is not None and before.step == step):
        return before
    if before is None and table not in chosen:
        return None
    return FixedStep(step, given.period.id)


def _audited(
    given: _Given,
    counts: Counts,
    order: Sequence[TableName],
    drafts: Mapping[str, Draft],
    *,
    new: Publication,
    may_be_nought: Sequence[int],
) -> tuple[tuple[Table, ...], Audit]:
    """The finished tables, and the audit of the whole return as it will lie before its reader."""
    earlier = given.publications
    reading = read([*earlier, new])
    known = len(read(earlier).sights) if earlier else 0
    places = [sight.place for sight in reading.sights[known:]]
    found: dict[Place, Candidates] = {}
    checked = insiders = 0
    for measures in reading.components():
        if not measures & set(drafts):
            continue
        try:
            deadline = time.monotonic() + given.seconds
            exam = Examination(
                reading,
                measures,
                counts.at,
                given.threshold,
                deadline,
                may_be_nought=frozenset(reading.sights[n].place for n in may_be_nought),
            )
            found |= {p: exam.candidates(p) for p in places if p.measure in measures}
        except (OutOfTime, LookupError):
            raise Refused(say("returns.refused.no_safe_form")) from None
        if exam.findings:
            raise Refused(say("returns.refused.no_safe_form"))
        checked += exam.checked
        insiders += exam.insiders
    tables = _tables(order, drafts, places, found)
    counted = [c.count for c in found.values() if c.count is not None]
    narrowest = min(counted, default=None)
    periods = tuple(e.period_id for e in given.register)
    return tables, Audit(checked, narrowest, periods, insiders)


def _tables(
    order: Sequence[TableName],
    drafts: Mapping[str, Draft],
    places: Sequence[Place],
    found: Mapping[Place, Candidates],
) -> tuple[Table, ...]:
    at = iter(places)
    return tuple(
        Table(
            id=f"T{number}",
            measure_id=measure,
            dimension=dimension or None,
            step=drafts[measure].steps[measure, dimension],
            figures=tuple(
                _figure(drafts[measure], spot, found[next(at)])
                for spot in drafts[measure].spots(measure, dimension)
            ),
        )
        for number, (measure, dimension) in enumerate(order, start=1)
    )


def _figure(draft: Draft, spot: Spot, candidates: Candidates) -> Figure:
    records = draft.records(spot)
    value = draft.value(spot)
    truly = rounded(len(records)) if len(records) >= draft.threshold else None
    return Figure(
        group=spot.group,
        truth=len(records),
        value=value,
        why=draft.why(spot),
        candidates=candidates,
        records=records,
        changed=spot in draft.as_sent.values and value != truly,
    )
