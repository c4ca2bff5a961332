"""The use cases of the diary: what a patient does, and the snapshot each answers with.

It knows the standard library and the domain only; the store it needs is a protocol.
"""

from recovery_tracker.journal.journal import Journal
from recovery_tracker.journal.photos import NewPhoto
from recovery_tracker.journal.snapshot import Snapshot
from recovery_tracker.journal.store import Store

__all__ = ["Journal", "NewPhoto", "Snapshot", "Store"]
