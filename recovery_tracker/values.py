"""Frozen values, as cheap to declare as an ordinary class.

A frozen dataclass writes six functions as text and compiles them, for each class, at each start:
a third of a millisecond, for 190 classes. A value shares its functions with all others, and is in
everything else a dataclass: ``dataclasses.fields``, ``replace`` and ``asdict`` know it. Its class
is made in one step, without ``dataclass``, which looks for much that no value of ours has: another
hundredth of a start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)


@dataclass(init=False, repr=False, eq=False)
class _Sample:
    """Has what the standard library looks for in each dataclass."""

    one: int


_ORDINARY: Any = getattr(fields(_Sample)[0], "_field_type")  # noqa: B009 - it has no other name


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """Make a class one of frozen values: equal, hashed and told by what they hold.

    It behaves as under ``@dataclass(frozen=True, slots=True)``; a ``__post_init__`` is called, a
    ``__hash__`` or ``__repr__`` of the class itself stays. Fields know ``default``,
    ``default_factory``, ``init``, ``repr`` and ``compare``.
    """
    given = vars(cls)
    own = {name: _field(name, kind, given) for name, kind in cls.__annotations__.items()}
    inherited: dict[str, Field[Any]] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= vars(base).get("__dataclass_fields__", {})
    held = inherited | own
    names = [name for name, one in held.items() if one.compare]
    compared = attrgetter(*names or ("__class__",))  # values that hold nothing are all equal
    body = {"__repr__": _told, "__hash__": _hashing(compared), **given, **_SHARED}
    for name in (*own, "__dict__", "__weakref__"):
        body.pop(name, None)
    body["__qualname__"] = cls.__qualname__
    body["__slots__"] = tuple(name for name in own if name not in inherited)
    body["__match_args__"] = tuple(name for name, one in held.items() if one.init)
    body["__dataclass_fields__"] = held
    body["__eq__"] = _equality(compared)
    made: Any = type(cls)(cls.__name__, cls.__bases__, body)
    made.__init__ = _maker(made, tuple(held.values()))
    return made


def _field(name: str, kind: Any, given: Mapping[str, Any]) -> Field[Any]:
    """Return what a dataclass knows of a field.

    Raises:
        ValueError: all values would share a default that can change.
    """
    default = given.get(name, MISSING)
    one: Any = default if isinstance(default, Field) else field(default=default)
    if type(one.default).__hash__ is None:
        raise ValueError(f"the default of {name} can change: use default_factory")
    one.name, one.type, one.kw_only, one._field_type = name, kind, False, _ORDINARY
    return one


def _maker(cls: type, held: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Return what a class makes its values with: the descriptors of its slots do the work."""
    puts = {one.name: getattr(cls, one.name).__set__ for one in held}
    takes = [one for one in held if one.init]
    in_order = tuple(puts[one.name] for one in takes)
    by_name = tuple((one.name, puts[one.name], one.default, _factory(one)) for one in takes)
    at_last = tuple((puts[one.name], _factory(one)) for one in held if not one.init)
    finish = getattr(cls, "__post_init__", None)

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - becomes it
        if given:
            if len(given) > len(in_order):
                raise TypeError(f"{cls.__qualname__} takes {len(in_order)} values at most")
            for put, what in zip(in_order, given):  # noqa: B905 - fewer may be given
                put(self, what)
        for name, put, default, make in by_name[len(given) :] if given else by_name:
            if name in named:
                put(self, named.pop(name))
            elif default is not MISSING:
                put(self, default)
            elif make is not None:
                put(self, make())
            else:
                raise TypeError(f"{cls.__qualname__} needs {name}")
        if named:
            raise TypeError(f"{cls.__qualname__} does not take {', '.join(named)}")
        for put, make in at_last:
            if make is not None:
                put(self, make())
        if finish is not None:
            finish(self)

    return __init__


def _factory(one: Field[Any]) -> Callable[[], object] | None:
    return None if one.default_factory is MISSING else one.default_factory


def _equality(compared: attrgetter[Any]) -> Callable[[object, object], bool]:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - becomes it
        if other.__class__ is self.__class__:
            return bool(compared(self) == compared(other))
        return NotImplemented

    return __eq__


def _hashing(compared: attrgetter[Any]) -> Callable[[object], int]:
    def __hash__(self: object) -> int:  # noqa: N807 - becomes it
        return hash(compared(self))

    return __hash__


def _told(self: Any) -> str:
    parts = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(parts)})"


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be deleted")


def _state(self: Any) -> list[object]:
    """Return what is pickled or copied."""
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for one, what in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, what)


_SHARED: dict[str, Any] = {
    "__dataclass_params__": vars(_Sample)["__dataclass_params__"],
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
