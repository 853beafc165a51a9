"""On this computer entries are read and written, and nothing else; only our own page is let in."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbok.cms.configuration import API
from handbok.cms.desk import Desk
from handbok.serving.answering import Editor, Server, server
from handbok.serving.state import State

NAME = "content/begrepp/samverkan.yml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "begrepp").mkdir(parents=True)
    (folder / "begrepp" / "samverkan.yml").write_text("rubrik: samverkan å\n", encoding="utf-8")
    (tmp_path / "hemligt.yml").write_text("utanför", encoding="utf-8")
    return folder


def ask(content: Path, action: str, **params: Any) -> tuple[int, Any]:
    return Desk(content).answer(json.dumps({"action": action, "params": params}).encode())


def save(content: Path, path: str, raw: str = "ny", **more: Any) -> int:
    return ask(content, "persistEntry", dataFiles=[{"path": path, "raw": raw, "slug": "x"}], **more)[0]


def test_entries_are_read(content: Path) -> None:
    status, entries = ask(content, "entriesByFolder", folder="content/begrepp", extension="yml")
    assert status == 200
    assert [(entry["file"]["path"], entry["data"]) for entry in entries] == [(NAME, "rubrik: samverkan å\n")]
    assert ask(content, "getEntry", path=NAME)[1]["data"] == "rubrik: samverkan å\n"
    assert ask(content, "getEntry", path="content/begrepp/borta.yml")[0] == 404


def test_an_entry_is_written_as_it_was_sent(content: Path) -> None:
    assert save(content, NAME, "rubrik: ö\n") == 200
    assert (content / "begrepp" / "samverkan.yml").read_bytes() == "rubrik: ö\n".encode()
    assert sorted(path.name for path in (content / "begrepp").iterdir()) == ["samverkan.yml"]


@pytest.mark.parametrize(
    "path",
    [
        "hemligt.yml",
        "content/../hemligt.yml",
        "content/begrepp/../../hemligt.yml",
        "content/begrepp/Stor.yml",
        "content/begrepp/.dold.yml",
        "content/okand/x.yml",
        "content/kommun/1283.yml",
        "content/planerat.yml",
        "/etc/passwd",
        "content/begrepp/x.yml\n",
    ],
)
def test_nothing_else_is_read_or_written(content: Path, path: str) -> None:
    before = sorted(content.parent.rglob("*"))
    assert save(content, path) == 422
    assert ask(content, "getEntry", path=path)[0] == 422
    assert sorted(content.parent.rglob("*")) == before


def test_what_it_cannot_do_is_refused(content: Path) -> None:
    assert ask(content, "deleteFiles", paths=[NAME])[0] == 422
    assert ask(content, "entriesByFolder", folder="docs")[0] == 422
    assert save(content, NAME, assets=[{"path": "x.png"}]) == 422
    assert Desk(content).answer(b"[]")[0] == 422
    assert Desk(content).answer(b"\xff")[0] == 422


@pytest.fixture
def serving(content: Path) -> Iterator[Server]:
    (content.parent / "redigera").mkdir()
    (content.parent / "redigera" / "index.html").write_text("<body>Redigeraren</body>", encoding="utf-8")
    with server(0, content.parent / "site", State(), Editor(content.parent / "redigera", Desk(content))) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


def call(serving: Server, method: str, path: str, **headers: str) -> tuple[int, str]:
    port = serving.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    body = json.dumps({"action": "getEntry", "params": {"path": NAME}}) if method == "POST" else None
    given = {name: value.replace("PORT", str(port)) for name, value in headers.items()}
    try:
        connection.request(method, path, body=body, headers=given)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_only_our_own_page_is_answered(serving: Server) -> None:
    status, told = call(serving, "POST", API, Origin="http://127.0.0.1:PORT")
    assert (status, json.loads(told)["data"]) == (200, "rubrik: samverkan å\n")
    assert call(serving, "POST", API)[0] == 403
    assert call(serving, "POST", API, Origin="https://ond.exempel.se")[0] == 403
    assert call(serving, "POST", API, Host="ond.exempel.se:PORT", Origin="http://ond.exempel.se:PORT")[0] == 403
    assert call(serving, "POST", "/annat", Origin="http://127.0.0.1:PORT")[0] == 404


def test_the_editor_is_shown_without_the_script_that_loads_pages_anew(serving: Server) -> None:
    assert call(serving, "GET", "/redigera/") == (200, "<body>Redigeraren</body>")
    assert call(serving, "GET", "/redigera/../hemligt.yml")[0] != 200
