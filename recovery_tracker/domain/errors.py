"""The sentences a person may read when something cannot be done."""

from __future__ import annotations


class RecoveryTrackerError(Exception):
    """Something that cannot be done, in one plain sentence that says what to do."""

    @property
    def sentence(self) -> str:
        """The sentence for the person."""
        return str(self.args[0]) if self.args else ""


class InvalidValue(RecoveryTrackerError):  # noqa: N818 - named after what it holds
    """A value outside what the diary can hold.

    Attributes:
        field: the name of the field it was meant for, as it stands in files.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class NotFound(RecoveryTrackerError):  # noqa: N818
    """What was asked for is not in this diary."""


class Refused(RecoveryTrackerError):  # noqa: N818
    """The request is understood but would break a rule of the diary."""


class StorageProblem(RecoveryTrackerError):  # noqa: N818
    """The machine could not keep or give back the data (disk full, locked, damaged ...)."""


class KeptUnread(StorageProblem):
    """A change is on disk for good, but what the diary says after it could not be read."""


class Damaged(StorageProblem):
    """The file of the diary is damaged, or is no diary."""


class PassphraseNeeded(RecoveryTrackerError):  # noqa: N818
    """The diary is locked, and no passphrase was given."""


class WrongPassphrase(RecoveryTrackerError):  # noqa: N818
    """The diary is locked with another passphrase."""
