"""Rules on the knowledge support: words that mean one thing, signs with somebody to ask, topics one can come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Amne, Begrepp, Handbook, Indikator
from ..model.refs import FieldPath, references, texts
from ..problems import Problem
from .links import links


def ord_med_tva_begrepp(handbook: Handbook) -> Iterator[Problem]:
    """Ett ord, en synonym eller en förkortning leder till ett enda begrepp."""
    first: dict[str, str] = {}
    for begrepp in handbook.all(Begrepp):
        for path, word in _words(begrepp):
            owner = first.setdefault(word.casefold(), begrepp.id)
            if owner != begrepp.id:
                yield begrepp.problem(path, f"”{word}” står redan i {owner}. Låt ordet stå i ett av dem")


def _words(begrepp: Begrepp) -> Iterator[tuple[FieldPath, str]]:
    yield ("rubrik",), begrepp.rubrik
    for name in ("synonymer", "forkortningar", "undvik", "sokord"):
        for place, word in enumerate(getattr(begrepp, name)):
            yield (name, place), word


def tecken_utan_sida(handbook: Handbook) -> Iterator[Problem]:
    """Varje grupp tecken har en sida som visar dem och slutar med vem man rådfrågar."""
    listing = {
        page.address for page in handbook.pages if any(_lists_signs(call.macro, call.target) for call in page.calls)
    }
    told: set[str] = set()
    for sign in handbook.all(Indikator):
        if handbook.pages and sign.sida not in listing and sign.grupp not in told:
            told.add(sign.grupp)
            call = f'{{{{ lista("indikator", grupp="{sign.grupp}") }}}}'
            yield sign.problem(
                ("grupp",), f"gruppen ”{sign.grupp}” har ingen sida. Skriv docs/{sign.sida}.md med {call}"
            )


def _lists_signs(macro: str, target: str) -> bool:
    return macro == "lista" and target == Indikator.typ


def amne_som_inget_leder_till(handbook: Handbook) -> Iterator[Problem]:
    """Till ett ämne leder ett steg, en övning, ett blad, ett exempel, ett annat ämne eller en sida."""
    led = {call.target for page in handbook.pages for call in page.calls}
    for entry in handbook:
        led |= {str(target) for _, target in references(entry)}
        led |= {link.target.partition("#")[0] for _, text in texts(entry) for link in links(text)}
    for amne in handbook.all(Amne):
        if amne.id not in led:
            yield amne.warning(
                (), f"bara ämneslistan leder till {amne.id}. Hänvisa dit från ett steg, en övning eller ett ämne"
            )


KNOWLEDGE_RULES: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (
    ord_med_tva_begrepp,
    tecken_utan_sida,
    amne_som_inget_leder_till,
)
