"""Files that come from npm packages and belong in the site: fonts and small libraries, never from a CDN."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FONTS = (
    ("atkinson-hyperlegible-next", ("400-normal", "400-italic", "700-normal")),
    ("source-serif-4", ("600-normal",)),
)
"""Package under @fontsource, and the weights and styles the site uses; Latin is all that Swedish needs."""

LIBRARIES = (("iframe-worker/shim/index.js", "iframe-worker-shim.js"),)
"""Path in node_modules, and the name under skript/bibliotek/."""


def assets(project: Path) -> Iterator[tuple[str, Path]]:
    """Address in the site and file on disk of everything that packages bring."""
    modules = project / "node_modules"
    for family, styles in FONTS:
        for style in styles:
            name = f"{family}-latin-{style}.woff2"
            yield f"typsnitt/{name}", modules / "@fontsource" / family / "files" / name
    for source, name in LIBRARIES:
        yield f"skript/bibliotek/{name}", modules / source
