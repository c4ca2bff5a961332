"""How a command asks for the passphrase: on the terminal unseen, or from a file descriptor.

It never takes it from its words or its environment, which other programs can read.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from recovery_tracker.domain.errors import InvalidValue, PassphraseNeeded
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.i18n import _

_LONGEST = 65_536  # bytes


def from_descriptor(number: int) -> Passphrase:
    """Read the passphrase from an open file descriptor: its first line.

    Raises:
        InvalidValue: it cannot be read, or there is no text in it.
    """
    try:
        with os.fdopen(number, "rb", closefd=False) as stream:
            line = stream.readline(_LONGEST)
        text = line.removesuffix(b"\n").removesuffix(b"\r").decode()
    except (OSError, ValueError, TypeError, OverflowError):
        raise InvalidValue(
            _(
                "The passphrase cannot be read from the file descriptor {number}. Open one and "
                "name its number, as in: --passphrase-fd 3 3< FILE"
            ).format(number=number),
            "passphrase_fd",
        ) from None
    return Passphrase(text)


def on_terminal() -> Passphrase:
    """Ask on the terminal; what is typed does not show.

    Raises:
        PassphraseNeeded: there is no terminal.
    """
    import getpass

    try:
        Path("CONIN$" if sys.platform == "win32" else "/dev/tty").open("rb").close()
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
            typed = getpass.getpass(_("Passphrase of the diary: "))
    except (OSError, EOFError, getpass.GetPassWarning):
        raise PassphraseNeeded(
            _(
                "The diary is locked with a passphrase. Run the command on a terminal, or give "
                "the passphrase with --passphrase-fd."
            )
        ) from None
    return Passphrase(typed)
