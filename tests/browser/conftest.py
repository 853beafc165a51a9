"""A real Chromium, the built site over http on loopback and from file://, and everything the pages ask for."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support import Build


@dataclass
class Visit:
    """A page and what happened while it was open."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go to an address of the site."""
        self.page.goto(f"{self.base}/{address}")
        return self.page

    @property
    def foreign(self) -> list[str]:
        """Requests that left the site."""
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:", "about:"))]


class QuietHandler(SimpleHTTPRequestHandler):
    """A server that does not write to the terminal."""

    def log_message(self, *_: object) -> None:
        return


def served(folder: Path) -> Iterator[str]:
    """The address of a folder over http on loopback, for as long as it is asked for."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def http_base(site: Build) -> Iterator[str]:
    yield from served(site.folder)


@pytest.fixture(scope="session", params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Build) -> str:
    """Where the site is opened from."""
    return request.getfixturevalue("http_base") if request.param == "http" else site.folder.as_uri()


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Open]:
    """A function that gives a fresh page; its options are those of a browser context."""
    contexts: list[BrowserContext] = []

    def start(**options: object) -> Visit:
        context = browser.new_context(**options)  # type: ignore[arg-type]  # the options are playwright's
        contexts.append(context)
        result = Visit(context.new_page(), base)
        result.page.on("request", lambda request: result.requests.append(request.url))
        result.page.on(
            "console", lambda message: result.faults.append(message.text) if message.type == "error" else None
        )
        result.page.on("pageerror", lambda error: result.faults.append(str(error)))
        return result

    yield start
    for context in contexts:
        context.close()
