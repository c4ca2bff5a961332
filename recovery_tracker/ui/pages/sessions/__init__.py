"""The Sessions page."""

from recovery_tracker.ui.pages.sessions.page import SessionsPage

__all__ = ["SessionsPage"]
