"""What the law watch found, told to a person: as text for a terminal, as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

_GROUPS = (
    ("ändrad", "Ändrade sedan vi läste lagtexten"),
    ("oläst", "Olästa: kan ha ändrats"),
    ("kommande", "Beslutade men inte i kraft"),
)


def as_text(report: Row) -> str:
    """One paragraph of text for each finding, then the acts, then a line of numbers."""
    lines: list[str] = []
    for lage, title in _GROUPS:
        rows = [row for row in report["fynd"] if row["lage"] == lage]
        if rows:
            lines += [title, *(line for row in rows for line in _finding(row)), ""]
    if unread := _unread(report):
        lines += ["Kan inte sägas vara oförändrade", *(f"  {line}" for line in unread), ""]
    acts = [row for row in report["akter"] if row["lage"] != "läst"]
    if acts:
        lines += ["Författningar", *(f"  {row['forfattning']} ({row['sfs']}): {row['varfor']}" for row in acts), ""]
    return "\n".join([*lines, summary(report)])


def _unread(report: Row) -> list[str]:
    """The paragraphs that nothing can be said of, a line for each reason."""
    by_reason: dict[str, list[str]] = {}
    for row in report["olasta_paragrafer"]:
        by_reason.setdefault(row["varfor"], []).append(row["lagrum"].partition("/")[2])
    return [f"{why}: {', '.join(names)}" for why, names in by_reason.items()]


def _finding(row: Row) -> list[str]:
    """A finding: what, since when, by which act, what to do, and where it shows."""
    known = " (står redan i posten)" if row["redan_i_posten"] else ""
    touched = [*row["sidor"], *row["blad"]]
    return [
        f"  {row['lagrum']}: {row['slag']} genom SFS {row['sfs']}, {_from(row)}{known}",
        f"    Varför: {row['varfor']}.{_doubt(row)}",
        f"    Gör: {row['gor']}",
        *([f"    Berör: {', '.join(touched)}"] if touched else []),
    ]


def _from(row: Row) -> str:
    if row["fran"] is None:
        return "ingen dag bestämd i registret"
    unsure = "" if row["dag_saker"] else "; delar kan ha en annan dag, se övergångsbestämmelserna"
    return f"från {row['fran']}{unsure}"


def _doubt(row: Row) -> str:
    told = f" Registrets not är rättad: {row['rattelse']}." if row.get("rattelse") else ""
    return told if row["saker"] else f"{told} Noten lyder: ”{row['anteckning']}”."


def as_markdown(report: Row) -> str:
    """A report that can be the text of a pull request."""
    lines = ["# Lagbevakning", "", summary(report), ""]
    for lage, title in _GROUPS:
        rows = [row for row in report["fynd"] if row["lage"] == lage and not row["redan_i_posten"]]
        if rows:
            lines += [f"## {title}", "", *(line for row in rows for line in _item(row)), ""]
    if unread := _unread(report):
        lines += ["## Kan inte sägas vara oförändrade", "", *(f"- {line}" for line in unread), ""]
    acts = [row for row in report["akter"] if row["lage"] != "läst"]
    if acts:
        lines += [
            "## Författningar",
            "",
            *(f"- `{row['forfattning']}` ({row['sfs']}): {row['varfor']}" for row in acts),
        ]
    return "\n".join(lines).rstrip() + "\n"


def _item(row: Row) -> list[str]:
    touched = [f"`{name}`" for name in (*row["sidor"], *row["blad"])]
    return [
        f"- [ ] `{row['lagrum']}`, {row['beteckning']}: {row['slag']} genom SFS {row['sfs']}, {_from(row)}.",
        f"  {row['gor']} ({row['varfor']}.){_doubt(row)}",
        *([f"  Berör {', '.join(touched)}."] if touched else []),
    ]


def summary(report: Row) -> str:
    """`41 författningar, 220 paragrafer: 3 ändrade, 1 kommande, 0 olästa, 216 oförändrade.`"""
    count = report["antal"]
    saved = " Sparade register säger inget om tiden efter att de sparades." if report.get("sparade_register") else ""
    return (
        f"{count['forfattningar']} författningar, {count['paragrafer']} paragrafer: {count['ändrad']} ändrade, "
        f"{count['kommande']} kommande, {count['oläst']} olästa, {count['upphävd']} upphävda, "
        f"{count['oförändrad']} oförändrade.{saved}"
    )


def window_as_text(rows: Sequence[Row]) -> str:
    """The paragraphs that one register says changed, a line each."""
    return "\n".join(_window_line(row) for row in rows) or "Inga ändringar i registret under den tiden."


def window_as_markdown(rows: Sequence[Row]) -> str:
    """The same as a table."""
    head = ["| Från | SFS | Paragraf | Slag | Säker |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *(_cells(row) for row in rows)])


def _window_line(row: Row) -> str:
    doubt = "" if row["saker"] else f"  osäker: ”{row['anteckning']}”"
    return f"{row['fran'] or '-'}  {row['sfs'] or '-'}  {_spot(row)}  {row['slag']}{doubt}"


def _cells(row: Row) -> str:
    cells: Iterable[str] = (
        row["fran"] or "",
        row["sfs"] or "",
        _spot(row),
        row["slag"],
        "ja" if row["saker"] else "nej",
    )
    return f"| {' | '.join(cells)} |"


def _spot(row: Row) -> str:
    chapter = f"{row['kapitel']} kap. " if row["kapitel"] else ""
    return (chapter + (f"{row['paragraf']} §" if row["paragraf"] else "")).strip() or "okänd paragraf"
