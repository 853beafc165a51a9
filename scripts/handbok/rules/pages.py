"""Rules on the pages of prose under docs/."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import BY_NAME, EDITION_PAGES, EVERYTHING, REPORTS, Call, Handbook
from ..problems import Problem, guess

MACROS = ("visa", "lista")
"""The macros there are; nothing else may be called from a page."""
DRAWN = (*REPORTS, *EDITION_PAGES)
"""What `visa` draws besides entries."""


def okant_id_i_sida(handbook: Handbook) -> Iterator[Problem]:
    """Det en sida visar, listar eller länkar till finns."""
    for page in handbook.pages:
        for call in page.calls:
            if call.macro == "lista":
                if call.target not in (*BY_NAME, EVERYTHING):
                    message = f"”{call.target}” är ingen innehållstyp.{guess(call.target, BY_NAME)}"
                    yield Problem(call.place, "", message)
            elif call.macro == "visa" or call.target.partition("/")[0] in BY_NAME:
                known = _is_there(call, handbook) or call.target in handbook.unread or call.target in DRAWN
                if not known and call.target not in {other.address for other in handbook.pages}:
                    meant = guess(call.target, [*handbook.entries, *DRAWN])
                    message = f"sidan visar ”{call.target}”, som inte finns.{meant}"
                    yield Problem(call.place, "", message)


def _is_there(call: Call, handbook: Handbook) -> bool:
    """Whether there is such an entry or piece: a macro names a piece `id#name`, a link its page `id/name`."""
    if call.macro != "visa":
        return handbook.at(call.target) is not None
    id_, _, piece = call.target.partition("#")
    return id_ in handbook and (not piece or piece in handbook[id_].delsidor)


def okant_makro(handbook: Handbook) -> Iterator[Problem]:
    """Sidor anropar visa(…) och lista(…), inget annat."""
    for page in handbook.pages:
        for call in page.calls:
            if call.macro not in (*MACROS, "länk"):
                yield Problem(call.place, "", f"makrot ”{call.macro}” finns inte.{guess(call.macro, MACROS)}")
