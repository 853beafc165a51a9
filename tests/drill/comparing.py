"""What a reader gets from a built page, and how two sites differ in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {
    "a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "wbr",
}  # fmt: skip
UNSEEN = {
    "aside", "button", "dialog", "footer", "form", "head", "input", "label", "nav", "noscript", "script", "style",
    "svg", "template",
}  # fmt: skip
"""What is not the page's own text: the shell's navigation and tools, and what nobody reads."""


@dataclass(frozen=True)
class Content:
    """The headings of a page in order, and every stretch of visible text."""

    headings: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """How one site differs from another; `lost` and `added` are texts with the number of pages they stand on."""

    pages: int
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    other_headings: tuple[str, ...]
    other_texts: tuple[str, ...]
    lost: Mapping[str, int]
    added: Mapping[str, int]


def read_site(folder: Path) -> dict[str, Content]:
    """The content of every page by its address."""
    return {path.relative_to(folder).as_posix(): read_page(path) for path in sorted(folder.rglob("*.html"))}


def read_page(path: Path) -> Content:
    """The content of a page: its main element, without navigation."""
    tree = html.fromstring(path.read_bytes())
    main = next(iter(tree.xpath("//main | //*[@role='main']")), tree)
    headings = tuple(_plain("".join(_words(node))) for node in main.iter(*HEADINGS) if not _unseen(node))
    texts = "".join(_words(main)).split("\n")
    return Content(headings, tuple(text for text in map(_plain, texts) if text))


def _words(node: HtmlElement) -> Iterator[str]:
    """The text below a node; a line end where a block begins or ends."""
    if not isinstance(node.tag, str) or node.tag in UNSEEN:
        return
    edge = "" if node.tag in INLINE else "\n"
    yield edge
    yield _one_line(node.text)
    for child in node:
        yield from _words(child)
        yield _one_line(child.tail)
    yield edge


def _one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _plain(text: str) -> str:
    """Text with single spaces; the sign of a heading's own link is no text."""
    return " ".join(text.replace("¶", "").split())


def _unseen(node: HtmlElement) -> bool:
    return any(above.tag in UNSEEN for above in node.iterancestors())


def compare(ours: Mapping[str, Content], theirs: Mapping[str, Content]) -> Difference:
    """What their site has not of ours, and what it has besides."""
    both = [page for page in ours if page in theirs]
    lost: Counter[str] = Counter()
    added: Counter[str] = Counter()
    for page in both:
        left, right = Counter(ours[page].texts), Counter(theirs[page].texts)
        lost.update((left - right).keys())
        added.update((right - left).keys())
    return Difference(
        pages=len(both),
        missing=tuple(page for page in ours if page not in theirs),
        extra=tuple(page for page in theirs if page not in ours),
        other_headings=tuple(page for page in both if ours[page].headings != theirs[page].headings),
        other_texts=tuple(page for page in both if ours[page].texts != theirs[page].texts),
        lost=lost,
        added=added,
    )
