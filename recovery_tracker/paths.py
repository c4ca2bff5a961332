"""Where the program keeps its things on this computer."""

from __future__ import annotations

from pathlib import Path

_APP = "recovery-tracker"


def data_folder() -> Path:
    """Return the folder of the diary, unless the person names another (``--data-dir``)."""
    import platformdirs  # when asked only: it takes longer to load than all else that is needed

    return platformdirs.user_data_path(_APP, appauthor=False)


def cache_folder() -> Path:
    """Return the folder of what can be made again, such as matplotlib's list of fonts."""
    import platformdirs

    return platformdirs.user_cache_path(_APP, appauthor=False)


def sample_folder(data: Path) -> Path:
    """Return the folder of the sample data, apart from the diary in ``data``."""
    return data / "sample"
