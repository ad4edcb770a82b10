"""A headline is found where there is one, and nothing is made into one."""

import pytest

from tocsin.reading.titles import find_title

BODY = "The ministers of the two states met on Monday for the third time and left the hall without a word to anyone."
TABLE = [
    (f"Talks on the strait fail again\n\n{BODY}", "Talks on the strait fail again"),
    (f"Will the alliance hold together?\n{BODY}", "Will the alliance hold together?"),
    (f"Advertisement\nHome » Africa » Politics\nTalks on the strait fail\n{BODY}", "Talks on the strait fail"),
    (f"Friday, August 21, 2015\n\n{BODY}", None),
    (f"The ministers met on Monday.\n{BODY}", None),
    (BODY, None),
    ("Talks on the strait fail again", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "title"), TABLE)
def test_the_headline_of_a_text(text: str, title: str | None) -> None:
    assert find_title(text) == title


def test_the_first_heading_of_markdown_is_its_title() -> None:
    assert find_title(f"Some words here before\n\n# Talks fail #\n\n# Later\n{BODY}", markdown=True) == "Talks fail"
    assert find_title(f"Talks on the strait fail\n\n## Part\n{BODY}", markdown=True) == "Talks on the strait fail"
