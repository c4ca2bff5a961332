"""The pages of the window, in the order of the sidebar."""

from __future__ import annotations

from recovery_tracker.i18n import N_
from recovery_tracker.ui.page import PageSpec

_HERE = "recovery_tracker.ui.pages."

PAGES: tuple[PageSpec, ...] = (
    PageSpec("today", N_("Today"), "today", _HERE + "today:TodayPage", "Ctrl+1"),
    PageSpec("recovery", N_("Recovery"), "recovery", _HERE + "recovery:RecoveryPage", "Ctrl+2"),
    PageSpec("sessions", N_("Sessions"), "sessions", _HERE + "sessions:SessionsPage", "Ctrl+3"),
    PageSpec("photos", N_("Photos"), "photos", _HERE + "photos:PhotosPage", "Ctrl+4"),
    PageSpec("report", N_("Report"), "report", _HERE + "report:ReportPage", "Ctrl+5"),
    PageSpec("help", N_("Help"), "help", _HERE + "help:HelpPage", "F1"),
    PageSpec("settings", N_("Settings"), "settings", _HERE + "settings:SettingsPage", "Ctrl+,"),
    PageSpec(
        "add_session",
        N_("Add a session"),
        "plus",
        _HERE + "add_session:AddSessionPage",
        "Ctrl+N",
        in_sidebar=False,
    ),
    PageSpec(
        "add_photos",
        N_("Add photos"),
        "photos",
        _HERE + "add_photos:AddPhotosPage",
        in_sidebar=False,
    ),
    PageSpec(
        "import",
        N_("Import a file"),
        "download",
        _HERE + "bring_in:ImportPage",
        "Ctrl+O",
        in_sidebar=False,
    ),
    PageSpec(
        "export",
        N_("Export"),
        "upload",
        _HERE + "take_out:ExportPage",
        in_sidebar=False,
    ),
    PageSpec(
        "compare",
        N_("Compare sessions"),
        "columns-2",
        _HERE + "compare:ComparePage",
        in_sidebar=False,
    ),
    PageSpec(
        "search",
        N_("Search in notes"),
        "search",
        _HERE + "search:SearchPage",
        "Ctrl+F",
        in_sidebar=False,
    ),
    PageSpec(
        "history", N_("What changed"), "history", _HERE + "history:HistoryPage", in_sidebar=False
    ),
)

# a page without a button of its own stands under another one's, or (empty) where it came from
UNDER = {
    "add_session": "sessions",
    "add_photos": "photos",
    "import": "settings",
    "export": "settings",
    "compare": "sessions",
    "history": "",
    "search": "",
    "passphrase": "settings",
    "restore": "settings",
    "my_data": "settings",
    "erase": "settings",
}

# what stands in their place while there is nothing to show
FIRST_RUN = PageSpec(
    "first_run", N_("Welcome"), "help", _HERE + "first_run:FirstRunPage", in_sidebar=False
)

# what stands in place of every page while the diary is locked
LOCKED = PageSpec("locked", N_("Locked"), "lock", _HERE + "locked:LockedPage", in_sidebar=False)

# a page like a dialog, which Settings and the first run lead to
PASSPHRASE = PageSpec(
    "passphrase", N_("Passphrase"), "lock", _HERE + "passphrase:PassphrasePage", in_sidebar=False
)

# what Settings leads to
KEEPING = (
    PageSpec(
        "restore", N_("Restore"), "archive-restore", _HERE + "restore:RestorePage", in_sidebar=False
    ),
    PageSpec(
        "my_data", N_("Where is my data"), "folder", _HERE + "my_data:MyDataPage", in_sidebar=False
    ),
    PageSpec("erase", N_("Erase everything"), "trash", _HERE + "erase:ErasePage", in_sidebar=False),
)

# the pages that no menu offers
ASIDE = (FIRST_RUN, LOCKED, PASSPHRASE, *KEEPING)

# at the foot of the sidebar: looked up from anywhere, and left again for what was in front
LOOKED_UP = ("help", "settings")
