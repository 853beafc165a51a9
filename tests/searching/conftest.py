"""The real handbook as the search sees it, and the browser's scripts run in Node."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbok.law.acts import acts_of
from handbok.model import Handbook
from handbok.searching.documents import Document, documents
from handbok.searching.register import Reader
from handbok.site.assets import wrapped
from handbok.site.making import searched
from handbok.site.pages import address
from support import PROJECT

SCRIPTS = PROJECT / "overrides" / "skript"


@pytest.fixture(scope="session")
def found(handbook: Handbook) -> tuple[Document, ...]:
    """Every document of the real handbook but its prose."""
    return tuple(documents(handbook, acts_of(handbook), (), lambda id_: address(id_, handbook)))


@pytest.fixture(scope="session")
def reader(handbook: Handbook, found: tuple[Document, ...]) -> Reader:
    return Reader.of(found, handbook.search)


@pytest.fixture(scope="session")
def words_script() -> list[str]:
    """The stemmer as pages load it, and our words on top."""
    ((_, stemmer),) = wrapped(PROJECT)
    return [stemmer.decode(), _own("sok-ord.js")]


@pytest.fixture(scope="session")
def engine(handbook: Handbook, words_script: list[str]) -> list[str]:
    """The whole engine with the register of the real handbook, as `motor`."""
    library = PROJECT / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
    files = dict(searched(handbook, PROJECT))
    own = [_own(name) for name in ("sok-lagrum.js", "sok-fraga.js", "sok-motor.js")]
    ready = "const motor = window.handbok.motor(window.handbok.sokregister);"
    inside = f"(function (module, exports) {{ {library.read_text(encoding='utf-8')} }}).call(globalThis);"
    return [inside, *words_script, *own, files["skript/sokregister.js"].decode(), ready]


def _own(name: str) -> str:
    return Path(SCRIPTS / name).read_text(encoding="utf-8")
