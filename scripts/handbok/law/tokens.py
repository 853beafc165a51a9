"""The words of a register's note, in the order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTER = r"(?:\s?[a-z](?![a-zåäö]|\s+\d{4}:))"
_RULES = r"(?:ikraft(?:r|tr)\.?-?\s+och\s+)?över(?:g|gång)(?:s?best)?\.?(?:\s*best)?(?![a-zåäö])\.?"
"""The transition rules of an act, in the ways the registers spell them."""
_LIST = rf"\d+{_LETTER}?(?:,\s?\d+{_LETTER}?)*(?!\d)(?!\s*,?\s*(?:kap|§)|\s[a-hj-z]\s)"
"""Numbers that no chapter or paragraph sign follows: points and annexes."""

_WORDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("okant", r"m\.\s?(?:m|fl)\."),
        ("sfs", r"(?:(?P<how>i|av|till|genom)\s+)?(?P<act>\d{4}:\d+)"),
        ("annat", rf"p\s+{_LIST}|\d+\s+p(?=\s+(?:i\b|ö|ikr|till))"),
        ("annat", rf"{_RULES}(?:\s+\d+\s+p)?"),
        ("start", r"ikraft(?:r|tr)\.?(?:\s?best\.?)?(?![a-zåäö])|ikraftträdandebest\.?"),
        ("annat", rf"bil(?![a-zåäö])\.?(?:\s*{_LIST})?"),
        ("annat", r"ingressen|direktiv\s+\d+/\d+/E[UG]|\d+\s+st\b\.?"),
        ("omtryck", r"omtryck"),
        ("avser", r"såvitt\s+avser"),
        ("rubrik", r"(?:författnings)?rubr(?![a-zåäö])\s?[.,]?(?:\s*n?ärmast)?\s*(?P<where>före|efter|till)?"),
        ("rubrik", r"närmast\s*(?P<where>före|efter)"),
        ("satts", r"sätts(?:\s*n?ärmast)?\s*(?:före|efter)?"),
        ("betecknas", r"betecknas"),
        ("nuvarande", r"(?:de[nt]?\s+)?nuvarande"),
        ("den-nya", r"(?:den|de)\s+nya(?![a-zåäö])"),
        ("upph", r"upph(?![a-zåäö])\.?"),
        ("andr", r"ändr(?:ing)?(?![a-zåäö])\.?"),
        ("ny", r"(?:nya|nytt|ny)(?![a-zåäö])"),
        ("utgar", r"utgår"),
        ("kap", r"kap(?![a-zåäö])\.?"),
        ("paragraf", r"§(?:\s?§)?"),
        ("tal", rf"(?P<number>\d+{_LETTER}?)"),
        ("bokstav", r"(?P<letter>[a-z])(?![a-zåäö])"),
        ("streck", r"[-–—]"),
        ("komma", r","),
        ("och", r"och(?![a-zåäö])"),
        ("semikolon", r"[;:]"),
        ("fyllnad", r"(?:att|ska|skall|av|till)(?![a-zåäö])|\."),
        ("okant", r"\w+|\S"),
    )
)


@dataclass(frozen=True)
class Token:
    """A word of a note. `value` is the number, letter, SFS number or preposition in it."""

    kind: str
    text: str
    value: str = ""
    how: str = ""


def plain(note: str) -> str:
    """A note on one line: registers break lines and use no-break spaces inside a note."""
    return re.sub(r"\s+", " ", note.replace("\xa0", " ")).strip()


def tokens(note: str) -> Iterator[Token]:
    """Every word of a note; a word of no known kind is `okant`."""
    text = plain(note)
    position = 0
    while position < len(text):
        if text[position] == " ":
            position += 1
            continue
        token = _at(text, position)
        yield token
        position += len(token.text)


def _at(text: str, position: int) -> Token:
    for kind, pattern in _WORDS:
        if found := pattern.match(text, position):
            named = found.groupdict()
            value = named.get("act") or named.get("number") or named.get("letter") or named.get("where") or ""
            return Token(kind, found[0], value, named.get("how") or "")
    raise AssertionError("the last pattern takes any character")
