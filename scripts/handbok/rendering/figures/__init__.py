"""Figures drawn from data: canvas (shapes, text in lines) < cards (boxes with text) < kinds (one function a kind).

Nothing here is HTML: overrides/innehall/figur.html turns the shapes into SVG. Every figure is laid out twice, for a
wide page and for a phone, so that its text is never scaled below what can be read.
"""

from .drawing import NARROW, WIDE, Drawing, draw

__all__ = ["NARROW", "WIDE", "Drawing", "draw"]
