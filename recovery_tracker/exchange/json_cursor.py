"""JSON taken piece by piece, so that a long log is never whole in memory, and lines are known.

The standard library decodes each piece; only what it does not tell (the line of a value, a
repeated key, a number that is none) is looked for here, and only when something is wrong.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from recovery_tracker.exchange.format import Unreadable
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = r'"(?:[^"\\]++|\\.)*+"'
_KEYS_AND_BRACKETS = re.compile(rf"({_STRING})(\s*:)?|[{{}}\[\]]", re.DOTALL)
_NO_NUMBER = re.compile(rf"{_STRING}|(NaN|-?Infinity)", re.DOTALL)
_LONG_NUMBER = re.compile(rf"{_STRING}|(\d{{1000,}})", re.DOTALL)

_CUT = re.compile(r"(-|\.|[a-z]{1,4}|\\?u[0-9a-fA-F]{0,4})\s*\Z")  # the end is one of -1, true ...


class _RepeatedKeyError(ValueError):
    """An object says the same key twice."""


class _NoNumberError(ValueError):
    """``NaN`` and its like, which JSON does not have."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) != len(pairs):
        raise _RepeatedKeyError
    return said


def _constant(name: str) -> NoReturn:
    raise _NoNumberError(name)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


class Cursor:
    """A place in a JSON text, which moves on as values are taken.

    All methods raise ``Unreadable`` with the line where the text is not JSON.
    """

    def __init__(self, text: str) -> None:
        """Start at the beginning of ``text``."""
        self._text = text
        self._at = 0

    @property
    def line(self) -> int:
        """The line the next value stands on, counted from 1."""
        self._skip_space()
        return self._line_at(self._at)

    def _line_at(self, place: int) -> int:
        return self._text.count("\n", 0, place) + 1

    def _skip_space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def peek(self) -> str:
        """Return the first character of what comes next; empty at the end."""
        self._skip_space()
        return self._text[self._at : self._at + 1]

    def _take(self, expected: str) -> str:
        mark = self.peek()
        if not mark or mark not in expected:
            self._refuse_at(self._at)
        self._at += 1
        return mark

    def _refuse_at(self, place: int) -> NoReturn:
        if place >= len(self._text.rstrip()):
            raise Unreadable(
                _("The file ends in the middle. Copy or export it again."), self._line_at(place)
            )
        raise Unreadable(_("This is not JSON as it should be."), self._line_at(place))

    def value(self) -> Any:
        """Take the whole next value."""
        self._skip_space()
        start = self._at
        try:
            value, self._at = _DECODER.raw_decode(self._text, start)
        except json.JSONDecodeError as error:
            cut = error.msg.startswith("Unterminated string") or _CUT.match(self._text, error.pos)
            self._refuse_at(len(self._text) if cut else error.pos)
        except _RepeatedKeyError:
            self._refuse_repeated_key(start)
        except _NoNumberError as error:
            raise Unreadable(
                _("{number} is not a number.").format(number=error), self._find(_NO_NUMBER, start)
            ) from None
        except RecursionError:
            raise Unreadable(_("Too many brackets within brackets."), self.line) from None
        except ValueError:  # the interpreter's own limit on digits
            raise Unreadable(
                _("A number has too many digits."), self._find(_LONG_NUMBER, start)
            ) from None
        return value

    def _find(self, pattern: re.Pattern[str], start: int) -> int:
        """Return the line of what the pattern's group finds outside of texts."""
        found = (match for match in pattern.finditer(self._text, start) if match[1])
        return self._line_at(next((match.start() for match in found), start))

    def _refuse_repeated_key(self, start: int) -> NoReturn:
        open_keys: list[set[str]] = []
        for token in _KEYS_AND_BRACKETS.finditer(self._text, start):
            if token[0] in "{[":
                open_keys.append(set())
            elif token[0] in "}]":
                open_keys.pop()
            elif token[2]:
                self._note_key(json.loads(token[1]), open_keys[-1], token.start())
        self._refuse_at(start)

    def _note_key(self, key: str, seen: set[str], place: int) -> None:
        if key in seen:
            raise Unreadable(
                _("“{key}” is there twice. Keep one.").format(key=quoted(key)), self._line_at(place)
            )
        seen.add(key)

    def children(self) -> Iterator[str | int]:
        """Go into an object or list: yield each key or index with the cursor at its value.

        The caller takes each value before asking for the next key.
        """
        opening = self._take("{[")
        closing = "}" if opening == "{" else "]"
        if self.peek() == closing:
            self._at += 1
            return
        seen: set[str] = set()
        for index in itertools.count():
            if opening == "{":
                yield self._key(seen)
            else:
                yield index
            if self._take("," + closing) == closing:
                return

    def _key(self, seen: set[str]) -> str:
        if self.peek() != '"':
            self._refuse_at(self._at)
        place = self._at
        key: str = self.value()
        self._note_key(key, seen, place)
        self._take(":")
        return key

    def go_to(self, path: Sequence[str | int]) -> None:
        """Move from here down to the value at a path, as far as the path leads."""
        for step in path:
            if not self.peek() or self.peek() not in "{[":
                return
            before = self._at
            for key in self.children():
                if key == step:
                    break
                self.value()
            else:
                self._at = before
                return

    def finish(self) -> None:
        """Refuse anything that follows the last value."""
        if self.peek():
            self._refuse_at(self._at)
