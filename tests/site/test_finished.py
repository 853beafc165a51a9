"""Every page of the built site: the policy stands, nothing is inline, nothing is left of the theme, size, language."""

from __future__ import annotations

import gzip
import re
import subprocess
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as parser

from handbok.hosting.policy import CSP, meta_policy
from handbok.model import Handbook
from handbok.setup import places
from handbok.site.finishing import finish
from handbok.site.glossary import Glossary
from handbok.site.inline import taken_out
from support import PROJECT, Build

LARGEST = 60_000
"""Bytes of HTML of any page. None grows with the number of pages."""
FIRST_VIEW = 200_000
"""Bytes over the wire, packed, for everything the first view of a page asks for."""

ENGLISH = re.compile(
    r"\b(the|and|search|close|skip|share|toggle|copy|clipboard|loading|results?|previous|next|back to top|"
    r"table of contents|navigation menu|switch|dark mode|light mode|last update|made with|not found|exit this page)\b",
    re.IGNORECASE,
)
SPOKEN = ("aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription")


def pages(site: Build) -> Iterator[tuple[str, str]]:
    for path in sorted(site.folder.rglob("*.html")):
        yield path.relative_to(site.folder).as_posix(), path.read_text(encoding="utf-8")


def test_nothing_is_inline_and_the_policy_comes_first(site: Build) -> None:
    for name, text in pages(site):
        head = text[: text.index("</title>")]
        assert meta_policy() in head, name
        assert re.search(r"<(script|link|style|img)\b", head[: head.index("Content-Security-Policy")]) is None, name
        assert re.search(r"<script(?![^>]*\ssrc=)", text) is None, name
        assert re.search(r"<style\b|<[a-z][^<>]*\s(style|on[a-z]+)=\"", text) is None, name
        assert re.search(r"(?:src=|<link[^>]*href=)\"(?:https?:)?//", text) is None or 'rel="canonical"' in text, name
        assert "md-toggle" not in text, name
        assert "md-dialog" not in text, name


def test_the_policy_allows_nothing_inline_and_nobody_else() -> None:
    words = " ".join(CSP.values())
    assert "unsafe" not in words
    assert "http" not in words
    assert CSP["default-src"] == "'none'"
    assert "*" not in words


def test_one_section_is_lit_in_the_menu_and_the_crumbs_begin_with_it(site: Build) -> None:
    """A page with a place of its own in the menu lights that, and not its type's as well."""
    lit = {}
    for name, text in pages(site):
        page = parser.fromstring(text)
        current = page.xpath("//nav[@aria-label='Huvudmeny']//a[@aria-current]")
        crumbs = page.xpath("//nav[@aria-label='Du är här']//li")
        assert len(current) <= 1, name
        if current and len(crumbs) > 2:
            assert crumbs[1].text_content() == current[0].text_content(), name
        lit[name] = current[0].text_content() if current else None
    assert lit["beslutstrad/vem-kontaktar-jag.html"] == "Kontakter"
    assert lit["beslutstrad/far-jag-dela-uppgiften.html"] == lit["lagrum/osl-10-1.html"] == "Kunskap"
    assert lit["kontakt/bris.html"] == "Kontakter"


def test_pages_are_small_and_do_not_grow(site: Build) -> None:
    sizes = {name: len(text.encode()) for name, text in pages(site)}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


@pytest.mark.parametrize("name", ["index.html", "steg/identifiera-utgangspunkten.html", "kontakt/index.html"])
def test_the_first_view_is_light(name: str, site: Build) -> None:
    page = site.folder / name
    text = page.read_text(encoding="utf-8")
    asked = {
        (page.parent / address).resolve()
        for address in re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^":]+)"', text)
    }
    asked |= set((site.folder / "typsnitt").glob("*.woff2"))
    packed = [gzip.compress(path.read_bytes()) for path in asked if path.suffix not in {".png", ".woff2", ".html"}]
    plain = [path.read_bytes() for path in asked if path.suffix in {".png", ".woff2"}]
    whole = sum(map(len, packed)) + sum(map(len, plain)) + len(gzip.compress(text.encode()))
    assert whole <= FIRST_VIEW


def test_no_english_is_left_in_the_interface(site: Build) -> None:
    found = set()
    for name, text in pages(site):
        tree = parser.fromstring(text)
        for element in tree.iter("header", "footer", "nav", "button", "summary", "label", "legend", "form", "title"):
            if element.xpath("ancestor-or-self::*[@lang][not(@lang='sv')]") or element.xpath(".//*[@lang]"):
                continue
            words = " ".join(element.text_content().split()) if element.tag in ("button", "summary", "legend") else ""
            spoken = [
                str(one.get(key))
                for one in element.iter()
                for key in SPOKEN
                if isinstance(one.tag, str) and one.get(key)
            ]
            found |= {(name, one) for one in (words, *spoken) if ENGLISH.search(one)}
    assert found == set()


def test_headings_are_in_order_on_every_page(site: Build) -> None:
    for name, text in pages(site):
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", text)]
        if 'http-equiv="refresh"' in text:
            continue
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), (name, levels)


def test_titles_in_other_languages_are_marked(site: Build) -> None:
    text = (site.folder / "kalla" / "brown-dare-to-lead.html").read_text(encoding="utf-8")
    assert '<span lang="en">Dare to Lead</span></h1>' in text
    assert re.search(
        r'<a href="[^"]*brown-dare-to-lead.html" lang="en">', (site.folder / "kalla/index.html").read_text()
    )


def test_html_is_valid(site: Build) -> None:
    """The W3C's own checker on every page; warnings it gives of file addresses in the policy are not errors."""
    jar = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        str(places.java()),
        "-jar",
        str(jar),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "gnu",
        str(site.folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""


def test_inline_scripts_and_styles_become_files(handbook: Handbook) -> None:
    html = (
        "<html><head></head><body><script>var a = 1;</script><style>p { color: red }</style>"
        '<p class="x" style="--a: 1">a</p><p style="--a: 1">b</p><script src="rot:skript/b.js"></script></body></html>'
    )
    done = finish(html, "steg/x.html", handbook, Glossary(handbook))
    (script, sheet) = sorted(done.files, key=lambda path: path.startswith("form/"))
    assert done.files[script] == "var a = 1;"
    assert done.files[sheet].startswith("p { color: red }.s-")
    assert f'<script src="../{script}"></script>' in done.html
    assert f'<link rel="stylesheet" href="../{sheet}"></head>' in done.html
    assert "style=" not in done.html
    assert done == finish(html, "steg/x.html", handbook, Glossary(handbook))
    assert taken_out("<p>a</p>") == ("<p>a</p>", {})


def test_zip_has_a_file_to_start_from_and_is_the_same_twice(
    site: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from handbok.site.bundling import START, TOP, write_zip

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    one, other = tmp_path / "ett.zip", tmp_path / "två.zip"
    for goal in (one, other):
        write_zip(site.folder, goal, date(2026, 11, 21))
    assert one.read_bytes() == other.read_bytes()
    names = zipfile.ZipFile(one).namelist()
    assert names[0] == f"{TOP}/{START}"
    assert f"{TOP}/handbok/index.html" in names
    assert not [name for name in names if name.endswith(("sw.js", ".gz", ".br"))]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ett.zip", "två.zip"]
