"""Running a verb: whatever goes wrong ends in one Swedish sentence and an exit code, never in a traceback."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable

from .problems import Stop

TRACE = "HANDBOK_FELSOK"
"""Set to anything, it shows the traceback of an unexpected fault, for those who mend the code."""

_REASONS = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "utrymmet är slut",
    errno.EFBIG: "filen blir större än systemet tillåter",
    errno.EACCES: "rätt saknas",
    errno.EPERM: "rätt saknas",
    errno.EROFS: "disken går bara att läsa",
    errno.ENOENT: "det finns inte",
    errno.ENOTDIR: "en fil ligger i vägen",
    errno.EEXIST: "det finns redan",
}


def run(verb: Callable[[], int]) -> int:
    """The exit code of a verb: its own, 2 when it could not go on, 130 when interrupted, 70 for our own faults."""
    try:
        return verb()
    except Stop as stop:
        return _tell(str(stop), 2)
    except KeyboardInterrupt:
        return _tell("Avbrutet. Inget av det gamla är ändrat.", 130)
    except OSError as fault:
        return _tell(f"Det går inte att läsa eller skriva {fault.filename or 'en fil'}: {os_reason(fault)}.", 2)
    except Exception as fault:  # the last line of defence: a user is never shown a traceback
        if TRACE in os.environ:
            traceback.print_exc()
        return _tell(f"Ett fel i programmet: {type(fault).__name__}: {fault}. Kör med {TRACE}=1 och anmäl det.", 70)


def os_reason(fault: OSError) -> str:
    """Why the system refused, in Swedish where we know the words."""
    return _REASONS.get(fault.errno or 0, fault.strerror or str(fault))


def _tell(message: str, code: int) -> int:
    print(f"fel: {message}", file=sys.stdout, flush=True)
    return code
