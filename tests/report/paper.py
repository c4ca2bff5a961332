"""Reading a PDF as its readers do: the text in reading order, the tags, the fonts."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator

import pikepdf


def text_of(pdf: bytes, *options: str) -> str:
    """The text of a PDF by pdftotext (poppler-utils), in the order of the page's own stream."""
    done = subprocess.run(
        ["pdftotext", *(options or ("-raw",)), "-", "-"],
        input=pdf,
        capture_output=True,
        timeout=60,
        check=True,
    )
    return done.stdout.decode()


def in_one_line(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def rows_of(pdf: bytes) -> list[str]:
    """The lines of a PDF as they stand on the page, blanks made one."""
    return [in_one_line(line) for line in text_of(pdf, "-layout").splitlines()]


def tags_of(pdf: bytes) -> list[tuple[str, str]]:
    """The structure of a tagged PDF in reading order: each element's tag and alternative text."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return list(_below(document.Root.StructTreeRoot))


def _below(element: pikepdf.Object) -> Iterator[tuple[str, str]]:
    children = element.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child.S).removeprefix("/"), str(child.get("/Alt", ""))
            yield from _below(child)


def fonts_of(pdf: bytes) -> set[str]:
    """The names of the fonts in a PDF, without the letters that mark a subset."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            str(thing.BaseFont).removeprefix("/").partition("+")[2]
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
        }
