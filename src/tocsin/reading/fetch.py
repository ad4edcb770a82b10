"""A page from the web: one that the user named, from a public address, within limits of size and time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from tocsin.errors import InputError
from tocsin.reading.addresses import SAVE_PAGE, resolve_host
from tocsin.reading.text import MOST_BYTES, check_size
from tocsin.version import __version__

SECONDS = 20.0
MOST_REDIRECTS = 5
PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain", "text/markdown")


@dataclass(frozen=True)
class Answer:
    """What a server sent: the bytes, whether they are a page's markup, their character set, and the final address."""

    content: bytes
    is_page: bool
    charset: str | None
    address: str


def fetch_page(address: str, *, allow_private: bool = False, seconds: float = SECONDS) -> Answer:
    """The page at an http(s) address, redirects followed.

    `seconds` bounds the whole of it. `allow_private` is for tests with a server on this machine. Raises InputError
    where the host is not public, does not answer in time, or sends no page.
    """
    with ThreadPoolExecutor(1) as thread:
        # A thread of its own, since a notebook already runs an event loop in this one.
        return thread.submit(asyncio.run, fetch_within(address, allow_private, seconds)).result()


async def fetch_within(address: str, allow_private: bool, seconds: float) -> Answer:
    try:
        async with asyncio.timeout(seconds):
            return await follow_redirects(address, allow_private)
    except TimeoutError as error:
        raise InputError(address, f"no answer came within {seconds:g} seconds", SAVE_PAGE) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        why = str(error) or type(error).__name__
        mend = f"Check the address and the network connection. {SAVE_PAGE}"
        raise InputError(address, f"the page cannot be fetched ({why})", mend) from error


async def follow_redirects(address: str, allow_private: bool) -> Answer:
    at = address
    # Proxies of the environment are not used: they would resolve the name again, past the check.
    async with httpx.AsyncClient(trust_env=False, timeout=None) as client:
        for _ in range(MOST_REDIRECTS + 1):
            number = await resolve_host(at, allow_private=allow_private)
            async with client.stream(
                "GET", pin_address(at, number), headers=write_headers(at), extensions=name_server(at)
            ) as response:
                if not response.has_redirect_location:
                    return await read_answer(response, at)
                at = urljoin(at, response.headers["location"])
    raise InputError(address, f"it redirects more than {MOST_REDIRECTS} times", SAVE_PAGE)


def pin_address(address: str, number: str) -> str:
    """The address with its host replaced by the number that was checked."""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port else ""
    host = f"[{number}]" if ":" in number else number
    return parts._replace(netloc=host + port, fragment="").geturl()


def write_headers(address: str) -> dict[str, str]:
    return {"Host": urlsplit(address).netloc, "User-Agent": f"tocsin/{__version__}", "Accept-Encoding": "gzip, deflate"}


def name_server(address: str) -> dict[str, str]:
    """The name that the certificate must bear, since the connection itself goes to a number."""
    return {"sni_hostname": urlsplit(address).hostname or ""}


async def read_answer(response: httpx.Response, address: str) -> Answer:
    if response.status_code != 200:
        what = f"the server answered {response.status_code} {response.reason_phrase}".rstrip()
        raise InputError(address, what, SAVE_PAGE)
    kind = response.headers.get("content-type", "text/html").split(";")[0].strip().lower()
    if kind not in PAGES + TEXTS:
        raise InputError(address, f"it is no page but {kind}", "Save the article's text as .txt and read that")
    content = bytearray()
    async for piece in response.aiter_bytes():
        content += piece
        if len(content) >= MOST_BYTES:
            check_size(len(content), address)
    return Answer(bytes(content), kind in PAGES, response.charset_encoding, address)
