"""The register as two scripts: the words, and the texts that lines of context are cut from.

Scripts, since a page opened from a folder may not fetch anything else; each hands a JSON text to a function by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..law.acts import Acts, acts_of, forms
from ..model import Handbook, Kontakt, Ref, Sokregler
from .documents import Address, Document, Prose, documents
from .fields import Role
from .register import FIELDS, Reader, folded, register
from .words import Stemmer

REGISTER = "skript/sokregister.js"
TEXTS = "skript/soktexter.js"
CONTEXT = (Role.ORD, Role.KORT, Role.TEXT)
"""The roles whose texts a line of context may be cut from."""
LONGEST_CONTEXT = 1000
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


def scripts(told: Told, lengths: Sequence[Sequence[int]], words: Sequence[Any]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of both."""
    yield REGISTER, _script("sokregister", _told(told, lengths, words))
    yield TEXTS, _script("soktexter", [_context(document) for document in told.found])


def _script(name: str, value: Any) -> bytes:
    """A JSON text inside a string: browsers read it several times faster than the same as program."""
    inner = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = json.dumps(inner, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.handbok=window.handbok||{{}};window.handbok.{name}=JSON.parse({text});\n".encode()


def _told(told: Told, lengths: Sequence[Sequence[int]], words: Sequence[Any]) -> dict[str, Any]:
    handbook, found, stemmer = told.handbook, told.found, told.reader.stemmer
    types = dict(sorted({document.typ: document.kind for document in found}.items()))
    order = list(types)
    return {
        "falt": FIELDS,
        "typer": list(types.items()),
        "poster": [
            [one.id, order.index(one.typ), one.address, one.title, one.place, one.summary, one.weight] for one in found
        ],
        "langd": lengths,
        "ord": words,
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


def _context(document: Document) -> str:
    """The texts of a document, a line each, names first; cut between words."""
    whole = "\n".join(text for role in CONTEXT for found, text in document.texts if found is role)
    return whole if len(whole) <= LONGEST_CONTEXT else whole[:LONGEST_CONTEXT].rpartition(" ")[0]
