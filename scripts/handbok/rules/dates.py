"""Rules on dates of check.

What depends on today's date only warns, so that content that was right stays right. A check in the future is an
error all the same: it is wrong when it is written, and time can only mend it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Handbook, SourcedEntry
from ..problems import Problem


def kontroll_i_framtiden(handbook: Handbook) -> Iterator[Problem]:
    """Ingen kan ha kontrollerat något på en dag som inte har varit."""
    for entry in handbook:
        if isinstance(entry, SourcedEntry) and entry.kontrollerad > handbook.today:
            message = f"kontrollerad {entry.kontrollerad} ligger efter dagens datum {handbook.today}"
            yield entry.problem(("kontrollerad",), message)


def for_gammal_kontroll(handbook: Handbook) -> Iterator[Problem]:
    """Kontakter och lag ses över var sjätte månad, annat vartannat år."""
    for entry in handbook:
        if isinstance(entry, SourcedEntry) and entry.ses_over_senast < handbook.today:
            message = f"kontrollerad {entry.kontrollerad}; skulle ha setts över senast {entry.ses_over_senast}"
            yield entry.warning(("kontrollerad",), message)
