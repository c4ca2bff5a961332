"""The fixed answers of the profile, the session and the acts on warnings: code -> label.

Codes stand in files and in the database; they are never translated and never reused.
Labels are marked for translation; :func:`label` gives the one to show.
"""

from __future__ import annotations

from collections.abc import Mapping

from recovery_tracker.i18n import N_, _

Choices = Mapping[str, str]

TREATMENTS: Choices = {"microneedling": N_("Microneedling")}
DEVICES: Choices = {
    "roller": N_("Roller"),
    "pen": N_("Pen"),
    "stamp": N_("Stamp"),
    "rf": N_("Radiofrequency (RF)"),
}
AREAS: Choices = {
    "face": N_("Face"),
    "forehead": N_("Forehead"),
    "cheeks": N_("Cheeks"),
    "nose": N_("Nose"),
    "upper_lip": N_("Upper lip"),
    "chin": N_("Chin"),
    "around_eyes": N_("Around the eyes"),
    "neck": N_("Neck"),
    "chest": N_("Chest"),
    "back": N_("Back"),
    "abdomen": N_("Abdomen"),
    "hands": N_("Hands"),
    "body": N_("Body"),
    "scalp": N_("Scalp"),
}
PERFORMED_BY: Choices = {
    "professional": N_("A professional"),
    "home": N_("Myself, at home"),
}
RECENT_PROCEDURES: Choices = {
    "filler": N_("Filler"),
    "botulinum": N_("Botulinum"),
    "peel": N_("Peel"),
    "laser": N_("Laser"),
    "prp": N_("PRP (platelet-rich plasma)"),
}
SKIN_TYPES: Choices = {
    "dry": N_("Dry"),
    "normal": N_("Normal"),
    "combination": N_("Combination"),
    "oily": N_("Oily"),
}
SKIN_CONDITIONS: Choices = {
    "eczema": N_("Eczema, now or before"),
    "psoriasis": N_("Psoriasis"),
    "rosacea": N_("Rosacea"),
    "acne": N_("Acne"),
}
PHOTO_VIEWS: Choices = {
    "front": N_("Front"),
    "left": N_("Left"),
    "right": N_("Right"),
    "close_up": N_("Close-up"),
}
ACTS: Choices = {
    "contacted": N_("I've contacted them"),
    "quieted": N_("My dermatologist has seen this"),
    "seen": N_("I have been seen"),
    "mistake": N_("Entered by mistake"),
}
URGENCY_FELT: Choices = {
    "not_at_all": N_("Not at all"),
    "a_little": N_("A little"),
    "very": N_("Very"),
}

FACE_PARTS: tuple[str, ...] = ("forehead", "cheeks", "nose", "upper_lip", "chin", "around_eyes")


def label(choices: Choices, code: str) -> str:
    """Return a code's label in the person's language; free text comes back as it is."""
    return _(choices[code]) if code in choices else code
