"""The register as scripts: two that every search loads, and pieces that it loads as questions need them.

Scripts, since a page opened from a folder may not fetch anything else; each hands a JSON text to a function by name.
A piece's name holds a hash of what it holds: the register of one edition never meets a piece of another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..law.acts import Acts, acts_of, forms
from ..model import Handbook, Kontakt, Ref, Sokregler
from .documents import Address, Document, Prose, documents
from .fields import Role
from .pieces import TEXTS_IN_PIECE, context_pieces, cut, front_coded, parted
from .register import FIELDS, Reader, folded, register
from .words import Stemmer

REGISTER = "skript/sokregister.js"
"""The words, the rules, and the names of the pieces."""
DOCUMENTS = "skript/sokposter.js"
"""What can be found."""
PIECES = "skript/sok/"
"""The folder of the pieces: `ord-<number>` where words stand, `text-<number>` what is told of hits."""
CONTEXT = (Role.ORD, Role.KORT, Role.TEXT)
"""The roles whose texts a line of context may be cut from."""
LONGEST_CONTEXT = 240
"""Signs of text that are sent along with each hit; a hit further down shows the summary instead."""


def search_files(handbook: Handbook, prose: Sequence[Prose], address: Address) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the search's own scripts; the same handbook gives the same bytes."""
    acts = acts_of(handbook)
    found = tuple(documents(handbook, acts, tuple(prose), address))
    reader = Reader.of(found, handbook.search)
    words = register(found, reader)
    yield from scripts(Told(handbook, found, reader, acts, address), words.lengths, words.listed())


@dataclass(frozen=True)
class Told:
    """What a register is of, beside its words."""

    handbook: Handbook
    found: Sequence[Document]
    reader: Reader
    acts: Acts
    address: Address


def scripts(told: Told, lengths: Sequence[Sequence[int]], rows: Sequence[Sequence[Any]]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the register and of each piece."""
    words, few = parted(rows)
    pieces = cut(words)
    named = {
        "ord": [_piece("ord", number, [row[1:] for row in piece]) for number, piece in enumerate(pieces)],
        "text": [_piece("text", number, texts) for number, texts in enumerate(context_pieces(_contexts(told.found)))],
    }
    whole = {
        **_of_words([row[0] for row in words], [_rare(row) for row in words], few),
        "bitar": {kind: [path for path, _ in files] for kind, files in named.items()},
        "texterIBit": TEXTS_IN_PIECE,
        "forsta": [sum(map(len, pieces[:number])) for number in range(len(pieces))],
        **_of_rules(told),
    }
    yield REGISTER, _named("sokregister", whole)
    yield DOCUMENTS, _named("sokposter", _of_documents(told.found, lengths))
    for files in named.values():
        for path, content in files:
            yield PIECES + path, content


def _piece(kind: str, number: int, value: Any) -> tuple[str, bytes]:
    """Name and bytes of a piece."""
    content = f'window.handbok.sokbit("{kind}",{number},{_parsed(value)});\n'.encode()
    return f"{kind}-{number}.{hashlib.sha256(content).hexdigest()[:8]}.js", content


def _named(name: str, value: Any) -> bytes:
    return f"window.handbok=window.handbok||{{}};window.handbok.{name}={_parsed(value)};\n".encode()


def _parsed(value: Any) -> str:
    """A JSON text inside a string: browsers read it several times faster than the same as program."""
    inner = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = json.dumps(inner, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"JSON.parse({text})"


def _rare(row: Sequence[Any]) -> bool:
    """Whether a word stands in so few places that it may as well be a slip for another."""
    return sum(1 for steps in row[1:] for step in steps[1:] if step > 0) <= RARE


RARE = 4
"""In how many places a word may stand, counted for each field, and still be compared with others like it."""


def _of_words(words: Sequence[str], rare: Sequence[bool], few: Sequence[Sequence[Any]]) -> dict[str, Any]:
    return {
        "falt": FIELDS,
        "ord": front_coded(words),
        "sallsynt": "".join("1" if one else "0" for one in rare),
        "rader": few,
    }


def _of_documents(found: Sequence[Document], lengths: Sequence[Sequence[int]]) -> dict[str, Any]:
    """What every question needs to know of each document, a column for each fact: lists that are alike pack well."""
    types = dict(sorted({one.typ: one.kind for one in found}.items()))
    order = {typ: number for number, typ in enumerate(types)}
    places = {place: number for number, place in enumerate(sorted({one.place for one in found}))}
    return {
        "typer": list(types.items()),
        "platser": list(places),
        "id": [one.id for one in found],
        "typ": [order[one.typ] for one in found],
        "adress": _addresses(found),
        "titel": [one.title for one in found],
        "plats": [places[one.place] for one in found],
        "vikt": [one.weight for one in found],
        "langd": [list(column) for column in zip(*lengths, strict=True)],
    }


def _addresses(found: Sequence[Document]) -> dict[str, list[int]]:
    """Which documents lie elsewhere than on a page named by their id: `page.html#` holds each under its own name."""
    told: dict[str, list[int]] = {}
    for number, one in enumerate(found):
        if one.address != f"{one.id}.html":
            told.setdefault(one.address.removesuffix(one.id.rpartition("/")[2]), []).append(number)
    return told


def _of_rules(told: Told) -> dict[str, Any]:
    handbook, stemmer = told.handbook, told.reader.stemmer
    return {
        "lagar": _acts(told.acts, stemmer),
        "regler": _rules(handbook.search, stemmer),
        "hjalp": _help(handbook, handbook.search.hjalp, told.address),
        "hjalpBarn": _help(handbook, handbook.search.hjalp_barn, told.address),
    }


def _acts(acts: Acts, stemmer: Stemmer) -> dict[str, list[str]]:
    """Every way of naming an act -> the first halves of its paragraphs' ids, acts in force first."""
    named: dict[str, list[str]] = {}
    for act in sorted(acts.all, key=lambda act: (act.repealed, act.id)):
        for name in [*forms(act), *([act.sfs] if act.sfs else [])]:
            slugs = named.setdefault(stemmer.phrase(name), [])
            if act.slug not in slugs:
                slugs.append(act.slug)
    return dict(sorted(named.items()))


def _rules(rules: Sokregler, stemmer: Stemmer) -> dict[str, Any]:
    """What the browser needs of the rules: phrases as stems, except where words are compared as they are written."""
    return {
        "andelser": rules.andelser,
        "stoppord": folded(rules.stoppord),
        "synonymer": [[stemmer.phrase(phrase) for phrase in group] for group in rules.synonymer],
        "avsikter": {
            typ: sorted({stemmer.phrase(word) for word in words}) for typ, words in sorted(rules.avsikter.items())
        },
        "akut": folded(rules.akut),
        "akutBarn": folded(rules.akut_barn),
    }


def _help(handbook: Handbook, refs: Sequence[Ref[Kontakt]], address: Address) -> list[list[str]]:
    """Id, address, name, number as written and as dialled, and hours; only numbers that are confirmed."""
    told = []
    for ref in refs:
        contact = handbook.find(ref)
        numbers = [number for number in contact.telefon if number.sakerhet == "bekraftad"] if contact else []
        if contact and numbers:
            hours = contact.oppet if contact.oppet and contact.oppet_sakerhet == "bekraftad" else ""
            number = numbers[0]
            told.append([contact.id, address(contact.id) or "", contact.titel, number.nummer, number.tel, hours])
    return told


def _contexts(found: Sequence[Document]) -> list[str]:
    """What is told of each document: its summary on a line of its own, then its texts, names first, cut between
    words."""
    return [f"{one.summary}\n{_context(one)}" for one in found]


def _context(document: Document) -> str:
    texts = (text for role in CONTEXT for found, text in document.texts if found is role)
    whole = "\n".join(text for text in texts if text != document.summary)
    return whole if len(whole) <= LONGEST_CONTEXT else whole[:LONGEST_CONTEXT].rpartition(" ")[0]
