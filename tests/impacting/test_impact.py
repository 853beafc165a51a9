"""What a change does to sheets and to a municipality's edition, on the real handbook."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from handbok.impacting import main
from handbok.impacting.command import Wish, impact
from handbok.problems import Stop
from support import PROJECT, TODAY

EDITIONS = PROJECT / "tests" / "lokalt"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Prov", "-c", "user.email=prov@exempel.se", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / "content" / name
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook, with a sheet and a contact changed and not yet committed."""
    root = tmp_path_factory.mktemp("arkiv")
    for name in ("content", "docs", "overrides"):
        shutil.copytree(PROJECT / name, root / name)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "början")
    change(root, "mall/swot.yml", r"(?m)^rubrik: .*", "rubrik: SWOT på nytt")
    change(root, "kontakt/nodnummer.yml", r"(?m)^kontrollerad: .*", "kontrollerad: 2026-11-20")
    return root


@pytest.fixture(scope="module")
def report(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    pictures = tmp_path_factory.mktemp("bilder") / "blad"
    return impact(repository, "main", Wish(TODAY, (EDITIONS / "exempelstad",), pictures)), pictures


def section(report: str, heading: str) -> list[str]:
    found = re.search(rf"### {heading}\n\n(.*?)\n\n", report, re.DOTALL)
    return found[1].splitlines() if found else []


@pytest.mark.pdf
def test_touched_sheets_are_drawn_before_and_after(report: tuple[str, Path]) -> None:
    told, pictures = report
    assert "- `mall/swot` sida 1: [före](blad/swot-1-fore.png), [efter](blad/swot-1-efter.png)" in section(
        told, "Bilder av bladen"
    )
    one, other = (Image.open(BytesIO((pictures / f"swot-1-{when}.png").read_bytes())) for when in ("fore", "efter"))
    assert one.size == other.size
    assert one.convert("L").tobytes() != other.convert("L").tobytes()


@pytest.mark.pdf
def test_only_pages_that_look_otherwise_are_drawn(report: tuple[str, Path]) -> None:
    told, pictures = report
    drawn = {path.name.rpartition("-")[0] for path in pictures.iterdir()}
    assert len(section(told, "Bilder av bladen")) == len(drawn)
    assert not [name for name in drawn if name.startswith("ambitionsnivaer")]


@pytest.mark.pdf
def test_an_edition_that_leans_on_the_change_is_told(report: tuple[str, Path]) -> None:
    (line,) = section(report[0], "Kommunernas utgåvor")
    assert line.startswith("- **Exempelstads kommun** (`exempelstad`): ")
    assert "hänvisar till `kontakt/nodnummer`" in line


@pytest.mark.pdf
def test_printed_codes_that_lead_to_changed_pages_are_told(report: tuple[str, Path]) -> None:
    codes = report[0].partition("Tryckta QR-koder till ändrade sidor")[2].partition("</details>")[0]
    assert "- `mall/swot.html`" in codes
    assert "kontakt/" not in codes


def test_a_fault_that_an_edition_gets_is_told(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "arkiv"
    shutil.copytree(repository, other)
    (other / "content/kontakt/nodnummer.yml").unlink()
    told = section(impact(other, "main", Wish(TODAY, (EDITIONS / "exempelstad",))), "Kommunernas utgåvor")
    assert any(line.startswith("  - Nytt: ") and "kontakt/nodnummer" in line for line in told)


def test_a_folder_without_editions_is_wrong_use(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(Stop, match=r"ingen mapp med en utgava\.yml"):
        main(["main", "--root", str(repository), "--all-in", str(tmp_path)])
