"""Several tagged PDF files -> one, tags and bookmarks and all.

pikepdf copies pages but not what a screen reader reads by: every page and annotation has a number in the tree of
parents, and the trees have to be renumbered and hung under one root (ISO 32000-1, 14.7.4.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, Stream, String

INNER = "inom:"
"""Scheme of a link to a place in another of the files that are bound together."""


@dataclass(frozen=True)
class Sheaf:
    """A file to bind, how many times, and its bookmark when it has none of its own."""

    file: Path
    times: int = 1
    bookmark: str | None = None


def bind_files(sheaves: Iterable[Sheaf], title: str) -> bytes:
    """One PDF/UA file of them all, in order. The first gives language and the claim of PDF/UA."""
    first, *rest = [sheaf for sheaf in sheaves for _ in range(sheaf.times)]
    with Pdf.open(first.file) as whole:
        with whole.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
        whole.docinfo.Title = String(title)
        gathered = _Gathered(whole)
        gathered.begin(first)
        for sheaf in rest:
            gathered.add(sheaf)
        gathered.finish()
        made = BytesIO()
        whole.save(made, deterministic_id=True, object_stream_mode=OBJECT_STREAMS)
    return made.getvalue()
