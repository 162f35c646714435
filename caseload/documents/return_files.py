"""The files of a return: written beside their place, looked at again, and moved in as one set."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from caseload.documents.return_scan import differences, scan_text, scan_workbook
from caseload.documents.return_workbook import workbook_bytes
from caseload.errors import Refused, StoreTrouble
from caseload.returns.files import json_text, metadata_json, published_json
from caseload.returns.tables import Return
from caseload.words import say


@dataclass(frozen=True)
class ReturnFiles:
    """Where a finished return lies."""

    workbook: Path
    published: Path
    metadata: Path

    @property
    def all(self) -> tuple[Path, Path, Path]:
        """The three files."""
        return self.workbook, self.published, self.metadata


def files_in(folder: Path, made: Return) -> ReturnFiles:
    """The names of a return's files."""
    return ReturnFiles(
        folder / f"return-{made.period.id}.xlsx",
        folder / "published.json",
        folder / "metadata.json",
    )


def write_return(made: Return, folder: Path, forbidden: Iterable[str] = ()) -> ReturnFiles:
    """Writes the workbook, published.json and metadata.json into a folder, all or none.

    ``forbidden`` are texts of the store that must be in none of them. Raises Refused where the
    folder holds a return already or a file fails its last look, StoreTrouble where it cannot be
    written; then nothing is left behind.
    """
    final = files_in(folder, made)
    if any(file.exists() for file in final.all):
        raise Refused(say("returns.file.already_there"))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".return-", dir=folder.parent))
    except OSError:
        raise StoreTrouble(say("returns.file.not_written")) from None
    try:
        ready = beside / "return"
        ready.mkdir()
        written = _write(made, ready)
        if _faults(made, written, list(forbidden)):
            raise Refused(say("returns.file.leaks"))
        _move_in(ready, folder)
    except OSError:
        raise StoreTrouble(say("returns.file.not_written")) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return final


def _write(made: Return, ready: Path) -> ReturnFiles:
    files = files_in(ready, made)
    files.workbook.write_bytes(workbook_bytes(made))
    files.published.write_text(json_text(published_json(made)), "utf-8", newline="\n")
    files.metadata.write_text(json_text(metadata_json(made)), "utf-8", newline="\n")
    return files


def _faults(made: Return, files: ReturnFiles, forbidden: list[str]) -> list[str]:
    found = scan_workbook(files.workbook, forbidden) + differences(files.workbook, made)
    for file in (files.published, files.metadata):
        found += scan_text(file, forbidden)
    return found


def _move_in(ready: Path, folder: Path) -> None:
    """A new or empty folder is the finished one under another name; else file by file or none."""
    if not folder.exists() or not any(folder.iterdir()):
        if folder.exists():
            folder.rmdir()
        ready.rename(folder)
        return
    targets = {file: folder / file.name for file in sorted(ready.iterdir())}
    try:
        for file, target in targets.items():
            file.rename(target)
    except OSError:
        for file, target in targets.items():
            if not file.exists():
                target.unlink(missing_ok=True)
        raise
