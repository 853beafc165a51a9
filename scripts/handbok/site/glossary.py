"""Terms of the glossary in the running text of a page: the first time each, as a link that carries its meaning.

Without scripts it is a link to the term's page; skript/begrepp.js shows the meaning on hover, focus and tap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from ..model import Begrepp, Handbook
from ..rendering.markdown import ID_SCHEME, to_html

_WORD = re.compile(r"<[^>]*>|\w+")
"""A word, or a tag, which is stepped over."""
_SPACE = re.compile(r"\s")
_BEGINS, _ENDS = '<article class="text', "</article>"

NOT_IN = frozenset((
    "a", "abbr", "button", "caption", "code", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "label", "legend", "nav", "option", "pre", "q", "script", "select", "style", "summary", "svg",
    "textarea", "th", "title",
))  # fmt: skip
"""Elements whose text is no running text, or that may hold no link."""
NOT_HERE = "data-utan-begrepp"
"""An attribute that keeps terms out of an element."""
_SHUT = re.compile(
    rf"<!--.*?-->|<(?P<name>{'|'.join(sorted(NOT_IN))})\b[^>]*>|<(?P<kept>[a-z][a-z0-9]*)\b[^<>]*\s{NOT_HERE}\b[^>]*>",
    re.DOTALL,
)

_ENDINGS = ("", "s", "n", "ns", "en", "ens", "et", "ets", "t", "ts", "r", "rs", "er", "ers", "erna", "ar", "arna", "na")


@dataclass(frozen=True)
class _Form:
    """A way to write a term."""

    text: str
    term: Begrepp
    exact: bool
    """Whether capitals count, as in abbreviations."""


class Glossary:
    """All the ways to write the terms of a handbook, by their first word, the longest first."""

    def __init__(self, handbook: Handbook) -> None:
        """Terms that are too common to be marked are left out."""
        self._forms: dict[str, list[_Form]] = {}
        self._meanings = {term.id: _meaning(term) for term in handbook.all(Begrepp)}
        for term in handbook.all(Begrepp):
            if term.markeras:
                for form in _forms(term):
                    self._forms.setdefault(_first(form.text), []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.text))

    def mark(self, html: str, page: str) -> str:
        """The page with each term marked once in its running text, but not on the term's own page."""
        start, end = html.find(_BEGINS), html.rfind(_ENDS)
        if start < 0 or page == f"{Begrepp.typ}/index.html":
            return html
        done = {page.removesuffix(".html")}
        return html[:start] + "".join(self._pieces(html[start:end], done)) + html[end:]

    def mark_part(self, html: str, done: set[str]) -> str:
        """A part of a page with each term marked that the page has not had yet; `done` grows by those."""
        return "".join(self._pieces(html, done))

    def _pieces(self, html: str, done: set[str]) -> Iterator[str]:
        """The page in pieces; an element that takes no terms goes through as it is."""
        position = 0
        while shut := _SHUT.search(html, position):
            yield self._marked(html[position : shut.start()], done)
            position = _end(html, shut)
            yield html[shut.start() : position]
        yield self._marked(html[position:], done)

    def _marked(self, text: str, done: set[str]) -> str:
        """A run of text, with tags in it, and the terms that the page has not had yet."""
        pieces, position = [], 0
        smooth = _SPACE.sub(" ", text)
        for word in _WORD.finditer(text):
            if word.start() < position or word[0].lower() not in self._forms:
                continue
            form = self._found(smooth, word.start(), word[0].lower())
            if form:
                end = word.start() + len(form.text)
                words = text[word.start() : end]
                pieces += [
                    text[position : word.start()],
                    words if form.term.id in done else self._link(form.term, words),
                ]
                done.add(form.term.id)
                position = end
        return "".join([*pieces, text[position:]]) if pieces else text

    def _found(self, text: str, start: int, first: str) -> _Form | None:
        """The longest term that begins here; it hides shorter ones in it, marked or not."""
        if text[start - 1 : start] == "-":
            return None
        for form in self._forms[first]:
            end = start + len(form.text)
            there = text[start:end]
            same = there == form.text if form.exact else there.lower() == form.text
            if same and not re.match(r"[\w-]", text[end : end + 1]):
                return form
        return None

    def _link(self, term: Begrepp, words: str) -> Markup:
        marked = '<a class="begreppslank" href="{}{}" data-begrepp="{}">{}</a>'
        return Markup(marked).format(ID_SCHEME, term.id, self._meanings[term.id], Markup(words))


def _end(html: str, shut: re.Match[str]) -> int:
    """Where an element or a comment ends; an element that is never closed goes on to the end."""
    name = shut["name"] or shut["kept"]
    if not name or shut[0].endswith("/>"):
        return shut.end()
    depth = 0
    for tag in _tags(name).finditer(html, shut.start()):
        depth += -1 if tag["closing"] else 1
        if not depth:
            return tag.end()
    return len(html)


@cache
def _tags(name: str) -> re.Pattern[str]:
    """Every tag of a name, opening or closing."""
    return re.compile(rf"<(?P<closing>/?){name}\b[^>]*>")


def _meaning(term: Begrepp) -> str:
    return " ".join(to_html(term.forklaring).striptags().split())


def _forms(term: Begrepp) -> Iterator[_Form]:
    """The heading in the forms that are simple to make, and the abbreviations as they stand."""
    head, _, last = term.rubrik.lower().rpartition(" ")
    before = f"{head} " if head else ""
    for text in dict.fromkeys((*(last + ending for ending in _ENDINGS), *_bent(last))):
        yield _Form(before + text, term, exact=False)
    for short in term.forkortningar:
        yield _Form(short, term, exact=True)


def _bent(word: str) -> Iterator[str]:
    """Forms of nouns that lose their last vowel: `bestämmelse`, `köpare`, `skola`."""
    if word.endswith("are"):
        yield from (f"{word[:-1]}{ending}" for ending in ("na", "nas"))
    elif word.endswith("e"):
        yield from (f"{word[:-1]}{ending}" for ending in ("ar", "arna", "or", "orna"))
    elif word.endswith("a"):
        yield from (f"{word[:-1]}{ending}" for ending in ("or", "orna", "ornas"))


def _first(text: str) -> str:
    word = _WORD.search(text)
    return word[0].lower() if word else ""
