"""The server: the site as it lies, a script in each page, nobody from outside."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbok.problems import Stop
from handbok.serving.answering import SCRIPT, Server, server
from handbok.serving.state import State


@pytest.fixture
def state() -> State:
    return State()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "steg").mkdir(parents=True)
    (folder / "tom").mkdir()
    (folder / "index.html").write_text("<html><body>Start</body></html>", encoding="utf-8")
    (folder / "steg" / "index.html").write_text("<html><body>Stegen</body></html>", encoding="utf-8")
    (folder / "404.html").write_text("<html><body>Borta</body></html>", encoding="utf-8")
    (folder / "kort.vcf").write_text("BEGIN:VCARD", encoding="utf-8")
    (tmp_path / "hemligt.txt").write_text("utanför", encoding="utf-8")
    return folder


@pytest.fixture
def serving(site: Path, state: State) -> Iterator[Server]:
    with server(0, site, state) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


def get(serving: Server, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", serving.server_address[1], timeout=10)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/", 200, "Start"),
        ("/steg/", 200, "Stegen"),
        ("/steg/index.html?a=b", 200, "Stegen"),
        ("/nej.html", 404, "Borta"),
        ("/tom/", 404, "Borta"),
    ],
)
def test_every_page_listens(serving: Server, path: str, status: int, word: str) -> None:
    found, headers, body = get(serving, path)
    assert (found, headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert body == f'<html><body>{word}<script src="{SCRIPT}" defer></script></body></html>'
    assert headers["Cache-Control"] == "no-store"


def test_files_come_as_they_are_with_their_types(serving: Server) -> None:
    _, headers, body = get(serving, "/kort.vcf")
    assert (headers["Content-type"], body) == ("text/vcard; charset=utf-8", "BEGIN:VCARD")
    assert get(serving, SCRIPT)[1]["Content-Type"].startswith("text/javascript")


@pytest.mark.parametrize("path", ["/../hemligt.txt", "/%2e%2e/hemligt.txt", "/steg/..%2f..%2fhemligt.txt"])
def test_nothing_outside_the_site_is_served(serving: Server, path: str) -> None:
    assert "utanför" not in get(serving, path)[2]


@pytest.mark.parametrize("host", ["ond.exempel.se", "ond.exempel.se:8000", ""])
def test_a_name_that_was_led_here_gets_nothing(serving: Server, host: str) -> None:
    assert get(serving, "/", Host=host)[0] == 421


def test_no_service_worker_is_let_in(serving: Server) -> None:
    assert get(serving, "/kort.vcf", Service_Worker="script")[0] == 404


def test_only_this_computer_is_answered(serving: Server) -> None:
    assert serving.server_address[0] == "127.0.0.1"


def test_news_come_when_there_are_any(serving: Server, state: State) -> None:
    assert json.loads(get(serving, "/__handbok/lage?nummer=-1")[2])["nummer"] == 0
    threading.Timer(0.3, state.tell, kwargs={"building": False, "fault": "fel på rad 3"}).start()
    begun = time.monotonic()
    told = json.loads(get(serving, "/__handbok/lage?nummer=0")[2])
    assert (told["nummer"], told["fel"]) == (1, "fel på rad 3")
    assert 0.2 < time.monotonic() - begun < 10


def test_before_the_first_site_the_fault_stands_on_the_page(tmp_path: Path, state: State) -> None:
    state.tell(building=False, fault="content/x.yml:1: fel: <b>")
    with server(0, tmp_path / "inget", state) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        status, _, body = get(found, "/steg/1.html")
        found.shutdown()
    assert status == 503
    assert "content/x.yml:1: fel: &lt;b&gt;" in body
    assert SCRIPT in body


def test_a_port_that_is_taken_is_told_in_one_sentence(site: Path, state: State) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(Stop) as stop:
        server(taken.getsockname()[1], site, state)
    assert str(stop.value).endswith("är upptagen av ett annat program. Välj en annan med --port, som 8001.")
