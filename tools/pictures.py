"""A picture of every page and state of the window, light and dark, in both window sizes.

Made offscreen with the bundled fonts, on the sample diary and with the tour's clock. Each state
is a small story told to the journal. A picture is named after its scene, look and size; those of
the design are there under the design's own names, too.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from recovery_tracker.data.store import open_store
from recovery_tracker.exchange.sample import fill
from recovery_tracker.journal import Journal
from recovery_tracker.settings import Settings
from recovery_tracker.ui.collector import Collector
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.photos.reader import PictureReader
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.chart_view import ChartView
from recovery_tracker.ui.widgets.page_view import PageView
from tools.photo_scenes import PHOTO_SCENES, PHOTOS_DESIGNED
from tools.scenes import DESIGNED, SCENES, Scene

if TYPE_CHECKING:
    import datetime as dt

SIZES = {"": (1280, 800), "-small": (1024, 700)}
PATIENCE_MS = 20_000
_REST_MS = 80
A4_WIDTH = 794  # px, at 96 to the inch


def take(
    folder: Path, clock: Callable[[], dt.datetime], names: Collection[str] | None = None
) -> int:
    """Take the pictures of all scenes, or of some, into a folder; return how many."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("the pictures need a QApplication")
    Collector(app).begin()  # as the program has it
    taken = 0
    with tempfile.TemporaryDirectory() as place:
        for number, scene in enumerate((*SCENES, *PHOTO_SCENES)):
            if names is None or scene.name in names:
                taken += _stage(scene, Path(place) / str(number), folder, clock, app)
    if names is None:
        for name, source in (DESIGNED | PHOTOS_DESIGNED).items():
            shutil.copyfile(folder / f"{source}.png", folder / f"{name}.png")
    return taken


def _stage(
    scene: Scene, data: Path, folder: Path, clock: Callable[[], dt.datetime], app: QApplication
) -> int:
    store = open_store(data, clock)
    journal = Journal(store, clock, keeps_shown=True)
    if scene.story is not None:
        fill(journal)
        scene.story(Journal(store, clock, keeps_shown=True))
    live = LiveJournal(app)
    preferences = Preferences(Settings(data), app)
    if scene.story is not None:
        preferences.accept()
    theme().choose("light")
    theme().choose_motion("less")  # a picture of something that fades in would show half of it
    window = MainWindow(live, preferences, clock)
    window.resize(*SIZES[""])
    window.show()
    live.open(Journal(store, clock, keeps_shown=True))
    if scene.story is not None:
        window.go(scene.page, scene.place)
    _wait_for(window)
    page = window.deck.page
    if page is None:
        raise SystemExit(f"The page of {scene.name} did not come.")
    seen = (scene.act(page) if scene.act is not None else None) or window
    taken = 0
    for suffix, size in SIZES.items():
        seen.resize(*size)
        for look in ("light", "dark"):
            theme().choose(look)
            _wait_for(window)
            seen.grab().save(str(folder / f"{scene.name}-{look}{suffix}.png"))
            taken += 1
    if seen is window and isinstance(page, ReportPage) and page.preview is not None:
        paper = QImage.fromData(page.preview.pages.pngs[0])
        smooth = Qt.TransformationMode.SmoothTransformation
        paper.scaledToWidth(A4_WIDTH, smooth).save(str(folder / "08b-report-page.png"))
        taken += 1
    window.close()
    window.deleteLater()
    preferences.setParent(None)  # the next window has its own
    live.close()
    store.close()
    QTest.qWait(1)
    return taken


def _wait_for(window: QWidget) -> None:
    """Wait until charts are drawn and pages prepared, in the colours of now."""
    QTest.qWait(_REST_MS)
    waited = 0
    while not _ready(window) and waited < PATIENCE_MS:
        QTest.qWait(50)
        waited += 50
    QTest.qWait(_REST_MS)


def _ready(window: QWidget) -> bool:
    charts = (view.plot is not None for view in window.findChildren(ChartView) if view.isVisible())
    pages = (bool(view.pictured) for view in window.findChildren(PageView) if view.isVisible())
    readers = (reader.is_busy for reader in window.findChildren(PictureReader))
    return all(charts) and all(pages) and not any(readers)
