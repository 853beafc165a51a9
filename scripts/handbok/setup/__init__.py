"""The environment that everything runs in: .venv, node_modules and what only the system can give.

This file and version.py must parse on Python 3.6: a Python too old gets a sentence, not a SyntaxError.
"""

from handbok.setup.version import require_version


def enter(need: str, pdf: bool = True) -> None:
    """Make sure that the environment for `need` is there, and go on in it.

    `need` is "python" (the packages alone), "build" (npm packages too, Pango and HarfBuzz unless pdf=False),
    "edit" (the npm packages of the editor in the browser as well) or "test" (everything).
    Returns at once inside .venv; outside it the same command is run again there.
    """
    require_version()
    # Not at the top: an old Python could not even read what comes now.
    from handbok.setup.entering import prepare

    prepare(need, pdf)
