"""The sidebar: where the session stands, the pages, and what the program is and is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.domain import disclaimer
from recovery_tracker.i18n import _
from recovery_tracker.ui.opening import RAIL, SIDEBAR
from recovery_tracker.ui.pages import LOOKED_UP
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.nav_button import NavButton
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring
from recovery_tracker.ui.widgets.session_card import SessionCard, SessionWords
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.page import PageSpec


_SIDE = 12
_TWO_LINES = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class Brand(Painted, QAbstractButton):
    """The program's icon and name; a click opens the menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._in_rail = False
        self.setText(_("Recovery Tracker"))
        self.setAccessibleName(_("Menu"))
        self.setToolTip(_("Menu (F10)"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def show_in_rail(self, in_rail: bool) -> None:
        """Keep the icon only."""
        self._in_rail = in_rail
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sidebar lets it be, 44 high."""
        px = self.theme.px
        return QSize(px(60 if self._in_rail else 188), px(44))

    def minimumSizeHint(self) -> QSize:
        """The width is the sidebar's."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and name."""
        px, colour = self.theme.px, self.theme.colour
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            box(painter, rect, 12, colour("inset"))
        icon = self.theme.pixmap("icon", "text", 34)
        top = (self.height() - px(34)) // 2
        left = (self.width() - px(34)) // 2 if self._in_rail else px(2)
        painter.drawPixmap(left, top, icon)
        if not self._in_rail:
            painter.setFont(self.theme.font("heading"))
            painter.setPen(colour("text"))
            place = QRectF(px(45), 0, self.width() - px(45), self.height())
            painter.drawText(place, _TWO_LINES, self.text())
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, 12, self.theme)
        painter.end()


class Sidebar(QFrame):
    """The column at the left; a rail of icons with words where the window is narrow.

    ``asked`` carries the name of a page; ``session_asked`` the id of a session, ``session_added``
    asks for a new one;
    ``menu_asked`` a place on the screen for the menu.
    """

    asked = Signal(str)
    session_added = Signal()
    session_asked = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, pages: tuple[PageSpec, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(_("Pages"))
        self._snapshot: Snapshot | None = None
        self.in_rail = False
        self.theme = theme()
        self.brand = Brand(self)
        self.card = SessionCard(self)
        self.card.hide()
        self.buttons = {
            spec.name: NavButton(spec.title, spec.icon, spec.shortcut, self)
            for spec in pages
            if spec.in_sidebar
        }
        self.disclaimer = _Disclaimer(self)
        self.disclaimer.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._place = _OnlyHere(self)
        self._lay_out()
        self.retheme()
        self._connect()

    def _connect(self) -> None:
        self.brand.clicked.connect(self._open_menu)
        self.card.clicked.connect(self._open_switcher)
        self.theme.themed.connect(self.retheme)
        self.disclaimer.linkActivated.connect(self.asked)
        for button in self.buttons.values():
            button.clicked.connect(self._ask_for_page)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 14)
        column.setSpacing(2)
        column.addWidget(self.brand)
        column.addSpacing(10)
        column.addWidget(self.card)
        column.addSpacing(12)
        for name, button in self.buttons.items():
            if name not in LOOKED_UP:
                column.addWidget(button)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(11, 0, 6, 4)
        row.addWidget(self.disclaimer)
        column.addLayout(row)
        self._disclaimer_row = row
        for name in LOOKED_UP:
            if name in self.buttons:
                column.addWidget(self.buttons[name])
        column.addSpacing(4)
        column.addWidget(self._place)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say where the session on screen stands."""
        from recovery_tracker.ui import session_words  # with the diary, after the first paint
        from recovery_tracker.ui.standing import standing

        self._snapshot = snapshot
        stands, session = standing(snapshot), snapshot.session
        self.card.setVisible(session is not None)
        if session is None or stands is None:
            return
        day = session_words.day_name(session.day_of(snapshot.today))
        facts = session_words.in_short(session)
        spoken = _("{session}, {day}, {facts}. {status}.").format(
            session=session_words.numbered(snapshot, session),
            day=day,
            facts=facts,
            status=stands.words,
        )
        self.card.show_words(
            SessionWords(day, facts, stands.words, stands.icon, stands.tone, spoken)
        )
        self._fit()

    def forget(self) -> None:
        """Hold nothing of the diary."""
        self._snapshot = None
        self.card.forget()
        self.card.hide()

    def show_page(self, name: str) -> None:
        """Mark the page that is in front."""
        for known, button in self.buttons.items():
            button.show_current(known == name)

    def show_in_rail(self, in_rail: bool) -> None:
        """Become the rail, or the full sidebar."""
        self.in_rail = in_rail
        self.brand.show_in_rail(in_rail)
        self.card.show_in_rail(in_rail)
        for button in self.buttons.values():
            button.show_in_rail(in_rail)
        self._place.setVisible(not in_rail)
        self.retheme()

    def retheme(self) -> None:
        """Take the theme's sizes."""
        words = max(button.words_width() for button in self.buttons.values())
        usual = self.theme.px(RAIL if self.in_rail else SIDEBAR)
        self.setFixedWidth(max(usual, words + 2 * _SIDE))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the disclaimer where it would push the buttons together."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say the disclaimer in full where there is room for it, else point to it."""
        more = _("More")
        link = f'<a href="help" style="color:{self.theme.colours.on_tint}">{more}</a>'
        full = f"{disclaimer.short()} {link}"
        denial = _("Not a diagnosis.")
        short = f"{denial} {link}"
        if self.in_rail:
            self.disclaimer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._disclaimer_row.setContentsMargins(0, 0, 0, 4)
            self.disclaimer.setText(short)
            return
        self.disclaimer.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._disclaimer_row.setContentsMargins(11, 0, 6, 4)
        self.disclaimer.setText(full)
        if self.height() < self._needed():
            self.disclaimer.setText(short)

    def _needed(self) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(self.width()) if layout is not None else 0

    # What is asked ---------------------------------------------------------------------------

    def _ask_for_page(self) -> None:
        for name, button in self.buttons.items():
            if button is self.sender():
                self.asked.emit(name)

    def _open_menu(self) -> None:
        self.menu_asked.emit(self.brand.mapToGlobal(QPoint(0, self.brand.height())))

    def _open_switcher(self) -> None:
        menu = self.switcher()
        if menu is not None:
            menu.popup(self.card.mapToGlobal(QPoint(0, self.card.height() + 4)))

    def switcher(self) -> QMenu | None:
        """Make the menu of sessions, newest first."""
        from PySide6.QtGui import QActionGroup
        from PySide6.QtWidgets import QMenu

        from recovery_tracker.ui import session_words

        snapshot = self._snapshot
        if snapshot is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for session in reversed(snapshot.sessions):
            if session.archived and session != snapshot.session:
                continue
            words = (
                f"{session_words.numbered(snapshot, session)}   {session_words.in_short(session)}"
            )
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(session == snapshot.session)
            action.setData(session.id)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.theme.icon("plus", "primary"), _("Add a session")).setData("")
        menu.triggered.connect(self._take_choice)
        return menu

    def _take_choice(self, action: object) -> None:
        session_id = str(action.data())  # pyright: ignore[reportAttributeAccessIssue]
        if session_id:
            self.session_asked.emit(session_id)
        else:
            self.session_added.emit()


class _Disclaimer(Painted, Text):
    """What the program is not, with a link to more; a ring shows that the link has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "axis", parent, wrap=True, rich=True)
        self.setAccessibleName(_("Not a diagnosis. More"))
        self.follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the ring."""
        super().paintEvent(event)
        if self.hasFocus() and self.ring:
            painter = QPainter(self)
            focus_ring(painter, QRectF(self.rect()), 4, self.theme, "side")
            painter.end()


class _OnlyHere(QWidget):
    """The line that says where the data is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme()
        self._lock = Text("", "hint", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 4, 6, 4)
        row.setSpacing(7)
        row.addWidget(self._lock)
        row.addWidget(Text(_("Only on this computer"), "hint", self, wrap=True), 1)
        self._theme.themed.connect(self._retheme)
        self._retheme()

    def _retheme(self) -> None:
        self._lock.setPixmap(self._theme.pixmap("lock", "muted", 14))
