"""Where the packaged program begins: the same command line as everywhere else."""

import multiprocessing
import os


def _leave_others_their_libraries() -> None:
    """Take our libraries out of the environment, or the browser and the printer would load them.

    PyInstaller's starter puts its folder there; this process has read it already.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    # first of all: what is asked for in a process of its own must not become another window
    multiprocessing.freeze_support()
    _leave_others_their_libraries()
    from recovery_tracker.cli import main

    raise SystemExit(main())
