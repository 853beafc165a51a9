"""Files for servers: each a template beside this module, filled from the policy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from .policy import FOREVER, HASHED, HSTS, MONTH, PACKED, SHORT, TYPES, headers

FILES = Path(__file__).with_name("files")
CADDY = "2.11.7"
"""The version in the container; the tests run the same one, from the lock."""

NAMES = {"las-mig.txt": "LÄS MIG.txt"}
"""Template -> the name a reader sees, where they differ."""

_MARK = re.compile(r"@@([A-Z_]+)@@\n?")
_PLAIN = {"SHORT": SHORT, "MONTH": MONTH, "FOREVER": FOREVER, "HASHED": HASHED, "HSTS": HSTS, "CADDY": CADDY}


def write_server_files(goal: Path, site: Path) -> None:
    """Write every server's files into a folder; `site` is asked for the names that never change meaning."""
    goal.mkdir(parents=True, exist_ok=True)
    for path in sorted(FILES.iterdir()):
        words = {**_PLAIN, **_BLOCKS.get(path.name, dict)()}
        if path.name == "web.config":
            words["LOCATIONS"] = _iis_locations(site)
        name = NAMES.get(path.name, path.name)
        (goal / name).write_text(_fill(path.read_text(encoding="utf-8"), words), encoding="utf-8", newline="\n")


def _fill(template: str, words: Mapping[str, str]) -> str:
    """A template with its marks replaced; a mark alone on a line may become many lines, or none."""

    def put(match: re.Match[str]) -> str:
        word = words[match[1]]
        return word + ("\n" if match[0].endswith("\n") and word else "")

    return _MARK.sub(put, template)


def _nginx() -> dict[str, str]:
    return {
        "HEADERS": "\n".join(f'    add_header {name} "{value}" always;' for name, value in headers().items()),
        "TYPES": "\n".join(f'        "{type_}" {extension};' for extension, type_ in TYPES.items()),
    }


def _caddy() -> dict[str, str]:
    """Types are set for every extension: what Caddy knows by itself depends on the machine."""
    paths = {**{extension: f"*.{extension}" for extension in TYPES}, "html": "*.html */"}
    lines = [
        f'\t\t@{name} path {path}\n\t\theader @{name} Content-Type "{TYPES[name]}"' for name, path in paths.items()
    ]
    return {
        "HEADERS": "\n".join(f'\t\t{name} "{value}"' for name, value in headers().items()),
        "TYPES": "\n".join(lines),
    }


def _apache() -> dict[str, str]:
    """ForceType, because a packed file's last extension would otherwise give it a type of its own."""
    blocks = [
        f'    <FilesMatch "\\.{extension}(\\.(br|gz))?$">\n        ForceType "{type_}"\n    </FilesMatch>'
        for extension, type_ in TYPES.items()
    ]
    return {
        "HEADERS": "\n".join(f'    Header always set {name} "{value}"' for name, value in headers().items()),
        "TYPES": "\n".join(blocks),
        "HASHED_PACKED": HASHED.removesuffix("$") + r"(\.(br|gz))?$",
        "PACKED": "|".join(PACKED),
    }


def _iis() -> dict[str, str]:
    """Each is removed before it is added: IIS answers 500 to a type or a header that the server has already."""
    added = [
        f'<remove name="{name}" />\n        <add name="{name}" value="{escape(value, quote=False)}" />'
        for name, value in headers().items()
    ]
    types = [
        f'<remove fileExtension=".{extension}" />\n      <mimeMap fileExtension=".{extension}" mimeType="{type_}" />'
        for extension, type_ in TYPES.items()
    ]
    return {
        "HEADERS": "\n".join(f"        {line}" for line in added),
        "TYPES": "\n".join(f"      {line}" for line in types),
    }


def _iis_locations(site: Path) -> str:
    """Files kept long, by name: without an extra module IIS cannot tell them by a pattern."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    kept = [(path, FOREVER, "365.00:00:00") for path in paths if re.search(HASHED, path.name)]
    kept += [(path, MONTH, "30.00:00:00") for path in paths if path.suffix == ".woff2"]
    return "\n".join(_iis_location(path.relative_to(site).as_posix(), how, age) for path, how, age in kept)


def _iis_location(path: str, how: str, age: str) -> str:
    words = ", ".join(word for word in how.split(", ") if not word.startswith("max-age"))
    cache = f'cacheControlMode="UseMaxAge" cacheControlMaxAge="{age}" cacheControlCustom="{words}"'
    return (
        f'  <location path="{escape(path)}">\n    <system.webServer>\n      <staticContent>\n'
        f"        <clientCache {cache} />\n"
        "      </staticContent>\n    </system.webServer>\n  </location>"
    )


_BLOCKS = {"nginx.conf": _nginx, "Caddyfile": _caddy, "apache.conf": _apache, "web.config": _iis}
