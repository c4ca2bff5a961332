"""The text of another program's file: its encoding found, decoded without losing a character."""

from __future__ import annotations

import codecs
from pathlib import Path

from recovery_tracker.exchange.files import bytes_of
from recovery_tracker.exchange.format import Unreadable
from recovery_tracker.i18n import _

LARGEST_FILE = 32 * 2**20

_SAMPLE = 32 * 1024
# what spreadsheets and phones have written by default; rarer ones are mistaken for these too often
_OLDER = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874",
    "shift_jis", "cp932", "euc_jp", "gb18030", "big5", "euc_kr", "mac_roman", "koi8_r",
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(source: bytes | Path) -> tuple[str, str]:
    """Return a file's text and the encoding it was in.

    A byte order mark tells; then UTF-8; then UTF-16 without a mark; else the most likely of the
    older encodings, by what the text looks like.

    Raises:
        Unreadable: it is empty, too large, or no text.
        StorageProblem: it cannot be read from disk.
    """
    data = source if isinstance(source, bytes) else bytes_of(source, LARGEST_FILE)
    if len(data) > LARGEST_FILE:
        raise Unreadable(
            _("The file is larger than {size} MB. Export a shorter time, then try again.").format(
                size=LARGEST_FILE // 2**20
            )
        )
    encoding = _encoding_of(data)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise _no_text() from None
    if not text.strip():
        raise Unreadable(_("The file is empty."))
    if "\0" in text:
        raise _no_text()
    return text, encoding


def _no_text() -> Unreadable:
    return Unreadable(
        _("The file is not text this program can read. Save it as CSV in UTF-8, then try again.")
    )


def _encoding_of(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _wide_encoding(data) or "utf-8"
    return _wide_encoding(data) or _likely(data)


def _wide_encoding(data: bytes) -> str:
    """Tell UTF-16 without a mark by its NULs, which stand at every second place."""
    sample = data[:_SAMPLE]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > max(2, len(sample) // 100) and odd > 4 * even:
        return "utf-16-le"
    if even > max(2, len(sample) // 100) and even > 4 * odd:
        return "utf-16-be"
    return ""


def _likely(data: bytes) -> str:
    """Guess an older encoding from the lines that are not plain English letters."""
    from charset_normalizer import from_bytes

    telling = b"\n".join(
        line for line in data[: 16 * _SAMPLE].splitlines() if any(byte > 127 for byte in line)
    )[:_SAMPLE]
    best = from_bytes(telling or data[:_SAMPLE], cp_isolation=list(_OLDER)).best()
    if best is None:
        raise _no_text()
    # of encodings that read this text alike, Windows' western one is what most programs wrote
    alike = (best.encoding, *best.could_be_from_charset)
    return "cp1252" if "cp1252" in alike and _decodes(data, "cp1252") else best.encoding


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
