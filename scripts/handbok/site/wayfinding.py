"""For programs that come to the site: sitemap.xml, robots.txt and .well-known/security.txt, made from facts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from ..model import Handbook, SourcedEntry
from .about import about_pages
from .pages import pages

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"

_CONTACT = re.compile(r"(mailto:[^\s)>]+|https://[^\s)>]+)")
_YEAR = timedelta(days=365)


def wayfinding(handbook: Handbook, project: Path, edition: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Path from the top of the site and bytes of each.

    A sitemap needs whole addresses: without a site address there is none. security.txt needs a contact: without one
    there is none.
    """
    site_url = edition["adress"]
    if site_url:
        yield SITEMAP, sitemap(handbook, project / "docs", site_url)
    yield ROBOTS, robots(site_url).encode()
    contact = edition.get("sakerhet") or _from_security_md(project / "SECURITY.md", handbook.today)
    if contact:
        yield SECURITY, security(contact, site_url).encode()


def sitemap(handbook: Handbook, docs: Path, site_url: str) -> bytes:
    """Every page with the day when somebody last checked it, where it says one (sitemaps.org, 0.9)."""
    days = {page.path: _checked(page.entry) for page in pages(handbook)}
    told = {path for path, _ in about_pages()}
    paths = told | {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} | days.keys()
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for path in sorted(paths):
        url = SubElement(root, "url")
        address = re.sub(r"(^|/)index\.html$", r"\1", f"{path.removesuffix('.md')}.html")
        SubElement(url, "loc").text = f"{site_url.rstrip('/')}/{address}"
        if checked := days.get(path):
            SubElement(url, "lastmod").text = checked.isoformat()
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def robots(site_url: str | None) -> str:
    """Everybody may read everything (RFC 9309)."""
    where = f"\nSitemap: {site_url.rstrip('/')}/{SITEMAP}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{where}"


def security(contact: Mapping[str, Any], site_url: str | None) -> str:
    """Where to tell of a vulnerability (RFC 9116): `kontakt`, `galler_till` and perhaps `policy`."""
    address = str(contact["kontakt"])
    until: date = contact["galler_till"]
    lines = [
        f"Contact: {address if ':' in address else f'mailto:{address}'}",
        f"Expires: {until.isoformat()}T00:00:00Z",
        "Preferred-Languages: sv, en",
        *([f"Policy: {contact['policy']}"] if contact.get("policy") else []),
        *([f"Canonical: {site_url.rstrip('/')}/{SECURITY}"] if site_url else []),
    ]
    return "\n".join(lines) + "\n"


def _checked(entry: object) -> date | None:
    return entry.kontrollerad if isinstance(entry, SourcedEntry) else None


def _from_security_md(path: Path, today: date) -> dict[str, Any] | None:
    """The first address in SECURITY.md, good for a year from the time that the build carries."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = _CONTACT.search(text)
    if not found:
        return None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else today
    return {"kontakt": found[0].rstrip(".,"), "galler_till": day + _YEAR}
