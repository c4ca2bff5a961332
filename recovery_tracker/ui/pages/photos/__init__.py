"""The Photos page: two photos compared, the notes of their days, and the timeline."""

from recovery_tracker.ui.pages.photos.page import PhotosPage

__all__ = ["PhotosPage"]
