"""The survey as plain text to paste into a form tool; and its words, which the Word file shares."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Handbook, Kartlaggning
from .markdown import to_html

TITLE = "Kartläggningsenkät"
INTRODUCTION = (
    "Enkäten gäller er verksamhet och platsen ni arbetar på, aldrig en viss person. Skriv inga personuppgifter.",
    "Svara efter det ni själva har mött det senaste året, inte efter vad ni har hört.",
    "Möter ni en människa i fara, ring 112. Oro för ett barn anmäls till socialtjänsten. För myndigheterna och "
    "yrkena i 19 kap. 1 § socialtjänstlagen är det en plikt som gäller genast, och alla andra bör anmäla.",
)
LEFT_OUT = "Kan inte bedöma"
CLOSING = ("Verksamhet (inte namn)", "Något vi borde ha frågat om, utan att någon kan kännas igen")
LOWEST, HIGHEST = 1, 5


def scale(category: Kartlaggning) -> list[str]:
    """The answers to choose among, lowest first; not able to judge stands last."""
    ends = {LOWEST: f" – {category.lagst}", HIGHEST: f" – {category.hogst}"}
    return [f"{value}{ends.get(value, '')}" for value in range(LOWEST, HIGHEST + 1)] + [LEFT_OUT]


def plain(text: str) -> str:
    """A Markdown text without its marks, on one line."""
    return " ".join(str(to_html(text).striptags()).split())


def survey_text(handbook: Handbook) -> str:
    """The whole survey, a question or an answer a line."""
    return "\n".join(_lines(handbook)) + "\n"


def _lines(handbook: Handbook) -> Iterator[str]:
    yield from (TITLE, "", *INTRODUCTION)
    number = 0
    for category in handbook.all(Kartlaggning):
        yield from ("", category.rubrik.upper())
        for statement in category.pastaenden:
            number += 1
            yield from ("", f"{number}. {statement}", *scale(category))
    yield ""
    for question in CLOSING:
        number += 1
        yield f"{number}. {question} (fritext)"
