"""A process of its own answers, and is gone when it is not needed or did not live."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from types import MappingProxyType

import pytest

from recovery_tracker.apart import Apart, EndedApart, ask_apart
from recovery_tracker.domain.errors import Refused
from recovery_tracker.i18n import in_language
from tests import works

_PATIENCE_S = 20.0


@pytest.fixture
def apart() -> Iterator[Apart]:
    process = Apart()
    yield process
    process.end()


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_answers_in_another_process_and_stays(apart: Apart) -> None:
    assert not apart.alive
    first = apart.ask(works.which)
    assert first != os.getpid()
    assert apart.ask(works.which) == first
    assert apart.alive
    apart.end()
    assert not apart.alive
    assert not is_there(first)
    assert apart.ask(works.which) != first


def test_frozen_values_can_be_sent(apart: Apart) -> None:
    frozen = MappingProxyType({"pain": 2})
    (answer,) = apart.ask(works.echo, frozen)
    assert type(answer) is MappingProxyType
    assert answer == frozen


def test_errors_come_back_and_it_goes_on(apart: Apart) -> None:
    with pytest.raises(ZeroDivisionError) as failed:
        apart.ask(works.fail)
    assert any(
        note.startswith("In a process of its own, works.py:") for note in failed.value.__notes__
    )
    process = apart.ask(works.which)
    with in_language("de"), pytest.raises(Refused) as refused:
        apart.ask(works.refuse)
    assert refused.value.sentence == "Bericht speichern"
    assert apart.ask(works.which) == process


def test_one_that_ends_is_told_and_the_next_question_begins_another(apart: Apart) -> None:
    with pytest.raises(EndedApart):
        apart.ask(works.end)
    assert not apart.alive
    assert apart.ask(works.echo, 1) == (1,)


def test_another_thread_that_has_just_waited_for_it_does_no_harm(
    apart: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two threads may wait for the end; whoever came first has not noted it when it is closed."""

    def not_noted_yet(_process: BaseProcess) -> None:
        raise ValueError("Cannot close a process while it is still running.")

    monkeypatch.setattr(BaseProcess, "close", not_noted_yet)
    with pytest.raises(EndedApart):
        apart.ask(works.end)
    assert apart.ask(works.echo, 1) == (1,)


def test_one_that_was_ended_while_nobody_asked_is_replaced(apart: Apart) -> None:
    process = apart.ask(works.which)
    os.kill(process, 9)
    wait_until_gone(process, apart)
    assert apart.ask(works.which) != process


def wait_until_gone(process: int, apart: Apart) -> None:
    due = time.monotonic() + _PATIENCE_S
    while apart.alive and time.monotonic() < due:
        threading.Event().wait(0.01)
    assert not apart.alive, process


def test_an_answer_nobody_wants_any_more_is_not_waited_for(apart: Apart) -> None:
    with pytest.raises(EndedApart):
        apart.ask(works.never, unwanted=lambda: True)
    assert not apart.alive


def test_one_that_hangs_is_ended() -> None:
    with pytest.raises(EndedApart):
        ask_apart(works.never, at_most=0.0)


def test_it_can_be_ended_by_another_thread_unless_it_is_to_finish(apart: Apart) -> None:
    process = apart.ask(works.which)
    ended: list[BaseException] = []
    looked = threading.Event()

    def unwanted() -> bool:
        looked.set()
        return False

    def ask() -> None:
        try:
            apart.ask(works.never, unwanted=unwanted)
        except EndedApart as error:
            ended.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert looked.wait(_PATIENCE_S)
    apart.end(when_idle=True)
    assert is_there(process)
    apart.end()
    asking.join(_PATIENCE_S)
    assert len(ended) == 1
    assert not apart.alive


def test_it_ends_with_a_program_that_is_killed() -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    process = int(program.stdout.readline())
    assert is_there(process)
    program.kill()
    program.communicate()
    due = time.monotonic() + _PATIENCE_S
    while is_there(process) and time.monotonic() < due:
        threading.Event().wait(0.01)
    assert not is_there(process)


_PROGRAM = """
from recovery_tracker.apart import Apart
from tests import works
print(Apart().ask(works.which), flush=True)
input()
"""
