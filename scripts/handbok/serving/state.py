"""What the browser is told: a number that grows, whether something is being built, and what is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True)
class News:
    """The state at one moment. `site` grows when there is another site to see."""

    number: int = 0
    site: int = 0
    building: bool = False
    fault: str = ""

    def as_json(self) -> bytes:
        """For the script in the page."""
        told = {"nummer": self.number, "sajt": self.site, "bygger": self.building, "fel": self.fault}
        return json.dumps(told, ensure_ascii=False).encode()


class State:
    """The news, told by one thread and waited for by others."""

    def __init__(self) -> None:
        self.news = News()
        self._changed = Condition()

    def tell(self, *, building: bool, fault: str = "", new_site: bool = False) -> None:
        """Something else is true now."""
        with self._changed:
            old = self.news
            self.news = News(old.number + 1, old.site + new_site, building, fault)
            self._changed.notify_all()

    def wait_for_other_than(self, number: int, seconds: float) -> News:
        """The news as soon as they are others than those with this number, or when the time is out."""
        with self._changed:
            self._changed.wait_for(lambda: self.news.number != number, timeout=seconds)
            return self.news
