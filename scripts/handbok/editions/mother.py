"""One build of everything, with places left open for what an edition says of itself. It is never published."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..checking import PROJECT
from ..model import Handbook
from ..orders import Order
from ..presses import print_all, write_survey
from ..problems import Problem
from ..progress import Progress
from .kit import ADDRESS, EXIT, NAME, Kit

TEXTS = (".xml", ".json", ".csv", ".ics", ".txt", ".js", ".vcf", ".webmanifest", ".svg", ".css")
"""Endings of files that may name the address of the site."""


def make_mother(handbook: Handbook, order: Order, folder: Path, progress: Progress) -> tuple[Kit | None, list[Problem]]:
    """Build the mother into a folder; the kit to make editions with, or what kept a sheet from being printed.

    Her sheets only hold places for municipality and address: both are put on afterwards.
    """
    from ..searching.extending import known
    from ..site import edition
    from ..site.making import prose
    from ..site.pages import address

    plain = replace(order, site_url=None)
    published = handbook.published()
    prints, faults = print_all(published, plain, folder / "utskrift", progress, (ADDRESS, NAME))
    if faults:
        return None, faults
    write_survey(published, folder, NAME)
    _site(handbook, {**plain.settings, **prints}, folder, progress)
    with progress.stage("Läser in sökningen"):
        search = known(published, prose(PROJECT / "docs"), lambda id_: address(id_, published))
    pages, addressed = _listed(folder)
    kit = Kit(
        mother=folder,
        handbook=published,
        search=search,
        prints=prints,
        pages=pages,
        addressed=addressed,
        epoch=int(os.environ["SOURCE_DATE_EPOCH"]),
        pdf=order.pdf,
        facts=edition.facts_of(PROJECT),
        compress=order.compress,
        server_files=order.server_files,
        zip=order.zip,
    )
    return kit, []


def _site(handbook: Handbook, settings: Mapping[str, Any], folder: Path, progress: Progress) -> None:
    """Her pages, and what lets a reader keep them."""
    from ..site import edition
    from ..site.dating import day_of_content
    from ..site.generator import run_mkdocs
    from ..site.offline import write_offline

    with progress.stage("Bygger sidorna, gemensamt"):
        edition.begin(handbook, {**settings, "moder": True, "adress": ADDRESS, "utgang": EXIT})
        run_mkdocs(PROJECT / "mkdocs.yml", folder, ADDRESS)
    with progress.stage("Gör kopian för läsning utan nät"):
        write_offline(folder, PROJECT, settings["namn"], day_of_content(handbook.published()))


def _listed(folder: Path) -> tuple[tuple[str, ...], frozenset[str]]:
    """Her pages, and her other files that name the address."""
    files = [(path, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*")) if path.is_file()]
    marks = (ADDRESS.encode(), EXIT.encode())
    pages = tuple(name for path, name in files if path.suffix == ".html")
    named = {name for path, name in files if path.suffix in TEXTS and any(mark in path.read_bytes() for mark in marks)}
    return pages, frozenset(named)
