"""What a change touches, as Markdown for the conversation of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..model import Handbook
from ..problems import Level, Problem
from .comparing import Change, Difference
from .touched import Touched

MARK = "<!-- handbok: vad ändringen rör -->"
MOST = 40
"""Rows of a list that are shown; the rest is counted."""


@dataclass(frozen=True)
class Report:
    """What is to be told of a change."""

    found: Difference
    reach: Touched = field(default_factory=Touched)
    came: Sequence[Problem] = ()
    """Problems that the change brings."""
    went: Sequence[Problem] = ()
    """Problems that it mends."""
    editions: Sequence[str] = ()
    pictures: Sequence[str] = ()


def as_markdown(handbook: Handbook, report: Report) -> str:
    """The whole report."""
    found, reach = report.found, report.reach
    if not found.entries and not found.other:
        return f"{MARK}\n## Vad ändringen rör\n\nInget i innehållet, sidorna eller utseendet är ändrat.\n"
    parts = [
        MARK,
        "## Vad ändringen rör",
        _count(found, reach),
        *_section("Poster", (_entry(change, handbook) for change in found.entries)),
        *_section("Andra filer", (f"- `{path}`" for path in found.other)),
        *_section("Lagbevakningen", _watched(handbook, found.entries)),
        *_section("Kontrollen", [*_told("Nytt", report.came), *_told("Rättat", report.went)]),
        *_section("Blad som trycks om", (f"- `{sheet}`" for sheet in reach.sheets)),
        *_section("Bilder av bladen", (f"- {line}" for line in report.pictures)),
        *_section("Redan tryckta blad och koder", (f"- {line}" for line in reach.printed)),
        *_section("Kommunernas utgåvor", (line if line.startswith(" ") else f"- {line}" for line in report.editions)),
        *_section("Tryckta QR-koder till ändrade sidor", (f"- `{page}`" for page in reach.codes), closed=True),
        *_section("Sidor", (f"- `{page}`" for page in reach.pages), closed=True),
    ]
    return "\n\n".join(parts) + "\n"


def _count(found: Difference, reach: Touched) -> str:
    kinds = [change.kind for change in found.entries]
    told = ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("ny", "ändrad", "borttagen") if kind in kinds)
    return f"Poster: {told or 'inga'}. Sidor: {len(reach.pages)}. Blad: {len(reach.sheets)}."


def _section(heading: str, lines: Iterable[str], closed: bool = False) -> list[str]:
    rows = list(lines)
    if not rows:
        return []
    shown = "\n".join([*rows[:MOST], *([f"- … och {len(rows) - MOST} till"] if len(rows) > MOST else [])])
    if closed:
        return [f"<details><summary>{heading} ({len(rows)})</summary>\n\n{shown}\n\n</details>"]
    return [f"### {heading}\n\n{shown}"]


def _entry(change: Change, handbook: Handbook) -> str:
    name = handbook[change.id].titel if change.id in handbook else change.id
    words = "".join(f"\n  - {line}" for line in change.words)
    return f"- **{change.kind}** `{change.id}` {name}{words}"


def _watched(handbook: Handbook, changes: Iterable[Change]) -> Iterable[str]:
    rows = (handbook.watch or {}).get("fynd") or [] if isinstance(handbook.watch, dict) else []
    ids = {change.id for change in changes}
    for row in rows:
        if isinstance(row, dict) and row.get("lagrum") in ids:
            yield f"- `{row['lagrum']}`: {row.get('lage')}, SFS {row.get('sfs')}: {row.get('gor', 'läs paragrafen')}"


def _told(word: str, problems: Sequence[Problem]) -> Iterable[str]:
    for problem in sorted(problems, key=lambda one: (one.level is not Level.FEL, one)):
        where = f"{problem.place.file}:{problem.place.line}"
        yield f"- {word}: `{where}` {problem.level}: {problem.message} [{problem.rule}]"
