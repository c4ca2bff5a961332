"""Values behave as frozen dataclasses do; the same declaration is made as both and compared."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import pprint
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.profile import Dermatologist
from recovery_tracker.values import frozen


@dataclass(frozen=True, slots=True)
class Plain:
    """As the standard library makes it."""

    first: int
    second: str = "two"
    many: list[int] = field(default_factory=list[int])
    unseen: int = field(default=0, repr=False, compare=False)
    index: dict[int, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.first < 0:
            raise ValueError("below none")
        self.index[self.first] = 1


@frozen
class Shared:
    """As the program makes it."""

    first: int
    second: str = "two"
    many: list[int] = field(default_factory=list[int])
    unseen: int = field(default=0, repr=False, compare=False)
    index: dict[int, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.first < 0:
            raise ValueError("below none")
        self.index[self.first] = 1


@frozen
class Empty:
    """Holds nothing."""


@frozen
class Named(Shared):
    """One that adds to another."""

    name: str = "n"


ARGUMENTS = st.tuples(
    st.lists(st.integers(-1, 2) | st.sampled_from(["", "a"]), max_size=5),
    st.dictionaries(
        st.sampled_from(["first", "second", "many", "unseen", "index", "other"]),
        st.integers(-1, 2),
        max_size=4,
    ),
)


def made(kind: Any, given_: list[Any], named: dict[str, Any]) -> Any:
    try:
        return kind(*given_, **named)
    except (TypeError, ValueError) as error:
        return type(error)


@given(ARGUMENTS)
def test_it_takes_and_refuses_what_a_dataclass_does(
    arguments: tuple[list[Any], dict[str, Any]],
) -> None:
    plain, shared = made(Plain, *arguments), made(Shared, *arguments)
    if isinstance(plain, type):
        assert shared is plain
        return
    assert dataclasses.asdict(shared) == dataclasses.asdict(plain)
    assert repr(shared) == repr(plain).replace("Plain", "Shared")


@given(*[st.builds(Shared, st.integers(0, 2), st.sampled_from("ab"), unseen=st.integers(0, 1))] * 2)
def test_values_are_equal_when_they_hold_the_same(one: Shared, other: Shared) -> None:
    same = (one.first, one.second, one.many) == (other.first, other.second, other.many)
    assert (one == other) is same
    assert one != Plain(one.first, one.second)


def test_equal_values_have_equal_hashes() -> None:
    assert len({Dermatologist(name) for name in ["A", "A", "B"]}) == 2
    assert hash(Empty()) == hash(Empty())
    assert Empty() == Empty()
    assert Empty() != Shared(1)


def test_a_value_cannot_be_changed() -> None:
    value = Shared(1)
    with pytest.raises(FrozenInstanceError):
        value.first = 2  # type: ignore[misc]  # that it is refused is the point
    with pytest.raises(FrozenInstanceError):
        del value.first  # type: ignore[misc]  # as above
    with pytest.raises(FrozenInstanceError):
        value.further = 2  # type: ignore[attr-defined]  # as above
    assert value == Shared(1)


@pytest.mark.parametrize(
    "take", [copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))]
)
def test_a_copy_is_equal(take: Any) -> None:
    value = Named(1, "b", [3], 4, "name")
    again = take(value)
    assert again == value
    assert (again.unseen, again.index, again.name) == (4, {1: 1}, "name")


def test_replace_and_fields_know_it() -> None:
    assert replace(Shared(1, "b", unseen=3), first=2) == Shared(2, "b")
    assert replace(Shared(1, unseen=3), first=2).unseen == 3
    assert [one.name for one in fields(Named)] == [*(f.name for f in fields(Plain)), "name"]
    with pytest.raises(ValueError, match="below none"):
        replace(Shared(1), first=-1)


def test_it_can_be_matched_by_position() -> None:
    match Shared(1, "b"):
        case Shared(first, second):
            assert (first, second) == (1, "b")


def test_a_class_keeps_its_name_and_words() -> None:
    assert (Named.__module__, Named.__qualname__) == (__name__, "Named")
    assert Named.__doc__ == "One that adds to another."
    assert dataclasses.is_dataclass(Named(1))
    assert pprint.pformat(Named(1)) == repr(Named(1))


def test_a_default_that_can_change_is_refused() -> None:
    with pytest.raises(ValueError, match="many"):

        @frozen
        class _Shares:
            many: list[int] = []  # noqa: RUF012 - that it is refused is the point
