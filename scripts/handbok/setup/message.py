"""What the set-up says, before rich is there to say it."""

import sys
from io import TextIOWrapper


class Stop(Exception):  # noqa: N818 - what it is for says more than Error would
    """The set-up cannot go on; the text is Swedish and says what to do."""


def speak_any_console() -> None:
    """Print å, ä and ö as question marks where the console lacks them, rather than fall over them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Tell what is going on, on stderr: stdout belongs to the verb."""
    print(text, file=sys.stderr, flush=True)
