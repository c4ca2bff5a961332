"""What a PDF says, as a reader would copy it out."""

from __future__ import annotations

import subprocess
from pathlib import Path


def text_of(path: Path) -> str:
    """The text of a PDF in reading order (needs poppler-utils, as README says)."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()
