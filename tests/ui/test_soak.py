"""A short run of ``make soak``: many actions over all pages, and nothing complains."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tools.soak import Seen, soak


def test_growth_is_the_difference_after_the_warm_up() -> None:
    seen = Seen(memory=[50.0] * 30 + [100.0] * 15 + [70.0] * 40 + [101.0] * 15)
    assert seen.growth == pytest.approx(0.01)


@pytest.mark.long
def test_two_hundred_actions(tmp_path: Path, qapp: QApplication) -> None:
    seen = soak(tmp_path, 200, seed=1)
    assert len(seen.work) == 200
    assert dict(seen.complaints) == {}
