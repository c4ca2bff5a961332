"""Files in and out: ``import`` and ``export``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_tracker.commands.calling import (
    Clock,
    Commands,
    add_session_option,
    find_session,
    folder_of,
    keeping_of,
    opened,
)
from recovery_tracker.domain.errors import Refused
from recovery_tracker.i18n import _

if TYPE_CHECKING:
    from recovery_tracker.exchange.foreign_table import ForeignTable
    from recovery_tracker.exchange.mapping import Mapping
    from recovery_tracker.journal import Journal
    from recovery_tracker.journal.merge_report import MergeReport


def add(commands: Commands) -> None:
    """Declare ``import`` and ``export``."""
    _add_import(commands)
    _add_export(commands)


def _add_import(commands: Commands) -> None:
    command = commands.add_parser("import", help=_("bring a file into the diary"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "--dry-run", action="store_true", help=_("only say what would be brought in")
    )
    foreign = command.add_argument_group(_("files of other programs"))
    foreign.add_argument("--mapping", metavar="NAME", help=_("read it by a saved mapping"))
    foreign.add_argument(
        "--session",
        metavar="DATE|ID|all",
        action="append",
        default=[],
        help=_("whose days they are: a session; may be given several times"),
    )
    foreign.add_argument(
        "--date-order", metavar="ORDER", default="", help=_("dmy or mdy, where dates do not tell")
    )
    foreign.add_argument(
        "--scale", metavar="LOW-HIGH", default="", help=_("the scale of its numbers, as 0-10")
    )
    foreign.add_argument(
        "--leave-out", metavar="NAME", action="append", default=[], help=_("what not to bring in")
    )
    command.set_defaults(run=_import)


def _add_export(commands: Commands) -> None:
    command = commands.add_parser("export", help=_("write the diary to a file"))
    command.add_argument("file", type=Path, metavar="FILE", help=_("its suffix says the kind"))
    add_session_option(command)
    command.add_argument("--with-private-notes", action="store_true", help=_("private notes, too"))
    command.add_argument("--with-photos", action="store_true", help=_("the photos, too"))
    command.set_defaults(run=_export)


def _import(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.exchange.foreign import foreign_table
    from recovery_tracker.exchange.mapping_store import load

    saved = load(folder_of(args), args.mapping) if args.mapping else None
    table = foreign_table(args.file, saved)
    if table is not None:
        return _import_foreign(args, clock, table, saved)
    if args.session or args.date_order or args.scale or args.leave_out:
        raise Refused(
            _(
                "{file} is a file of this program, which says all that itself. Leave out "
                "--session, --date-order, --scale and --leave-out."
            ).format(file=args.file)
        )
    from recovery_tracker.exchange import read_log
    from recovery_tracker.exchange.thumbnail import Incoming

    parsed = read_log(args.file, clock().date())
    incoming = Incoming(parsed.photos)
    with opened(args, clock) as journal:
        if not args.dry_run and journal.snapshot().sessions:
            keeping_of(args, clock).make("before-import")
        report = journal.merge(parsed.log, pictures=incoming.picture, dry_run=args.dry_run)
    _tell_of((*parsed.notices, *report.notices, *incoming.notices()), report, args.dry_run)
    return 0


def _tell_of(notices: Sequence[str], report: MergeReport, dry_run: bool) -> None:
    for notice in notices:
        print(notice)
    if dry_run:
        print(_("Nothing was written. An import would do this:"))
    print(report.summary())


def _import_foreign(
    args: argparse.Namespace, clock: Clock, table: ForeignTable, saved: Mapping | None
) -> int:
    from recovery_tracker.exchange import account_text, foreign
    from recovery_tracker.exchange.day_book import Here

    mapping = foreign.answered(
        table, saved, date_order=args.date_order, scale=args.scale, leave_out=args.leave_out
    )
    with opened(args, clock) as journal:
        here = journal.snapshot()
        every = foreign.ALL_SESSIONS in args.session
        named = [find_session(journal, name) for name in args.session if not every]
        chosen = foreign.chosen_sessions(here.sessions, filter(None, named), every=every)
        preview = foreign.preview(
            table, Here(chosen, here.symptoms, here.care_items, here.today), mapping
        )
        if args.dry_run or not preview.questions:
            print(account_text.as_text(preview), end="")
        if preview.questions:
            raise Refused(" ".join(question.sentence for question in preview.questions))
        if not args.dry_run and journal.snapshot().sessions:
            keeping_of(args, clock).make("before-import")
        label = _("Import from {source}").format(source=preview.source)
        report = journal.merge(preview.log, dry_run=args.dry_run, label=label)
    _tell_of(report.notices, report, args.dry_run)
    return 0


def _export(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.exchange import Options, format_for
    from recovery_tracker.exchange.left_out import left_out

    kind = format_for(args.file)
    with opened(args, clock) as journal:
        session = find_session(journal, args.session)
        with_photos = args.with_photos or kind.takes_pictures
        options = Options(
            private_notes=args.with_private_notes,
            photo_bytes=journal.photo_bytes if with_photos else None,
            report=lambda session_id: _pdf(journal, session_id, clock),
            today=journal.today,
        )
        log = journal.log(session.id if session else "")
        kind.write(log, args.file, options)
    print(_("Written: {file}").format(file=args.file))
    lost = left_out(kind, log, options)
    if lost:
        print(lost)
    return 0


def _pdf(journal: Journal, session_id: str, clock: Clock) -> bytes:
    """Return the report of one session, for an export that holds documents."""
    from recovery_tracker.report.content import content_of
    from recovery_tracker.report.pdf import pdf_bytes

    return pdf_bytes(content_of(journal.select(session_id), clock()))
