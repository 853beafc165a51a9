"""content/ and docs/ -> (Handbook, [Problem]). The only place that knows YAML.

Reading never stops at the first fault: it gives back everything it could read, and every problem.
"""

from .loading import load

__all__ = ["load"]
