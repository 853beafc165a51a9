"""Pages of prose for a book: the same text as on the site, its macro calls drawn or left to the chapter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from ...model import BY_NAME
from ...rendering import Renderer, to_html

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_CALL = re.compile(r"^\{\{\s*(?P<verb>visa|lista)\(\s*['\"](?P<what>[^'\"]+)['\"](?P<where>[^)]*)\)\s*\}\}\s*$", re.M)
_LIST_HEADING = re.compile(r"^#+ [^\n]*\n+(?=\{\{\s*lista\()", re.M)
_WHERE = re.compile(r"(\w+)\s*=\s*['\"]([^'\"]*)['\"]")
_LINK = re.compile(r"\]\((?P<path>[^():#\s]+)\.md(#[\w-]+)?\)")
_HEADING_ID = re.compile(r"[ \t]*\{:[^}]*\}")


@dataclass(frozen=True)
class Prose:
    """A page of docs/: its heading and what stands below it."""

    title: str
    body: Markup


def read_prose(renderer: Renderer, docs: Path, page: str, *, lists: bool = True) -> Prose | None:
    """A page as HTML whose links are `id:` and `rot:` as in parts; None when there is no such page.

    `lists` False leaves out what `lista(…)` would show, for a chapter where the entries follow in full.
    """
    file = docs / page
    if not file.is_file():
        return None
    text = _HEADING_ID.sub("", _FRONT_MATTER.sub("", file.read_text(encoding="utf-8"))).strip()
    heading, _, rest = text.partition("\n")
    rest = rest if lists else _LIST_HEADING.sub("", rest)
    return Prose(heading.lstrip("# ").strip(), Markup("").join(_pieces(renderer, rest, page, lists)))


def _pieces(renderer: Renderer, text: str, page: str, lists: bool) -> Iterator[Markup]:
    """Markdown between the calls, and what the calls give."""
    done = 0
    for call in _CALL.finditer(text):
        yield _html(renderer, text[done : call.start()], page)
        done = call.end()
        if call["verb"] == "visa":
            yield renderer.part(call["what"])
        elif lists:
            where = dict(_WHERE.findall(call["where"]))
            kind = BY_NAME[call["what"]]
            found = [one for one in renderer.handbook.all(kind) if where.items() <= one.__dict__.items()]
            yield renderer.listing(kind.typ, tuple(found))
    yield _html(renderer, text[done:], page)


def _html(renderer: Renderer, text: str, page: str) -> Markup:
    """Links between pages become links to entries (`../lagrum/sol-19-1.md`) or to pages (`rot:fall/index.html`)."""

    def lead(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link["path"]))
        return f"](https://rot/{target}.html)" if target not in renderer.handbook else f"]({target})"

    made = to_html(_LINK.sub(lead, text), None)
    return Markup(str(made).replace('href="https://rot/', 'href="rot:'))
