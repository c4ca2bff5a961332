"""How Spanish joins words: "y", and "e" where an i follows."""

from __future__ import annotations

import pytest

from recovery_tracker import i18n
from recovery_tracker.domain.wording import listed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("pus", "fiebre"), "pus y fiebre"),
        (("pus", "dolor", "hinchazón"), "pus, dolor e hinchazón"),
        (("retinol", "Isotretinoína"), "retinol e Isotretinoína"),
        # "hie" and "hia" begin with another sound
        (("agua", "hielo"), "agua y hielo"),
        (("hinchazón", "herpes labial"), "hinchazón y herpes labial"),
        (("hinchazón",), "hinchazón"),
    ],
)
def test_e_stands_before_an_i(words: tuple[str, ...], expected: str) -> None:
    with i18n.in_language("es"):
        assert listed(words) == expected


def test_no_other_language_is_touched() -> None:
    assert listed(("x y z", "itching")) == "x y z and itching"
