"""Paper and type: the style sheets and fonts of a form, and what they add to its fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

FONT_FOLDER = "typsnitt"
"""Where style sheets think that the fonts lie; a page finds them there, a sheet in the npm packages."""
_UNIT = re.compile(r"--mm: (?P<mm>[\d.]+)mm")
_MULTIPLE = re.compile(r"calc\(var\(--mm\) \* (?P<times>-?[\d.]+)\)")


@dataclass(frozen=True)
class Stock:
    """Where the style sheets and the fonts are."""

    overrides: Path
    node_modules: Path

    def style_files(self, paper: str) -> tuple[Path, ...]:
        """The style sheets of a paper, in the order in which they apply."""
        names = ("form/variabler.css", "form/typsnitt.css", f"tryck/{paper}.css", "tryck/blad.css", "tryck/omraden.css")
        return tuple(self.overrides / name for name in names)

    def style_sheets(self, paper: str) -> Iterator[tuple[Path, str]]:
        """The style sheets with multiples of the paper's unit worked out, which WeasyPrint else does for every box."""
        texts = {file: file.read_text("utf-8") for file in self.style_files(paper)}
        unit = next((float(found["mm"]) for text in texts.values() if (found := _UNIT.search(text))), None)
        for file, text in texts.items():
            yield file, text if unit is None else _in_units(text, unit)

    def font_file(self, name: str) -> Path:
        """The woff2 file of that name in the npm package that it comes from."""
        packages = sorted((self.node_modules / "@fontsource").iterdir())
        owners = [package for package in packages if name.startswith(package.name + "-")]
        return max(owners, key=lambda package: len(package.name), default=self.node_modules) / "files" / name

    @cache  # noqa: B019 - one Stock a process
    def fingerprint(self, paper: str) -> str:
        """What a form's bytes depend on besides its HTML: style, fonts, libraries, and this package itself."""
        digest = sha256(f"{version('weasyprint')} {version('python-docx')}".encode())
        code = sorted(Path(__file__).parent.glob("*.py"))
        packages = sorted((self.node_modules / "@fontsource").glob("*/package.json"))
        for file in (*self.style_files(paper), *packages, *code):
            digest.update(file.read_bytes())
        return digest.hexdigest()


def _in_units(text: str, unit: float) -> str:
    """`calc(var(--mm) * 5)` -> `4mm` where the unit is 0.8 mm."""
    return _MULTIPLE.sub(lambda length: f"{float(length['times']) * unit:.4f}mm", text)
