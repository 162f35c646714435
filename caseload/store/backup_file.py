"""A backup: the encrypted database and the key file in one container, proved by opening it.

The container is a plain zip. Both parts are encrypted or harmless as they lie in the store, and a
manifest with their digests carries a MAC under a key that only the store's own keys give.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import shutil
import zipfile
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from caseload.errors import StoreTrouble
from caseload.history import canonical
from caseload.store import care
from caseload.store.store import DATABASE
from caseload.words import say

FORMAT = "caseload-backup/1"
KEY_FILE = "keyslots.json"
TOMBSTONES = "tombstones"
MANIFEST, MAC = "manifest.json", "mac"
PARTS = (DATABASE, KEY_FILE, TOMBSTONES)


@dataclass(frozen=True)
class Manifest:
    """What a backup holds. ``made_at`` is UTC, ISO; ``parts`` maps a name to its SHA-256."""

    format: str
    store_id: str
    made_at: str
    parts: dict[str, str]


def write_backup(
    file: Path, *, database: Path, folder: Path, store_id: str, mac_key: bytes, now: datetime
) -> Manifest:
    """Put ``database`` (a finished copy) and the folder's key file into ``file``, or nothing."""
    sources = {DATABASE: database, KEY_FILE: folder / KEY_FILE}
    if (folder / TOMBSTONES).is_file():
        sources[TOMBSTONES] = folder / TOMBSTONES
    manifest = Manifest(
        FORMAT, store_id, now.isoformat(), {name: _digest(path) for name, path in sources.items()}
    )
    unfinished = file.with_name(file.name + ".unfinished")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as container:
            for name, path in sources.items():
                container.write(path, name)
            container.writestr(MANIFEST, canonical(asdict(manifest)))
            container.writestr(MAC, _mac(manifest, mac_key))
        _to_disk(unfinished)
        unfinished.replace(file)
        _to_disk(file.parent)
    except OSError as trouble:
        unfinished.unlink(missing_ok=True)
        raise StoreTrouble(say("backup.cannot_write")) from trouble
    return manifest


def unpack(file: Path, into: Path) -> Manifest:
    """Unpack a backup whose parts are whole. Raises StoreTrouble for half a backup or another file.

    Nothing is proved about who made it yet: see ``prove``.
    """
    try:
        with zipfile.ZipFile(file) as container:
            names = set(container.namelist())
            if not {MANIFEST, MAC, DATABASE, KEY_FILE} <= names <= {MANIFEST, MAC, *PARTS}:
                raise StoreTrouble(say("backup.not_a_backup"))
            manifest = _read_manifest(container.read(MANIFEST))
            for name in manifest.parts:
                with container.open(name) as source, (into / name).open("wb") as target:
                    shutil.copyfileobj(source, target)
            (into / MAC).write_bytes(container.read(MAC))
    except FileNotFoundError:
        raise StoreTrouble(say("backup.not_found")) from None
    except (zipfile.BadZipFile, EOFError):
        raise StoreTrouble(say("backup.half")) from None
    except OSError:
        raise StoreTrouble(say("backup.cannot_read")) from None
    if any(_digest(into / name) != digest for name, digest in manifest.parts.items()):
        raise StoreTrouble(say("backup.half"))
    return manifest


def _read_manifest(raw: bytes) -> Manifest:
    try:
        manifest = Manifest(**json.loads(raw))
    except (TypeError, ValueError):
        raise StoreTrouble(say("backup.not_a_backup")) from None
    if manifest.format != FORMAT:
        raise StoreTrouble(say("backup.newer"))
    if not {DATABASE, KEY_FILE} <= set(manifest.parts) <= set(PARTS):
        raise StoreTrouble(say("backup.not_a_backup"))
    return manifest


def prove(unpacked: Path, manifest: Manifest, *, mac_key: bytes, key_hex: str) -> None:
    """Prove that the backup is this store's and that its database opens and is whole."""
    said = (unpacked / MAC).read_bytes()
    if not hmac.compare_digest(said, _mac(manifest, mac_key)):
        raise StoreTrouble(say("backup.altered"))
    if care.damage_in(unpacked / DATABASE, key_hex):
        raise StoreTrouble(say("backup.does_not_open"))


def verify(file: Path, *, mac_key: bytes, key_hex: str) -> Manifest:
    """Open a finished backup as a restore would, and throw the copy away again."""
    with TemporaryDirectory(prefix="caseload-verify-", dir=file.parent) as folder:
        manifest = unpack(file, Path(folder))
        prove(Path(folder), manifest, mac_key=mac_key, key_hex=key_hex)
    return manifest


def _mac(manifest: Manifest, mac_key: bytes) -> bytes:
    return hmac.new(mac_key, canonical(asdict(manifest)), "sha256").hexdigest().encode()


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _to_disk(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
