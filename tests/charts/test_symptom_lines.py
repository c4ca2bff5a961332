"""The symptom lines: what is drawn, what is left out, and that every word can be read."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import Any

import pytest

from recovery_tracker.charts.marks import EQUAL_OFFSET, line_style
from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.sheet import Area, Sheet
from recovery_tracker.charts.symptom_lines import draw_symptom_lines
from recovery_tracker.charts.timeline import EarlierSession, symptom_name
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.ordinary_courses import ordinary_course
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.palette import Palette, palette
from tests.builders import NO_PROFILE, build, date_of, session
from tests.charts.drawing import (
    dots,
    levels,
    line,
    lines,
    overlapping,
    points,
    texts,
    word_boxes,
    words,
)

LIGHT = palette("light")
NOON = dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC)
FOUR = ("redness", "flaking", "swelling", "pain")
WIDTH, HEIGHT = 984, 310


def drawn(
    recovery: Recovery, symptoms: Sequence[str] = ("redness",), *, day: int, **more: Any
) -> Plot:
    size = more.pop("size", (WIDTH, HEIGHT))
    sheet = Sheet(*size)
    profile: Profile = more.pop("profile", NO_PROFILE)
    colours = more.pop("colours", LIGHT)
    return draw_symptom_lines(
        sheet, recovery, symptoms, profile, colours, today=date_of(day), **more
    )


def past(number: int, *grades: int) -> EarlierSession:
    entries = {day: {"redness": grade} for day, grade in enumerate(grades)}
    return EarlierSession(number, build(entries, date=dt.date(2026, 1, number)))


def test_a_line_stands_on_its_grades_and_breaks_at_gaps() -> None:
    recovery = build({0: {"redness": 2}, 1: {"redness": 2}, 2: {"pain": 1}, 3: {"redness": 1}})
    plot = drawn(recovery, day=3)
    assert points(plot, line(plot, "redness")) == [(0, 2), (1, 2), None, (3, 1)]


def test_not_recorded_is_no_point_at_none() -> None:
    plot = drawn(build({0: {"redness": 2}, 1: {"flaking": 0}}), ["redness", "pain"], day=1)
    assert points(plot, line(plot, "pain")) == []
    assert "Pain: not recorded" in words(plot.sheet)


def test_equal_grades_are_drawn_apart() -> None:
    recovery = build({day: dict.fromkeys(FOUR, 2) for day in range(3)})
    plot = drawn(recovery, FOUR, day=2)
    heights = [points(plot, line(plot, code))[0] for code in FOUR]
    levels = [at[1] for at in heights if at is not None]
    assert levels == pytest.approx([2 + n * EQUAL_OFFSET for n in (1.5, 0.5, -0.5, -1.5)])


def test_lines_differ_in_colour_marker_and_dash_alike() -> None:
    recovery = build({day: dict.fromkeys(FOUR, 2) for day in range(3)})
    plot = drawn(recovery, FOUR, day=2)
    found = [line(plot, code) for code in FOUR]
    assert [one.color for one in found] == list(LIGHT.lines)
    assert len({dots(plot, code)[0].shape for code in FOUR}) == 4
    assert len({str(line_style(plot, place).dash) for place in range(4)}) == 4
    assert [bool(one.dash) for one in found] == [False, True, True, True]


def test_the_band_reaches_from_none_to_the_upper_bound() -> None:
    plot = drawn(build({}), day=0)
    (band,) = [mark for mark in plot.sheet.marks if isinstance(mark, Area)]
    heights = [y for _x, y in band.corners]
    assert (min(heights), max(heights)) == (plot.y(0), plot.y(3))
    upper = [(0, 3), (1, 2), (2, 2), (3, 2), (4, 2), (5, 1), (6, 1), (7, 1)]
    assert points(plot, line(plot, "upper")) == upper + [(day, 0) for day in range(8, 14)]
    assert points(plot, line(plot, "typical"))[:5] == [(0, 2), (1, 2), (2, 1), (3, 1), (4, 0)]


def test_the_band_is_that_of_the_first_symptom_and_says_so() -> None:
    plot = drawn(build({0: {"flaking": 0, "redness": 2}}), ["flaking", "redness"], day=0)
    assert points(plot, line(plot, "upper"))[0] == (0, 0)
    assert "Usual range for flaking: from none to the upper edge" in words(plot.sheet)


def test_the_band_knows_the_patient() -> None:
    dry = Profile(skin_type="dry")
    plot = drawn(build({}), ["flaking"], day=0, profile=dry)
    assert points(plot, line(plot, "upper"))[1] == (1, 2)


def test_a_symptom_of_the_patients_own_has_no_band() -> None:
    plot = drawn(build({0: {"x_00000001": 2}}), ["x_00000001"], day=0)
    assert lines(plot, "upper") == lines(plot, "typical") == []
    assert all("range" not in text for text in words(plot.sheet))


def test_earlier_sessions_lie_behind_newest_solid_older_dotted() -> None:
    earlier = [past(3, 3, 2, 1), past(2, 2, 2, 2), past(1, 1, 1, 1)]
    plot = drawn(build({0: {"redness": 2}}), day=0, earlier=earlier)
    behind = lines(plot, "past")
    assert [points(plot, one)[0] for one in behind] == [(0, 3), (0, 2), (0, 1)]
    assert [bool(one.dash) for one in behind] == [False, True, True]
    own = line(plot, "redness")
    assert max(one.order for one in behind) < own.order
    written = words(plot.sheet)
    assert "Session 3" in written
    assert "Session 2 (dotted)" in written


def test_earlier_sessions_name_the_symptom_when_several_lines_are_shown() -> None:
    recovery = build({0: {"redness": 2, "pain": 1}})
    plot = drawn(recovery, ["redness", "pain"], day=0, earlier=[past(1, 3, 3, 3)])
    assert "Redness, Session 1" in words(plot.sheet)


def test_a_lone_day_of_an_earlier_session_still_shows() -> None:
    lonely = EarlierSession(1, build({0: {"redness": 3}, 4: {"redness": 1}}))
    plot = drawn(build({0: {"redness": 2}}), day=0, earlier=[lonely])
    (lone,) = dots(plot, "lone days")
    assert points(plot, lone) == [(0, 3), (4, 1)]


def test_an_earlier_session_without_the_symptom_is_left_out() -> None:
    other = EarlierSession(1, build({0: {"pain": 3}}))
    plot = drawn(build({0: {"redness": 2}}), day=0, earlier=[other])
    assert lines(plot, "past") == []
    assert all("Session" not in text for text in words(plot.sheet))


def test_todays_dot_is_hollow_until_the_day_is_done() -> None:
    open_day = drawn(build({0: {"redness": 2}}), day=0)
    done_day = drawn(build({0: {"redness": 2, "done_at": NOON}}), day=0)
    (hollow,), (filled,) = dots(open_day, "today"), dots(done_day, "today")
    assert (hollow.fill, hollow.edge) == (LIGHT.surface, LIGHT.primary)
    assert (filled.fill, filled.edge) == (LIGHT.primary, LIGHT.surface)
    assert "Today so far" in words(open_day.sheet)
    assert "Today" in words(done_day.sheet)


def test_today_without_a_grade_has_no_dot() -> None:
    plot = drawn(build({0: {"redness": 2}}), day=3)
    assert dots(plot, "today") == []
    assert points(plot, line(plot, "today line"))[0] == (3, plot.low)
    assert "Redness: moderate on day 0" in words(plot.sheet)


def test_a_session_long_over_has_no_today() -> None:
    plot = drawn(build({0: {"redness": 2}}), day=200)
    assert lines(plot, "today line") == []
    assert not any(text.startswith("Today") for text in words(plot.sheet))


def test_the_axes_are_days_and_the_five_grades() -> None:
    plot = drawn(build({0: {"redness": 2}}), day=0)
    assert levels(plot) == [0, 1, 2, 3, 4]
    written = words(plot.sheet)
    assert {"None", "Mild", "Moderate", "Severe", "Very severe"} <= set(written)
    assert {"Day 0", *map(str, range(1, 14)), "Days since treatment"} <= set(written)
    assert plot.low < 0
    assert plot.high == 4


def test_a_long_session_numbers_fewer_days() -> None:
    plot = drawn(build({60: {"redness": 1}}), day=60)
    assert [word for word in words(plot.sheet) if word.isdecimal()] == [
        str(day) for day in range(7, 61, 7)
    ]


def test_only_the_bottom_edge_is_drawn() -> None:
    plot = drawn(build({}), day=0)
    box = plot.box
    assert line(plot, "bottom edge").runs == (((box.left, box.bottom), (box.right, box.bottom)),)


def test_an_empty_recovery_shows_the_range_and_where_the_first_dot_will_stand() -> None:
    plot = drawn(build({}, needle_depth_mm=1.0), day=0)
    written = words(plot.sheet)
    assert "Your first dot appears here" in written
    assert "Usual range for redness, face, 1.0 mm: from none to the upper edge" in written
    assert "Dashed: typical course" in written
    (dot,) = dots(plot, "today")
    assert points(plot, dot) == [(0, 2)]
    assert dot.fill == LIGHT.surface
    assert points(plot, line(plot, "redness")) == []


def test_an_empty_chart_of_an_own_symptom_says_so() -> None:
    plot = drawn(build({}), ["x_00000001"], day=0)
    assert "Nothing recorded yet." in words(plot.sheet)


def test_a_chart_shows_one_to_four_symptoms() -> None:
    with pytest.raises(ValueError, match="one to four"):
        drawn(build({}), [], day=0)
    with pytest.raises(ValueError, match="one to four"):
        drawn(build({}), USUAL_SYMPTOMS[:5], day=0)


def test_drawing_again_replaces_the_chart() -> None:
    sheet = Sheet(WIDTH, HEIGHT)
    recovery = build({0: {"redness": 2}})
    for _time in range(3):
        draw_symptom_lines(sheet, recovery, ["redness"], NO_PROFILE, LIGHT, today=date_of(0))
    assert words(sheet).count("Redness: moderate") == 1


def test_days_and_pixels_are_told_from_each_other() -> None:
    plot = drawn(build({0: {"redness": 2}}), day=0)
    assert [plot.day_at(plot.x(day)) for day in range(14)] == list(range(14))
    assert plot.day_at(-500) == 0
    assert plot.day_at(5000) == 13
    assert plot.x(0) == pytest.approx(plot.box.left + plot.pad)
    assert plot.x(13) == pytest.approx(plot.box.right - plot.pad)
    assert (plot.y(plot.low), plot.y(plot.high)) == pytest.approx((plot.box.bottom, plot.box.top))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_comes_from_the_theme(theme: Any) -> None:
    colours = palette(theme)
    known = {getattr(colours, name) for name in Palette.__annotations__}
    recovery = build({day: dict.fromkeys(FOUR, 2) for day in range(3)})
    plot = drawn(recovery, FOUR, day=2, earlier=[past(1, 3, 3)], colours=colours)
    used = {plot.sheet.ground}
    for mark in plot.sheet.marks:
        used |= {getattr(mark, name, None) for name in ("color", "fill", "edge")} - {None}
    assert used <= known | set(colours.lines)


def test_a_larger_scale_makes_larger_words() -> None:
    recovery = build({0: {"redness": 2}})
    plain, large = drawn(recovery, day=0), drawn(recovery, day=0, scale=1.3)
    sizes = [
        next(text.size for text in texts(plot.sheet) if text.text == "Severe")
        for plot in (plain, large)
    ]
    assert sizes[1] == pytest.approx(sizes[0] * 1.3)


def test_names_of_any_length_and_script_are_drawn() -> None:
    own = {"x_00000001": "皮膚のかゆみ $x$ " * 9, "x_00000002": "حكة خفيفة"}
    recovery = build({0: {"x_00000001": 1, "x_00000002": 2}})
    plot = drawn(recovery, list(own), day=0, own_names=own)
    assert len(word_boxes(plot.sheet)) == len(words(plot.sheet))


@pytest.mark.parametrize("size", [(1, 1), (40, 900), (900, 30), (200, 120)])
def test_a_chart_too_small_to_read_still_draws(size: tuple[int, int]) -> None:
    recovery = build({day: dict.fromkeys(FOUR, 2) for day in range(12)})
    plot = drawn(recovery, FOUR, day=11, earlier=[past(1, 3, 3)], size=size)
    assert points(plot, line(plot, "redness"))


def _made_up(seed: int) -> tuple[Recovery, list[str], int, list[EarlierSession]]:
    """A course with its gaps, some symptoms, a day that is today, and sessions before it."""
    rng = random.Random(seed)
    now = rng.randint(0, 13)
    whole = ordinary_course(session(needle_depth_mm=rng.choice([0.3, 1.5, 2.5])), NO_PROFILE, rng)
    entries: list[Entry] = [e for e in whole.entries if e.date <= date_of(now)]
    before = [
        EarlierSession(
            n, ordinary_course(session(id=str(n), date=dt.date(2026, 1, n)), NO_PROFILE, rng)
        )
        for n in range(rng.randint(0, 3), 0, -1)
    ]
    symptoms = rng.sample(USUAL_SYMPTOMS, rng.randint(1, 4))
    return Recovery(whole.session, tuple(entries)), symptoms, now, before


def _check_words(seed: int, size: tuple[int, int], scale: float) -> None:
    recovery, symptoms, now, before = _made_up(seed)
    plot = drawn(recovery, symptoms, day=now, earlier=before, size=size, scale=scale)
    boxes = word_boxes(plot.sheet)
    assert overlapping(boxes) == []
    for text, box in boxes:
        assert box.left >= 0, text
        assert box.bottom >= 0, text
        assert box.right <= size[0], text
        assert box.top <= size[1], text
    names = tuple(f"{symptom_name(code)}: " for code in symptoms)
    ends = [text for text, _box in boxes if text.startswith(names)]
    recorded = any(entry.scores for entry in recovery.entries)
    assert len(ends) == (len(symptoms) if recorded else 0)


@pytest.mark.parametrize("seed", range(30))
def test_no_word_covers_another_or_leaves_the_chart(seed: int) -> None:
    _check_words(seed, (WIDTH, HEIGHT) if seed % 2 else (700, 300), 1.0)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_no_word_covers_another_in_many_charts(seed: int) -> None:
    _check_words(seed, (WIDTH, HEIGHT), 1.0)
    _check_words(seed, (760, 340), 1.3)
