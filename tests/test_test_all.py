"""A Python that is not there is named, and never counts as passed."""

from __future__ import annotations

import sys

from tools import test_all as all_versions


def test_the_supported_versions_are_those_we_promise() -> None:
    assert all_versions.supported() == ["3.11", "3.12", "3.13"]


def test_what_is_missing_is_named_and_no_pass() -> None:
    what = all_versions.outcome("3.13", (), lambda _version: "")
    lines, status = all_versions.summary({"3.12": all_versions.PASSED, "3.13": what})
    assert lines == ["Python 3.12: passed", "Python 3.13: not found, NOT TESTED"]
    assert status == 1


def test_only_all_of_them_is_a_pass() -> None:
    passed = all_versions.PASSED
    assert all_versions.summary({"3.12": passed, "3.13": passed})[1] == 0
    assert all_versions.summary({"3.12": passed, "3.13": all_versions.FAILED})[1] == 1
    assert all_versions.summary({})[1] == 1


def test_a_name_that_leads_to_another_version_is_not_taken() -> None:
    version = "{}.{}".format(*sys.version_info)
    assert all_versions.is_version(sys.executable, version)
    assert not all_versions.is_version(sys.executable, "3.1")
    assert not all_versions.is_version("no-such-python", version)
