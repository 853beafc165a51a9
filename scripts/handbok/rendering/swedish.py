"""Swedish for templates: days, lengths of time, counts, enumerations, the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..model import Entry, Handbook, Lagrum, Steg
from ..model.lagrum import Straffskala

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_ALPHABET = {"å": "{a", "ä": "{b", "ö": "{c", "é": "e", "ü": "y"}
_WORDS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def day(value: date) -> str:
    """`21 november 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """`november 2026`."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def sort_key(text: str) -> str:
    """The place of a word in the Swedish alphabet, where å ä ö come last."""
    return "".join(_ALPHABET.get(sign, sign) for sign in text.lower())


def sort_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by their headings, in the Swedish alphabet."""
    return sorted(entries, key=lambda entry: sort_key(entry.titel))


def count(number: int, one: str, many: str) -> str:
    """`1 sida`, `3 sidor`."""
    return f"{number} {one if number == 1 else many}"


def number(value: float) -> str:
    """`1 250` and `3,5`, as Swedish writes numbers (a hard space between the thousands)."""
    return f"{value:,.10g}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")


def minutes(total: int) -> str:
    """`45 min`, `1 tim`, `1 tim 30 min`."""
    hours, rest = divmod(total, 60)
    parts = [f"{hours} tim" if hours else "", f"{rest} min" if rest or not hours else ""]
    return " ".join(part for part in parts if part)


def enumeration(items: Iterable[object]) -> str:
    """`a, b och c`."""
    words = [str(item) for item in items]
    return " och ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def penalty(scale: Straffskala) -> str:
    """A scale of penalties in words: `fängelse 6 månader–4 år`, `böter eller fängelse högst 2 år`."""
    if scale.max_manader is None and not scale.livstid:
        return "böter"
    low, high = scale.min_manader, scale.max_manader
    if high is None:
        span = f"fängelse lägst {_length(low)} eller på livstid" if low else "fängelse på livstid"
    elif low:
        span = f"fängelse {_span(low, high)}"
    else:
        span = f"fängelse högst {_length(high)}"
    if scale.livstid and high is not None:
        span += " eller på livstid"
    return f"böter eller {span}" if scale.boter else span


def _span(low: int, high: int) -> str:
    """`2–10 år`, `6 månader–4 år`."""
    if low % 12 == high % 12 == 0:
        return f"{low // 12}–{high // 12} år"
    return f"{_length(low)}–{_length(high)}"


def _length(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} år" if years else "", count(rest, "månad", "månader") if rest else ""]
    return " och ".join(part for part in parts if part)


def name_of(entry: Entry, handbook: Handbook) -> str:
    """What a link to an entry says: its heading, with the citation for law and the number for steps."""
    if isinstance(entry, Lagrum):
        return citation(entry, handbook)
    if isinstance(entry, Steg):
        return f"{entry.nummer}: {entry.titel}"
    return entry.titel


def citation(lagrum: Lagrum, handbook: Handbook) -> str:
    """`10 kap. 18 a § OSL`; conventions and European law count in articles: `artikel 13 CETS 197`."""
    act = handbook.find(lagrum.forfattning)
    of_act = (act.kortnamn or act.titel) if act else ""
    in_articles = act and act.slag in ("konvention", "protokoll", "direktiv", "eu-forordning")
    where = f"artikel {lagrum.paragraf}" if in_articles else lagrum.beteckning
    return f"{where} {of_act}".strip()
