"""Migrations: one transaction, a backup first, no child row lost, and the rules put back."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

import caseload.paths
from caseload.clients.consent import Consent
from caseload.errors import StoreTrouble
from caseload.store import migrating, tables, triggers
from caseload.store.connection import connect
from caseload.store.store import open_store
from tests.team import KEY, Team, accepted

REBUILD = '''
    """A table rebuild, as a later release may need one."""
    from alembic import op
    import sqlalchemy as sa
    revision = "test2"
    down_revision = "{head}"
    branch_labels = None
    depends_on = None

    def upgrade():
        with op.batch_alter_table("client", recreate="always") as batch:
            batch.add_column(sa.Column("nickname", sa.Text()))
        {more}
'''


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of migrations with room for one more than this program has."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    real = caseload.paths.migrations()
    for file in (real / "env.py", *(real / "versions").glob("*.py")):
        target = folder / file.relative_to(real)
        target.write_bytes(file.read_bytes())
    monkeypatch.setattr(caseload.paths, "migrations", lambda: folder)
    return folder


def add_revision(folder: Path, head: str, more: str = "pass") -> None:
    text = textwrap.dedent(REBUILD.format(head=head, more=more))
    (folder / "versions" / "test2.py").write_text(text)


def with_consents(team: Team) -> None:
    services = team.services()
    for number in range(5):
        dana = accepted(team, f"Client{number}")
        services.clients.record_consent(
            client_id=dana, purpose="employer", given=True, how="In person"
        )
    team.store.close()


def test_a_rebuilt_parent_keeps_every_child_and_every_trigger(team: Team, later: Path) -> None:
    with_consents(team)
    add_revision(later, migrating.head())
    backed_up: list[Path] = []
    store = open_store(team.store.folder, KEY, back_up=backed_up.append)
    try:
        assert backed_up == [team.store.file]
        assert store.findings.are_clean
        assert not store.is_read_only
        with store.reading() as reading:
            assert reading.count(Consent) == 5
            names = reading.connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).scalars()
            assert set(names) == set(triggers.EXPECTED)
    finally:
        store.close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(team: Team, later: Path) -> None:
    with_consents(team)
    add_revision(later, migrating.head(), 'raise RuntimeError("power cut")')
    with pytest.raises(RuntimeError, match="power cut"):
        open_store(team.store.folder, KEY)
    connection = connect(team.store.file, KEY)
    columns = {row[1] for row in connection.execute("PRAGMA table_info(client)")}
    left = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name LIKE '_alembic_tmp%'"
    ).fetchone()
    connection.close()
    assert "nickname" not in columns
    assert left == (0,)


def test_a_migration_that_breaks_a_foreign_key_is_refused(team: Team, later: Path) -> None:
    with_consents(team)
    add_revision(later, migrating.head(), 'op.execute("DELETE FROM client")')
    with pytest.raises(StoreTrouble, match="left as it was"):
        open_store(team.store.folder, KEY)


def test_no_backup_no_migration(team: Team, later: Path) -> None:
    with_consents(team)
    add_revision(later, migrating.head())

    def full(_: Path) -> None:
        raise StoreTrouble("no room")

    with pytest.raises(StoreTrouble, match="no room"):
        open_store(team.store.folder, KEY, back_up=full)
    connection = connect(team.store.file, KEY)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    connection.close()


def test_an_older_store_is_not_migrated_while_another_copy_writes(team: Team, later: Path) -> None:
    with_consents(team)
    add_revision(later, migrating.head())
    with pytest.raises(StoreTrouble, match="needs updating"):
        open_store(team.store.folder, KEY, writable=False)


def test_the_migrations_make_exactly_the_tables_of_today(team: Team) -> None:
    engine = create_engine("sqlite://", poolclass=NullPool)
    wanted = {}
    for table in tables.metadata.sorted_tables:
        wanted[table.name] = str(CreateTable(table).compile(engine))
        for index in table.indexes:
            wanted[str(index.name)] = str(CreateIndex(index).compile(engine))
    with team.store.reading() as reading:
        made = {
            row[0]: row[1]
            for row in reading.connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') "
                "AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
            )
        }
    assert set(made) == set(wanted)
    for name, sql in wanted.items():
        assert "".join(made[name].split()) == "".join(sql.split()), name
