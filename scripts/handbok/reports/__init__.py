"""What can be said of the whole handbook, for those who keep it. Knows model and law, no file and no page.

lacks         what an entry may lack, per type: the columns of the matrix
completeness  every entry against every lack; shares per part of the handbook
printed       which printed copies of each sheet still hold
due           what is due for check, soonest first
telling       the same as text and JSON
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..model import Handbook
from .completeness import completeness
from .due import due
from .printed import History, printed

REPORTS: Mapping[str, Callable[[Handbook, History], object]] = {
    "fullstandighet": lambda handbook, _: completeness(handbook),
    "ses-over": lambda handbook, _: due(handbook),
    "utskrivna-blad": printed,
}
"""Reports that a page may show with `visa('rapport/…')`: of the handbook and what has changed in it."""

__all__ = ["REPORTS", "completeness", "due", "printed"]
