"""Frozen values, as cheap to declare as an ordinary class.

A frozen dataclass writes six functions as text and compiles them, for each class, at each start:
a third of a millisecond, for 190 classes. A value shares its functions with all others, and is in
everything else a dataclass: ``dataclasses.fields``, ``replace`` and ``asdict`` know it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """Make a class one of frozen values: equal, hashed and told by what they hold.

    It behaves as under ``@dataclass(frozen=True, slots=True)``; a ``__post_init__`` is called, a
    ``__hash__`` or ``__repr__`` of the class itself stays. Fields know ``default``,
    ``default_factory``, ``init``, ``repr`` and ``compare``.
    """
    of_its_own = vars(cls)
    shared = {
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    if "__repr__" not in of_its_own:
        shared["__repr__"] = _told
    for name, function in shared.items():
        setattr(cls, name, function)
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    held = fields(made)
    made.__init__ = _maker(made, held)
    names = [one.name for one in held if one.compare]
    compared = attrgetter(*names or ("__class__",))  # values that hold nothing are all equal
    made.__eq__ = _equality(compared)
    if "__hash__" not in of_its_own:
        made.__hash__ = _hashing(compared)
    return made


def _maker(cls: type, held: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Return what a class makes its values with: the descriptors of its slots do the work."""
    puts = {one.name: getattr(cls, one.name).__set__ for one in held}
    takes = [one for one in held if one.init]
    in_order = tuple(puts[one.name] for one in takes)
    by_name = tuple((one.name, puts[one.name], one.default, _factory(one)) for one in takes)
    at_last = tuple((puts[one.name], _factory(one)) for one in held if not one.init)
    finish = getattr(cls, "__post_init__", None)

    def make_value(self: object, *given: object, **named: object) -> None:
        if given:
            if len(given) > len(in_order):
                raise TypeError(f"{cls.__qualname__} takes {len(in_order)} values at most")
            for put, what in zip(in_order, given, strict=False):  # fewer may be given
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

    return make_value


def _factory(one: Field[Any]) -> Callable[[], object] | None:
    return None if one.default_factory is MISSING else one.default_factory


def _equality(compared: attrgetter[Any]) -> Callable[[object, object], bool]:
    def are_equal(self: object, other: object) -> bool:
        if other.__class__ is self.__class__:
            return bool(compared(self) == compared(other))
        return NotImplemented

    return are_equal


def _hashing(compared: attrgetter[Any]) -> Callable[[object], int]:
    def hash_of(self: object) -> int:
        return hash(compared(self))

    return hash_of


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
