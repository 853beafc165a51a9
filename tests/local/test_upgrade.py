"""A newer handbook says what moved and what must be looked at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbok.local import read_and_lay
from handbok.local.upgrade import to_look_at, version_of
from handbok.model import Handbook, Ref
from handbok.problems import Level, as_text, has_errors
from local.overlays import EXEMPELSTAD, changed, copied
from support import PROJECT, run_verb


def test_what_moved_is_told_and_followed(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    contact = folder / "kontakt" / "lokal-socialjouren.yml"
    contact.write_text(contact.read_text("utf-8").replace("kontakt/nodnummer", "kontakt/larm"), "utf-8")
    newer = replace(handbook, moved={"kontakt/larm": Ref("kontakt/nodnummer")})
    local, problems = read_and_lay(folder, newer, tmp_path)
    assert as_text(problems) == (
        "lokalt/kontakt/lokal-socialjouren.yml:12:10: varning: ”kontakt/larm” har flyttat och heter nu "
        "”kontakt/nodnummer”. Skriv det nya [lokal-flyttad]"
    )
    assert local.contact("kontakt/lokal-socialjouren").reserv == ("kontakt/nodnummer",)  # type: ignore[union-attr]


def test_what_has_changed_since_is_to_be_looked_at(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    changed(folder, "  dag: 2026-11-21", "  dag: 2026-01-01")
    local, _ = read_and_lay(folder, handbook, tmp_path)
    found = list(to_look_at(local, "0.2.0"))
    told = as_text(found)
    assert "handboken har version 0.2.0, ni gick igenom 0.1.0. Läs CHANGELOG.md" in told
    assert "”mall/flodesschema-arende”, bladet som er rutin fyller i, är kontrollerad" in told
    assert "”kontakt/nodnummer”, posten som ni hänvisar till, är kontrollerad" in told
    assert {problem.level for problem in found} == {Level.VARNING}


def test_nothing_is_told_when_nothing_has_changed(handbook: Handbook) -> None:
    local, _ = read_and_lay(EXEMPELSTAD, handbook, PROJECT)
    seen = local.utgava.genomgangen
    newest = max((e.kontrollerad for e in handbook if hasattr(e, "kontrollerad")), default=seen.dag)
    if newest <= seen.dag:
        assert list(to_look_at(local, seen.version)) == []


def test_an_old_assessment_never_stops_a_corrected_number(handbook: Handbook, tmp_path: Path) -> None:
    folder = copied(tmp_path / "lokalt")
    changed(folder, "bedomd: 2026-10-01", "bedomd: 2020-10-01")
    _, problems = read_and_lay(folder, handbook, tmp_path)
    assert not has_errors(problems)
    assert "TILLGÄNGLIGHETEN BEDÖMDES 2020-10-01" in as_text(problems)


def test_the_verb_checks_an_edition() -> None:
    done = run_verb("validate", "--local", str(EXEMPELSTAD), "--today", "2028-01-01", "--format", "json")
    assert '"rule": "gammal-bedomning"' in done.stdout


def test_the_version_is_that_of_the_project() -> None:
    assert version_of(PROJECT).count(".") == 2
