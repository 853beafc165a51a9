"""Files that come from npm packages and belong in the site: fonts and small libraries, never from a CDN."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FONTS = (
    ("atkinson-hyperlegible-next", ("400-normal", "400-italic", "700-normal")),
    ("source-serif-4", ("600-normal",)),
)
"""Package under @fontsource, and the weights and styles the site uses; Latin is all that Swedish needs."""

LIBRARIES = (
    ("minisearch/dist/umd/index.js", "minisearch.js"),
    ("govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.bundle.js", "lamna.js"),
)
"""Path in node_modules, and the name under skript/bibliotek/, of scripts that a page can load as they are."""
MODULES = (("@orama/stemmers/dist/se.cjs", "stemmer.js", "stemmer"),)
"""The same for CommonJS modules, and the name of the one thing that each is loaded for."""


def wrapped(project: Path) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of modules as classic scripts, since modules do not load from a folder.

    What a module is loaded for becomes `handbok.<name>`.
    """
    for source, name, export in MODULES:
        text = (project / "node_modules" / source).read_text(encoding="utf-8")
        before = "(function(){var exports={};\n"
        after = f"\nwindow.handbok=window.handbok||{{}};window.handbok.{export}=exports.{export};}})();\n"
        yield f"skript/bibliotek/{name}", (before + text + after).encode()


def assets(project: Path) -> Iterator[tuple[str, Path]]:
    """Address in the site and file on disk of everything that packages bring."""
    modules = project / "node_modules"
    for family, styles in FONTS:
        for style in styles:
            name = f"{family}-latin-{style}.woff2"
            yield f"typsnitt/{name}", modules / "@fontsource" / family / "files" / name
    for source, name in LIBRARIES:
        yield f"skript/bibliotek/{name}", modules / source
