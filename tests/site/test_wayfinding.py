"""sitemap.xml, robots.txt and security.txt: what their standards demand, from facts, the same bytes every time."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from handbok.model import Handbook, SourcedEntry
from handbok.rendering.plain import PLAIN
from handbok.site.wayfinding import robots, security, sitemap, wayfinding
from support import EPOCH, PROJECT, SITE_URL, Build

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FACTS = {"kontakt": "sakerhet@exempelstad.se", "galler_till": date(2027, 5, 1)}


def test_the_sitemap_names_every_page_that_was_built_and_no_other(site: Build) -> None:
    found = fromstring((site.folder / "sitemap.xml").read_bytes())
    named = {str(place.text).removeprefix(SITE_URL) for place in found.iter(f"{SITEMAP}loc")}
    named = {f"{name}index.html" if name == "" or name.endswith("/") else name for name in named}
    built = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html")}
    moved = {name for name in built if 'http-equiv="refresh"' in (site.folder / name).read_text(encoding="utf-8")}
    assert named == built - moved - {"404.html"}
    assert not (site.folder / "sitemap.xml.gz").exists()


def test_the_day_is_the_day_of_the_check(handbook: Handbook) -> None:
    root = fromstring(sitemap(handbook, PROJECT / "docs", SITE_URL))
    days = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in root}
    entry = next(entry for entry in handbook if isinstance(entry, SourcedEntry) and entry.sida == entry.id)
    assert days[f"{SITE_URL}{entry.id}.html"] == entry.kontrollerad.isoformat()
    assert days[SITE_URL] is None


def test_without_an_address_there_is_no_sitemap_and_robots_names_none(tmp_path: Path, handbook: Handbook) -> None:
    made = dict(wayfinding(handbook, tmp_path, PLAIN))
    assert made == {"robots.txt": b"User-agent: *\nAllow: /\n"}
    assert robots(SITE_URL).endswith(f"\nSitemap: {SITE_URL}sitemap.xml\n")


def test_security_txt_has_what_rfc_9116_demands() -> None:
    text = security({**FACTS, "policy": "https://exempelstad.se/sakerhet"}, SITE_URL)
    assert text == (
        "Contact: mailto:sakerhet@exempelstad.se\nExpires: 2027-05-01T00:00:00Z\nPreferred-Languages: sv, en\n"
        f"Policy: https://exempelstad.se/sakerhet\nCanonical: {SITE_URL}.well-known/security.txt\n"
    )


def test_the_editions_contact_goes_before_security_md(tmp_path: Path, handbook: Handbook) -> None:
    (tmp_path / "SECURITY.md").write_text("Skriv till <mailto:vi@exempel.se>.", encoding="utf-8")
    made = dict(wayfinding(handbook, tmp_path, {**PLAIN, "sakerhet": FACTS}))
    assert b"mailto:sakerhet@exempelstad.se" in made[".well-known/security.txt"]


def test_security_md_is_good_for_a_year_from_the_builds_own_time(
    tmp_path: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    (tmp_path / "SECURITY.md").write_text("# Säkerhet\n\nSe https://exempel.se/anmal.", encoding="utf-8")
    text = dict(wayfinding(handbook, tmp_path, PLAIN))[".well-known/security.txt"].decode()
    assert text.splitlines()[:2] == ["Contact: https://exempel.se/anmal", "Expires: 2027-11-21T00:00:00Z"]


def test_every_line_is_a_field(handbook: Handbook) -> None:
    for line in security(FACTS, None).splitlines():
        assert re.fullmatch(r"[A-Z][A-Za-z-]+: \S.*", line)
