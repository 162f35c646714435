"""Reading and replacing the key file so that a power cut at any moment leaves a whole one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from caseload.errors import StoreTrouble
from caseload.keys.key_file import StoredKeys, parse
from caseload.keys.refusals import KeyFileDamaged, KeyFileMissing
from caseload.words import say

KEY_FILE = "keyslots.json"
PREVIOUS = "keyslots.json.previous"
_TEMPORARY = "keyslots.json.new"


def read_keys(folder: Path) -> StoredKeys:
    """The key file, or the copy before the last change where the file is gone or torn.

    Raises KeyFileMissing, KeyFileDamaged, NewerKeyFile or, where it cannot be read, StoreTrouble.
    """
    try:
        return _read(folder / KEY_FILE)
    except (KeyFileMissing, KeyFileDamaged):
        with contextlib.suppress(KeyFileMissing, KeyFileDamaged, StoreTrouble):
            return _read(folder / PREVIOUS)
        raise


def _read(path: Path) -> StoredKeys:
    try:
        data = path.read_bytes()
    except FileNotFoundError as failure:
        raise KeyFileMissing(say("keys.refused.no_file")) from failure
    except OSError as failure:
        raise StoreTrouble(say("keys.disk.not_readable")) from failure
    return parse(data)


def write_keys(folder: Path, keys: StoredKeys, *, prove: Callable[[StoredKeys], None]) -> None:
    """Replace the key file: temporary file, fsync, rename, fsync of the folder.

    ``prove`` gets what was read back from the disk and raises where it does not unwrap; then, and
    only then, the copy before is put back. Raises StoreTrouble where the disk refuses.
    """
    target, previous, temporary = (folder / name for name in (KEY_FILE, PREVIOUS, _TEMPORARY))
    try:
        _write_through(temporary, keys.to_bytes())
        if _is_whole(target):
            _write_through(previous, target.read_bytes())
        temporary.replace(target)
        sync_folder(folder)
        read_back = _read(target)
    except OSError as failure:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise StoreTrouble(say("keys.disk.not_written")) from failure
    try:
        if read_back != keys:
            raise KeyFileDamaged(say("keys.refused.damaged_file"))
        prove(read_back)
    except Exception:
        if previous.exists():
            previous.replace(target)
            sync_folder(folder)
        raise
    drop_previous(folder)


def settle_on_disk(folder: Path, keys: StoredKeys) -> None:
    """Leave the key file alone in the folder, once ``keys``, just read, have been proved.

    Where they came from the copy of before, since the file was gone or torn, that copy is written
    in its place first.
    """
    if not _is_whole(folder / KEY_FILE):
        write_keys(folder, keys, prove=lambda _: None)
    drop_previous(folder)


def _is_whole(path: Path) -> bool:
    try:
        _read(path)
    except (KeyFileMissing, KeyFileDamaged):
        return False
    return True


def drop_previous(folder: Path) -> None:
    """Remove the copy of before, once the file in its place has been proved."""
    for name in (PREVIOUS, _TEMPORARY):
        with contextlib.suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename durable. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
