"""The server of `make serve`: what it sends with every answer, what it refuses, how it tells of a new build."""

from __future__ import annotations

import gzip
import http.client
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import BinaryIO

import pytest

from hub.pages.records import POLICY
from hub.server import Reloads, make_server
from tests.conftest import ROOT

BASES = ("/", "/kho/hoc-lieu/")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page, a script, a picture, a 404 page, and a link that leads out of it."""
    top = tmp_path_factory.mktemp("served")
    site = top / "site"
    (site / "ke-hoach").mkdir(parents=True)
    (site / "index.html").write_text("<html><body>đầu</body></html>", encoding="utf-8")
    (site / "ke-hoach" / "index.html").write_text("<html><body>kế hoạch</body></html>", encoding="utf-8")
    (site / "404.html").write_text("<html><body>không có</body></html>", encoding="utf-8")
    (site / "hub.js").write_text("let a = 1;\n" * 99, encoding="utf-8")
    (site / "tệp.txt").write_text("chữ", encoding="utf-8")
    (site / "a.woff2").write_bytes(b"wOF2")
    (site / "trống").mkdir()
    (top / "secret.txt").write_text("secret", encoding="utf-8")
    (top / "site-b").mkdir()
    (top / "site-b" / "secret.txt").write_text("secret", encoding="utf-8")
    (site / "out.txt").symlink_to(top / "secret.txt")
    (site / "out").symlink_to(top)
    return site


@contextmanager
def serve(folder: Path, base: str, reloads: Reloads | None = None) -> Iterator[int]:
    """Serve a folder; yields the port."""
    server = make_server(folder, 0, base, reloads)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module", params=BASES)
def place(request: pytest.FixtureRequest, folder: Path) -> Iterator[tuple[int, str]]:
    """Port and folder of the address, at the root and below a folder."""
    with serve(folder, request.param) as port:
        yield port, request.param


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """Ask for a path; returns the answer and its body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def raw(port: int, path: str) -> bytes:
    """Send a path as it is, which a decent client would have tidied; returns the whole answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        parts = []
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        ("ke-hoach/", 200),
        ("ke-hoach", 301),
        ("khong-co/", 404),
        ("khong-co.js", 404),
        ("t%E1%BB%87p.txt", 200),
        ("tr%E1%BB%91ng/", 404),
    ],
)
def test_pages_and_errors_carry_the_policy(place: tuple[int, str], path: str, status: int) -> None:
    """Whatever a browser can show as a page comes with the whole policy, and may not be framed."""
    port, base = place
    answer, _ = ask(port, base + path)
    assert answer.status == status
    assert answer.headers["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "Python" not in answer.headers["Server"]


def test_the_policy_is_the_one_asked_for() -> None:
    """The policy allows what is our own and nothing else: no inline code, no frame, no address elsewhere."""
    parts = dict(part.strip().split(" ", 1) for part in POLICY.split(";"))
    assert parts.pop("img-src") == "'self' data:"
    assert (parts.pop("default-src"), parts.pop("base-uri")) == ("'none'", "'none'")
    own = ("script", "style", "font", "connect", "manifest", "worker")
    assert parts == {f"{name}-src": "'self'" for name in own} | {"form-action": "'self'"}


def test_methods_that_are_not_known_are_refused_with_the_policy(place: tuple[int, str]) -> None:
    """A POST is no way to anything."""
    answer, _ = ask(place[0], place[1], "POST")
    assert answer.status == 501
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_scripts_say_what_they_are(place: tuple[int, str]) -> None:
    """A script is sent as one and may be nothing else; fonts may be kept, pages are asked for anew."""
    port, base = place
    script, _ = ask(port, f"{base}hub.js")
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert script.headers["X-Content-Type-Options"] == "nosniff"
    font, _ = ask(port, f"{base}a.woff2")
    assert font.headers["Content-Type"] == "font/woff2"
    assert font.headers["Cache-Control"].startswith("max-age")
    assert ask(port, base)[0].headers["Cache-Control"] == "no-cache"


def test_text_is_zipped_for_those_who_can(place: tuple[int, str]) -> None:
    """Whoever accepts gzip gets it, whoever does not gets the plain file; both are told that answers differ."""
    port, base = place
    zipped, body = ask(port, f"{base}hub.js", Accept_Encoding="gzip, br")
    plain, whole = ask(port, f"{base}hub.js")
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert plain.headers["Content-Encoding"] is None
    assert zipped.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == whole == (b"let a = 1;\n" * 99)
    assert len(body) == int(zipped.headers["Content-Length"]) < len(whole)
    font, _ = ask(port, f"{base}a.woff2", Accept_Encoding="gzip")
    assert font.headers["Content-Encoding"] is None


def test_head_is_get_without_the_body(place: tuple[int, str]) -> None:
    """The headers are the same."""
    port, base = place
    head, body = ask(port, f"{base}ke-hoach/", "HEAD")
    get, whole = ask(port, f"{base}ke-hoach/")
    assert body == b""
    assert int(head.headers["Content-Length"]) == len(whole)
    assert head.headers["Content-Type"] == get.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_folder_without_its_slash_is_found(place: tuple[int, str]) -> None:
    """The browser is sent to the folder, on the same server, with what stood behind the question mark."""
    port, base = place
    answer, _ = ask(port, f"{base}ke-hoach?q=a%20b")
    assert answer.status == 301
    assert answer.headers["Location"] == "./ke-hoach/?q=a%20b"
    # never //ke-hoach/: that is another server
    assert b"\r\nLocation: ./ke-hoach/\r\n" in raw(port, f"{base}/ke-hoach")
    assert b"200 OK" in raw(port, f"{base}ke-hoach/?q=x")


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "%2e%2e%2fsecret.txt",
        "ke-hoach/../../secret.txt",
        "..\\secret.txt",
        "%5c..%5csecret.txt",
        "../site-b/secret.txt",
        "out.txt",
        "out/secret.txt",
        "/../secret.txt",
        "%00/../secret.txt",
        "..;/secret.txt",
        "%252e%252e/secret.txt",
    ],
)
def test_nothing_outside_is_served(place: tuple[int, str], path: str) -> None:
    """No spelling of "the folder above", and no link on the disk, leads out of the site."""
    port, base = place
    answer = raw(port, base + path)
    assert re.match(rb"HTTP/1\.1 (?:404|400|301) ", answer), answer[:200]
    assert b"secret" not in answer.split(b"\r\n\r\n", 1)[-1]


def test_nothing_above_the_base_is_served(folder: Path) -> None:
    """Below a folder, the root of the server has nothing."""
    with serve(folder, "/kho/") as port:
        for path in ("/", "/ke-hoach/", "/kh/", "/index.html"):
            assert ask(port, path)[0].status == 404
        assert ask(port, "/kho/")[0].status == 200


def test_one_line_serves_several_answers(place: tuple[int, str]) -> None:
    """A connection is kept; a script before does not take the policy from the page after it."""
    port, base = place
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    for path, policy in (("hub.js", False), ("ke-hoach", True), ("a.woff2", False), ("", True)):
        connection.request("GET", base + path)
        answer = connection.getresponse()
        answer.read()
        assert (answer.headers["Content-Security-Policy"] is not None) == policy, path
    connection.close()


def first_line(stream: BinaryIO, answers: list[bytes]) -> None:
    """Wait for a line and keep it."""
    answers.append(stream.readline())


def test_a_new_build_is_announced(folder: Path) -> None:
    """A page that listens is told once the site was built anew; what listens is a script file, as the policy allows."""
    reloads = Reloads()
    with serve(folder, "/", reloads) as port:
        page, body = ask(port, "/")
        assert page.status == 200
        assert b'<script type="module" src="/__hub/reload.js"></script></body>' in body
        script, code = ask(port, "/__hub/reload.js")
        assert script.headers["Content-Type"].startswith("text/javascript")
        assert b"/__hub/events" in code
        with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
            line.sendall(b"GET /__hub/events HTTP/1.1\r\nHost: x\r\n\r\n")
            stream = line.makefile("rb")
            head = list(iter(stream.readline, b"\r\n"))
            assert any(b"text/event-stream" in part for part in head)
            answers: list[bytes] = []
            reader = threading.Thread(target=first_line, args=(stream, answers))
            reader.start()
            while reader.is_alive():
                reloads.announce()
                reader.join(timeout=0.05)
            assert answers == [b"event: reload\n"]


def test_a_published_site_has_no_such_script(place: tuple[int, str]) -> None:
    """Without watching, pages are sent as they are and there is nothing to listen to."""
    port, base = place
    assert b"__hub" not in ask(port, base)[1]
    assert ask(port, "/__hub/events")[0].status == 404


def test_a_taken_port_gets_a_clear_line() -> None:
    """`make serve` on a port that is taken names the port and what to type, in one line, and ends with 1."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, str(ROOT / "scripts" / "serve.py"), "--port", str(port), "--no-watch"]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert str(port) in lines[0]
    assert "make serve PORT=" in lines[0]


def test_it_listens_on_this_machine_only(folder: Path) -> None:
    """The server is bound to loopback, so that nobody in the same network reads what is being written."""
    server = make_server(folder, 0)
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()
