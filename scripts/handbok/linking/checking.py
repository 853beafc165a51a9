"""All addresses: hosts side by side, each host one question at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from ..manners import Manners
from .asking import ask
from .exceptions import Let, let_through
from .judging import Kind, Verdict, judge

AT_ONCE = 8
"""How many hosts are asked at the same time."""


def check(
    addresses: Iterable[str], lets: Sequence[Let], known: Mapping[str, Verdict], manners: Callable[[], Manners]
) -> dict[str, Verdict]:
    """A verdict for every address."""
    found: dict[str, Verdict] = {}
    waiting: dict[str, list[str]] = {}
    for address in addresses:
        let = let_through(address, lets)
        if let:
            found[address] = Verdict(Kind.UNDANTAGEN, f"till och med {let.until}: {let.why}")
        elif address in known:
            found[address] = known[address]
        else:
            waiting.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for verdicts in pool.map(lambda those: _host(those, manners()), waiting.values()):
            found |= verdicts
    return dict(sorted(found.items()))


def _host(addresses: Sequence[str], manners: Manners) -> dict[str, Verdict]:
    """One host's addresses in turn; pages that differ only in their fragment are asked for once."""
    answers = {plain: ask(plain, manners) for plain in dict.fromkeys(a.partition("#")[0] for a in addresses)}
    return {address: judge(address, answers[address.partition("#")[0]]) for address in addresses}
