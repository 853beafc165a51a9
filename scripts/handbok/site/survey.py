"""The survey as a text file beside its page."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Handbook, Kartlaggning
from ..rendering.survey import survey_text

PATH = "kartlaggning/enkat.txt"
"""Where the file lies, from the top of the site."""


def survey(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the file; with the mark that old programs know UTF-8 by."""
    if handbook.all(Kartlaggning):
        yield PATH, survey_text(handbook).encode("utf-8-sig")
