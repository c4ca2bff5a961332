"""Who was treated and how: every line can be left out, an empty fact is "not stated"."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.report import identity
from recovery_tracker.report.case import ReportOptions
from tests.builders import build, session
from tests.report.cases import case

ALEX = Profile(
    name="Alex Sample",
    birth_date=dt.date(1990, 5, 1),
    patient_number="4711",
    skin_type="combination",
    sensitive=True,
    skin_conditions=("eczema",),
    skin_tone=3,
    allergies="nickel",
    cold_sores=True,
    diabetes=False,
    dermatologist=Dermatologist(name="Dr Lind", clinic="Skin House"),
    appointment=dt.date(2026, 3, 20),
)
TREATED = build(
    areas=("face", "cheeks", "nose"),
    products=("hyaluronic serum", "SPF 50"),
    practitioner="Dr Okafor",
    numbing_cream="lidocaine",
    recent_procedures=("filler", "prp"),
    notes="two passes",
)


def shown(**fields: Any) -> dict[str, str]:
    return {line.code: line.value for line in identity.lines(case(**fields))}


def test_everything_stated_has_its_line() -> None:
    assert shown(recovery=TREATED, profile=ALEX) == {
        "patient": "Alex Sample, born 1990",
        "treated": "Mon 2 March 2026",
        "area": "Face: cheeks, nose",
        "method": "Pen, 1.5 mm",
        "treated_by": "Dr Okafor",
        "skin": "Combination, sensitive, Fitzpatrick 3, eczema, now or before",
        "products": "hyaluronic serum, SPF 50",
        "earlier": "None in this log",
        "patient_number": "4711",
        "dermatologist": "Dr Lind, Skin House",
        "appointment": "20 March 2026",
        "numbing_cream": "lidocaine",
        "recent_procedures": "Filler, PRP (platelet-rich plasma)",
        "session_notes": "two passes",
    }


def test_nothing_stated_leaves_the_eight_usual_lines_empty_but_for_the_date() -> None:
    bare = build(device=None, needle_depth_mm=None, areas=())
    assert shown(recovery=bare) == {
        "patient": "",
        "treated": "Mon 2 March 2026",
        "area": "",
        "method": "",
        "treated_by": "",
        "skin": "",
        "products": "",
        "earlier": "None in this log",
    }


@pytest.mark.parametrize("code", identity.LINES)
def test_each_line_can_be_left_out(code: str) -> None:
    everything = shown(recovery=TREATED, profile=ALEX)
    without = shown(
        recovery=TREATED, profile=ALEX, options=ReportOptions(leave_out=frozenset({code}))
    )
    assert everything.keys() - without.keys() == {code}


def test_who_is_left_out_stands_at_the_head_of_no_page() -> None:
    named = case(recovery=TREATED, profile=ALEX)
    hidden = case(
        recovery=TREATED, profile=ALEX, options=ReportOptions(leave_out=frozenset({"patient"}))
    )
    assert identity.whose(named) == "Alex Sample, born 1990 · treated 2 March 2026"
    assert identity.whose(hidden) == "treated 2 March 2026"


def test_a_name_without_end_is_cut_at_the_head_of_later_pages() -> None:
    endless = case(profile=Profile(name="Al\nex " + "x" * 500))
    assert identity.whose(endless).startswith("Al ex xxx")
    assert len(identity.whose(endless)) < 100


def test_treatment_at_home_says_so() -> None:
    assert shown(recovery=build(performed_by="home"))["treated_by"] == "The patient, at home"
    assert shown(recovery=build(performed_by="professional"))["treated_by"] == "A professional"


def test_a_depth_that_is_not_stated_is_not_made_up() -> None:
    assert shown(recovery=build(needle_depth_mm=None))["method"] == "Pen, depth not stated"
    assert shown(recovery=build(device=None))["method"] == "1.5 mm"


def test_the_dermatologist_who_treated_is_named_once() -> None:
    who = Profile(dermatologist=Dermatologist(name="Dr Okafor"))
    assert "dermatologist" not in shown(recovery=TREATED, profile=who)


def test_earlier_sessions_are_counted_without_archived_and_later_ones() -> None:
    here = session()
    others = (
        session(id="a", date=dt.date(2025, 9, 1)),
        session(id="b", date=dt.date(2025, 12, 1)),
        session(id="c", date=dt.date(2025, 12, 2), archived=True),
        session(id="d", date=dt.date(2026, 4, 1)),
    )
    assert shown(sessions=(*others, here))["earlier"] == "2"


def test_health_facts_are_grouped_by_the_answer() -> None:
    facts = identity.health_facts(case(recovery=TREATED, profile=ALEX))
    assert facts.yes == ("cold sores",)
    assert facts.no == ("diabetes",)
    assert facts.stated == ("Allergies: nickel",)
    assert "raised scars (keloid)" in facts.not_stated
    assert "needles reused or shared" in facts.not_stated
    assert not {"cold sores", "diabetes", "allergies", "skin tone"} & set(facts.not_stated)


def test_health_facts_that_are_empty_are_all_not_stated() -> None:
    facts = identity.health_facts(case())
    assert (facts.yes, facts.no, facts.stated) == ((), (), ())
    assert {"allergies", "skin conditions", "skin tone", "sensitive skin", "diabetes"} <= set(
        facts.not_stated
    )
