"""How the user guide is made: ``make guide`` writes it into ``resources/guide`` for Help."""

from __future__ import annotations

import re
from pathlib import Path

_INIT = Path(__file__).resolve().parents[2] / "recovery_tracker" / "__init__.py"
_FOUND = re.search(r'__version__ = "([^"]+)"', _INIT.read_text(encoding="utf-8"))

project = "Recovery Tracker"
author = "The Recovery Tracker authors"
project_copyright = author
release = _FOUND[1] if _FOUND else ""
extensions = ["myst_parser"]
exclude_patterns = ["README.md"]
html_theme = "furo"
html_title = f"Recovery Tracker {release}: guide"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0D5C61", "color-brand-content": "#0D5C61"},
    "dark_css_variables": {"color-brand-primary": "#74CCC3", "color-brand-content": "#74CCC3"},
}
