"""The two files beside a return's workbook: published.json, and metadata.json that explains it."""

from __future__ import annotations

import json
from typing import Any

from caseload.returns.contracts import BASE
from caseload.returns.published import ShownTable, published_document
from caseload.returns.tables import MARKER, Return
from caseload.words import say

FORMAT = "caseload-return-1"
"""The shape of metadata.json; a change of it gets a new number."""

METHOD_VERSION = "1"
"""The rules of protection that were followed; a change of them gets a new number."""


def published_json(made: Return) -> dict[str, Any]:
    """Exactly what a reader of the return can see. Source: RULES, section 6."""
    tables = [
        ShownTable(
            table.measure_id,
            table.dimension,
            tuple((figure.group, figure.value) for figure in table.figures),
        )
        for table in made.tables
    ]
    return published_document(made.period, tables, hierarchies=made.hierarchies)


def metadata_json(made: Return) -> dict[str, Any]:
    """What a reader must know to use the figures. Source: RULES, section 4, Metadata.

    No reason for a withheld figure is in it, no count of people and no record.
    """
    contract, period = made.contract, made.period
    measures = [table.measure for table in made.tables]
    return {
        "format": FORMAT,
        "made_up": made.made_up,
        "contract": contract.name,
        "commissioner": contract.commissioner,
        "service": contract.service,
        "period": {
            "id": period.id,
            "name": period.name,
            "starts": period.starts.isoformat(),
            "ends": period.ends.isoformat(),
        },
        "cut_date": period.ends.isoformat(),
        "extracted_on": made.made_on.isoformat(),
        "population": say("returns.file.population"),
        "measures": [
            {
                "id": measure.id,
                "name": measure.name,
                "definition": measure.definition,
                "basis": "event",
                "unit": measure.unit.value,
                "adds_up_over_periods": True,
            }
            for measure in dict.fromkeys(measures)
        ],
        "gap_allowed_working_days": contract.allowed_gap,
        "protection": {
            "method": say("returns.file.method", least=contract.threshold.value),
            "version": METHOD_VERSION,
            "threshold": contract.threshold.value,
            "base": BASE,
            "marker": MARKER,
            "marker_key": made.marker_key.value,
            "marker_key_words": made.key_words,
            "rounding": say("returns.file.rounding"),
        },
        "tables": [
            {
                "id": table.id,
                "measure": table.measure_id,
                "breakdown": table.dimension,
                "step": table.step,
                "figures": len(table.figures),
                "withheld": table.withheld,
            }
            for table in made.tables
        ],
        "ladder": {
            measure: {
                dimension: {"step": step, "since": made.since[measure][dimension]}
                for dimension, step in steps.items()
            }
            for measure, steps in made.ladder.items()
        },
        "missing": say("returns.file.missing"),
        "revisions": contract.revisions,
        "earlier_returns": list(made.audit.with_earlier),
        "audit": {
            "outcome": "passed",
            "figures": made.audit.figures,
            "narrowest": made.audit.narrowest,
        },
        "recipient": contract.recipient,
        "sharing": contract.sharing,
        "approved_by": made.approved_by,
        "approved_on": made.approved_on.isoformat() if made.approved_on else None,
    }


def json_text(document: dict[str, Any]) -> str:
    """A document as it lies in its file and in the register: the same bytes every time."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
