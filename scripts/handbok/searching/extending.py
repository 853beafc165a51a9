"""The search of an edition: the handbook's register, read once, with the edition's own entries put in.

Making the whole register takes as long as a fifth of the site; an edition changes a few of its documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..law.acts import Acts, acts_of
from ..model import Handbook
from .documents import Address, Document, Prose, documents, of_entry
from .register import Postings, Reader, Register, listed, register
from .writing import Told, scripts


@dataclass(frozen=True)
class Known:
    """What the handbook's own search is made from."""

    found: tuple[Document, ...]
    reader: Reader
    words: Register
    acts: Acts


def known(handbook: Handbook, prose: Sequence[Prose], address: Address) -> Known:
    """Read the handbook once."""
    acts = acts_of(handbook)
    found = tuple(documents(handbook, acts, tuple(prose), address))
    reader = Reader.of(found, handbook.search)
    return Known(found, reader, register(found, reader), acts)


def extended(before: Known, handbook: Handbook, own: Collection[str], address: Address) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the search's scripts, where `own` are the entries that are new or not as they were.

    Words are cut by the handbook's vocabulary; a few words more would change nothing but the time.
    """
    numbers = {document.id: number for number, document in enumerate(before.found)}
    found, lengths = list(before.found), list(before.words.lengths)
    postings = _without(before.words.postings, {numbers[id_] for id_ in own if id_ in numbers})
    for id_ in sorted(own):
        if where := address(id_):
            document = of_entry(handbook[id_], handbook, before.acts, where)
            number = numbers.get(id_, len(found))
            made = register([document], before.reader, number)
            found[number : number + 1], lengths[number : number + 1] = [document], made.lengths[number:]
            _put_in(postings, made.postings)
    told = Told(handbook, found, before.reader, before.acts, address)
    yield from scripts(told, lengths, listed(postings))


def _without(postings: Postings, dropped: Collection[int]) -> Postings:
    """The postings without those of some documents; what is left as it was is shared, so change nothing in it."""
    made: Postings = {}
    for word, where in postings.items():
        touched = any(number in found for found in where.values() for number in dropped)
        kept = {field: _counted(found, dropped) for field, found in where.items()} if touched else where
        if any(kept.values()):
            made[word] = {field: found for field, found in kept.items() if found}
    return made


def _counted(found: Counter[int], dropped: Collection[int]) -> Counter[int]:
    return Counter({number: times for number, times in found.items() if number not in dropped})


def _put_in(postings: Postings, more: Postings) -> None:
    for word, where in more.items():
        before = postings.get(word, {})
        postings[word] = {**before, **{field: before.get(field, Counter()) + found for field, found in where.items()}}
