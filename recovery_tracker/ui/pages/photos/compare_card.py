"""The card that compares two photos: how, how near, and lined up by two marked points."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from recovery_tracker.domain.recovery import Photo
from recovery_tracker.i18n import _
from recovery_tracker.ui.photos.compare_view import CompareView
from recovery_tracker.ui.photos.pair import ZOOM_STEP, Pair, Side
from recovery_tracker.ui.photos.point_marker import PointMarker
from recovery_tracker.ui.photos.side_by_side import SideBySide
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.text import Text

SLIDER, SIDES, TURNS = "slider", "sides", "turns"


class CompareCard(Card):
    """``marked`` carries two pairs: each photo and the four numbers marked on it."""

    marked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Compare"), parent)
        self.pair = Pair(self)
        self.mode = Segmented(
            ((SLIDER, _("Slider")), (SIDES, _("Side by side")), (TURNS, _("In turn"))),
            _("How to compare"),
            self,
        )
        self.mode.show_value(SLIDER)
        self.slider = CompareView(self.pair, self)
        self.sides = SideBySide(self.pair, self)
        self.marker = PointMarker(self)
        self.stack = QStackedWidget(self)
        self.hint = Text("", "small", self, wrap=True)
        self.aligned = Chip("aligned", _("Lined up"), self, height=34)
        self.line_up = Button(_("Line them up"), "ghost", parent=self, height=34)
        self.nearer = Button("", "outline", "plus", self, name=_("Zoom in"), height=34)
        self.farther = Button("", "outline", "minus", self, name=_("Zoom out"), height=34)
        self.whole = Button(_("Whole photo"), "ghost", parent=self, height=34)
        self._to_mark: list[Side] = []
        self._were_marked: list[tuple[Photo, tuple[float, ...]]] = []
        self._lay_out()
        self._connect()
        self._choose_mode(SLIDER)

    def _lay_out(self) -> None:
        self.header.addWidget(self.mode)
        for view in (self.slider, self.sides, self.marker):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)
        under = QHBoxLayout()
        under.setSpacing(8)
        under.addWidget(self.hint, 1)
        for control in (self.line_up, self.aligned, self.whole, self.farther, self.nearer):
            under.addWidget(control)
        self.body.addLayout(under)
        self.farther.setToolTip(_("Zoom out (-)"))
        self.nearer.setToolTip(_("Zoom in (+)"))
        self.whole.setToolTip(_("Show all of both photos (0)"))

    def _connect(self) -> None:
        self.aligned.answered.connect(self._turn_alignment)
        self.farther.clicked.connect(self._zoom_out)
        self.line_up.clicked.connect(self._begin_to_mark)
        self.marker.marked.connect(self._take_marks)
        self.mode.chosen.connect(self._choose_mode)
        self.nearer.clicked.connect(self._zoom_in)
        self.pair.moved.connect(self._show_zoom)
        self.whole.clicked.connect(self.pair.show_whole)

    # What is shown -------------------------------------------------------------------------------

    def show_pair(self, first: Side | None, second: Side | None) -> None:
        """Compare two other photos; how they are compared stays."""
        self._to_mark.clear()
        self.pair.show_sides(first, second)
        self._choose_mode(self.mode.value)

    def _show_zoom(self) -> None:
        self.nearer.setEnabled(not self._to_mark)
        self.whole.setVisible(self.pair.zoom > 1)
        self.farther.setEnabled(self.pair.zoom > 1 and not self._to_mark)
        self.aligned.setVisible(self.pair.can_align and not self._to_mark)
        self.aligned.show_chosen(self.pair.aligned)
        both = self.pair.first is not None and self.pair.second is not None
        self.line_up.setVisible(both)
        self.mode.setVisible(both)
        if self._to_mark:
            self.line_up.setText(_("Cancel"))
        elif self.pair.can_align:
            self.line_up.setText(_("Mark again"))
        else:
            self.line_up.setText(_("Line them up"))

    def _choose_mode(self, mode: object) -> None:
        if self._to_mark:
            self.stack.setCurrentWidget(self.marker)
        else:
            self.stack.setCurrentWidget(self.sides if mode == SIDES else self.slider)
            self.slider.show_one_at_a_time(mode == TURNS)
        self._show_hint()
        self._show_zoom()

    def _show_hint(self) -> None:
        if self._to_mark:
            self.hint.setText(
                _(
                    "{day}: mark two points that are on both photos, such as the inner corners "
                    "of the eyes, the left one first."
                ).format(day=self._to_mark[0].label)
            )
        elif self.pair.second is None:
            self.hint.setText(_("One photo so far. Another day makes a pair."))
        else:
            self.hint.setText(
                {
                    SLIDER: _("Drag the handle, or press the left and right arrow keys."),
                    SIDES: _("Both move together. Zoom with the wheel or + and -."),
                    TURNS: _("Click the photo or press Space to see the other one."),
                }[str(self.mode.value)]
            )

    # What the person does ------------------------------------------------------------------------

    def _zoom_in(self) -> None:
        self.pair.zoom_by(ZOOM_STEP)

    def _zoom_out(self) -> None:
        self.pair.zoom_by(1 / ZOOM_STEP)

    def _turn_alignment(self) -> None:
        self.pair.show_aligned(not self.pair.aligned)

    def _begin_to_mark(self) -> None:
        """Begin with the first photo, or give up what was begun."""
        first, second = self.pair.first, self.pair.second
        if self._to_mark or first is None or second is None:
            self._to_mark.clear()
        else:
            self._to_mark = [first, second]
            self._were_marked.clear()
            self.marker.show_side(first)
            self.marker.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose_mode(self.mode.value)

    def _take_marks(self, marks: tuple[float, ...]) -> None:
        """Go on with the other photo, or line both up."""
        self._were_marked.append((self._to_mark.pop(0).photo, marks))
        if self._to_mark:
            self.marker.show_side(self._to_mark[0])
            self._show_hint()
        else:
            self.pair.show_aligned(True)
            self._choose_mode(self.mode.value)
            self.marked.emit(tuple(self._were_marked))
