"""The pages of the window, in the order of the sidebar."""

from __future__ import annotations

from recovery_tracker.i18n import N_
from recovery_tracker.ui.page import PageSpec

_HERE = "recovery_tracker.ui.pages."

PAGES: tuple[PageSpec, ...] = (
    PageSpec("today", N_("Today"), "today", _HERE + "today:TodayPage", "Ctrl+1"),
    PageSpec("recovery", N_("Recovery"), "recovery", _HERE + "recovery:RecoveryPage", "Ctrl+2"),
    PageSpec("sessions", N_("Sessions"), "sessions", _HERE + "sessions:SessionsPage", "Ctrl+3"),
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
        "compare",
        N_("Compare sessions"),
        "columns-2",
        _HERE + "compare:ComparePage",
        in_sidebar=False,
    ),
    PageSpec(
        "history", N_("What changed"), "history", _HERE + "history:HistoryPage", in_sidebar=False
    ),
)

# a page without a button of its own stands under another one's, or (empty) where it came from
UNDER = {"add_session": "sessions", "compare": "sessions", "history": ""}

# what stands in their place while there is nothing to show
FIRST_RUN = PageSpec(
    "first_run", N_("Welcome"), "help", _HERE + "first_run:FirstRunPage", in_sidebar=False
)

# at the foot of the sidebar: looked up from anywhere, and left again for what was in front
LOOKED_UP = ("help", "settings")
