"""On a preview what is saved becomes a pull request: held against GitHub's questions and answers, played by a test.

Source of the answers: GitHub's REST API, version 2022-11-28; nothing leaves this computer.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from handbok.cms.backend import Backend
from handbok.cms.desk import Desk
from handbok.cms.folder import write_editor
from handbok.model import Handbook
from handbok.serving.answering import Editor, server
from handbok.serving.state import State
from support import PROJECT
from workdesk import PATIENCE

REPO = "/repos/stad/handbok"
ID = "lagrum/osl-10-18a"
FILES = (f"content/{ID}.yml", "content/forfattning/osl.yml", "content/kalla/rattsbaser-osl.yml")

pytestmark = pytest.mark.browser


@dataclass
class GitHub:
    """A repository with a few files that remembers what it was sent."""

    sent: list[tuple[str, str, Any]] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shas = {name: self._keep((PROJECT / name).read_bytes()) for name in FILES}

    def _keep(self, content: bytes) -> str:
        sha = hashlib.sha1(content, usedforsecurity=False).hexdigest()
        self.blobs[sha] = content
        return sha

    def answer(self, route: Route) -> None:
        request = route.request
        path = unquote(urlsplit(request.url).path)
        body = json.loads(request.post_data) if request.post_data else None
        if request.method not in ("GET", "OPTIONS"):
            self.sent.append((request.method, path, body))
        told = self._told(request.method, path, body)
        headers = {"access-control-allow-origin": "*", "access-control-allow-headers": "authorization,content-type"}
        headers["access-control-allow-methods"] = "*"
        route.fulfill(status=404 if told is None else 200, headers=headers, json={} if told is None else told)

    def _told(self, method: str, path: str, body: Any) -> Any:
        if path == "/user":
            return {"login": "redaktor", "name": "Redaktör", "avatar_url": ""}
        rest = path.removeprefix(REPO)
        if rest == "":
            return {"permissions": {"push": True}, "owner": {"login": "stad"}, "default_branch": "main"}
        kind = f"{method} {'/'.join(rest.split('/')[1:3])}".split(":")[0]
        answers = {
            "GET git/trees": lambda: self._tree(rest),
            "GET git/blobs": lambda: self._blob(rest.rpartition("/")[2]),
            "POST git/blobs": lambda: {"sha": self._keep(base64.b64decode(body["content"]))},
            "POST git/trees": lambda: {"sha": "1" * 40},
            "POST git/commits": lambda: {"sha": "2" * 40, "parents": []},
            "POST git/refs": lambda: {"ref": body["ref"], "object": {"sha": body["sha"]}},
            "GET branches/main": lambda: {"commit": {"sha": "0" * 40, "commit": {"tree": {"sha": "3" * 40}}}},
            "GET pulls": lambda: self.pulls,
            "POST pulls": lambda: self._pull(body),
        }
        return answers.get(kind, lambda: [] if method == "GET" and "commits" in rest else {})()

    def _tree(self, path: str) -> dict[str, Any]:
        folder = path.partition("main:")[2]
        inside = {
            name.rpartition("/")[2]: sha for name, sha in self.shas.items() if Path(name).parent.as_posix() == folder
        }
        rows = [{"path": name, "sha": sha, "type": "blob", "size": 9, "mode": "100644"} for name, sha in inside.items()]
        return {"sha": "4" * 40, "tree": rows, "truncated": False}

    def _blob(self, sha: str) -> dict[str, str]:
        return {"content": base64.b64encode(self.blobs[sha]).decode(), "encoding": "base64", "sha": sha}

    def _pull(self, body: dict[str, Any]) -> dict[str, Any]:
        head = {"ref": body["head"], "sha": "2" * 40}
        pull = {"number": 7, "state": "open", "head": head, "labels": [], "user": {"login": "redaktor"}, "base": {}}
        self.pulls.append(pull)
        return pull


@dataclass
class Preview:
    """The editor of a preview, logged in."""

    page: Page
    base: str
    hub: GitHub
    foreign: set[str]


@pytest.fixture
def preview(browser: Browser, handbook: Handbook, tmp_path: Path) -> Iterator[Preview]:
    backend = Backend(name="github", repo="stad/handbok")
    write_editor(tmp_path / "redigera", handbook, PROJECT, backend.settings, backend.servers)
    hub, foreign = GitHub(), set[str]()
    with server(0, tmp_path, State(), Editor(tmp_path / "redigera", Desk(tmp_path))) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{serving.server_address[1]}"
        context = browser.new_context(locale="sv-SE")
        user = json.dumps({"backendName": "github", "token": "prov", "login": "redaktor", "name": "Redaktör"})
        context.add_init_script(f"localStorage.setItem('decap-cms-user', {json.dumps(user)})")
        context.route("https://**", lambda route: route.abort())
        context.route("https://api.github.com/**", hub.answer)
        page = context.new_page()
        page.on("request", lambda request: foreign.add(urlsplit(request.url).netloc))
        yield Preview(page, base, hub, foreign)
        context.close()
        serving.shutdown()


def test_a_saved_change_is_a_proposal_with_what_was_changed(preview: Preview) -> None:
    page, hub = preview.page, preview.hub
    page.goto(f"{preview.base}/redigera/#/collections/{ID}".replace("lagrum/", "lagrum/entries/"))
    page.get_by_text("Redigerar i samlingen").wait_for(timeout=PATIENCE)
    page.get_by_label("Etikett", exact=True).fill("Unga: risk för brott")
    page.get_by_role("button", name="Spara").first.click()
    expect(page.get_by_text("Ändringar sparade")).to_be_visible(timeout=PATIENCE)
    asked = {(method, path.removeprefix(REPO)): body for method, path, body in hub.sent}
    written = base64.b64decode(asked["POST", "/git/blobs"]["content"]).decode()
    before = (PROJECT / "content" / f"{ID}.yml").read_text(encoding="utf-8")
    assert written == before.replace("etikett: Unga och risk för brott", 'etikett: "Unga: risk för brott"')
    assert [one["path"] for one in asked["POST", "/git/trees"]["tree"]] == [f"content/{ID}.yml"]
    assert asked["POST", "/git/refs"]["ref"] == f"refs/heads/cms/{ID}"
    assert asked["POST", "/pulls"]["base"] == "main"
    assert asked["POST", "/pulls"]["title"] == "lagrum: osl-10-18a ändrad"
    assert not {method for method, path in asked if "main" in path}
    known = {urlsplit(name).netloc for name in Backend(name="github", repo="stad/handbok").servers}
    assert preview.foreign <= known | {urlsplit(preview.base).netloc, ""}
