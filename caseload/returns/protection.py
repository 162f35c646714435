"""The search for a safe form of linked tables: partners first, then the ladder, then nothing.

Every form that is tried is audited as a reader would attack it; only one that passes is used.
Source: RULES R4 to R7, R9, R10 and R15.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from caseload.errors import Refused
from caseload.returns.as_sent import Spot
from caseload.returns.audit import Examination, Fault, Finding
from caseload.returns.draft_tables import Draft
from caseload.returns.published import hierarchies_for, published_document
from caseload.returns.reading import Publication, read
from caseload.returns.whole_numbers import OutOfTime
from caseload.words import say

PAIRS_TRIED = 12
"""From so many of the lightest figures, two at once are tried where one by one does not help."""


@dataclass
class Protector:
    """Protects one set of linked measures after another, with all earlier returns in mind.

    ``other_steps`` are the steps in use in earlier returns, as pairs of dimension and step.
    ``seconds`` bounds the search at each step of the ladder; ``may_be_nought`` are the figures of
    ``withheld_that_may_be_nought``.
    """

    earlier: Sequence[Publication]
    other_steps: Sequence[tuple[str, str]]
    seconds: float
    may_be_nought: Sequence[int] = ()
    _deadline: float = 0.0
    _last: Examination | None = None

    def protect(self, draft: Draft, *, choosing: frozenset[tuple[str, str]]) -> Draft:
        """A form that passes the audit. Raises Refused where there is none.

        For the tables in ``choosing`` the step of the ladder is not yet fixed for the year, so
        they also become coarser until they are not too sparse.
        """
        start = self._not_sparse(draft, choosing)
        at: Draft | None = start
        while at is not None:
            self._deadline = time.monotonic() + self.seconds
            safe = self._with_partners(at)
            if safe is None:
                at = self._next_step(at)
                continue
            sparse = [table for table in choosing if safe.too_sparse(*table)]
            coarser = safe.coarser(*sparse[0]) if sparse else None
            if coarser is None:
                return safe
            at = coarser
        self._deadline = time.monotonic() + self.seconds
        for blank in (self._measures_at_fault(start), start.measures):
            withheld = start.withheld_whole(blank)
            if self.findings(withheld) == ():
                return withheld
        reason = "no_safe_form" if self._earlier_safe(draft) else "earlier_unsafe"
        raise Refused(say(f"returns.refused.{reason}"))

    def _earlier_safe(self, draft: Draft) -> bool:
        """Whether the earlier returns alone pass: where they do not, nothing new can mend it."""
        reading = read(self.earlier)
        for measures in reading.components():
            if measures & set(draft.measures):
                try:
                    return not Examination(
                        reading, measures, draft.counts.at, draft.threshold, self._deadline
                    ).findings
                except OutOfTime:
                    return False
        return True

    def examination(self, draft: Draft) -> Examination:
        """The audit of a draft with every earlier return. Raises OutOfTime."""
        steps = [*self.other_steps, *((d, step) for (_, d), step in draft.steps.items() if d)]
        shown = [draft.table(*table) for table in draft.steps]
        document = published_document(draft.period, shown, hierarchies=hierarchies_for(steps))
        new = Publication(document, draft.marker_key, draft.threshold)
        reading = read([*self.earlier, new])
        measures = next(c for c in reading.components() if draft.measures[0] in c)
        exam = Examination(
            reading,
            measures,
            draft.counts.at,
            draft.threshold,
            self._deadline,
            may_be_nought=frozenset(reading.sights[n].place for n in self.may_be_nought),
            before=self._last,
        )
        self._last = exam
        return exam

    def findings(self, draft: Draft) -> tuple[Finding, ...] | None:
        """What the audit finds; None where it ran out of time, which is no pass."""
        try:
            return self.examination(draft).findings
        except OutOfTime:
            return None

    def _not_sparse(self, draft: Draft, choosing: frozenset[tuple[str, str]]) -> Draft:
        for table in sorted(choosing):
            while draft.too_sparse(*table):
                coarser = draft.coarser(*table)
                if coarser is None:
                    break
                draft = coarser
        return draft

    def _with_partners(self, draft: Draft) -> Draft | None:
        """The draft with a few more figures withheld, so that it passes; None where none help.

        One figure after another is chosen: the one that mends most, and of those the lightest.
        Groups come first, totals only where groups are not enough.
        """
        best = self._agreeing(draft)
        short = self._short(best)
        for totals in (False, True):
            while short:
                found = self._better(best, short, best.may_be_partners(totals=totals))
                if found is None:
                    break
                short, best = found
        return None if short is None or short else self._without_idle_partners(best)

    def _agreeing(self, draft: Draft) -> Draft:
        """The draft less the figures that no table could have beside those sent before.

        After a late correction a figure may lie too far from an earlier one. The heaviest figures
        stay, as long as they agree with what was sent and with each other.
        """
        if not self._disagrees(draft):
            return draft
        spots = draft.may_be_partners(totals=True)
        agreed = draft.with_partners(spots)
        for spot in reversed(spots):
            tried = agreed.without_partner(spot)
            if not self._disagrees(tried):
                agreed = tried
        return agreed

    def _disagrees(self, draft: Draft) -> bool:
        found = self.findings(draft)
        return found is None or any(f.fault is Fault.DISAGREES for f in found)

    def _better(self, draft: Draft, short: int, spots: list[Spot]) -> tuple[int, Draft] | None:
        """The best draft with one partner more, or with two where one does not help."""
        for together in (1, 2):
            chosen = combinations(spots if together == 1 else spots[:PAIRS_TRIED], together)
            best: tuple[int, Draft] | None = None
            for partners in chosen:
                tried = draft.with_partners(partners)
                left = self._short(tried)
                if left is not None and left < (short if best is None else best[0]):
                    best = (left, tried)
                if left == 0:
                    break
            if best is not None:
                return best
        return None

    def _without_idle_partners(self, draft: Draft) -> Draft:
        """What proved unnecessary in the end is shown again, the heaviest first."""
        for spot in sorted(draft.partners, key=lambda s: (-draft.weight(s), s)):
            without = draft.without_partner(spot)
            if self._short(without) == 0:
                draft = without
        return draft

    def _short(self, draft: Draft) -> int | None:
        """By how much a draft falls short in all: 0 passes, None has no answer in time."""
        found = self.findings(draft)
        return None if found is None else sum(finding.short for finding in found)

    def _next_step(self, draft: Draft) -> Draft | None:
        """The next step of the ladder where it is needed most, or None at the end of all."""
        at_fault = {
            (finding.place.measure, finding.place.dimension)
            for finding in self.findings(draft) or ()
            if finding.place.dimension is not None
        }
        tables = sorted(
            draft.steps, key=lambda t: (t not in at_fault, -len(draft.spots(*t)), t[0], t[1])
        )
        return next((d for t in tables if (d := draft.coarser(*t)) is not None), None)

    def _measures_at_fault(self, draft: Draft) -> list[str]:
        found = {finding.place.measure for finding in self.findings(draft) or ()}
        return [measure for measure in draft.measures if measure in found] or draft.measures
