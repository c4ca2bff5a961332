"""The window itself, on the person's own diary or on sample data."""

from __future__ import annotations

import argparse
import gc

from recovery_tracker.commands.calling import Clock, Commands, folder_of
from recovery_tracker.i18n import _


def add(commands: Commands) -> None:
    """Declare ``demo``; the window has no word of its own."""
    command = commands.add_parser("demo", help=_("open the window on sample data"))
    command.set_defaults(run=_demo)


def run_window(args: argparse.Namespace, clock: Clock) -> int:
    """Show the window until it is closed."""
    return _run(args, clock, background=args.background)


def _demo(args: argparse.Namespace, clock: Clock) -> int:
    return _run(args, clock, sample=True)


def _run(
    args: argparse.Namespace, clock: Clock, *, sample: bool = False, background: bool = False
) -> int:
    gc.disable()  # what is loaded stays: the collector would look through it 35 times, for 9 ms
    from recovery_tracker.app import run

    return run(folder_of(args), clock, sample=sample, background=background)
