"""The whole job without a screen: sample data in, warnings told, charts and report out.

Run as ``python -m tools.tour FOLDER``; everything is written below that folder. With
``--language en-XA`` everything is in accented English, which shows what longer words do.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
from pathlib import Path

from recovery_tracker import cli, i18n
from recovery_tracker.charts import style
from recovery_tracker.charts.picture import png_bytes
from recovery_tracker.charts.sum_of_eight import draw_sum
from recovery_tracker.charts.symptom_lines import draw_symptom_lines
from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.data.store import open_store
from recovery_tracker.exchange import format_for
from recovery_tracker.exchange.sample import sample_log
from recovery_tracker.journal import Journal
from recovery_tracker.palette import palette
from tools import pictures
from tools.pseudo import CODE, PseudoTranslations

NOW = dt.datetime(2026, 11, 18, 8, 14, tzinfo=dt.UTC)
LEADING = ("redness", "flaking", "swelling", "pain")
SIZE = (1000, 340)


def clock() -> dt.datetime:
    """The tour's own time: day 4 of the sample's newest session."""
    return NOW


def main() -> None:
    """Make the tour."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--language", default="", help=f"a language there are words for, or {CODE} for accents"
    )
    chosen = parser.parse_args()
    folder: Path = chosen.folder.resolve()
    if chosen.language == CODE:
        i18n.speak(CODE, PseudoTranslations())
    else:
        i18n.set_language(chosen.language or None)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    style.prepare(folder / "cache")
    told = log_and_report(folder)
    draw_charts(folder)
    taken = pictures.take(folder, clock)
    print(f"\n{taken} pictures of the window")
    shutil.rmtree(folder / "cache", ignore_errors=True)
    print(f"\nThe tour is in {folder}:")
    for path in sorted([*folder.glob("*.p*"), *folder.glob("*.json"), *folder.glob("*.csv")]):
        print(f"  {path.name}")
    if told:
        raise SystemExit(told)


def log_and_report(folder: Path) -> int:
    """Drive the command line as a person would; return the worst exit status."""
    log = folder / "sample.json"
    format_for(log).write(sample_log(NOW.date()), log)
    commands: tuple[tuple[str | Path, ...], ...] = (
        ("import", log),
        ("warnings",),
        ("warnings", "--as-of", "2026-06-01"),
        ("export", folder / "sample.csv"),
        ("export", folder / "sample.long.csv"),
        ("report", folder / "report.pdf"),
        ("report", folder / "report-prolonged-flaking.pdf", "--session", "2026-05-23"),
    )
    worst = 0
    for command in commands:
        words = [str(word) for word in command]
        print("\n$ recovery-tracker", *words, flush=True)
        worst = max(worst, cli.main(["--data-dir", str(folder / "diary"), *words], clock))
    return worst


def draw_charts(folder: Path) -> None:
    """Draw the charts of the newest session, light and dark."""
    store = open_store(folder / "diary", clock)
    snapshot = Journal(store, clock).snapshot()
    store.close()
    recovery = snapshot.recovery
    if recovery is None:
        raise SystemExit("The sample was not brought in.")
    earlier = [EarlierSession(snapshot.number(r.session), r) for r in snapshot.earlier]
    for name in ("light", "dark"):
        colours = palette(name)
        lines = png_bytes(
            lambda figure, colours=colours: draw_symptom_lines(
                figure,
                recovery,
                LEADING,
                snapshot.profile,
                colours,
                today=snapshot.today,
                earlier=earlier,
            ),
            *SIZE,
        )
        total = png_bytes(
            lambda figure, colours=colours: draw_sum(
                figure, recovery, colours, today=snapshot.today, earlier=earlier
            ),
            *SIZE,
        )
        (folder / f"chart-symptom-lines-{name}.png").write_bytes(lines)
        (folder / f"chart-sum-{name}.png").write_bytes(total)


if __name__ == "__main__":
    main()
