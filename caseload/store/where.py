"""Where a store may lie: on this computer's own disk, never on a network or synced folder."""

from __future__ import annotations

import os
from pathlib import Path

from caseload.errors import StoreTrouble
from caseload.words import say

NETWORK_KINDS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs", "9p", "davfs"}
)
SYNCED_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "box sync",
)


def refuse_shared_folder(folder: Path) -> None:
    """Raise StoreTrouble where ``folder`` is on a network or is synced to a cloud.

    Two computers writing one database damage it, and a synced copy leaves the building.
    """
    path = folder.resolve()
    named = any(part.lower().startswith(name) for part in path.parts for name in SYNCED_NAMES)
    if named or _is_network(path):
        raise StoreTrouble(say("store.network_folder"))


def _is_network(path: Path) -> bool:
    if os.name == "nt":
        return str(path).startswith("\\\\") or _windows_remote(path)
    mounts = Path("/proc/mounts")
    return mounts.exists() and _kind_of(path, mounts.read_text("utf-8", "replace")) in NETWORK_KINDS


def _kind_of(path: Path, mounts: str) -> str:
    """The file system that ``path`` is on: that of the longest mount point above it."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = path == Path(point) or Path(point) in path.parents
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind


def _windows_remote(path: Path) -> bool:
    import ctypes

    remote = 4
    drive = os.path.splitdrive(path)[0] + "\\"
    kernel = ctypes.__dict__["windll"].kernel32
    return bool(kernel.GetDriveTypeW(drive) == remote)
