"""A disk that fails, or whose power is cut: a small run of ``make faults`` and ``power-cuts``."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from tools import disk
from tools.power_cuts import Change, Platter

on_such_a_disk = pytest.mark.skipif(bool(disk.why_not()), reason=disk.why_not() or "it can run")
ROOT = Path(__file__).resolve().parents[2]

FAILS = """
import errno, os, pathlib, sys
from tools.disk import Disk
folder = pathlib.Path(sys.argv[1])
on = Disk(folder)
def tried(what):
    try:
        what()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "done"
file = folder / "file"
file.write_text("kept")
on.fail("write", 2, errno.ENOSPC, lasts=True)
print(*(tried(lambda: file.write_text("x")) for _ in range(3)))
on.fail("rename", 1, errno.EIO)
print(*(tried(lambda: file.replace(file)) for _ in range(2)))
on.fail("read", 1, errno.EIO)
print(*(tried(file.read_text) for _ in range(2)))
elsewhere = folder.parent / "elsewhere"
on.fail("create", 1, errno.EROFS, lasts=True)
print(tried(lambda: elsewhere.write_text("x")), tried((folder / "new").touch))
on.heal()
print(tried(lambda: file.write_text("x")), on.count("write"))
"""


def finished(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@on_such_a_disk
def test_the_disk_fails_when_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = disk.run("-c", FAILS, str(tmp_path / "folder"), folder=tmp_path)
    assert finished(done).splitlines() == [
        "done ENOSPC ENOSPC",
        "EIO done",
        "EIO done",
        "done EROFS",
        "done 1",
    ]


@on_such_a_disk
def test_a_fault_of_each_kind_in_some_stages(tmp_path: Path) -> None:
    """Rating, and putting a backup in place of what is damaged; ``make faults`` has them all."""
    stages = ("rate (filled)", "bring back (damaged)")
    chosen = [word for stage in stages for word in ("--stage", stage)]
    done = disk.run("-m", "tools.faults", str(tmp_path), "--each", "1", *chosen, folder=tmp_path)
    assert "11 faults, 0 wrong," in finished(done)


@pytest.mark.long
@on_such_a_disk
def test_some_faults_of_each_kind_in_every_stage(tmp_path: Path) -> None:
    done = disk.run("-m", "tools.faults", str(tmp_path), "--each", "10", folder=tmp_path)
    assert ", 0 wrong," in finished(done)


@on_such_a_disk
def test_the_power_is_cut_a_few_times(tmp_path: Path) -> None:
    done = disk.run(
        "-m", "tools.power_cuts", str(tmp_path), "--times", "5", "--short", folder=tmp_path
    )
    assert "5 cuts, 0 wrong," in finished(done)


@pytest.mark.long
@on_such_a_disk
def test_the_power_is_cut_100_times(tmp_path: Path) -> None:
    done = disk.run("-m", "tools.power_cuts", str(tmp_path), "--seed", "2", folder=tmp_path)
    assert "100 cuts, 0 wrong," in finished(done)


class TestPlatter:
    """What is made of a record: only what was put on disk is sure to be there."""

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        return tmp_path / "root"

    def cut(self, root: Path, *told: Change) -> set[tuple[tuple[str, bytes], ...]]:
        """All that can be there after the power was cut, each name with its bytes."""
        begun = root.parent / "begun"
        begun.mkdir()
        (begun / "old").write_bytes(b"old")
        found: set[tuple[tuple[str, bytes], ...]] = set()
        for seed in range(60):
            platter = Platter(begun, root, {str(root): 1, str(root / "old"): 2})
            for change in told:
                platter.take(change)
            platter.cut(root, random.Random(seed))
            found.add(tuple(sorted((file.name, file.read_bytes()) for file in root.iterdir())))
        return found

    def made(self, root: Path) -> tuple[Change, Change]:
        made = Change("C", 3, 0, 0, bytes(root / "new"), "")
        return made, Change("W", 3, 0, 3, b"new", "")

    def test_nothing_was_put_on_disk(self, root: Path) -> None:
        nothing, name, both = (), (("new", b""),), (("new", b"new"),)
        kept = (("old", b"old"),)
        assert self.cut(root, *self.made(root)) == {
            (*more, *kept) for more in (nothing, name, both)
        }

    def test_the_bytes_were_but_not_the_name(self, root: Path) -> None:
        synced = Change("S", 3, 1, 0, b"", "")
        assert self.cut(root, *self.made(root), synced) == {
            (("old", b"old"),),
            (("new", b"new"), ("old", b"old")),
        }

    def test_the_name_was_but_not_the_bytes(self, root: Path) -> None:
        named = Change("S", 1, 2, 0, b"", "")
        assert self.cut(root, *self.made(root), named) == {
            (("new", b""), ("old", b"old")),
            (("new", b"new"), ("old", b"old")),
        }

    def test_a_file_that_was_put_in_place_is_the_old_or_the_new(self, root: Path) -> None:
        synced = Change("S", 3, 1, 0, b"", "")
        named = Change("S", 1, 2, 0, b"", "")
        renamed = Change("R", 3, 0, 0, bytes(root / "new"), str(root / "old"))
        assert self.cut(root, *self.made(root), synced, named, renamed) == {
            (("new", b"new"), ("old", b"old")),
            (("old", b"new"),),
        }

    def test_what_was_written_later_can_be_there_without_what_was_before(self, root: Path) -> None:
        pages = bytes(4096) + b"a" * 4096 + b"b" * 4096
        first = Change("W", 2, 0, len(pages), pages, "")
        (seen,) = zip(*self.cut(root, first), strict=True)
        assert any(b"b" in data and b"a" not in data for _name, data in seen)
