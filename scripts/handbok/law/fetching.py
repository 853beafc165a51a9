"""One question to a server at a time: with a time limit, retries, a polite pace, and a memory of what it answered."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from ..manners import Manners, asked_to_wait

AGENT = "stad-for-stad-lagbevakning/1 (handbokens veckovisa lagbevakning)"
MAX_BYTES = 30_000_000
_AGAIN = (408, 425, 429, 500, 502, 503, 504)


class Unreachable(Exception):  # noqa: N818 - as Stop in problems
    """A server gave no usable answer; the message is Swedish and says what happened."""


class NotFound(Exception):  # noqa: N818 - as Stop in problems
    """The server answered that it has no such thing."""


@dataclass(frozen=True)
class Question:
    """What to ask: a GET, or a POST when there is a body. `name` is what the answer is kept under."""

    name: str
    url: str
    body: bytes | None = None


def ask(question: Question, cache: Path, manners: Manners) -> object:
    """The JSON that a server answers, or the one it gave before when it says that nothing has changed.

    Raises Unreachable, NotFound.
    """
    kept = _kept(cache, question)
    why, pause = "", manners.first_pause
    for attempt in range(manners.tries):
        if attempt:
            manners.sleep(pause)
        try:
            return _once(question, cache, kept, manners)
        except _Again as again:
            why = str(again)
            kept = None if again.forget else kept
            pause = again.wait if again.wait is not None else manners.first_pause * 2**attempt
            if pause > manners.longest_pause:
                break
    raise Unreachable(why)


class _Again(Exception):  # noqa: N818 - not told to anyone
    """The question may be asked again, after `wait` seconds when the server says so."""

    def __init__(self, why: str, wait: float | None = None, forget: bool = False) -> None:
        super().__init__(why)
        self.wait, self.forget = wait, forget


def _once(question: Question, cache: Path, kept: Mapping[str, str] | None, manners: Manners) -> object:
    manners.wait()
    try:
        with urlopen(_request(question, kept), timeout=manners.timeout) as answer:
            text = _read(answer, manners.last + manners.timeout, manners.clock)
            return _keep(cache, question, text, answer.headers)
    except HTTPError as error:
        return _refused(error, kept)
    except (OSError, http.client.HTTPException) as error:
        raise _Again(_reason(error)) from None


def _request(question: Question, kept: Mapping[str, str] | None) -> Request:
    headers = {"User-Agent": AGENT, "Accept": "application/json"}
    if question.body is not None:
        headers["Content-Type"] = "application/json"
    if kept:
        headers |= {name: kept[name] for name in ("If-None-Match", "If-Modified-Since") if kept.get(name)}
    return Request(question.url, data=question.body, headers=headers)


def _read(answer: http.client.HTTPResponse, deadline: float, clock: Callable[[], float]) -> bytes:
    """The whole body; a server that drips is given up when the time is out."""
    chunks: list[bytes] = []
    size = 0
    while chunk := answer.read1(65536):
        chunks.append(chunk)
        size += len(chunk)
        if clock() > deadline:
            raise TimeoutError
        if size > MAX_BYTES:
            raise Unreachable(f"svaret är större än {MAX_BYTES // 1_000_000} MB")
    length = answer.headers.get("Content-Length")
    if length and length.isdigit() and size < int(length):
        raise http.client.IncompleteRead(b"", int(length) - size)
    return b"".join(chunks)


def _refused(error: HTTPError, kept: Mapping[str, str] | None) -> object:
    if error.code == 304:
        if kept:
            return json.loads(kept["text"])
        raise _Again("servern svarade ”oförändrad” utan att ha blivit tillfrågad", forget=True)
    if error.code in (404, 410):
        raise NotFound(f"servern svarade {error.code}")
    why = f"servern svarade {error.code}"
    if error.code in _AGAIN:
        raise _Again(why, asked_to_wait(error.headers.get("Retry-After")))
    raise Unreachable(why)


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", error)
    if isinstance(error, TimeoutError) or isinstance(inner, TimeoutError):
        return "svaret kom inte i tid"
    if isinstance(error, http.client.IncompleteRead):
        return "svaret bröts innan det var klart"
    if isinstance(error, http.client.HTTPException | ConnectionError):
        return "servern bröt förbindelsen"
    return "servern gick inte att nå"


def _keep(cache: Path, question: Question, text: bytes, headers: Mapping[str, str]) -> object:
    """The answer read as JSON and, when the server can be asked whether it changed, remembered."""
    try:
        found: object = json.loads(text)
    except ValueError:
        raise _Again("svaret är inte JSON", forget=True) from None
    marks = {"If-None-Match": headers.get("ETag"), "If-Modified-Since": headers.get("Last-Modified")}
    if any(marks.values()):
        _remember(_path(cache, question), {**marks, "url": question.url, "text": text.decode("utf-8")})
    return found


def _remember(path: Path, answer: Mapping[str, str | None]) -> None:
    """Keep an answer, whole or not at all; without a memory everything is only asked again."""
    beside = path.with_suffix(".ny")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(answer), encoding="utf-8")
        beside.replace(path)


def _kept(cache: Path, question: Question) -> dict[str, str] | None:
    """What the same server answered before; nothing when the memory cannot be read."""
    try:
        found = json.loads(_path(cache, question).read_text(encoding="utf-8"))
        json.loads(found["text"])
        return found if found["url"] == question.url else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _path(cache: Path, question: Question) -> Path:
    return cache / f"{question.name}.json"
