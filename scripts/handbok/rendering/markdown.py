"""Markdown of text fields -> HTML, with links to ids and nothing that could run."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

ID_SCHEME = "id:"
"""Links between entries leave here as `id:ovning/swot`; whoever knows the page turns them into addresses."""

_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+(#[a-z0-9-]+)?")
_ID_LINK = re.compile(r'<a href="id:(?P<id>[^"]*)"[^>]*>(?P<text>.*?)</a>', re.DOTALL)


class _Links(Treeprocessor):
    """Turns `[text](ovning/swot)` into a link that the page or the sheet resolves."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = link.get("href", "")
            if _ID.fullmatch(target):
                link.set("href", ID_SCHEME + target)


class _Strict(Extension):
    """No raw HTML: what looks like a tag is shown as text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's own name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md), "id-links", 5)


@cache
def _converter() -> Markdown:
    return Markdown(extensions=["sane_lists", "tables", _Strict()], output_format="html")


@cache
def _converted(text: str) -> str:
    """The HTML of a text; the same text is a page's lead, its description and a line of a list."""
    converter = _converter()
    converter.reset()
    return str(converter.convert(text))


def to_html(text: str, known: Container[str] | None = None) -> Markup:
    """Block HTML of a Markdown text; a link to an entry outside `known` is only planned and becomes plain text."""
    html = _converted(text)
    return Markup(html if known is None else _ID_LINK.sub(lambda link: _kept(link, known), html))


def to_inline_html(text: str, known: Container[str] | None = None) -> Markup:
    """The same without the paragraph around a single paragraph: for list items and cells."""
    html = to_html(text, known)
    single = html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>")
    return Markup(html[3:-4]) if single else html


def _kept(link: re.Match[str], known: Container[str]) -> str:
    return link[0] if link["id"].partition("#")[0] in known else link["text"]


def first_sentence(text: str) -> str:
    """The first sentence of a Markdown text, without marks: for cards and descriptions."""
    plain = " ".join(str(to_html(text).striptags()).split())
    found = re.match(r".+?[.!?](?=\s+[A-ZÅÄÖ]|$)", plain)
    return found[0] if found else plain
