"""Two versions of an entry, as plain dicts and texts -> what differs, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from .penalties import scale

AROUND = 4
"""Words shown on each side of a change in a text."""
LONG = 60
"""Characters above which only the change of a text is shown, not all of it."""
MOST = 3
"""Changes within one text that are shown."""


def differences(before: Any, after: Any) -> list[str]:
    """One line a field: `kontrollerad 2026-05-02 → 2026-11-21`."""
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return [] if before == after else ["filen gick inte att läsa i en av versionerna"]
    return list(_mapping(before, after, ""))


def _mapping(before: Mapping[str, Any], after: Mapping[str, Any], lead: str) -> Iterator[str]:
    for name in dict.fromkeys((*before, *after)):
        yield from _value(f"{lead}{name}", before.get(name), after.get(name))


def _value(name: str, before: Any, after: Any) -> Iterator[str]:
    before, after = _bare(before), _bare(after)
    if before == after:
        return
    if name.endswith("straff") and isinstance(before, list) and isinstance(after, list):
        yield f"straffskala {_scales(before)} → {_scales(after)}"
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _mapping(before, after, f"{name}, ")
    elif isinstance(before, list) and isinstance(after, list):
        yield from _items(name, before, after)
    elif before is None:
        yield f"{name} lagt till: {_short(after)}"
    elif after is None:
        yield f"{name} borttaget: {_short(before)}"
    else:
        yield f"{name} {_texts(str(before), str(after))}"


def _bare(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _scales(values: list[Any]) -> str:
    return ", ".join(scale(value) for value in values if isinstance(value, Mapping)) or "ingen"


def _items(name: str, before: list[Any], after: list[Any]) -> Iterator[str]:
    """What came to a list and what left it; items that were changed in place field by field."""
    old, new = [_key(item) for item in before], [_key(item) for item in after]
    for tag, first, last, other, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and last - first == end - other:
            for number in range(last - first):
                yield from _value(f"{name} {other + number + 1}", before[first + number], after[other + number])
        elif tag != "equal":
            yield from (f"{name} borttaget: {_short(item)}" for item in before[first:last] if _key(item) not in new)
            yield from (f"{name} lagt till: {_short(item)}" for item in after[other:end] if _key(item) not in old)
    if sorted(old) == sorted(new) and old != new:
        yield f"{name} i ny ordning"


def _key(item: Any) -> str:
    return str(_bare(item))


def _short(value: Any) -> str:
    if isinstance(value, Mapping):
        value = next((part for part in value.values() if isinstance(part, str)), "en post")
    if isinstance(value, list):
        return ", ".join(_short(part) for part in value)
    text = " ".join(str(value).split())
    return f"”{text[:LONG].rstrip()} …”" if len(text) > LONG else f"”{text}”" if " " in text else text


def _texts(before: str, after: str) -> str:
    """`2026-05-02 → 2026-11-21`, or only the words that differ in a long text."""
    if max(len(before), len(after)) <= LONG:
        return f"{_short(before)} → {_short(after)}"
    old, new = before.split(), after.split()
    if old == new:
        return "har nya radbrytningar"
    parts = [
        _change((old[max(0, first - AROUND) : first], old[last : last + AROUND]), old[first:last], new[other:end])
        for tag, first, last, other, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    more = f" och {len(parts) - MOST} ställen till" if len(parts) > MOST else ""
    return "; ".join(parts[:MOST]) + more


def _change(around: tuple[list[str], list[str]], old: list[str], new: list[str]) -> str:
    lead, tail = (" ".join(words) for words in around)
    gone, come = _some(old), _some(new)
    middle = f"[{gone} → {come}]" if gone and come else f"[bort: {gone}]" if gone else f"[nytt: {come}]"
    return f"”{f'… {lead} ' if lead else ''}{middle}{f' {tail} …' if tail else ''}”"


def _some(words: list[str]) -> str:
    return " ".join(words) if len(words) <= 3 * AROUND else " ".join([*words[: 2 * AROUND], "…", *words[-AROUND:]])
