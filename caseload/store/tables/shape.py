"""What every table is made of: the columns that all records share, and checked kinds of column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def one_of(column: str, codes: Iterable[str]) -> CheckConstraint:
    """A CHECK that the column holds one of these codes."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def day(name: str, *, optional: bool = False) -> Column[Any]:
    """A date that the triggers compare as text, so its form is checked on any connection."""
    form = f"{name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
    return Column(name, Date, CheckConstraint(form, name=f"{name}_form"), nullable=optional)


def words(name: str, **options: Any) -> Column[str]:
    """Text that is never NULL; empty where there is nothing."""
    return Column(name, Text, nullable=False, **options)


def points_to(name: str, table: str, *, optional: bool = False) -> Column[str]:
    """A foreign key that forbids removing what it points to."""
    return Column(
        name, Text, ForeignKey(f"{table}.id", ondelete="RESTRICT"), nullable=optional, index=True
    )


def record(name: str, *columns: Any) -> Table:
    """A root table: id, service, version and hidden, then its own columns."""
    return Table(
        name,
        metadata,
        Column("id", Text, CheckConstraint("length(id) = 36", name="id"), primary_key=True),
        Column("service_id", Text, nullable=False),
        Column("version", Integer, CheckConstraint("version > 0", name="version"), nullable=False),
        Column("hidden", Boolean(create_constraint=True, name="hidden"), nullable=False),
        *columns,
    )
