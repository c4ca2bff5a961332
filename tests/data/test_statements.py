"""The SQL that is run is what SQLAlchemy makes of the declared tables and statements."""

from __future__ import annotations

import subprocess
import sys

from tools.statements import FILE, written


def test_the_sql_is_made_of_the_declared_statements() -> None:
    assert FILE.read_text(encoding="utf-8") == written(), "run `make statements`"


def test_a_store_is_opened_read_and_written_without_sqlalchemy() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import datetime as dt, sys, tempfile, pathlib\n"
            "from recovery_tracker.data.store import open_store\n"
            "from recovery_tracker.exchange.sample import fill\n"
            "from recovery_tracker.journal import Journal\n"
            "clock = lambda: dt.datetime(2026, 3, 6, 20, tzinfo=dt.UTC)\n"
            "store = open_store(pathlib.Path(tempfile.mkdtemp()) / 'd', clock)\n"
            "journal = Journal(store, clock, keeps_shown=True)\n"
            "fill(journal)\n"
            "shown = journal.snapshot()\n"
            "journal.rate(shown.session.id, shown.today, 'pain', 1)\n"
            "journal.purge(); store.close()\n"
            "print({'sqlalchemy', 'alembic'} & set(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
