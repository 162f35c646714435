"""The walls that no linter knows of. Each rule is a function, and is shown to find its fault."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from caseload import errors
from tests.house.sources import (
    EVERYTHING,
    PROGRAM,
    ROOT,
    Source,
    calls,
    expect_none,
    imports,
    sources,
)

MOST_LINES = 400
SAID_BY_QT = frozenset(
    {
        "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction",
        "QMenu", "addAction", "addMenu", "addRow", "addTab", "addItem", "setText", "setTitle",
        "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText",
        "setAccessibleName", "setAccessibleDescription", "setInformativeText", "setLabelText",
    }
)  # fmt: skip
SAID_BY_REFUSALS = frozenset(
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.CaseloadError)
)


def too_long(source: Source) -> Iterator[str]:
    if source.name.startswith("migrations/versions/"):
        return  # a frozen revision is as long as the schema it made
    lines = source.text.count("\n")
    if lines > MOST_LINES:
        yield f"{source.name} has {lines} lines; {MOST_LINES} are the most"


def widgets_in_a_view_model(source: Source) -> Iterator[str]:
    if source.name.endswith("view_model.py"):
        for name in imports(source.tree):
            if name.startswith(("PySide6.QtWidgets", "PySide6.QtGui", "ui.widgets")):
                yield f"{source.name} imports {name}: a view-model holds state, no widgets"


def raw_sql(source: Source) -> Iterator[str]:
    if source.name.startswith(("caseload/store/", "migrations/", "tests/")):
        return
    knows_sqlalchemy = "sqlalchemy" in imports(source.tree)
    for name in imports(source.tree):
        if name in {"sqlalchemy.text", "sqlalchemy.sql.text", "sqlite3"}:
            yield f"{source.name} imports {name}: SQL belongs to the store"
    for name, call in calls(source.tree):
        if name in {"exec_driver_sql", "executescript"}:
            yield f"{source.name}:{call.lineno} calls {name}: SQL belongs to the store"
        if name == "text" and knows_sqlalchemy and isinstance(call.func, ast.Attribute):
            yield f"{source.name}:{call.lineno} calls text(...): SQL belongs to the store"


def words_outside_the_catalogue(source: Source) -> Iterator[str]:
    for name, call in calls(source.tree):
        if name not in SAID_BY_QT | SAID_BY_REFUSALS:
            continue
        for written in (*call.args, *(keyword.value for keyword in call.keywords)):
            if any(letter.isalpha() for letter in _literal(written)):
                yield f"{source.name}:{call.lineno} {name} is given words of its own: use say()"


def _literal(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_literal(part) for part in parts)
    return ""


def package_without_init() -> Iterator[str]:
    """Import contracts see only packages, so a folder without one would escape them."""
    for folder in PROGRAM:
        for file in (ROOT / folder).rglob("*.py"):
            if not (file.parent / "__init__.py").exists():
                yield f"{file.parent.relative_to(ROOT).as_posix()} has no __init__.py"


def test_no_file_is_too_long_to_be_one_idea() -> None:
    expect_none(fault for source in sources(*EVERYTHING) for fault in too_long(source))


def test_view_models_hold_no_widgets() -> None:
    expect_none(fault for source in sources("ui") for fault in widgets_in_a_view_model(source))


def test_sql_is_written_in_the_store_alone() -> None:
    expect_none(fault for source in sources(*PROGRAM) for fault in raw_sql(source))


def test_every_word_a_person_reads_comes_from_the_catalogue() -> None:
    expect_none(
        fault for source in sources(*PROGRAM) for fault in words_outside_the_catalogue(source)
    )


def test_every_folder_of_the_program_is_a_package() -> None:
    expect_none(package_without_init())


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (too_long, "caseload/x.py", "\n" * 401),
        (widgets_in_a_view_model, "ui/today/view_model.py", "from PySide6 import QtWidgets"),
        (widgets_in_a_view_model, "ui/today/view_model.py", "from PySide6.QtGui import QColor"),
        (widgets_in_a_view_model, "ui/today/view_model.py", "def f():\n    import ui.widgets.x"),
        (raw_sql, "caseload/people/x.py", "from sqlalchemy import text"),
        (raw_sql, "ui/x.py", "connection.exec_driver_sql('select 1')"),
        (raw_sql, "caseload/app.py", "import sqlalchemy as sa\nsa.text('select 1')"),
        (words_outside_the_catalogue, "ui/x.py", "QLabel('Name')"),
        (words_outside_the_catalogue, "ui/x.py", "box.setAccessibleName(f'{count} clients')"),
        (words_outside_the_catalogue, "caseload/x.py", "raise Refused('No.')"),
    ],
)
def test_each_rule_finds_its_fault(rule: object, name: str, text: str) -> None:
    assert callable(rule)
    assert list(rule(Source(name, text)))


def test_the_rules_leave_alone_what_is_right() -> None:
    fine = Source(
        "ui/today/view_model.py",
        "from PySide6.QtCore import QObject\n"
        "label = QLabel(say('today.title'))\nmark.setText('·')\nbox.text()\n"
        "reader.text('household.name')\n",
    )
    for rule in (too_long, widgets_in_a_view_model, raw_sql, words_outside_the_catalogue):
        assert not list(rule(fine))
