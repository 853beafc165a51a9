"""How well and how fast the search answers, beside the search of a stock Material over the same pages."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from ..checking import PROJECT
from ..progress import Progress
from ..reading.yaml_tree import parse
from .serving import chromium, opened, served
from .workplace import Workplace

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SLOWER = 4
"""How many times the processor is slowed."""
TYPED = ("orosanmälan", "sekretessbrytande", "vem ringer jag om ett barn", "10 kap 18 a § osl", "manniskohandle")
"""What is typed key by key."""
FIRST = "orosanmälan"
WAIT = 1500
"""Milliseconds after which a key is taken to have changed nothing."""
_QUIET = 120
"""Milliseconds without change after which the stock's list is taken to be whole."""

Questions = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Engine:
    """A search as a page offers it: where it is, and what in it is asked, watched and read."""

    name: str
    page: str
    field: str
    event: str
    hits: str
    hit: str
    files: tuple[str, ...]
    """Patterns of the files that it reads."""


_FILES = ("sokmotor.js", "sokregister.js", "sokposter.js", "sok/ord-*.js", "sok/text-*.js")
OURS = Engine("Handboken", "index.html", "#sok-falt", "input", "[data-sok-traffar]", "[data-id]",
              tuple(f"skript/{name}" for name in _FILES))  # fmt: skip
STOCK = Engine("Material", "index.html", ".md-search__input", "keyup", ".md-search-result__list",
               ".md-search-result__link", ("search/search_index.json",))  # fmt: skip

_ASK = """async ([engine, text, wait, quiet]) => {
  const field = document.querySelector(engine.field), list = document.querySelector(engine.hits);
  const begun = performance.now();
  let changed = 0, last = 0;
  const watch = new MutationObserver(() => { last = performance.now(); changed = changed || last; });
  watch.observe(list, {childList: true, subtree: true});
  field.value = text;
  field.dispatchEvent(new KeyboardEvent(engine.event, {bubbles: true}));
  while (performance.now() - begun < wait && !(changed && performance.now() - last > quiet)) {
    await new Promise(done => setTimeout(done, 4));
  }
  watch.disconnect();
  const name = hit => hit.dataset.id || new URL(hit.href).pathname.slice(1);
  const hits = Array.from(list.querySelectorAll(engine.hit), name);
  return {time: changed ? changed - begun : null, hits};
}"""


@dataclass(frozen=True)
class Found:
    """What was measured of one engine. Times in milliseconds, sizes in bytes."""

    name: str
    among_first: float
    mean_reciprocal: float
    first_answer: float
    keystroke: float
    slow_keystroke: float
    worst_keystroke: float
    sizes: Mapping[str, int]


def compare(place: Workplace, times: int, progress: Progress) -> list[Found]:
    """Build our site and the yardstick, and measure the search of both."""
    out, yardstick = place.folder.parent / "site", place.folder.parent / "mattstock"
    with progress.stage("Bygger handboken och måttstocken"):
        place.run("bygge", out, "utan")
        place.run("ritning", yardstick)
        place.run("mkdocs", yardstick)
    questions = read_questions(out)
    found = []
    with chromium() as browser:
        for engine, folder in ((OURS, out), (STOCK, yardstick / "site")):
            with progress.stage(f"Mäter sökningen: {engine.name}"), served(folder) as address:
                found.append(_measure(engine, (f"{address}/{engine.page}", folder), browser, questions, times))
    return found


def read_questions(site: Path) -> Questions:
    """The questions of the tests that some page of the site answers, with those pages."""
    path = PROJECT / "tests" / "search" / "queries.yml"
    groups = parse(path.read_text(encoding="utf-8"), path.name).value
    asked = {text: ids for questions in groups.values() for text, ids in questions.items()}
    there = {text: frozenset(id_ for id_ in ids if (site / f"{id_}.html").is_file()) for text, ids in asked.items()}
    return {text: ids for text, ids in there.items() if ids}


def _measure(engine: Engine, site: tuple[str, Path], browser: Browser, questions: Questions, times: int) -> Found:
    """Everything of one engine; `site` is the address of its page and the folder of its files."""
    address, folder = site
    places = _places(engine, address, browser, questions)
    keys, slow = _keys(engine, address, browser, 1), _keys(engine, address, browser, SLOWER)
    return Found(
        engine.name,
        sum(1 <= place <= 3 for place in places) / len(places),
        sum(1 / place for place in places if place) / len(places),
        median(_first(engine, address, browser) for _ in range(times)),
        median(keys),
        median(slow),
        max(slow),
        {name: _packed(folder, name) for name in engine.files},
    )


def _packed(folder: Path, pattern: str) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in folder.glob(pattern))


def _asked(engine: Engine) -> dict[str, str]:
    return {"field": engine.field, "event": engine.event, "hits": engine.hits, "hit": engine.hit}


def _places(engine: Engine, address: str, browser: Browser, questions: Questions) -> list[int]:
    """For every question the place of the first right page, 0 for none."""
    found = []
    with opened(browser, address) as page:
        page.locator(engine.field).focus()
        page.wait_for_load_state("networkidle")
        for text, right in questions.items():
            hits = page.evaluate(_ASK, [_asked(engine), text, WAIT, _QUIET])["hits"]
            ids = dict.fromkeys(_id(hit) for hit in hits)
            found.append(next((place for place, id_ in enumerate(ids, 1) if id_ in right), 0))
    return found


def _id(hit: str) -> str:
    """The id of a hit: what it says itself, or the page it leads to."""
    return hit.removesuffix(".html")


def _first(engine: Engine, address: str, browser: Browser) -> float:
    """From the moment the field is reached, nothing loaded, to the first hits."""
    with opened(browser, address) as page:
        page.evaluate("field => document.querySelector(field).focus()", engine.field)
        return float(page.evaluate(_ASK, [_asked(engine), FIRST, 20_000, 0])["time"])


def _keys(engine: Engine, address: str, browser: Browser, slower: int) -> Sequence[float]:
    """Each key that changes the hits, once everything is loaded."""
    lengths = []
    with opened(browser, address, slower) as page:
        page.locator(engine.field).focus()
        page.evaluate(_ASK, [_asked(engine), FIRST, 20_000, _QUIET])
        for text in TYPED:
            for end in range(2, len(text) + 1):
                told = page.evaluate(_ASK, [_asked(engine), text[:end], WAIT, 0])["time"]
                lengths += [told] if told is not None else []
    return lengths
