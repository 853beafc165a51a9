"""The books: numbers that are right, links that lead somewhere, tags that veraPDF accepts, the same bytes twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from handbok.model import Entry, Handbook, Kalla, Kontakt, Lagrum, Ovning, Steg
from handbok.printing import Edition
from handbok.printing.books.links import Home, address_on_paper, bind
from handbok.printing.books.order import newest_check, paragraphs, types_in_order
from handbok.printing.books.setting import set_books
from handbok.printing.books.sheaf import numbered
from handbok.printing.books.shelf import Book, Shelf
from handbok.printing.books.volumes import short_book, whole_book
from handbok.problems import Stop
from handbok.rendering import Renderer
from handbok.rendering.plain import PLAIN
from printing.verapdf import broken_rules
from support import PROJECT, SITE_URL

pytestmark = pytest.mark.pdf

SHELF = Shelf(PROJECT / "overrides", PROJECT / "node_modules")
DOCS = PROJECT / "docs"
EDITION = Edition(SITE_URL, None)
WANTED = ("steg/borde-vi-borja", "steg/lokal-samverkansplan", "ovning/swot", "ovning/engagemang", "fall/hotellet",
          "beslutstrad/far-jag-dela-uppgiften", "forfattning/osl", "lagrum/osl-10-18a", "lagrum/osl-10-2",
          "lagrum/osl-10-21", "mall/swot", "begrepp/sekretess", "lagandring/ny-socialtjanstlag")  # fmt: skip


def reduced(handbook: Handbook, wanted: Iterable[str] = WANTED) -> Handbook:
    """A few entries of each kind, with the contacts and some sources."""
    few = {id_: handbook.entries[id_] for id_ in wanted if id_ in handbook}
    contacts: list[Entry] = list(handbook.all(Kontakt))[:12]
    sources = handbook.all(Kalla)[:10]
    named = [handbook[id_] for id_ in ("kontakt/nodnummer", "kontakt/kvinnofridslinjen", "kalla/stad-for-stad")]
    return replace(handbook, entries={**few, **{entry.id: entry for entry in (*contacts, *sources, *named)}})


def renderer_of(handbook: Handbook) -> Renderer:
    settings = PLAIN
    return Renderer(handbook, PROJECT / "overrides", settings)


@pytest.fixture(scope="module")
def small(handbook: Handbook) -> Renderer:
    return renderer_of(reduced(handbook))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bok")


@pytest.fixture(scope="module")
def book(small: Renderer, cache: Path) -> Path:
    """The whole book of the reduced handbook."""
    return set_books([whole_book(small, DOCS, EDITION)], SHELF, cache)[0]


@pytest.fixture(scope="module")
def short(handbook: Handbook, cache: Path) -> Path:
    """The short book of the real handbook: it is small enough."""
    return set_books([short_book(renderer_of(handbook), DOCS, EDITION)], SHELF, cache)[0]


def texts(file: Path) -> list[str]:
    """The text of every page, spaces evened out."""
    with pypdfium2.PdfDocument(file) as pdf:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pdf]


def contents(file: Path) -> list[tuple[str, int]]:
    """What the contents say: heading and page."""
    with pypdfium2.PdfDocument(file) as pdf:
        lines = [line for page in list(pdf)[:12] for line in page.get_textpage().get_text_range().splitlines()]
    found = [re.fullmatch(r"(.+?)\s*(?:\. ?){3,}\s*(\d+)", line.strip()) for line in lines]
    return [(one[1], int(one[2])) for one in found if one]


@pytest.mark.parametrize("name", ["book", "short"])
def test_verapdf_passes(name: str, request: pytest.FixtureRequest) -> None:
    assert broken_rules(request.getfixturevalue(name)) == []


@pytest.mark.parametrize("name", ["book", "short"])
def test_contents_lead_to_the_right_pages(name: str, request: pytest.FixtureRequest) -> None:
    file = request.getfixturevalue(name)
    pages, listed = texts(file), contents(file)
    assert len(listed) > 10
    for heading, number in listed:
        words = heading.rstrip(" .")
        assert words.replace(" ", "") in pages[number - 1].replace(" ", ""), f"{words} på sidan {number}"


@pytest.mark.parametrize("name", ["book", "short"])
def test_every_page_has_its_number(name: str, request: pytest.FixtureRequest) -> None:
    for number, text in enumerate(texts(request.getfixturevalue(name)), start=1):
        assert number == 1 or re.search(rf"\b{number}\b", text)


def test_a_reference_names_the_page_it_leads_to(book: Path) -> None:
    """`10 kap. 21 § OSL (s. 34)` and the link beneath it agree."""
    with pikepdf.open(book) as pdf:
        places = pdf.Root.Names.Dests.Names
        found = dict(zip(map(str, list(places)[::2]), list(places)[1::2], strict=True))
        number = pikepdf.Page(found["lagrum--osl-10-21"][0]).index + 1
    said = [int(page) for text in texts(book) for page in re.findall(r"10 kap\. 21 § OSL \(s\. (\d+)\)", text)]
    assert said
    assert set(said) == {number}
    assert "10 kap. 21 § OSL" in texts(book)[number - 1]


@pytest.mark.parametrize("name", ["book", "short"])
def test_no_link_is_dead(name: str, request: pytest.FixtureRequest) -> None:
    with pikepdf.open(request.getfixturevalue(name)) as pdf:
        places = {str(place) for place in list(pdf.Root.Names.Dests.Names)[::2]}
        links = [link for page in pdf.pages for link in page.get("/Annots", ())]
        assert len(links) > 10
        for link in links:
            if "/Dest" in link:
                assert str(link.Dest) in places
            else:
                assert re.match(r"(https?://|tel:|mailto:)", str(link.A.URI)), str(link.A.URI)


def test_bookmarks_follow_the_chapters(book: Path) -> None:
    with pikepdf.open(book) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        law = next(item for item in outline.root if item.title == "Lagen")
        paragraph = [child.title for act in law.children for child in act.children]
    assert titles[0] == "Innehåll"
    assert [title for title in titles if title.startswith("Steg")] == [
        "Stegen",
        "Steg 0: Borde vi börja? Hur börjar vi?",
        "Steg 6: Ta fram en lokal samverkansplan",
    ]
    assert titles[-1] == "Om utgåvan"
    assert paragraph[:3] == ["10 kap. 2 § OSL", "10 kap. 18 a § OSL", "10 kap. 21 § OSL"]


def test_help_comes_first_and_the_date_is_the_contents(book: Path, handbook: Handbook) -> None:
    pages = texts(book)
    newest = newest_check(handbook)
    assert newest
    assert "kontrollerat till och med 21 november 2026" in pages[0]
    assert "Hjälp nu" in pages[1]
    assert "020-50 50 50" in pages[1]
    assert "oberoende" in pages[-1]
    assert "CC BY 4.0" in pages[-1]


def test_short_book_is_short_with_a_page_for_each_step(short: Path, handbook: Handbook) -> None:
    pages = texts(short)
    assert len(pages) <= 20
    numbers = dict(contents(short))
    starts = [page for heading, page in numbers.items() if re.match(r"Steg \d", heading)]
    assert len(starts) == len(handbook.all(Steg))
    assert starts == list(range(starts[0], starts[0] + len(starts)))
    assert numbers["Vad lagen begär"] == starts[-1] + 1
    for wanted in ("Hjälp nu", "Det du blir ombedd om", "Så börjar ni", "19 kap. 1 §", "CC BY 4.0"):
        assert wanted in " ".join(pages)


def test_same_bytes_twice_and_nothing_set_again(small: Renderer, book: Path, tmp_path: Path, cache: Path) -> None:
    steps: list[str] = []
    made = whole_book(small, DOCS, EDITION)
    again = set_books([made], SHELF, cache, lambda *told: steps.append(told[2]))[0]
    assert (again, steps) == (book, [])
    anew = set_books([made], SHELF, tmp_path)[0]
    assert anew.read_bytes() == book.read_bytes()


def test_every_type_has_a_chapter_or_stands_in_one(handbook: Handbook, small: Renderer) -> None:
    kinds = [kind.typ for kind in types_in_order()]
    assert kinds[-3:] == ["begrepp", "mall", "kalla"]
    assert kinds.index("forfattning") < kinds.index("kontakt")
    assert not {"steg", "ovning", "lagrum", "kommun"} & set(kinds)
    html = "".join(whole_book(small, DOCS, EDITION).sheaves)
    for entry in small.handbook:
        assert f'id="{entry.id.replace("/", "--")}"' in html, entry.id
    assert handbook.all(Ovning)
    assert 'href="id:' not in html
    assert 'href="rot:' not in html


def test_paragraphs_stand_as_in_the_act(handbook: Handbook) -> None:
    act = handbook.entries["forfattning/osl"]
    found = [one.beteckning for one in paragraphs(handbook, act) if isinstance(one, Lagrum)]  # type: ignore[arg-type]
    places = [found.index(name) for name in ("10 kap. 2 §", "10 kap. 18 a §", "10 kap. 21 §", "25 kap. 1 §")]
    assert places == sorted(places)


def test_a_part_is_led_home() -> None:
    part = (
        '<section><h2 id="a">Rubrik</h2><p><a href="id:ovning/swot">SWOT</a> <a href="id:mall/x">Blad</a>'
        '<a href="#a">upp</a></p><p><a href="rot:lag/nytt.html">Alla ändringar</a></p><script>x</script>'
        '<p class="hjalp">112</p><p><a href="https://www.nck.uu.se/">NCK</a></p></section>'
    )
    made = bind(part, Home("steg--x", 1, {"ovning/swot"}, ("hjalp",)))
    assert '<h3 id="steg--x--a">' in made
    assert '<a href="#ovning--swot" class="sida">SWOT</a> Blad' in made
    assert '<a href="#steg--x--a" class="inom">upp</a>' in made
    assert 'data-adress="www.nck.uu.se"' in made
    for gone in ("Alla ändringar", "script", "112"):
        assert gone not in made


def test_no_heading_skips_a_level() -> None:
    made = bind("<h2>A</h2><h4>B</h4><h5>C</h5><h3>D</h3>", Home("x", 1, ()))
    assert re.findall("<h(.)>", made) == ["3", "4", "5", "4"]


def test_facts_become_running_text_or_tagged_items() -> None:
    facts = (
        '<dl class="fakta"><div><dt>Lydelse</dt><dd>SFS 2025:179</dd></div>'
        "<div><dt>Källor</dt><dd><ul><li>A</li><li>B.</li></ul></dd></div></dl>"
    )
    running = bind(facts, Home("x", 0, (), run_in=True))
    assert re.sub("<[^>]+>", "", running).strip() == "Lydelse: SFS 2025:179. Källor: A; B."
    assert '<p class="dt">Lydelse</p><div class="dd">' in bind(facts, Home("x", 0, ()))


def test_addresses_may_break_after_their_slashes() -> None:
    assert address_on_paper("https://polisen.se/om/x/").replace("\N{ZERO WIDTH SPACE}", "|") == "polisen.se/|om/|x"


def test_numbers_are_written_at_every_reference() -> None:
    html = '<html><head></head><h1 id="a">A</h1><a href="#a">A</a><a href="#b">B</a></html>'
    made = numbered(html, 12, {"a": 12, "b": 40})
    assert 'href="#a" data-sida="12"' in made
    assert 'href="inom:b" data-sida="40"' in made
    assert "break-before: left" in made


def test_a_number_takes_the_same_room_whatever_it_is() -> None:
    """Or else it could move a line to another page, and with it what other numbers say, and so on for ever."""
    html = '<a href="#b" class="sida">B</a>'
    short, long = (numbered(html, 1, {"b": page}) for page in (7, 250))
    assert short.endswith('</a><span class="plats"> (s.\N{NO-BREAK SPACE}<i class="fyll">00</i>7)</span>')
    assert long.endswith('</a><span class="plats"> (s.\N{NO-BREAK SPACE}250)</span>')


def test_a_drawing_keeps_what_it_calls_by_id() -> None:
    part = (
        '<figure><svg role="img" aria-labelledby="t"><title id="t">Vägen</title><defs><marker id="m"></marker></defs>'
        '<path marker-end="url(#m)"></path></svg><svg class="prydnad"></svg></figure>'
    )
    made = bind(part, Home("figur--x", 0, ()))
    assert 'aria-labelledby="figur--x--t"' in made
    assert 'marker-end="url(#figur--x--m)"' in made
    assert "prydnad" not in made


@pytest.mark.drill
def test_the_real_book_is_tagged_and_counted(handbook: Handbook) -> None:
    """Many minutes when nothing is kept from an earlier run: by hand, and before each release."""
    real = set_books([whole_book(renderer_of(handbook), DOCS, EDITION)], SHELF, PROJECT / ".cache" / "bok")[0]
    assert broken_rules(real) == []
    pages, listed = texts(real), contents(real)
    assert len(pages) > 200
    assert len(listed) > 30
    for heading, number in listed:
        assert heading.rstrip(" .").replace(" ", "") in pages[number - 1].replace(" ", ""), f"{heading}, {number}"


def test_a_sign_without_a_glyph_is_named(tmp_path: Path) -> None:
    html = (
        '<!doctype html><html lang="sv"><head><title>Prov</title></head><body>'
        '<h1 id="ovning--x">Prov</h1><p>Före → efter</p></body></html>'
    )
    with pytest.raises(Stop, match=r"ovning/x.*”→” \(U\+2192\)"):
        set_books([Book("prov", "Prov", (html,))], SHELF, tmp_path)
