"""The Today page in its parts."""

from recovery_tracker.ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
