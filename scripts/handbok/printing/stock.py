"""Paper and type: the style sheets and fonts of a form, and what they add to its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from .settling import settled

FONT_FOLDER = "typsnitt"
"""Where style sheets think that the fonts lie; a page finds them there, a sheet in the npm packages."""
LIBRARIES = ("weasyprint", "python-docx", "pikepdf", "pypdfium2")
"""What a file's bytes depend on besides our own code."""


@dataclass(frozen=True)
class Stock:
    """Where the style sheets and the fonts are."""

    overrides: Path
    node_modules: Path

    @property
    def font_style(self) -> Path:
        """The style sheet that names the fonts."""
        return self.overrides / "form/typsnitt.css"

    def style_files(self, paper: str) -> tuple[Path, ...]:
        """The style sheets of a paper, in the order in which they apply."""
        names = ("form/variabler.css", "form/typsnitt.css", f"tryck/{paper}.css", "tryck/blad.css", "tryck/omraden.css")
        return tuple(self.overrides / name for name in names)

    def style_sheets(self, paper: str) -> dict[Path, str]:
        """The text of each style sheet of a paper, with what is the same everywhere worked out."""
        return settled({file: file.read_text("utf-8") for file in self.style_files(paper)})

    def font_file(self, name: str) -> Path:
        """The woff2 file of that name in the npm package that it comes from."""
        packages = sorted((self.node_modules / "@fontsource").iterdir())
        owners = [package for package in packages if name.startswith(package.name + "-")]
        return max(owners, key=lambda package: len(package.name), default=self.node_modules) / "files" / name

    def code(self) -> tuple[Path, ...]:
        """The modules that make a file."""
        return tuple(sorted(Path(__file__).parent.glob("*.py")))

    @cache  # noqa: B019 - one Stock a process
    def fingerprint(self, paper: str) -> str:
        """What a form's bytes depend on besides its HTML: style, fonts, libraries, and this package itself."""
        digest = sha256(" ".join(version(name) for name in LIBRARIES).encode())
        packages = sorted((self.node_modules / "@fontsource").glob("*/package.json"))
        for file in (*self.style_files(paper), *packages, *self.code()):
            digest.update(file.read_bytes())
        return digest.hexdigest()
