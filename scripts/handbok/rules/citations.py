"""Rules on citations in running text: they lead to a paragraph that is here, and that is law today."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..law.acts import Act, acts_of
from ..law.citations import Citation, citations
from ..model import Entry, FieldPath, Forfattning, Handbook, Lagrum, texts
from ..problems import Problem

_SAYS_OLD = re.compile(
    r"\b(?:gaml[ae]|äldre|tidigare|förut|förr|dåvarande|upphävd[ae]?|upphävdes|upphörde|ersatt[ea]?s?|ersätt\w*|"
    r"före den|till och med|t\.o\.m\.|hette|stod i|fanns i|motsvarade[s]?|motsvarar|flyttad[e]?s?)\b",
    re.IGNORECASE,
)
_TELL_OF_OLD_LAW = ("forfattning", "lagandring", "kalla")


def hanvisning_till_okand_paragraf(handbook: Handbook) -> Iterator[Problem]:
    """En paragraf som nämns i löpande text har en post att länka till."""
    known = {*handbook.entries, *handbook.planned, *handbook.moved, *handbook.unread}
    for entry, path, citation in _cited(handbook):
        for id_ in citation.ids:
            if id_ not in known:
                message = f"”{_shown(citation)}” nämns men ”{id_}” finns inte; den visas som vanlig text"
                yield entry.warning(path, message + _old_number(handbook, citation.act, id_))


def hanvisning_till_upphavd_paragraf(handbook: Handbook) -> Iterator[Problem]:
    """Löpande text bygger på gällande lag; nämns en upphävd paragraf ska texten säga att den är gammal."""
    for entry, path, citation in _cited(handbook, _may_not_cite_old_law):
        for id_ in citation.ids:
            found = handbook.entries.get(id_)
            if isinstance(found, Lagrum) and found.upphavd and not _said_to_be_old(entry, path, citation):
                instead = ", ".join(f"”{target}”" for target in found.ersatt_av)
                do = f"Skriv {instead} i stället" if instead else "Ta bort hänvisningen"
                when = f"upphävd från {found.upphavd.fran}"
                yield entry.problem(path, f"”{_shown(citation)}” är {when}. {do}, eller säg att den är gammal")


def _old_number(handbook: Handbook, act: Act, id_: str) -> str:
    """A hint when an act that this one replaced has a paragraph of that number: then the text is older than the act."""
    number = id_.removeprefix(f"lagrum/{act.slug}-")
    for old in handbook.all(Forfattning):
        found = handbook.entries.get(f"lagrum/{old.slug}-{number}")
        if act.id in old.ersatt_av and isinstance(found, Lagrum) and found.ersatt_av:
            return f". I {old.titel} fanns numret; det motsvarar ”{', '.join(found.ersatt_av)}”"
    return ""


def _cited(
    handbook: Handbook, wanted: Callable[[Entry], bool] = lambda entry: True
) -> Iterator[tuple[Entry, FieldPath, Citation]]:
    """Every citation in the texts of the entries wanted, with its place."""
    acts = acts_of(handbook)
    for entry in handbook:
        if wanted(entry):
            for path, text in texts(entry):
                for citation in citations(text, acts):
                    yield entry, path, citation


def _may_not_cite_old_law(entry: Entry) -> bool:
    """Entries about old law, and old law itself, may name it."""
    replaces = isinstance(entry, Lagrum) and bool(entry.upphavd or entry.ersatter)
    return entry.typ not in _TELL_OF_OLD_LAW and not replaces


def _said_to_be_old(entry: Entry, path: FieldPath, citation: Citation) -> bool:
    """Whether the sentence around a citation says that it is not the law of today."""
    text = dict(texts(entry))[path]
    begin = max(text.rfind(". ", 0, citation.start), text.rfind("\n\n", 0, citation.start)) + 1
    ends = [end for end in (text.find(". ", citation.end), text.find("\n\n", citation.end)) if end != -1]
    return bool(_SAYS_OLD.search(text[begin : min(ends, default=len(text))]))


def _shown(citation: Citation) -> str:
    return " ".join(citation.text.split())
