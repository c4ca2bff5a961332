"""Help: what the program is and is not, how to log, its ranges, rules, sources and shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.domain.profile import Profile
from recovery_tracker.i18n import N_, _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.help_text import SECTIONS, HelpContext, html, style
from recovery_tracker.ui.page import Page
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.scroll_page import GAP, SIDE, TOP
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import text_field
from recovery_tracker.ui.widgets.text import Text

_CONTENTS_WIDTH = 250
_ONE_COLUMN_BELOW = 900  # px of page width

_PLAIN = "QAbstractScrollArea::corner { background: transparent; }"

SHORTCUTS = (
    ("Ctrl+1", N_("Today")),
    ("Ctrl+2", N_("Recovery")),
    ("Ctrl+3", N_("Sessions")),
    ("Ctrl+4", N_("Photos")),
    ("Ctrl+5", N_("Report")),
    ("Ctrl+,", N_("Settings")),
    ("F1", N_("Help")),
    (N_("Alt+Left, Alt+Right"), N_("The day before, the day after")),
    ("Ctrl+G", N_("Go to a date")),
    (N_("Alt+Home"), N_("Back to the present day")),
    ("Ctrl+R", N_("Same as yesterday")),
    ("Ctrl+0", N_("Set the rest to None")),
    (N_("0 to 4"), N_("Grade a symptom and go on to the next")),
    (N_("Delete"), N_("Take a grade away")),
    ("N", N_("None of these")),
    ("T", N_("View a chart as a table")),
    (N_("Ctrl+Enter"), N_("Done for today; start tracking")),
    (N_("Ctrl+Z, Ctrl+Shift+Z"), N_("Undo, redo: the last hundred changes")),
    ("Ctrl+N", N_("Add a session")),
    ("Ctrl+D", N_("Show my dermatologist")),
    ("Ctrl+S", N_("Save the report")),
    ("Ctrl+O", N_("Bring a file in")),
    ("Ctrl+F", N_("Search in notes; on this page find in Help")),
    ("Ctrl+L", N_("Lock now")),
    ("F11", N_("Full screen")),
    (N_("Esc"), N_("Leave full screen, close, or go back")),
    ("F10", N_("Menu")),
    ("Ctrl+Q", N_("Quit")),
)


class HelpPage(Page):
    """The contents at the left, the text at the right."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._written = ""
        self.browser = QTextBrowser(self)
        self.browser.setAccessibleName(_("Help"))
        self.browser.setOpenLinks(False)
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.document().setDocumentMargin(4)
        self.search = text_field(_("Find in Help"), _("Find"), self)
        self.guide = Button(_("User guide"), "outline", "external-link", self, height=36)
        self.links: dict[str, Button] = {}
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP + 2)
        self._columns.addWidget(self._contents())
        card = Card(parent=self)
        card.body.addWidget(self.browser)
        self._columns.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.setSpacing(10)
        header = QHBoxLayout()
        header.addWidget(Text(_("Help"), "title", self), 1)
        header.addWidget(self.guide)
        column.addLayout(header)
        column.addLayout(self._columns, 1)
        self.guide.clicked.connect(self._open_guide)
        self.browser.anchorClicked.connect(self._follow)
        self.search.returnPressed.connect(self._find_next)
        self.search.textChanged.connect(self._find_first)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._write_late)
        theme().themed.connect(self._write_anew)

    def _contents(self) -> Card:
        card = Card(parent=self)
        card.body.setSpacing(2)
        card.body.addWidget(self.search)
        card.body.addSpacing(6)
        for section in SECTIONS:
            link = Button(section.title, "ghost", parent=self, height=36)
            link.setObjectName(section.name)
            link.clicked.connect(self._go)
            self.links[section.name] = link
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        self._left = card
        return card

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Tell the ranges of the session on screen, once the page is in sight."""
        if self.isVisible():
            self._write(snapshot)
        else:
            self._late.start()

    def open_at(self, place: object) -> None:
        """Come to a section by its name."""
        self._write(self.live.snapshot)
        self.browser.scrollToAnchor(str(place))

    def _write_anew(self) -> None:
        """Write in the looks of now, in a turn of its own: all else has taken its share of one."""
        self._written = ""
        self._late.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Come to the front at once, and write what is long when that is on screen."""
        super().showEvent(event)
        self._late.start()

    def _write_late(self) -> None:
        if self.isVisible():
            self._write(self.live.snapshot)

    def _write(self, snapshot: Snapshot | None) -> None:
        folder = preferences().folder
        context = HelpContext(
            session=snapshot.session if snapshot else None,
            profile=snapshot.profile if snapshot else Profile(),
            folder=str(folder) if folder else "",
            shortcuts=[(_(keys), _(what)) for keys, what in SHORTCUTS],
        )
        text = html(context)
        if text == self._written:
            return
        self._written = text
        place = self.browser.verticalScrollBar().value()
        look = theme()
        document = self.browser.document()
        document.setDefaultStyleSheet(style(look.colours, look.px))
        document.setDefaultFont(look.font("body"))
        self.browser.setHtml(text)
        self.browser.setStyleSheet(_PLAIN)
        self.browser.verticalScrollBar().setValue(place)

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+F for this page, where it would search in notes."""
        if event.type() == QEvent.Type.ShortcutOverride and _finds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find in Help with Ctrl+F."""
        if _finds(event):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the contents above the text where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_ONE_COLUMN_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        for link in self.links.values():
            link.setVisible(not narrow)
        wide = max(theme().px(_CONTENTS_WIDTH), self._left.minimumSizeHint().width())
        self._left.setMaximumWidth(16_777_215 if narrow else wide)

    # What the person does ------------------------------------------------------------------------

    def _go(self) -> None:
        link = self.sender()
        if link is not None:
            self.browser.scrollToAnchor(link.objectName())

    def _open_guide(self) -> None:
        self.went.emit("guide", None)

    def _follow(self, url: QUrl) -> None:
        self.browser.scrollToAnchor(url.fragment())

    def _find_first(self, text: str) -> None:
        cursor = self.browser.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.browser.setTextCursor(cursor)
        if text:
            self._find(text)

    def _find_next(self) -> None:
        if self.search.text():
            self._find(self.search.text())

    def _find(self, text: str) -> None:
        if not self.browser.find(text):
            cursor = self.browser.textCursor()
            cursor.movePosition(cursor.MoveOperation.Start)
            self.browser.setTextCursor(cursor)
            self.browser.find(text, QTextDocument.FindFlag(0))


def _finds(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find)
