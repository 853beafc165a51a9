"""What a server answers about an address: HEAD, then GET, one redirect at a time, with tries and a polite pace."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from ..manners import Manners, asked_to_wait

AGENT = "Mozilla/5.0 (compatible; stad-for-stad-lankar/1; handbokens veckovisa kontroll av sina lankar)"
READ_AT_MOST = 65_536
MOST_HOPS = 8
PERMANENT = (301, 308)
MOVED = (301, 302, 303, 307, 308)
AGAIN = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True)
class Hop:
    """One answer: its status and, when it points elsewhere, where."""

    address: str
    status: int
    target: str | None = None


@dataclass(frozen=True)
class Answer:
    """What came of asking: the hops, the first of the body, or what went wrong before any answer."""

    hops: tuple[Hop, ...] = ()
    body: str = ""
    fault: str = ""
    """`certifikat`, `namn`, `tid`, `forbindelse`, `slinga` when there was no final answer."""
    detail: str = ""

    @property
    def final(self) -> Hop | None:
        """The last answer."""
        return self.hops[-1] if self.hops else None


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Redirects are followed by us, one at a time."""


def opener() -> OpenerDirector:
    """An opener that follows nothing by itself."""
    return build_opener(_Stay)


def ask(address: str, manners: Manners) -> Answer:
    """Follow an address to its end."""
    hops: list[Hop] = []
    here = address.partition("#")[0]
    while len(hops) <= MOST_HOPS:
        found = _tried(here, manners)
        if isinstance(found, Answer):
            return Answer(tuple(hops), fault=found.fault, detail=found.detail)
        hop, body = found
        hops.append(hop)
        if hop.target is None:
            return Answer(tuple(hops), body)
        here = hop.target.partition("#")[0]
    return Answer(tuple(hops), fault="slinga", detail=f"mer än {MOST_HOPS} omdirigeringar")


def _tried(address: str, manners: Manners) -> tuple[Hop, str] | Answer:
    """One address, asked again when the server is busy or the line breaks."""
    found: tuple[Hop, str] | Answer = Answer(fault="forbindelse")
    for attempt in range(manners.tries):
        found, pause = _once(address, manners)
        if pause is None:
            return found
        pause = pause or manners.first_pause * 2**attempt
        if pause > manners.longest_pause or attempt == manners.tries - 1:
            break
        manners.sleep(pause)
    return found


def _once(address: str, manners: Manners) -> tuple[tuple[Hop, str] | Answer, float | None]:
    """An answer, and how long to wait before another try: None when the answer stands, 0 when we choose."""
    try:
        status, headers, body = _request(address, "HEAD", manners)
        page = "html" in (headers.get("Content-Type") or "html")
        if status not in MOVED and (status >= 400 or page):
            status, headers, body = _request(address, "GET", manners)
    except (OSError, http.client.HTTPException, ValueError) as error:
        fault, detail = _fault(error)
        return Answer(fault=fault, detail=detail), 0.0 if fault in ("tid", "forbindelse") else None
    target = headers.get("Location") if status in MOVED else None
    hop = Hop(address, status, urljoin(address, target) if target else None)
    return (hop, body), (asked_to_wait(headers.get("Retry-After")) or 0.0) if status in AGAIN else None


def _request(address: str, method: str, manners: Manners) -> tuple[int, Mapping[str, str], str]:
    manners.wait()
    headers = {"User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "sv,en"}
    request = Request(_safe(address), headers=headers, method=method)
    try:
        with opener().open(request, timeout=manners.timeout) as answer:
            body = answer.read(READ_AT_MOST) if method == "GET" else b""
            return answer.status, dict(answer.headers), body.decode("utf-8", errors="replace")
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), ""


def _safe(address: str) -> str:
    """The address as it goes over the line: å in a path becomes %C3%A5."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(part, "/%:@!$&'()*+,;=~?") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _fault(error: Exception) -> tuple[str, str]:
    inner = error.reason if isinstance(error, URLError) else error
    if isinstance(inner, ssl.SSLCertVerificationError):
        return "certifikat", str(inner.verify_message)
    if isinstance(inner, ssl.SSLError):
        return "certifikat", "säker förbindelse gick inte att upprätta"
    if isinstance(inner, socket.gaierror):
        return "namn", "servern finns inte"
    if isinstance(inner, TimeoutError):
        return "tid", "svaret kom inte i tid"
    if isinstance(inner, ValueError | UnicodeError):
        return "namn", "adressen går inte att läsa"
    return "forbindelse", "servern bröt eller vägrade förbindelsen"
