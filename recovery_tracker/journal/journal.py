"""The diary's use cases: check, write, judge, answer with a snapshot.

When a method returns, what it did is on disk. Undo is a change like any other: it writes the
earlier version back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from recovery_tracker.domain.errors import InvalidValue, NotFound
from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Log
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.i18n import _
from recovery_tracker.journal.changes import ActsStep, Change, ItemStep, ProfileStep
from recovery_tracker.journal.days import Days
from recovery_tracker.journal.diary import answering
from recovery_tracker.journal.photos import Photos
from recovery_tracker.journal.sessions import Sessions
from recovery_tracker.journal.snapshot import Snapshot

if TYPE_CHECKING:
    from recovery_tracker.journal.merge import Pictures
    from recovery_tracker.journal.merge_report import MergeReport


class Journal(Days, Photos, Sessions):
    """One patient's diary, as a window or a command uses it."""

    def change_profile(self, profile: Profile) -> Snapshot:
        """Keep what the patient says about themselves."""
        before = self._store.profile()
        if before == profile:
            return self.snapshot()
        self._store.put_profile(profile, self._now())
        return self._changed(_("Profile"), "", ProfileStep(before, profile))

    def add_own_item(self, kind: Kind, label: str) -> Snapshot:
        """Add a symptom or care item of the patient's own.

        Raises:
            InvalidValue: it has no name, or one that is in use.
        """
        known = self._store.own_items(kind)
        label = label.strip()
        if any(item.label.casefold() == label.casefold() for item in known):
            raise InvalidValue(_("“{label}” is there already.").format(label=label), "label")
        import uuid  # not at the start

        item = OwnItem(f"x_{uuid.uuid4().hex[:8]}", label)
        self._store.put_own_item(kind, item, self._now())
        return self._changed(
            _("Add “{label}”").format(label=label), "", ItemStep(kind, item.code, None, item)
        )

    def change_own_item(self, kind: Kind, item: OwnItem) -> Snapshot:
        """Rename an own item, retire it or take it up again; its history stays.

        Raises:
            NotFound: there is no such item.
            InvalidValue: another one has that name.
        """
        known = self._store.own_items(kind)
        before = next((i for i in known if i.code == item.code), None)
        if before is None:
            raise NotFound(_("There is no such item of your own."))
        if any(i.label.casefold() == item.label.casefold() and i != before for i in known):
            raise InvalidValue(_("“{label}” is there already.").format(label=item.label), "label")
        self._store.put_own_item(kind, item, self._now())
        return self._changed(
            _("Change “{label}”").format(label=before.label),
            "",
            ItemStep(kind, item.code, before, item),
        )

    def act(
        self,
        session_id: str,
        rule: str | Sequence[str],
        act: str | None,
        *,
        urgency_felt: str | None = None,
        label: str = "",
    ) -> Snapshot:
        """Note what the patient did about a warning, or how urgent it felt.

        One call to the clinic may be about several warnings: then ``rule`` names them all, and
        it is one change.

        Raises:
            InvalidValue: no such act.
        """
        rules = (rule,) if isinstance(rule, str) else rule
        now = self._now()
        with self._store.transaction():
            recovery = self._store.recovery(session_id)
            before = recovery.acts
            warnings = self._judgement.of(recovery, self._profile, self._sessions, self.today)
            done = (
                Act(self.today, one, act, urgency_felt, now, _covered(warnings, one, self.today))
                for one in rules
            )
            after = (*before, *done)
            self._store.put_acts(session_id, after, now)
        return self._changed(
            label or (_("What you did about a warning") if act else _("How urgent it feels")),
            session_id,
            ActsStep(session_id, before, after),
        )

    def merge(
        self,
        log: Log,
        *,
        pictures: Pictures | None = None,
        dry_run: bool = False,
        label: str = "",
    ) -> MergeReport:
        """Bring another diary in, as one change that can be undone; or only say what it would do.

        Args:
            log: what comes in.
            pictures: gives the bytes of its photos, and their thumbnails, one after the other.
            dry_run: write nothing.
            label: what Undo calls it; "Import" unless given.

        Raises:
            InvalidValue: a date lies in the future or outside its session's diary.
        """
        from recovery_tracker.journal.merge import Merge  # not at the start

        merge = Merge(self._store, log, self.today, self._now(), None if dry_run else pictures)
        if dry_run:
            with suppress(_Rehearsed), self._store.transaction():
                merge.run()
                raise _Rehearsed
            return merge.report
        with self._store.transaction():
            steps = merge.run()
        if steps:
            self._stack.push(Change(label or _("Import"), steps))
        with answering():
            self._reread()
        return merge.report


def _covered(warnings: Sequence[Warning], rule: str, date: dt.date) -> tuple[str, ...]:
    """Say what a rule's active warning rests on that was noted on a date."""
    return tuple(
        sorted(
            {
                seen.token
                for warning in warnings
                if warning.rule == rule and warning.active
                for seen in warning.evidence
                if seen.date == date
            }
        )
    )


class _Rehearsed(Exception):  # noqa: N818 - not an error: it rolls the transaction back
    """Nothing of this is to be kept."""
