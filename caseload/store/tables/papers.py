"""What leaves the room: calculations, letters and returns, as they were."""

from __future__ import annotations

from sqlalchemy import Column, Date, LargeBinary

from caseload.store.columns import UtcTime
from caseload.store.tables.shape import points_to, record, words

kept_calculation = record(
    "kept_calculation",
    points_to("client_id", "client"),
    points_to("person_id", "person"),
    Column("made_on", Date, nullable=False),
    words("inputs"),
    words("result"),
    words("rate_year"),
)

filed_letter = record(
    "filed_letter",
    points_to("client_id", "client"),
    points_to("person_id", "person"),
    points_to("calculation_id", "kept_calculation", optional=True),
    Column("made_on", Date, nullable=False),
    words("title"),
    Column("pdf", LargeBinary, nullable=False),
    Column("printed_on", Date),
)

sent_return = record(
    "sent_return",
    points_to("person_id", "person"),
    words("contract"),
    words("period"),
    Column("made_at", UtcTime, nullable=False),
    words("published"),
    words("details"),
)
