"""Search in notes: words of any session's texts, and the way to the day they were written on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from recovery_tracker.domain.note_search import Written
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.note_finder import NoteFinder
from recovery_tracker.ui.page import Page
from recovery_tracker.ui.scroll_page import GAP, SIDE, TOP
from recovery_tracker.ui.widgets.found_list import FoundList
from recovery_tracker.ui.widgets.text import Text

_PAUSE_MS = 120  # after the last key


class SearchPage(Page):
    """A field, what was found for it, and Enter to open a day."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.finder = NoteFinder(live, self)
        self.field = _SearchField(self)
        self.words = Text("", "small", self, wrap=True)
        self.found = FoundList(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.setSpacing(GAP)
        column.addWidget(Text(_("Search in notes"), "title", self))
        column.addWidget(self.field)
        column.addWidget(self.words)
        column.addWidget(self.found, 1)
        self._nothing = QWidget(self)
        column.addWidget(self._nothing, 1)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._open)
        self.finder.found.connect(self._show_found)
        self.found.opened.connect(self._go)
        self._pause.timeout.connect(self.look)
        self._show_found("", ())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Search the diary as it is now."""
        self.finder.renew(snapshot.sessions)
        if self.field.text().strip():
            self.look()

    def look(self) -> None:
        """Search for what is typed."""
        self._pause.stop()
        words = self.field.text().strip()
        if words:
            self.finder.look_for(words)
        else:
            self.finder.stop()
            self._show_found("", ())

    def _on_typed(self) -> None:
        self._pause.start()

    def _show_found(self, words: str, texts: Sequence[Written]) -> None:
        self.found.show_found(words, texts)
        self.found.setVisible(bool(texts))
        self._nothing.setHidden(bool(texts))
        said = _said(words, len(texts))
        if said != self.words.text():
            self.words.setText(said)
            announce(self.field, said)

    def _open(self) -> None:
        if self._pause.isActive():
            self.look()
        elif not self.finder.busy:
            self.found.open_row()

    def _go(self, written: Written) -> None:
        snapshot = self.live.snapshot
        if snapshot and snapshot.session and snapshot.session.id != written.session_id:
            self.live.select(written.session_id)
        self.went.emit("today", written.date)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no further."""
        self._pause.stop()
        self.finder.stop()
        super().hideEvent(event)


def _said(words: str, count: int) -> str:
    if not words:
        return _(
            "Searches your notes, private notes, medicines, new products and what you were told, "
            "in all sessions. Capitals and accents make no difference."
        )
    if not count:
        return _(
            "Nothing found for “{words}”. The beginning of a word is enough; fewer words find more."
        ).format(words=words)
    return ngettext(
        "{n} found. Enter opens the day.", "{n} found, newest first. Enter opens the day.", count
    ).format(n=count)


class _SearchField(QLineEdit):
    """The field; Down goes on to what was found."""

    def __init__(self, page: SearchPage) -> None:
        super().__init__(page)
        self._page = page
        self.setAccessibleName(_("Search in notes"))
        self.setPlaceholderText(_("Words to look for"))
        self.setClearButtonEnabled(False)
        self.setTextMargins(4, 0, 4, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list with Down."""
        if event.key() == Qt.Key.Key_Down and self._page.found.isVisible():
            self._page.found.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
