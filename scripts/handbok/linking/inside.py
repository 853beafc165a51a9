"""Links inside the built site: lychee judges files and anchors, we judge how tel and mailto are written."""

from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..model import Handbook
from ..problems import Place, Problem, Stop

RULE = "lank-i-webbplatsen"
_HREF = re.compile(r'\bhref="((?:tel|mailto):[^"]*)"')
_TEL = re.compile(r"tel:\+?[0-9]{3,15}")
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s?]+\.[a-zåäö]{2,}(\?[^\s]*)?")


@dataclass(frozen=True)
class Broken:
    """A link that leads nowhere: the page it is on, where it leads, and what to say."""

    page: str
    target: str
    message: str


def inside(site: Path, read: Callable[[], Handbook]) -> list[Problem]:
    """Every broken link of a built site, told at the content it comes from where that is known.

    `read` gives the handbook; it is read only when something is wrong.
    """
    if not (site / "index.html").is_file():
        raise Stop(f"I {site} finns ingen byggd webbplats. Kör python3 scripts/build.py först.")
    found = {*_lychee(site), *_forms(site)}
    handbook = read() if found else Handbook()
    return sorted({Problem(_place(one.page, one.target, handbook), RULE, one.message) for one in found})


def _lychee(site: Path) -> Iterator[Broken]:
    """What lychee finds: files and anchors that are not there."""
    program = Path(sysconfig.get_path("scripts")) / "lychee"
    if not program.is_file():
        raise Stop("Programmet lychee saknas. Kör python3 scripts/test.py en gång; det hämtas med testerna.")
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--root-dir", str(site)]
    command = [str(program), *options, "--", str(site / "**" / "*.html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=site)
    try:
        told = json.loads(done.stdout)
    except ValueError:
        raise Stop(f"lychee gick inte att köra: {done.stderr.strip() or done.stdout.strip()}") from None
    for page, faults in told["error_map"].items():
        for fault in faults:
            target = _target(str(fault["url"]), site)
            message = f"sidan {_name(page, site)} länkar till {target}, som inte finns"
            yield Broken(_name(page, site), target, message)


def _target(address: str, site: Path) -> str:
    path = unquote(urlsplit(address).path)
    mark = urlsplit(address).fragment
    return _name(path, site) + (f"#{unquote(mark)}" if mark else "")


def _name(path: str, site: Path) -> str:
    try:
        return Path(path).resolve().relative_to(site.resolve()).as_posix()
    except ValueError:
        return path


def _forms(site: Path) -> Iterator[Broken]:
    """Numbers and addresses that a telephone or a mail program would not understand."""
    for path in sorted(site.rglob("*.html")):
        for address in _HREF.findall(path.read_text(encoding="utf-8")):
            plain = unquote(address.replace("&amp;", "&"))
            if not (_TEL if plain.startswith("tel:") else _MAIL).fullmatch(plain):
                page = path.relative_to(site).as_posix()
                shape = "tel:020505050" if plain.startswith("tel:") else "mailto:namn@exempel.se"
                message = f"sidan {page} har länken ”{plain}”, som ska se ut som {shape}"
                yield Broken(page, plain.partition(":")[2], message)


def _place(page: str, target: str, handbook: Handbook) -> Place:
    """Where the link stands in content: the entry or page of prose that a page comes from, at the line if found."""
    id_ = page.removesuffix(".html")
    at = handbook.at(id_)
    files = [at[0].marks.file] if at else [entry.marks.file for entry in handbook if entry.sida == id_]
    files += [prose.file for prose in handbook.pages if prose.address == id_]
    wanted = re.escape(target.partition("#")[0].removesuffix(".html"))
    for name in files:
        path = Path(name)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.is_file() else (), 1):
            if re.search(rf"{wanted}\b", line):
                return Place(name, number)
    return Place(files[0] if files else f"site/{page}")
