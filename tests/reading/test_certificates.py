"""A page over https: the connection goes to a number, and the certificate must still bear the name."""

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import certifi
import pytest

from tocsin.errors import InputError
from tocsin.reading.fetch import fetch_page

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl, which makes the certificate, is absent"
)


class OnePage(BaseHTTPRequestHandler):
    """Answers with a page that says which host was asked for."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<p>{self.headers['Host']}</p>".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificate")
    request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=news.example"
    words = ["openssl", *request.split(), "-addext", "subjectAltName=DNS:news.example"]
    subprocess.run([*words, "-keyout", "key.pem", "-out", "own.pem"], cwd=folder, check=True, capture_output=True)
    return folder / "own.pem"


@pytest.fixture
def port(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), OnePage)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True)

    def resolve(host: Any, port: int, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def fetch(host: str, port: int) -> bytes:
    return fetch_page(f"https://{host}:{port}/", allow_private=True, seconds=5).content


def test_a_certificate_that_nobody_vouches_for_is_refused(port: int) -> None:
    with pytest.raises(InputError, match="CERTIFICATE_VERIFY_FAILED"):
        fetch("news.example", port)


def test_a_certificate_must_bear_the_name_that_was_asked_for(
    port: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    assert fetch("news.example", port) == f"<p>news.example:{port}</p>".encode()
    with pytest.raises(InputError, match=r"not valid for 'other\.example'"):
        fetch("other.example", port)
