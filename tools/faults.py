"""Lets every write, fsync, rename and read of a small journey fail in turn, and looks what is left.

Run as ``make faults``. For each stage of the journey and each call of each kind, that call fails:
once, or it and what follows (a disk that is full or was made read-only). What failed must be said
in one sentence. Then the disk is well again and the program is started: it opens, ``check`` is
clean, what was said to be kept is there, and nothing unfinished lies about.

Each fault has two processes of its own, which are forked from one that has imported all that the
stage needs; two such workers share the faults. About 30 ms a fault, most of it in SQLCipher.
"""

from __future__ import annotations

import argparse
import errno
import gc
import importlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import disk

FAULTS = (("EIO", False), ("ENOSPC", False), ("EROFS", False), ("ENOSPC", True), ("EROFS", True))
_PATIENCE_S = 60
_LONGEST_SENTENCE = 700


@dataclass(frozen=True)
class Fault:
    """Which call fails, with what, and whether the disk stays so."""

    kind: str
    at: int
    error: str
    lasts: bool

    def __str__(self) -> str:
        return f"{self.kind} {self.at}: {self.error}{' from then on' if self.lasts else ''}"


def beside(work: Callable[[], Any], said: Path) -> tuple[Any, str]:
    """Do something in a process of its own; return what it returns, and what was wrong."""
    answer, told = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(_PATIENCE_S)
        try:
            out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(out, 1)
            os.dup2(out, 2)
            result = {"is": work()}
        except BaseException:  # noqa: BLE001 - the parent says it
            result = {"wrong": traceback.format_exc()}
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(told, json.dumps(result).encode())
        os._exit(0)
    os.close(told)
    words = b""
    while piece := os.read(answer, 65536):
        words += piece
    os.close(answer)
    _pid, status = os.waitpid(child, 0)
    if status or not words:
        how = "took too long" if os.WIFSIGNALED(status) else "ended by itself"
        return None, f"it {how} (status {status})\n{said.read_text(errors='replace')}"
    result = json.loads(words)
    return result.get("is"), result.get("wrong", "")


def well(work: Callable[[], Any], said: Path) -> Any:
    """Do the same where nothing may go wrong."""
    result, wrong = beside(work, said)
    if wrong:
        raise RuntimeError(wrong)
    return result


@dataclass(frozen=True)
class Known:
    """What a stage does on a disk that is well: its states, its calls by kind, its imports."""

    states: tuple[str, ...]
    counts: dict[str, int]
    modules: list[str]


class Matrix:
    """The journey on a disk that fails, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        from tools.disk import journey

        folder.mkdir()
        self.journey = journey
        self._folder = folder
        self._root = folder / "root"
        self._said = folder / "said"
        self._known: dict[str, Known] = {}

    def _place(self, stage: Any) -> Any:
        """Lay out the diary of a stage, always at the same path: its settings name paths."""
        shutil.rmtree(self._root, ignore_errors=True)
        kept = self._folder / "begun" / stage.begin.__name__
        if not kept.exists():
            well(lambda: stage.begin(self.journey.Place(self._root)), self._said)
            shutil.copytree(self._root, kept)
        else:
            shutil.copytree(kept, self._root)
        return self.journey.Place(self._root, stage.key)

    def known(self, stage: Any) -> Known:
        """Run a stage on a disk that is well."""
        if stage.name not in self._known:
            states = self._states(stage)
            place = self._place(stage)

            def count() -> tuple[dict[str, int], list[str]]:
                on = disk.Disk(self._root)
                stage.act(place)
                counts = {kind: on.count(kind) for kind in disk.KINDS}
                self._left([], states, Fault("read", 0, "EIO", lasts=False))
                return counts, list(sys.modules)

            self._known[stage.name] = Known(states, *well(count, self._said))
        return self._known[stage.name]

    def _states(self, stage: Any) -> tuple[str, ...]:
        """Return what the diary says before a stage and after each of its steps."""
        place, states = self._place(stage), self._folder / "states"
        shutil.rmtree(states, ignore_errors=True)
        shutil.copytree(self._root, states / "0")

        def act() -> None:
            numbers = iter(range(1, 1000))
            place.done = lambda _words: shutil.copytree(self._root, states / str(next(numbers)))
            stage.act(place)

        well(act, self._said)
        kept = sorted(states.iterdir(), key=lambda path: int(path.name))
        return tuple(well(lambda p=path: self._state(p), self._said) for path in kept)

    def _state(self, root: Path) -> str:
        return self.journey.state_of(self.journey.Place(root))

    def faults(self, stage: Any) -> Iterator[Fault]:
        """Return every fault of a stage."""
        for kind, many in self.known(stage).counts.items():
            for at in range(1, many + 1):
                for error, lasts in FAULTS:
                    if error == "EIO" or kind not in ("read", *(("fsync",) * lasts)):
                        yield Fault(kind, at, error, lasts)

    def trouble(self, stage: Any, fault: Fault) -> str:
        """Run a stage with a fault; return what is wrong afterwards, empty = nothing."""
        expected = self.known(stage).states
        place = self._place(stage)
        heard, said = os.pipe()

        def act() -> str:
            place.done = lambda words: os.write(said, f"{words}\n".encode()) and None
            on = disk.Disk(self._root)
            on.fail(fault.kind, fault.at, getattr(errno, fault.error), lasts=fault.lasts)
            return self._told(stage, place)

        told, wrong = beside(act, self._said)
        os.close(said)
        with os.fdopen(heard) as stream:
            done = stream.read().splitlines()
        if wrong:
            return wrong
        terminal = self._said.read_text(errors="replace")
        if "Traceback" in terminal or "Exception ignored" in terminal:
            return terminal
        if told and (not told.isprintable() or len(told) > _LONGEST_SENTENCE):
            return f"no sentence: {told!r}"
        found, wrong = beside(lambda: self._left(done, expected, fault), self._said)
        return wrong or (found and f"{found} (it had said: {told!r}, done: {done})")

    def _told(self, stage: Any, place: Any) -> str:
        from recovery_tracker.domain.errors import RecoveryTrackerError

        try:
            stage.act(place)
        except RecoveryTrackerError as error:
            return error.sentence or "\0"
        except self.journey.Said:
            pass
        return ""

    def _left(self, done: list[str], expected: tuple[str, ...], fault: Fault) -> str:
        """Start the program on what is left; return what is wrong."""
        left = after(self.journey.Place(self._root), done, expected)
        if fault.error == "EROFS" and fault.lasts:  # there, not even what was begun can go
            left = [name for name in left if not name.startswith("out/")]
        return "; ".join(left)


def _import(modules: Sequence[str]) -> None:
    """Import what a stage needs once, and not again in each process that is forked."""
    for name in modules:
        with suppress(ImportError):  # some name themselves otherwise
            importlib.import_module(name)
    gc.freeze()  # what a child never looks at is not copied


def after(place: Any, done: list[str], expected: Sequence[str]) -> list[str]:
    """Start the program and return what is wrong.

    Args:
        place: where the diary is.
        done: what was said to be done.
        expected: what the diary says before the first step and after each.
    """
    from recovery_tracker.data.checking import check
    from tools.disk import journey

    now = journey.state_of(place)
    if any(words.startswith("less ") for words in done):
        expected = [*expected[: len(done)], now]
    if now not in expected[len(done) : len(done) + 2]:
        step = expected.index(now) if now in expected else "none"
        return [f"the diary says what it said after step {step}, not {len(done)} or the next"]
    if now == journey.DAMAGED:
        return []
    findings = list(check(place.file, place.key).findings)
    for words in done:
        findings += journey.faults_of(words)
    return findings + journey.left_over(place)


def main() -> int:
    """Run the whole matrix, or a sample of it, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/faults"))
    parser.add_argument("--each", type=int, default=0, help="so many of each kind; 0 = all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stage", action="append", default=[], help="this stage only, by its name")
    parser.add_argument("--workers", type=int, default=2, help="processes that share the work")
    args = parser.parse_args()
    if disk.why_not():
        print(f"Not here: {disk.why_not()}.")
        return 0
    disk.begin_on_it("tools.faults", sys.argv[1:], args.folder)
    os.environ["RECOVERY_TRACKER_DEBUG"] = "1"
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as name:
        return _run(Path(name), args)


def _run(folder: Path, args: argparse.Namespace) -> int:
    chance, begun, cases, failed = random.Random(args.seed), time.monotonic(), 0, 0
    matrix = Matrix(folder / "counted")
    heads = "".join(f"{kind:>8}" for kind in disk.KINDS)
    print(f"seed {args.seed}\n{'stage':32}{heads}{'cases':>7}{'wrong':>7}{'s':>6}", flush=True)
    for number, stage in enumerate(matrix.journey.STAGES):
        if args.stage and stage.name not in args.stage:
            continue
        faults, since = list(matrix.faults(stage)), time.monotonic()
        if args.each:
            faults = list(_some(faults, args.each, chance))
        wrong = 0
        for fault, found in zip(faults, _found(folder, number, faults, args.workers), strict=True):
            if found:
                wrong += 1
                print(f"{stage.name}, {fault}: {found}", flush=True)
        counts = "".join(f"{matrix.known(stage).counts[kind]:8}" for kind in disk.KINDS)
        took = time.monotonic() - since
        print(f"{stage.name:32}{counts}{len(faults):7}{wrong:7}{took:6.0f}", flush=True)
        failed += wrong
        cases += len(faults)
    print(f"{cases} faults, {failed} wrong, {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


def _found(folder: Path, stage: int, faults: list[Fault], workers: int) -> Iterator[str]:
    """Have some workers share the faults of a stage; yield what was wrong after each."""
    ways = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, ways, _begin_work, (folder, stage)) as pool:
        yield from pool.map(_trouble, faults, chunksize=4)


def _begin_work(folder: Path, stage: int) -> None:
    """Give a worker a folder and the stage it works on."""
    global _trouble_of
    matrix = Matrix(folder / f"worker-{os.getpid()}")
    of = matrix.journey.STAGES[stage]
    _import(matrix.known(of).modules)

    def trouble(fault: Fault) -> str:
        return matrix.trouble(of, fault)

    _trouble_of = trouble


def _no_work(_fault: Fault) -> str:
    raise RuntimeError("a worker was not told what it works on")


_trouble_of = _no_work


def _trouble(fault: Fault) -> str:
    return _trouble_of(fault)


def _some(faults: list[Fault], many: int, chance: random.Random) -> Iterator[Fault]:
    """Choose so many of each kind."""
    for kind in disk.KINDS:
        of_kind = [fault for fault in faults if fault.kind == kind]
        yield from chance.sample(of_kind, min(many, len(of_kind)))


if __name__ == "__main__":
    sys.exit(main())
