"""What a sheet may read: the project's own templates and fonts, and pictures in its own text. No network."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from .stock import FONT_FOLDER, Stock

PICTURE = "data:image/png;base64,"


class OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves files under overrides/ and fonts of the npm packages, and refuses everything else."""

    def __init__(self, stock: Stock) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self._stock = stock
        self._root = stock.overrides.resolve()

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The content of one of the project's own files, or of a picture that stands in the address itself."""
        if url.startswith(PICTURE):
            return super().fetch(url, headers)
        file = self._own_file(url)
        return URLFetcherResponse(url, body=file.read_bytes())

    def _own_file(self, url: str) -> Path:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            raise ValueError(f"”{url}” ligger inte i projektet; ett blad får bara läsa projektets egna filer")
        file = Path(url2pathname(unquote(parts.path))).resolve()
        if not file.is_relative_to(self._root):
            raise ValueError(f"”{url}” ligger utanför overrides/; ett blad får bara läsa projektets egna filer")
        if file.parent == self._root / FONT_FOLDER:
            return self._stock.font_file(file.name)
        return file
