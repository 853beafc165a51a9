"""The real handbook as the search sees it, and the browser's scripts run in Node."""

from __future__ import annotations

import json

import pytest

from handbok.law.acts import acts_of
from handbok.model import Handbook
from handbok.searching.documents import Document, documents
from handbok.searching.register import Reader
from handbok.searching.writing import DOCUMENTS, PIECES, REGISTER
from handbok.site.assets import ENGINE, libraries
from handbok.site.assets import engine as engine_parts
from handbok.site.making import searched
from handbok.site.pages import address
from support import PROJECT


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
    _, stemmer, words, *_ = engine_parts(PROJECT)
    return [stemmer, words]


@pytest.fixture(scope="session")
def engine(handbook: Handbook) -> list[str]:
    """The whole engine with the register of the real handbook, as a promise: `motor`. Pieces come when asked for."""
    made = (*searched(handbook, PROJECT), *libraries(PROJECT))
    files = {path: text.decode() for path, text in made}
    pieces = {path.removeprefix(PIECES): text for path, text in files.items() if path.startswith(PIECES)}
    ready = (
        f"const bitar = {json.dumps(pieces)}, data = {{...handbok.sokregister, ...handbok.sokposter}};"
        "const motor = handbok.motor(data, async (namn) => { (0, eval)(bitar[namn]); });"
    )
    return [files[ENGINE], files[REGISTER], files[DOCUMENTS], ready]
