"""The five grades a symptom can have."""

from __future__ import annotations

from enum import IntEnum

from recovery_tracker.i18n import N_, _


class Severity(IntEnum):
    """How strong a symptom is, from 0 (none) to 4 (very severe).

    The words are those of clinical.md 2.3; the scale is the patient's own and is
    not PRO-CTCAE, CTCAE or CEA.
    """

    NONE = 0
    MILD = 1
    MODERATE = 2
    SEVERE = 3
    VERY_SEVERE = 4

    @property
    def label(self) -> str:
        """The grade's word in the person's language."""
        return _(_LABELS[self])


_LABELS = (N_("None"), N_("Mild"), N_("Moderate"), N_("Severe"), N_("Very severe"))
