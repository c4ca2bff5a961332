"""The text of a file that someone brings: UTF-8, not empty, not endless."""

from __future__ import annotations

import io
import re
from collections.abc import Collection
from itertools import islice
from pathlib import Path
from typing import TextIO

from recovery_tracker.domain.entry import LONGEST_TEXT
from recovery_tracker.domain.own_words import quoted
from recovery_tracker.exchange.files import bytes_of
from recovery_tracker.exchange.format import Unreadable
from recovery_tracker.i18n import _

LARGEST_FILE = 100 * 1024 * 1024

_ENCODING = "utf-8-sig"
_MIB = 1024 * 1024
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_MOST_NAMED = 20
_KEEP_TOGETHER = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def text_of(source: bytes | Path, largest: int = LARGEST_FILE) -> str:
    """Return a file's text, without the byte order mark some programs put first.

    Raises:
        Unreadable: it is empty, larger than ``largest`` bytes, or not UTF-8.
        StorageProblem: it cannot be read from disk.
    """
    return _decoded(_data_of(source, largest))


def lines_of(source: bytes | Path, largest: int = LARGEST_FILE) -> TextIO:
    """Return the same text as a stream of lines, so that a long table is decoded bit by bit.

    Raises:
        Unreadable, StorageProblem: as :func:`text_of`, before the first line is given.
    """
    data = _data_of(source, largest)
    _decoded(data)
    return io.TextIOWrapper(io.BytesIO(data), encoding=_ENCODING, newline="")


def _data_of(source: bytes | Path, largest: int) -> bytes:
    data = source if isinstance(source, bytes) else bytes_of(source, largest)
    if len(data) > largest:
        raise Unreadable(
            _("The file is larger than {size} MB, more than a log can be.").format(
                size=largest // _MIB
            )
        )
    return data


def _decoded(data: bytes) -> str:
    try:
        text = data.decode(_ENCODING)
    except UnicodeDecodeError as error:
        raise Unreadable(
            _("The file is not text in UTF-8. Save it as UTF-8, then try again."),
            data.count(b"\n", 0, error.start) + 1,
        ) from None
    if not text or text.isspace():
        raise Unreadable(_("The file is empty."))
    return text


def unfit(text: str) -> str:
    """Say what is wrong with a text that cannot be kept; nothing if it is fit."""
    if len(text) > LONGEST_TEXT:
        return _("A text has {n} characters; the longest that can be kept has {longest}.").format(
            n=len(text), longest=LONGEST_TEXT
        )
    if _UNFIT.search(text):
        return _("A text holds a broken character. Take it out, then try again.")
    return ""


def not_kept(names: Collection[str]) -> tuple[str, ...]:
    """Say, in one sentence if any, which names of a file are not known and so not kept."""
    if not names:
        return ()
    told = ", ".join(quoted(name) for name in islice(names, _MOST_NAMED))
    left = len(names) - _MOST_NAMED
    if left > 0:
        told = _("{names} and {n} more").format(names=told, n=left)
    return (_("Not known to this program, so not kept: {names}.").format(names=told),)


def for_a_terminal(words: str) -> str:
    """Return words with which nobody who typed them can steer a terminal.

    Spaces that keep words together stay: some languages write them before ":" and "?".
    """
    return "".join(sign if sign.isprintable() or sign in _KEEP_TOGETHER else " " for sign in words)
