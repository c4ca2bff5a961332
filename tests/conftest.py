"""Settings all tests share: Qt without a screen, Hypothesis profiles, no surprise from outside."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "quick", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session")
def _rounds() -> object:
    from recovery_tracker.ui.collector import Rounds  # not where no test has a widget

    return Rounds()


@pytest.fixture(autouse=True)
def _collector_at_rest(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect between tests of widgets only, as the program does when it is at rest.

    Why is said in :mod:`recovery_tracker.ui.collector`.
    """
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        gc.enable()
        yield
        return
    rounds = request.getfixturevalue("_rounds")
    gc.disable()
    yield
    rounds.collect()


@pytest.fixture
def outside() -> Iterator[Path]:
    """A folder others can look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)


@pytest.fixture
def nobody() -> Iterator[Callable[[], None]]:
    """Become a user without any rights, as for root nothing is read-only."""
    was = os.geteuid() if sys.platform != "win32" else None

    def become() -> None:
        if sys.platform != "win32" and was == 0:
            os.seteuid(65534)

    yield become
    if sys.platform != "win32" and was == 0:
        os.seteuid(0)


@pytest.fixture(scope="session", autouse=True)
def _nothing_remembered() -> None:
    """Forget what an earlier run in this process computed.

    A mutation run forks after one whole run: a remembered range or word would hide the mutant.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith("recovery_tracker.domain"):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()
