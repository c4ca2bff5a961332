"""The commands of the command line: a module for each kind of work, and its line here.

Each module has ``add(commands)``, which declares its words; the function that does the work is
set as ``run`` and takes the words and the clock. What is heavy is imported when it runs.
"""

from __future__ import annotations

from recovery_tracker.commands import files, keeping, reports, window

COMMANDS = (window, files, reports, keeping)
