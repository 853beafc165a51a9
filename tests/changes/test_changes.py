from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from handbok.changes.history import NEW, Event, as_json, history, kept_shares
from handbok.changes.penalties import scale
from handbok.changes.shares import Point
from handbok.changes.words import differences
from handbok.impacting import main
from handbok.impacting.command import Wish, impact
from handbok.model import Handbook
from handbok.problems import Stop
from handbok.rendering import Renderer
from support import PROJECT, TODAY

WISH = Wish(TODAY)
KEPT = Path(__file__).parent / "rapport.md"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Prov", "-c", "user.email=prov@exempel.se", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


PARAGRAPH = """\
forfattning: pal
paragraf: "3"
etikett: Samverkan
betydelse: Myndigheter ska samverka när ett barn far illa, och de ska göra det utan dröjsmål och utan att någon hindrar.
straff:
  - boter: nej
    min_manader: 0
    max_manader: 24
textens_datum: 2026-04-27
sakerhet: bekraftad
lank: https://rkrattsbaser.gov.se/sfst?bet=2020:1
kallor:
  - kalla/ratt
kontrollerad: 2026-05-02
"""
ACT = """\
rubrik: Påhittade lagen
kortnamn: PåL
slag: lag
nummer: 2020:1
betydelse: Säger vad som gäller.
sakerhet: bekraftad
lank: https://rkrattsbaser.gov.se/sfst?bet=2020:1
kallor:
  - kalla/ratt
kontrollerad: 2026-05-02
"""
TERM = "rubrik: {}\nforklaring: {}\nkallor:\n  - kalla/ratt\nkontrollerad: 2026-05-02\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A made-up handbook with a main branch, and a branch on which a paragraph, a term and a page have changed."""
    root = tmp_path / "arkiv"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch", "main")
    put(root, "content/forfattning/pal.yml", ACT)
    put(root, "content/lagrum/pal-3.yml", PARAGRAPH)
    put(root, "content/kalla/ratt.yml", "rubrik: Rätt\nslag: lagtext\nutgivare: Exempelstad\n")
    put(root, "content/begrepp/samverkan.yml", TERM.format("Samverkan", "Att arbeta ihop enligt 3 § PåL."))
    put(root, "content/begrepp/bortglomd.yml", TERM.format("Bortglömd", "Något som tas bort."))
    put(root, "docs/index.md", "# Start\n\n{{ visa('begrepp/samverkan') }}\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "början")
    git(root, "switch", "--quiet", "--create", "ny")
    changed = PARAGRAPH.replace("2026-05-02", "2026-11-21").replace("min_manader: 0", "min_manader: 6")
    put(root, "content/lagrum/pal-3.yml", changed.replace("24", "48").replace("utan dröjsmål", "skyndsamt"))
    put(root, "content/forfattning/pal.yml", ACT.replace("kallor:\n  - kalla/ratt", "kallor: [kalla/ratt]"))
    put(root, "content/begrepp/ny.yml", TERM.format("Ny", "Se [bortglömd](begrepp/bortglomd)."))
    (root / "content/begrepp/bortglomd.yml").unlink()
    put(root, "docs/ny.md", "# Ny\n")
    git(root, "add", "docs")
    return root


def test_the_report_is_the_kept_one(repository: Path, request: pytest.FixtureRequest) -> None:
    report = impact(repository, "main", WISH)
    if request.config.getoption("--update"):
        KEPT.write_text(report, encoding="utf-8")
    assert report == KEPT.read_text(encoding="utf-8")


def test_what_is_only_written_otherwise_is_no_change(repository: Path) -> None:
    assert "forfattning/pal`" not in impact(repository, "main", WISH).split("<details>")[0]


def test_committed_or_not_makes_no_difference(repository: Path) -> None:
    before = impact(repository, "main", WISH)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "mer")
    assert impact(repository, "main", WISH) == before


def test_nothing_changed_is_said(repository: Path) -> None:
    git(repository, "stash", "--include-untracked", "--quiet")
    assert "Inget i innehållet" in impact(repository, "main", WISH)


def test_an_unknown_base_is_wrong_use(repository: Path) -> None:
    with pytest.raises(Stop, match="”finns-inte” är ingen version"):
        impact(repository, "finns-inte", WISH)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a": "1"}, {"a": "1 "}, []),
        ({"kontrollerad": "2026-05-02"}, {"kontrollerad": "2026-11-21"}, ["kontrollerad 2026-05-02 → 2026-11-21"]),
        ({"lydelse": {"sfs": "2025:1"}}, {"lydelse": {"sfs": "2026:2"}}, ["lydelse, sfs 2025:1 → 2026:2"]),
        ({"k": ["a", "b"]}, {"k": ["b", "c"]}, ["k borttaget: a", "k lagt till: c"]),
        ({"k": ["a", "b"]}, {"k": ["b", "a"]}, ["k i ny ordning"]),
        ({}, {"barn": "Anmäl genast"}, ["barn lagt till: ”Anmäl genast”"]),
        ({"barn": "Anmäl"}, {}, ["barn borttaget: Anmäl"]),
        (
            {"straff": [{"min_manader": "0", "max_manader": "24"}]},
            {"straff": [{"min_manader": "6", "max_manader": "48"}]},
            ["straffskala högst 2 år → 6 mån–4 år"],
        ),
        (None, {"a": "1"}, ["filen gick inte att läsa i en av versionerna"]),
    ],
)
def test_differences_in_words(before: object, after: object, told: list[str]) -> None:
    assert differences(before, after) == told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"boter": "ja"}, "böter"),
        ({"boter": "ja", "max_manader": "6"}, "böter–6 mån"),
        ({"min_manader": "24", "livstid": "ja"}, "2 år–livstid"),
        ({}, "okänd skala"),
    ],
)
def test_scales_in_words(value: dict[str, str], words: str) -> None:
    assert scale(value) == words


def test_history_tells_each_change_and_leaves_out_form(repository: Path) -> None:
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "ändrat")
    text = (repository / "content/lagrum/pal-3.yml").read_text(encoding="utf-8")
    put(repository, "content/lagrum/pal-3.yml", text.replace("kallor:\n  - kalla/ratt", "kallor: [kalla/ratt]"))
    git(repository, "commit", "--quiet", "--all", "--message", "bara form")
    events = history(repository)["lagrum/pal-3"]
    assert len(events) == 2
    assert events[1].vad == (NEW,)
    assert "straffskala högst 2 år → 6 mån–4 år" in events[0].vad


def test_history_comes_from_the_file_where_there_is_no_git(repository: Path, tmp_path: Path) -> None:
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "ändrat")
    assert main(["--history", "--root", str(repository)]) == 0
    bare = tmp_path / "utan-git"
    bare.mkdir()
    assert history(bare) == {}
    shutil.copy(repository / "historik.json", bare)
    assert history(bare) == history(repository)
    assert [set(point.delar) for point in kept_shares(bare)] == [{"Lagen", "Kunskapen"}]
    (bare / "historik.json").write_text("[1]", encoding="utf-8")
    assert history(bare) == {}


def test_a_shallow_clone_is_not_believed(repository: Path, tmp_path: Path) -> None:
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "ändrat")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "grund")
    assert history(tmp_path / "grund") == {}


def test_a_page_shows_the_history_of_its_paragraph(handbook: Handbook) -> None:
    told = {"lagrum/osl-10-18a": [Event("2026-11-21", ("kontrollerad 2026-05-02 → 2026-11-21",))]}
    settings = {"namn": "x", "kommun": None, "adress": None, "blad": {}, "historik": told}
    drawn = Renderer(handbook, PROJECT / "overrides", settings).part("lagrum/osl-10-18a")
    assert "kontrollerad 2026-05-02 → 2026-11-21" in drawn
    assert "historik" not in Renderer(handbook, PROJECT / "overrides", settings).part("lagrum/osl-10-21")
    kept = json.loads(as_json(told))["poster"]
    assert kept["lagrum/osl-10-18a"][0]["dag"] == "2026-11-21"


def test_the_page_of_completeness_shows_the_shares_over_time(handbook: Handbook) -> None:
    points = [Point("2026-10-01", {"Metoden": 41}), Point("2026-11-21", {"Metoden": 92, "Lagen": 71})]
    settings = {"namn": "x", "kommun": None, "adress": None, "blad": {}, "utveckling": points}
    drawn = Renderer(handbook, PROJECT / "overrides", settings).report("fullstandighet")
    assert '<th scope="row">2026-10-01</th><td>41</td><td>–</td>' in drawn
