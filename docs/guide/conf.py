"""How the user guide is made: ``make guide`` writes it into ``resources/guide`` for Help."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from recovery_tracker import __version__, i18n

project = "Recovery Tracker"
author = "The Recovery Tracker authors"
release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["README.md", "theme", "locale"]
gettext_compact = "guide"
# the catalogues are compiled elsewhere, so that a build leaves nothing here
gettext_auto_build = False
figure_language_filename = "../../resources/guide/{language}/pictures/{basename}{ext}"
html_theme = "theme"
html_theme_path = ["."]
html_copy_source = False
html_use_index = False


def setup(app: Sphinx) -> None:
    """Speak the language of the build in what frames a page, with the program's own words."""
    app.connect("builder-inited", _begin)
    app.connect("html-page-context", _frame)


def _begin(app: Sphinx) -> None:
    i18n.set_language(app.config.language)
    app.config["html_title"] = f"Recovery Tracker: {i18n._('User guide')}"
    if app.builder.format == "html":
        app.builder.search = False  # nine short pages


def _frame(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    context["titles"] = {page: title.astext() for page, title in app.env.titles.items()}
    context["said"] = i18n._
    context["translated"] = i18n.language() != i18n.SOURCE_LANGUAGE
    context["pages"] = app.env.toctree_includes[app.config.root_doc]
    context["languages"] = [(code, i18n.NAMES[code]) for code in i18n.languages()]
