"""A municipality's own edition laid over the handbook.

model      what an edition is: name, area, who answers for it, routine, core group, statement
statement  what the accessibility statement, the page on personal data and security.txt are made from
contrast   whether an accent colour can be read
picture    whether a logotype is one, and nothing else
overlay    a folder -> (Overlay, [Problem])
moving     ids that moved in the handbook, followed and told
laying     an overlay over a handbook: the handbook of the edition, and what it overrides
sheets     the sheets that the edition's own routine fills in
faults     rules that only an overlay can break
upgrade    what moved in the handbook since the municipality last went through it
creating   the verb `new lokalt`: a folder to fill in

It may add and complete; it never changes law, indicators or method text.
"""

from .laying import Local, lay, read_and_lay
from .overlay import Overlay, load_overlay, overlays_in

__all__ = ["Local", "Overlay", "lay", "load_overlay", "overlays_in", "read_and_lay"]
