"""Alembic's door: the connection is given by the store, which owns the transaction around it."""

from __future__ import annotations

from alembic import context

from caseload.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
