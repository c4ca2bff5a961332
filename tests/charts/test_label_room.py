"""Labels on hundreds of made-up courses: none covers another, none leaves the chart.

At several sizes, at 100 and 130 %, and with words that are a third longer, as in German.
"""

from __future__ import annotations

import gettext
import itertools
import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from recovery_tracker import i18n
from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.room import Box
from recovery_tracker.charts.sheet import Plate, Sheet
from recovery_tracker.charts.sum_of_eight import draw_sum
from recovery_tracker.charts.symptom_lines import draw_symptom_lines
from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.domain.ordinary_courses import ordinary_course
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.palette import palette
from tests.builders import NO_PROFILE, date_of, session
from tests.charts.drawing import word_boxes

SIZES = ((982, 292), (982, 230), (846, 230), (630, 260), (982, 460))
SCALES = (1.0, 1.15, 1.3)
SLACK = 1.5  # pixels: the empty rim of a letter


class Longer(gettext.NullTranslations):
    """Every sentence a third longer, with letters as long as German words have."""

    def gettext(self, message: str) -> str:
        return message + "w" * round(len(message) * 0.35)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@contextmanager
def longer_words() -> Iterator[None]:
    before = i18n._here.set(("xx", Longer()))
    try:
        yield
    finally:
        i18n._here.reset(before)


def made_up(rng: random.Random) -> tuple[Recovery, int, list[EarlierSession]]:
    """A course up to a day that is today, with gaps, and up to three sessions before it."""
    now = rng.choice((*range(14), 20, 27))
    depth = rng.choice([0.3, 1.5, 2.5])
    whole = ordinary_course(session(needle_depth_mm=depth), NO_PROFILE, rng)
    before = [
        EarlierSession(n, ordinary_course(session(id=str(n)), NO_PROFILE, rng))
        for n in range(rng.randint(0, 3), 0, -1)
    ]
    entries = tuple(e for e in whole.entries if e.date <= date_of(now))
    return Recovery(whole.session, entries), now, before


def labels(sheet: Sheet) -> list[tuple[str, Box]]:
    """Every word with the room it takes: a boxed one takes its box."""
    frames = [mark.box for mark in sheet.marks if isinstance(mark, Plate)]
    found: list[tuple[str, Box]] = []
    for text, box in word_boxes(sheet):
        frame = next((f for f in frames if box.inside(_wider(f))), None)
        found.append((text, frame or Box(box.left, box.bottom + 2, box.width, box.height - 4)))
    return found


def _wider(box: Box) -> Box:
    return Box(box.left - 3, box.bottom - 3, box.width + 6, box.height + 6)


def check(plot: Plot, size: tuple[int, int]) -> None:
    found = labels(plot.sheet)
    for (one, box), (other, second) in itertools.combinations(found, 2):
        inner = Box(box.left + SLACK, box.bottom, box.width - 2 * SLACK, box.height)
        assert not inner.overlaps(second), (one, other)
    for text, box in found:
        assert box.left >= -SLACK, text
        assert box.bottom >= -SLACK, text
        assert box.right <= size[0] + SLACK, text
        assert box.top <= size[1] + SLACK, text


def check_charts(seed: int) -> None:
    rng = random.Random(seed)
    recovery, now, before = made_up(rng)
    symptoms = rng.sample(USUAL_SYMPTOMS, rng.randint(1, 4))
    size, scale = rng.choice(SIZES), rng.choice(SCALES)
    light, today = palette("light"), date_of(now)
    sheet = Sheet(*size)
    plot = draw_symptom_lines(
        sheet, recovery, symptoms, NO_PROFILE, light, today=today, earlier=before, scale=scale
    )
    check(plot, size)
    plot = draw_sum(sheet, recovery, light, today=today, earlier=before, scale=scale)
    check(plot, size)


@pytest.mark.parametrize("seed", range(60))
def test_no_label_covers_another_or_leaves_the_chart(seed: int) -> None:
    check_charts(seed)


@pytest.mark.parametrize("seed", range(60, 120))
def test_longer_words_find_room_too(seed: int) -> None:
    with longer_words():
        check_charts(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 2000))
def test_in_a_thousand_charts_too(seed: int) -> None:
    check_charts(seed)
    with longer_words():
        check_charts(seed)
