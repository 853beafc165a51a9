"""What only the system can give: which programs and libraries, and what the packages are called where."""

import ctypes
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from handbok.setup.places import apache, apache_modules, chromium, java, nginx, nginx_brotli, zbarimg

HOMEBREW = ("/opt/homebrew/lib", "/usr/local/lib")
WINDOWS_LIBRARIES = (
    "C:\\msys64\\ucrt64\\bin",
    "C:\\msys64\\mingw64\\bin",
    "C:\\Program Files\\GTK3-Runtime Win64\\bin",
)

# Each library by its name on Linux, macOS and Windows, as WeasyPrint looks for it.
LIBRARIES = (
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
)


@dataclass(frozen=True)
class Need:
    """One thing that the system must have, and what to ask each system's package manager for."""

    what: str
    found: Callable[[], bool]
    debian: str
    fedora: str
    macos: str
    windows: str
    ubuntu: str = ""  # a command of its own, where Ubuntu's apt lacks what Debian's has


def pango_found() -> bool:
    """Whether the libraries that WeasyPrint draws with can be loaded."""
    if sys.platform == "win32":
        settings = os.environ.get("WEASYPRINT_DLL_DIRECTORIES")
        for folder in settings.split(";") if settings else WINDOWS_LIBRARIES:
            with suppress(OSError):
                os.add_dll_directory(folder)
    return all(any(loads(name) for name in names) for names in LIBRARIES)


def loads(library: str) -> bool:
    """Whether a library can be loaded, or will be in .venv, which is shown Homebrew's folders."""
    if sys.platform == "darwin" and any((Path(folder) / library).exists() for folder in HOMEBREW):
        return True
    with suppress(OSError):
        ctypes.CDLL(library)
        return True
    return False


def ensurepip_found() -> bool:
    """Whether this Python can make virtual environments; Debian puts that in a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


PYTHON = f"python{sys.version_info[0]}.{sys.version_info[1]}"

VENV = Need(
    what="Pythons venv (skapar .venv)",
    found=ensurepip_found,
    debian=f"{PYTHON}-venv",
    fedora="python3-pip",
    macos="python",
    windows="installera Python från python.org eller Microsoft Store",
)
PANGO = Need(
    what="Pango och HarfBuzz-subset (ritar utskriftsbladen)",
    found=pango_found,
    debian="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    fedora="pango harfbuzz",
    macos="pango",
    windows="i MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango",
)
CHROMIUM = Need(
    what="Chromium (provar webbplatsen)",
    found=lambda: chromium() is not None,
    debian="chromium",
    fedora="chromium",
    macos="--cask google-chrome",
    windows="winget install Google.Chrome",
    ubuntu="sudo snap install chromium",
)
JAVA = Need(
    what="Java (kör veraPDF och HTML-kontrollen)",
    found=lambda: java() is not None,
    debian="default-jre-headless",
    fedora="java-latest-openjdk-headless",
    macos="openjdk",
    windows="winget install EclipseAdoptium.Temurin.21.JRE",
)
ZBAR = Need(
    what="zbarimg (läser QR-koderna)",
    found=lambda: zbarimg() is not None,
    debian="zbar-tools",
    fedora="zbar",
    macos="zbar",
    windows="lägg zbarimg.exe från ZBar i PATH",
)
NGINX = Need(
    what="nginx med modulen för brotli (provar serverfilerna)",
    found=lambda: nginx() is not None and (sys.platform != "linux" or nginx_brotli() is not None),
    debian="nginx libnginx-mod-http-brotli-static",
    fedora="nginx nginx-mod-brotli",
    macos="nginx",
    windows="kör proven i WSL: nginx finns där",
)
APACHE = Need(
    what="Apache 2.4 (provar serverfilerna)",
    found=lambda: apache() is not None and apache_modules() is not None,
    debian="apache2-bin",
    fedora="httpd-core",
    macos="httpd",
    windows="kör proven i WSL: Apache finns där",
)
FOR_TESTS = (PANGO, CHROMIUM, JAVA, ZBAR, NGINX, APACHE)
