"""A copy of the content, the editor over it on loopback, and a real Chromium that has it open."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from handbok.serving.answering import server
from handbok.serving.command import the_editor
from handbok.serving.state import State
from support import PROJECT
from workdesk import PATIENCE, Desk


@pytest.fixture(scope="session")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    work = tmp_path_factory.mktemp("redigera")
    shutil.copytree(PROJECT / "content", work / "content")
    with server(0, work / "site", State(), the_editor(work / "content", work / "redigera")) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        context = browser.new_context(locale="sv-SE", viewport={"width": 1000, "height": 640})
        found = Desk(context.new_page(), f"http://127.0.0.1:{serving.server_address[1]}", work / "content")
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("pageerror", lambda error: found.faults.append(str(error)))
        found.page.goto(f"{found.base}/redigera/")
        found.page.get_by_role("button", name="Logga in").click(timeout=PATIENCE)
        found.page.get_by_text("Samlingar").wait_for(timeout=PATIENCE)
        yield found
        context.close()
        serving.shutdown()
