"""Trees from scores, against brute force and by law."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.language.trees import decode_trees, search_tree


def is_tree(heads):
    if sum(head == 0 for head in heads[1:]) != 1:
        return False
    for word in range(1, len(heads)):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return True


def add_scores(scores, heads):
    return sum(scores[word, heads[word]] for word in range(1, len(heads)))


def search_all(scores):
    size = len(scores)
    candidates = (np.array([0, *heads]) for heads in product(range(size), repeat=size - 1))
    return max((heads for heads in candidates if is_tree(heads)), key=lambda heads: add_scores(scores, heads))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 2**32 - 1), st.sampled_from([1.0, 100.0]))
def test_search_finds_the_highest_sum_of_all_trees_with_one_root(words, seed, spread):
    scores = np.random.default_rng(seed).normal(scale=spread, size=(words + 1, words + 1))
    heads = search_tree(scores)
    assert is_tree(heads)
    assert add_scores(scores, heads) == pytest.approx(add_scores(scores, search_all(scores)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 25), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_a_batch_gives_each_sentence_the_tree_that_it_has_alone(lengths, seed):
    width = max(lengths) + 1
    scores = np.random.default_rng(seed).normal(size=(len(lengths), width, width)).astype(np.float32)
    batch = decode_trees(scores, np.array(lengths))
    for row, length in enumerate(lengths):
        alone = search_tree(scores[row, : length + 1, : length + 1])
        assert is_tree(batch[row, : length + 1])
        assert (batch[row, : length + 1] == alone).all()
        assert (batch[row, length + 1 :] == 0).all()


def test_two_words_that_both_want_the_root_share_one():
    scores = np.array([[0, 0, 0], [9.0, 0, 1], [8.0, 5.0, 0]])
    assert search_tree(scores).tolist() == [0, 0, 1]


def test_a_cycle_is_broken_where_it_costs_least():
    scores = np.array([[0, 0, 0, 0], [1.0, 0, 9, 0], [0.5, 9, 0, 0], [0, 0, 3.0, 0]])
    assert search_tree(scores).tolist() == [0, 0, 1, 2]
