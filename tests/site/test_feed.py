"""The Atom feed: what the standard demands, the same bytes every time, whole addresses when there is a site."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import fromstring

from handbok.model import Handbook, Lagandring
from handbok.model.base import Marks, Origin
from handbok.site.feed import feed

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://handbok.exempelstad.se/under/"


def change(slug: str, **fields: object) -> Lagandring:
    given = {
        "rubrik": "Ny regel & mer",
        "lage": "galler",
        "fran": "2025-07-01",
        "innebord": "Text med [länk](lagrum/osl-10-2) och **fetstil**.",
        "for_vem": ("polis",),
        "sakerhet": "bekraftad",
        "kallor": ("kalla/metodbok",),
        "kontrollerad": "2026-11-21",
        **fields,
    }
    return Lagandring.model_validate(given, context=Origin(f"lagandring/{slug}", Marks("x.yml")))


def book(*changes: Lagandring) -> Handbook:
    return Handbook(entries={entry.id: entry for entry in changes})


def test_no_changes_give_no_feed() -> None:
    assert list(feed(Handbook())) == []


def test_the_handbooks_own_feed_has_what_atom_demands(handbook: Handbook) -> None:
    ((path, data),) = feed(handbook.published(), SITE)
    root = fromstring(data)
    assert path == "lag/nytt.xml"
    assert root.tag == f"{ATOM}feed"
    ids = [found.text for found in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(str(found).startswith("urn:uuid:") for found in ids)
    for entry in (root, *root.findall(f"{ATOM}entry")):
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert len(root.findall(f"{ATOM}entry")) == len(handbook.published().all(Lagandring))
    assert all(str(link.get("href")).startswith(SITE) for link in root.iter(f"{ATOM}link"))


def test_same_entries_same_bytes_and_ids_do_not_move_with_the_site() -> None:
    changes = book(change("a"), change("b"))
    assert list(feed(changes)) == list(feed(changes))
    here, there = (fromstring(data) for url in (None, SITE) for _, data in feed(changes, url))
    assert [found.text for found in here.iter(f"{ATOM}id")] == [found.text for found in there.iter(f"{ATOM}id")]


def test_newest_first_and_without_a_day_last() -> None:
    changes = book(change("a", fran="2024-01-01"), change("b", fran=None, lage="foreslagen"), change("c"))
    ((_, data),) = feed(changes)
    links = [link.get("href") for entry in fromstring(data).iter(f"{ATOM}entry") for link in entry.iter(f"{ATOM}link")]
    assert links == [f"../lagandring/{slug}.html" for slug in "cab"]


def test_updated_is_the_latest_check_and_text_is_plain() -> None:
    ((_, data),) = feed(book(change("a", kontrollerad=date(2026, 1, 2)), change("b", sakerhet="att-verifiera")))
    root = fromstring(data)
    assert root.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00Z"
    told = [entry.findtext(f"{ATOM}summary") for entry in root.iter(f"{ATOM}entry")]
    assert told == [
        "Text med länk och fetstil. Berör: polis.",
        "Text med länk och fetstil. Berör: polis. Att verifiera.",
    ]
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "Ny regel & mer (gäller från 1 juli 2025)"
