"""Fonts are ours in every chart, and matplotlib is told where to keep its cache first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib import font_manager

from recovery_tracker.charts.style import drawable, font, prepare, text_width

_AFTER_PREPARE = """
import json, pathlib, sys
from recovery_tracker.charts.style import prepare
early = "matplotlib" in sys.modules
prepare(pathlib.Path(sys.argv[1]))
import matplotlib
from recovery_tracker.charts import picture
print(json.dumps({
    "early": early,
    "cache": matplotlib.get_configdir(),
    "loaded": [name for name in ("matplotlib.pyplot", "PySide6") if name in sys.modules],
}))
"""


_DRAWN = """
import sys
from recovery_tracker.charts.sheet import Sheet
from recovery_tracker.charts.symptom_lines import draw_symptom_lines
from recovery_tracker.palette import palette
from tests.builders import NO_PROFILE, build, date_of
course = build({0: {"x_00000001": 2}})
names = {"x_00000001": "حكة"}
draw_symptom_lines(Sheet(900, 300), course, ["x_00000001"], NO_PROFILE, palette("light"),
                   today=date_of(0), own_names=names)
print("matplotlib" in sys.modules, "PySide6" in sys.modules)
"""


def run(folder: Path, **environ: str) -> dict[str, object]:
    kept = {name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"}
    done = subprocess.run(
        [sys.executable, "-c", _AFTER_PREPARE, str(folder)],
        env=kept | environ,
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_a_chart_is_drawn_without_matplotlib() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DRAWN],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "False False\n"


def test_matplotlib_keeps_its_cache_in_our_folder(tmp_path: Path) -> None:
    found = run(tmp_path / "new" / "cache")
    assert found == {"early": False, "cache": str(tmp_path / "new" / "cache"), "loaded": []}
    assert list((tmp_path / "new" / "cache").glob("fontlist*"))


def test_a_folder_the_environment_names_is_kept(tmp_path: Path) -> None:
    found = run(tmp_path / "ours", MPLCONFIGDIR=str(tmp_path))
    assert found["cache"] == str(tmp_path)
    assert not (tmp_path / "ours").exists()


def test_a_folder_that_cannot_be_made_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)
    (tmp_path / "file").touch()
    prepare(tmp_path / "file" / "cache")
    assert "MPLCONFIGDIR" not in os.environ


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_every_weight_is_the_bundled_one(weight: int) -> None:
    file = Path(font_manager.findfont(font("Redness", 12, weight), fallback_to_default=False))
    assert file.parent.name == "fonts"
    assert font_manager.get_font(str(file)).family_name == "Inter"
    entry = next(e for e in font_manager.fontManager.ttflist if Path(e.fname) == file)
    assert (entry.name, entry.weight) == ("Inter", weight)


def test_other_scripts_have_other_fonts_behind_inter() -> None:
    assert font("Redness – Ελλάδα", 12).get_family() == ["Inter"]
    assert font("حكة", 12).get_family() == ["Inter", "Noto Sans", "Noto Sans Arabic"]


def test_a_letter_no_font_has_becomes_a_box() -> None:
    assert drawable("Itch 皮 حكة") == "Itch □ حكة"


def test_widths_grow_with_text_size_and_weight() -> None:
    plain = text_width("Very severe", 12)
    assert text_width("Severe", 12) < plain < text_width("Very severe", 12, 700)
    assert text_width("Very severe", 24) == pytest.approx(2 * plain, rel=0.02)


def test_a_letter_of_another_script_takes_no_more_than_its_size() -> None:
    assert text_width("皮" * 3, 12) == pytest.approx(36)
