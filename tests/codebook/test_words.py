"""One form for every spelling of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook.words import is_acronym, make_key, strip_name


@pytest.mark.parametrize(
    ("name", "stripped"),
    [
        ("the Czech Republic's", "Czech Republic"), ("The  United\nStates’", "United States"),
        ("Türkiye", "Turkiye"),
        ("Władysław", "Wladyslaw"), ("an ally", "ally"), ("Laos'", "Laos"), ("Sana'a", "Sana'a"),
        ("“Russia”", "Russia"),
    ],
)  # fmt: skip
def test_stripped_names(name: str, stripped: str) -> None:
    assert strip_name(name) == stripped


def test_acronyms_keep_their_capitals() -> None:
    assert make_key("U.S.") == make_key("US") == "US"
    assert make_key("Us") == "us"
    assert not is_acronym("Us")


@given(st.text(max_size=60))
def test_stripping_twice_is_stripping_once(name: str) -> None:
    assert strip_name(strip_name(name)) == strip_name(name)
