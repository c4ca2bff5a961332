"""The command line; without a command it opens the window.

The commands share all code with the window, work without a display and can run while it is open.
Exit status: 0 done; 1 could not, with one plain sentence; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import codecs
import datetime as dt
import io
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from recovery_tracker import __version__
from recovery_tracker.commands import COMMANDS, keeping, window
from recovery_tracker.commands.calling import Clock, complain, folder_of
from recovery_tracker.domain.errors import Damaged, RecoveryTrackerError
from recovery_tracker.i18n import _

_SPELT = "recovery_tracker.spelt"
_NARROW = "\N{NARROW NO-BREAK SPACE}"


def _spelt(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write what a terminal does not have as its code, and a narrow space as a plain one."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    error.end = error.start + 1
    if error.object[error.start] == _NARROW:  # French has one before ":" and "?"
        return " ", error.end
    return codecs.backslashreplace_errors(error)


codecs.register_error(_SPELT, _spelt)


def now() -> dt.datetime:
    """Return the local time with its zone: the program's one clock."""
    if hasattr(time, "tzset"):  # else the zone the program began in would hold until it ends
        time.tzset()
    return dt.datetime.now().astimezone()


def main(argv: Sequence[str] | None = None, clock: Clock = now) -> int:
    """Run one command and return its exit status; no traceback ever reaches a person."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_SPELT)
    args = _parser().parse_args(argv)
    try:
        return args.run(args, clock)
    except Damaged as error:
        offer = "" if args.run is keeping.run_restore else keeping.last_good(args, clock)
        complain(error.sentence + offer)
    except RecoveryTrackerError as error:
        complain(error.sentence)
    except BrokenPipeError:
        # the reader (such as `head`) has gone; nothing is left to say to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        complain(_("Stopped. Nothing was left half-done."))
    except Exception as error:  # a bug of ours: the person reads a sentence, never a traceback
        if "RECOVERY_TRACKER_DEBUG" in os.environ:
            sys.excepthook = sys.__excepthook__  # the window's would hold the details back
            raise
        _note_fault(args, clock, error)
        complain(
            _(
                "The program has a fault ({kind}). Your diary is as it was; run the command "
                "again with RECOVERY_TRACKER_DEBUG=1 to see the details for a report."
            ).format(kind=type(error).__name__)
        )
    return 1


def _note_fault(args: argparse.Namespace, clock: Clock, error: Exception) -> None:
    """Tell the program's log of a fault, unless it lies in what this needs, too."""
    from recovery_tracker.program_log import Event, ProgramLog, place_of

    with suppress(Exception):
        log = ProgramLog(folder_of(args), clock)
        place = place_of(error.__traceback__)
        log.note(Event.FAULT, error=type(error).__qualname__, place=place)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="recovery-tracker",
        description=_("A recovery diary for people healing after a skin treatment."),
        epilog=_("Without a command, the window opens. Everything stays on this computer."),
    )
    parser.add_argument("--version", action="version", version=f"Recovery Tracker {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help=_("the folder that holds the diary")
    )
    parser.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help=_("read the passphrase of a locked diary from file descriptor N"),
    )
    parser.add_argument(
        "--background",
        action="store_true",
        help=_("open no window: wait in the tray and remind, as at login"),
    )
    parser.set_defaults(run=window.run_window)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser
