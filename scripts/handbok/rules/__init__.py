"""Rules over the whole handbook.

RULES is the list. A rule is a generator of problems, named after the fault it finds. Its docstring is
Swedish: it is the reason that `validate.py --list` shows to editors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..model import Handbook
from ..problems import Problem, rule_name
from .dates import for_gammal_kontroll, kontroll_i_framtiden
from .goals import GOAL_RULES
from .knowledge import KNOWLEDGE_RULES
from .law import LAW_RULES
from .order import dubbelt_ordningsnummer
from .pages import okant_id_i_sida, okant_makro
from .places import PLACE_RULES
from .plans import PLAN_RULES
from .references import (
    fel_typ_av_hanvisning,
    foraldralos,
    hanvisning_till_utkast,
    okand_hanvisning,
    planerad_finns_redan,
    planerad_hanvisning,
    trasig_flytt,
)
from .search import okant_i_sokning
from .sessions import SESSION_RULES
from .sheets import SHEET_RULES
from .text import otillaten_lank, ra_html
from .trees import TREE_RULES
from .wholeness import WHOLENESS_RULES

Rule = Callable[[Handbook], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    okand_hanvisning,
    fel_typ_av_hanvisning,
    planerad_hanvisning,
    hanvisning_till_utkast,
    planerad_finns_redan,
    trasig_flytt,
    foraldralos,
    dubbelt_ordningsnummer,
    ra_html,
    otillaten_lank,
    okant_id_i_sida,
    okant_makro,
    okant_i_sokning,
    kontroll_i_framtiden,
    for_gammal_kontroll,
    *LAW_RULES,
    *SHEET_RULES,
    *SESSION_RULES,
    *PLAN_RULES,
    *GOAL_RULES,
    *WHOLENESS_RULES,
    *TREE_RULES,
    *PLACE_RULES,
    *KNOWLEDGE_RULES,
)
"""Every rule, in the order a person would ask."""


def check(handbook: Handbook) -> list[Problem]:
    """What every rule finds, each problem with its rule's name."""
    return [replace(problem, rule=rule_name(rule)) for rule in RULES for problem in rule(handbook)]


__all__ = ["RULES", "Rule", "check"]
