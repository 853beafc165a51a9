"""The verb `release`: see that it may be made, make it beside, put it in place."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..building import build, server_folder
from ..changes.history import as_json, history, kept_shares
from ..checking import PROJECT, read_and_check
from ..orders import Order, web_address
from ..placement import MARK, put_in_place, workshop
from ..problems import Stop
from ..progress import Progress
from ..setup.stamp import Level
from .archives import Member, folder, source, write_sums, write_zip
from .bundle import fetch, kind_of_machine
from .facts import Release, hindrances, release_of
from .notes import notes
from .parts import parts_list


@dataclass(frozen=True)
class Wish:
    """What is to be in the release, and where it is to lie."""

    out: Path
    site_url: str | None
    pdf: bool
    bundle: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; 0 made, 1 something stands in the way. Raises Stop when there is no way to go on."""
    options = _parser().parse_args(arguments)
    progress = Progress()
    if not options.prov and not (options.pdf and options.bundle):
        raise Stop("En utgåva har både blad och paket. Utelämna dem bara i ett prov, med --prov.")
    release = release_of(PROJECT, options.prov)
    with progress.stage("Ser efter vad som står i vägen"):
        found = hindrances(release, *read_and_check(PROJECT / "content", PROJECT / "docs"))
    if found:
        progress.say("\n".join(f"fel: {hindrance}" for hindrance in found))
        progress.say("Ingen utgåva gjordes.")
        return 1
    os.environ["SOURCE_DATE_EPOCH"] = str(release.moment)
    out = (options.out / release.name).resolve()
    make(release, Wish(out, options.site_url, options.pdf, options.bundle), progress)
    progress.say(f"Klart: {release.name} i {out}. Pröva den med: sha256sum --check SHA256SUMS")
    return 0


def make(release: Release, wish: Wish, progress: Progress) -> None:
    """All files of a release, made beside and put in place whole; an earlier one stays until then."""
    with workshop(wish.out) as place, TemporaryDirectory(prefix="handbok-utgava-") as temporary:
        site = Path(temporary) / "site"
        packages: Mapping[Level, Path] = {}
        if wish.bundle:
            with progress.stage("Hämtar paketen"):
                packages = fetch()
        order = Order(site, wish.site_url, wish.pdf, None, books=True, compress=True, server_files=True)
        if build(order, progress) is None:
            raise Stop("Webbplatsen gick inte att bygga; felen står ovan. Ingen utgåva gjordes.")
        with progress.stage("Skriver arkiven"):
            write_archives(release, site, packages, place)
            _papers(release, place)
            write_sums(place)
            put_in_place(place, wish.out)


def write_archives(release: Release, site: Path, packages: Mapping[Level, Path], place: Path) -> None:
    """Every zip file of a release; sheets only where some were printed."""
    write_zip(place / f"{release.name}-kallkod.zip", source(release, _history(release)), release.moment)
    write_zip(place / f"{release.name}-webbplats.zip", _site(release, site), release.moment)
    if any((site / "utskrift").glob("*.pdf")):
        sheets = folder(site / "utskrift", f"{release.name}-blad")
        plain = (member for member in sheets if not member.name.endswith((".gz", ".br")))
        write_zip(place / f"{release.name}-blad.zip", plain, release.moment)
    for level, path in packages.items():
        name = f"{release.name}-paket-{level}-{kind_of_machine()}.zip"
        write_zip(place / name, folder(path, f"{release.name}/paket"), release.moment)


def _site(release: Release, site: Path) -> Iterator[Member]:
    """The site, the servers' files beside it, and web.config where IIS looks for it."""
    top = f"{release.name}-webbplats"
    drift = server_folder(site)
    yield from folder(site, f"{top}/site")
    yield Member(f"{top}/site/web.config", drift / "web.config")
    yield from (member for member in folder(drift, f"{top}/drift") if not member.name.endswith(MARK))


def _papers(release: Release, place: Path) -> None:
    """The texts that lie beside the archives."""
    texts = {
        f"{release.name}-ANDRINGAR.md": notes(release.project / "CHANGELOG.md", release.version, release.trial),
        f"{release.name}-sbom.cdx.json": parts_list(release),
        MARK: json.dumps(_facts(release), indent=1) + "\n",
    }
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8", newline="\n")


def _facts(release: Release) -> dict[str, str | int]:
    """Which version this is, at which commit."""
    return {"version": release.version, "incheckning": release.commit, "tid": release.moment}


def _history(release: Release) -> bytes:
    """What git would tell, for a source without git: with it the source builds the very site of the release."""
    return as_json(history(release.project), kept_shares(release.project), **_facts(release)).encode()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="release.py",
        description="Gör en utgåva: källkod, webbplats, blad, paket, komponentlista, anteckningar och kontrollsummor.",
        add_help=False,
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--out", type=Path, default=PROJECT / "utgava", metavar="MAPP", help="mappen där utgåvans mapp läggs (utgava)")
    add("--site-url", type=web_address, default=None, metavar="ADRESS", help="adressen där webbplatsen ska ligga")
    add("--prov", action="store_true", help="gör ett prov: planerat och anteckningar behöver inte vara klara")
    add("--no-pdf", action="store_false", dest="pdf", help="i ett prov: utan blad")
    add("--no-bundle", action="store_false", dest="bundle", help="i ett prov: utan paketen")
    return parser
