"""Style sheets worked out before they are set."""

from __future__ import annotations

import re

from handbok.printing.settling import settled
from printing.conftest import STOCK


def test_what_only_root_declares_is_worked_out() -> None:
    one = ":root { --mm: 1mm; --ton: #fff; --stor: calc(var(--mm) * 4) } /* var(--ton) */"
    two = ":root { --mm: 0.5mm } p { width: calc(var(--mm) * 5); color: var(--ton); height: var(--stor) }"
    assert settled({1: one, 2: two})[2].split("}", 1)[1].strip() == (
        "p { width: 2.5000mm; color: #fff; height: 2.0000mm }"
    )


def test_what_is_declared_elsewhere_too_is_left_alone() -> None:
    style = (
        ":root { --fas: red; --band: var(--fas) } .a { --fas: blue } p { color: var(--fas); background: var(--band) }"
    )
    assert settled({1: style})[1].endswith("p { color: var(--fas); background: var(--band) }")


def test_dark_pages_are_no_concern_of_paper() -> None:
    style = ':root { --ton: white }\n[data-md-color-scheme="slate"] { --ton: black }\np { color: var(--ton) }'
    made = settled({1: style})[1]
    assert "black" not in made
    assert made.endswith("p { color: white }")


def test_no_constant_of_a_sheet_is_left_to_look_up() -> None:
    left = set(re.findall(r"var\((--[\w-]+)\)", "".join(STOCK.style_sheets("a3").values())))
    assert left.isdisjoint({"--mm", "--text-bas", "--farg-text", "--typsnitt-text", "--marginal"})
