"""What differs between the generators, written into docs/forvalta/generatorer.md between two marks."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from drill.comparing import Difference
from drill.generators import Site
from support import PROJECT

PAGE = PROJECT / "docs" / "forvalta" / "generatorer.md"
BEGIN, END = "<!-- Skrivs av tests/drill. Ändra inte här. -->", "<!-- Hit skriver tests/drill. -->"
MOST_ROWS = 15


def write(page: Path, reference: Site, drills: Mapping[Site, Difference]) -> None:
    """Put the result between the marks of the page."""
    parts = [f"Innehållet är det som gällde {state_day()}, jämfört med {reference.name}."]
    parts += ["\n".join(_section(site, found)) for site, found in drills.items()]
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n" + "\n\n".join(parts) + f"\n\n{END}{after}", encoding="utf-8", newline="\n")


def state_day() -> str:
    """The day of the content: SOURCE_DATE_EPOCH, else the newest commit. Never the clock's."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    command = ["git", "-C", str(PROJECT), "log", "-1", "--format=%cs"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _section(site: Site, found: Difference) -> Iterator[str]:
    yield f"### {site.name}\n"
    if site.trouble:
        yield "Generatorn kan inte rita med våra mallar i `overrides/` och ritade därför med sitt eget skal."
        yield f"Den sade: `{site.trouble.replace('`', '')}`\n"
    yield f"- Sidor som finns i båda: {found.pages}."
    yield f"- Sidor som saknas: {_names(found.missing)}. Sidor som tillkommer: {_names(found.extra)}."
    yield f"- Sidor med andra rubriker: {_names(found.other_headings)}."
    yield f"- Sidor där någon annan synlig text skiljer: {len(found.other_texts)}."
    yield from _table("Text som saknas", found.lost)
    yield from _table("Text som tillkommer", found.added)


def _names(pages: tuple[str, ...]) -> str:
    """Up to five pages by name, and how many more."""
    if not pages:
        return "inga"
    more = f" och {len(pages) - 5} till" if len(pages) > 5 else ""
    return ", ".join(f"`{page}`" for page in pages[:5]) + more


def _table(heading: str, texts: Mapping[str, int]) -> Iterator[str]:
    """The most common differences; texts that begin alike count as one."""
    kinds: Counter[str] = Counter()
    for text, pages in texts.items():
        kinds[_kind(text)] += pages
    if kinds:
        yield f"\n| {heading} | Sidor |\n| --- | ---: |"
    for kind, pages in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_ROWS]:
        yield f"| {kind} | {pages} |"
    if len(kinds) > MOST_ROWS:
        yield f"| {len(kinds) - MOST_ROWS} slag till | |"


def _kind(text: str) -> str:
    """`Källfil: content/…` is one kind whatever the file; signs that Markdown or a macro would take are set off."""
    start, colon, rest = text.partition(": ")
    short = f"{start}: …" if colon and rest and len(start) < 30 else text[:80]
    return re.sub(r"([|\\`*_{}\[\]<>#])", r"\\\1", short)
