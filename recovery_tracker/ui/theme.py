"""Colours, fonts and icons of the window: one palette and one style sheet from the named colours.

:func:`theme` gives the one theme of the running application. Everything that paints by hand asks
it for a colour by name and repaints on ``themed``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from recovery_tracker.palette import Palette, ThemeName, high_contrast, palette
from recovery_tracker.resources import resource
from recovery_tracker.ui.style_sheet import style_sheet
from recovery_tracker.ui.system_look import SystemLook
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

ThemeChoice = Literal["system", "light", "dark", "contrast"]
MotionChoice = Literal["system", "less"]
SCALES = (100, 115, 130)  # per cent
FADE_MS = 120

STYLE = ("-style", "Fusion")  # what the application is made with: the sheet is drawn for it

_MOST_ICONS = 256  # a look has about a hundred; all nine looks would take 4 MB
_MOST_OF_QT_KB = 1024  # Qt's own pictures of controls: a quarter of it is one look

_DRESSES = "dresses_itself"
_FONT_FILES = (
    "Inter-Regular",
    "Inter-Medium",
    "Inter-SemiBold",
    "Inter-Bold",
    "InterDisplay-SemiBold",
)


@frozen
class TypeRole:
    """One role of the type scale.

    Attributes:
        size: pixels at 100 %.
        weight: 400 to 700.
        tone: the name of its usual colour.
        family: the bundled family.
    """

    size: int
    weight: int = 400
    tone: str = "text"
    family: str = "Inter"


TYPE: dict[str, TypeRole] = {
    "hero": TypeRole(42, 600, family="Inter Display"),
    "title": TypeRole(26, 600, family="Inter Display"),
    "banner": TypeRole(22, 600, family="Inter Display"),
    "subtitle": TypeRole(18, 600),
    "lead": TypeRole(18),
    "heading": TypeRole(16, 600),
    "body": TypeRole(14),
    "date": TypeRole(14, tone="text2"),
    "medium": TypeRole(14, 500),
    "strong": TypeRole(14, 600),
    "choice": TypeRole(13, 500),
    "bold": TypeRole(13, 600),
    "small": TypeRole(13, tone="text2"),
    "hint": TypeRole(13, tone="muted"),
    "axis": TypeRole(12, tone="muted"),
    "rail": TypeRole(12, 500, tone="text2"),
}


class Theme(QObject):
    """What the application looks like now: light, dark or high contrast, at 100, 115 or 130 %.

    ``themed`` is emitted after either has changed; before it ``sheet_changed``, for those who
    dress the parts of a window: a style sheet that comes later would undo the fonts set on it.

    Attributes:
        system: what the system prefers.
        sheet: the style sheet that holds now.
    """

    sheet_changed = Signal()
    themed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = "system"
        self._motion: MotionChoice = "system"
        self._scale = 100
        self._pixmap = lru_cache(maxsize=_MOST_ICONS)(_drawn)
        QPixmapCache.setCacheLimit(_MOST_OF_QT_KB)
        self._own_colours = False
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))
        self.system = SystemLook(self)
        self.name: ThemeName = self._wanted()
        self.colours: Palette = self._palette()
        self.sheet = ""
        self._apply()
        self.system.changed.connect(self._follow_system)

    # What it is ------------------------------------------------------------------------------

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose: light, dark, or as the system has it."""
        return self._choice

    @property
    def scale(self) -> int:
        """The size of text and controls in per cent."""
        return self._scale

    @property
    def motion_ms(self) -> int:
        """How long a banner or a selection takes to appear: 120 ms, or 0 with less motion."""
        return 0 if self._motion == "less" or self.system.less_motion else FADE_MS

    def px(self, pixels: float) -> int:
        """Return a length at the chosen scale."""
        return round(pixels * self._scale / 100)

    def colour(self, tone: str) -> QColor:
        """Return a colour by its name in the palette."""
        return QColor(getattr(self.colours, tone))

    def font(self, role: str, *, tabular: bool = False) -> QFont:
        """Return the font of a role of the type scale, with digits of one width if asked."""
        kind = TYPE[role]
        font = QFont(kind.family)
        font.setPixelSize(self.px(kind.size))
        font.setWeight(QFont.Weight(kind.weight))
        # letters keep the distances they were drawn with, as on the pages of the report
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def pixmap(self, name: str, tone: str = "text", size: int = 20) -> QPixmap:
        """Draw an icon in a colour of the palette; ``size`` in pixels at 100 %.

        Raises:
            FileNotFoundError: there is no such icon.
        """
        ratio = self._app.devicePixelRatio()
        colour = getattr(self.colours, tone)
        return self._pixmap(name, colour, self.px(size), ratio)

    def icon(self, name: str, tone: str = "text", size: int = 20) -> QIcon:
        """Return an icon in a colour of the palette."""
        from PySide6.QtGui import QIcon  # brings the names of 150 icons of the desktop

        return QIcon(self.pixmap(name, tone, size))

    # What changes it -------------------------------------------------------------------------

    def choose(self, choice: ThemeChoice) -> None:
        """Use light, dark or high contrast, or follow the system."""
        self._choice = choice
        self._renew()

    def choose_motion(self, choice: MotionChoice) -> None:
        """Let things fade in unless the system prefers less motion, or never."""
        self._motion = choice

    def scale_to(self, percent: int) -> None:
        """Use one of ``SCALES``."""
        if percent != self._scale:
            self._scale = percent
            self._renew(force=True)

    def _wanted(self) -> ThemeName:
        if self._choice != "system":
            return self._choice
        if self.system.high_contrast:
            return "contrast"
        return "dark" if self.system.dark else "light"

    def _palette(self) -> Palette:
        if self.name != "contrast":
            return palette(self.name)
        if self._own_colours:
            self._app.setPalette(QPalette())  # the system's again
        colours = self._app.palette()
        return high_contrast(
            *(
                colours.color(role).name().upper()
                for role in (
                    QPalette.ColorRole.Window,
                    QPalette.ColorRole.WindowText,
                    QPalette.ColorRole.Highlight,
                    QPalette.ColorRole.HighlightedText,
                )
            )
        )

    def _follow_system(self) -> None:
        self._renew(force=self.name == "contrast" and self._wanted() == "contrast")

    def _renew(self, *, force: bool = False) -> None:
        wanted = self._wanted()
        if wanted == self.name and not force:
            self._dress_application()
            return
        self.name = wanted
        self.colours = self._palette()
        self._apply()
        self.sheet_changed.emit()
        self.themed.emit()

    def _apply(self) -> None:
        self._app.setPalette(_qt_palette(self.colours))
        self._own_colours = True
        self._app.setFont(self.font("body"))
        self.sheet = style_sheet(self.colours, TYPE, self.px)
        self._dress_application()

    # Who wears it ----------------------------------------------------------------------------

    def leave_dressing_to(self, window: QWidget) -> None:
        """Let a window dress its parts itself, so that it need not dress what is not in sight.

        The style sheet of the application costs many times as much to change as those of the few
        parts in sight: Qt then asks every widget once for each of its ancestors.
        """
        window.setProperty(_DRESSES, True)

    def _dress_application(self) -> None:
        """Dress all there is, unless a window does it."""
        windows = self._app.topLevelWidgets()
        if self._app.styleSheet() != self.sheet and not any(w.property(_DRESSES) for w in windows):
            self._app.setStyleSheet(self.sheet)

    def dress(self, part: QWidget) -> None:
        """Give a part of a window, and what it holds, the looks of now."""
        own = part.styleSheet()
        worn = own or (self._app.styleSheet() if isinstance(part, QMenu) else "")
        if worn != self.sheet:
            part.setStyleSheet(self.sheet)


_running: Theme | None = None


def theme() -> Theme:
    """Return the theme of the running application; the first to ask makes it."""
    global _running  # to look for it among the children of the application would load QStyle
    if _running is None or not isValid(_running):
        _running = Theme(cast("QApplication", QApplication.instance()))
    return _running


def dress_again(widget: QWidget) -> None:
    """Let looks follow a property that has changed; what was never dressed will be in time."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _qt_palette(colours: Palette) -> QPalette:
    """Give every role of Qt's own palette one of the named colours."""
    roles = {
        QPalette.ColorRole.Window: colours.bg,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.inset,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_primary,
        QPalette.ColorRole.Highlight: colours.primary,
        QPalette.ColorRole.HighlightedText: colours.on_primary,
        QPalette.ColorRole.Accent: colours.primary,
        QPalette.ColorRole.Link: colours.on_tint,
        QPalette.ColorRole.LinkVisited: colours.on_tint,
        QPalette.ColorRole.Light: colours.surface,
        QPalette.ColorRole.Midlight: colours.inset,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line,
        QPalette.ColorRole.Shadow: colours.border,
    }
    qt = QPalette()
    for role, colour in roles.items():
        qt.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        qt.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return qt
