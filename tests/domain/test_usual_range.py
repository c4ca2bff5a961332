"""The usual range against the table and the modifiers of clinical.md 3.2 and 3.3."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_tracker.domain.choices import DEVICES, SKIN_CONDITIONS, SKIN_TYPES
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.usual_range import (
    DepthGroup,
    UsualRange,
    basis,
    depth_group,
    folded,
    table_usual,
    usual,
)
from tests.builders import NO_PROFILE, session

COLUMNS = (*range(15), 21, 28)
TABLE = """
redness S 2/3 1/2 1/2 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
redness M 2/3 2/2 1/2 1/2 0/2 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
redness D 2/3 2/2 2/2 1/2 1/2 1/2 0/1 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0
swelling S 1/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
swelling M 1/2 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
swelling D 2/2 1/2 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
flaking S 0/0 0/1 1/1 1/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
flaking M 0/0 0/1 1/2 1/2 1/2 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
flaking D 0/0 0/1 1/2 1/2 1/2 1/2 1/2 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0
dryness S 1/1 1/2 1/2 1/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
dryness M 1/2 1/2 1/2 1/2 1/2 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
dryness D 1/2 2/2 2/2 1/2 1/2 1/2 0/2 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0
itching S 0/1 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
itching M 0/1 1/1 1/2 1/2 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
itching D 0/1 1/2 1/2 1/2 1/2 0/1 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0
pain S 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
pain M 1/2 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
pain D 2/3 1/2 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
burning S 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
burning M 1/2 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
burning D 2/3 1/2 1/2 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
bruising S 0/1 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
bruising M 0/1 0/2 0/2 0/2 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
bruising D 1/2 1/2 1/2 1/2 1/2 0/2 0/1 0/1 0/1 0/1 0/1 0/0 0/0 0/0 0/0 0/0 0/0
bleeding S 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
bleeding M 1/2 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
bleeding D 1/2 0/1 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0
"""
DEPTH_MM = {"S": 0.5, "M": 1.5, "D": 2.5}
CELLS = [
    (symptom, group, day, *map(int, cell.split("/")))
    for symptom, group, *cells in (line.split() for line in TABLE.strip().splitlines())
    for day, cell in zip(COLUMNS, cells, strict=True)
]


def test_the_table_is_whole():
    assert {(symptom, group) for symptom, group, *_rest in CELLS} == set(
        itertools.product(SYMPTOM_BY_CODE, "SMD")
    )


@pytest.mark.parametrize(("symptom", "group", "day", "typical", "upper"), CELLS)
def test_cell(symptom: str, group: str, day: int, typical: int, upper: int):
    treated = session(needle_depth_mm=DEPTH_MM[group])
    assert usual(symptom, day, treated, NO_PROFILE) == UsualRange(typical, upper)
    assert table_usual(symptom, day, treated) == UsualRange(typical, upper)


@pytest.mark.parametrize(
    ("day", "column"),
    [(14, 14), (15, 14), (20, 14), (21, 21), (22, 21), (27, 21), (28, 28), (29, 28), (365, 28)],
)
def test_days_between_the_columns_use_the_one_before(day: int, column: int):
    assert folded(day) == column


def test_there_is_no_range_before_the_session_or_for_an_own_symptom():
    assert folded(-1) is None
    assert usual("redness", -1, session(), NO_PROFILE) is None
    assert usual("x_1f00c3ab", 3, session(), NO_PROFILE) is None
    assert basis("redness", -1, session(), NO_PROFILE) is None


@pytest.mark.parametrize(
    ("depth", "aggressive", "device", "group"),
    [
        (0.5, False, "pen", "S"),
        (0.6, False, "pen", "M"),
        (1.9, None, None, "M"),
        (2.0, False, "roller", "D"),
        (None, False, "pen", "M"),
        (0.5, True, "pen", "M"),
        (1.0, True, "pen", "D"),
        (3.0, True, "pen", "D"),
        (None, True, None, "D"),
        (0.5, False, "rf", "M"),
        (0.5, True, "rf", "M"),
        (2.0, False, "rf", "D"),
    ],
)
def test_depth_group(depth: float | None, aggressive: bool | None, device: str, group: str):
    treated = session(needle_depth_mm=depth, aggressive=aggressive, device=device)
    assert depth_group(treated) is DepthGroup(group)


def course_of(symptom: str, treated: Session, profile: Profile) -> list[UsualRange | None]:
    return [usual(symptom, day, treated, profile) for day in range(9)]


def cells(text: str) -> list[UsualRange]:
    return [UsualRange(*map(int, cell.split("/"))) for cell in text.split()]


SHALLOW = session(needle_depth_mm=0.5)
MEDIUM = session()


@pytest.mark.parametrize(
    ("symptom", "treated", "profile", "expected"),
    [
        # dry, at 0.5 mm: +1 on days 2-5, at least 2 on days 1-5 and 1 on days 6-7
        ("flaking", SHALLOW, Profile(skin_type="dry"), "0/0 0/2 2/2 2/2 1/2 1/2 0/1 0/1 0/0"),
        ("dryness", SHALLOW, Profile(skin_type="dry"), "1/1 1/2 2/2 2/2 1/2 1/2 0/1 0/1 0/0"),
        ("redness", SHALLOW, Profile(skin_type="dry"), "2/3 1/2 1/2 0/1 0/1 0/1 0/0 0/0 0/0"),
        # sensitive: as dry, and redness, itching, burning at least 2 on days 1-3
        ("flaking", MEDIUM, Profile(sensitive=True), "0/0 0/2 2/2 2/2 2/2 2/2 0/1 0/1 0/0"),
        ("redness", SHALLOW, Profile(sensitive=True), "2/3 1/2 1/2 0/2 0/1 0/1 0/0 0/0 0/0"),
        ("itching", MEDIUM, Profile(sensitive=True), "0/1 1/2 1/2 1/2 0/1 0/1 0/1 0/1 0/0"),
        ("burning", MEDIUM, Profile(sensitive=True), "1/2 1/2 0/2 0/2 0/0 0/0 0/0 0/0 0/0"),
        ("pain", MEDIUM, Profile(sensitive=True), "1/2 1/2 0/1 0/1 0/0 0/0 0/0 0/0 0/0"),
        # eczema: typical as dry, bounds as sensitive
        (
            "burning",
            MEDIUM,
            Profile(skin_conditions=("eczema",)),
            "1/2 1/2 0/2 0/2 0/0 0/0 0/0 0/0 0/0",
        ),
        # dry, sensitive and eczema together raise once
        (
            "flaking",
            SHALLOW,
            Profile(skin_type="dry", sensitive=True, skin_conditions=("eczema",)),
            "0/0 0/2 2/2 2/2 1/2 1/2 0/1 0/1 0/0",
        ),
        # oily: one lower, unless sensitive or aggressive
        ("dryness", MEDIUM, Profile(skin_type="oily"), "0/2 0/2 0/2 0/2 0/2 0/1 0/1 0/1 0/0"),
        (
            "dryness",
            session(aggressive=True),
            Profile(skin_type="oily"),
            "1/2 2/2 2/2 1/2 1/2 1/2 0/2 0/1 0/1",
        ),
        (
            "dryness",
            MEDIUM,
            Profile(skin_type="oily", sensitive=True),
            "1/2 1/2 2/2 2/2 2/2 1/2 0/1 0/1 0/0",
        ),
        # oily with eczema: days 2-5 as dry, the others one lower
        (
            "dryness",
            MEDIUM,
            Profile(skin_type="oily", skin_conditions=("eczema",)),
            "0/2 0/2 2/2 2/2 2/2 1/2 0/1 0/1 0/0",
        ),
        # rosacea: redness at least 2 on days 1-5, at least 1 on days 6-7
        (
            "redness",
            SHALLOW,
            Profile(skin_conditions=("rosacea",)),
            "2/3 1/2 1/2 0/2 0/2 0/2 0/1 0/1 0/0",
        ),
        # rf: redness and swelling at least 2 on days 1-3
        ("swelling", session(device="rf"), NO_PROFILE, "1/2 1/2 0/2 0/2 0/0 0/0 0/0 0/0 0/0"),
        ("redness", session(device="rf"), NO_PROFILE, "2/3 2/2 1/2 1/2 0/2 0/1 0/1 0/1 0/0"),
        # combination, darker skin, poor defences, home: no change
        (
            "redness",
            session(performed_by="home"),
            Profile(skin_type="combination", skin_tone=6, diabetes=True, weak_immunity=True),
            "2/3 2/2 1/2 1/2 0/2 0/1 0/1 0/1 0/0",
        ),
    ],
)
def test_modifier(symptom: str, treated: Session, profile: Profile, expected: str):
    assert course_of(symptom, treated, profile) == cells(expected)


profiles = st.builds(
    Profile,
    skin_type=st.sampled_from([None, *SKIN_TYPES]),
    sensitive=st.sampled_from([None, False, True]),
    skin_conditions=st.sets(st.sampled_from(list(SKIN_CONDITIONS))).map(tuple),
    skin_tone=st.sampled_from([None, 1, 6]),
    diabetes=st.booleans(),
)
sessions = st.builds(
    session,
    needle_depth_mm=st.sampled_from([None, 0.3, 0.5, 1.0, 1.5, 2.0, 3.5]),
    device=st.sampled_from([None, *DEVICES]),
    aggressive=st.booleans(),
)


@settings(deadline=None)
@given(profiles, sessions, st.sampled_from(list(SYMPTOM_BY_CODE)), st.integers(0, 365))
def test_what_no_modifier_may_do(profile: Profile, treated: Session, symptom: str, day: int):
    mine, plain = usual(symptom, day, treated, profile), table_usual(symptom, day, treated)
    assert mine is not None
    assert plain is not None
    assert 0 <= mine.typical <= min(mine.upper, 2)
    assert mine.upper >= plain.upper  # never narrows
    assert mine.upper == plain.upper or mine.upper < 3  # never raises a bound to 3
    if day > 7 or symptom in ("pain", "bruising", "bleeding"):
        assert mine.upper == plain.upper  # never past day 7; never pain
    if symptom == "swelling" and treated.device != "rf":
        assert mine == plain


@pytest.mark.parametrize(
    ("symptom", "day", "treated", "expected", "grade", "sources"),
    [
        ("redness", 2, MEDIUM, True, True, "S10"),
        ("redness", 5, MEDIUM, False, False, None),
        ("redness", 5, session(needle_depth_mm=2.5), True, True, "S9"),
        ("flaking", 1, MEDIUM, False, False, None),
        ("flaking", 7, MEDIUM, True, False, "document"),
        ("itching", 2, MEDIUM, False, False, None),
        ("bleeding", 0, MEDIUM, True, False, "S7"),
        ("bruising", 10, MEDIUM, True, False, "S9"),
    ],
)
def test_basis_tells_evidence_from_judgement(
    symptom: str, day: int, treated: Session, expected: bool, grade: bool, sources: str | None
):
    found = basis(symptom, day, treated, NO_PROFILE)
    assert found is not None
    assert (found.expected, found.grade) == (expected, grade)
    assert (sources in found.sources) if sources else found.sources == ()


def test_a_cell_that_a_modifier_changed_is_judgement_and_names_it():
    profile = Profile(skin_conditions=("rosacea",))
    found = basis("redness", 3, SHALLOW, profile)
    assert found is not None
    assert (found.expected, found.grade, found.modifiers) == (True, False, ("rosacea",))
    heat = basis("swelling", 3, session(device="rf"), NO_PROFILE)
    assert heat is not None
    assert heat.modifiers == ("rf",)
    assert "S45" in heat.sources
