"""Several editions in one run: Exempelstad whole, a real municipality by public facts only, and one that cannot be."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from editions.made import NAME, Editions
from handbok.editions.command import tasks_of
from handbok.editions.kit import ADDRESS
from handbok.local import load_overlay
from handbok.model import Handbook, texts
from handbok.orders import read_editions
from handbok.site.worker import revision as revision_of
from local.overlays import EXEMPELSTAD, changed, copied
from support import EPOCH, PROJECT, run_verb

LEFT_OPEN = ("<!-- utgava:", "<!-- visar", "<!-- /visar", "Utgavansrubrik", "Utgavansbeskrivning", ADDRESS)


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def page(editions: Editions, edition: str, name: str) -> str:
    return (editions.out / edition / name).read_text(encoding="utf-8")


def test_one_that_fails_does_not_stop_the_others(editions: Editions) -> None:
    assert editions.code == 1
    assert "Klart: 2 av 3 utgåvor byggda. 1 föll." in editions.output
    assert sorted(path.name for path in editions.out.iterdir() if not path.name.startswith(".")) == [
        "exempelstad",
        "helsingborg",
        "tom",
    ]


def test_one_with_an_empty_statement_is_not_built_and_says_why(editions: Editions) -> None:
    assert "fältet ”forenlighet” är tomt: Om webbplatsen är förenlig med lagen [tomt-falt]" in editions.output
    assert "tom: INTE byggd" in editions.output
    assert [name for name, _ in files(editions.out / "tom")] == ["bygge.json"]
    assert "gammal" in page(editions, "tom", "bygge.json")


@pytest.mark.parametrize("edition", ["exempelstad", "helsingborg"])
def test_nothing_is_left_open(edition: str, editions: Editions) -> None:
    found = [
        (name, mark)
        for name, content in files(editions.out / edition)
        for mark in LEFT_OPEN
        if mark.encode() in content
    ]
    assert found == []


@pytest.mark.parametrize(("edition", "name"), [("exempelstad", "Exempelstads kommun"), ("helsingborg", NAME)])
def test_every_page_names_its_municipality(edition: str, name: str, editions: Editions) -> None:
    pages = [(path, content.decode()) for path, content in files(editions.out / edition) if path.endswith(".html")]
    shells = [(path, html) for path, html in pages if 'class="fot"' in html]
    assert len(shells) > 800
    for path, html in shells:
        assert f'<span class="huvud__kommun">{name}</span>' in html, path
        assert re.search(rf"<title>[^<]*{name}</title>", html), path
        assert "om/tillganglighet.html" in html or path.startswith("om/"), path
    assert json.loads(page(editions, edition, "bygge.json"))["sidor"] == len(pages)


def test_no_word_of_one_edition_is_in_another(editions: Editions, handbook: Handbook) -> None:
    """Every text that only one overlay has is looked for in the other edition, and in its own to prove the look."""
    both = {name: overlay_texts(editions.overlays / name, handbook) for name in ("exempelstad", "helsingborg")}
    for one, other in (("exempelstad", "helsingborg"), ("helsingborg", "exempelstad")):
        own = both[one] - both[other]
        assert len(own) > 5
        whole = "\n".join(text for _, text in readable(editions.out / other))
        plain = "\n".join(text for entry in handbook for _, text in texts(entry))
        assert [text for text in own if text in whole and text not in plain and text not in NAME] == []
        here = "\n".join(text for _, text in readable(editions.out / one))
        assert [text for text in own if text in here]


def overlay_texts(folder: Path, handbook: Handbook) -> set[str]:
    """What an overlay says that is long enough to be its own; ids of the handbook are everybody's."""
    overlay, _ = load_overlay(folder, handbook)
    assert overlay.utgava
    every = [text for entry in (overlay.utgava, *overlay.entries.values()) for _, text in texts(entry)]
    return {text for text in every if len(text) > 7 and not re.fullmatch(r"[\d-]+", text)}


def readable(folder: Path) -> Iterator[tuple[str, str]]:
    for name, content in files(folder):
        if Path(name).suffix in {".html", ".js", ".json", ".csv", ".vcf", ".xml", ".txt", ".css", ".ics"}:
            yield name, content.decode()


def test_the_law_s_pages_say_what_the_overlay_says(editions: Editions) -> None:
    statement = page(editions, "exempelstad", "om/tillganglighet.html")
    for words in (
        "delvis förenlig",
        "Bladen som Wordfiler är inte prövade med skärmläsare.",
        "omfattas av lagen",
        "9 § lagen om tillgänglighet",
        "1 oktober 2026",
        "mailto:tillganglighet@exempelstad.se",
        "fem arbetsdagar",
        "https://www.digg.se/tdosanmalan",
        "Självskattning av tio sidor",
        "axe-core",
    ):
        assert words in statement, words
    assert 'datetime="2027-10-01" data-ses-over' in statement
    privacy = page(editions, "exempelstad", "om/personuppgifter.html")
    assert "30 dagar" in privacy
    assert "dataskyddsombud@exempelstad.se" in privacy
    assert "skriver inga loggar med ip-adresser" in page(editions, "helsingborg", "om/personuppgifter.html")
    about = page(editions, "exempelstad", "om/utgavan.html")
    for words in (
        "Handboken version",
        "Provring kedjan",
        "Flödesschema för ärenden",
        "Vår väg i Exempelstad",
        "Kommunpolis",
    ):
        assert words in about, words


def test_own_pages_and_contacts_are_where_readers_look(editions: Editions) -> None:
    assert "070-174 06 13" in page(editions, "exempelstad", "kontakt/lokal-socialjouren.html")
    assert "Socialjouren i Exempelstad" in page(editions, "exempelstad", "kontakt/index.html")
    assert "Provring kedjan" in page(editions, "exempelstad", "ovning/index.html")
    assert "klockan två på natten" in page(editions, "exempelstad", "lokalt/var-vag.html")
    start = page(editions, "exempelstad", "index.html")
    assert "Exempelstad började 2025" in start
    assert 'href="tel:0701740611"' in start
    search = page(editions, "exempelstad", "skript/sokposter.js")
    assert "kontakt/lokal-socialjouren" in search
    assert "lokalt/var-vag" in search
    assert "lokal-socialjouren" in page(editions, "exempelstad", "data/kontakt.json")


def test_the_day_of_the_plan_is_the_municipality_s(editions: Editions) -> None:
    plan = page(editions, "exempelstad", "tidsplan/index.html") + "".join(
        html for name, html in readable(editions.out / "exempelstad") if name.startswith("tidsplan/")
    )
    assert "februari 2027" in plan
    assert "februari 2027" not in "".join(
        html for name, html in readable(editions.out / "helsingborg") if name.startswith("tidsplan/")
    )


def test_addresses_are_the_edition_s(editions: Editions) -> None:
    assert "<loc>https://handbok.exempelstad.se/kontakt/lokal-socialjouren.html</loc>" in page(
        editions, "exempelstad", "sitemap.xml"
    )
    security = page(editions, "helsingborg", ".well-known/security.txt")
    assert "Contact: mailto:sakerhet@example.se" in security
    assert "Canonical: https://stadforstad.example.se/handbok/.well-known/security.txt" in security
    assert 'href="/handbok/form/' in page(editions, "helsingborg", "404.html")
    assert 'href="/form/' in page(editions, "exempelstad", "404.html")


def test_colour_and_logotype(editions: Editions) -> None:
    assert "--farg-accent: #7a2a5c" in page(editions, "exempelstad", "form/utgava.css")
    assert "form/utgava.css" not in page(editions, "helsingborg", "index.html")
    assert (editions.out / "exempelstad" / "form" / "utgava-logotyp.svg").read_bytes() == (
        EXEMPELSTAD / "vapen.svg"
    ).read_bytes()


def test_what_is_alike_is_linked(editions: Editions) -> None:
    fonts = [name for name, _ in files(editions.out / "exempelstad") if name.endswith(".woff2")]
    assert fonts
    for name in fonts:
        one, other = (editions.out / edition / name for edition in ("exempelstad", "helsingborg"))
        assert one.samefile(other)


def test_the_copy_for_devices_holds_the_edition_s_own_files(editions: Editions) -> None:
    folder = editions.out / "exempelstad"
    rows = dict(re.findall(r'\{url:"([^"]*)",revision:"([0-9a-f]{32})"\}', page(editions, "exempelstad", "sw.js")))
    assert "kontakt/lokal-socialjouren.html" in rows
    assert "utgava/skal.html" not in rows
    for url, revision in rows.items():
        assert revision_of((folder / url).read_bytes()) == revision, url
    assert json.loads(page(editions, "exempelstad", "kopia.json"))["filer"] == len(rows)
    assert "Exempelstads kommun" in page(editions, "exempelstad", "handbok.webmanifest")
    assert "Exempelstads kommun" not in page(editions, "helsingborg", "handbok.webmanifest")


def test_links_lead_somewhere(editions: Editions) -> None:
    folder = editions.out / "exempelstad"
    for name, html in readable(folder):
        if name.endswith(".html") and name != "404.html":
            for target in re.findall(r'(?:href|src)="([^":#?]+)(?=["#?])', html):
                goal = os.path.normpath(folder / Path(name).parent / target)
                assert Path(goal).exists(), (name, target)


def whole(folder: Path) -> bool:
    """Whether every page that the build's own note counts is there."""
    note = json.loads((folder / "bygge.json").read_text(encoding="utf-8"))
    return int(note["sidor"]) == sum(1 for _ in folder.rglob("*.html"))


def test_a_killed_run_leaves_every_old_edition_whole(editions: Editions, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    for name in ("exempelstad", "helsingborg"):
        shutil.copytree(editions.out / name, out / name)
        (out / name / "gammal.txt").write_text("ja", encoding="utf-8")
    command = [sys.executable, str(PROJECT / "scripts" / "build.py"), "--no-pdf", "--all-in", str(editions.overlays)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [*command, "--out", str(out), "--today", "2026-11-21"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
        cwd=PROJECT,
        start_new_session=True,
    )
    assert process.stdout
    for line in process.stdout:
        if "Gör utgåvorna" in line:
            break
    time.sleep(3)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    for name in ("exempelstad", "helsingborg"):
        assert whole(out / name) or (out / name / "gammal.txt").exists()
        assert (out / name / "index.html").exists()
    assert any((out / name / "gammal.txt").exists() for name in ("exempelstad", "helsingborg"))


@pytest.mark.parametrize("parts", [1, 3, 10])
def test_every_edition_is_in_one_shard_and_only_one(parts: int, tmp_path: Path) -> None:
    names = {f"kommun{number}" for number in range(7)}
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "utgava.yml").touch()
    made: list[str] = []
    for part in range(1, parts + 1):
        asked = read_editions(["--all-in", str(tmp_path), "--shard", f"{part}/{parts}"])
        assert asked
        made += [task.goal.name for task in tasks_of(asked)]
    assert sorted(made) == sorted(names)


@pytest.mark.parametrize("shard", ["0/3", "4/3", "3", "a/b", "1/0"])
def test_a_shard_that_is_none_is_told(shard: str, tmp_path: Path) -> None:
    done = run_verb("build", "--all-in", str(tmp_path), "--shard", shard)
    assert done.returncode == 2
    assert f"”{shard}” är ingen del; skriv den som 3/10" in done.stderr


def test_choices_that_do_not_go_together_are_refused() -> None:
    done = run_verb("build", "--local", str(EXEMPELSTAD), "--site-url", "https://exempelstad.se/")
    assert done.returncode == 2
    assert "Adressen och startmånaden står i utgava.yml" in done.stdout


def test_a_folder_without_an_overlay_is_refused(tmp_path: Path) -> None:
    done = run_verb("build", "--all-in", str(tmp_path))
    assert done.returncode == 2
    assert "har ingen mapp med en utgava.yml i sig" in done.stdout
    changed(copied(tmp_path / "x"), "kommunnamn", "kommunnamn")
