"""What kind of folder the diary is in: on this computer's disk, on a network, or synced.

SQLite's locks and log do not hold on most network shares, and a program that syncs copies the
diary while it is being written. Neither is forbidden; the person is told once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Literal

from recovery_tracker.values import frozen

_NETWORK_WORDS = (
    "nfs nfs4 cifs smb smb2 smb3 smbfs afpfs afs webdav davfs davfs2 ncpfs 9p ceph glusterfs "
    "fuse.sshfs fuse.rclone fuse.davfs2 fuse.davfs fuse.gvfsd-fuse fuse.s3fs fuse.glusterfs "
    "fuse.smbnetfs macfuse_sshfs"
)
_NETWORK_TYPES = frozenset(_NETWORK_WORDS.split())
# how the folder of a service is called, in lower case, and the name to say
_SYNCED_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "proton drive": "Proton Drive",
    "mega": "MEGA",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
}
# a file or folder that a service leaves in the folder it syncs
_SYNCED_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
_SYNCED_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


@frozen
class Surroundings:
    """Where a folder lies.

    Attributes:
        kind: on this computer ("disk"), on a "network", or in a folder that is "synced".
        name: the service or the kind of network, to be said.
    """

    kind: Literal["disk", "network", "synced"]
    name: str = ""


def log_is_missing(file: Path) -> bool:
    """Tell whether the log of a diary was taken away while it held changes.

    When the last program closes a diary, the index of the log goes first. So an index without
    its log means that somebody else removed the log, such as a program that tidies up or syncs.
    """
    index = file.with_name(file.name + "-shm").exists()
    return file.is_file() and index and not file.with_name(file.name + "-wal").exists()


def surroundings(folder: Path) -> Surroundings:
    """Say what kind of folder this is; where that cannot be known, it counts as a disk."""
    place = folder.expanduser()
    with suppress(OSError, RuntimeError):
        place = place.resolve()
    service = synced_by(place, os.environ) or _by_mark(place)
    if service:
        return Surroundings("synced", service)
    share = network_of(place, _mounts())
    return Surroundings("network", share) if share else Surroundings("disk")


def synced_by(place: PurePath, environment: Mapping[str, str]) -> str:
    """Return the service that syncs a folder, by the names on its path; empty = none."""
    for variable in _SYNCED_VARIABLES:
        root = environment.get(variable)
        if root and (place == PurePath(root) or PurePath(root) in place.parents):
            return "OneDrive"
    parts = [part.casefold() for part in place.parts]
    for part in parts:
        if part in _SYNCED_NAMES:
            return _SYNCED_NAMES[part]
        if part.startswith("onedrive - "):
            return "OneDrive"
    if "cloudstorage" in parts[:-1]:  # macOS: ~/Library/CloudStorage/Dropbox-Personal
        provider = parts[parts.index("cloudstorage") + 1].partition("-")[0]
        return _SYNCED_NAMES.get(provider, provider.capitalize())
    return ""


def _by_mark(place: Path) -> str:
    for folder in (place, *place.parents):
        for mark, service in _SYNCED_MARKS.items():
            with suppress(OSError):
                if (folder / mark).exists():
                    return service
    return ""


def network_of(place: PurePath, mounts: Iterable[tuple[str, str]]) -> str:
    """Return the kind of network share a folder is on; empty = none.

    Args:
        place: the folder, resolved.
        mounts: where each file system is mounted, and its type.
    """
    if str(place).startswith(("\\\\", "//")):
        return "SMB"
    deepest, found = -1, ""
    for at, kind in mounts:
        root = type(place)(at)
        if (place == root or root in place.parents) and len(root.parts) >= deepest:
            deepest, found = len(root.parts), kind
    return found.removeprefix("fuse.").upper() if found.casefold() in _NETWORK_TYPES else ""


def _mounts() -> list[tuple[str, str]]:
    with suppress(OSError, subprocess.SubprocessError, ValueError):
        if sys.platform.startswith("linux"):
            return parse_linux(Path("/proc/self/mounts").read_text(encoding="utf-8"))
        if sys.platform == "darwin":
            listed = subprocess.run(
                ["/sbin/mount"], capture_output=True, text=True, timeout=2, check=True
            )
            return parse_macos(listed.stdout)
        if sys.platform == "win32":
            return _windows_drives()
    return []


def parse_linux(text: str) -> list[tuple[str, str]]:
    """Read ``/proc/self/mounts``, where a space in a name is written in octal."""
    rows = (line.split(" ") for line in text.splitlines())
    return [
        (row[1].encode().decode("unicode_escape").encode("latin-1").decode(), row[2])
        for row in rows
        if len(row) > 2
    ]


def parse_macos(text: str) -> list[tuple[str, str]]:
    """Read what ``mount`` says: ``//me@server/share on /Volumes/share (smbfs, nodev)``."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        _what, _on, rest = line.partition(" on ")
        at, _bracket, options = rest.rpartition(" (")
        if at:
            found.append((at, options.partition(",")[0].rstrip(")")))
    return found


def _windows_drives() -> list[tuple[str, str]]:
    import ctypes

    remote = 4  # DRIVE_REMOTE
    asked = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009 - Windows only
    letters = (f"{chr(code)}:\\" for code in range(ord("A"), ord("Z") + 1))
    return [(letter, "smb") for letter in letters if asked(letter) == remote]
