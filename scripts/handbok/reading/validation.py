"""Plain values -> an entry of the model, with pydantic's findings told in Swedish at the right line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model import Marks, Origin
from ..model.refs import Ref
from ..problems import Place, Problem, guess

Location = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

_KINDS = {
    "int_parsing": "ska vara ett heltal", "int_from_float": "ska vara ett heltal", "float_parsing": "ska vara ett tal",
    "string_type": "ska vara en text", "tuple_type": "ska vara en lista, en punkt per rad med ”- ” först",
    "model_type": "ska ha egna fält under sig", "model_attributes_type": "ska ha egna fält under sig",
    "date_from_datetime_parsing": "är ingen dag som finns", "date_parsing": "är ingen dag som finns",
    "greater_than": "ska vara större än {gt}", "greater_than_equal": "ska vara minst {ge}",
    "less_than_equal": "ska vara högst {le}", "string_too_long": "är för långt: högst {max_length} tecken",
    "string_pattern_mismatch": "har fel form", "dict_type": "ska ha egna fält under sig",
}  # fmt: skip
"""pydantic's kind of error -> what to say of the value."""


def build(kind: type[M], value: Any, id_: str, marks: Marks) -> tuple[M | None, list[Problem]]:
    """The entry (or the rules of the search), or everything that is wrong with it; one mistake gives one message."""
    if not isinstance(value, Mapping):
        message = (
            "filen är tom"
            if value is None
            else "filen ska bestå av fält: ett namn, ett kolon och ett värde på varje rad"
        )
        return None, [Problem(marks.place(), "tomt-falt" if value is None else "fel-typ", message)]
    try:
        return kind.model_validate(value, context=Origin(id_, marks)), []
    except ValidationError as error:
        return None, _problems(kind, error.errors(include_url=False), marks)


def _problems(kind: type[BaseModel], details: list[ErrorDetails], marks: Marks) -> list[Problem]:
    misspelt = {_meant(kind, detail) for detail in details if detail["type"] == "extra_forbidden"}
    told = [
        _problem(kind, detail, marks)
        for detail in details
        if not (detail["type"] == "missing" and detail["loc"] in misspelt) and not _follows(detail, details)
    ]
    return list(dict.fromkeys(told))


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is too short only because its items have faults of their own."""
    here = detail["loc"]
    return detail["type"] == "too_short" and any(
        other["loc"][: len(here)] == here and len(other["loc"]) > len(here) for other in details
    )


def _problem(kind: type[BaseModel], detail: ErrorDetails, marks: Marks) -> Problem:
    location = detail["loc"]
    place = _place(location, marks)
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    match detail["type"]:
        case "missing" | "union_tag_not_found":
            name = "slag" if detail["type"] == "union_tag_not_found" else name
            return Problem(place, "saknat-falt", f"fältet ”{name}” saknas{_help(kind, location)}")
        case "extra_forbidden":
            return Problem(place, "okant-falt", f"fältet ”{name}” finns inte här.{_guess_field(kind, location)}")
        case "too_short" | "string_too_short" if not detail["input"]:
            return Problem(place, "tomt-falt", f"fältet ”{name}” är tomt{_help(kind, location)}")
        case _ if detail["input"] is None:
            return Problem(place, "tomt-falt", f"fältet ”{name}” är tomt{_help(kind, location)}")
    return Problem(place, "fel-typ", _wrong_value(kind, detail, name))


def _wrong_value(kind: type[BaseModel], detail: ErrorDetails, name: str) -> str:
    """What is wrong with a value that is there: the value itself, what it should be, a guess."""
    shown = f"fältet ”{name}”: {_quoted(detail['input'])}"
    context = detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            return f"{shown} är inget av {', '.join(choices)}.{guess(str(detail['input']), choices)}"
        case "union_tag_invalid":
            choices = re.findall(r"'([^']*)'", str(context["expected_tags"]))
            tag = str(context["tag"])
            return f"fältet ”slag”: ”{tag}” är inget av {', '.join(choices)}.{guess(tag, choices)}"
        case "value_error":
            return str(context["error"])
        case "too_short" | "too_long":
            bound = f"minst {context['min_length']}" if "min_length" in context else f"högst {context['max_length']}"
            return f"fältet ”{name}” har {context['actual_length']} punkter men ska ha {bound}"
        case "ja_nej" | "datum" | "sfs" | "webbadress" | "epost":
            return f"{shown} {detail['msg']}"
    said = _KINDS.get(detail["type"], "passar inte här").format(**context)
    return f"{shown} {said}{_help(kind, detail['loc'])}"


def _quoted(value: Any) -> str:
    if isinstance(value, dict | list):
        return "en lista" if isinstance(value, list) else "ett värde med egna fält"
    text = str(value)
    return f"”{text[:60]}…”" if len(text) > 60 else f"”{text}”"


def _place(location: Location, marks: Marks) -> Place:
    """The place of a location; parts that name a kind of a union have no place of their own."""
    path: Location = ()
    for part in location:
        if (*path, part) in marks.places:
            path = (*path, part)
    return marks.place(*path)


def _meant(kind: type[BaseModel], detail: ErrorDetails) -> Location:
    """The location of the field that a misspelt one was meant to be."""
    *above, name = detail["loc"]
    meant = re.search(r"”(.*)”", guess(str(name), _fields(kind, tuple(above))))
    return (*above, meant.group(1)) if meant else ()


def _guess_field(kind: type[BaseModel], location: Location) -> str:
    fields = _fields(kind, location[:-1])
    return guess(str(location[-1]), fields) or f" Fälten är {', '.join(fields)}."


def _help(kind: type[BaseModel], location: Location) -> str:
    """The description of the field at a location, as the end of a sentence."""
    strings = [number for number, part in enumerate(location) if isinstance(part, str)]
    if not strings:
        return ""
    model = _model_at(kind, location[: strings[-1]])
    field = model.model_fields.get(str(location[strings[-1]])) if model else None
    return f": {field.description}" if field and field.description else ""


def _fields(kind: type[BaseModel], location: Location) -> list[str]:
    model = _model_at(kind, location)
    return list(model.model_fields) if model else []


def _model_at(kind: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """The model whose fields stand at a location."""
    model: type[BaseModel] | None = kind
    candidates: list[type[BaseModel]] = []
    for part in location:
        if isinstance(part, int):
            continue
        tagged = next((one for one in candidates if part in get_args(_annotation(one, "slag"))), None)
        if len(candidates) > 1 and tagged:
            model, candidates = tagged, [tagged]
            continue
        if model is None or part not in model.model_fields:
            return None
        candidates = _models(model.model_fields[part].annotation)
        model = candidates[0] if candidates else None
    return model


def _annotation(model: type[BaseModel], name: str) -> Any:
    field = model.model_fields.get(name)
    return field.annotation if field else None


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models inside an annotation such as `tuple[Moment, ...]` or `Upphavd | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) is Ref:
        return []
    return [model for part in get_args(annotation) for model in _models(part)]
