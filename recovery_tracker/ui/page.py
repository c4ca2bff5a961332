"""What every page of the window is: a widget that shows a snapshot."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.live_journal import LiveJournal


class Page(QWidget):
    """A page shows what a snapshot says and sends what the patient does to the journal.

    Only the visible page is shown a snapshot at once; hidden ones are shown the latest when
    they come to the front. ``went`` carries the name of another page to go to; a page may also
    be opened at something (a date, a session) with :meth:`open_at`.

    Attributes:
        has_footer: whether the page names what can be undone in a footer of its own; the window
            adds a strip to the others.
    """

    has_footer: ClassVar[bool] = False
    went = Signal(str, object)

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from recovery_tracker.ui.theme import theme  # pages are made after the first paint

        theme().dress(self)
        self.live = live

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Put the snapshot on screen."""
        raise NotImplementedError  # every page has its own; QWidget allows no ABC

    def forget(self) -> None:
        """Let go of what is held beside what is on screen, such as pictures: it is locked."""

    def open_at(self, place: object) -> None:
        """Come to the front at a place the page knows, such as a date."""


@frozen
class PageSpec:
    """A page's line in ``PAGES``: its name, title, icon and the class, loaded when first shown.

    Attributes:
        where: ``module:Class`` of the page.
        in_sidebar: whether the sidebar has a button for it.
    """

    name: str
    title_text: str
    icon: str
    where: str
    shortcut: str = ""
    in_sidebar: bool = True

    @property
    def title(self) -> str:
        """The title in the person's language."""
        return _(self.title_text)

    def make(self, live: LiveJournal, parent: QWidget) -> Page:
        """Make the page."""
        module, name = self.where.split(":")
        make = cast("Callable[[LiveJournal, QWidget], Page]", getattr(import_module(module), name))
        return make(live, parent)
