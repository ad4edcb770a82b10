"""Names as news has them, and what they stand for on the day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook.names import find_known, find_office_holder, is_shielded, list_readings
from tocsin.codebook.tables import load_states

WINTER_2024 = date(2024, 2, 28)


@pytest.mark.parametrize(
    ("words", "name", "form"),
    [
        ("Russia's", "Russia", "name"), ("Russia’s", "Russia", "name"),
        ("the Czech Republic", "Czech Republic", "name"),
        ("Czechia", "Czech Republic", "short"), ("Türkiye", "Turkey", "short"),
        ("Turkiye", "Turkey", "short"),
        ("the Kremlin", "Russia", "seat"), ("The Kremlin's", "Russia", "seat"),
        ("Chinese", "China", "adjective"),
        ("Kyiv", "Ukraine", "capital"), ("Kiev", "Ukraine", "capital"), ("US", "United States", "short"),
        ("U.S.", "United States", "short"), ("the US's", "United States", "short"),
        ("America", "United States", "short"),
        ("the White House", "United States", "seat"), ("the Pentagon", "United States", "seat"),
        ("UK", "United Kingdom", "short"),
        ("Britain", "United Kingdom", "short"), ("Downing Street", "United Kingdom", "seat"),
        ("Britons", "United Kingdom", "people"),
        ("the Élysée", "France", "seat"), ("the Elysee", "France", "seat"),
        ("Quai d'Orsay", "France", "seat"),
        ("Quai d’Orsay", "France", "seat"), ("Pyongyang", "North Korea", "capital"),
        ("DPRK", "North Korea", "short"),
        ("South Korean", "South Korea", "adjective"), ("Burma", "Myanmar", "short"),
        ("UAE", "United Arab Emirates", "short"),
        ("DRC", "Democratic Republic of the Congo", "short"),
        ("Congo", "Democratic Republic of the Congo", "short"),
        ("Côte d'Ivoire", "Ivory Coast", "short"), ("Poles", "Poland", "people"),
        ("Polish", "Poland", "adjective"),
        ("Nigerien", "Niger", "adjective"), ("Nigerian", "Nigeria", "adjective"),
        ("Dutch", "Netherlands", "adjective"),
        ("Holy See", "Vatican City", "short"), ("CHINA", "China", "name"), ("Zhongnanhai", "China", "seat"),
        ("the Russian government", "Russia", "government"),
        ("Ukraine's foreign ministry", "Ukraine", "government"),
        ("Ministry of Defence of Ukraine", "Ukraine", "government"),
        ("Israeli officials", "Israel", "government"),
    ],
)  # fmt: skip
def test_names_of_states(words: str, name: str, form: str) -> None:
    found = find_known(words, WINTER_2024)
    assert found is not None
    assert (found.name, found.kind, found.form) == (name, "state", form)


@pytest.mark.parametrize(
    "words", ["us", "turkey", "polish", "china", "march", "the north", "", "the", "chancellor", "a"]
)
def test_words_without_capitals_are_no_names(words: str) -> None:
    assert find_known(words, WINTER_2024) is None


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("NATO", "NATO", "alliance"), ("the North Atlantic Treaty Organization", "NATO", "alliance"),
        ("the alliance", "NATO", "alliance"),
        ("EU", "European Union", "organisation"), ("the bloc", "European Union", "organisation"),
        ("the 27", "European Union", "organisation"), ("Brussels", "European Union", "organisation"),
        ("UN Security Council", "United Nations Security Council", "organisation"),
        ("ECOWAS", "ECOWAS", "organisation"),
        ("Baltic states", "Baltic states", "organisation"), ("Hamas", "Hamas", "group"),
        ("Houthi rebels", "Houthi movement", "group"),
        ("PKK", "Kurdistan Workers' Party", "group"), ("ISIS", "Islamic State", "group"),
        ("al-Shabaab", "al-Shabaab", "group"),
        ("the State Duma", "State Duma", "organisation"), ("IDF", "Israel Defense Forces", "organisation"),
    ],
)  # fmt: skip
def test_names_of_bodies_and_groups(words: str, name: str, kind: str) -> None:
    found = find_known(words, WINTER_2024)
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("The Jerusalem Post", None), ("Times of Israel", None), ("South China Morning Post", None),
        ("the Kyiv Independent", None),
        ("China Daily", "China"), ("KCNA", "North Korea"), ("Xinhua", "China"), ("TASS", "Russia"),
        ("The Times", None),
        ("Anadolu", "Turkey"), ("IRNA", "Iran"), ("SANA", "Syria"), ("The Washington Post", None),
        ("Moscow Times", None),
    ],
)  # fmt: skip
def test_outlets_are_shielded_and_state_agencies_speak_for_their_state(words: str, state: str | None) -> None:
    found = find_known(words, WINTER_2024)
    assert found is not None
    assert (found.kind, found.acts_for) == ("outlet", state)
    assert is_shielded(words)


@pytest.mark.parametrize("words", ["South China Sea", "Nord Stream 2", "Vietnam War", "Northern Ireland"])
def test_names_with_a_country_in_them_are_no_state(words: str) -> None:
    assert is_shielded(words)
    assert find_known(words, WINTER_2024) is None


@pytest.mark.parametrize(
    ("words", "person", "acts_for"),
    [
        ("Macron", "Emmanuel Macron", "France"), ("President Macron", "Emmanuel Macron", "France"),
        ("French President Emmanuel Macron", "Emmanuel Macron", "France"),
        ("French President", "Emmanuel Macron", "France"),
        ("Putin", "Vladimir Putin", "Russia"), ("Zelenskiy", "Volodymyr Zelensky", "Ukraine"),
        ("Xi", "Xi Jinping", "China"),
        ("von der Leyen", "Ursula von der Leyen", "European Commission"),
        ("Scholz", "Olaf Scholz", "Germany"),
        ("Polish Foreign Minister Radosław Sikorski", "Radosław Sikorski", "Poland"),
        ("Radek Sikorski", "Radosław Sikorski", "Poland"),
        ("Russia's foreign minister", "Sergei Lavrov", "Russia"),
        ("the foreign minister of Poland", "Radosław Sikorski", "Poland"),
        ("Kremlin spokesman Dmitry Peskov", "Dmitry Peskov", "Russia"), ("Peskov", "Dmitry Peskov", "Russia"),
        ("U.S. Secretary of State Antony Blinken", "Antony Blinken", "United States"),
        ("NATO chief", "Jens Stoltenberg", "NATO"),
        ("Gen. Abdel-Fattah Burhan", "Abdel Fattah al-Burhan", "Sudan"),
        ("Kim", "Kim Jong Un", "North Korea"),
        ("Erdogan", "Recep Tayyip Erdoğan", "Turkey"), ("Assad", "Bashar al-Assad", "Syria"),
        ("Trump", "Donald Trump", None),
        ("former President Donald Trump", "Donald Trump", None), ("Sinwar", "Yahya Sinwar", "Hamas"),
    ],
)  # fmt: skip
def test_people_in_winter_2024(words: str, person: str, acts_for: str | None) -> None:
    found = find_known(words, WINTER_2024)
    assert found is not None
    assert (found.name, found.kind, found.acts_for) == (person, "person", acts_for)


@pytest.mark.parametrize(
    ("words", "on", "person"),
    [
        ("Macron", date(2010, 6, 1), None), ("Emmanuel Macron", date(2010, 6, 1), "Emmanuel Macron"),
        ("Bush", date(1990, 8, 2), "George H. W. Bush"), ("Bush", date(2003, 3, 20), "George W. Bush"),
        ("Kennedy", date(1962, 10, 22), "John F. Kennedy"),
        ("Khrushchev", date(1962, 10, 22), "Nikita Khrushchev"),
        ("French President", date(2003, 2, 1), "Jacques Chirac"),
        ("the British prime minister", date(1938, 9, 29), "Neville Chamberlain"),
        ("German Chancellor", date(1985, 1, 1), "Helmut Kohl"),
        ("the Argentine president", date(1982, 4, 2), "Leopoldo Galtieri"),
        ("Assad", date(1990, 1, 1), "Hafez al-Assad"),
        ("Iraqi President", date(2003, 3, 1), "Saddam Hussein"),
        ("US President", date(2025, 2, 1), "Donald Trump"),
        ("Koizumi Junichiro", date(2004, 11, 1), "Junichiro Koizumi"),
        ("German Chancellor", date(2025, 6, 1), "Friedrich Merz"),
    ],
)  # fmt: skip
def test_people_on_other_days(words: str, on: date, person: str | None) -> None:
    found = find_known(words, on)
    assert (found.name if found else None) == person


def test_a_person_acts_for_a_state_only_while_in_office() -> None:
    found = find_known("Boris Johnson", date(2024, 1, 1))
    assert found is not None
    assert (found.acts_for, found.role) == (None, "former prime minister")


@pytest.mark.parametrize("words", ["Wu", "Little", "Snow", "Han"])
def test_a_surname_of_few_letters_or_of_someone_long_out_of_office_is_nobody(words: str) -> None:
    assert find_known(words, WINTER_2024) is None


def test_former_states_are_known_on_their_days() -> None:
    found = find_known("Soviet Union", date(1980, 1, 1))
    assert found is not None
    assert (found.name, found.code) == ("Soviet Union", "SUN")
    moscow = [find_known("the Kremlin", day) for day in (date(1980, 1, 1), WINTER_2024)]
    assert [known.name for known in moscow if known] == ["Soviet Union", "Russia"]


def test_ambiguous_names_say_so() -> None:
    georgia = find_known("Georgia", WINTER_2024)
    assert georgia is not None
    assert georgia.also_means == ("Georgia", "US state of Georgia")
    assert find_known("Koreans", WINTER_2024) is None
    assert "North Korea" in list_readings("the Koreans")
    assert list_readings("France") == ()


def test_armed_forces_are_actors_of_their_own() -> None:
    found = find_known("the Russian army", WINTER_2024)
    assert found is not None
    assert (found.name, found.kind, found.acts_for) == ("Russian army", "organisation", "Russia")


@pytest.mark.parametrize(
    ("words", "name", "acts_for"),
    [
        ("Japan's Diet", "Diet", "Japan"),
        ("Iran’s Revolutionary Guards", "Islamic Revolutionary Guard Corps", "Iran"),
        ("Israel's Knesset", "Knesset", "Israel"),
        ("France's Macron", "Emmanuel Macron", "France"),
    ],
)
def test_what_belongs_to_a_state_is_found_behind_its_name(words: str, name: str, acts_for: str) -> None:
    found = find_known(words, WINTER_2024)
    assert found is not None
    assert (found.name, found.acts_for) == (name, acts_for)


def test_an_office_that_nobody_is_known_to_hold_gives_none() -> None:
    assert find_office_holder("France", "emperor", WINTER_2024) is None
    assert find_office_holder("Atlantis", "president", WINTER_2024) is None


@pytest.mark.parametrize("state", [s for s in load_states() if s.status == "state"], ids=lambda s: s.name)
def test_every_state_is_found_by_every_name_of_its_own(state) -> None:  # type: ignore[no-untyped-def]
    found = find_known(state.name, WINTER_2024)
    assert found is not None
    assert (found.name, found.code) == (state.name, state.iso)
    for name in (*state.also, *state.adjective, *state.people, *state.capital, *state.seats):
        known = find_known(name, WINTER_2024)
        assert (known is not None and (known.name == state.name or known.also_means)) or list_readings(name), name


SOME_NAMES = [s.name for s in load_states() if not s.name.endswith("s")] + [
    "NATO",
    "Macron",
    "Hamas",
    "Kremlin",
    "US",
]


@given(st.sampled_from(SOME_NAMES))
def test_a_possessive_or_an_article_changes_nothing(name: str) -> None:
    plain = find_known(name, WINTER_2024)
    assert plain == find_known(f"{name}'s", WINTER_2024) == find_known(f"the {name}", WINTER_2024)


@given(st.text(max_size=40), st.dates())
def test_any_words_on_any_day_give_a_name_or_none(words: str, on: date) -> None:
    found = find_known(words, on)
    assert found is None or found.name
