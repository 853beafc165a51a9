"""What can be said of the whole handbook, for those who keep it. Knows model and law, no file and no page.

lacks         what an entry may lack, per type: the columns of the matrix
completeness  every entry against every lack; shares per part of the handbook
due           what is due for check, soonest first
telling       the same as text and JSON
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..model import Handbook
from .completeness import completeness
from .due import due

REPORTS: Mapping[str, Callable[[Handbook], object]] = {"fullstandighet": completeness, "ses-over": due}
"""Reports that a page may show with `visa('rapport/…')`."""

__all__ = ["REPORTS", "completeness", "due"]
