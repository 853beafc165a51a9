"""The day of the content: what a copy that somebody has kept says of its age."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime

from ..model import Handbook, SourcedEntry
from ..rendering.swedish import day


def day_of_content(handbook: Handbook) -> date:
    """The day that output carries (SOURCE_DATE_EPOCH, set by the build); outside a build, that of the newest check."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return datetime.fromtimestamp(int(given), UTC).date()
    return max((entry.kontrollerad for entry in handbook if isinstance(entry, SourcedEntry)), default=date(2026, 1, 1))


def day_script(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """The day as a script, for copies: pages that were kept from an earlier edition, unchanged, get it from there."""
    told = day_of_content(handbook)
    days = json.dumps([told.isoformat(), day(told)], ensure_ascii=False)
    yield "skript/dag.js", f"window.handbok=window.handbok||{{}};window.handbok.dag={days};\n".encode()
