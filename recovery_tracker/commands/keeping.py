"""Keeping the diary safe: ``backup``, ``restore`` and ``check``."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_tracker.commands.calling import (
    Clock,
    Commands,
    complain,
    find_key,
    folder_of,
    keeping_of,
    key_of,
)
from recovery_tracker.i18n import _, ngettext

if TYPE_CHECKING:
    from recovery_tracker.data.encryption import Key


def add(commands: Commands) -> None:
    """Declare ``backup``, ``restore`` and ``check``."""
    backup = commands.add_parser("backup", help=_("write a checked copy of the diary"))
    backup.add_argument("file", type=Path, metavar="FILE", help=_("a file or a folder"))
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help=_("put a backup in place of the diary"))
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--salvage", action="store_true", help=_("take what can be read of a damaged file")
    )
    restore.set_defaults(run=run_restore)
    check = commands.add_parser("check", help=_("look whether the diary is whole"))
    check.set_defaults(run=_check)


def _key_of_backup(args: argparse.Namespace) -> Key | None:
    """Return what opens the backup, asking only if it is not the diary's own passphrase."""
    key = key_of(args)
    if not args.file.is_file() or (key is not None and key.opens(args.file)):
        return key
    return find_key(args, args.file)


def _backup(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.data.checking import check

    written = keeping_of(args, clock).write_to(args.file)
    seen = check(written, key_of(args))
    print(
        _("Written and checked: {file} ({sessions}, {entries}).").format(
            file=written,
            sessions=ngettext("{n} session", "{n} sessions", seen.sessions).format(n=seen.sessions),
            entries=ngettext("{n} entry", "{n} entries", seen.entries).format(n=seen.entries),
        )
    )
    return 0


def run_restore(args: argparse.Namespace, clock: Clock) -> int:
    """Put a backup in place of the diary, or what can be read of a damaged one."""
    from recovery_tracker.data.restore import restore
    from recovery_tracker.data.salvage import salvage

    if args.salvage:
        salvaged = salvage(keeping_of(args, clock), args.file, _key_of_backup(args))
        restored = salvaged.restored
        for line in (*salvaged.read, *salvaged.lost):
            print(line)
    else:
        restored = restore(keeping_of(args, clock), args.file, _key_of_backup(args))
    print(_("Restored: {file}").format(file=args.file))
    if restored.kept:
        print(_("The state before is kept in {file}").format(file=restored.kept))
    if restored.aside:
        print(_("The damaged file is kept in {file}").format(file=restored.aside))
    return 0


def _check(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.data.checking import check
    from recovery_tracker.data.store import FILE_NAME

    file = folder_of(args) / FILE_NAME
    seen = check(file, key_of(args))
    print(
        _("Read: {sessions}, {entries}, {pictures}.").format(
            sessions=ngettext("{n} session", "{n} sessions", seen.sessions).format(n=seen.sessions),
            entries=ngettext("{n} entry", "{n} entries", seen.entries).format(n=seen.entries),
            pictures=ngettext("{n} picture", "{n} pictures", seen.pictures).format(n=seen.pictures),
        )
    )
    for finding in seen.findings:
        print(finding)
    if seen.findings:
        complain(_("The diary is not whole.") + last_good(args, clock))
        return 1
    print(_("No problem found."))
    return 0


def last_good(args: argparse.Namespace, clock: Clock) -> str:
    """Name the command that brings back the newest backup; empty = there is none."""
    from recovery_tracker.data.keeping import Keeping

    listed = Keeping(folder_of(args), clock).listed()
    if not listed:
        return ""
    backup, file = listed[0]
    made = backup.moment.astimezone(clock().tzinfo)
    return " " + _(
        "The last backup is of {date}; bring it back with: recovery-tracker restore {file}"
    ).format(date=f"{made:%Y-%m-%d %H:%M}", file=shlex.quote(str(file)))
