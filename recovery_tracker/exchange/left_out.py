"""What an export cannot bring back, said before it is written."""

from __future__ import annotations

from collections.abc import Callable

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.domain.wording import listed
from recovery_tracker.exchange.format import Format, Options
from recovery_tracker.i18n import N_, _


def _any_entry(says: Callable[[Entry], object]) -> Callable[[Log], bool]:
    return lambda log: any(says(e) for r in log.recoveries for e in r.entries)


def _any_session(says: Callable[[Recovery], object]) -> Callable[[Log], bool]:
    return lambda log: any(says(recovery) for recovery in log.recoveries)


def _told_more(recovery: Recovery) -> bool:
    """Whether a session says more than when it was."""
    return recovery.session != Session(recovery.session.id, recovery.session.date)


def _texts(entry: Entry) -> object:
    return entry.medicines or entry.new_product or entry.advice_received or entry.done_at


def _unused(log: Log) -> bool:
    used: set[str] = set()
    for recovery in log.recoveries:
        for entry in recovery.entries:
            used.update(entry.scores, entry.care)
    return any(item.retired or item.code not in used for item in (*log.symptoms, *log.care_items))


# the part of a log, what it is called, and whether a log has any of it
PARTS: tuple[tuple[str, str, Callable[[Log], bool]], ...] = (
    ("profile", N_("your profile"), lambda log: log.profile != Profile()),
    ("treatment", N_("the facts of the treatment"), _any_session(_told_more)),
    ("empty_sessions", N_("sessions without entries"), _any_session(lambda r: not r.entries)),
    ("items", N_("items of your own that are retired or not used"), _unused),
    ("days", N_("the days"), _any_entry(lambda entry: True)),
    ("texts", N_("medicines, new products and what you were told"), _any_entry(_texts)),
    ("private_notes", N_("private notes"), _any_entry(lambda entry: entry.private_notes)),
    ("acts", N_("what you did about warnings"), _any_session(lambda r: r.acts)),
    ("photos", N_("the list of photos"), _any_session(lambda r: r.photos)),
    ("pictures", N_("the photos themselves"), _any_session(lambda r: r.photos)),
)


def parts_left_out(kind: Format, log: Log, options: Options) -> tuple[str, ...]:
    """Return which parts of this log such a file would not bring back, as codes of ``PARTS``."""
    carried = set(kind.carries)
    if not options.private_notes:
        carried.discard("private_notes")
    if options.photo_bytes is None and not kind.takes_pictures:
        carried.discard("pictures")
    missing = [code for code, _name, found in PARTS if code not in carried and found(log)]
    if "photos" in missing:  # one name for both is enough
        missing = [code for code in missing if code != "pictures"]
    return tuple(missing)


def left_out(kind: Format, log: Log, options: Options) -> str:
    """Say which fields a file of this kind cannot bring back; empty when it brings back all.

    Computed from the data: what is not in the log is not named.
    """
    if not kind.readable:
        return _(
            "This file is for reading elsewhere and cannot be brought back. Keep a .json or .zip, "
            "too, if you want to bring your diary back."
        )
    missing = parts_left_out(kind, log, options)
    if not missing:
        return ""
    names = {code: _(name) for code, name, _found in PARTS}
    told = listed([names[code] for code in missing])
    return _("This file leaves out: {parts}. A .zip with private notes keeps everything.").format(
        parts=told
    )
