"""The pages, one in front: each is made when first shown and shown a snapshot when in front."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from recovery_tracker.ui.pages import LOOKED_UP
from recovery_tracker.ui.theme import theme

if TYPE_CHECKING:
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.page import Page, PageSpec

_LONGEST_TRAIL = 10


class Deck(QStackedWidget):
    """The pages of the window; ``went`` passes on where a page wants to go.

    Attributes:
        name: the page in front.
    """

    went = Signal(str, object)

    def __init__(self, specs: Iterable[PageSpec], live: LiveJournal, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._specs = {spec.name: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._trail: list[str] = []
        self.name = ""

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._pages.get(self.name)

    @property
    def stale(self) -> frozenset[str]:
        """The pages that were made and do not show the latest snapshot yet."""
        return frozenset(self._stale)

    def bring(self, name: str, *, back: bool = False) -> bool:
        """Bring a page to the front; tell whether another one was there before.

        Going ``back`` to a page does not remember the one it leaves.
        """
        if name == self.name:
            return False
        page = self._pages.get(name) or self._make(name)
        if self.name and not back and (self._specs[self.name].in_sidebar or name in LOOKED_UP):
            self._trail = [*self._trail[1 - _LONGEST_TRAIL :], self.name]
        self.name = name
        self.dress()
        self.refresh()
        self.setCurrentWidget(page)
        return True

    def _make(self, name: str) -> Page:
        page = self._specs[name].make(self._live, self)
        page.went.connect(self.went)
        self._pages[name] = page
        self.addWidget(page)
        self._stale.add(name)
        return page

    def back(self) -> str:
        """Return the page that was in front before, and forget it; empty = none.

        A page that is not in the sidebar, such as a form, is only come back to from a page that
        was looked up.
        """
        return self._trail.pop() if self._trail else ""

    def forget_trail(self) -> None:
        """Forget which pages were in front before."""
        self._trail.clear()

    def forget(self) -> None:
        """Let go of all pages, and of all they show."""
        for page in self._pages.values():
            page.hide()
            page.forget()
            self.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()
        self._trail.clear()
        self.name = ""

    def mark_stale(self) -> None:
        """Note that every page shows an old snapshot."""
        self._stale = set(self._pages)

    def dress(self) -> None:
        """Give the page in front the looks of now; the others get them when they come."""
        if self.page is not None:
            theme().dress(self.page)

    def refresh(self) -> None:
        """Show the page in front the latest snapshot, if it has not seen it."""
        page = self.page
        if page is not None and self._live.snapshot is not None and self.name in self._stale:
            self._stale.discard(self.name)
            page.show_snapshot(self._live.snapshot)
