"""Photos as files come in: made upright, without location, small enough to keep.

Pillow is loaded when the first photo is read, never at the start. Nothing here judges skin.
"""

from __future__ import annotations

SUFFIXES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp")  # of the pictures that are read
