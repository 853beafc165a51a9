"""The sites that are compared, each built once."""

from __future__ import annotations

import os

import pytest

from drill import generators
from drill.comparing import Difference, compare, read_site
from drill.generators import Site
from handbok.model import Handbook
from handbok.setup.message import Stop


@pytest.fixture(scope="session")
def other_generators() -> None:
    """The environment with the other generators; only CI insists on having a network for it."""
    try:
        generators.environment()
    except Stop as stop:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(stop))


@pytest.fixture(scope="session")
def mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return generators.mkdocs(tmp_path_factory.mktemp("generator"))


@pytest.fixture(scope="session")
def properdocs(other_generators: None, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return generators.properdocs(tmp_path_factory.mktemp("generator"))


@pytest.fixture(scope="session")
def zensical(other_generators: None, handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return generators.zensical(tmp_path_factory.mktemp("generator"), handbook)


@pytest.fixture(scope="session")
def with_properdocs(mkdocs: Site, properdocs: Site) -> Difference:
    return compare(read_site(mkdocs.folder), read_site(properdocs.folder))


@pytest.fixture(scope="session")
def with_zensical(mkdocs: Site, zensical: Site) -> Difference:
    return compare(read_site(mkdocs.folder), read_site(zensical.folder))
