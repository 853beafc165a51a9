"""A citation written out, as it stands best in running text. What is written here is read back by `citations`."""

from __future__ import annotations

from collections.abc import Sequence

from .acts import Act
from .phrases import ORDINALS


def citation_text(act: Act, chapter: str | None, paragraphs: Sequence[str], stycke: str | None = None) -> str:
    """`19 kap. 1, 5 och 6 §§ SoL`, `3 § LVU`, `19 kap. 1 § andra stycket 3 SoL`."""
    before = f"{chapter} kap. " if chapter else ""
    sign = "§§" if len(paragraphs) > 1 else "§"
    return f"{before}{listed(paragraphs)} {sign}{_stycke(stycke)} {act_text(act)}"


def act_text(act: Act) -> str:
    """The short name, else the name with its number: `lagen om kontaktförbud (1988:688)`."""
    if act.short:
        return act.short
    title = act.title[:1].lower() + act.title[1:]
    return f"{title} ({act.sfs})" if act.sfs else title


def listed(words: Sequence[str]) -> str:
    """`1`, `1 och 5`, `1, 5 och 6`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"


def _stycke(stycke: str | None) -> str:
    """` andra stycket 3` for `2 p. 3`."""
    if stycke is None:
        return ""
    number, _, point = stycke.partition(" p. ")
    return f" {ORDINALS[int(number) - 1]} stycket" + (f" {point}" if point else "")
