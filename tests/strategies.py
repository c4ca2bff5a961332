"""Hypothesis strategies for everything a diary can hold, built from the catalogues.

``profiles``, ``sessions``, ``photos`` and ``acts`` are strategies; ``entries()``, ``recoveries()``
and ``logs()`` make one. Dates lie between 1901 and ``LATEST``, so that nothing is in the future
for a test that takes ``LATEST`` as today; entries alone fit the session of the builders.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from recovery_tracker.domain import choices
from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.recovery import (
    FIRST_BASELINE_DAY,
    LAST_DAY,
    Act,
    Log,
    Photo,
    Recovery,
    Session,
)
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from tests.builders import DAY_0

EARLIEST = dt.date(1901, 1, 1)
LATEST = dt.date(2027, 3, 31)
LAST_SESSION = LATEST - dt.timedelta(days=LAST_DAY)

# what a keyboard or another program can leave in a text; NUL and half characters cannot be kept
_signs = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_troublesome = st.sampled_from(["=1+1", "'tis", "-", "@x", "a; b", 'say "so"', "a,b\r\nc", "\ta"])


def texts(min_size: int = 0, max_size: int = 12) -> st.SearchStrategy[str]:
    """Any text that can be kept, with those a table or a terminal could stumble over."""
    return st.one_of(st.text(_signs, min_size=min_size, max_size=max_size), _troublesome)


def dates(first: dt.date = EARLIEST, last: dt.date = LATEST) -> st.SearchStrategy[dt.date]:
    """Days the diary may hold."""
    return st.dates(first, last)


moments = st.datetimes(
    dt.datetime.fromisoformat("1901-01-01"),
    dt.datetime.fromisoformat("2199-12-31"),
    timezones=st.just(dt.UTC),
).map(lambda moment: moment.replace(microsecond=0))
"""Moments in UTC, whole seconds."""

local_times = moments.map(lambda moment: moment.replace(tzinfo=None))
"""What a camera says: a date and a time without a zone."""


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _codes(known: choices.Choices) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(known))


def _words(known: choices.Choices) -> st.SearchStrategy[tuple[str, ...]]:
    """Codes of a catalogue and words of the patient's own."""
    return st.lists(_codes(known) | texts(min_size=1), max_size=3).map(tuple)


profiles = st.builds(
    Profile,
    name=texts(),
    birth_date=_maybe(dates()),
    patient_number=texts(),
    skin_type=_maybe(_codes(choices.SKIN_TYPES)),
    skin_conditions=_words(choices.SKIN_CONDITIONS),
    skin_tone=_maybe(st.integers(1, 6)),
    allergies=texts(),
    dermatologist=st.builds(
        Dermatologist, name=texts(), clinic=texts(), phone=texts(), email=texts()
    ),
    appointment=_maybe(dates()),
    questions=texts(),
    **dict.fromkeys(
        (
            "sensitive",
            "cold_sores",
            "keloid",
            "metal_allergy",
            "diabetes",
            "weak_immunity",
            "blood_thinners",
            "pregnant_or_breastfeeding",
            "severe_allergy",
            "isotretinoin",
        ),
        _maybe(st.booleans()),
    ),
)
"""Profiles, stated in part or whole."""


def own_items(max_size: int = 3) -> st.SearchStrategy[tuple[OwnItem, ...]]:
    """Own symptoms or care items, each code once."""
    item = st.builds(
        OwnItem,
        code=st.integers(0, 0xFFFFFFFF).map("x_{:08x}".format),
        label=texts(min_size=1).filter(lambda label: bool(label.strip())),
        retired=st.booleans(),
    )
    return st.lists(item, max_size=max_size, unique_by=lambda own: own.code).map(tuple)


sessions = st.builds(
    Session,
    id=st.builds(lambda: str(uuid.uuid4())),  # never the same in two examples
    date=dates(EARLIEST - dt.timedelta(days=FIRST_BASELINE_DAY), LAST_SESSION),
    treatment=_codes(choices.TREATMENTS),
    device=_maybe(_codes(choices.DEVICES)),
    needle_depth_mm=_maybe(st.floats(0.1, 4.0)),
    aggressive=_maybe(st.booleans()),
    areas=_words(choices.AREAS),
    products=st.lists(texts(), max_size=3).map(tuple),
    numbing_cream=texts(),
    recent_procedures=_words(choices.RECENT_PROCEDURES),
    performed_by=_maybe(_codes(choices.PERFORMED_BY)),
    reused_or_shared_needles=_maybe(st.booleans()),
    practitioner=texts(),
    notes=texts(),
    archived=st.booleans(),
)
"""Sessions early enough that each of their days is past on ``LATEST``."""


_days_of_the_builders = dates(
    DAY_0 + dt.timedelta(days=FIRST_BASELINE_DAY), DAY_0 + dt.timedelta(days=LAST_DAY)
)


@st.composite
def entries(
    draw: st.DrawFn,
    on: st.SearchStrategy[dt.date] = _days_of_the_builders,
    symptoms: Sequence[OwnItem] = (),
    care_items: Sequence[OwnItem] = (),
) -> Entry:
    """An entry, which may use own symptoms and care items."""
    graded = [*SYMPTOM_BY_CODE, *(item.code for item in symptoms)]
    done = [*CARE_BY_CODE, *(item.code for item in care_items)]
    answers = draw(
        st.dictionaries(st.sampled_from(sorted(SIGN_BY_CODE)), st.booleans(), max_size=9)
    )
    return Entry(
        date=draw(on),
        scores=draw(st.dictionaries(st.sampled_from(graded), st.integers(0, 4))),
        signs=tuple(sign for sign, present in answers.items() if present),
        signs_absent=tuple(sign for sign, present in answers.items() if not present),
        care=tuple(draw(st.lists(st.sampled_from(done), max_size=4))),
        new_product=draw(texts()),
        medicines=draw(texts()),
        notes=draw(texts()),
        private_notes=draw(texts()),
        advice_received=draw(texts()),
        entered_at=draw(_maybe(moments)),
        changed_at=draw(_maybe(moments)),
        done_at=draw(_maybe(moments)),
    )


_done, _felt = _codes(choices.ACTS), _maybe(_codes(choices.URGENCY_FELT))

acts = st.builds(
    lambda said, **rest: Act(act=said[0], urgency_felt=said[1], **rest),
    st.tuples(_maybe(_done), _felt).filter(any),
    date=dates(),
    rule=st.sampled_from(["pus", "prolonged_flaking", "a_rule_of_another_version"]),
    at=_maybe(moments),
    covered=st.lists(st.sampled_from(["pus", "flaking:2"]), unique=True).map(tuple),
)
"""Acts on warnings; each says what was done, how urgent it felt, or both."""

photos = st.builds(
    Photo,
    date=dates(),
    view=_codes(choices.PHOTO_VIEWS),
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
    caption=texts(),
    taken_at=_maybe(local_times),
    marks=_maybe(st.tuples(*[st.floats(0, 1)] * 4)),
)
"""What is known of photos."""


@st.composite
def recoveries(
    draw: st.DrawFn, symptoms: Sequence[OwnItem] = (), care_items: Sequence[OwnItem] = ()
) -> Recovery:
    """A session with entries on some of its days, photos and acts."""
    session = draw(sessions)
    days = draw(st.sets(st.integers(FIRST_BASELINE_DAY, LAST_DAY), max_size=4))
    return Recovery(
        session=session,
        entries=tuple(
            draw(entries(st.just(session.date + dt.timedelta(days=day)), symptoms, care_items))
            for day in sorted(days)
        ),
        photos=tuple(draw(st.lists(photos, max_size=2, unique_by=lambda p: p.sha256))),
        acts=tuple(draw(st.lists(acts, max_size=2))),
    )


@st.composite
def logs(draw: st.DrawFn) -> Log:
    """Whole diaries; every own item that an entry uses is defined."""
    symptoms, care_items = draw(own_items()), draw(own_items())
    found = draw(
        st.lists(recoveries(symptoms, care_items), max_size=3, unique_by=lambda r: r.session.id)
    )
    return Log(draw(profiles), symptoms, care_items, tuple(found))
