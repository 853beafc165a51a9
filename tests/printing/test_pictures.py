"""Six sheets look as they did: compared in grey with kept pictures. --update draws these anew."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from printing.conftest import Run

pytestmark = pytest.mark.pdf

PICTURES = Path(__file__).parent / "bilder"
KEPT = (
    "prov-fritext-exempel",
    "prov-tabell-a3",
    "prov-skala-ifyllbar",
    "prov-tankekarta-a4",
    "prov-staende-exempel",
    "prov-kort-a4",
)
"""Invented sheets, so that only the design can change them: all papers, both directions, every form."""
WIDTH = 480
"""Pixels."""
GREYS = 16
STEP = 48
"""How much darker or lighter, of 255, counts as another tone; letters may be smoothed a little differently."""
TOLERANCE = 0.002
"""The share of the picture that may have another tone."""


def drawn(file: Path) -> Image.Image:
    with pypdfium2.PdfDocument(file) as pdf:
        page = pdf[0]
        large = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("L")
    return large.resize((WIDTH, round(large.height * WIDTH / large.width)), Image.Resampling.LANCZOS)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels with another tone."""
    if one.size != other.size:
        return 1.0
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[STEP:]) / (one.width * one.height)


@pytest.mark.parametrize("name", KEPT)
def test_sheet_looks_as_it_did(run: Run, name: str, request: pytest.FixtureRequest) -> None:
    now, kept = drawn(run.out / f"{name}.pdf"), PICTURES / f"{name}.png"
    if request.config.getoption("--update"):
        PICTURES.mkdir(exist_ok=True)
        now.quantize(GREYS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    with Image.open(kept) as picture:
        share = difference(now, picture.convert("L"))
    assert share <= TOLERANCE, f"{name} har ändrats på {share:.1%} av ytan. Titta, och kör med --update om det är rätt."


def test_comparison_sees_a_moved_line_and_another_sheet(run: Run) -> None:
    one = drawn(run.out / "prov-tabell-a3.pdf")
    assert difference(one, ImageChops.offset(one, 1, 0)) > TOLERANCE
    assert difference(one, drawn(run.out / "prov-skala-a3.pdf")) > TOLERANCE
