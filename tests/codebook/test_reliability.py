"""Certainties from judged records: names of rules, the law of the shrunken share, and the table that is shipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook.reliability import Tried, find_tried, load_reliability, make_key, name_rule, take_certainty

SHARES = st.floats(min_value=0.1, max_value=0.95)
COUNTS = st.integers(min_value=0, max_value=60)


@pytest.mark.parametrize(
    ("kind", "why", "rule"),
    [
        ("event", "verb: warn (warned)", "verb"), ("event", "demand of United Kingdom", "demand of"),
        ("event", "conditional threat: 'war' said by Russia", "conditional threat"),
        ("position", "support by urge: reconsider", "support"), ("position", "oppose by threat if NATO send", "oppose"),
        ("statement", "report, clause: 'said'", "report, clause"), ("actor", "mentioned as 'Paris'", "mentioned as"),
        ("issue", "", ""), ("position", "", ""),
    ],
)  # fmt: skip
def test_a_rule_is_named_without_the_words_that_fired_it(kind: str, why: str, rule: str) -> None:
    assert name_rule(kind, why) == rule


def test_without_judged_records_a_certainty_is_what_the_rule_says() -> None:
    assert take_certainty("event", "a rule that nobody judged", 0.62, {}) == 0.62


@given(SHARES, COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_certainty_lies_between_what_the_rule_says_and_the_shares_that_were_found(
    said: float, fresh: int, fresh_more: int, seen: int, seen_more: int
) -> None:
    tried = Tried((fresh, fresh + fresh_more), (seen, seen + seen_more))
    shares = [right / of for right, of in (tried.fresh, tried.seen) if of]
    found = take_certainty("event", "verb", said, {make_key("event", "verb", said): tried})
    low, high = min([said, *shares]), max([said, *shares])
    assert max(0.05, low) - 0.006 <= found <= max(min(0.97, high), 0.05) + 0.006


def test_fresh_articles_weigh_more_than_seen_ones() -> None:
    key = make_key("event", "verb", 0.6)
    fresh = take_certainty("event", "verb", 0.6, {key: Tried(fresh=(30, 30))})
    seen = take_certainty("event", "verb", 0.6, {key: Tried(seen=(30, 30))})
    assert 0.6 < seen < fresh < 0.97


def test_a_rule_that_says_another_certainty_than_was_judged_takes_the_share_of_the_whole_rule() -> None:
    table = {make_key("event", "verb", 0.6): Tried(fresh=(8, 10)), make_key("event", "verb", 0.7): Tried(fresh=(1, 2))}
    assert find_tried("event", "verb", 0.65, table) == Tried(fresh=(9, 12))
    assert find_tried("event", "noun", 0.65, table) == Tried()


def test_the_table_counts_no_more_right_than_judged_and_no_row_twice() -> None:
    rows = load_reliability()
    assert len(rows) > 40
    for (kind, rule, said), tried in rows.items():
        assert kind and rule and 0 < said < 1
        assert 0 <= tried.fresh[0] <= tried.fresh[1]
        assert 0 <= tried.seen[0] <= tried.seen[1]


@pytest.mark.parametrize("kind", ["actor", "event", "statement"])
def test_over_the_fresh_articles_as_many_are_right_as_is_said(kind: str) -> None:
    rows = [(key, tried) for key, tried in load_reliability().items() if key[0] == kind and tried.fresh[1]]
    judged = sum(tried.fresh[1] for _, tried in rows)
    expected = sum(take_certainty(k, rule, said) * tried.fresh[1] for (k, rule, said), tried in rows)
    assert judged >= 60
    assert abs(expected - sum(tried.fresh[0] for _, tried in rows)) / judged < 0.08
