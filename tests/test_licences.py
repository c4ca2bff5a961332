"""Everything that is shipped may be shipped, and its licence goes along."""

from __future__ import annotations

import pytest

from recovery_tracker.resources import resource
from tools import licences

NEEDS_NO_FILE = {"PySide6_Essentials", "shiboken6"}  # their texts stand in our own folder


def test_the_file_of_licences_is_not_stale() -> None:
    kept = resource("licences", "THIRD-PARTY.txt").read_text(encoding="utf-8")
    assert kept == licences.document(), "run: python -m tools.licences"


def test_what_is_shipped_is_found_from_our_own_metadata() -> None:
    names = {one.metadata["Name"] for one in licences.shipped()}
    assert {"PySide6_Essentials", "shiboken6", "numpy", "MarkupSafe", "pi_heif"} <= names
    assert not names & {"recovery-tracker", "pytest", "Sphinx", "pyinstaller", "ruff"}


def test_no_part_is_under_the_gpl_alone() -> None:
    found: dict[str, list[str]] = {}
    for one in licences.shipped():
        meta = one.metadata
        said = [meta.get("License-Expression") or "", *(meta.get("License") or "").split("\n")[:1]]
        said += [line for line in meta.get_all("Classifier") or [] if line.startswith("License")]
        files = [text for _name, text in licences.texts(one)]
        wrong = [
            hit
            for line in (*said, licences.licence_of(one))
            for hit in (licences.gpl_only(line, files))
        ]
        if wrong:
            found[meta["Name"]] = wrong
    assert found == {}


def test_each_part_says_its_licence_and_carries_its_text() -> None:
    for one in licences.shipped():
        name = one.metadata["Name"]
        assert licences.licence_of(one), name
        assert "\n" not in licences.licence_of(one), name
        if name not in NEEDS_NO_FILE:
            assert [text for _name, text in licences.texts(one) if len(text) > 150], name


def test_what_a_wheel_does_not_say_of_its_inside_is_said_by_us() -> None:
    text = resource("licences", "THIRD-PARTY.txt").read_text(encoding="utf-8")
    said_elsewhere = {"public domain", "Apache-2.0"}
    for part in licences.INSIDE:
        assert part.licence in text
        if part.licence not in said_elsewhere and "WITH" not in part.licence:
            assert part.text, part.name
            assert f"\n{part.text}\n" in text


@pytest.mark.parametrize(
    ("licence", "files"),
    [
        ("GPL-3.0-only", []),
        ("MIT AND GPL-2.0-or-later", []),
        ("License :: OSI Approved :: GNU General Public License v2 (GPLv2)", []),
        ("BSD-3-Clause", ['License for "pillow-heif" binary wheels: GPLv2, due to libx265.']),
        ("BSD-3-Clause", ["Name: libx265\nLicense: GPLv2\nFiles: libx265.so"]),
        ("MIT", ["\n   GNU GENERAL PUBLIC LICENSE\n   Version 3"]),
    ],
)
def test_a_wheel_under_the_gpl_is_noticed(licence: str, files: list[str]) -> None:
    assert licences.gpl_only(licence, files)


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "FTL OR GPL-2.0-or-later",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)",
        "LGPLv3",
    ],
)
def test_another_way_or_an_exception_will_do(licence: str) -> None:
    assert licences.gpl_only("MIT", [f"Name: something\nLicense: {licence}"]) == []
    assert licences.gpl_only(licence, []) == []


def test_the_parts_that_may_be_replaced_are_named() -> None:
    text = resource("licences", "THIRD-PARTY.txt").read_text(encoding="utf-8")
    head = text.partition("====")[0]
    for part in ("Qt", "PySide6", "Shiboken", "libheif", "libde265", "you may replace each"):
        assert part in head
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "ZETETIC" in text
    assert "SIL OPEN FONT LICENSE" in text
