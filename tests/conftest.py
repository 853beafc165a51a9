"""What all tests share: the real handbook, and one real build of the site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from editions.made import Editions, make_editions
from handbok.model import Handbook
from handbok.reading import load
from handbok.rendering import Renderer
from handbok.rendering.plain import PLAIN
from handbok.setup import places
from support import PROJECT, SITE_URL, TODAY, Build, run_verb

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write the facit files anew; read the diff before you commit"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = places.chromium()
    assert executable, "Chromium saknas"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(executable), args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The real handbook, as published."""
    found, _ = load(PROJECT / "content", PROJECT / "docs", root=PROJECT, today=TODAY)
    return found.published()


@pytest.fixture(scope="session")
def renderer(handbook: Handbook) -> Renderer:
    """The real templates over the real handbook."""
    settings = PLAIN
    return Renderer(handbook, PROJECT / "overrides", settings)


@pytest.fixture(scope="session")
def editions(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """Editions of the handbook, built once for all tests."""
    return make_editions(handbook, tmp_path_factory.mktemp("utgåvor på prov"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The whole site with its sheets, built once for all tests, in a folder with å and a space in its name."""
    folder = tmp_path_factory.mktemp("bygge") / "på prov" / "site"
    done = run_verb("build", "--out", str(folder), "--site-url", SITE_URL, "--today", TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    return Build(folder, done.stdout)
