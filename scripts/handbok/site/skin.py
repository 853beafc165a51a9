"""What MkDocs calls: the macros and the hooks. Nothing here decides what a page looks like."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..model import BY_NAME, REPORTS, Entry
from ..problems import Stop
from ..rendering import swedish
from . import edition, wayfinding
from .about import ABOUT, about_pages
from .assets import assets
from .choosing import chosen
from .dating import day_of_content
from .finishing import fill_slots, finish
from .keeping import Keeping, anchors
from .leaving import offers_a_way_out
from .making import made_files
from .pages import pages, redirect
from .stylesheet import bundle

UNUSED = ("tryck/", "assets/", "skript/sokmotor/")
"""Folders that no page asks for anything: style sheets of print, the theme's own scripts and style sheets, and the
parts of the search's engine, which come as one file."""

_keeping = Keeping()


def define_env(env: Any) -> None:
    """Give pages their two macros."""
    env.macro(visa)
    env.macro(lista)


def visa(id_: str) -> Markup:
    """One thing, drawn by the part of its type; or a report on the whole handbook."""
    now = edition.current()
    if id_ in ABOUT:
        return _keeping.keep(Markup(now.renderer.draw(f"{id_}.html")), "visa", id_)
    if id_.partition("#")[0] not in now.handbook and id_ not in REPORTS:
        return edition.fail(f"visa('{id_}'): ”{id_}” finns inte eller är ett utkast.")
    try:
        report = id_.removeprefix("rapport/") if id_ in REPORTS else None
        drawn = now.renderer.report(report) if report else now.renderer.part(id_)
        return _keeping.keep(drawn, "visa", id_)
    except Stop as stop:
        return edition.fail(f"{id_}: {stop}")


def lista(typ: str, som: str = "", **where: str) -> Markup:
    """Many things of a type, or of every type (`allt`).

    `lista('ovning', steg='steg/…')` only those whose field has that value; `lista('kontakt', som='kontroll')` in a way
    of its own, overrides/innehall/listor/kontroll.html.
    """
    now = edition.current()
    drawn = now.renderer.listing(som or typ, chosen(now.handbook, typ, where))
    return _keeping.keep(drawn, "lista", typ, som, *(f"{name}={value}" for name, value in where.items()))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """MkDocs makes a sitemap with today's date on every page, or an empty one; ours says what is known."""
    config.theme.static_templates.discard(wayfinding.SITEMAP)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Feed in what is made and the files from packages; leave out print style sheets and what the theme brings."""
    now = edition.current()
    _keeping.fetched, _keeping.marked = True, now.mother
    for path, markdown in about_pages(now.mother):
        files.append(File.generated(config, path, content=markdown))
    for page in pages(now.handbook):
        files.append(File.generated(config, page.path, content=page.markdown))
    for old, new in now.handbook.moved.items():
        files.append(File.generated(config, f"{old}.html", content=redirect(old, new, now.handbook)))
    for path, content in (*now.search, *made_files(now.handbook, now.project, now.renderer.settings)):
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
    for target, source in assets(now.project):
        files.append(File.generated(config, target, abs_src_path=str(source)))
    sheets = tuple(config.extra_css)
    address, text = bundle(now.project / "overrides" / sheet for sheet in sheets)
    files.append(File.generated(config, address, content=text))
    config.extra_css = [address]
    for file in [file for file in files if file.src_uri.startswith(UNUSED) or file.src_uri in sheets]:
        files.remove(file)
    return files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Tell every template, that of the 404 page too, of the edition."""
    env.auto_reload = False
    now = edition.current()
    day = day_of_content(now.handbook)
    env.globals.update(utgava=now.renderer.settings, innehallets_dag=day, har_utgang=offers_a_way_out)
    env.filters["datum"] = swedish.day
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page the parts that its macros drew."""
    whole = _keeping.give_back(html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(whole)
    return whole


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Tell templates which entry a page shows, or which piece of it, and where in the menu it stands."""
    handbook = edition.current().handbook
    entry, piece = handbook.at(page.file.src_uri.removesuffix(".md")) or (None, "")
    context["post"] = entry
    context["delen"] = piece
    context["hem"] = _home(page, entry, nav)
    context["handbok"] = handbook
    context["typer"] = BY_NAME
    return context


def _home(page: Page, entry: Entry | None, nav: Navigation) -> Page | None:
    """The page of the menu that a page stands at: itself when it has a place of its own, else its type's index."""
    if entry is None or page in nav.pages:
        return page
    return next((other for other in nav.pages if other.url == f"{entry.oversikt}.html"), None)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish the page."""
    return _finished(output, page.file.dest_uri, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the 404 page, which is no page to MkDocs."""
    return _finished(output_content, template_name, config) if template_name.endswith(".html") else output_content


def _finished(html: str, address: str, config: MkDocsConfig) -> str:
    """The finished page; the files that its inline scripts and styles became are written at once."""
    now = edition.current()
    whole = html if now.mother else fill_slots(html, now.slot)
    done = finish(whole, address, now.handbook, now.glossary)
    for path, text in done.files.items():
        goal = Path(config.site_dir) / path
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_text(text, encoding="utf-8", newline="\n")
    return done.html
