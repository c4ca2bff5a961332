"""Loads the Qt binding without what it does anew at each start; imported before anything of Qt.

Two things, both of the binding's inside: where they have changed, it is loaded as it always is.

*   It carries 14 files of Python in a zip within its library, and unpacks and compiles them at
    each start: a seventh of it. It looks for them unpacked beside itself first (its own variable
    ``SBK_EMBED=0`` puts them there), but that folder belongs to pip, which would leave them there
    for the next version of the binding. ``python -m recovery_tracker.ui.binding``, a step of
    ``make``, unpacks them beside our own byte code, for this very installation of the binding;
    without that step the zip is used. One of them, which writes type stubs and is no part of a
    program, is left empty there: its patterns alone are a twentieth of a start.
*   At each import it looks whether the module switches Qt's names to another style (``from
    __feature__ import snake_case``), and reads the source of each new one for it. Nothing here
    does; looking at 2,000 imports and reading 200 files is a sixteenth of a start. So Python's own
    import, which the binding has put aside, comes back.
"""

from __future__ import annotations

import builtins
import shutil
import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path

_BINDING = "shiboken6"
_BESIDE = Path(__file__).with_name("__pycache__")  # our byte code
_UNPACKED = "files.dir"  # the binding's own name for them
_SUPPORT = "shibokensupport"
_STUB_GENERATOR = f"{_SUPPORT}/signature/lib/pyi_generator.py"


def load(beside: Path = _BESIDE) -> None:
    """Load the binding, with the files that are unpacked for it if there are such.

    Raises:
        ImportError: it is missing, or lacks something of the system.
    """
    spec = None if _BINDING in sys.modules else find_spec(_BINDING)
    kept = _place(spec, beside)
    if spec is None or spec.loader is None or kept is None or not (kept / _UNPACKED).exists():
        import_module(_BINDING)
    else:
        module = module_from_spec(spec)
        own = module.__file__
        module.__file__ = str(kept / "__init__.py")  # where it looks for them beside itself
        sys.modules[_BINDING] = module
        try:
            spec.loader.exec_module(module)
        except BaseException:
            del sys.modules[_BINDING]
            raise
        module.__file__ = own
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def keep(beside: Path = _BESIDE) -> bool:
    """Unpack and compile the files of the binding that is installed; return whether it was done.

    Raises:
        OSError: the folder cannot be written to.
    """
    import compileall

    support = sys.modules.get(f"{_SUPPORT}.signature.loader")
    packed = getattr(getattr(support, "__loader__", None), "zfile", None)
    kept = _place(find_spec(_BINDING), beside)
    if packed is None or kept is None:
        return False
    for other in beside.glob(f"{_BINDING}-*"):  # of an installation that is gone
        shutil.rmtree(other)
    unfinished = kept.with_name(f"{kept.name}.new")
    files = [name for name in packed.namelist() if name.endswith(".py")]
    packed.extractall(unfinished / _UNPACKED, members=files)
    (unfinished / _UNPACKED / _STUB_GENERATOR).write_text("")
    compileall.compile_dir(unfinished, quiet=1, stripdir=unfinished, prependdir=kept)
    unfinished.rename(kept)
    return True


def _place(spec: ModuleSpec | None, beside: Path) -> Path | None:
    """Return where the files of one installation of the binding are; another has another."""
    origin = Path(spec.origin) if spec is not None and spec.origin else None
    if origin is None or not origin.exists():  # packaged: there is no such file
        return None
    return beside / f"{_BINDING}-{origin.stat().st_mtime_ns:x}"


load()
if __name__ == "__main__":
    keep()
