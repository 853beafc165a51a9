"""A tiny site with one file of every kind, packed as a build packs it, and the three servers that serve it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from handbok.hosting import compress, write_server_files
from handbok.setup.places import nginx_brotli
from hosting import servers
from hosting.servers import Server

PAGE = "<!doctype html><html lang=sv><title>{0}</title><h1>{0}</h1>" + "<p>Vi öppnar dörren.</p>" * 60
LONG = "x" * 2000
FILES = {
    "index.html": PAGE.format("Start"),
    "404.html": PAGE.format("Finns inte"),
    "steg/index.html": PAGE.format("Stegen"),
    "steg/på väg.html": PAGE.format("På väg"),
    "utan/fil.txt": LONG,
    "assets/javascripts/bundle.a5f9d56c.min.js": f"// {LONG}",
    "form/webb.css": f"/* {LONG} */",
    "typsnitt/text.woff2": LONG,
    "data/kontakter.vcf": f"BEGIN:VCARD {LONG}",
    "data/moten.ics": f"BEGIN:VCALENDAR {LONG}",
    "data/kontakt.csv": f"id;sida {LONG}",
    "data/kontakt.json": f'"{LONG}"',
    "app.webmanifest": f'"{LONG}"',
    "lag/nytt.xml": f"<a>{LONG}</a>",
    "form/ikon.svg": f"<svg>{LONG}</svg>",
    "utskrift/blad-a3.pdf": LONG,
    "utskrift/blad.docx": LONG,
    ".well-known/security.txt": f"Contact: mailto:it@exempel.se\n# {LONG}",
    ".hemlig": LONG,
    "web.config": "<configuration/>",
    "liten.html": "<!doctype html>",
}


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """A folder that a server which has put off its rights can read; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="handbok-drift-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def tiny_site(open_folder: Path) -> Path:
    site = open_folder / "site"
    for name, text in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (open_folder / "hemligt.txt").write_text("utanför webbplatsen", encoding="utf-8")
    compress(site)
    return site


@pytest.fixture(scope="session")
def server_files(open_folder: Path, tiny_site: Path) -> Path:
    write_server_files(open_folder / "drift", tiny_site)
    return open_folder / "drift"


@pytest.fixture(scope="session", params=["nginx", "apache", "caddy"])
def server(request: pytest.FixtureRequest, tiny_site: Path, server_files: Path, open_folder: Path) -> Iterator[Server]:
    place = open_folder / request.param
    place.mkdir()
    place.chmod(0o777)
    command, port = getattr(servers, f"run_{request.param}")(tiny_site, server_files, place)
    packings = ("gzip",) if request.param == "nginx" and not nginx_brotli() else ("br", "gzip")
    given = {
        "ADRESS": f"http://{servers.HOST}:{port}",
        "MAPP": str(tiny_site),
        "HOME": "/dev/null",
    }  # as in the container: nothing to write in
    with ExitStack() as stack:
        yield stack.enter_context(servers.running(request.param, command, port, packings, **given))
