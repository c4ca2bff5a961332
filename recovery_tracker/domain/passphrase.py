"""The words that lock a diary: how they are taken, and how long a wrong one makes one wait."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NoReturn

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.i18n import _

SUGGESTED = 8  # characters; fewer are taken, with a hint
_FREE_TRIES = 2  # a slip of the finger costs nothing
_LONGEST_WAIT_S = 60.0


class Passphrase:
    """A passphrase: any text that is not empty. Its words show in no message and no report.

    It is kept in one Unicode form (NFC), so that an accent typed on another keyboard is the same.

    Raises:
        InvalidValue: there is no text, or half a character.
    """

    __slots__ = ("_words",)

    def __init__(self, text: str) -> None:
        if not text:
            raise InvalidValue(_("Type a passphrase."), "passphrase")
        try:
            self._words = unicodedata.normalize("NFC", text).encode()
        except UnicodeEncodeError:
            sentence = _("The passphrase holds a broken character. Type it again.")
            raise InvalidValue(sentence, "passphrase") from None

    def words(self) -> bytes:
        """Return the words as bytes, to make a key of them."""
        return self._words

    def __repr__(self) -> str:
        return "<Passphrase>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a passphrase is not to be written anywhere")


def chosen(first: str, again: str) -> Passphrase:
    """Return a new passphrase that was typed twice.

    Raises:
        InvalidValue: there is none, or the two differ; ``field`` is "passphrase" or "again".
    """
    passphrase = Passphrase(first)
    if not again:
        raise InvalidValue(_("Type the passphrase a second time."), "again")
    if unicodedata.normalize("NFC", again) != unicodedata.normalize("NFC", first):
        sentence = _("The two are not the same. Type the passphrase a second time.")
        raise InvalidValue(sentence, "again")
    return passphrase


def hint(text: str) -> str:
    """Return what could be better about a new passphrase; empty = nothing."""
    if 0 < len(unicodedata.normalize("NFC", text)) < SUGGESTED:
        return _("This is short. Use at least {n} characters; a few words are best.").format(
            n=SUGGESTED
        )
    return ""


class Patience:
    """How long to wait after wrong passphrases: nothing twice, then 2, 4, 8 ... 60 seconds.

    It slows down someone at this window, and no one who has copied the file.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Begin without a wrong one; ``monotonic`` gives seconds that only ever grow."""
        self._monotonic = monotonic
        self._wrong = 0
        self._until = 0.0

    def note_wrong(self) -> None:
        """Note a wrong passphrase."""
        self._wrong += 1
        self._until = self._monotonic() + self._pause()

    def note_right(self) -> None:
        """Forget the wrong ones."""
        self._wrong = 0
        self._until = 0.0

    def _pause(self) -> float:
        extra = self._wrong - _FREE_TRIES
        return min(2.0 ** min(extra, 10), _LONGEST_WAIT_S) if extra > 0 else 0.0

    @property
    def left_s(self) -> float:
        """Seconds until the next try."""
        return max(0.0, self._until - self._monotonic())
