"""What the commands share: the folder, the key, the diary, and the session a person names."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from recovery_tracker.domain.errors import InvalidValue, NotFound, Refused, WrongPassphrase
from recovery_tracker.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery_tracker.data.encryption import Key
    from recovery_tracker.data.keeping import Keeping
    from recovery_tracker.domain.recovery import Session
    from recovery_tracker.journal import Journal

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Clock = Callable[[], dt.datetime]
_TRIES = 3  # of a passphrase on the terminal


def complain(sentence: str) -> None:
    """Say on the error output why something could not be done."""
    print(sentence, file=sys.stderr)


def add_session_option(command: argparse.ArgumentParser) -> None:
    """Let a command be about one session."""
    command.add_argument(
        "--session", metavar="DATE|ID", default="", help=_("one session, by its date or its id")
    )


def folder_of(args: argparse.Namespace) -> Path:
    """Return the data folder."""
    from recovery_tracker.paths import data_folder

    return args.data_dir if args.data_dir is not None else data_folder()


def find_key(args: argparse.Namespace, file: Path) -> Key | None:
    """Return what opens a diary or backup, asking for its passphrase; a plain one needs none.

    Raises:
        PassphraseNeeded: there is nobody to ask.
        WrongPassphrase: the passphrase is another one; on a terminal it is asked for three times.
    """
    from recovery_tracker.data.encryption import is_encrypted, unlock

    if not is_encrypted(file):
        return None
    from recovery_tracker.commands import asking
    from recovery_tracker.domain.passphrase import Patience

    if args.passphrase_fd is not None:
        return unlock(file, asking.from_descriptor(args.passphrase_fd))
    patience = Patience(time.monotonic)
    for _again in range(_TRIES - 1):
        try:
            return unlock(file, asking.on_terminal())
        except (WrongPassphrase, InvalidValue) as error:
            complain(error.sentence)
            patience.note_wrong()
            time.sleep(patience.left_s)
    return unlock(file, asking.on_terminal())


def key_of(args: argparse.Namespace) -> Key | None:
    """Return what opens the diary, asking once; ``None`` if it is plain, or not there."""
    from recovery_tracker.data.store import FILE_NAME

    if not hasattr(args, "key"):
        args.key = find_key(args, folder_of(args) / FILE_NAME)
    return args.key


@contextmanager
def opened(args: argparse.Namespace, clock: Clock) -> Iterator[Journal]:
    """Open the diary for a command."""
    from recovery_tracker.data.store import open_store
    from recovery_tracker.journal import Journal

    store = open_store(folder_of(args), clock, key=key_of(args))
    try:
        yield Journal(store, clock)
    finally:
        store.close()


def keeping_of(args: argparse.Namespace, clock: Clock) -> Keeping:
    """Return what makes the backups of the diary."""
    from recovery_tracker.data.keeping import Keeping

    return Keeping(folder_of(args), clock, key_of(args))


def find_session(journal: Journal, wanted: str) -> Session | None:
    """Find the session a person names by date or id; nothing named is no session.

    Raises:
        NotFound: there is none.
        Refused: several sessions have that date; the sentence lists their ids.
    """
    if not wanted:
        return None
    found = [s for s in journal.snapshot().sessions if wanted in (s.id, s.date.isoformat())]
    if not found:
        raise NotFound(
            _("There is no session “{wanted}”. Name one by its date or its id.").format(
                wanted=wanted
            )
        )
    if len(found) > 1:
        raise Refused(
            _("Several sessions have the date {date}. Name one by its id: {ids}.").format(
                date=wanted, ids=", ".join(session.id for session in found)
            )
        )
    return found[0]
