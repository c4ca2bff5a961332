"""The diary among processes: killed in the middle, opened by two, made by several at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.errors import StorageProblem
from tests.builders import date_of, entry, session
from tests.data.conftest import NOW, clock

ROOT = Path(__file__).resolve().parents[2]
OURS = session().id

PRELUDE = """
import os, pathlib, signal, sys
from recovery_tracker.data.store import open_store
from tests.builders import entry, session
from tests.data.conftest import NOW, clock
folder, OURS = pathlib.Path(sys.argv[1]), session().id
"""

# A child writes and says after each call what was kept; its parent kills it in the middle of
# that, as a power switch would, and looks whether what was said is there.
KILLED = """
def write_and_say(said):
    store = open_store(folder, clock)
    for number in range(1, 10_000):
        store.put_entries(OURS, [entry(0, redness=number % 5, notes=str(number))], NOW)
        os.write(said, b"%6d\\n" % number)

open_store(folder, clock).put_session(session(), NOW)
for time in range(100):
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        write_and_say(said)
    os.close(said)
    for _ in range(1 + time % 5):
        last = os.read(heard, 7)
    os.kill(child, signal.SIGKILL)
    while more := os.read(heard, 7):
        last = more
    os.close(heard)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    store = open_store(folder, clock)
    kept = store.recovery(OURS).entries[0]
    assert int(kept.notes) >= int(last), (time, kept.notes, last)
    assert dict(kept.scores) == {"redness": int(kept.notes) % 5}
    store.close()
    print(time)
"""

# Says when it is ready, and goes on when it is told to.
WAITS = """
print("ready", flush=True)
sys.stdin.readline()
"""


@contextmanager
def running(folder: Path, script: str) -> Iterator[subprocess.Popen[str]]:
    """Another program on the same diary."""
    process = subprocess.Popen(
        [sys.executable, "-c", PRELUDE + script, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def tell(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{word}\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    heard = process.stdout.readline().strip()
    assert heard == word, process.communicate()[1]


def finished(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_what_a_call_returned_from_is_there_after_kill_9_one_hundred_times(folder: Path) -> None:
    with running(folder, KILLED) as process:
        assert finished(process).split() == [str(time) for time in range(100)]


def kill(folder: Path, times: int) -> None:
    """See ``killing.py``; the seed is said when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.data.killing", str(folder), str(times), "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=times * 20,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{times} kills, nothing lost")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_killed_while_it_imports_backs_up_restores_updates_and_encrypts(folder: Path) -> None:
    kill(folder, 8)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_killed_300_times(folder: Path) -> None:
    kill(folder, 300)


def test_a_writer_killed_in_the_middle_of_a_group_leaves_nothing_of_it(folder: Path) -> None:
    store = open_store(folder, clock)
    store.put_session(session(), NOW)
    script = f"""
store = open_store(folder, clock)
with store.transaction():
    store.put_entries(OURS, [entry(day, notes="x" * 100_000) for day in range(300)], NOW)
    {WAITS.replace(chr(10), chr(10) + "    ")}
"""
    with running(folder, script) as process:
        hear(process, "ready")
        assert (folder / f"{FILE_NAME}-wal").stat().st_size > 10_000_000, "on disk, not committed"
        process.kill()
        process.wait()
    assert store.recovery(OURS).entries == ()
    store.put_entries(OURS, [entry(0, redness=1)], NOW)
    store.close()


def test_two_programs_write_the_same_days_and_nothing_is_lost(folder: Path) -> None:
    """Each adds its own symptom to the entries: read and written in one transaction."""
    store = open_store(folder, clock)
    store.put_session(session(), NOW)
    script = f"""
store = open_store(folder, clock)
{WAITS}
for day in range(60):
    with store.transaction():
        kept = store.entry(OURS, entry(day).date) or entry(day)
        store.put_entries(OURS, [kept.graded("flaking", 1)], NOW)
store.close()
"""
    with running(folder, script) as other:
        hear(other, "ready")
        tell(other, "go")
        for day in range(60):
            with store.transaction():
                kept = store.entry(OURS, date_of(day)) or entry(day)
                store.put_entries(OURS, [kept.graded("redness", 2)], NOW)
        finished(other)
    assert store.recovery(OURS).entries == tuple(
        entry(day, redness=2, flaking=1) for day in range(60)
    )
    store.close()


def test_a_program_that_keeps_the_lock_is_named_as_the_reason(folder: Path) -> None:
    store = open_store(folder, clock, wait_s=0.01)
    store.put_session(session(), NOW)
    script = f"""
store = open_store(folder, clock)
with store.transaction():
    store.put_entries(OURS, [entry(0, redness=1)], NOW)
    {WAITS.replace(chr(10), chr(10) + "    ")}
store.close()
"""
    with running(folder, script) as other:
        hear(other, "ready")
        with pytest.raises(StorageProblem, match="in use by another program; try again"):
            store.put_entries(OURS, [entry(1, redness=1)], NOW)
        assert store.recovery(OURS).entries == ()
        tell(other, "go")
        finished(other)
    store.put_entries(OURS, [entry(1, redness=1)], NOW)
    assert len(store.recovery(OURS).entries) == 2
    store.close()


def test_several_programs_make_the_same_diary_at_once(folder: Path) -> None:
    script = f"""
{WAITS}
store = open_store(folder, clock)
store.put_session(session(id=str(os.getpid())), NOW)
store.close()
"""
    with (
        running(folder, script) as one,
        running(folder, script) as two,
        running(folder, script) as three,
    ):
        processes = (one, two, three)
        for process in processes:
            hear(process, "ready")
        for process in processes:
            tell(process, "go")
        for process in processes:
            finished(process)
        pids = {str(process.pid) for process in processes}
    store = open_store(folder, clock)
    assert {treated.id for treated in store.sessions()} == pids
    store.close()
