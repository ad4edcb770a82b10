"""Types of names for the language model."""

import pytest

from tocsin.codebook.name_types import index_name_types
from tocsin.language.parse import parse


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Burkina Faso", "LOC"),
        ("Ouagadougou", "LOC"),
        ("African Union", "ORG"),
        ("Emmanuel Macron", "PERSON"),
        ("Gambia", "LOC"),
        ("Burkinabe", "MISC"),
        ("Kremlin", None),
        ("Macron", None),
    ],
)
def test_types_of_names_as_they_are_written(name, kind):
    assert index_name_types().get(name) == kind


def test_the_model_holds_to_the_table():
    (doc,) = parse(["The Economic Community of West African States met in Guinea-Bissau."], index_name_types())
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("Economic Community of West African States", "ORG"),
        ("Guinea-Bissau", "LOC"),
    ]
