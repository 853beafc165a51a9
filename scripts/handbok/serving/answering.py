"""The server: loopback only, the built site as it lies, and a script in each page that listens for news."""

from __future__ import annotations

import errno
import json
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from ..cms.configuration import API
from ..cms.desk import Desk
from ..cms.folder import FOLDER
from ..hosting.policy import TYPES
from ..problems import Stop
from ..running import os_reason
from .state import State

LOOPBACK = "127.0.0.1"
NEWS = "/__handbok/lage"
SCRIPT = "/__handbok/lyssna.js"
HELD = 25.0
"""Seconds that a question for news is held open."""

LARGEST = 1_000_000
"""Bytes of the largest question that the editor may ask."""

_LISTENING = Path(__file__).with_name("lyssna.js")
_TAG = f'<script src="{SCRIPT}" defer></script>'.encode()
_WAITING = (
    '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Bygger handboken</title></head>'
    "<body><h1>Handboken byggs</h1><p>Sidan visas när den är klar.</p><pre>{}</pre></body></html>"
)


@dataclass(frozen=True)
class Editor:
    """The editor in the browser: the folder with its files, and what reads and writes entries for it."""

    folder: Path
    desk: Desk


class Handler(SimpleHTTPRequestHandler):
    """Answers one request. Nothing is kept by the browser, and no service worker is let in."""

    extensions_map = {f".{extension}": type_ for extension, type_ in TYPES.items()}  # noqa: RUF012 - as its parent has it
    server_version = "handbok"
    sys_version = ""

    def __init__(self, *given: object, site: Path, state: State, editor: Editor | None = None) -> None:
        self.site = site
        self.state = state
        self.editor = editor
        super().__init__(*given, directory=str(site))  # type: ignore[arg-type]  # the server gives what it gives

    def do_GET(self) -> None:
        """A page with the script in it, the news, or a file as it is."""
        address = urlsplit(self.path)
        if not self._is_for_us():
            self._send(421, b"", "text/plain")
        elif address.path == NEWS:
            number = parse_qs(address.query).get("nummer", ["-1"])[0]
            seen = int(number) if number.isdecimal() else -1
            self._send(200, self.state.wait_for_other_than(seen, HELD).as_json(), "application/json")
        elif address.path == SCRIPT:
            self._send(200, _LISTENING.read_bytes(), TYPES["js"])
        elif self.headers.get("Service-Worker"):
            self._send(404, b"", "text/plain")
        else:
            self._file()

    def do_POST(self) -> None:
        """A question from the editor; from our own page only, since it may change files."""
        size = self.headers.get("Content-Length", "")
        own = f"http://{self.headers.get('Host')}"
        if not self._is_for_us() or self.headers.get("Origin") != own:
            self._send(403, b"", "text/plain")
        elif self.editor is None or self.path != API:
            self._send(404, b"", "text/plain")
        elif not size.isdecimal() or int(size) > LARGEST:
            self._send(413, b"", "text/plain")
        else:
            status, told = self.editor.desk.answer(self.rfile.read(int(size)))
            self._send(status, json.dumps(told, ensure_ascii=False).encode(), TYPES["json"])

    def translate_path(self, path: str) -> str:
        """The file of an address; those of the editor lie in a folder of their own."""
        if not self._is_editors(path) or self.editor is None:
            return super().translate_path(path)
        self.directory = str(self.editor.folder)
        try:
            return super().translate_path(path.removeprefix(f"/{FOLDER}"))
        finally:
            self.directory = str(self.site)

    def _is_editors(self, path: str) -> bool:
        return self.editor is not None and path.startswith(f"/{FOLDER}/")

    def _is_for_us(self) -> bool:
        """A page elsewhere may have led a name of its own to this computer; only our own names are answered."""
        host = (self.headers.get("Host") or "").rpartition(":")[0]
        return host in {LOOPBACK, "localhost", "[::1]"}

    def _file(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        if path.is_file() and path.suffix == ".html" and not self._is_editors(self.path):
            self._send(200, _listening(path.read_bytes()), TYPES["html"])
        elif path.exists() and not (path.is_dir() and not (path / "index.html").is_file()):
            super().do_GET()
        else:
            self._missing()

    def _missing(self) -> None:
        page = self.site / "404.html"
        if page.is_file():
            self._send(404, _listening(page.read_bytes()), TYPES["html"])
        else:
            self._send(503, _listening(_WAITING.format(escape(self.state.news.fault)).encode()), TYPES["html"])

    def _send(self, status: int, body: bytes, type_: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """What every answer carries."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """The terminal is for what is wrong in the content."""


class Server(ThreadingHTTPServer):
    """A server that does not mind a browser that leaves."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a page lets go of its questions."""


def server(port: int, site: Path, state: State, editor: Editor | None = None) -> Server:
    """A server that has its port. Raises Stop when it cannot have it."""
    try:
        return Server((LOOPBACK, port), partial(Handler, site=site, state=state, editor=editor))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Stop(f"Porten {port} är upptagen av ett annat program. Välj en annan med --port, som 8001.") from None
        if error.errno in {errno.EACCES, errno.EPERM}:
            raise Stop(f"Porten {port} får inte användas av dig. Välj en över 1023 med --port.") from None
        raise Stop(f"Servern kunde inte börja på port {port}: {os_reason(error)}.") from None


def _listening(page: bytes) -> bytes:
    """A page with the script that listens, last in its body."""
    before, found, after = page.rpartition(b"</body>")
    return before + _TAG + found + after if found else page + _TAG
