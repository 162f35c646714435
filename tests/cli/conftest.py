"""The command line as it is typed, on copies of one small encrypted store."""

from __future__ import annotations

import functools
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caseload.__main__ import main
from caseload.app import Created, NewPerson, create_store
from caseload.keys import kdf
from caseload.people.person import Role

PASSPHRASE = "ginger kettle roof tulip"
LEAD = "Nadia Farouk"
SPECIALIST = "Ọmọlará Adébáyọ̀"


@dataclass(frozen=True)
class Ran:
    """What a command left: the exit code, and the words on both streams."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line on stderr, which is a sentence and no traceback."""
        (line,) = self.err.splitlines()
        assert line[0].isupper() or line[0] == "‘", line
        assert "Traceback" not in line
        return line


Caseload = Callable[..., Ran]


@pytest.fixture(autouse=True, scope="session")
def _stretch_once() -> Iterator[None]:
    """The same passphrase with the same salt is stretched once in a test run."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.lru_cache(maxsize=None)(kdf.argon2id)
        patch.setattr(kdf, "argon2id", lambda secret, *figures: once(bytes(secret), *figures))
        yield


@pytest.fixture
def caseload(capsys: pytest.CaptureFixture[str]) -> Caseload:
    """Types ``caseload`` and what is given."""

    def run(*given: object) -> Ran:
        capsys.readouterr()
        code = main([str(each) for each in given])
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Created:
    """A store of a lead, who has a passphrase, and a specialist, who has a code."""
    return create_store(
        tmp_path_factory.mktemp("made") / "store",
        service_name="Willow Road Employment Support",
        people=[NewPerson(LEAD, Role.LEAD), NewPerson(SPECIALIST, Role.SPECIALIST, 60)],
        passphrase=PASSPHRASE,
        first_day=date(2026, 4, 1),
    )


@pytest.fixture
def store(made: Created, tmp_path: Path) -> Path:
    """A copy of that store."""
    folder = tmp_path / "store"
    shutil.copytree(made.folder, folder)
    return folder


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    """A file with the lead's passphrase."""
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{PASSPHRASE}\n", "utf-8")
    return file


@pytest.fixture
def as_lead(passphrase_file: Path) -> tuple[object, ...]:
    """The options with which the lead unlocks."""
    return ("--as", LEAD, "--passphrase-file", passphrase_file)
