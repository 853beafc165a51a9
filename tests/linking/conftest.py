"""A server on loopback with every behaviour that a link on the web may have."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from handbok.manners import Manners

PAGE = "<!doctype html><html><head><title>En sida</title></head><body>Hej</body></html>"
SOFT = "<html><head><title>Sidan kunde inte hittas - Exempelstad</title></head><body></body></html>"

ANSWERS: dict[str, tuple[int, dict[str, str], str]] = {
    "/": (200, {}, PAGE),
    "/ok": (200, {}, PAGE),
    "/fil.pdf": (200, {"Content-Type": "application/pdf"}, ""),
    "/%C3%A5rsbok": (200, {}, PAGE),
    "/borta": (404, {}, "x"),
    "/slut": (410, {}, "x"),
    "/nekad": (403, {}, "x"),
    "/fel": (500, {}, "x"),
    "/mjuk": (200, {}, SOFT),
    "/gammal": (301, {"Location": "/ny"}, ""),
    "/ny": (308, {"Location": "/ok"}, ""),
    "/tillfallig": (302, {"Location": "/ok"}, ""),
    "/forst-tillfallig": (302, {"Location": "/gammal"}, ""),
    "/till-borta": (301, {"Location": "/borta"}, ""),
    "/till-start": (301, {"Location": "/"}, ""),
    "/slinga": (302, {"Location": "/slinga"}, ""),
    "/utan-mal": (302, {}, ""),
    "/begransad": (429, {}, "x"),
    "/vanta-lange": (429, {"Retry-After": "7200"}, "x"),
}


@dataclass
class Server:
    """Where it is and what it was asked: method, path and when."""

    address: str
    asked: list[tuple[str, str, float]] = field(default_factory=list)

    def methods(self, path: str) -> list[str]:
        return [method for method, asked, _ in self.asked if asked == path]


class Handler(BaseHTTPRequestHandler):
    told: Server

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        self.told.asked.append((method, self.path, time.monotonic()))
        if self.path == "/tyst":
            time.sleep(1.2)
        elif self.path == "/bryter":
            self.connection.close()
        else:
            self._send(method, *self._chosen(method))

    def _chosen(self, method: str) -> tuple[int, dict[str, str], str]:
        """What a path answers; some only to GET, one only the third time."""
        if self.path == "/bara-get" and method == "HEAD":
            return 405, {}, ""
        if self.path == "/head-ljuger" and method == "HEAD":
            return 404, {}, ""
        if self.path == "/upptagen-forst" and len(self.told.methods(self.path)) <= 2:
            return 503, {"Retry-After": "1"}, ""
        whole = ("/bara-get", "/head-ljuger", "/upptagen-forst")
        return (200, {}, PAGE) if self.path in whole else ANSWERS.get(self.path, (404, {}, "x"))

    def _send(self, method: str, status: int, headers: dict[str, str], body: str) -> None:
        raw = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", headers.get("Content-Type", "text/html; charset=utf-8"))
        for name, value in headers.items():
            if name != "Content-Type":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        if method == "GET":
            self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(tls: bool) -> Iterator[Server]:
    told = Server("")
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), type("Here", (Handler,), {"told": told}))
    httpd.handle_error = lambda *_: None  # type: ignore[method-assign]
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(Path(__file__).parent / "prov.pem")
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    told.address = f"http{'s' if tls else ''}://127.0.0.1:{httpd.server_address[1]}"
    thread = threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield told
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    yield from serve(tls=False)


@pytest.fixture
def tls_server() -> Iterator[Server]:
    yield from serve(tls=True)


@pytest.fixture
def hasty() -> Manners:
    """Manners that wait for nobody but remember how long they would have."""
    return Manners(timeout=0.6, tries=2, pace=0, sleep=lambda seconds: None)
