"""The yardstick: the same pages, already drawn, as plain Markdown for a stock Material without anything of ours."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..checking import PROJECT
from ..site import edition, skin
from ..site.finishing import led_home
from ..site.pages import pages

STOCK: dict[str, Any] = {
    "site_name": "Måttstock",
    "docs_dir": "docs",
    "use_directory_urls": False,
    "theme": {"name": "material", "language": "sv", "font": False, "features": ["navigation.prune"]},
    "plugins": [{"search": {"lang": "sv"}}, "offline"],
    "extra": {"polyfills": ["iframe-worker-shim.js"]},
    "markdown_extensions": ["admonition", "attr_list", "tables", "sane_lists"],
    "validation": {
        "nav": {"omitted_files": "ignore", "not_found": "ignore"},
        "links": {"not_found": "ignore", "anchors": "ignore", "unrecognized_links": "ignore"},
    },
}
"""What MkDocs needs to know, but for the navigation, which is ours."""

MACROS: dict[str, Callable[..., object]] = {"visa": skin.visa, "lista": skin.lista}
_NAV = re.compile(r"^nav:\n(?:[ #-].*\n|\n)*", re.MULTILINE)
_CALL = re.compile(r"\{\{(.*?)\}\}")


def write(folder: Path) -> None:
    """Lay out the yardstick's project in a folder: configuration and drawn pages of prose and of entries."""
    now = edition.current()
    docs = PROJECT / "docs"
    texts = {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}
    texts |= {page.path: page.markdown for page in pages(now.handbook)}
    for path, text in texts.items():
        page = path.removesuffix(".md") + ".html"
        _put(folder / "docs" / path, led_home(now.glossary.mark(_drawn(text), page), page, now.handbook))
    _put(folder / "docs" / "iframe-worker-shim.js", "")
    settings = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in STOCK.items()]
    _put(folder / "mkdocs.yml", "\n".join([*settings, _navigation()]))


def _navigation() -> str:
    """Our `nav` as it is written: with all pages in its menus the yardstick would be slower, and we look quick."""
    found = _NAV.search((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    return found[0] if found else ""


def _drawn(text: str) -> str:
    """A page's Markdown with what its calls give in their place."""
    return _CALL.sub(lambda match: _answer(match[1].strip()), text)


def _answer(call: str) -> str:
    """What `visa("…")` or `lista("…", steg="…")` gives; the arguments are plain values."""
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    values = [ast.literal_eval(value) for value in node.args]
    named = {str(word.arg): ast.literal_eval(word.value) for word in node.keywords}
    return str(MACROS[node.func.id](*values, **named))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
