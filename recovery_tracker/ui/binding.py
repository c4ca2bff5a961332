"""Spares the start what the Qt binding does for a feature that is not used here.

At each import the binding reads the source of the new module, to learn whether it may switch Qt's
names to another style (``from __feature__ import snake_case``). Nothing here does; reading 200
files is a twentieth of a start. A packaged program has no sources, and so has never paid for it.
"""

from __future__ import annotations

import sys
from types import ModuleType


def _switches_features(_module: ModuleType) -> bool:
    """Answer for the binding, without a look at the source: no module here switches them."""
    return False


_feature = sys.modules.get("shibokensupport.feature")
if hasattr(_feature, "_mod_uses_pyside"):  # not the binding's public interface: it may be gone
    vars(_feature)["_mod_uses_pyside"] = _switches_features
