"""The verb `impact`: what a change touches, with the editions that lean on it and pictures of the sheets it alters.

command   the verb
base      the content as it was where the change began
editions  municipalities' editions -> what the change does to each
pictures  touched sheets, drawn before and after
"""

from .command import impact, main

__all__ = ["impact", "main"]
