"""Commands on a locked diary: asked for on a terminal, or read from a file descriptor."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from recovery_tracker.data.encryption import Key
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.passphrase import Passphrase
from tests.builders import entry, session
from tests.data.conftest import NOW, clock

ROOT = Path(__file__).resolve().parents[1]
WORDS = "two lazy quokkas"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="descriptors and ptys of POSIX")


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locked")
    store = open_store(folder, clock)
    store.put_session(session(), NOW)
    store.put_entries(session().id, [entry(2, pus=True, fever=True)], NOW)
    store.close()
    change_key(folder / FILE_NAME, None, Key.new(Passphrase(WORDS)))
    return folder


def command(diary: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "recovery_tracker", "--data-dir", str(diary), *words]


def run_with(diary: Path, given: bytes | None, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command without a terminal; what is given comes through a descriptor."""
    reading, writing = os.pipe()
    os.write(writing, given or b"")
    os.close(writing)
    option = [] if given is None else ["--passphrase-fd", str(reading)]
    try:
        return subprocess.run(
            command(diary, *option, *words),
            cwd=ROOT,
            pass_fds=(reading,),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # no controlling terminal
            timeout=60,
        )
    finally:
        os.close(reading)


class TestDescriptor:
    """For scripts, and without a terminal."""

    @pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\nmore"])
    def test_the_first_line_opens_it(self, diary: Path, end: bytes) -> None:
        done = run_with(diary, WORDS.encode() + end, "warnings")
        assert (done.returncode, done.stderr) == (0, "")
        assert "2 March 2026" in done.stdout or "2026-03" in done.stdout

    def test_a_wrong_one_is_one_sentence(self, diary: Path) -> None:
        done = run_with(diary, b"wrong", "warnings")
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.splitlines() == [
            "This passphrase does not open the diary. Check capital letters and the language of "
            "the keyboard."
        ]

    def test_without_a_terminal_the_option_is_named(self, diary: Path) -> None:
        done = run_with(diary, None, "warnings")
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert "locked with a passphrase" in done.stderr
        assert "--passphrase-fd" in done.stderr

    @pytest.mark.parametrize("given", [b"", b"\n", b"\xff\xfe\n"])
    def test_nothing_readable_is_one_sentence(self, diary: Path, given: bytes) -> None:
        done = run_with(diary, given, "warnings")
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1

    @pytest.mark.parametrize("number", ["99", "-1", "99999999999999999999"])
    def test_a_descriptor_that_is_not_open(self, diary: Path, number: str) -> None:
        done = run_with(diary, None, f"--passphrase-fd={number}", "warnings")
        assert done.returncode == 1
        assert "cannot be read from the file descriptor" in done.stderr

    def test_a_plain_diary_asks_for_nothing(self, tmp_path: Path) -> None:
        done = run_with(tmp_path, None, "warnings")
        assert done.returncode == 0

    def test_neither_an_argument_nor_the_environment_takes_it(self, diary: Path) -> None:
        done = run_with(diary, None, "--help")
        assert "--passphrase-fd N" in done.stdout
        assert "--passphrase " not in done.stdout


def on_terminal(command: Sequence[str], answers: Sequence[str]) -> tuple[int, str]:
    """Run a command on a terminal of its own and answer each time it asks."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(command[0], list(command))
    shown, left = b"", list(answers)
    asked = 0
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # its other end is closed
            break
        if not piece:
            break
        shown += piece
        if left and shown.count(b"Passphrase of the diary:") > asked:
            asked += 1
            os.write(terminal, left.pop(0).encode() + b"\n")
    os.close(terminal)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown.decode()


class TestTerminal:
    """Asked for, and not shown."""

    @pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")
    def test_the_right_one(self, diary: Path) -> None:
        status, shown = on_terminal(command(diary, "warnings"), [WORDS])
        assert status == 0
        assert "quokkas" not in shown
        assert "2026" in shown

    @pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")
    def test_a_slip_is_asked_again_and_three_wrong_ones_end_it(self, diary: Path) -> None:
        status, shown = on_terminal(command(diary, "warnings"), ["slip", WORDS])
        assert status == 0
        assert shown.count("does not open the diary") == 1
        status, shown = on_terminal(command(diary, "warnings"), ["one", "two", "three"])
        assert status == 1
        assert shown.count("does not open the diary") == 3
        assert "one" not in shown.replace("does", "")
