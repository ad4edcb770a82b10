"""Only public addresses are asked."""

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import InputError
from tocsin.reading.addresses import is_public, read_host

PRIVATE = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
    "2002:a00:1::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "93.184.215.14", "172.32.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("number", PRIVATE)
def test_a_private_address_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_a_public_address_is_public(number: str) -> None:
    assert is_public(number)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_the_same_in_every_disguise(inner: ipaddress.IPv4Address) -> None:
    for disguise in ("::ffff:0:0", "64:ff9b::"):
        outer = ipaddress.IPv6Address(int(ipaddress.IPv6Address(disguise)) | int(inner))
        assert is_public(str(outer)) == is_public(str(inner))


def test_host_and_port_of_an_address() -> None:
    assert read_host("https://example.org/a?b#c") == ("example.org", 443)
    assert read_host("http://EXAMPLE.org:8080") == ("example.org", 8080)
    assert read_host("http://[::1]/") == ("::1", 80)


WRONG = ["ftp://example.org/a", "file:///etc/passwd", "http://", "http:///path", "https://a:b@example.org/",
         "http://[::1", "http://example.org:99999/", "http://exam ple.org/", "http://a.org/\r\nHost: b"]  # fmt: skip


@pytest.mark.parametrize("address", WRONG)
def test_what_is_no_address_of_a_page_is_told(address: str) -> None:
    with pytest.raises(InputError) as told:
        read_host(address)
    assert told.value.mend
    assert "a:b" not in str(told.value)
