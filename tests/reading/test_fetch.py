"""A page from a server: within limits, from a public address only, and every failure in words."""

import asyncio
import socket
import time
from http.server import ThreadingHTTPServer
from typing import Any

import pytest

from tocsin.errors import InputError
from tocsin.reading import addresses
from tocsin.reading.fetch import fetch_page, pin_address


def fetch(address: str, seconds: float = 5) -> Any:
    return fetch_page(address, allow_private=True, seconds=seconds)


def test_a_page_comes_with_its_address_and_character_set(root: str, page: str) -> None:
    answer = fetch(f"{root}/page#part")
    assert (answer.content.decode(), answer.is_page, answer.charset) == (page, True, "utf-8")
    assert not fetch(f"{root}/plain").is_page


def test_redirects_are_followed_to_the_last_address(root: str) -> None:
    assert fetch(f"{root}/to?/to?/page").address == f"{root}/page"


FAILURES = [
    ("missing", "the server answered 404"),
    ("forbidden", "the server answered 403"),
    ("pdf", "it is no page but application/pdf"),
    ("round", "it redirects more than 5 times"),
    ("to?ftp://example.org/a", "only http and https"),
    ("huge", "an article must stay below 5 MB"),
]


@pytest.mark.parametrize(("path", "words"), FAILURES, ids=[row[0] for row in FAILURES])
def test_what_is_no_page_is_told(path: str, words: str, root: str) -> None:
    with pytest.raises(InputError) as told:
        fetch(f"{root}/{path}")
    assert words in str(told.value)
    assert told.value.mend


def test_a_huge_page_is_cut_off(root: str, server: ThreadingHTTPServer) -> None:
    with pytest.raises(InputError):
        fetch(f"{root}/huge")
    deadline = time.monotonic() + 5
    while not hasattr(server, "cut") and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.cut  # type: ignore[attr-defined]


def test_a_server_that_drips_does_not_hold_us(root: str) -> None:
    start = time.monotonic()
    with pytest.raises(InputError, match=r"no answer came within 0\.3 seconds"):
        fetch(f"{root}/slow", seconds=0.3)
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked(host: str, server: ThreadingHTTPServer) -> None:
    with pytest.raises(InputError, match=r"private address|cannot be found"):
        fetch_page(f"http://{host}:{server.server_port}/page")
    assert server.asked == []  # type: ignore[attr-defined]


def test_a_redirect_to_a_private_address_is_not_followed(
    root: str, server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    inside = f"http://127.0.0.2:{server.server_port}/page"
    assert fetch_page(f"{root}/page").is_page
    with pytest.raises(InputError, match=r"private address \(127\.0\.0\.2\)"):
        fetch_page(f"{root}/to?{inside}")


def test_a_name_is_resolved_once_and_that_address_asked(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that answers with a public address first and with a private one next gains nothing."""
    answers = ["127.0.0.1", "10.0.0.1", "10.0.0.1"]

    def resolve(host: Any, port: int, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    host = f"rebind.example:{server.server_port}"
    assert fetch_page(f"http://{host}/page").is_page
    assert len(answers) == 2
    assert [asked[:2] for asked in server.asked] == [("/page", host)]  # type: ignore[attr-defined]


def test_one_private_address_among_several_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(host: Any, port: int, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(InputError, match="private address"):
        fetch_page("http://both.example/")


def test_without_a_network_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(InputError, match=r"cannot be found\. Check the address and the network connection"):
        fetch_page("https://example.org/")


def test_a_closed_door_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(InputError, match="the page cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/page")


def test_a_page_is_fetched_inside_a_running_loop(root: str) -> None:
    """A notebook runs a loop of its own."""

    async def call() -> bool:
        return fetch(f"{root}/page").is_page

    assert asyncio.run(call())


def test_the_number_stands_in_the_place_of_the_host() -> None:
    assert pin_address("https://example.org:8443/a?b=c#d", "8.8.8.8") == "https://8.8.8.8:8443/a?b=c"
    assert pin_address("http://example.org/a", "2606::1") == "http://[2606::1]/a"
