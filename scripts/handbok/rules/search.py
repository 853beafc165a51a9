"""Rules on what the search knows beside the entries: content/sokning.yml."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import BY_NAME, Handbook
from ..model.refs import walk
from ..problems import Problem, guess


def okant_i_sokning(handbook: Handbook) -> Iterator[Problem]:
    """Hjälpnumren i sökningen hämtas ur kontakter som finns, och avsikterna gäller innehållstyper som finns."""
    rules = handbook.search
    for path, target in walk({"hjalp": rules.hjalp, "hjalp_barn": rules.hjalp_barn}):
        if target not in handbook:
            yield rules.problem(path, f"kontakten ”{target}” finns inte.{guess(target, handbook.entries)}")
    for typ in rules.avsikter:
        if typ not in BY_NAME:
            yield rules.problem(("avsikter", typ), f"”{typ}” är ingen innehållstyp.{guess(typ, BY_NAME)}")
