"""Make ICU's data small: of its 31 MB, Qt uses what says how words are sorted in each language.

Dates, numbers, names of currencies and old encodings are in Qt itself or are never asked for.
Needs icupkg (Debian: icu-devtools) and a C compiler.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

NEEDS = ("icupkg", "cc", "objcopy")
_KEPT = re.compile(
    r"coll/.*|[^/]*\.(icu|nrm)|(keyTypeData|likelySubtags|metaZones|numberingSystems|pool"
    r"|res_index|root|supplementalData|timezoneTypes|zoneinfo64)\.res"
)
_SOURCE = """\
.section .rodata
.globl icudt{n}_dat
.type icudt{n}_dat, @object
.balign 16
icudt{n}_dat: .incbin "small/icudt{n}l.dat"
.size icudt{n}_dat, . - icudt{n}_dat
.section .note.GNU-stack,"",@progbits
"""


def missing() -> list[str]:
    """Return the programs that are needed and not installed."""
    return [name for name in NEEDS if shutil.which(name) is None]


def make_small(library: Path) -> None:
    """Write ``libicudata.so.N`` again, with the data that is used and under the same names."""
    n = library.name.rpartition(".")[2]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "small").mkdir()
        data = f"icudt{n}l.dat"
        _run(folder, "objcopy", "-O", "binary", "--only-section=.rodata", library.resolve(), data)
        held = _run(folder, "icupkg", "-l", data).split()
        (folder / "dropped.txt").write_text(
            "".join(f"{item}\n" for item in held if not _KEPT.fullmatch(item)), encoding="ascii"
        )
        _run(folder, "icupkg", "-r", "dropped.txt", data, f"small/{data}")
        (folder / "data.s").write_text(_SOURCE.format(n=n), encoding="ascii")
        names = (f"-Wl,-soname,{library.name}", "-Wl,-Bsymbolic")
        _run(folder, "cc", "-shared", "-nostdlib", *names, "-o", "small.so", "data.s")
        shutil.copyfile(folder / "small.so", library)


def _run(folder: Path, *words: str | Path) -> str:
    done = subprocess.run(words, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout
