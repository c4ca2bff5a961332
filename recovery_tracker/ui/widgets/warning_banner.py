"""The banner of the highest warning: what to do, why, and what the person did about it.

What it is made of is loaded with the first warning: most starts have none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from recovery_tracker.domain.warnings import Level, Warning
from recovery_tracker.ui.accessible import announce, give_role
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.painted import box

if TYPE_CHECKING:
    from recovery_tracker.domain.profile import Dermatologist
    from recovery_tracker.ui.widgets.banner_bodies import BannerBody, Told

BAR = 48  # px at 100 %, of the solid bar
_RADIUS = 13


class WarningBanner(QFrame):
    """One warning with all that belongs to it; hidden when there is none.

    ``acted`` carries the ids of the rules and the act (a code of ``choices.ACTS``);
    ``felt`` the ids and how urgent it feels (a code of ``choices.URGENCY_FELT``); ``call_wanted``
    a telephone number. Each warning it shows is announced once.
    """

    acted = Signal(object, str)
    felt = Signal(object, str)
    call_wanted = Signal(str)
    number_wanted = Signal()
    report_wanted = Signal()
    chart_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme()
        self._told: Told | None = None
        self._announced: object = None
        self._narrow = False
        self.body: BannerBody | None = None
        give_role(self, QAccessible.Role.AlertMessage)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._theme.themed.connect(self._rebuild)
        self.hide()

    @property
    def warning(self) -> Warning | None:
        """The warning that is shown."""
        return self._told.warning if self._told else None

    @property
    def level(self) -> str:
        """The name of the level's colours: ``watch``, ``contact``, ``urgent``; empty = hidden."""
        return self._told.warning.level.code if self._told else ""

    def show_warning(
        self,
        warning: Warning | None,
        also: Sequence[Warning],
        dermatologist: Dermatologist,
        today: dt.date,
        felt_asked: Sequence[str] = (),
    ) -> None:
        """Show a warning and, under "Also noted", the others; or nothing.

        Of the rules in ``felt_asked`` it asks how urgent it feels.
        """
        if warning is None:
            self._told = self._announced = None
            self.hide()
            return
        from recovery_tracker.ui.widgets.banner_bodies import Told
        from recovery_tracker.ui.widgets.banner_words import banner_words

        words = banner_words(warning, dermatologist, today)
        told = Told(warning, tuple(also), dermatologist, words, tuple(felt_asked))
        if told == self._told:
            return
        self._told = told
        self._rebuild()
        if self.isHidden():
            from recovery_tracker.ui.widgets.fade import fade_in

            self.show()
            fade_in(self)
        self._announce(told)

    def show_narrow(self, narrow: bool) -> None:
        """Leave out what there is no room for in a small window."""
        self._narrow = narrow
        if self.body is not None:
            self.body.show_narrow(narrow)

    def focus_heading(self) -> None:
        """Put the focus on the heading."""
        if self.body is not None:
            self.body.heading.take_focus()

    def _announce(self, told: Told) -> None:
        what = (told.warning.rule, told.warning.rank, told.warning.date)
        if what == self._announced:
            return
        self._announced = what
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        announce(self, told.words.announced, at_once=told.warning.level is not Level.WATCH)

    def _rebuild(self) -> None:
        if self._told is None:
            return
        from recovery_tracker.ui.widgets.banner_bodies import SolidBody, WatchBody

        old = self.body
        make = WatchBody if self._told.warning.level is Level.WATCH else SolidBody
        self.body = make(self._told, self)
        self.body.acted.connect(self.acted)
        self.body.felt.connect(self.felt)
        self.body.call_wanted.connect(self.call_wanted)
        self.body.number_wanted.connect(self.number_wanted)
        self.body.report_wanted.connect(self.report_wanted)
        self.body.chart_wanted.connect(self.chart_wanted)
        self.body.show_narrow(self._narrow)
        self.setAccessibleName(self._told.words.announced)
        if old is not None:
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._outer.addWidget(self.body)
        self.body.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint body and edge, and the solid bar of contact and urgent."""
        level = self.level or "watch"
        painter = QPainter(self)
        rect = QRectF(self.rect())
        colour = self._theme.colour
        box(painter, rect, _RADIUS, colour(f"{level}_bg"), colour(f"{level}_line"), 2)
        if level != "watch":
            whole, bar = QPainterPath(), QPainterPath()
            whole.addRoundedRect(rect, _RADIUS, _RADIUS)
            bar.addRect(0, 0, rect.width(), self._theme.px(BAR))
            painter.fillPath(whole & bar, colour(f"{level}_solid"))
        painter.end()
