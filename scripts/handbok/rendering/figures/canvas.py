"""What a figure is made of: shapes with places in the units of its view box, and text that knows how wide it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import wrap
from typing import Literal

Role = Literal["ruta", "ram", "yta", "linje", "pil", "streck"]
"""ruta: a box with text; ram: a frame around boxes; yta: a filled shape; linje, pil, streck: ways and helping lines."""
Voice = Literal["rubrik", "text", "mitten", "grupp", "pil"]

Anchor = Literal["start", "middle", "end"]
Spot = tuple[float, float]

SIZES: dict[Voice, float] = {"rubrik": 15, "text": 13, "mitten": 17, "grupp": 13, "pil": 12}
"""Size of each kind of text, in the view box's units: CSS pixels on a page that shows the figure unscaled."""
_WIDTH = 0.495
"""Mean width of a letter in ems; the bold ones are wider."""
_BOLD = 0.55
LINE = 1.28
"""From line to line, in ems."""


@dataclass(frozen=True)
class Path:
    """A shape as the path data that SVG has; `tone` numbers the tint of a filled one."""

    d: str
    role: Role
    tone: int = 0


@dataclass(frozen=True)
class Words:
    """Lines of text; x, y is the first line's base."""

    x: float
    y: float
    lines: tuple[str, ...]
    voice: Voice
    anchor: Anchor = "start"

    @property
    def step(self) -> float:
        """From line to line."""
        return round(SIZES[self.voice] * LINE, 1)

    @property
    def size(self) -> float:
        """Size of the letters."""
        return SIZES[self.voice]

    @property
    def bold(self) -> bool:
        """Whether the letters are bold."""
        return self.voice in ("rubrik", "mitten", "grupp")


@dataclass
class Canvas:
    """What has been laid out so far."""

    width: float
    shapes: list[Path] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def box(self, corner: Spot, width: float, height: float, role: Role = "ruta", tone: int = 0) -> None:
        """A rectangle with rounded corners, its upper left at `corner`."""
        r = 8
        across, down = width - 2 * r, height - 2 * r
        d = (
            f"M{corner[0] + r:.1f} {corner[1]:.1f}h{across:.1f}a{r} {r} 0 0 1 {r} {r}v{down:.1f}a{r} {r} 0 0 1 -{r} {r}"
            f"h{-across:.1f}a{r} {r} 0 0 1 -{r} -{r}v{-down:.1f}a{r} {r} 0 0 1 {r} -{r}z"
        )
        self.shapes.append(Path(d, role, tone))

    def ellipse(self, centre: Spot, across: float, down: float, role: Role = "yta", tone: int = 0) -> None:
        """An ellipse by its two radii."""
        half = f"a{across:.1f} {down:.1f} 0 1 0"
        d = f"M{centre[0] - across:.1f} {centre[1]:.1f}{half} {2 * across:.1f} 0{half} {-2 * across:.1f} 0z"
        self.shapes.append(Path(d, role, tone))

    def line(self, *points: tuple[float, float], role: Role = "linje") -> None:
        """A line through points; a `pil` has its head at the last."""
        self.shapes.append(Path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points), role))

    def text(self, top: Spot, lines: tuple[str, ...], voice: Voice, anchor: Anchor = "start") -> None:
        """Lines of text, the top of the first at `top`."""
        if lines:
            self.words.append(Words(round(top[0], 1), round(top[1] + SIZES[voice], 1), lines, voice, anchor))


def folded(text: str | None, width: float, voice: Voice) -> tuple[str, ...]:
    """The text in lines that are at most so wide; a word that is longer alone is broken."""
    letter = SIZES[voice] * (_BOLD if voice in ("rubrik", "mitten") else _WIDTH)
    return tuple(wrap(text or "", max(int(width / letter), 6)))


def height_of(lines: tuple[str, ...], voice: Voice) -> float:
    """How high lines of text stand."""
    return len(lines) * SIZES[voice] * LINE
