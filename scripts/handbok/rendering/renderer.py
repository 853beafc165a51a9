"""Renderer: the handbook's parts drawn with the templates under overrides/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup, escape

from ..law.acts import acts_of
from ..model import BY_NAME, Entry, Handbook, Kalla
from ..model.agenda import agenda, material, sheets
from ..problems import Stop
from ..reports import REPORTS
from . import swedish
from .charts import chart
from .citing import link_citations
from .figures import NARROW, WIDE, draw
from .kin import kin
from .labels import LABELS
from .legal import Ratt
from .markdown import ID_SCHEME, first_sentence, to_html, to_inline_html
from .timing import timetable


class Renderer:
    """Draws entries of one handbook; templates see `denna`, the handbook and a few verbs."""

    def __init__(self, handbook: Handbook, overrides: Path, settings: Mapping[str, Any] | None = None) -> None:
        """`settings` are the edition's own facts (name, site address), seen by templates as `utgava`."""
        self.handbook = handbook
        self.settings = dict(settings or {})
        self._environment = _environment(overrides)
        self._acts = acts_of(handbook)
        self._environment.filters.update(md=self._blocks, mdrad=self._inline)
        self._environment.globals.update(
            handbok=handbook,
            utgava=self.settings,
            historik=self.settings.get("historik", {}),
            utveckling=self.settings.get("utveckling", ()),
            lank=self.link,
            visa=self.part,
            typer=BY_NAME,
            ratt=Ratt(handbook),
            diagram=chart,
            rita=lambda figur, wide: draw(figur, WIDE if wide else NARROW),
            agenda=lambda entry: agenda(entry, handbook),
            material=lambda entry: material(entry, handbook),
            tidtabell=lambda entry: timetable(entry, handbook, self.settings),
            blad_i=lambda entry: sheets(entry, handbook),
            slakt=lambda entry: kin(entry, handbook),
            lista=self.listing,
        )

    def _blocks(self, text: str) -> Markup:
        """The filter `md`: Markdown with its links and its citations of law."""
        known = self.handbook.entries
        return link_citations(to_html(text, known), self._acts, known)

    def _inline(self, text: str) -> Markup:
        """The filter `mdrad`: the same without the paragraph around it."""
        known = self.handbook.entries
        return link_citations(to_inline_html(text, known), self._acts, known)

    def draw(self, template: str, **variables: Any) -> str:
        """A template under overrides/, filled in.

        Raises Stop when the template is missing or asks for something that is not there.
        """
        try:
            return self._environment.get_template(template).render(**variables)
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise Stop(f"mallen overrides/{template}: {type(error).__name__}: {error}") from error

    def part(self, target: Entry | str, **variables: Any) -> Markup:
        """The part of an entry, without its heading: overrides/innehall/<typ>.html.

        `id#name` is one of its pieces with a page of its own; the template sees the name as `delen`.
        """
        id_, _, piece = (target.id if isinstance(target, Entry) else target).partition("#")
        entry = target if isinstance(target, Entry) else self.handbook[id_]
        if piece and piece not in entry.delsidor:
            raise Stop(f"{id_} har ingen del som heter ”{piece}”.")
        return Markup(self.draw(f"innehall/{entry.typ}.html", denna=entry, delen=piece, **variables))

    def has_part(self, kind: type[Entry]) -> bool:
        """Whether entries of a type can be drawn."""
        return f"innehall/{kind.typ}.html" in self._environment.list_templates()

    def report(self, name: str) -> Markup:
        """Something told of the whole handbook: overrides/innehall/rapport/<name>.html."""
        told = REPORTS[name](self.handbook, self.settings.get("historik", {}))
        return Markup(self.draw(f"innehall/rapport/{name}.html", denna=told))

    def listing(self, name: str, entries: tuple[Entry, ...]) -> Markup:
        """Many entries: overrides/innehall/listor/<name>.html, else the common list."""
        names = [f"innehall/listor/{name}.html", "innehall/listor/alla.html"]
        template = self._environment.select_template(names)
        return Markup(template.render(poster=entries, typ=BY_NAME.get(name)))

    def link(self, target: Entry | str, text: str | None = None) -> Markup:
        """A link to an entry by its heading; plain text while the entry is only planned."""
        entry = target if isinstance(target, Entry) else self.handbook.entries.get(target)
        if entry is None:
            return escape(text or _planned_name(str(target)))
        words = text or swedish.name_of(entry, self.handbook)
        if isinstance(entry, Kalla) and entry.sprak != "sv" and not text:
            return Markup('<a href="{}{}" lang="{}">{}</a>').format(ID_SCHEME, entry.id, entry.sprak, words)
        return Markup('<a href="{}{}">{}</a>').format(ID_SCHEME, entry.id, words)


def _planned_name(id_: str) -> str:
    """Words for something that has no heading yet."""
    return id_.rpartition("/")[2].replace("-", " ").capitalize()


def _environment(overrides: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        datum=swedish.day, ar_manad=swedish.month, etikett=LABELS.__getitem__,
        ordning=swedish.sort_entries, antal=swedish.count, minuter=swedish.minutes, och=swedish.enumeration,
        straff=swedish.penalty, tal=swedish.number, forsta_meningen=first_sentence,
    )  # fmt: skip
    return environment
