"""Attacks on the workbench: by other programs on this machine, by pages of other sites, by articles and by names."""

import http.client
import http.server
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlencode

import pytest

from tocsin.case.store import load_documents, load_log, open_case
from tocsin.case.summary import list_failures

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = sync_api.expect
Start = Callable[..., Any]
SLOW = 60_000
SCRIPT = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><iframe src=//evil.example>"
)


class Client:
    """A program that speaks to the workbench, with the cookie where it has one."""

    def __init__(self, workbench: Any) -> None:
        self.workbench = workbench
        self.cookie = ""

    def log_in(self) -> "Client":
        status, headers, _ = self.ask("GET", self.workbench.address.removeprefix(self.workbench.base))
        assert status == 303
        self.cookie = headers["set-cookie"].split(";")[0]
        return self

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.workbench.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie:
            named.setdefault("cookie", self.cookie)
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    def post(self, path: str, **headers: str) -> int:
        form = {"content_type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, b"action=undo", **(form | headers))[0]


@pytest.fixture
def client(start: Start, troops: Path) -> Client:
    return Client(start(troops))


def test_without_the_cookie_nothing_is_told(client: Client) -> None:
    for path in ("/", "/review", "/articles", "/state", "/static/workbench.js", "/briefing/page", "/?token=guess"):
        status, _, body = client.ask("GET", path)
        assert status == 403, path
        assert b"troops" not in body


def test_the_token_works_once_and_becomes_a_strict_cookie(client: Client) -> None:
    query = client.workbench.address.removeprefix(client.workbench.base)
    status, headers, _ = client.ask("GET", query)
    assert (status, headers["location"]) == (303, "/")
    parts = {part.strip().lower() for part in headers["set-cookie"].split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/"} <= parts
    assert client.ask("GET", query)[0] == 403
    name, value = headers["set-cookie"].split(";")[0].split("=", 1)
    assert client.ask("GET", "/state", cookie=f"{name}={value}")[0] == 200
    assert client.ask("GET", "/state", cookie=f"{name}={value[:-1]}")[0] == 403
    assert client.ask("GET", "/state", cookie=f"other={value}")[0] == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "[::1]:{port}", ""]
)
def test_another_name_for_this_server_is_refused(client: Client, host: str) -> None:
    client.log_in()
    assert client.ask("GET", "/state", host=host.format(port=client.workbench.port))[0] in (400, 421)


@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:{port}", "http://localhost:{port}"],
)
def test_a_change_from_another_origin_is_refused(client: Client, origin: str) -> None:
    client.log_in()
    named = {"origin": origin.format(port=client.workbench.port)} if origin else {}
    for path in ("/turn", "/review/x", "/situation", "/run", "/articles", "/articles/file?name=x.txt"):
        assert client.post(path, **named) == 403, path
    own = client.workbench.base
    assert client.post("/turn", origin=own, sec_fetch_site="cross-site") == 403
    assert client.post("/turn", origin=own) == 422


def test_only_forms_of_a_bounded_size_are_read(client: Client) -> None:
    client.log_in()
    own = client.workbench.base
    assert client.post("/turn", origin=own, content_type="application/json") == 415
    assert client.post("/turn", origin=own, content_type="text/plain") == 415
    status, _, _ = client.ask("POST", "/articles/file?name=x.txt", b"x" * 6_000_001, origin=own)
    assert status == 413
    sock = socket.create_connection(("127.0.0.1", client.workbench.port))
    head = f"POST /articles/file?name=x HTTP/1.1\r\nHost: 127.0.0.1:{client.workbench.port}\r\nOrigin: {own}\r\n"
    sock.sendall((head + f"Cookie: {client.cookie}\r\nTransfer-Encoding: chunked\r\n\r\n").encode())
    with pytest.raises((BrokenPipeError, ConnectionResetError, AssertionError)):
        for _ in range(200):
            sock.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
        sock.sendall(b"0\r\n\r\n")
        assert b" 202 " in sock.recv(100)
    sock.close()
    assert client.ask("GET", "/state")[0] == 200


def test_every_answer_forbids_what_is_not_ours(client: Client) -> None:
    client.log_in()
    for path in ("/articles", "/state", "/static/workbench.js", "/nowhere", "/review/nothing"):
        _, headers, _ = client.ask("GET", path)
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


@pytest.mark.parametrize("path", [
    "/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/..%5capp.py", "/static//etc/passwd",
    "/review/..%2f..%2fetc",
    "/review/%00", "/review/d' OR 1=1 --".replace(" ", "%20"), "/articles?page=-1", "/articles?page=99999999999",
    "/articles?words=%22%20OR%20*%20NEAR(", "/situation?words=%27", "/review?record=%3Cscript%3E",
])  # fmt: skip
def test_odd_addresses_give_a_page_or_nothing(client: Client, path: str) -> None:
    client.log_in()
    status, _, body = client.ask("GET", path)
    assert status in (200, 303, 404), path
    assert b"def make_app" not in body
    assert b"root:" not in body
    assert b"Traceback" not in body


def test_it_listens_to_this_machine_only(client: Client) -> None:
    numbers = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    outer = [n for n in numbers if not n.startswith("127.")]
    if not outer:
        pytest.skip("this machine has no other address")
    with pytest.raises(OSError):
        socket.create_connection((outer[0], client.workbench.port), timeout=3)


class Secret(http.server.BaseHTTPRequestHandler):
    """A service inside the network that nobody outside should reach."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>The secret of the inner network is told here in many English words.</p>" * 20)

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def secret() -> Iterator[int]:
    Secret.asked.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Secret)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()


def test_no_path_and_no_private_address_is_read(client: Client, secret: int, tmp_path: Path) -> None:
    client.log_in()
    own = client.workbench.base
    (tmp_path / "diary.txt").write_text("The ministers met on Monday and said nothing new at all. " * 20)
    refused = [
        str(tmp_path / "diary.txt"), f"file://{tmp_path}/diary.txt", f"http://127.0.0.1:{secret}/",
        f"http://localhost:{secret}/", f"http://[::ffff:127.0.0.1]:{secret}/", f"http://0x7f000001:{secret}/",
        "http://169.254.169.254/latest/", "-", "ftp://example.org/a",
    ]  # fmt: skip
    for address in refused:
        body = urlencode({"address": address}).encode()
        client.ask("POST", "/articles", body, origin=own, content_type="application/x-www-form-urlencoded")
    named = urlencode({"name": str(tmp_path / "diary.txt")})
    client.ask("POST", f"/articles/file?{named}", b"too short", origin=own)
    wait_until_idle(client)
    with open_case(client.workbench.path, write=False) as case:
        told = {d.source: d.text for d in load_documents(case)}
        assert set(told) == {"troops.txt", "diary.txt"}
        assert told["diary.txt"] == "too short"
        assert all("ministers met" not in message for _, message in list_failures(case))
    assert Secret.asked == []


def wait_until_idle(client: Client) -> None:
    for _ in range(400):
        if not json.loads(client.ask("GET", "/state")[2])["busy"]:
            time.sleep(0.3)
            if not json.loads(client.ask("GET", "/state")[2])["busy"]:
                return
        time.sleep(0.1)
    raise AssertionError("the workbench is busy for too long")


EVIL = """<!doctype html><title>evil</title>
<form id=f method=post action="{base}/turn"><input name=action value=undo></form>
<img src="{base}/state"><script src="{base}/static/workbench.js"></script>
<iframe src="{base}/articles"></iframe>
<script>
window.results = [];
for (const [path, options] of [["/state", {{credentials: "include"}}], ["/turn", {{method: "POST", mode: "no-cors",
  credentials: "include", body: new URLSearchParams({{action: "undo"}})}}]])
  fetch("{base}" + path, options).then((r) => results.push(r.type + r.status), () => results.push("refused"));
</script>"""


def test_a_page_of_another_site_reads_and_changes_nothing(
    page: sync_api.Page, start: Start, troops: Path, tmp_path: Path
) -> None:
    workbench = start(troops)
    page.goto(workbench.address)
    page.keyboard.press("a")
    expect(page.locator("#count")).to_contain_text("1 of")
    other = page.context.new_page()
    other.route("http://evil.example/**", lambda route: route.fulfill(
        body=EVIL.format(base=workbench.base), content_type="text/html"))  # fmt: skip
    other.goto("http://evil.example/")
    other.wait_for_function("results.length === 2")
    assert "basic200" not in other.evaluate("results")
    assert "cors200" not in other.evaluate("results")
    assert all("tocsin" not in (frame.title() or "") for frame in other.frames[1:])
    other.evaluate("document.getElementById('f').submit()")
    expect(other.locator("body")).to_contain_text(re.compile("Only a page of the workbench|works once"))
    with open_case(troops, write=False) as case:
        assert [line.action for line in load_log(case)] == ["accept"]


def test_an_article_full_of_scripts_stays_text(page: sync_api.Page, start: Start, tmp_path: Path) -> None:
    asked: list[str] = []
    workbench = start(tmp_path / "evil.case")
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append("dialog"))
    page.goto(workbench.address)
    sentence = f"France {SCRIPT} said on Monday that it is against sending troops to Ukraine {{{{ 7*7 }}}}. "
    page.get_by_label("Name").fill(SCRIPT)
    page.get_by_label("Text").fill(f"Title {SCRIPT}\n\n" + sentence + "Germany and Poland are for it. " * 4)
    page.get_by_role("button", name="Add this text").click()
    expect(page.locator(".articles .title")).to_have_count(1, timeout=SLOW)
    expect(page.locator("#busy")).to_have_text("", timeout=SLOW)
    with open_case(workbench.path, write=False) as case:
        document = load_documents(case)[0]
    for path in ("/articles", f"/review/{document.id}", f"/review/{document.id}?kind=all&words={SCRIPT}", "/situation"):
        page.goto(workbench.base + path)
        assert "owned" not in page.title()
        assert page.locator("main img, main iframe, main script").count() == 0
    page.goto(f"{workbench.base}/review/{document.id}")
    assert page.locator("#text").evaluate("e => e.textContent") == document.text
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.locator("#new-actor").fill(SCRIPT)
    page.locator("#proposal").fill(SCRIPT)
    page.locator("#new-why").fill(SCRIPT)
    page.locator("#new-why").press("Control+Enter")
    expect(page.locator(".card .tag.added")).to_be_visible()
    page.goto(f"{workbench.base}/briefing")
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible(timeout=SLOW)
    assert "owned" not in page.title()
    assert all(url.startswith(workbench.base) for url in asked), asked
