"""The online mode against a server on loopback that answers well, late, wrongly and not at all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from handbok.law.sources import Answer, Online
from handbok.lawwatching import main
from handbok.manners import Manners
from law.small_handbook import register, sol

REGISTER = register(("2025:942", "2025-12-01", "ändr. 15 kap. 12 §"), ("2025:1501", "2026-01-15", "ändr. 19 kap. 1 §"))
Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """What to answer, in turn; the last answer is given for ever. What was asked, with its headers."""

    replies: list[Reply] = field(default_factory=list)
    riksdagen: list[Reply] = field(default_factory=list)
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    address: str = ""

    def next(self, handler: BaseHTTPRequestHandler) -> Reply:
        replies = self.riksdagen if handler.path.startswith("/dokument/") else self.replies
        return replies.pop(0) if len(replies) > 1 else (replies[0] if replies else status(404))


@pytest.fixture
def server() -> Iterator[Server]:
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told.asked.append((self.command, self.path, dict(self.headers), body))
            told.next(self)(self)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: Any) -> None:
            return

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    told.address = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield told
    http.shutdown()
    http.server_close()
    thread.join()


def status(code: int, **headers: str) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return reply


def body(text: str, length: int | None = None, wait: float = 0, **headers: str) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        raw = text.encode()
        time.sleep(wait)
        handler.close_connection = True
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(length if length is not None else len(raw)))
        with suppress(OSError):
            handler.end_headers()
            handler.wfile.write(raw)

    return reply


def hits(*documents: dict[str, Any]) -> str:
    return json.dumps({"hits": {"hits": [{"_source": document} for document in documents]}})


def good(**headers: str) -> Reply:
    return body(hits(REGISTER), **headers)


@dataclass
class Sleeper:
    """Sleep that takes no time and remembers."""

    slept: list[float] = field(default_factory=list)

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


def ask(server: Server, cache: Path, sleep: Sleeper | None = None, **manners: Any) -> Answer:
    polite = Manners(timeout=manners.pop("timeout", 2.0), sleep=sleep or Sleeper(), **manners)
    return Online(cache, server.address, server.address, polite)("2025:400")


def test_200(server: Server, tmp_path: Path) -> None:
    server.replies = [good()]
    answer = ask(server, tmp_path)
    assert answer.register is not None
    assert len(answer.register.amendments or ()) == 2
    method, path, headers, question = server.asked[0]
    assert (method, path) == ("POST", "/elasticsearch/SearchEsByRawJson")
    assert json.loads(question)["searchIndexes"] == ["Sfs"]
    assert "2025:400" in question.decode()
    assert "stad-for-stad" in headers["User-Agent"]


@pytest.mark.parametrize(("sent", "asked"), [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")])
def test_304_means_what_was_answered_before(server: Server, tmp_path: Path, sent: str, asked: str) -> None:
    server.replies = [good(**{sent.replace("-", "_"): "abc"}), status(304)]
    first, second = ask(server, tmp_path), ask(server, tmp_path)
    assert first == second
    assert server.asked[1][2][asked] == "abc"


def test_304_without_memory_is_asked_again_in_full(server: Server, tmp_path: Path) -> None:
    server.replies = [status(304), good()]
    assert ask(server, tmp_path).register is not None


def test_a_memory_that_cannot_be_read_is_forgotten(server: Server, tmp_path: Path) -> None:
    server.replies = [good(ETag="a"), good(ETag="b")]
    ask(server, tmp_path)
    next(tmp_path.glob("*.json")).write_text("{", encoding="utf-8")
    assert ask(server, tmp_path).register is not None
    assert "If-None-Match" not in server.asked[1][2]


@pytest.mark.parametrize("reply", [status(404), body(hits())])
def test_not_found(server: Server, tmp_path: Path, reply: Reply) -> None:
    server.replies = [reply]
    answer = ask(server, tmp_path)
    assert (answer.register, answer.missing, answer.reached) == (None, True, True)


def test_429_waits_as_long_as_it_is_asked_to(server: Server, tmp_path: Path) -> None:
    sleep = Sleeper()
    server.replies = [status(429, Retry_After="7"), good()]
    assert ask(server, tmp_path, sleep).register is not None
    assert 7 in sleep.slept


def test_429_may_name_a_time(server: Server, tmp_path: Path) -> None:
    sleep = Sleeper()
    server.replies = [status(429, Retry_After="Sat, 21 Nov 2020 10:00:00 GMT"), good()]
    assert ask(server, tmp_path, sleep).register is not None


def test_429_for_too_long_is_left_for_another_day(server: Server, tmp_path: Path) -> None:
    sleep = Sleeper()
    server.replies = [status(429, Retry_After="86400")]
    answer = ask(server, tmp_path, sleep)
    assert not answer.reached
    assert max(sleep.slept) < 1000


def test_500_then_200(server: Server, tmp_path: Path) -> None:
    sleep = Sleeper()
    server.replies = [status(500), status(503), good()]
    assert ask(server, tmp_path, sleep).reached
    assert [pause for pause in sleep.slept if pause >= 2] == [2, 4]


def test_a_slow_server_is_given_up(server: Server, tmp_path: Path) -> None:
    server.replies = [body(hits(REGISTER), wait=1.0)]
    answer = ask(server, tmp_path, timeout=0.2, tries=2)
    assert not answer.reached
    assert "svaret kom inte i tid" in answer.why


def test_a_dripping_server_is_given_up(server: Server, tmp_path: Path) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(20):
            time.sleep(0.05)
            try:
                handler.wfile.write(b" ")
            except OSError:
                return

    server.replies = [drip]
    assert "svaret kom inte i tid" in ask(server, tmp_path, timeout=0.2, tries=1).why


def test_an_answer_that_is_cut_off(server: Server, tmp_path: Path) -> None:
    server.replies = [body(hits(REGISTER)[:60], length=5000), good()]
    assert ask(server, tmp_path).reached
    server.replies = [body(hits(REGISTER)[:60], length=5000)]
    assert "svaret bröts" in ask(server, tmp_path, tries=2).why


@pytest.mark.parametrize(
    "text",
    [
        "<html>",
        "[]",
        '{"hits": 3}',
        '{"hits": {"hits": [3]}}',
        hits({"beteckning": "1990:52", "fulltext": {}}),
        hits({"a": 1}),
    ],
)
def test_wrong_json(server: Server, tmp_path: Path, text: str) -> None:
    server.replies = [body(text)]
    answer = ask(server, tmp_path, tries=2)
    assert (answer.register, answer.reached) == (None, False)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    online = Online(tmp_path, "http://127.0.0.1:9", "http://127.0.0.1:9", Manners(timeout=1, tries=2, sleep=Sleeper()))
    assert not online("2025:400").reached


def test_the_riksdag_is_a_second_voice(server: Server, tmp_path: Path) -> None:
    document = {"dokumentstatus": {"dokument": {"titel": "Socialtjänstlag", "undertitel": "t.o.m. SFS 2026:10"}}}
    server.replies, server.riksdagen = [status(500)], [body(json.dumps(document))]
    answer = ask(server, tmp_path, tries=1)
    assert not answer.reached
    assert answer.register is not None
    assert (answer.register.consolidated_through, answer.register.amendments) == ("2026:10", None)


def test_questions_come_at_a_polite_pace(server: Server, tmp_path: Path) -> None:
    sleep = Sleeper()
    server.replies = [good()]
    online = Online(tmp_path, server.address, server.address, Manners(pace=5, sleep=sleep))
    online("2025:400")
    online("2025:400")
    assert any(4 < pause <= 5 for pause in sleep.slept)


def verb(server: Server, tmp_path: Path, *more: str) -> int:
    content = sol(tmp_path)
    return main(
        ["--content", str(content), "--cache", str(tmp_path / "cache"), "--rattsbaser", server.address, "--riksdagen",
         server.address, "--pace", "0", "--timeout", "2", "--today", "2026-11-21", "--format", "json", *more]
    )  # fmt: skip


def test_the_verb_online(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server.replies = [good(ETag="x"), status(304)]
    assert verb(server, tmp_path) == 1
    first = json.loads(capsys.readouterr().out)
    assert [row["lagrum"] for row in first["fynd"]] == ["lagrum/sol-19-1"]
    assert verb(server, tmp_path) == 1
    assert json.loads(capsys.readouterr().out) == first


def test_the_verb_when_a_source_cannot_be_reached(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.replies = [status(403)]
    assert verb(server, tmp_path) == 3
    report = json.loads(capsys.readouterr().out)
    assert (report["oforandrade"], report["akter"][0]["lage"]) == ([], "onåbar")


def test_the_verb_when_an_act_is_not_found(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server.replies = [body(hits())]
    assert verb(server, tmp_path) == 1
    assert json.loads(capsys.readouterr().out)["akter"][0]["lage"] == "saknas"


def test_a_source_that_fails_does_not_erase_what_was_found(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.replies = [good()]
    assert verb(server, tmp_path, "--write") == 1
    path = tmp_path / "content" / "lagbevakning.yml"
    before = path.read_text(encoding="utf-8")
    server.replies = [status(403)]
    assert verb(server, tmp_path, "--write") == 3
    assert path.read_text(encoding="utf-8") == before
    assert "2025:1501" in before
