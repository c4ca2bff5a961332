"""Writes down what the programs announce, a JSON text a line; run by the system's Python."""

from __future__ import annotations

import json

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def tell(event):
    """Write one announcement down."""
    print(json.dumps(event.any_data), flush=True)


def main():
    """Listen until the end."""
    Atspi.init()
    listener = Atspi.EventListener.new(tell)
    listener.register("object:announcement")
    print('"listening"', flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    main()
