"""nginx, Apache and Caddy serve the site as promised, with the files we hand out."""

from __future__ import annotations

import gzip

import brotli
import pytest

from hosting.conftest import FILES
from hosting.servers import Server

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
TYPES = {
    "/": "text/html; charset=utf-8",
    "/index.html": "text/html; charset=utf-8",
    "/steg/": "text/html; charset=utf-8",
    "/steg/p%C3%A5%20v%C3%A4g.html": "text/html; charset=utf-8",
    "/assets/javascripts/bundle.a5f9d56c.min.js": "text/javascript; charset=utf-8",
    "/form/webb.css": "text/css; charset=utf-8",
    "/typsnitt/text.woff2": "font/woff2",
    "/data/kontakter.vcf": "text/vcard; charset=utf-8",
    "/data/moten.ics": "text/calendar; charset=utf-8",
    "/data/kontakt.csv": "text/csv; charset=utf-8",
    "/data/kontakt.json": "application/json",
    "/app.webmanifest": "application/manifest+json",
    "/lag/nytt.xml": "application/xml",
    "/form/ikon.svg": "image/svg+xml",
    "/utskrift/blad-a3.pdf": "application/pdf",
    "/utskrift/blad.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/.well-known/security.txt": "text/plain; charset=utf-8",
}
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
WELL_PACKED = [
    "/",
    "/index.html",
    "/steg/",
    "/data/kontakter.vcf",
    "/app.webmanifest",
    "/lag/nytt.xml",
    "/form/ikon.svg",
]
NOT_FOUND = [
    "/finns-inte.html",
    "/finns/inte/alls",
    "/utan/",
    "/.hemlig",
    "/steg/.git/config",
    "/web.config",
    "/assets/javascripts/borta.a5f9d56c.min.js",
    "/typsnitt/borta.woff2",
]


def plain(path: str) -> bytes:
    names = {"/": "index.html", "/steg/": "steg/index.html", "/steg/p%C3%A5%20v%C3%A4g.html": "steg/på väg.html"}
    return FILES[names.get(path, path[1:])].encode()


@pytest.mark.parametrize("path", [*TYPES, *NOT_FOUND, "/steg"])
def test_every_answer_has_the_headers(server: Server, path: str) -> None:
    headers = server.get(path).headers
    assert headers["content-security-policy"] == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers
    assert not any(sign.isdigit() for sign in headers.get("server", "")), "servern säger sin version"


@pytest.mark.parametrize("path", TYPES)
def test_every_file_comes_whole_with_its_type(server: Server, path: str) -> None:
    answer = server.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, TYPES[path])
    assert "content-encoding" not in answer.headers
    assert answer.body == plain(path)


@pytest.mark.parametrize("path", WELL_PACKED)
def test_what_was_packed_is_sent_packed_with_the_same_type(server: Server, path: str) -> None:
    for packing in server.packings:
        answer = server.get(path, packing)
        assert answer.headers.get("content-encoding") == packing
        assert answer.headers["content-type"] == TYPES[path]
        assert "accept-encoding" in answer.headers["vary"].lower()
        assert UNPACK[packing](answer.body) == plain(path)
        assert len(answer.body) < len(plain(path)) / 4


def test_brotli_goes_first(server: Server) -> None:
    assert server.get("/index.html", "gzip, deflate, br").headers["content-encoding"] == server.packings[0]


@pytest.mark.parametrize("path", ["/typsnitt/text.woff2", "/utskrift/blad-a3.pdf", "/liten.html"])
def test_what_gains_nothing_is_sent_as_it_is(server: Server, path: str) -> None:
    answer = server.get(path, "gzip, br")
    assert answer.status == 200
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_hashed_names_are_kept_a_year_and_pages_five_minutes(server: Server, packing: str) -> None:
    def kept(path: str) -> str:
        return server.get(path, packing).headers["cache-control"]

    assert kept("/assets/javascripts/bundle.a5f9d56c.min.js") == "public, max-age=31536000, immutable"
    assert kept("/typsnitt/text.woff2") == "public, max-age=2592000"
    for path in ("/", "/index.html", "/steg/", "/form/webb.css", "/data/kontakter.vcf", "/utskrift/blad-a3.pdf"):
        assert kept(path) == "public, max-age=300, must-revalidate"


@pytest.mark.parametrize("path", NOT_FOUND)
def test_what_is_not_there_gives_our_page_and_404(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.body == FILES["404.html"].encode()
    assert answer.headers["cache-control"] == "public, max-age=300, must-revalidate"


@pytest.mark.parametrize(
    "path", ["/../hemligt.txt", "/%2e%2e/hemligt.txt", "/steg/..%2f..%2fhemligt.txt", "//../hemligt.txt"]
)
def test_nothing_outside_the_folder_is_served(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status in {400, 403, 404}
    assert "utanför".encode() not in answer.body


def test_a_folder_without_its_slash_leads_on_within_the_site(server: Server) -> None:
    answer = server.get("/steg")
    assert answer.status in {301, 308}
    whole = "http://handbok.exempel.se/steg/"  # Apache knows no shorter way of saying it
    assert answer.headers["location"] in ({whole} if server.name == "apache" else {"/steg/"})


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE"])
def test_nothing_can_be_sent_in(server: Server, method: str) -> None:
    assert server.get("/index.html", method=method).status in {403, 404, 405, 501}


def test_an_unchanged_page_is_not_sent_again(server: Server) -> None:
    first = server.get("/index.html")
    assert first.headers.get("etag") or first.headers.get("last-modified")
