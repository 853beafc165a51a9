"""Every real sheet and one invented for each kind of area, printed once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from handbok.model import Handbook, Mall
from handbok.printing import Edition, Sheet, Stock, print_sheets
from handbok.printing.drawing import draw
from handbok.printing.forms import forms
from handbok.printing.measuring import Fault
from handbok.printing.typesetting import Copy, typeset
from handbok.problems import Problem
from handbok.rendering import Renderer
from handbok.rendering.plain import PLAIN
from printing.invented import EXAMPLES, sheet, sheet_of
from support import EPOCH, PROJECT, SITE_URL

STOCK = Stock(PROJECT / "overrides", PROJECT / "node_modules")
EDITION = Edition(SITE_URL, "Upplands Väsby kommun")


@dataclass(frozen=True)
class Run:
    """What a print run left behind."""

    sheets: list[Sheet]
    problems: list[Problem]
    steps: list[str]
    out: Path

    @property
    def files(self) -> list[tuple[Mall, Path]]:
        """Every PDF, with its sheet."""
        return self.ending(".pdf")

    def ending(self, ending: str) -> list[tuple[Mall, Path]]:
        """The files with such an ending, each with its sheet."""
        return [(sheet.mall, file) for sheet in self.sheets for file in sheet.files if file.name.endswith(ending)]


Printer = Callable[..., Run]


@pytest.fixture(autouse=True, scope="session")
def epoch() -> None:
    """The time that a build gives its output."""
    patch = pytest.MonkeyPatch()
    patch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def renderer_of(*malls: Mall, handbook: Handbook | None = None) -> Renderer:
    """The real templates over these sheets, and the handbook they stand in."""
    whole = handbook or Handbook()
    entries = {**whole.entries, **{mall.id: mall for mall in malls}}
    return Renderer(replace(whole, entries=entries), PROJECT / "overrides", PLAIN)


def print_into(folder: Path, renderer: Renderer, cache: Path, edition: Edition = EDITION) -> Run:
    """One print run."""
    steps: list[str] = []
    made, problems = print_sheets(renderer, STOCK, edition, folder, cache, lambda *told: steps.append(told[2]))
    return Run(made, problems, steps, folder)


def faults_of(mall: Mall, form: int = 0, edition: Edition = EDITION, handbook: Handbook | None = None) -> list[Fault]:
    """What is wrong with one form of a sheet."""
    chosen = forms(mall)[form]
    html = draw(renderer_of(mall, handbook=handbook), mall, chosen, edition)
    copy = Copy(mall.slug, html, STOCK, chosen.paper, chosen.size, len(mall.blad), chosen.notes)
    return list(typeset(copy).faults)


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory, handbook: Handbook) -> Run:
    """All real sheets; every kind of area on a sheet of its own, lying; and two standing sheets.

    The real ones come from the cache that builds share, so that the site of the other tests does not print them again.
    """
    malls = [sheet_of(kind) for kind in EXAMPLES]
    standing = sheet_of("lista", riktning="staende")
    case_form = sheet_of("tabell", papper="A4", riktning="staende", arendeformular="ja")
    malls += [_renamed(standing, "prov-staende"), _renamed(case_form, "prov-arende")]
    folder = tmp_path_factory.mktemp("tryck")
    real = print_into(
        folder / "utskrift", renderer_of(handbook=handbook), PROJECT / ".cache" / "utskrift", Edition(SITE_URL)
    )
    laws = {id_: entry for id_, entry in handbook.entries.items() if not isinstance(entry, Mall)}
    others = replace(handbook, entries=laws)
    invented = print_into(folder / "utskrift", renderer_of(*malls, handbook=others), folder / "cache")
    return Run(real.sheets + invented.sheets, real.problems + invented.problems, invented.steps, real.out)


def _renamed(mall: Mall, slug: str) -> Mall:
    fields = mall.model_dump(exclude={"blad"})
    areas = [area.model_dump() for area in mall.blad[0].omraden]
    return sheet(*areas, slug=slug, **{name: value for name, value in fields.items() if value not in (None, ())})
