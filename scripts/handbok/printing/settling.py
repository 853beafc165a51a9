"""Style sheets with everything worked out that is the same on the whole sheet.

WeasyPrint looks up each `var()` and works out each `calc()` once more for every box; a fifth of its time went there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

Name = TypeVar("Name")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DARK = re.compile(r"\[data-md-color-scheme[^{]*\{[^}]*\}")
_ROOT = re.compile(r":root\s*\{[^}]*\}")
_DECLARED = re.compile(r"(?P<name>--[\w-]+):\s*(?P<value>[^;}]+?)\s*(?=[;}])")
_USED = re.compile(r"var\((?P<name>--[\w-]+)\)")
_PRODUCT = re.compile(r"calc\((?P<length>[\d.]+)(?P<unit>mm|pt) \* (?P<times>-?[\d.]+)\)")


def settled(styles: Mapping[Name, str]) -> dict[Name, str]:
    """The same style sheets, for light paper, with the values of what only `:root` declares."""
    light = {name: _DARK.sub("", _COMMENT.sub("", text)) for name, text in styles.items()}
    constants = _constants(light.values())
    thin = {name: _ROOT.sub(lambda block: _thinned(block[0], constants), text) for name, text in light.items()}
    return {name: _worked_out(text, constants) for name, text in thin.items()}


def _constants(texts: Iterable[str]) -> dict[str, str]:
    """What only `:root` declares, and rests on nothing that is declared elsewhere; the last declaration counts."""
    found: dict[str, str] = {}
    elsewhere: set[str] = set()
    for text in texts:
        elsewhere.update(declared["name"] for declared in _DECLARED.finditer(_ROOT.sub("", text)))
        for block in _ROOT.findall(text):
            found |= {declared["name"]: declared["value"] for declared in _DECLARED.finditer(block)}
    fixed = {name: value for name, value in found.items() if name not in elsewhere}
    for _ in fixed:
        fixed = {name: _worked_out(value, fixed) for name, value in fixed.items()}
    return {name: value for name, value in fixed.items() if "var(" not in value}


def _worked_out(text: str, constants: Mapping[str, str]) -> str:
    """`calc(var(--mm) * 5)` -> `4.0000mm` where the unit is 0.8 mm."""
    named = _USED.sub(lambda used: constants.get(used["name"], used[0]), text)
    return _PRODUCT.sub(lambda sum_: f"{float(sum_['length']) * float(sum_['times']):.4f}{sum_['unit']}", named)


def _thinned(block: str, constants: Mapping[str, str]) -> str:
    """What stays of a `:root` block: its declarations of what is no constant."""
    declared = [one for one in _DECLARED.finditer(block) if one["name"] not in constants]
    return f":root {{ {'; '.join(one[0] for one in declared)} }}"
