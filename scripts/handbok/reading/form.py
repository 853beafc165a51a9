"""The one form in which an entry is written: order of fields, quotes, line breaks.

Two people who write the same thing write the same file, so a difference shows what was changed and nothing else.
Decision 0006 has the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import Entry
from ..model.refs import Ref

WIDTH = 108
"""The longest line of running text, in characters."""
LAST = ("publicering", "kallor", "kontrollerad")
"""Fields that every type shares; they close an entry."""

Path = tuple[str | int, ...]

LOOKS_OTHERWISE = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|~|null|Null|NULL|(?i:true|false|yes|no|on|off)"
)
"""What readers of YAML other than ours take for a number, a truth value or nothing."""
NEEDS_QUOTES = re.compile(r"""^[,\[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|:\s|:$|\s\#|^\s|\s$|^(?:---|\.\.\.)(?:\s|$)|^$""")
_NOT_PRINTABLE = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def fields_in_order(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model as they stand in a file: its own first, what all types share last."""
    fields = model.model_fields
    last = [name for name in LAST if name in fields] if issubclass(model, Entry) else []
    return {name: fields[name] for name in [*(name for name in fields if name not in last), *last]}


def written(kind: type[BaseModel], value: Mapping[str, Any], notes: Mapping[Path, list[str]] | None = None) -> str:
    """The whole file of an entry. `notes` are the comments, by the field above which each stands; () is the end."""
    return "\n".join(_mapping(value, [kind], _Spot("", (), notes or {}))) + "\n"


@dataclass(frozen=True)
class _Spot:
    """Where something is written: how far in, at which path, and the comments of the file."""

    indent: str
    path: Path
    notes: Mapping[Path, list[str]]

    def inside(self, step: str | int) -> _Spot:
        """One level further in."""
        return _Spot(f"{self.indent}  ", (*self.path, step), self.notes)

    def comments(self, *step: str | int) -> Iterator[str]:
        """The comments that stand above a field or an item."""
        yield from (f"{self.indent}{note}" for note in self.notes.get((*self.path, *step), ()))


def _mapping(value: Mapping[str, Any], models: list[type[BaseModel]], spot: _Spot) -> Iterator[str]:
    model = _chosen(models, value)
    fields = fields_in_order(model) if model else {}
    for name in sorted(value, key=lambda name: list(fields).index(name) if name in fields else len(fields)):
        yield from spot.comments(name)
        annotation = fields[name].annotation if name in fields else str
        yield from _field(f"{spot.indent}{name}:", value[name], annotation, spot.inside(name))
    if not spot.path:
        yield from spot.comments()


def _field(lead: str, value: Any, annotation: Any, inner: _Spot) -> Iterator[str]:
    """A field and its value; `lead` is what stands before the value on its line."""
    if isinstance(value, Mapping) and value:
        yield lead
        yield from _mapping(value, models_in(annotation), inner)
    elif isinstance(value, list) and value:
        yield lead
        yield from _items(value, _inner(annotation), inner)
    else:
        yield from _scalar(lead, value, annotation, inner.indent)


def _items(values: list[Any], annotation: Any, spot: _Spot) -> Iterator[str]:
    for number, value in enumerate(values):
        yield from spot.comments(number)
        inner = spot.inside(number)
        if isinstance(value, Mapping) and value:
            yield from _dashed(_mapping(value, models_in(annotation), inner), spot.indent)
        elif isinstance(value, list) and value:
            yield from _dashed(_items(value, _inner(annotation), inner), spot.indent)
        else:
            yield from _scalar(f"{spot.indent}-", value, annotation, inner.indent)


def _dashed(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Lines of which the first that is no comment gets the dash of its item."""
    waiting = True
    for line in lines:
        if not waiting:
            yield line
        elif line.lstrip().startswith("#"):
            yield f"{indent}{line.lstrip()}"
        else:
            waiting = False
            yield f"{indent}- {line[len(indent) + 2 :]}"


def _scalar(lead: str, value: Any, annotation: Any, indent: str) -> Iterator[str]:
    if value is None or value in ([], {}):
        yield lead if value is None else f"{lead} {value}"
        return
    text = str(value)
    if _NOT_PRINTABLE.search(text) or (text != text.strip() and "\n" not in text):
        yield f"{lead} {_double(text)}"
    elif "\n" in text.strip():
        yield f"{lead} |"
        yield from (f"{indent}{line}".rstrip() if not line.strip() else f"{indent}{line}" for line in _lines(text))
    else:
        one_line = f"{lead} {_quoted(text.strip(), annotation)}"
        if len(one_line) <= WIDTH or " " not in text.strip():
            yield one_line
        else:
            yield f"{lead} >-"
            yield from (f"{indent}{line}" for line in _folded(text.strip(), WIDTH - len(indent)))


def _lines(text: str) -> list[str]:
    return text.strip("\n").rstrip().split("\n")


def _folded(text: str, width: int) -> Iterator[str]:
    """Lines that YAML joins to the same text again: broken only at single spaces."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _quoted(text: str, annotation: Any) -> str:
    otherwise = is_text(annotation) and LOOKS_OTHERWISE.fullmatch(text)
    if not otherwise and not NEEDS_QUOTES.search(text):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _NOT_PRINTABLE.sub(lambda found: f"\\U{ord(found[0]):08X}", escaped) + '"'


def is_text(annotation: Any) -> bool:
    """Whether a field holds text, so that a number in it must be quoted for other readers."""
    if isinstance(annotation, type):
        return issubclass(annotation, str)
    if get_origin(annotation) is Ref:
        return True
    parts = [part for part in get_args(annotation) if part not in (type(None), Ellipsis)]
    if any(part in (int, float, bool, date) for part in parts):
        return False
    return not parts or any(isinstance(part, str) or is_text(part) for part in parts)


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models inside an annotation such as `Upphavd | None` or a union of kinds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [] if get_origin(annotation) is Ref else [one for part in get_args(annotation) for one in models_in(part)]


def _inner(annotation: Any) -> Any:
    """What stands in a list: `Moment` of `tuple[Moment, ...]`; the annotation itself when it is no list."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    inside = [_inner(part) for part in get_args(annotation) if get_origin(part) is tuple]
    return inside[0] if inside else annotation


def _chosen(models: list[type[BaseModel]], value: Mapping[str, Any]) -> type[BaseModel] | None:
    """The model of a value among the kinds of a union, told by its `slag`."""
    for model in models:
        field = model.model_fields.get("slag")
        if len(models) == 1 or (field and value.get("slag") in get_args(field.annotation)):
            return model
    return models[0] if models else None
