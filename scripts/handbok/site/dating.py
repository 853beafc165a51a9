"""The day of the content: what a copy that somebody has kept says of its age."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from ..model import Handbook, SourcedEntry


def day_of_content(handbook: Handbook) -> date:
    """The day that output carries (SOURCE_DATE_EPOCH, set by the build); outside a build, that of the newest check."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return datetime.fromtimestamp(int(given), UTC).date()
    return max((entry.kontrollerad for entry in handbook if isinstance(entry, SourcedEntry)), default=date(2026, 1, 1))
