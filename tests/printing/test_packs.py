"""Packs: the numbers of sheets, what is in the files, tags that survive being bound together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from handbok.model import Arbetspass, Handbook, Mall, Steg
from handbok.model.base import Marks, Origin
from handbok.printing import Edition, Stock, print_sheets
from handbok.printing.books.binding import Copies, bind_files
from handbok.printing.books.packs import GROUP, chosen, copies, loose, packs
from handbok.printing.books.shop import Shop, print_packs, with_sheets_of, zipped
from handbok.problems import Stop
from printing.conftest import print_into, renderer_of
from printing.invented import sheet_of
from printing.test_book import DOCS, SHELF, WANTED, reduced
from printing.test_book import renderer_of as real_renderer
from printing.test_cards import CARDS as CARD_NAMES
from printing.verapdf import broken_rules
from support import PROJECT, TODAY, run_verb

pytestmark = pytest.mark.pdf
CARDS = tuple(f"mall/{name}" for name in CARD_NAMES)
STOCK = Stock(PROJECT / "overrides", PROJECT / "node_modules")


@pytest.mark.parametrize(
    ("people", "number"),
    [
        ("2–4 personer", 2),
        ("2–3 personer", 3),
        ("3–8 personer", 1),
        ("3–12 personer", 1),
        ("Ett kort per person", 8),
        ("Kärngruppen, ett blad var", 8),
        ("Ett blad per organisation", 8),
        ("1 per part, sedan 3–8 personer", 8),
        ("Hela gruppen; delmålen skrivs i grupper om 3–4", 2),
        ("Hela kärngruppen", 1),
    ],
)
def test_copies_for_a_core_group_of_eight(people: str, number: int) -> None:
    assert copies(sheet_of("kryss", deltagare=people)) == number


def test_every_step_has_a_pack_with_the_sheets_of_its_exercises(handbook: Handbook) -> None:
    every = {pack.step.id: pack for pack in packs(handbook)}
    assert list(every) == [step.id for step in handbook.all(Steg)]
    plan = every["steg/lokal-samverkansplan"]
    assert {"mall/swot", "mall/samverkansplan"} <= {share.mall.id for share in plan.shares}
    assert len({share.mall.id for share in plan.shares}) == len(plan.shares)
    assert plan.minutes == sum(exercise.minuter for exercise in plan.exercises)
    assert plan.paper["A3"] >= 2


def test_a_pack_is_asked_for_by_number_or_name(handbook: Handbook) -> None:
    assert [pack.name for pack in chosen(handbook, "steg/6")] == ["pack-steg-6"]
    assert chosen(handbook, "steg/lokal-samverkansplan") == chosen(handbook, "steg/6")
    assert len(chosen(handbook, "alla")) == len(handbook.all(Steg))
    with pytest.raises(Stop, match="inget pack för ”steg/99”"):
        chosen(handbook, "steg/99")


@pytest.fixture(scope="module")
def made(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of step 6 of a reduced handbook, printed twice into one folder."""
    folder = tmp_path_factory.mktemp("pack")
    few = reduced(handbook, (*WANTED, *CARDS))
    only = chosen(few, "steg/6")
    shop = Shop(real_renderer(few), DOCS, SHELF, Edition(), folder / "utskrift", folder / "bok")
    renderer = real_renderer(with_sheets_of(only, few))
    sheets, problems = print_sheets(renderer, STOCK, Edition(), folder / "utskrift", folder / "k")
    assert problems == []
    files = print_packs(shop, only, sheets)
    first = [file.read_bytes() for file in files]
    print_packs(replace(shop, cache=folder / "bok2"), only, sheets)
    assert [file.read_bytes() for file in files] == first
    return folder / "utskrift"


def test_pack_is_one_tagged_file_of_both_papers(made: Path) -> None:
    file = made / "pack-steg-6.pdf"
    assert broken_rules(file) == []
    with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
        sizes = [round(float(page.mediabox[2]) * 25.4 / 72) for page in pdf.pages]
        assert sizes.count(420) == 2
        assert sizes[0] == 210
        assert str(pdf.docinfo.Title).startswith("Stad för stad – pack för steg 6")
        assert [item.title for item in outline.root].count("SWOT för arbetet i vår stad") == 1


def test_zip_holds_guide_and_every_form(made: Path) -> None:
    with ZipFile(made / "pack-steg-6.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "pack-steg-6-guide.pdf"
    assert {"swot-a3.pdf", "swot-a4.pdf", "swot-exempel.pdf"} <= set(names)
    assert {f"{name}-a4.pdf" for name in CARD_NAMES} <= set(names)


def test_every_pack_has_the_pocket_cards_one_for_each(handbook: Handbook) -> None:
    for pack in packs(handbook):
        found = {share.mall.id: share.copies for share in pack.shares}
        assert {name: found[name] for name in CARDS} == dict.fromkeys(CARDS, GROUP), pack.name


def test_the_whole_method_has_every_sheet_once_or_in_its_steps(handbook: Handbook) -> None:
    in_steps = {share.mall.id for pack in packs(handbook) for share in pack.sheets}
    rest = {share.mall.id for share in loose(handbook)}
    assert in_steps.isdisjoint(rest)
    assert in_steps | rest == {mall.id for mall in handbook.all(Mall)}


def test_a_pack_takes_the_sessions_of_its_step(handbook: Handbook) -> None:
    """A session stands before the exercises of its step, and is told of on the first page."""
    id_ = "arbetspass/prov"
    tree = {
        "rubrik": "Första passet", "steg": "steg/lokal-samverkansplan", "ordning": 1, "langd": "90", "vilka": "Alla",
        "syfte": "Planens stomme", "ta_med": ["klocka"], "kallor": ["kalla/stad-for-stad"],
        "kontrollerad": "2026-11-21",
        "delar": [{"slag": "start", "minuter": 10}, {"slag": "ovning", "ovning": "ovning/swot"},
                  {"slag": "avslut", "minuter": 10}],
    }  # fmt: skip
    known = {name: value for name, value in tree.items() if name in Arbetspass.model_fields}
    session = Arbetspass.model_validate(known, context=Origin(id_, Marks(f"content/{id_}.yml")))
    entries = {name: entry for name, entry in handbook.entries.items() if entry.typ != Arbetspass.typ}
    pack = chosen(replace(handbook, entries={**entries, id_: session}), "steg/6")[0]
    assert pack.sessions == (session,)
    assert pack.material[0] == "klocka"
    front = real_renderer(handbook).draw(
        "tryck/bok.html", mall="pack", titel="Pack", pack=pack, grupp=GROUP, kapitel=()
    )
    assert 'href="#arbetspass--prov"' in front


def test_a_pack_that_does_not_exist_is_told_in_swedish(tmp_path: Path) -> None:
    done = run_verb("build", "--pack", "steg/99", "--out", str(tmp_path / "ut"), "--today", TODAY.isoformat())
    assert done.returncode == 2
    assert "Det finns inget pack för ”steg/99”" in done.stdout
    assert not (tmp_path / "ut").exists()


def test_the_verb_prints_one_pack_and_no_site(tmp_path: Path) -> None:
    out = tmp_path / "ut"
    done = run_verb("build", "--pack", "steg/0", "--out", str(out), "--today", TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"pack-steg-0.pdf", "pack-steg-0.zip"} <= {file.name for file in out.iterdir()}
    assert not (out / "index.html").exists()
    assert not (out / "swot-a3.pdf").exists()


def test_bound_copies_keep_their_tags(tmp_path: Path) -> None:
    run = print_into(tmp_path / "ut", renderer_of(sheet_of("kryss"), sheet_of("tabell")), tmp_path / "cache")
    files = [sheet.files[0] for sheet in run.sheets]
    bound = tmp_path / "bunden.pdf"
    bound.write_bytes(bind_files([Copies(files[0], 3, "Ett"), Copies(files[1], 1, "Två")], "Prov"))
    assert broken_rules(bound) == []
    assert bind_files([Copies(files[0], 3, "Ett"), Copies(files[1], 1, "Två")], "Prov") == bound.read_bytes()
    with pikepdf.open(bound) as pdf, pdf.open_outline() as outline:
        assert len(pdf.pages) == 4
        assert len(pdf.Root.StructTreeRoot.K[0].K) > 3
        assert [item.title for item in outline.root] == ["Ett", "Två"]


def test_zip_has_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", encoding="utf-8")
    assert zipped([("a.txt", file), ("b.txt", b"b")]) == zipped([("a.txt", file), ("b.txt", b"b")])


def test_whole_handbook_has_a_share_for_every_sheet_of_a_step(handbook: Handbook) -> None:
    shared = {share.mall.id for pack in packs(handbook) for share in pack.shares}
    assert {mall.id for mall in handbook.all(Mall) if handbook.used_by(mall, Steg)} <= shared
