"""What a patient did for the skin, and what the skin was exposed to."""

from __future__ import annotations

from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen


@frozen
class CareItem:
    """One care item or exposure of the catalogue.

    Attributes:
        code: the name in files and in the database; never translated, never reused.
        name: the label, to be translated.
        offered: whether it is among the chips shown before the person chooses their own.
    """

    code: str
    name: str
    offered: bool = False

    @property
    def label(self) -> str:
        """The label in the person's language."""
        return _(self.name)


CARE_ITEMS: tuple[CareItem, ...] = (
    CareItem("cleansed", N_("Gentle cleanse"), offered=True),
    CareItem("moisturised", N_("Moisturiser"), offered=True),
    CareItem("sunscreen", N_("Sunscreen"), offered=True),
    CareItem("cool_compress", N_("Cool compress"), offered=True),
    CareItem("make_up", N_("Make-up"), offered=True),
    CareItem("sun", N_("Sun")),
    CareItem("exercise", N_("Exercise")),
    CareItem("pool_or_hot_tub", N_("Pool or hot tub")),
    CareItem("strong_active", N_("Strong active product (retinoid, acid, vitamin C)")),
    CareItem("new_product", N_("New product")),
    CareItem("picked_or_scrubbed", N_("Picked or scrubbed")),
    CareItem("pain_or_fever_medicine", N_("Pain or fever medicine")),
)

CARE_BY_CODE = {item.code: item for item in CARE_ITEMS}
