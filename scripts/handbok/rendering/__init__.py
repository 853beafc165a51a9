"""Entry -> HTML. The only place that knows Jinja and Markdown; it knows neither pages nor paper."""

from .markdown import to_html
from .renderer import Renderer

__all__ = ["Renderer", "to_html"]
