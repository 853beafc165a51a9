"""The words a Swedish citation is made of, as patterns.

Three ways of writing are known: with signs (`19 kap. 1, 5 och 6 §§ SoL`), with a colon (`BrB 4:1 a`) and with articles
(`artikel 13 i Europarådets konvention …`). The act stands last or first.
"""

from __future__ import annotations

import re

ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde")
"""The stycken a paragraph may have; `första` is number 1."""

GENERIC = "lagen|lag|balken|balk|förordningen|förordning|kungörelsen|kungörelse"
"""What an act may be called when its number follows in parentheses."""

_END = r"(?![\wåäöÅÄÖ])"
_ORDINAL = "|".join(ORDINALS)
_AND = r"(?:\s*,\s*|\s+(?:och|eller|samt)\s+)"
_DASH = r"\s?[-–—]\s?"
_LETTER = rf"(?:\s?[a-zA-Z]{_END})?"
NUMBER = rf"\d{{1,3}}{_LETTER}"
"""A paragraph's number with its letter."""
LIST = rf"{NUMBER}(?:(?:{_DASH}|{_AND}){NUMBER})*"
"""Numbers before one paragraph sign."""
_COLON_LETTER = rf"(?:\s?(?:[a-hj-zA-HJ-Z]|[iI](?=\s*(?:[,.;:)]|$))){_END})?"
"""After a colon an `i` is a letter only where a sentence or a clause ends; else it is the word."""
_POINT = r"\d{1,2}(?:[a-z]\b)?(?!\s*[a-z]?\s*(?:kap|§|:|\d))"
STYCKE = (
    rf"(?:,?\s+(?:{_ORDINAL})(?:{_AND}(?:{_ORDINAL}))*\s+styck(?:et|ena){_END}(?:\s+{_POINT}(?:{_AND}{_POINT})*)?"
    rf"|\s+st\.?\s?\d{{1,2}}{_END}|\s+\d{{1,2}}\s?st\.?{_END})"
    rf"(?:,?\s+(?:{_ORDINAL})\s+meningen{_END}|\s+p\.?\s?\d{{1,2}}{_END})?"
)
"""What may stand between the paragraph and the act: `andra stycket 3`, `st. 2`, `första meningen`."""

SIGNED = rf"(?:(?P<chapter>{NUMBER})\s?kap\.?\s+)?(?P<list>{LIST})\s?§§?(?P<stycke>{STYCKE})?"
COLON = rf"(?P<chapter>{NUMBER}):(?P<list>\d{{1,3}}{_COLON_LETTER})(?P<stycke>{STYCKE})?"
_ARTICLE_NUMBER = r"\d{1,3}(?:\.\d{1,2}(?:\s?[a-h](?![\wåäö]))?)?"
ARTICLE = rf"(?:artikeln?|artiklarna|art\.?)\s+(?P<list>{_ARTICLE_NUMBER}(?:(?:{_DASH}|{_AND}){_ARTICLE_NUMBER})*)"


def unnamed(pattern: str) -> str:
    """A pattern without its names, so that it can stand several times in another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def chain(pattern: str) -> str:
    """One or several of a kind: `19 kap. 1 § och 20 kap. 2 §`."""
    one = unnamed(pattern)
    return rf"{one}(?:{_AND}{one})*"


def act_pattern(names: list[str]) -> str:
    """A pattern of everything that names an act: known names, a generic word with a number, a bare SFS number."""
    known = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names) or r"(?!)"
    number = r"\((?:SFS\s*)?(?P<number{}>\d{{4}}:\d{{1,4}})\)"
    return (
        rf"(?:(?P<name>(?:{known})s?){_END}(?:\s*{number.format(1)})?"
        rf"|(?P<generic>[\wåäö-]*(?:{GENERIC}))\s*{number.format(2)}"
        rf"|SFS\s+(?P<number3>\d{{4}}:\d{{1,4}}){_END})"
    )
