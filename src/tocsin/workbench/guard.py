"""What stands between the page and everybody else: loopback is no border, since other pages and programs reach it too.

In this order: the Host must be this very server (DNS rebinding); the one-time token of the printed address is swapped
for a cookie that only this browser has and no other site's page can send; whatever changes something must come from a
page of this server (Origin); a body has a limit. Every answer forbids scripts, styles, frames and requests elsewhere.
"""

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 6_000_000
SAFE = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)
FRAMED = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}  # fmt: skip
ASK_AGAIN = "Open the address that `tocsin review` printed; it works once. For another browser, start it again."


class Guard:
    """Wraps the application; `port` is the one it listens on, `token` the one in the printed address."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self.app = app
        self.hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self.token: str | None = token
        self.cookie = f"tocsin-{port}"
        self.secret = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refused = self.judge(scope)
        app: ASGIApp = self.app if refused is None else refused
        limited = limit_body(receive) if refused is None else receive
        await app(scope, limited, add_headers(send, framed=scope["path"] == "/briefing/page"))

    def judge(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further; None where it may."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self.hosts:
            return PlainTextResponse("This is not the address of the workbench.", 421)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token")
        if scope["path"] == "/" and given and scope["method"] == "GET":
            return self.swap_token(given[0])
        if not self.knows(headers.getlist("cookie")):
            return PlainTextResponse(ASK_AGAIN, 403)
        if scope["method"] not in SAFE and not is_own(headers, host):
            return PlainTextResponse("Only a page of the workbench may change something.", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return PlainTextResponse("This is too large.", 413)
        return None

    def swap_token(self, given: str) -> Response:
        if self.token is None or not secrets.compare_digest(given.encode(), self.token.encode()):
            return PlainTextResponse(ASK_AGAIN, 403)
        self.token = None
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self.secret, httponly=True, samesite="strict", path="/")
        return answer

    def knows(self, cookies: list[str]) -> bool:
        for line in cookies:
            try:
                found = SimpleCookie(line).get(self.cookie)
            except CookieError:
                continue
            if found is not None and secrets.compare_digest(found.value.encode(), self.secret.encode()):
                return True
        return False


def is_own(headers: Headers, host: str) -> bool:
    """Whether a request comes from a page of this server, by what the browser says of its origin."""
    return headers.get("origin") == f"http://{host}" and headers.get("sec-fetch-site", "same-origin") == "same-origin"


def limit_body(receive: Receive) -> Receive:
    """A body that is sent in pieces, without its length, is cut off where it is too large."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= MOST_BYTES else {"type": "http.disconnect"}

    return limited


def add_headers(send: Send, framed: bool) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Content-Security-Policy"] = FRAMED if framed else POLICY.format(ancestors="'none'")
            headers["X-Frame-Options"] = "SAMEORIGIN" if framed else "DENY"
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
