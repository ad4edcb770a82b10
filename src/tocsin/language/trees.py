"""Scores of heads into trees: one root a sentence, no cycle, the highest sum of scores."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]

NEVER = -1e30


def decode_trees(scores: NDArray[np.floating], lengths: NDArray[np.integer]) -> Heads:
    """The best tree with one root for each sentence of a batch.

    `scores[b, d, h]`: how good head `h` is for word `d` in sentence `b`; words count from 1 and 0 is the root.
    `lengths[b]`: words in sentence `b`. Returns `heads[b, d]`, 0 for the root and for padding.

    Most sentences are settled by taking each word's best head; only those where that gives a cycle or more than one
    root go through the search.

    **Holds** each row is a tree with one root, and no tree with one root has a higher sum of scores.
    """
    width = scores.shape[1]
    positions = np.arange(width)
    within = positions[None, :] <= lengths[:, None]
    allowed = within[:, None, :] & (positions[:, None] != positions[None, :])
    masked = np.where(allowed, scores, NEVER)
    heads: Heads = masked.argmax(axis=2).astype(np.int64)
    words = within & (positions[None, :] > 0)
    heads[~words] = 0
    for sentence in np.flatnonzero(~_are_trees(heads, words)):
        size = int(lengths[sentence]) + 1
        heads[sentence, :size] = search_tree(masked[sentence, :size, :size].astype(np.float64))
    return heads


def _are_trees(heads: Heads, words: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which sentences already are a tree with one root: every word reaches 0 by doubling jumps."""
    one_root: NDArray[np.bool_] = ((heads == 0) & words).sum(axis=1) == 1
    reached = heads
    for _ in range(max(1, int(heads.shape[1]).bit_length())):
        reached = np.take_along_axis(reached, reached, axis=1)
    without_cycle: NDArray[np.bool_] = (reached == 0).all(axis=1)
    return one_root & without_cycle


def search_tree(scores: Scores) -> Heads:
    """The highest-scoring tree with exactly one root; `scores[d, h]` over words 1.. and the root 0.

    Each word is tried as the root, the most promising first, until no other can do better: with word r as root, no
    tree has more than r's root score and every other word's best head among words.

    **Source** Chu and Liu 1965; Edmonds 1967, Optimum branchings.
    """
    weights = scores.astype(np.float64).copy()
    np.fill_diagonal(weights, NEVER)
    weights[0, :] = NEVER
    among_words = weights[:, 1:].max(axis=1, initial=NEVER)[1:]
    bounds = among_words.sum() - among_words + weights[1:, 0]
    best, best_sum = np.zeros(len(scores), dtype=np.int64), -np.inf
    for root in np.argsort(-bounds, kind="stable") + 1:
        if len(bounds) > 1 and bounds[root - 1] <= best_sum:
            break
        rooted = weights.copy()
        rooted[1:, 0] = NEVER
        rooted[root, 1:] = NEVER
        rooted[root, 0] = weights[root, 0]
        heads = _grow(rooted)
        total = weights[np.arange(1, len(weights)), heads[1:]].sum()
        if total > best_sum:
            best, best_sum = heads, total
    return best


def _grow(weights: Scores) -> Heads:
    """Chu-Liu/Edmonds: each node's best head; contract a cycle into one node, solve, and open it again."""
    heads: Heads = weights.argmax(axis=1).astype(np.int64)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    rest = np.setdiff1d(np.arange(len(weights)), cycle)
    kept = weights[cycle, heads[cycle]]
    into = weights[np.ix_(cycle, rest)] - kept[:, None]
    out = weights[np.ix_(rest, cycle)]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), NEVER)
    smaller[:size, :size] = weights[np.ix_(rest, rest)]
    smaller[size, :size] = into.max(axis=0)
    smaller[:size, size] = out.max(axis=1)
    smaller[0, :] = NEVER
    solved = _grow(smaller)
    result = heads.copy()
    entry = solved[size]
    result[cycle[into[:, entry].argmax()]] = rest[entry]
    best_exit = cycle[out.argmax(axis=1)]
    for place in range(1, size):
        result[rest[place]] = best_exit[place] if solved[place] == size else rest[solved[place]]
    return result


def _find_cycle(heads: Heads) -> Heads | None:
    """The nodes of one cycle, or None."""
    seen = np.zeros(len(heads), dtype=np.int64)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while seen[node] == 0:
            seen[node] = start
            node = int(heads[node])
        if seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(int(heads[cycle[-1]]))
            return np.array(cycle, dtype=np.int64)
    return None
