"""What a patient does with one day: rate, answer, note, copy, finish, delete, move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from recovery_tracker.domain.entry import LONGEST_TEXT, Entry
from recovery_tracker.domain.errors import InvalidValue, NotFound, Refused
from recovery_tracker.domain.recovery import Recovery, check_entry_date, closed_from
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.status import held_fields, signs_to_ask_again
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.domain.wording import day_and_month
from recovery_tracker.i18n import N_, _
from recovery_tracker.journal.changes import Change, EntryStep
from recovery_tracker.journal.diary import Diary, answering
from recovery_tracker.journal.snapshot import Snapshot

TEXT_LABELS = {
    "notes": N_("Note"),
    "private_notes": N_("Private note"),
    "medicines": N_("Medicines"),
    "new_product": N_("New product"),
    "advice_received": N_("What they told you"),
}

_Read = Callable[[], Recovery]
_Edit = Callable[[Entry, _Read], Entry]
"""What is made of an entry; it may read the session as it stands in the same moment."""


class Days(Diary):
    """The use cases of one day."""

    def rate(self, session_id: str, date: dt.date, symptom: str, grade: int | None) -> Snapshot:
        """Grade one symptom from 0 to 4, or take the grade away with ``None``.

        Raises:
            InvalidValue: no such grade or symptom, or a date outside the diary.
            Refused: a later session has begun on the same skin.
        """
        word = _("not recorded") if grade is None else _grade_word(grade)
        label = _("{symptom}: {grade}").format(symptom=self.symptom_label(symptom), grade=word)
        return self._change_entry(
            session_id, date, label, lambda e, _read: e.graded(symptom, grade)
        )

    def symptom_label(self, code: str) -> str:
        """Return what a symptom is called, the patient's own ones included."""
        if code in SYMPTOM_BY_CODE:
            return SYMPTOM_BY_CODE[code].label
        return next((item.label for item in self._symptoms if item.code == code), code)

    def mark(self, session_id: str, date: dt.date, sign: str, present: bool | None) -> Snapshot:
        """Answer one sign: present, absent or (``None``) not answered."""
        label = SIGN_BY_CODE[sign].label if sign in SIGN_BY_CODE else sign
        return self._change_entry(
            session_id, date, label, lambda e, _read: e.with_sign(sign, present)
        )

    def answer_none_of_these(
        self, session_id: str, date: dt.date, *, chosen: bool = True
    ) -> Snapshot:
        """Answer the eight daily signs with "no", or take that answer back.

        Signs that are still asked ("Still there?") stay as they are: a bulk answer never
        closes them.
        """

        def answer(entry: Entry, read: _Read) -> Entry:
            recovery = read()
            warnings = self._judgement.of(recovery, self._profile, self._sessions, self.today)
            asked = signs_to_ask_again(recovery, date, warnings)
            for code in DAILY_SIGNS:
                if code not in asked or entry.sign(code):
                    entry = entry.with_sign(code, False if chosen else None)
            return entry

        return self._change_entry(session_id, date, _("None of these"), answer)

    def tick(self, session_id: str, date: dt.date, item: str, *, ticked: bool) -> Snapshot:
        """Tick or untick one care item or exposure."""

        def change(entry: Entry, _read: _Read) -> Entry:
            kept = [code for code in entry.care if code != item]
            return replace(entry, care=(*kept, item) if ticked else tuple(kept))

        return self._change_entry(session_id, date, _("Care"), change)

    def write(self, session_id: str, date: dt.date, field: str, text: str) -> Snapshot:
        """Keep a text of the day: one of ``TEXT_LABELS``.

        Raises:
            InvalidValue: the text is longer than 20,000 characters, or no such field.
        """
        if field not in TEXT_LABELS:
            raise InvalidValue(_("“{field}” is not a text of an entry.").format(field=field))
        if len(text) > LONGEST_TEXT:
            raise InvalidValue(
                _("This text is longer than {n} characters. Shorten it.").format(n=LONGEST_TEXT),
                field,
            )
        label = _(TEXT_LABELS[field])
        return self._change_entry(
            session_id, date, label, lambda entry, _read: replace(entry, **{field: text})
        )

    def same_as_yesterday(self, session_id: str, date: dt.date) -> Snapshot:
        """Copy yesterday's grades to what is not graded yet; never signs, care or notes.

        Raises:
            NotFound: there is no entry for the day before.
        """

        def copy(entry: Entry, read: _Read) -> Entry:
            yesterday = read().entry(date - dt.timedelta(days=1))
            if yesterday is None or not yesterday.scores:
                raise NotFound(_("There are no grades for the day before to copy."))
            return replace(entry, scores={**yesterday.scores, **entry.scores})

        return self._change_entry(session_id, date, _("Same as yesterday"), copy)

    def set_rest_to_none(self, session_id: str, date: dt.date) -> Snapshot:
        """Grade 0 what of the eight is not graded, but for what an active warning is about."""

        def fill(entry: Entry, read: _Read) -> Entry:
            recovery = read()
            warnings = self._judgement.of(recovery, self._profile, self._sessions, self.today)
            held = held_fields(recovery, date, warnings)
            rest = {c: 0 for c in USUAL_SYMPTOMS if c not in entry.scores and c not in held}
            return replace(entry, scores={**entry.scores, **rest})

        return self._change_entry(session_id, date, _("Set the rest to None"), fill)

    def finish(self, session_id: str, date: dt.date, *, done: bool = True) -> Snapshot:
        """Say "Done for today", or take it back; the day can still be changed."""
        moment = self._now() if done else None
        return self._change_entry(
            session_id, date, _("Done"), lambda entry, _read: replace(entry, done_at=moment)
        )

    def put_entry(self, session_id: str, entry: Entry, label: str = "") -> Snapshot:
        """Put a whole entry in place, such as an earlier version of it.

        It was entered when the one it replaces was; where there is none, when it says itself.
        """

        def put(before: Entry, read: _Read) -> Entry:
            there = read().entry(entry.date) is not None
            entered = before.entered_at if there else entry.entered_at or before.entered_at
            return replace(entry, entered_at=entered)

        label = label or _("Entry of {date}").format(date=day_and_month(entry.date))
        return self._change_entry(session_id, entry.date, label, put)

    def delete_entry(self, session_id: str, date: dt.date) -> Snapshot:
        """Delete one day's entry; it can be brought back for 30 days.

        Raises:
            NotFound: there is none.
        """
        with self._store.transaction():
            before = self._existing(session_id, date)
            self._store.delete_entry(session_id, date, self._now())
        label = _("Delete the entry of {date}").format(date=day_and_month(date))
        return self._changed(label, session_id, EntryStep(session_id, date, before, None))

    def move_entry(self, session_id: str, date: dt.date, to: dt.date) -> Snapshot:
        """Give an entry another date.

        Raises:
            NotFound: there is no such entry.
            Refused: the other date has an entry already.
            InvalidValue: the other date lies outside the diary.
        """
        now = self._now()
        with self._store.transaction():
            before = self._existing(session_id, date)
            self.check_move(session_id, to)
            after = replace(before, date=to, changed_at=now)
            self._store.delete_entry(session_id, date, now, undone=True)
            self._store.put_entries(session_id, (after,), now)
        label = _("Move the entry of {date}").format(date=day_and_month(date))
        return self._changed(
            label,
            session_id,
            EntryStep(session_id, date, before, None),
            EntryStep(session_id, to, None, after),
        )

    def check_move(self, session_id: str, to: dt.date) -> None:
        """Refuse a date that an entry of the session cannot be moved to; nothing is changed.

        Raises:
            Refused: the date has an entry already, or belongs to a later session.
            InvalidValue: it lies outside the diary.
        """
        recovery = self._store.recovery(session_id)
        self._check_takes_entries(recovery, to)
        if recovery.entry(to) is not None:
            raise Refused(
                _("{date} has an entry already. Delete or move that one first.").format(
                    date=day_and_month(to)
                )
            )

    def _existing(self, session_id: str, date: dt.date) -> Entry:
        entry = self._store.recovery(session_id).entry(date)
        if entry is None:
            raise NotFound(_("There is no entry for {date}.").format(date=date))
        return entry

    def _check_takes_entries(self, recovery: Recovery, date: dt.date) -> None:
        """Refuse a date in the future, outside the diary, or that belongs to a later session."""
        check_entry_date(recovery.session, date, self.today)
        if recovery.entry(date) is not None:
            return
        closing = closed_from(recovery.session, self._sessions)
        if closing is not None and date >= closing:
            raise Refused(
                _(
                    "{date} belongs to the session of {session}. Choose that session to log it."
                ).format(date=date, session=closing)
            )

    def _change_entry(
        self,
        session_id: str,
        date: dt.date,
        label: str,
        edit: _Edit,
    ) -> Snapshot:
        """Edit one day's entry: read it, check, write; once it is on disk, judge and answer.

        Its session is read for the answer, and before that only by an ``edit`` that asks for it:
        whoever taps waits for the disk, and for as little else as can be.
        """
        now = self._now()

        def read() -> Recovery:
            return self._store.recovery(session_id)

        def edited(before: Entry | None) -> Entry | None:
            if before is None or date > self.today:  # where there is one, the date takes entries
                self._check_takes_entries(read(), date)
            base = before or Entry(date, entered_at=now)
            after = edit(base, read)
            return None if after == base else replace(after, changed_at=now)

        changed = self._store.change_entry(session_id, date, edited, now)
        if changed is None:
            return self._answer_for(session_id)
        step = EntryStep(session_id, date, *changed)
        self._stack.push(Change(label, (step,), session_id))
        with answering():
            return self._answer_for(session_id)


def _grade_word(grade: int) -> str:
    try:
        return Severity(grade).label
    except ValueError:
        raise InvalidValue(
            _("A grade is a number from 0 to 4, not {grade}.").format(grade=grade), "scores"
        ) from None
