"""Files that come from npm packages and belong in the site: fonts and small libraries, never from a CDN."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FONTS = (
    ("atkinson-hyperlegible-next", ("400-normal", "400-italic", "700-normal")),
    ("source-serif-4", ("600-normal",)),
)
"""Package under @fontsource, and the weights and styles the site uses; Latin is all that Swedish needs."""

LIBRARIES = (("govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.bundle.js", "lamna.js"),)
"""Path in node_modules, and the name under skript/bibliotek/, of scripts that a page can load as they are."""
ENGINE = "skript/sokmotor.js"
"""Everything that answers questions in one file, which a page loads when somebody is about to search."""
ENGINE_LIBRARIES = (("minisearch/dist/umd/index.js", "MiniSearch"), ("@orama/stemmers/dist/se.cjs", "stemmer"))
"""Path in node_modules, and under what name in `handbok` it is had, of modules that the engine takes."""
ENGINE_PARTS = ("ord", "lagrum", "fraga", "bitar", "motor", "visa")
"""Our own scripts in overrides/skript/sokmotor/, in the order in which they lean on one another."""

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/[ \t]*)\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def libraries(project: Path) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every script that is made of packages' files."""
    for source, name in LIBRARIES:
        yield f"skript/bibliotek/{name}", _lean(project / "node_modules" / source).encode()
    yield ENGINE, "".join(engine(project)).encode()


def engine(project: Path) -> Iterator[str]:
    """The parts of the search's engine. A module becomes a classic script, since modules do not load from a folder."""
    for source, name in ENGINE_LIBRARIES:
        inside = _lean(project / "node_modules" / source)
        yield (
            f"(function(){{var module={{exports:{{}}}},exports=module.exports;\n{inside}\n"
            f"(window.handbok=window.handbok||{{}}).{name}=module.exports.{name}||module.exports;}})();\n"
        )
    for part in ENGINE_PARTS:
        yield _lean(project / "overrides" / "skript" / "sokmotor" / f"{part}.js")


def _lean(script: Path) -> str:
    """A script without lines that are comments and without indents: half of MiniSearch. None that we take has a
    string over many lines."""
    return _INDENT.sub("", _COMMENT.sub("", script.read_text(encoding="utf-8")))


def assets(project: Path) -> Iterator[tuple[str, Path]]:
    """Address in the site and file on disk of every font."""
    modules = project / "node_modules"
    for family, styles in FONTS:
        for style in styles:
            name = f"{family}-latin-{style}.woff2"
            yield f"typsnitt/{name}", modules / "@fontsource" / family / "files" / name
