"""Bringing a file in: read, asked about, looked at, and only then written, as one change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.exchange import mapping_store
from recovery_tracker.exchange.mapping import Mapping
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.copies import copies
from recovery_tracker.ui.exchange.bringing import (
    SUFFIXES,
    Bringer,
    Brought,
    Opened,
    Proposal,
    Wish,
)
from recovery_tracker.ui.exchange.done_card import DoneCard
from recovery_tracker.ui.exchange.mapping_card import MappingCard
from recovery_tracker.ui.exchange.preview_card import PreviewCard
from recovery_tracker.ui.exchange.questions_card import QuestionsCard
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.open_dialog import OpenDialog
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import FlowRow
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.text import Text


class ImportPage(ScrollPage):
    """Opened with the path of a file, or with "choose", which asks for one."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Bring a file in"))
        self.bringer = Bringer(self)
        self.opened: Opened | None = None
        self.proposal: Proposal | None = None
        self._mapping: Mapping | None = None
        self._writing = False
        self._dialog = OpenDialog(self, _("Bring a file in"), _("Diaries and tables"), SUFFIXES)
        self.other = Button(_("Another file"), "outline", "folder", self, height=36)
        self.choose = Button(_("Choose a file"), "primary", "folder", self)
        self.wrong = NoteBox("", "info", self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.start = self._start_card()
        self.done = DoneCard(self)
        self.questions = QuestionsCard(self)
        self.mapping = MappingCard(self)
        self.preview = PreviewCard(self)
        self.names = Button(_("What the names mean"), "ghost", parent=self, height=34)
        self.preview.header.addWidget(self.names)
        self.footer = self.add_footer()
        self.said = self.footer.words
        self.cancel = Button(_("Cancel"), "outline", parent=self.footer)
        self.bring = Button(_("Bring it in"), "primary", "check", self.footer)
        self.footer.row.addWidget(self.cancel)
        self.footer.row.addWidget(self.bring)
        self.add_action(self.other)
        for part in (self.wrong, self.start, self.progress, self.done, self.questions):
            self.body.addWidget(part)
        self.body.addWidget(self.mapping)
        self.body.addWidget(self.preview)
        self._connect()
        self._begin()

    def _start_card(self) -> Card:
        card = Card(_("Which files can come in"), self)
        for line in (
            _("A diary of this program, as .json, .zip or .csv. It may be from another computer."),
            _("Exports of Bearable, Daylio, Track & Graph and Flaredown."),
            _("Any other table as .csv. You say what its columns mean."),
            _("You see everything first. Nothing is written until you bring it in."),
        ):
            card.body.addWidget(Text(line, "body", self, wrap=True))
        card.body.addWidget(FlowRow((self.choose,), self))
        return card

    def _connect(self) -> None:
        self.choose.clicked.connect(self._dialog.ask)
        self.other.clicked.connect(self._dialog.ask)
        self._dialog.chosen.connect(self._take_files)
        self.cancel.clicked.connect(self._cancel)
        self.bring.clicked.connect(self._bring)
        self.names.clicked.connect(self._toggle_names)
        self.done.undone.connect(self._undo)
        self.done.left_out_wanted.connect(self._show_left_out)
        self.done.days_wanted.connect(self._go_to_days)
        self.bringer.opened.connect(self._show_opened)
        self.bringer.proposed.connect(self._show_proposal)
        self.bringer.brought.connect(self._show_brought)
        self.bringer.failed.connect(self._show_failed)
        self.bringer.given_up.connect(self._show_given_up)
        self.bringer.advanced.connect(self._show_progress)
        self.questions.answered.connect(self._take_mapping)
        self.questions.whose_answered.connect(self._propose)
        self.mapping.changed.connect(self._take_mapping)
        self.mapping.delimiter_chosen.connect(self._read_again)
        self.mapping.used.connect(self._use_saved)
        self.mapping.saved.connect(self._save)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say when what was brought in is taken back."""
        self.done.show_undo(snapshot.undo)

    def open_at(self, place: object) -> None:
        """Begin with a file, or ask for one."""
        self._begin()
        if isinstance(place, Path):
            self._open(place)
        elif place == "choose":
            self._dialog.ask()

    def _begin(self) -> None:
        self.bringer.forget()
        self.opened = self.proposal = self._mapping = None
        self._writing = False
        self.questions.begin()
        self.mapping.begin()
        self.preview.forget()
        self.subtitle.setText("")
        self._show_only(self.start)

    def _show_only(self, *parts: QWidget) -> None:
        """Show some of the parts and no others; the footer stands under what can be decided."""
        for part in (
            self.wrong, self.start, self.progress, self.done, self.questions, self.mapping,
            self.preview,
        ):  # fmt: skip
            part.setVisible(part in parts)
        self.other.setVisible(self.start not in parts and self.progress not in parts)
        self.footer.setVisible(self.progress in parts or self.preview in parts)
        self.bring.setVisible(self.progress not in parts)

    def _wait(self, words: str, *also: QWidget) -> None:
        self.progress.setRange(0, 0)
        self._show_only(self.progress, *also)
        self.said.setText(words)
        announce(self.progress, words)
        self.cancel.setFocus()

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    # Reading ---------------------------------------------------------------------------------

    def _take_files(self, files: tuple[Path, ...]) -> None:
        self._begin()
        self._open(files[0])

    def _open(self, path: Path, delimiter: str = "") -> None:
        snapshot = self.live.snapshot
        if snapshot is None:
            return
        self.subtitle.setText(path.name)
        self._wait(_("Reading {file} …").format(file=path.name))
        self.bringer.open(path, snapshot.today, delimiter)

    def _read_again(self, delimiter: str) -> None:
        if self.opened is not None:
            path = self.opened.path
            self._begin()
            self._open(path, delimiter)

    def _show_opened(self, opened: Opened) -> None:
        snapshot = self.live.snapshot
        if snapshot is None:
            return
        self.opened = opened
        self._mapping = opened.mapping
        if opened.table is not None:
            self.questions.whose.begin(snapshot)
            self._show_saved()
        self._propose()

    def _propose(self) -> None:
        """Ask anew what would come in, with the answers there are."""
        snapshot = self.live.snapshot
        if self.opened is None or snapshot is None:
            return
        whose = self.questions.whose
        several = whose.is_open and len(snapshot.sessions) > 1
        wish = Wish(self._mapping, whose.sessions, every=whose.every or several)
        self.bring.show_available(False, _("The file is being looked at."))
        self.bringer.propose(self.opened, wish, self.live.journal, snapshot)

    def _take_mapping(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._propose()

    def _show_proposal(self, proposal: Proposal) -> None:
        first = self.proposal is None
        self.proposal = proposal
        file = proposal.opened.path.name
        self.subtitle.setText(_("{file} · {source}").format(file=file, source=proposal.source))
        preview = proposal.preview
        shown: list[QWidget] = [self.preview]
        if preview is not None:
            self._mapping = preview.mapping
            self.questions.show_questions(preview.questions, preview.mapping)
            self.mapping.show_proposal(proposal, preview.mapping)
            shown.append(self.questions)
            if not self.mapping.isHidden() or (first and preview.mapping.source == "table"):
                shown.append(self.mapping)
        self.names.setVisible(preview is not None)
        self.preview.show_proposal(proposal)
        self._show_only(*shown)
        self.questions.show_title(_("Please answer first") if self._open_count else _("Answered"))
        self.questions.show_asking(bool(self._open_count))
        self._say_state(proposal)
        if first:
            self.area.verticalScrollBar().setValue(0)
            self._focus_first()

    def _focus_first(self) -> None:
        if self._open_count:
            self.questions.focus_first()
        elif self.bring.isEnabled():
            self.bring.setFocus()
        else:
            self.preview.table.setFocus()

    @property
    def _open_count(self) -> int:
        preview = self.proposal.preview if self.proposal else None
        if preview is None:
            return 0
        asked = sum(question.asked != "session" for question in preview.questions)
        return asked + self.questions.whose.is_open

    def _say_state(self, proposal: Proposal) -> None:
        count = self._open_count
        if count:
            words = ngettext(
                "{n} question is open. Nothing is written yet.",
                "{n} questions are open. Nothing is written yet.",
                count,
            ).format(n=count)
            why = ""  # to press it leads to the question
        elif not proposal.brings_something:
            words = why = _("There is nothing new in this file.")
        else:
            words, why = _("Nothing is written yet."), ""
        if words != self.said.text():
            announce(self.preview, words)
        self.said.setText(words)
        self.bring.show_available(not why, why)

    def _show_failed(self, error: RecoveryTrackerError) -> None:
        """Say why the file cannot come in, or not like this."""
        writing, self._writing = self._writing, False
        self.wrong.words.setText(error.sentence)
        announce(self.wrong, error.sentence)
        if self.opened is None or (self.proposal is None and self.opened.table is None):
            self._show_only(self.wrong, self.start)
            self.choose.setFocus()
            return
        parts = [self.wrong, self.preview]
        if self.opened.table is not None:
            parts += [self.questions, self.mapping]
        self._show_only(*parts)
        self.bring.show_available(writing, error.sentence)
        self.said.setText(_("Nothing is written yet."))

    # Bringing in -------------------------------------------------------------------------------

    def _bring(self) -> None:
        if self._open_count:
            self.questions.whose.take()
            self.questions.focus_first()
            announce(self.questions, self.said.text())
        elif self.proposal is not None:
            self._writing = True
            self._wait(_("Bringing it in …"))
            self.bringer.bring(self.proposal, self.live.journal, copies())

    def _show_brought(self, brought: Brought) -> None:
        self._writing = False
        self.done.show_brought(brought)
        self._show_only(self.done)
        self.live.show(brought.snapshot)
        self.done.days.setFocus()

    def _undo(self) -> None:
        self.live.undo()

    def _show_left_out(self) -> None:
        """Show what did not come in, or hide it again."""
        hidden = self.preview.isHidden()
        self.preview.setVisible(hidden)
        self.names.hide()
        rows = self.proposal.rows if self.proposal else {}
        parts = [part for part in ("left_out", "refused", "notices", "changed") if part in rows]
        self.preview.show_part(next((part for part in parts if rows[part].rows), "days"))

    def _go_to_days(self) -> None:
        self.went.emit("recovery", None)

    # Giving up, names, saved mappings -------------------------------------------------------------

    def _cancel(self) -> None:
        if self._writing:
            self.bringer.give_up()
            self.said.setText(_("Giving up …"))
            return
        first_run = self.live.snapshot is None or not self.live.snapshot.sessions
        self._begin()
        self.went.emit("today" if first_run else "back", None)

    def _show_given_up(self) -> None:
        writing, self._writing = self._writing, False
        if writing and self.proposal is not None:
            self._show_proposal(self.proposal)
        else:
            self._begin()

    def _toggle_names(self) -> None:
        self.mapping.setVisible(self.mapping.isHidden())
        if not self.mapping.isHidden():
            self.mapping.table.setFocus()

    def _show_saved(self, used: str = "") -> None:
        folder = preferences().folder
        names = (self.live.ask(mapping_store.saved, folder) if folder else None) or ()
        self.mapping.show_saved(names, used)

    def _use_saved(self, name: str) -> None:
        folder = preferences().folder
        kept = self.live.ask(mapping_store.load, folder, name) if folder else None
        if kept is not None and self.opened is not None:
            self._take_mapping(kept)

    def _save(self, name: str) -> None:
        folder = preferences().folder
        if folder is None or self._mapping is None:
            return
        table = self.opened.table if self.opened else None
        kept = replace(self._mapping, delimiter=table.delimiter if table else "")
        try:
            mapping_store.save(folder, name, kept)
        except RecoveryTrackerError as error:
            self.mapping.say(error.sentence)
            announce(self.mapping, error.sentence)
            return
        self._show_saved(name.strip())
        words = _("Saved as “{name}”. It is offered for other files, too.").format(
            name=name.strip()
        )
        self.mapping.say(words)
        announce(self.mapping, words)
