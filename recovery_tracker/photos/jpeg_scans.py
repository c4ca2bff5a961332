"""How often a JPEG goes over its pixels: one of ill will does it thousands of times."""

from __future__ import annotations

import re

MOST_SCANS = 100  # encoders make at most some dozens; each costs a decoder as much as the first

_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)  # not one within the pixels' data
_SCAN, _END = b"\xda", b"\xd9"
_BARE = 2  # bytes before the first marker; also of the length that follows one


def has_too_many_scans(data: bytes) -> bool:
    """Tell whether decoding the picture would not end in a reasonable time.

    What stands within a segment, such as a thumbnail, or behind the end, such as a film, counts
    for nothing.
    """
    scans, at = 0, _BARE
    while scans <= MOST_SCANS and (marker := _MARKER.search(data, at)) and marker[1] != _END:
        scans += marker[1] == _SCAN
        at = marker.end() + int.from_bytes(data[marker.end() : marker.end() + _BARE])
    return scans > MOST_SCANS
