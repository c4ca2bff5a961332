"""Writes, imports, backs up, restores, updates and encrypts a diary, and is killed in the middle.

Run as ``python -m tests.data.killing FOLDER TIMES SEED``. A child does it and says which ratings
are kept; its parent kills it at a random moment, as a power switch would, opens the diary, has
it checked, and looks whether every rating that was said to be kept is there.
"""

from __future__ import annotations

import mmap
import os
import random
import select
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from recovery_tracker.data.checking import check
from recovery_tracker.data.encryption import Key, is_encrypted
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.rekeying import change_key, rewrite_backups
from recovery_tracker.data.restore import restore
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.data.workroom import sweep_rooms
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.journal import Journal
from tests.builders import entry, session
from tests.data.conftest import NOW, clock

OURS = session().id
KEYS = (None, Key.new(Passphrase("correct horse")), Key.new(Passphrase("battery staple")))
OLD = Path(__file__).parent / "old_databases"
_LONGEST_S = 0.6  # until a child is killed
_A_DIARY = 5  # kills; then another one is begun, and brought up to date
PHASES = ("update", "open", "rate", "import", "backup", "restore", "key")
DOING = mmap.mmap(-1, 1)  # a phase, shared with the child


def begin(folder: Path) -> None:
    """Make a diary of the first version, which the first to open it updates."""
    folder.mkdir(parents=True)
    connection = driver.connect(str(folder / FILE_NAME), isolation_level=None)
    connection.executescript((OLD / "0001.sql").read_text())
    connection.close()


def work(folder: Path, key: Key | None, first: int, say: Callable[[int], None], seed: int) -> None:
    """Do one thing after the other for ever; say the number of each rating that is kept.

    What is being done stands in ``DOING``, for whoever kills it.
    """
    chance = random.Random(seed)
    number = first
    while True:
        DOING[0] = PHASES.index("update" if _is_old(folder / FILE_NAME) else "open")
        store = open_store(folder, clock, key=key)
        DOING[0] = PHASES.index("rate")
        journal = Journal(store, clock)
        if OURS not in {kept.id for kept in store.sessions()}:
            store.put_session(session(areas=("hands",)), NOW)
        for _again in range(chance.randrange(5)):
            number += 1
            store.put_entries(OURS, [entry(0, redness=number % 5, notes=str(number))], NOW)
            say(number)
        what = chance.choice(("import", "backup", "restore", "key", "rate"))
        DOING[0] = PHASES.index(what)
        if what == "import":
            log = Log(
                recoveries=(
                    Recovery(
                        Session(f"i{number}", entry(0).date, areas=("neck",)),
                        tuple(entry(day, pain=1) for day in range(10)),
                    ),
                )
            )
            journal.merge(log)
        elif what in ("backup", "restore"):
            keeping = Keeping(folder, clock, key)
            made = keeping.make("by-hand")
            if what == "restore":
                restore(keeping, made)
        store.close()
        if what == "key":
            new = chance.choice([other for other in KEYS if other is not key])
            change_key(folder / FILE_NAME, key, new)
            rewrite_backups(Keeping(folder, clock, new).files(), key, new)
            key = new


def _is_old(file: Path) -> bool:
    """Tell a diary that was just begun: the one of the first version is plain and small."""
    if is_encrypted(file) or file.with_name(f"{FILE_NAME}-wal").exists():
        return False
    with closing(driver.connect(str(file))) as connection:
        return connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def fitting_key(file: Path) -> Key | None:
    """Return the key the file has now; a change that was interrupted has the old or the new."""
    if not is_encrypted(file):
        return None
    return next(key for key in KEYS if key is not None and key.opens(file))


def kill_once(folder: Path, seed: int, first: int) -> int:
    """Start a child, kill it, look at what it left; return the number that is kept."""
    chance = random.Random(seed)
    file = folder / FILE_NAME
    key = fitting_key(file)
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        try:
            work(folder, key, first, lambda n: os.write(said, b"%9d\n" % n) and None, seed)
        except BaseException:  # noqa: BLE001 - said by the child, as the parent cannot see it
            traceback.print_exc()
        os._exit(1)  # it never ends by itself
    os.close(said)
    select.select([], [], [], chance.random() * _LONGEST_S)
    os.kill(child, signal.SIGKILL)
    last = first
    while word := os.read(heard, 10):
        last = int(word)
    os.close(heard)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"the child ended by itself, seed {seed}"

    if not file.exists():  # between two renames; opening puts it in order
        open_store(folder, clock, key=key).close()
    key = fitting_key(file)
    store = open_store(folder, clock, key=key)
    kept = store.entry(OURS, entry(0).date) if OURS in {s.id for s in store.sessions()} else None
    number = int(kept.notes) if kept is not None else 0
    assert number >= last, f"rating {last} was said to be kept, {number} is; seed {seed}"
    assert kept is None or dict(kept.scores) == {"redness": number % 5}
    store.close()
    findings = check(file, key).findings
    assert findings == (), f"{findings}; seed {seed}"
    keeping = Keeping(folder, clock, key)
    keeping.make_if_due()
    sweep_rooms(folder)
    marks = ("unfinished", ".being-")
    left = [path.name for path in folder.rglob("*") if any(mark in path.name for mark in marks)]
    assert left == [], f"{left}; seed {seed}"
    return number


def main() -> None:
    """Kill a child so many times, with a new diary every now and then."""
    folder, times, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    number = 0
    killed = dict.fromkeys(PHASES, 0)
    for time in range(times):
        place = folder / f"diary-{time // _A_DIARY}"
        if not place.exists():
            begin(place)
            number = 0
        number = kill_once(place, seed + time, number)
        killed[PHASES[DOING[0]]] += 1
    print(times, "kills, nothing lost; seed", seed, "while it did:", killed)


if __name__ == "__main__":
    main()
