from __future__ import annotations

import json
import subprocess
import sysconfig
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from handbok.linking.addresses import addresses
from handbok.linking.asking import Answer, ask
from handbok.linking.checking import check
from handbok.linking.exceptions import exceptions, let_through
from handbok.linking.judging import DEAD, Kind, Verdict, judge
from handbok.linking.mending import mend
from handbok.linking.remembering import recall, remember
from handbok.linking.telling import as_annotations, as_json, as_markdown, as_text
from handbok.manners import Manners
from linking.conftest import ANSWERS, Server
from support import PROJECT, TODAY, run_verb

VERDICTS = {
    "/ok": Kind.OK, "/fil.pdf": Kind.OK, "/årsbok": Kind.OK, "/bara-get": Kind.OK, "/head-ljuger": Kind.OK,
    "/tillfallig": Kind.OK, "/forst-tillfallig": Kind.OK, "/ok#avsnitt": Kind.OK,
    "/borta": Kind.DOD, "/slut": Kind.DOD, "/slinga": Kind.DOD, "/till-borta": Kind.DOD, "/utan-mal": Kind.DOD,
    "/nekad": Kind.NEKAD, "/begransad": Kind.BEGRANSAD, "/vanta-lange": Kind.BEGRANSAD, "/fel": Kind.SERVERFEL,
    "/mjuk": Kind.MJUK, "/till-start": Kind.MJUK, "/gammal": Kind.FLYTTAD, "/ny": Kind.FLYTTAD,
    "/tyst": Kind.ONABAR, "/bryter": Kind.ONABAR,
}  # fmt: skip


@pytest.mark.parametrize(("path", "kind"), VERDICTS.items())
def test_every_behaviour_has_its_verdict(path: str, kind: Kind, server: Server, hasty: Manners) -> None:
    address = server.address + path
    assert judge(address, ask(address, hasty)).kind is kind


def test_a_certificate_that_nobody_trusts_is_told_as_such(tls_server: Server, hasty: Manners) -> None:
    verdict = judge("x", ask(f"{tls_server.address}/ok", hasty))
    assert verdict.kind is Kind.CERTIFIKAT
    assert verdict.why


def test_a_name_that_is_not_there_and_an_address_that_is_none(hasty: Manners) -> None:
    assert judge("x", Answer(fault="namn", detail="servern finns inte")).kind is Kind.DOD
    assert judge("x", ask("http://[::1/x", hasty)).kind is Kind.DOD


def test_head_comes_first_and_a_file_is_never_fetched(server: Server, hasty: Manners) -> None:
    ask(f"{server.address}/fil.pdf", hasty)
    assert server.methods("/fil.pdf") == ["HEAD"]
    ask(f"{server.address}/ok", hasty)
    assert server.methods("/ok") == ["HEAD", "GET"]


def test_a_permanent_redirect_is_offered_with_its_fragment_and_a_temporary_one_is_not(
    server: Server, hasty: Manners
) -> None:
    address = f"{server.address}/gammal#del"
    assert judge(address, ask(address, hasty)).new == f"{server.address}/ok#del"
    other = f"{server.address}/forst-tillfallig"
    assert judge(other, ask(other, hasty)).new is None


def test_a_busy_server_is_asked_again_as_late_as_it_says(server: Server) -> None:
    slept: list[float] = []
    manners = Manners(timeout=1, tries=3, pace=0, sleep=slept.append)
    assert judge("x", ask(f"{server.address}/upptagen-forst", manners)).kind is Kind.OK
    assert 1.0 in slept
    slept.clear()
    ask(f"{server.address}/vanta-lange", manners)
    assert max(slept, default=0) < 60


def test_one_host_is_asked_at_its_pace(server: Server) -> None:
    found = [f"{server.address}/fil.pdf", f"{server.address}/borta", f"{server.address}/fil.pdf#sida"]
    check(found, [], {}, lambda: Manners(timeout=1, tries=1, pace=0.15))
    times = [when for _, _, when in server.asked]
    assert len(times) == 3, "a fragment is no page of its own"
    assert all(later - earlier > 0.1 for earlier, later in pairwise(times))


def test_addresses_are_found_where_they_stand() -> None:
    text = (
        "lank: https://a.se/x_(y)\ntext: Se [b](https://b.se/x_(y)), https://c.se/å. Och (https://d.se).\n"
        "# https://kommentar.se\nlank2: https://exempel.se/x\nx: https://handbok.exempelstad.se\n"
    )
    found = addresses([("content/a.yml", text), ("docs/b.md", "Kör `https://kod.se` och <https://e.se/>.\n")])
    assert {address: (places[0].line, places[0].column) for address, places in found.items()} == {
        "https://a.se/x_(y)": (1, 7),
        "https://b.se/x_(y)": (2, 14),
        "https://c.se/å": (2, 35),
        "https://d.se": (2, 56),
        "https://e.se/": (1, 27),
    }


def test_mending_changes_only_the_address(tmp_path: Path) -> None:
    path = tmp_path / "content" / "a.yml"
    path.parent.mkdir()
    before = "lank: https://a.se/x   # not: https://a.se/x\r\ntext: >-\n  [y](https://a.se/x/mer) [x](https://a.se/x)\n"
    path.write_bytes(before.encode())
    shown = "content/a.yml"
    verdicts = {"https://a.se/x": Verdict(Kind.FLYTTAD, "", "https://b.se/en/lang/adress")}
    changed = mend(verdicts, addresses([(shown, before)]), tmp_path)
    wanted = before.replace("https://a.se/x/mer", "@").replace("https://a.se/x", "https://b.se/en/lang/adress")
    assert path.read_bytes().decode() == wanted.replace("@", "https://a.se/x/mer")
    assert len(changed) == 3
    assert mend(verdicts, addresses([(shown, before)]), tmp_path) == [], "a line that has changed is left alone"


def test_a_new_address_that_would_break_the_line_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("lank: https://a.se/x\n", encoding="utf-8")
    places = addresses([("a.yml", "lank: https://a.se/x\n")])
    assert mend({"https://a.se/x": Verdict(Kind.FLYTTAD, "", 'https://b.se/"x y')}, places, tmp_path) == []


def test_exceptions_have_a_reason_and_run_out(tmp_path: Path) -> None:
    (tmp_path / "lankundantag.yml").write_text(
        "- adress: https://a.se/*\n  skal: Servern nekar\n  till: 2026-12-31\n"
        "- adress: https://b.se\n  skal: Gammalt\n  till: 2026-11-20\n- adress: https://c.se\n  till: 2027-01-01\n"
        "- adress: https://d.se\n  skal: x\n  till: snart\n",
        encoding="utf-8",
    )
    lets, problems = exceptions(tmp_path, "lankundantag.yml", TODAY)
    assert let_through("https://a.se/x", lets) is not None
    assert let_through("https://b.se", lets) is None
    assert [(p.place.line, p.message.split()[0]) for p in problems] == [(4, "undantaget"), (7, "ett"), (9, "”snart”")]


def test_memory_holds_a_week_for_what_worked_and_a_day_for_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "svar.json"
    verdicts = {"https://a.se": Verdict(Kind.OK), "https://b.se": Verdict(Kind.DOD, "x")}
    remember(path, verdicts, {}, TODAY)
    assert recall(path, TODAY) == verdicts
    later = TODAY + timedelta(days=6)
    assert set(recall(path, later)) == {"https://a.se"}
    remember(path, recall(path, later), recall(path, later), later)
    assert recall(path, TODAY + timedelta(days=7)) == {}, "what is only recalled grows no younger"
    path.write_text("trasig", encoding="utf-8")
    assert recall(path, TODAY) == {}


def content_with(folder: Path, *links: str) -> Path:
    """A small handbook whose sources have these addresses."""
    for name in ("kalla", "begrepp"):
        (folder / "content" / name).mkdir(parents=True)
    for number, link in enumerate(links):
        (folder / "content" / "kalla" / f"k{number}.yml").write_text(
            f"rubrik: Källa\nslag: webbsida\nutgivare: Exempelstad\nlank: {link}\n", encoding="utf-8"
        )
    return folder / "content"


def test_the_verb_tells_in_every_format_and_mends(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from handbok.linking.command import main

    # A model wants a name with a dot in it; 127.0.0.1 has three.
    content = content_with(tmp_path, *(server.address + path for path in ("/ok", "/borta", "/gammal", "/nekad")))
    monkeypatch.chdir(tmp_path)
    common = ["--external", "--content", "content", "--cache", "minne", "--pace", "0", "--today", "2026-11-21"]
    assert main(common) == 1
    told = capsys.readouterr().out
    assert "content/kalla/k1.yml:4:7: fel: " in told
    assert "https://web.archive.org/web/" in told
    asked = len(server.asked)
    for form in ("markdown", "json", "github"):
        assert main([*common, "--format", form]) == 1
    told = capsys.readouterr().out
    assert "## Död" in told
    assert '"utfall": "nekad"' in told
    assert "::error file=content/kalla/k1.yml,line=4,col=7" in told
    assert len(server.asked) == asked, "what was just answered is not asked again, but for what failed"
    assert main([*common, "--fix"]) == 1
    assert (content / "kalla" / "k2.yml").read_text(encoding="utf-8").endswith(f"lank: {server.address}/ok\n")
    (content / "lankundantag.yml").write_text(
        f"- adress: {server.address}/borta\n  skal: Prov\n  till: 2026-12-01\n", encoding="utf-8"
    )
    assert main([*common, "--anew"]) == 0


def test_no_network_at_all_is_told_apart_from_dead_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from handbok.linking.command import main

    content_with(tmp_path, "http://127.0.0.1:9/x")
    monkeypatch.chdir(tmp_path)
    assert main(["--external", "--content", "content", "--cache", "m", "--pace", "0", "--tries", "1"]) == 3


def test_fix_without_external_is_wrong_use() -> None:
    done = run_verb("links", "--fix", "--help")
    assert done.returncode == 0
    from handbok.linking.command import main
    from handbok.problems import Stop

    with pytest.raises(Stop, match="--external"):
        main(["--fix"])


def test_lychee_agrees_where_both_answer(server: Server, hasty: Manners, tmp_path: Path) -> None:
    """lychee waits for hours if told to, and tells no soft 404; of the rest it must say what we say."""
    skipped = ("/vanta-lange", "/mjuk", "/till-start", "/årsbok", "/ok#avsnitt")
    ours = [path for path in VERDICTS if path not in skipped]
    page = tmp_path / "lankar.md"
    page.write_text("\n".join(f"<{server.address}{path}>\n" for path in ours), encoding="utf-8")
    program = str(Path(sysconfig.get_path("scripts")) / "lychee")
    options = ["--format", "json", "--no-progress", "--max-retries", "0", "--timeout", "1", "--max-redirects", "8"]
    done = subprocess.run([program, *options, str(page)], capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    broken = {fault["url"] for part in ("error_map", "timeout_map") for row in report[part].values() for fault in row}
    for path in ours:
        verdict = judge(server.address + path, ask(server.address + path, hasty))
        good = verdict.kind in (Kind.OK, Kind.FLYTTAD)
        assert good == (server.address + path not in broken), path


def test_every_behaviour_of_the_server_is_used() -> None:
    plain = {path.replace("å", "%C3%A5") for path in VERDICTS}
    assert set(ANSWERS) - {"/"} <= plain


def test_what_is_refused_or_busy_never_fails_a_run() -> None:
    assert not {Kind.NEKAD, Kind.BEGRANSAD, Kind.SERVERFEL, Kind.ONABAR, Kind.FLYTTAD} & set(DEAD)


def test_telling_of_nothing_is_whole() -> None:
    for form in (as_text, as_markdown, as_json, as_annotations):
        assert isinstance(form({}, {}, []), str)


def test_the_real_exceptions_are_in_order() -> None:
    _, problems = exceptions(PROJECT / "content", "content/lankundantag.yml", date.min)
    assert problems == []
