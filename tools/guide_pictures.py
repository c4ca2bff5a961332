"""The pictures of the user guide: some scenes of the tour, in one language of the program.

``python -m tools.guide_pictures CODE`` writes them beside the pages of that language. A language
has a process of its own, as the program has.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

from recovery_tracker import i18n
from tools import pictures, tour
from tools.guide import BUILT, DARK

PICTURES = {
    "today": "01-today",
    "warning": "04-warning-contact",
    "report": "08-report",
    "photos": "07-photos",
    "bring-in": "13-bring-in",
}
_COLOURS = 96  # few enough to be small; the window's own are fewer


def main() -> None:
    """Take them and make them small."""
    code = sys.argv[1]
    i18n.set_language(code)
    folder = BUILT / code / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        pictures.take(Path(place), tour.clock, PICTURES.values())
        for name, scene in PICTURES.items():
            for look, suffix in (("light", ""), ("dark", DARK)):
                with Image.open(Path(place) / f"{scene}-{look}-small.png") as picture:
                    few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
                    few.save(folder / f"{name}{suffix}.png", optimize=True)


if __name__ == "__main__":
    main()
