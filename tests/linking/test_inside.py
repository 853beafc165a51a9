from __future__ import annotations

from pathlib import Path

import pytest

from handbok.linking.inside import inside
from handbok.model import Handbook
from handbok.problems import Place, Stop
from handbok.reading import load
from support import PROJECT, TODAY, Build


def small_site(folder: Path, body: str) -> Path:
    (folder / "begrepp").mkdir(parents=True)
    (folder / "index.html").write_text('<html><body><a href="begrepp/samverkan.html#del">x</a></body></html>')
    (folder / "begrepp" / "samverkan.html").write_text(f'<html><body><p id="del">x</p>{body}</body></html>')
    return folder


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<a href="../saknas.html">x</a>', "länkar till saknas.html, som inte finns"),
        ('<a href="#borta">x</a>', "#borta"),
        ('<a href="tel:020-50 50 50">x</a>', "ska se ut som tel:020505050"),
        ('<a href="mailto:ingen">x</a>', "ska se ut som mailto:namn@exempel.se"),
        ('<img src="../bild.png" alt="">', "bild.png"),
    ],
)
def test_what_leads_nowhere_is_told_at_its_page(body: str, said: str, tmp_path: Path) -> None:
    found = inside(small_site(tmp_path / "site", body), Handbook)
    assert len(found) == 1
    assert said in found[0].message


def test_what_holds_is_not_told(tmp_path: Path) -> None:
    body = '<a href="tel:+4620505050">x</a> <a href="mailto:a@b.se?subject=x">x</a> <a href="https://a.se/borta">x</a>'
    assert inside(small_site(tmp_path / "site", body), Handbook) == []


def test_a_fault_is_told_at_the_line_of_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = PROJECT / "tests" / "fel" / "okand-hanvisning"
    monkeypatch.chdir(case)
    handbook, _ = load(Path("content"), root=case, today=TODAY)
    site = small_site(tmp_path / "site", '<a href="natverk.html">x</a>')
    assert [problem.place for problem in inside(site, lambda: handbook)] == [Place("content/begrepp/samverkan.yml", 3)]


def test_without_a_site_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"build\.py"):
        inside(tmp_path, Handbook)


def test_every_link_inside_the_real_site_holds(site: Build, handbook: Handbook) -> None:
    assert [str(problem) for problem in inside(site.folder, lambda: handbook)] == []
