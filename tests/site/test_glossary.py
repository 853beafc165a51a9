"""Terms in running text: once a page, the longest first, in the forms that occur, nowhere that a link may not stand."""

from __future__ import annotations

import re
import time
from datetime import date
from typing import Any

import pytest

from handbok.model import Begrepp, Handbook, Marks, Origin
from handbok.site.glossary import Glossary


def term(slug: str, words: str, **fields: Any) -> Begrepp:
    facts = {
        "rubrik": words,
        "forklaring": f"Vad {words} betyder.",
        "kallor": ("kalla/x",),
        "kontrollerad": "2026-11-21",
    }
    origin = Origin(f"begrepp/{slug}", Marks("x"))
    return Begrepp.model_validate({**facts, **fields}, context=origin)


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    terms = (
        term("sekretess", "sekretess"),
        term("bryta", "sekretessbrytande bestämmelse"),
        term("plan", "samordnad individuell plan", forkortningar=("SIP",)),
        term("lotsa", "individuell plan"),
        term("kopare", "köpare"),
        term("barn", "barn", markeras="nej"),
        term("direktiv", "EU:s människohandelsdirektiv"),
    )
    return Glossary(Handbook({entry.id: entry for entry in terms}, today=date(2026, 11, 21)))


def marked(glossary: Glossary, body: str, page: str = "steg/x.html") -> list[tuple[str, str]]:
    html = glossary.mark(f'<body>sekretess<article class="text sida__text">{body}</article>sekretess</body>', page)
    assert html.startswith("<body>sekretess<article")
    assert html.endswith("</article>sekretess</body>")
    plain = re.sub(r'<a class="begreppslank"[^>]*>(.*?)</a>', r"\1", html, flags=re.DOTALL)
    assert body in plain, "nothing but links is added"
    return re.findall(r'<a class="begreppslank" href="id:begrepp/([a-z]+)"[^>]*>(.*?)</a>', html, re.DOTALL)


def test_a_term_is_marked_the_first_time_only(glossary: Glossary) -> None:
    assert marked(glossary, "<p>Sekretess här.</p><p>Och sekretessen där.</p>") == [("sekretess", "Sekretess")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sekretessens gräns", [("sekretess", "sekretessens")]),
        ("sekretessbrytande bestämmelser", [("bryta", "sekretessbrytande bestämmelser")]),
        ("sekretessbrytande\n  bestämmelsen", []),
        ("en samordnad\nindividuell plan", [("plan", "samordnad\nindividuell plan")]),
        ("köparna", [("kopare", "köparna")]),
        ("EU:s människohandelsdirektiv", [("direktiv", "EU:s människohandelsdirektiv")]),
        ("en SIP, inte en sip", [("plan", "SIP")]),
        ("sekretessfråga, sekretess-fråga och grundsekretess", []),
        ("Ett barn.", []),
    ],
)
def test_forms(text: str, found: list[tuple[str, str]], glossary: Glossary) -> None:
    assert marked(glossary, f"<p>{text}</p>") == found


def test_a_longer_term_hides_the_shorter_one_in_it(glossary: Glossary) -> None:
    twice = "<p>En samordnad individuell plan. En samordnad individuell plan igen.</p>"
    assert marked(glossary, twice) == [("plan", "samordnad individuell plan")]
    assert marked(glossary, "<p>En individuell plan.</p>") == [("lotsa", "individuell plan")]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Sekretess</h2>",
        '<p><a href="x">om <em>sekretess</em> här</a></p>',
        "<button>sekretess</button>",
        "<svg><text>sekretess</text></svg>",
        "<dl><dt>sekretess</dt></dl>",
        "<script>sekretess()</script>",
        "<nav><ul><li>sekretess</li></ul></nav>",
        "<p data-utan-begrepp>sekretess <b>sekretess</b></p>",
        '<p title="sekretess">x</p>',
        "<!-- sekretess -->",
    ],
)
def test_where_no_link_may_stand_nothing_is_marked(body: str, glossary: Glossary) -> None:
    assert marked(glossary, body) == []
    assert marked(glossary, f"{body}<p>sekretess</p>") == [("sekretess", "sekretess")], "it goes on afterwards"


def test_own_page_and_the_glossary_itself_are_left_alone(glossary: Glossary) -> None:
    assert marked(glossary, "<p>sekretess</p>", "begrepp/sekretess.html") == []
    assert marked(glossary, "<p>sekretess</p>", "begrepp/index.html") == []
    assert marked(glossary, "<p>sekretess</p>", "begrepp/kopare.html") == [("sekretess", "sekretess")]


def test_the_meaning_goes_along_as_text(glossary: Glossary) -> None:
    html = glossary.mark('<article class="text"><p>sekretess</p></article>', "x.html")
    assert 'data-begrepp="Vad sekretess betyder."' in html


def test_time_grows_with_the_text_and_not_with_its_square(glossary: Glossary) -> None:
    def seconds(times: int) -> float:
        page = '<article class="text">' + "<p>Ingen sekretess gäller för individuell del.</p>" * times + "</article>"
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            glossary.mark(page, "x.html")
            best = min(best, time.process_time() - start)
        return best

    assert seconds(8000) < 8 * 3 * max(seconds(1000), 0.001)
