"""Which fields tell what an entry is, and the sentence that does."""

from __future__ import annotations

from ..model import Entry
from .markdown import first_sentence

TELLING = (
    "ingress",
    "syfte",
    "betydelse",
    "forklaring",
    "uppgift",
    "innebord",
    "kort",
    "beskrivning",
    "berattelse",
    "bidrag",
)
"""Fields that tell what an entry is, best first."""


def description(entry: Entry) -> str:
    """What search engines and shared links say of a page: the first sentence of what tells the entry best."""
    found = next((getattr(entry, name) for name in TELLING if getattr(entry, name, None)), entry.titel)
    return first_sentence(found)
