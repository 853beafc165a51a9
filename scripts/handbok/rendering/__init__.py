"""Entry -> HTML. The only place that knows Jinja and Markdown; it knows neither pages nor paper."""

from .markdown import first_sentence, to_html
from .renderer import Renderer

__all__ = ["Renderer", "first_sentence", "to_html"]
