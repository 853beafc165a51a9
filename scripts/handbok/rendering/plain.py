"""The facts that templates see of an edition (`utgava`) when nothing says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

SURVEY = "utskrift/enkat-kartlaggning.docx"
"""Where the survey lies as a Word file, from the top of the site."""

EXIT = "https://www.smhi.se/"
"""Where the way to leave quickly leads: a page that anybody may have open, and that looks like nothing."""

PLAIN: Mapping[str, Any] = MappingProxyType(
    {
        "namn": "Stad för stad",
        "kommun": None,
        "adress": None,
        "start": None,
        "utgang": EXIT,
        "enkat": SURVEY,
        "blad": {},
        "bocker": {},
        "lokal": None,
        "moder": False,
        "redigera": False,
    }
)
"""No municipality, no address, nothing printed. `moder` is a site that others are made from; it is never published.
`redigera` is a site whose pages lead to the editor in the browser."""
