"""The command line; without a command it opens the window.

The commands share all code with the window, work without a display and can run while it is open.
Exit status: 0 done; 1 could not, with one plain sentence; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import shlex
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_tracker import __version__
from recovery_tracker.domain.errors import (
    Damaged,
    InvalidValue,
    NotFound,
    RecoveryTrackerError,
    Refused,
    WrongPassphrase,
)
from recovery_tracker.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recovery_tracker.data.encryption import Key
    from recovery_tracker.data.keeping import Keeping
    from recovery_tracker.domain.recovery import Session
    from recovery_tracker.exchange.foreign_table import ForeignTable
    from recovery_tracker.exchange.mapping import Mapping
    from recovery_tracker.journal import Journal, MergeReport

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Clock = Callable[[], dt.datetime]
_TRIES = 3  # of a passphrase on the terminal


def now() -> dt.datetime:
    """Return the local time with its zone: the program's one clock."""
    if hasattr(time, "tzset"):  # else the zone the program began in would hold until it ends
        time.tzset()
    return dt.datetime.now().astimezone()


def main(argv: Sequence[str] | None = None, clock: Clock = now) -> int:
    """Run one command and return its exit status; no traceback ever reaches a person."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    args = _parser().parse_args(argv)
    try:
        return args.run(args, clock)
    except Damaged as error:
        offer = "" if args.run is _restore else _last_good(args, clock)
        _complain(error.sentence + offer)
    except RecoveryTrackerError as error:
        _complain(error.sentence)
    except BrokenPipeError:
        # the reader (such as `head`) has gone; nothing is left to say to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        _complain(_("Stopped. Nothing was left half-done."))
    except Exception as error:  # a bug of ours: the person reads a sentence, never a traceback
        if "RECOVERY_TRACKER_DEBUG" in os.environ:
            raise
        _complain(
            _(
                "The program has a fault ({kind}). Your diary is as it was; run the command "
                "again with RECOVERY_TRACKER_DEBUG=1 to see the details for a report."
            ).format(kind=type(error).__name__)
        )
    return 1


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)


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
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND")
    for add in (_add_demo, _add_import, _add_export, _add_report, _add_warnings, _add_keeping):
        add(commands)
    return parser


def _add_demo(commands: Commands) -> None:
    command = commands.add_parser("demo", help=_("open the window on sample data"))
    command.set_defaults(run=_demo)


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
    _add_session_option(command)
    command.add_argument("--with-private-notes", action="store_true", help=_("private notes, too"))
    command.add_argument("--with-photos", action="store_true", help=_("the photos, too"))
    command.set_defaults(run=_export)


def _add_report(commands: Commands) -> None:
    command = commands.add_parser("report", help=_("write the report for the dermatologist"))
    command.add_argument("file", type=Path, metavar="FILE.pdf")
    _add_session_option(command)
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
    _add_session_option(command)
    command.set_defaults(run=_warnings)


def _add_keeping(commands: Commands) -> None:
    backup = commands.add_parser("backup", help=_("write a checked copy of the diary"))
    backup.add_argument("file", type=Path, metavar="FILE", help=_("a file or a folder"))
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help=_("put a backup in place of the diary"))
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--salvage", action="store_true", help=_("take what can be read of a damaged file")
    )
    restore.set_defaults(run=_restore)
    check = commands.add_parser("check", help=_("look whether the diary is whole"))
    check.set_defaults(run=_check)


def _add_session_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--session", metavar="DATE|ID", default="", help=_("one session, by its date or its id")
    )


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a date; write it as YYYY-MM-DD").format(text=text)
        ) from None


# The commands ----------------------------------------------------------------------------


def _folder(args: argparse.Namespace) -> Path:
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
    from recovery_tracker import asking
    from recovery_tracker.domain.passphrase import Patience

    if args.passphrase_fd is not None:
        return unlock(file, asking.from_descriptor(args.passphrase_fd))
    patience = Patience(time.monotonic)
    for _again in range(_TRIES - 1):
        try:
            return unlock(file, asking.on_terminal())
        except (WrongPassphrase, InvalidValue) as error:
            _complain(error.sentence)
            patience.note_wrong()
            time.sleep(patience.left_s)
    return unlock(file, asking.on_terminal())


@contextmanager
def _journal(args: argparse.Namespace, clock: Clock) -> Iterator[Journal]:
    from recovery_tracker.data.store import open_store
    from recovery_tracker.journal import Journal

    store = open_store(_folder(args), clock, key=_key(args))
    try:
        yield Journal(store, clock)
    finally:
        store.close()


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


def _window(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.app import run

    return run(_folder(args), clock, background=args.background)


def _demo(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.app import run

    return run(_folder(args), clock, sample=True)


def _import(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.exchange.foreign import foreign_table
    from recovery_tracker.exchange.mapping_store import load

    saved = load(_folder(args), args.mapping) if args.mapping else None
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
    with _journal(args, clock) as journal:
        if not args.dry_run and journal.snapshot().sessions:
            _keeping(args, clock).make("before-import")
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
    with _journal(args, clock) as journal:
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
            _keeping(args, clock).make("before-import")
        label = _("Import from {source}").format(source=preview.source)
        report = journal.merge(preview.log, dry_run=args.dry_run, label=label)
    _tell_of(report.notices, report, args.dry_run)
    return 0


def _export(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.exchange import Options, format_for
    from recovery_tracker.exchange.left_out import left_out

    kind = format_for(args.file)
    with _journal(args, clock) as journal:
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


def _report(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.report.content import content_of
    from recovery_tracker.report.pdf import write_pdf

    if args.file.suffix.lower() != ".pdf":
        raise InvalidValue(_("The report is a PDF. Give a file name that ends in .pdf."))
    with _journal(args, clock) as journal:
        session = find_session(journal, args.session)
        snapshot = journal.select(session.id) if session else journal.snapshot()
        if snapshot.recovery is None:
            raise NotFound(_("There is no session yet to report on. Add or import one first."))
        write_pdf(content_of(snapshot, clock()), args.file)
    print(_("Written: {file}").format(file=args.file))
    return 0


def _warnings(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.exchange import warning_list

    with _journal(args, clock) as journal:
        session = find_session(journal, args.session)
        found = journal.warnings(session_id=session.id if session else "", as_of=args.as_of)
    write = warning_list.as_json if args.format == "json" else warning_list.as_text
    print(write(found), end="")
    return 0


def _keeping(args: argparse.Namespace, clock: Clock) -> Keeping:
    from recovery_tracker.data.keeping import Keeping

    return Keeping(_folder(args), clock, _key(args))


def _key(args: argparse.Namespace) -> Key | None:
    """Return what opens the diary, asking once; ``None`` if it is plain, or not there."""
    from recovery_tracker.data.store import FILE_NAME

    if not hasattr(args, "key"):
        args.key = find_key(args, _folder(args) / FILE_NAME)
    return args.key


def _key_of_backup(args: argparse.Namespace) -> Key | None:
    """Return what opens the backup, asking only if it is not the diary's own passphrase."""
    key = _key(args)
    if not args.file.is_file() or (key is not None and key.opens(args.file)):
        return key
    return find_key(args, args.file)


def _backup(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.data.checking import check

    written = _keeping(args, clock).write_to(args.file)
    seen = check(written, _key(args))
    print(
        _("Written and checked: {file} ({sessions}, {entries}).").format(
            file=written,
            sessions=ngettext("{n} session", "{n} sessions", seen.sessions).format(n=seen.sessions),
            entries=ngettext("{n} entry", "{n} entries", seen.entries).format(n=seen.entries),
        )
    )
    return 0


def _restore(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.data.restore import restore
    from recovery_tracker.data.salvage import salvage

    if args.salvage:
        salvaged = salvage(_keeping(args, clock), args.file, _key_of_backup(args))
        restored = salvaged.restored
        for line in (*salvaged.read, *salvaged.lost):
            print(line)
    else:
        restored = restore(_keeping(args, clock), args.file, _key_of_backup(args))
    print(_("Restored: {file}").format(file=args.file))
    if restored.kept:
        print(_("The state before is kept in {file}").format(file=restored.kept))
    if restored.aside:
        print(_("The damaged file is kept in {file}").format(file=restored.aside))
    return 0


def _check(args: argparse.Namespace, clock: Clock) -> int:
    from recovery_tracker.data.checking import check
    from recovery_tracker.data.store import FILE_NAME

    file = _folder(args) / FILE_NAME
    seen = check(file, _key(args))
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
        _complain(_("The diary is not whole.") + _last_good(args, clock))
        return 1
    print(_("No problem found."))
    return 0


def _last_good(args: argparse.Namespace, clock: Clock) -> str:
    """Name the command that brings back the newest backup; empty = there is none."""
    from recovery_tracker.data.keeping import Keeping

    listed = Keeping(_folder(args), clock).listed()
    if not listed:
        return ""
    backup, file = listed[0]
    made = backup.moment.astimezone(clock().tzinfo)
    return " " + _(
        "The last backup is of {date}; bring it back with: recovery-tracker restore {file}"
    ).format(date=f"{made:%Y-%m-%d %H:%M}", file=shlex.quote(str(file)))
