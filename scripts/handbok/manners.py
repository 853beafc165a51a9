"""How we behave towards other people's servers: pace, patience, and waiting as long as they ask."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime


@dataclass
class Manners:
    """How we behave towards one server. Seconds, but for `tries`."""

    timeout: float = 20
    """For one answer, from first to last byte."""
    tries: int = 4
    pace: float = 1
    """Between two questions."""
    first_pause: float = 2
    """Before the second try; then twice as long each time."""
    longest_pause: float = 120
    """A server that asks for more has to be asked another day."""
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    last: float = field(default=float("-inf"), init=False)

    def wait(self) -> None:
        """Keep the pace."""
        self.sleep(max(0.0, self.last + self.pace - self.clock()))
        self.last = self.clock()


def asked_to_wait(value: str | None) -> float | None:
    """How long a Retry-After (RFC 9110) asks us to wait: seconds, or until a time; None when it does not say."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None
