"""A folder on a network share or in a sync folder is recognised by its path, marks or mount."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from recovery_tracker.data.surroundings import (
    Surroundings,
    network_of,
    parse_linux,
    parse_macos,
    surroundings,
    synced_by,
)


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("/home/ada/Dropbox/diary", "Dropbox"),
        ("/home/ada/Nextcloud", "Nextcloud"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/diary", "iCloud Drive"),
        ("/Users/ada/Library/CloudStorage/Dropbox-Personal/diary", "Dropbox"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-a@b.c/My Drive", "Google Drive"),
        ("/Users/ada/Library/CloudStorage/Box-Box", "Box"),
        ("/home/ada/.local/share/recovery-tracker", ""),
        ("/home/ada/dropbox-manual/diary", ""),
        ("/Users/ada/Library/CloudStorage", ""),
    ],
)
def test_the_names_on_its_path(place: str, service: str) -> None:
    assert synced_by(PurePosixPath(place), {}) == service


def test_onedrive_on_windows() -> None:
    place = PureWindowsPath(r"C:\Users\Ada\OneDrive - Clinic\diary")
    assert synced_by(place, {}) == "OneDrive"
    moved = PureWindowsPath(r"D:\Cloud\diary")
    assert synced_by(moved, {}) == ""


def test_where_the_system_says_onedrive_is(tmp_path: Path) -> None:
    assert synced_by(tmp_path / "diary", {"OneDrive": str(tmp_path)}) == "OneDrive"
    assert synced_by(tmp_path, {"OneDriveCommercial": str(tmp_path / "work")}) == ""


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".owncloudsync.log"])
def test_a_mark_in_a_folder_above(tmp_path: Path, mark: str) -> None:
    assert surroundings(tmp_path / "a" / "diary") == Surroundings("disk")
    (tmp_path / mark).touch()
    assert surroundings(tmp_path / "a" / "diary").kind == "synced"


LINUX = """/dev/sda1 / ext4 rw 0 0
nas:/home /home/ada/nas nfs4 rw 0 0
//nas/x /mnt/my\\040share cifs rw 0 0
sshfs /home/ada/far fuse.sshfs rw 0 0
/dev/sdb1 /home/ada/nas/disk ext4 rw 0 0
"""
MACOS = """/dev/disk3s1 on / (apfs, sealed, local)
//ada@nas/share on /Volumes/my share (smbfs, nodev, nosuid)
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/ada/nas/diary", "NFS4"),
        ("/home/ada/nas", "NFS4"),
        ("/home/ada/nas/disk/diary", ""),
        ("/home/ada/nasty", ""),
        ("/mnt/my share/diary", "CIFS"),
        ("/home/ada/far/diary", "SSHFS"),
        ("/home/ada", ""),
    ],
)
def test_the_mounts_of_linux(place: str, kind: str) -> None:
    assert network_of(PurePosixPath(place), parse_linux(LINUX)) == kind


def test_the_mounts_of_macos() -> None:
    mounts = parse_macos(MACOS)
    assert network_of(PurePosixPath("/Volumes/my share/diary"), mounts) == "SMBFS"
    assert network_of(PurePosixPath("/Users/ada"), mounts) == ""


def test_a_share_of_windows() -> None:
    assert network_of(PureWindowsPath(r"\\nas\share\diary"), []) == "SMB"
    assert network_of(PureWindowsPath("Z:\\diary"), [("Z:\\", "smb")]) == "SMB"
    assert network_of(PureWindowsPath("C:\\diary"), [("Z:\\", "smb")]) == ""
