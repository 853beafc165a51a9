"""A page of the mother -> the same page of an edition: its own facts in the open places, what changed drawn anew."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ..checking import PROJECT
from ..local import Local
from ..rendering import Renderer
from ..site.about import ABOUT, SHELL_TELLS, SHELL_TITLE
from ..site.choosing import chosen
from ..site.finishing import fill_slots, led_home
from ..site.glossary import Glossary
from ..site.inline import taken_out
from ..site.pages import GeneratedPage, relative
from ..site.theme import squeezed
from .changes import changes
from .facts import address
from .kit import ADDRESS, EXIT

_PART = re.compile(r"<!-- visar (\[.*?\]) -->(.*?)<!-- /visar -->", re.DOTALL)
_TERM = re.compile(r'class="begreppslank" href="[^"]*?([a-z0-9-]+)\.html')
_UPWARDS = re.compile(r'(\b(?:href|src|action)=")\.\./')
"""A link of the shell, which lies one folder down, to something from the top of the site."""
_ROOTED = re.compile(r'(\b(?:href|src)=")/(?!/)')
NOT_FOUND = "404.html"
SHELL_PART = "<!-- innehall -->"


class Weaver:
    """Makes the pages of one edition."""

    def __init__(self, local: Local, settings: Mapping[str, Any]) -> None:
        """`settings` are the edition's facts as templates see them."""
        self.local = local
        self.handbook = local.published
        self.renderer = Renderer(self.handbook, PROJECT / "overrides", settings)
        self.drawn = 0
        self.files: dict[str, str] = {}
        """Files that inline styles became, by path from the top of the site."""
        self._name = str(escape(local.utgava.kommunnamn))
        self._glossary = Glossary(self.handbook)
        self._slots: dict[tuple[str, str], str] = {}

    @cached_property
    def changes(self) -> Any:
        """What looks otherwise in this edition."""
        return changes(self.local)

    def page(self, html: str, page: str) -> str:
        """A page of the mother as it is in the edition."""
        terms = {f"begrepp/{slug}" for slug in _TERM.findall(html)}
        woven = _PART.sub(lambda part: self._part(json.loads(part[1]), part[2], page, terms), self.addressed(html))
        woven = fill_slots(woven, lambda template: self._slot(template, page))
        woven = self._with_styles(woven, page)
        woven = woven.replace("</title>", f" – {self._name}</title>", 1)
        return _ROOTED.sub(rf"\g<1>{self._root}", woven) if page == NOT_FOUND else woven

    def own_page(self, shell: str, own: GeneratedPage) -> str:
        """A page of an entry that the mother does not have, or has in another version."""
        page = f"{own.address}.html"
        part = self._finished(self.renderer.part(own.shows), page)
        html = _UPWARDS.sub(rf"\g<1>{relative('.', page)}/", shell)
        html = html.replace(SHELL_PART, part, 1).replace(SHELL_TITLE, str(escape(own.heading)))
        slug = own.address.rpartition("/")[2]
        html = html.replace(SHELL_TITLE.lower(), slug).replace(SHELL_TELLS, str(escape(own.description)))
        return self.page(html.replace("utgava/skal.html", page), page)

    def addressed(self, text: str) -> str:
        """A text with the edition's address in place of the mother's."""
        exit_ = str(escape(self.local.utgava.utgang))
        return text.replace(ADDRESS, address(self.local)).replace(EXIT, exit_)

    @property
    def _root(self) -> str:
        """The path at which the site lies, for the one page that is served at any depth."""
        return urlsplit(address(self.local)).path

    def _part(self, call: Sequence[str], before: str, page: str, terms: set[str]) -> str:
        """A part as it was, or drawn anew. `terms` are those that the page links to already."""
        if not self.changes.affects(call):
            return before
        self.drawn += 1
        return self._finished(Markup(self._glossary.mark_part(str(self.draw(call)), terms)), page)

    def draw(self, call: Sequence[str]) -> Markup:
        """What a call of a macro shows in this edition."""
        verb, target, *more = call
        if verb == "lista":
            way, *pairs = more
            where = {key: value for key, _, value in (pair.partition("=") for pair in pairs)}
            return self.renderer.listing(way or target, chosen(self.handbook, target, where))
        if target in ABOUT:
            return Markup(self.renderer.draw(f"{target}.html"))
        if target.startswith("rapport/"):
            return self.renderer.report(target.removeprefix("rapport/"))
        return self.renderer.part(target)

    def _slot(self, template: str, page: str) -> str:
        """What the edition says of itself, led home from the page's folder; the same for every page there."""
        key = template, posixpath.dirname(page)
        if key not in self._slots:
            self._slots[key] = self._finished(Markup(self.renderer.draw(template)), page)
        return self._slots[key]

    def _with_styles(self, html: str, page: str) -> str:
        """The page with the inline styles of what was drawn anew in files, as the policy asks."""
        whole, files = taken_out(html)
        self.files |= files
        return led_home(whole, page, self.handbook)

    def _finished(self, html: Markup, page: str) -> str:
        return squeezed(led_home(str(html), page, self.handbook))
