"""Encryption among processes: killed at any moment of a change, and a second program beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from recovery_tracker.data.encryption import is_encrypted
from recovery_tracker.data.presence import LOCK_NAME
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.errors import PassphraseNeeded, StorageProblem
from tests.builders import session
from tests.data.conftest import clock
from tests.data.test_encryption import fill, found, some_key
from tests.data.test_processes import PRELUDE, ROOT, WAITS, finished, hear, running, tell

OURS = session().id

# A child changes the key again and again, from plain to a first key, to a second, to plain; its
# parent kills it after a while. Whatever is there then opens with one of the three, whole.
KILLED = """
import random, time
from recovery_tracker.data.encryption import Key, is_encrypted
from recovery_tracker.data.engine import connect
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.store import FILE_NAME
from tests.data.test_encryption import fill, found
file, keys = folder / FILE_NAME, [None, Key(b"1" * 48), Key(b"2" * 48)]
chance = random.Random(int(sys.argv[2]))

def key_now():
    if not is_encrypted(file):
        return 0
    return 1 if keys[1].opens(file) else 2

def opened():
    "Open it as a start does: what was left behind is put in order."
    for key in keys:
        try:
            return open_store(folder, clock, key=key)
        except Exception as error:
            if type(error).__name__ not in ("PassphraseNeeded", "WrongPassphrase"):
                raise
    raise AssertionError("no passphrase opens it")

store = open_store(folder, clock)
fill(store)
before = store.recovery(OURS), store.profile(), store.history(OURS)
store.close()
ends = set()
for time_ in range(int(sys.argv[3])):
    child = os.fork()
    if child == 0:
        at = key_now()
        while True:
            change_key(file, keys[at], keys[at := (at + 1) % 3])
    time.sleep(chance.random() * 0.15)
    os.kill(child, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), time_
    store = opened()
    assert (store.recovery(OURS), store.profile(), store.history(OURS)) == before, time_
    encrypted = store.key is not None
    store.close()
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["diary.lock", FILE_NAME], (time_, names)
    connection = connect(file, keys[key_now()])
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], time_
    connection.close()
    assert not encrypted or not found(file.read_bytes()), time_
    ends.add(key_now())
print(*sorted(ends))
"""


def kill(folder: Path, seed: int, times: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + KILLED, str(folder), str(seed), str(times)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
class TestKilled:
    """Kill -9 at any moment leaves a whole diary that one of the passphrases opens."""

    def test_a_few_times(self, folder: Path) -> None:
        assert kill(folder, seed=1, times=12).split()

    @pytest.mark.long
    @pytest.mark.parametrize("seed", range(10))
    def test_a_hundred_times(self, folder: Path, seed: int) -> None:
        assert len(kill(folder, seed=seed, times=100).split()) > 1, "it was killed at many moments"


def test_a_second_program_keeps_its_diary_and_loses_nothing(folder: Path) -> None:
    """While it has the diary open the change is refused; after it, the change is made."""
    store = open_store(folder, clock)
    fill(store)
    store.close()
    script = f"""
store = open_store(folder, clock)
{WAITS}
store.put_entries(OURS, [entry(20, redness=3, notes="from the other")], NOW)
store.close()
"""
    with running(folder, script) as other:
        hear(other, "ready")
        with pytest.raises(StorageProblem, match="open in another program"):
            change_key(folder / FILE_NAME, None, some_key(), wait_s=0.05)
        tell(other, "go")
        finished(other)
    change_key(folder / FILE_NAME, None, key := some_key())
    store = open_store(folder, clock, key=key)
    assert store.recovery(OURS).entries[-1].notes == "from the other"
    store.close()


def test_a_program_that_comes_during_the_change_waits_and_finds_the_new_file(
    folder: Path,
) -> None:
    """It never writes into the file that is on its way out."""
    store = open_store(folder, clock)
    fill(store)
    store.close()
    script = f"""
from recovery_tracker.data.presence import alone
from recovery_tracker.data.rekeying import rewrite
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.store import FILE_NAME
with alone(folder, 1):
    {WAITS.replace(chr(10), chr(10) + "    ")}
    rewrite(folder / FILE_NAME, None, Key(b"1" * 48))
"""
    with running(folder, script) as other:
        hear(other, "ready")
        with pytest.raises(StorageProblem, match="open in another program"):
            open_store(folder, clock, wait_s=0.05)
        tell(other, "go")
        with pytest.raises(PassphraseNeeded):
            open_store(folder, clock, wait_s=60)
        finished(other)
    assert is_encrypted(folder / FILE_NAME)
    assert not found((folder / FILE_NAME).read_bytes())
    assert {path.name for path in folder.iterdir()} == {LOCK_NAME, FILE_NAME}
