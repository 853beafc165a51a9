"""What MkDocs calls: the macros and the hooks. Nothing here decides what a page looks like."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from ..model import BY_NAME, EVERYTHING, REPORTS, Entry
from ..problems import Stop
from . import edition, wayfinding
from .assets import assets
from .finishing import finish
from .keeping import Keeping, anchors
from .making import made_files
from .pages import pages, redirect

_keeping = Keeping()


def define_env(env: Any) -> None:
    """Give pages their two macros."""
    env.macro(visa)
    env.macro(lista)


def visa(id_: str) -> Markup:
    """One thing, drawn by the part of its type; or a report on the whole handbook."""
    now = edition.current()
    if id_ not in now.handbook and id_ not in REPORTS:
        return edition.fail(f"visa('{id_}'): ”{id_}” finns inte eller är ett utkast.")
    try:
        report = id_.removeprefix("rapport/") if id_ in REPORTS else None
        return _keeping.keep(now.renderer.report(report) if report else now.renderer.part(id_))
    except Stop as stop:
        return edition.fail(f"{id_}: {stop}")


def lista(typ: str, som: str = "", **where: str) -> Markup:
    """Many things of a type, or of every type (`allt`).

    `lista('ovning', steg='steg/…')` only those whose field has that value; `lista('kontakt', som='kontroll')` in a way
    of its own, overrides/innehall/listor/kontroll.html.
    """
    now = edition.current()
    chosen = tuple(now.handbook) if typ == EVERYTHING else now.handbook.all(BY_NAME[typ])
    chosen = tuple(entry for entry in chosen if _matches(entry, where))
    return _keeping.keep(now.renderer.listing(som or typ, chosen))


def _matches(entry: Entry, where: dict[str, str]) -> bool:
    return all(str(getattr(entry, name)) == value for name, value in where.items())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """MkDocs makes a sitemap with today's date on every page, or an empty one; ours says what is known."""
    config.theme.static_templates.discard(wayfinding.SITEMAP)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Feed in what is made and the files from packages; leave the print style sheets out of the site."""
    now = edition.current()
    _keeping.fetched = True
    for page in pages(now.handbook):
        files.append(File.generated(config, page.path, content=page.markdown))
    for old, new in now.handbook.moved.items():
        files.append(File.generated(config, f"{old}.html", content=redirect(old, new, now.handbook)))
    for path, content in made_files(now.handbook, now.project, now.renderer.settings):
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
    for target, source in assets(now.project):
        files.append(File.generated(config, target, abs_src_path=str(source)))
    for file in [file for file in files if file.src_uri.startswith("tryck/")]:
        files.remove(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page the parts that its macros drew."""
    whole = _keeping.give_back(html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(whole)
    return whole


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Tell templates which entry a page shows."""
    handbook = edition.current().handbook
    context["post"] = handbook.entries.get(page.file.src_uri.removesuffix(".md"))
    context["handbok"] = handbook
    context["typer"] = BY_NAME
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Finish the page."""
    now = edition.current()
    return finish(output, page.file.dest_uri, now.handbook, now.glossary)
