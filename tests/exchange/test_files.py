"""A file is written whole or not at all, privately, and leaves nothing beside it."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange import FORMATS, Format
from recovery_tracker.exchange.files import bytes_of, replacing

resource = pytest.importorskip("resource")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_private_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    with replacing(path) as out:
        out.write(b"new")
        assert not path.exists(), "it takes its place only when it is whole"
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["log.json"]


def test_what_stood_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_bytes(b"old and longer")
    with replacing(path) as out:
        out.write(b"new")
    assert path.read_bytes() == b"new"


def test_it_is_on_disk_when_it_is_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def watched_fsync(handle: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        done.append(kind)
        fsync(handle)

    def watched_replace(self: Path, target: Path) -> Path:
        done.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    with replacing(tmp_path / "log.json") as out:
        out.write(b"new")
    assert done == ["file", "replace", "folder"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "log.json"
    link.symlink_to(tmp_path / "elsewhere" / "real.json")
    with replacing(link) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "real.json").read_bytes() == b"new"


@pytest.mark.parametrize("error", [ValueError("a slip of the program"), KeyboardInterrupt()])
def test_when_the_writing_fails_all_stays_as_it_was(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "log.json"
    path.write_bytes(b"old")

    def write_half() -> None:
        with replacing(path) as out:
            out.write(b"half of the new")
            raise error

    with pytest.raises(type(error)):
        write_half()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["log.json"]


KILLED = """
import os, signal, sys
from pathlib import Path
from recovery_tracker.exchange.files import replacing
with replacing(Path(sys.argv[1])) as out:
    out.write(b"private")
    out.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def begun_in(folder: Path) -> list[Path]:
    return sorted(folder.glob(".recovery-tracker-*"))


def long_ago(file: Path) -> None:
    os.utime(file, (1_000_000_000, 1_000_000_000))


def test_what_a_kill_left_goes_when_a_file_is_next_written_there(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "log.json")], check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = begun_in(tmp_path)
    assert left.read_bytes() == b"private"
    with replacing(tmp_path / "early.json"):
        assert left.exists(), "another program may be about to give it its name"
    long_ago(left)
    with replacing(tmp_path / "other.json"):
        assert not left.exists()
    assert names(tmp_path) == ["early.json", "other.json"]


def test_what_is_still_written_is_left_alone(tmp_path: Path) -> None:
    with replacing(tmp_path / "slow.json") as slow:
        slow.write(b"slow")
        slow.flush()
        (begun,) = begun_in(tmp_path)
        long_ago(begun)
        with replacing(tmp_path / "quick.json"):
            assert begun.exists()
    assert (tmp_path / "slow.json").read_bytes() == b"slow"


def test_what_only_looks_like_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    long_ago(tmp_path / "mine")
    (tmp_path / ".recovery-tracker-linkedto").symlink_to(tmp_path / "mine")
    for name in (".recovery-tracker-notes", ".recovery-tracker-abcdefgh.txt"):
        (tmp_path / name).write_bytes(b"mine")
        long_ago(tmp_path / name)
    os.mkfifo(tmp_path / ".recovery-tracker-the_pipe")
    (tmp_path / ".recovery-tracker-a_folder").mkdir()
    before = names(tmp_path)
    with replacing(tmp_path / "log.json"):
        pass
    assert names(tmp_path) == sorted([*before, "log.json"])


def test_when_the_room_runs_out_all_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, hard))
    try:
        with pytest.raises(StorageProblem, match="the disk is full"), replacing(path) as out:
            out.write(bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["log.json"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full. Free some space"),
        (errno.EDQUOT, "the disk is full. Free some space"),
        (errno.EROFS, "read-only for you. Choose another folder"),
        (errno.EACCES, "read-only for you. Choose another folder"),
        (errno.EIO, "could not be written (Input/output error). Choose another place"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_an_error_of_the_machine_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, sentence: str
) -> None:
    def failing(*args: object) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "log.json"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        with pytest.raises(StorageProblem) as problem, replacing(path) as out:
            out.write(b"new")
    assert str(path) in problem.value.sentence
    assert sentence in problem.value.sentence
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["log.json"]


def test_places_that_cannot_hold_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe.json")
    for name, sentence in [
        ("folder.json", "is a folder. Give the name of a file"),
        ("pipe.json", "is not a plain file"),
        ("missing/log.json", "there is no such folder"),
        ("file/log.json", "there is no such folder"),
        ("x" * 300 + ".json", "the name is too long"),
    ]:
        with pytest.raises(StorageProblem, match=sentence), replacing(tmp_path / name):
            pytest.fail("nothing is to be written")
    assert names(tmp_path) == ["file", "folder.json", "pipe.json"]


def test_a_folder_or_file_without_the_right_to_write(
    outside: Path, nobody: Callable[[], None]
) -> None:
    locked = outside / "locked"
    locked.mkdir()
    (outside / "log.json").write_bytes(b"old")
    (outside / "log.json").chmod(0o444)
    locked.chmod(0o555)
    nobody()
    with pytest.raises(StorageProblem, match="read-only"), replacing(locked / "log.json"):
        pytest.fail("nothing is to be written")
    with pytest.raises(StorageProblem, match="is read-only"), replacing(outside / "log.json"):
        pytest.fail("nothing is to be written")


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_bytes(bytes(100))
    assert len(bytes_of(path, 1000)) == 100
    assert len(bytes_of(path, 100)) == 100
    assert len(bytes_of(path, 99)) == 100, "one byte more tells that it is too long"
    assert len(bytes_of(path, 10)) == 11
    with pytest.raises(StorageProblem, match="There is no file"):
        bytes_of(tmp_path / "missing", 10)
    with pytest.raises(StorageProblem, match="is a folder"):
        bytes_of(tmp_path, 10)
    with pytest.raises(StorageProblem, match="cannot be read"):
        bytes_of(path / "under a file", 10)


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_every_format_writes_in_this_way(tmp_path: Path, kind: Format) -> None:
    path = tmp_path / f"log{kind.suffix}"
    kind.write(Log(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == [path.name]
