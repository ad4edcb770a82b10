"""The age of the tables: rows counted as they are written, days in order, a source for each."""

import re

from tocsin.codebook.ages import count_rows, describe_table, describe_tables
from tocsin.codebook.cinc import load_spells
from tocsin.codebook.people import load_holders
from tocsin.codebook.tables import FOLDER, load_bodies, load_groups, load_outlets, load_table

FACTS = ("bodies", "capability", "cinc", "groups", "leaders", "outlets", "states", "base_rates")


def test_every_table_of_the_folder_is_described_with_rows_and_a_source() -> None:
    tables = describe_tables()
    assert [table.name for table in tables] == sorted(path.stem for path in FOLDER.glob("*.toml"))
    assert all(table.rows > 0 and table.source for table in tables)


def test_rows_are_what_is_loaded() -> None:
    assert describe_table("leaders").rows == len(load_holders())
    assert describe_table("groups").rows == len(load_groups())
    assert describe_table("cinc").rows == len(load_spells())
    assert describe_table("outlets").rows == len(load_outlets()) + len(load_table("outlets")["not_states"])
    assert count_rows({"body": load_table("bodies")["body"]}) == len(load_bodies())


def test_tables_of_facts_say_until_when_they_are_known() -> None:
    for name in FACTS:
        table = describe_table(name)
        assert table.known_from is not None and table.known_to is not None, name
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", table.known_to), name
        assert table.known_from <= table.known_to, name


def test_a_list_of_words_has_a_row_for_each_word() -> None:
    assert count_rows({"source": "our own", "verbs": "say tell\nwrite", "nouns": ["word", "news"]}) == 5
