from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from handbok.model import BY_NAME, Begrepp, Lagrum
from handbok.problems import Stop
from handbok.reading import load, rewriting
from handbok.reading.form import WIDTH, written
from handbok.reading.notes import comments
from handbok.reading.yaml_tree import parse
from support import PROJECT


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items()}
    return [bare(part) for part in value] if isinstance(value, list) else value.strip() if value else value


def test_all_real_content_says_the_same_in_the_one_form_and_keeps_its_comments(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    before, _ = load(PROJECT / "content", root=PROJECT)
    rewriting.rewrite(tmp_path / "content", tmp_path)
    after, problems = load(tmp_path / "content", root=tmp_path, form=True)
    assert problems == []
    assert list(before.entries) == list(after.entries)
    assert all(before[id_].model_dump() == after[id_].model_dump() for id_ in before.entries)
    for path in (PROJECT / "content").glob("*/*.yml"):
        old, new = (p.read_text(encoding="utf-8") for p in (path, tmp_path / path.relative_to(PROJECT)))
        assert comments(old) == comments(new), path
    assert rewriting.rewrite(tmp_path / "content", tmp_path) == []


def test_fields_stand_in_the_order_of_the_model_and_what_all_share_last() -> None:
    text = written(
        Lagrum, {"kontrollerad": "2026-11-21", "lank": "https://a.se", "kallor": ["kalla/a"], "paragraf": "1"}
    )
    assert text == 'paragraf: "1"\nlank: https://a.se\nkallor:\n  - kalla/a\nkontrollerad: 2026-11-21\n'


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("10", '"10"'), ("18 a", "18 a"), ("nej", "nej"), ("NO", '"NO"'), ("~", '"~"'), ("1e3", '"1e3"'),
        ("2009:400", "2009:400"), ("a: b", '"a: b"'), ('säg "nej": nu', "'säg \"nej\": nu'"), ("a #b", '"a #b"'),
        ("a#b", "a#b"), ("- x", '"- x"'), ("–", "–"), ("*x*", '"*x*"'), ("slut:", '"slut:"'), ("0771", '"0771"'),
        ("c:\\x #", "'c:\\x #'"), ("bell\x07", '"bell\\U00000007"'), ("---", '"---"'), ("@x", '"@x"'),
    ],
)  # fmt: skip
def test_quotes_only_where_some_reader_needs_them(value: str, line: str) -> None:
    text = written(Begrepp, {"rubrik": value})
    assert text == f"rubrik: {line}\n"
    assert parse(text, "").value == {"rubrik": value} or "\x07" in value


def test_long_text_is_folded_at_single_spaces_and_reads_back_the_same() -> None:
    value = "ord  med dubbla  blanksteg och # tecken: " * 9 + "slut"
    text = written(Begrepp, {"forklaring": value})
    assert max(len(line) for line in text.split("\n")) <= WIDTH
    assert parse(text, "").value == {"forklaring": value}


def test_text_with_lines_keeps_its_lines() -> None:
    value = "Ett stycke.\n\n- en punkt\n  som fortsätter\n"
    text = written(Begrepp, {"forklaring": value})
    assert text == "forklaring: |\n  Ett stycke.\n\n  - en punkt\n    som fortsätter\n"
    assert parse(text, "").value == {"forklaring": value}


def test_comments_move_to_the_line_above_their_field_and_none_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "begrepp"
    folder.mkdir(parents=True)
    path = folder / "a.yml"
    path.write_text(
        "# först\nkontrollerad: 2026-11-21 # dag\nrubrik: A\nkallor: # dessa\n  # en\n  - kalla/a # ett\n"
        "forklaring: | # brödtext\n  # inte en kommentar\n# sist\n",
        encoding="utf-8",
    )
    assert rewriting.rewrite(tmp_path / "content", tmp_path) == ["content/begrepp/a.yml"]
    assert path.read_text(encoding="utf-8") == (
        'rubrik: A\n# brödtext\nforklaring: "# inte en kommentar"\n# dessa\nkallor:\n  # en\n  # ett\n  - kalla/a\n'
        "# först\n# dag\nkontrollerad: 2026-11-21\n# sist\n"
    )


def test_a_rewrite_that_would_change_anything_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(PROJECT / "tests" / "fel" / "fel-form" / "content", tmp_path / "content")
    path = tmp_path / "content" / "begrepp" / "samverkan.yml"
    before = path.read_bytes()
    monkeypatch.setattr(rewriting, "written", lambda *_: "rubrik: Något annat\n")
    with pytest.raises(Stop, match="utan att något ändras"):
        rewriting.rewrite(tmp_path / "content", tmp_path)
    assert path.read_bytes() == before


def test_every_type_with_files_has_an_order() -> None:
    for kind in BY_NAME.values():
        value = dict.fromkeys(reversed(list(kind.model_fields)), "x")
        names = [line.partition(":")[0] for line in written(kind, value).splitlines()]
        own = [name for name in kind.model_fields if name not in ("publicering", "kallor", "kontrollerad")]
        assert names[: len(own)] == own
