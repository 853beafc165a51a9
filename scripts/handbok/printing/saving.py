"""A PDF as a file: packed tightly, with an identifier that its own bytes give, so that same pages are same bytes."""

from __future__ import annotations

from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf


def saved(document: Pdf) -> bytes:
    """The file of a document."""
    made = BytesIO()
    document.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return made.getvalue()


def repacked(pdf: bytes) -> bytes:
    """The same file, packed and identified."""
    with Pdf.open(BytesIO(pdf)) as document:
        return saved(document)
