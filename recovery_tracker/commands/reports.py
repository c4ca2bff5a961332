"""What the diary says: ``report`` and ``warnings``."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from recovery_tracker.commands.calling import (
    Clock,
    Commands,
    add_session_option,
    find_session,
    opened,
)
from recovery_tracker.domain.errors import InvalidValue, NotFound
from recovery_tracker.i18n import _


def add(commands: Commands) -> None:
    """Declare ``report`` and ``warnings``."""
    _add_report(commands)
    _add_warnings(commands)


def _add_report(commands: Commands) -> None:
    command = commands.add_parser("report", help=_("write the report for the dermatologist"))
    command.add_argument("file", type=Path, metavar="FILE.pdf")
    add_session_option(command)
    command.add_argument("--with-photos", action="store_true", help=_("the photos, too"))
    command.set_defaults(run=_report)


def _add_warnings(commands: Commands) -> None:
    command = commands.add_parser("warnings", help=_("list the warnings"))
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--as-of",
        type=_date,
        metavar="DATE",
        help=_("judge what is dated up to this day, as YYYY-MM-DD"),
    )
    add_session_option(command)
    command.set_defaults(run=_warnings)


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a date; write it as YYYY-MM-DD").format(text=text)
        ) from None


def _report(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.report.case import ReportOptions
    from recovery_tracker.report.content import content_of
    from recovery_tracker.report.pdf import write_pdf
    from recovery_tracker.report.photo_strip import pictures_of

    if args.file.suffix.lower() != ".pdf":
        raise InvalidValue(_("The report is a PDF. Give a file name that ends in .pdf."))
    with opened(args, clock) as journal:
        session = find_session(journal, args.session)
        snapshot = journal.select(session.id) if session else journal.snapshot()
        if snapshot.recovery is None:
            raise NotFound(_("There is no session yet to report on. Add or import one first."))
        options = ReportOptions(photos=args.with_photos)
        pictures = pictures_of(snapshot.recovery, options, journal.photo_bytes)
        write_pdf(content_of(snapshot, clock(), options, pictures), args.file)
    print(_("Written: {file}").format(file=args.file))
    return 0


def _warnings(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.exchange import warning_list

    with opened(args, clock) as journal:
        session = find_session(journal, args.session)
        found = journal.warnings(session_id=session.id if session else "", as_of=args.as_of)
    write = warning_list.as_json if args.format == "json" else warning_list.as_text
    print(write(found), end="")
    return 0
