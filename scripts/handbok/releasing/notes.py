"""What a version brings: its part of CHANGELOG.md (Keep a Changelog)."""

from __future__ import annotations

import re
from pathlib import Path

UNRELEASED = "Inte utgivet"


def section(changelog: Path, heading: str) -> str | None:
    """The text under a version's heading, `## 1.2.0` or `## [1.2.0] – 2027-01-15`; None when there is none."""
    text = changelog.read_text(encoding="utf-8") if changelog.is_file() else ""
    for part in re.split(r"^## +", text, flags=re.MULTILINE)[1:]:
        title, _, body = part.partition("\n")
        if re.match(rf"\[?{re.escape(heading)}\]?(?![\w.])", title) and body.strip():
            return body.strip()
    return None


def notes(changelog: Path, version: str, trial: bool) -> str:
    """The notes of a release as a page of its own; a trial tells what is not yet released."""
    told = section(changelog, version) or (section(changelog, UNRELEASED) if trial else None) or "Inga anteckningar."
    return f"# Stad för stad {version}{' (prov)' if trial else ''}\n\n{told}\n"
