"""A server of pages on this machine."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks fail | The Courier</title>
<meta property="article:published_time" content="2031-05-02T22:00:00Z">
<link rel="canonical" href="https://courier.example/talks"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks fail</h1>
<p>The minister’s <b>answer</b> to the council was &amp; remains “no”, and that is that.</p>
<p>The council said on Monday that it would close the strait if the fleet came back.</p>
<blockquote><p>Allies of the premier warned @corland <a href="https://t.co/a">t.co/a</a></p>
— The Post (@the_post) <a href="https://x.example">May 1, 2031</a></blockquote>
</article><script>alert("no")</script><footer>© 2035 The Courier</footer></body></html>"""
HTML = "text/html; charset=utf-8"


class Pages(BaseHTTPRequestHandler):
    """Each path is one way in which servers answer."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Host"], self.headers["User-Agent"]))  # type: ignore[attr-defined]
        path, _, words = self.path.partition("?")
        getattr(self, "answer_" + path.strip("/"), self.answer_missing)(words)

    def answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def answer_missing(self, _: str) -> None:
        self.answer(404)

    def answer_page(self, _: str) -> None:
        self.answer(200, PAGE.encode(), Content_Type=HTML)

    def answer_latin(self, _: str) -> None:
        page = "<p>The café’s owner said that the council is the cause of this.</p>"
        self.answer(200, page.encode("cp1252"), Content_Type="text/html; charset=windows-1252")

    def answer_plain(self, _: str) -> None:
        self.answer(200, b"The council said that it would close the strait.\n", Content_Type="text/plain")

    def answer_pdf(self, _: str) -> None:
        self.answer(200, b"%PDF-1.7", Content_Type="application/pdf")

    def answer_forbidden(self, _: str) -> None:
        self.answer(403)

    def answer_to(self, words: str) -> None:
        self.answer(302, Location=words)

    def answer_round(self, _: str) -> None:
        self.answer(302, Location="/round")

    def answer_huge(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        try:
            for _piece in range(200):
                self.wfile.write(b"<p>The council met.</p>" * 5000)
        except OSError:
            self.server.cut = True  # type: ignore[attr-defined]

    def answer_slow(self, _: str) -> None:
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(100):
                self.wfile.write(f"X-{number}: a\r\n".encode())
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            self.server.cut = True  # type: ignore[attr-defined]

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    pages = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    pages.daemon_threads = True
    pages.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=pages.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield pages
    pages.shutdown()
    pages.server_close()


@pytest.fixture
def root(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


@pytest.fixture
def page() -> str:
    return PAGE
