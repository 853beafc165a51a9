"""Known errors in the registers. Each is corrected only while the register still has the very note it is about.

A correction without evidence does not belong here: the note then stays in doubt, and the editor is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .registers import Amendment


@dataclass(frozen=True)
class Slip:
    """A piece of a note as the register has it, as it should be, and how we know."""

    act: str
    sfs: str
    wrong: str
    right: str
    evidence: str


@dataclass(frozen=True)
class Days:
    """Paragraphs that start on another day than the one the register gives for the whole act.

    `spots` are (chapter, paragraph); without spots the day holds for all that is not named elsewhere.
    """

    act: str
    sfs: str
    day: date
    evidence: str
    spots: tuple[tuple[str | None, str | None], ...] = ()


_TEXT = "den konsoliderade texten, läst 2026-04-27"

SLIPS: tuple[Slip, ...] = (
    Slip("2009:400", "2024:122", "ändr. 5 och 12 d §§", "ändr. 30 kap. 5, 12 d §§",
         f"registret jämfört med slutnoterna i {_TEXT}: ändringen står i 30 kap. 5 och 12 d §§"),
    Slip("2009:400", "2018:1936", "ändr. 1 kap. 1 §", "ändr. 41 kap. 1 §",
         f"registret jämfört med slutnoterna i {_TEXT}: ändringen står i 41 kap. 1 §"),
    Slip("1988:688", "2025:561", "ändr. nya 1 b, 2, 5,", "ändr. 1, nya 1 b, 2, 5,",
         f"1 § slutar med ”Lag (2025:561)” i {_TEXT}"),
    Slip("1990:52", "2018:652", "15 c, 17, 18,", "15 c, 17, 17 a, 18,",
         f"17 a § slutar med ”Lag (2018:652)” i {_TEXT}"),
    Slip("1947:948", "2015:636", "mu 14 c §", "ny 14 c §",
         "registret nämner ingen 14 c § före 2015:636; ”mu” är ett skrivfel för ”ny”"),
    Slip("2010:800", "2018:749", "ändr. 1, 3, 5 a, 8 §§, 15 kap.", "ändr. 3 kap. 1, 3, 5 a, 8 §§, 15 kap.",
         "punkt 1 i övergångsbestämmelserna till 2018:749 nämner 3 kap. 1, 3, 5 a, 8 och 12 g §§"),
    Slip("2010:800", "2023:393", "34 b, 34, c, 34 d", "34 b, 34 c, 34 d",
         "34 § ändras i samma not och kan inte vara ny; 34 c § fattas i följden 34 a, 34 b, 34 d"),
    Slip("2010:800", "2012:109", "7 kap. 5 a, 5, b,", "7 kap. 5 a, 5 b §§,",
         "2022:1315 ändrar 7 kap. 5, 5 a och 5 b §§; 5 § fanns före 2012:109"),
)  # fmt: skip
"""Corrections of notes."""

_SCHOOL = "övergångsbestämmelserna till {} i den konsoliderade skollagen, läst 2026-04-27"

DAYS: tuple[Days, ...] = (
    Days("2017:30", "2025:1399", date(2027, 1, 1), "övergångsbestämmelserna till 2025:1399 i hälso- och sjukvårdslagen",
         (("8", "10"), ("8", "11"))),
    Days("1991:481", "2022:1698", date(2023, 1, 1), "övergångsbestämmelserna till 2022:1698 i folkbokföringslagen",
         ((None, "5"),)),
    Days("1991:481", "2022:1698", date(2023, 9, 1), "övergångsbestämmelserna till 2022:1698 i folkbokföringslagen"),
    Days("2010:800", "2022:1315", date(2023, 1, 1), _SCHOOL.format("2022:1315"), (("7", "11 c"), ("28", "16"))),
    Days("2010:800", "2022:1315", date(2024, 7, 1), _SCHOOL.format("2022:1315"),
         (("3", "4"), ("3", "4 b"), ("29", "28 a"))),
    Days("2010:800", "2022:1315", date(2023, 7, 2), _SCHOOL.format("2022:1315")),
    Days("2010:800", "2021:191", date(2021, 7, 1), _SCHOOL.format("2021:191"), (("3", "13 a"),)),
    Days("2010:800", "2021:191", date(2021, 4, 1), _SCHOOL.format("2021:191")),
    Days("2010:800", "2020:447", date(2022, 1, 1), _SCHOOL.format("2020:447"), (("20", "36"),)),
    Days("2010:800", "2020:447", date(2021, 7, 1), _SCHOOL.format("2020:447")),
)  # fmt: skip
"""Days that the register's single date hides."""


def corrected(act: str, amendment: Amendment) -> tuple[str, str | None]:
    """The note to read, and the evidence when it is not the register's own."""
    for slip in SLIPS:
        if (slip.act, slip.sfs) == (act, amendment.sfs) and slip.wrong in amendment.note:
            return amendment.note.replace(slip.wrong, slip.right, 1), slip.evidence
    return amendment.note, None


def known_day(act: str, sfs: str, spot: tuple[str | None, str | None]) -> Days | None:
    """What is known of the day when a paragraph of an amending act starts, beside the register's date."""
    found = [days for days in DAYS if (days.act, days.sfs) == (act, sfs)]
    named = next((days for days in found if spot in days.spots), None)
    return named or next((days for days in found if not days.spots), None)
