"""The verb with a municipality's own edition: what the municipality writes is shown, and so are its mistakes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from serving.shown import PATIENCE, shown, wait_for
from support import PROJECT, small_project

pytestmark = pytest.mark.browser

COPIED = (
    "kontakt/nodnummer.yml",
    "kontakt/kvinnofridslinjen.yml",
    "kalla/polisen-manniskohandel.yml",
    "kalla/nck.yml",
    "kalla/nck-stodlinjer.yml",
)
"""What an edition leans on."""
COORDINATOR = """\
rubrik: Regionkoordinator Syd
polisregion: syd
lan: [lan/12]
vardkommun: kommun/1280
vag: [kontakt/nodnummer]
sakerhet: bekraftad
kallor: [kalla/stad-for-stad]
kontrollerad: 2026-11-21
"""
TABLES = {"lan.csv": "12,", "kommuner.csv": "1280,", "polisregioner.csv": "syd,"}
"""Tables of the geography, and the one row of each that is needed."""
CONTACT = """\
rubrik: Socialjouren i Exempelstad
slag: kommun
niva: lokal
uppgift: Tar emot akuta ärenden.
for_vem: [utsatt]
utanfor_oppettid: Ring nödnumret.
reserv: [kontakt/nodnummer]
lan: [lan/12]
sakerhet: bekraftad
kallor: [kalla/stad-for-stad]
kontrollerad: 2026-11-20
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    goal = small_project(tmp_path_factory.mktemp("visning av utgåva") / "på prov")
    (goal / "content" / "geografi").mkdir()
    for name, wanted in TABLES.items():
        head, *rows = (PROJECT / "content" / "geografi" / name).read_text(encoding="utf-8").splitlines()
        told = "\n".join([head, *(row for row in rows if row.startswith(wanted))])
        (goal / "content" / "geografi" / name).write_text(f"{told}\n", encoding="utf-8")
    for name in COPIED:
        (goal / "content" / name).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / "content" / name, goal / "content" / name)
    (goal / "content" / "regionkoordinator").mkdir()
    (goal / "content" / "regionkoordinator" / "syd.yml").write_text(COORDINATOR, encoding="utf-8")
    return goal


@pytest.fixture(scope="module")
def overlay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Far from the handbook, as a municipality keeps it: Exempelstad with one contact, no routine and no greeting."""
    folder = tmp_path_factory.mktemp("vårt arkiv") / "utgåva"
    (folder / "kontakt").mkdir(parents=True)
    own = PROJECT / "tests" / "lokalt" / "exempelstad"
    shutil.copy(own / "vapen.svg", folder)
    text = (own / "utgava.yml").read_text(encoding="utf-8")
    before, _, rest = text.partition("rutin:\n")
    (folder / "utgava.yml").write_text(before + rest[rest.index("tillganglighet:") :], encoding="utf-8")
    (folder / "kontakt" / "lokal-socialjouren.yml").write_text(CONTACT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def serving(project: Path, overlay: Path) -> Iterator[tuple[str, Path]]:
    with shown(project, "--local", str(overlay)) as found:
        yield found


def test_a_change_in_the_overlay_is_shown_and_a_mistake_told_and_mended(
    project: Path, overlay: Path, serving: tuple[str, Path], page: Page
) -> None:
    address, said = serving
    contact = overlay / "kontakt" / "lokal-socialjouren.yml"
    wait_for(said, r"Klart på ")
    page.goto(f"{address}kontakt/lokal-socialjouren.html")
    text, box = page.locator("main"), page.locator("#handbok-lage")
    expect(text).to_contain_text("Tar emot akuta ärenden.")
    expect(page.locator(".huvud__kommun")).to_have_text("Exempelstads kommun")

    contact.write_text(CONTACT.replace("akuta ärenden", "det som brådskar"), encoding="utf-8")
    expect(text).to_contain_text("Tar emot det som brådskar.", timeout=PATIENCE)

    contact.write_text(CONTACT.replace("uppgift:", "uppgfit:"), encoding="utf-8")
    expect(box).to_contain_text("fältet ”uppgfit” finns inte här. Menade du ”uppgift”?", timeout=PATIENCE)
    expect(text).to_contain_text("Tar emot det som brådskar.")
    wait_for(said, r"(?m)kontakt/lokal-socialjouren\.yml:4:1: fel: ")
    assert "Traceback" not in said.read_text(encoding="utf-8")

    contact.write_text(CONTACT, encoding="utf-8")
    expect(text).to_contain_text("Tar emot akuta ärenden.", timeout=PATIENCE)
    expect(box).to_have_count(0)

    contact.write_text(CONTACT.replace("rubrik: ", "rubrik: [\n"), encoding="utf-8")
    expect(box).to_contain_text("lokal-socialjouren.yml", timeout=PATIENCE)
    contact.write_text(CONTACT, encoding="utf-8")
    expect(box).to_have_count(0, timeout=PATIENCE)


def test_the_handbook_s_own_files_are_watched_too(
    project: Path, overlay: Path, serving: tuple[str, Path], page: Page
) -> None:
    address, said = serving
    wait_for(said, r"Klart på ")
    page.goto(f"{address}index.html")
    expect(page.locator("main")).to_contain_text("Välkommen.")
    (project / "docs" / "index.md").write_text("# Start\n\nVälkommen hit.\n", encoding="utf-8")
    expect(page.locator("main")).to_contain_text("Välkommen hit.", timeout=PATIENCE)
    style = project / "overrides" / "form" / "webb.css"
    style.write_text(style.read_text(encoding="utf-8") + "\nbody { outline: 5px solid red; }\n", encoding="utf-8")
    expect(page.locator("body")).to_have_css("outline-width", "5px", timeout=PATIENCE)
    settings = overlay / "utgava.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Exempelstads kommun\n", "Nya Exempelstads kommun\n", 1), encoding="utf-8")
    expect(page.locator(".huvud__kommun")).to_have_text("Nya Exempelstads kommun", timeout=PATIENCE)
