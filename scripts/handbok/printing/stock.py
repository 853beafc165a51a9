"""Paper and type: the style sheets and fonts of a form, and what they add to its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

FONT_FOLDER = "typsnitt"
"""Where style sheets think that the fonts lie; a page finds them there, a sheet in the npm packages."""


@dataclass(frozen=True)
class Stock:
    """Where the style sheets and the fonts are."""

    overrides: Path
    node_modules: Path

    def style_files(self, paper: str) -> tuple[Path, ...]:
        """The style sheets of a paper, in the order in which they apply."""
        names = ("form/variabler.css", "form/typsnitt.css", f"tryck/{paper}.css", "tryck/blad.css", "tryck/omraden.css")
        return tuple(self.overrides / name for name in names)

    def font_file(self, name: str) -> Path:
        """The woff2 file of that name in the npm package that it comes from."""
        packages = sorted((self.node_modules / "@fontsource").iterdir())
        owners = [package for package in packages if name.startswith(package.name + "-")]
        return max(owners, key=lambda package: len(package.name), default=self.node_modules) / "files" / name

    @cache  # noqa: B019 - one Stock a process
    def fingerprint(self, paper: str) -> str:
        """What a form's bytes depend on besides its HTML: style, fonts, WeasyPrint, and this package itself."""
        digest = sha256(version("weasyprint").encode())
        code = sorted(Path(__file__).parent.glob("*.py"))
        packages = sorted((self.node_modules / "@fontsource").glob("*/package.json"))
        for file in (*self.style_files(paper), *packages, *code):
            digest.update(file.read_bytes())
        return digest.hexdigest()
