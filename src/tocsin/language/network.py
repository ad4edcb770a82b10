"""The network in the box: windows of words in; sentences with their trees, tags and names out."""

import hashlib
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tocsin.errors import FormatError
from tocsin.language.trees import decode_trees
from tocsin.language.wordpieces import WordPieces, find_shape, load_wordpieces

FOLDER = Path(__file__).parent / "model"
SHA256 = {
    "network.onnx": "7a98dbc25b02149445274e714558c24ef920e2bc13d005c5acaeaaf6922539ac",
    "relations.onnx": "ddfac087e0ee226745b2d13fbb7e1e0a69c3cae00b2bf04c442aa8e457360e77",
}
THREADS = 2
WORDS_PER_BATCH = 400
BATCH_COST = 11  # words that could be read in the time that one more batch takes (1.8 ms against 0.16 ms a word)
LONGEST_INPUT = 512
START_SCORE = -0.8  # the log odds that split development text best: missed starts were the commoner fault
ONLY_ONE = (("nsubj", "nsubj:pass", "csubj", "csubj:pass"), ("obj",))
START_PIECE, END_PIECE = 101, 102

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Reading:
    """What the network says of one sentence, word by word; heads count from 1 and 0 is the root."""

    heads: list[int]
    relations: list[str]
    parts: list[str]
    tags: list[str]
    names: list[str]


@dataclass(frozen=True)
class Network:
    """The loaded model: what scores words, what scores relations, the word pieces and the label lists."""

    words: onnxruntime.InferenceSession
    relations: onnxruntime.InferenceSession
    wordpieces: WordPieces
    labels: dict[str, list[str]]


@cache
def load_network() -> Network:
    """Loads the model once."""
    return Network(
        _open_session("network.onnx"),
        _open_session("relations.onnx"),
        load_wordpieces(FOLDER / "wordpieces.json"),
        json.loads((FOLDER / "labels.json").read_text(encoding="utf-8")),
    )


def _open_session(name: str) -> onnxruntime.InferenceSession:
    """A model file, after checking that it is the one that this version was measured with."""
    path = FOLDER / name
    content = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        raise FormatError(
            str(path),
            "the language model is missing or its sha256 differs from the one this version was built with",
            "install tocsin again",
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def read_windows(documents: Sequence[Sequence[Sequence[str]]]) -> list[list[list[Reading]]]:
    """For each document, the sentences of each of its windows of running text.

    What is read of a window depends, in the last digits, on what shares its batch: a batch holds windows of one
    document only, so that a document reads the same in any company. `THREADS` batches are read at a time.
    """
    network = load_network()
    batches = [
        (number, batch)
        for number, windows in enumerate(documents)
        for batch in _make_batches([len(window) for window in windows])
    ]
    readings: list[list[list[Reading]]] = [[[] for _ in windows] for windows in documents]
    asked = [[documents[number][i] for i in batch] for number, batch in batches]
    with ThreadPoolExecutor(THREADS) as threads:
        for (number, batch), read in zip(batches, threads.map(partial(_read_batch, network), asked), strict=True):
            for i, sentences in zip(batch, read, strict=True):
                readings[number][i] = sentences
    return readings


def _make_batches(lengths: Sequence[int]) -> list[list[int]]:
    """Numbers of the windows, shortest first, in the batches that take least time.

    A batch of `WORDS_PER_BATCH` padded words at most takes as long as its padded words and `BATCH_COST` more.
    """
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    costs, firsts = [0], [0]
    for end, window in enumerate(order, start=1):
        width = lengths[window] + 1
        fewest = max(0, end - max(1, WORDS_PER_BATCH // width))
        cost, first = min((costs[first] + (end - first) * width, first) for first in range(fewest, end))
        costs.append(cost + BATCH_COST)
        firsts.append(first)
    batches, end = [], len(order)
    while end:
        batches.append(order[firsts[end] : end])
        end = firsts[end]
    return batches[::-1]


def _read_batch(network: Network, windows: Sequence[Sequence[str]]) -> list[list[Reading]]:
    arcs, head_side, word_side, parts, tags, names, starts = network.words.run(None, _make_input(network, windows))
    spans = [(row, *span) for row, window in enumerate(windows) for span in _find_sentences(starts[row], len(window))]
    rows, slots, lengths = _place_sentences(spans)
    heads = decode_trees(arcs[rows[:, :, None], slots[:, :, None], slots[:, None, :]], lengths)
    relations = _choose_relations(network, heads, slots > 0, head_side[rows, slots], word_side[rows, slots])
    chosen = {"upos": parts.argmax(axis=-1), "xpos": tags.argmax(axis=-1), "ner": names.argmax(axis=-1)}
    readings: list[list[Reading]] = [[] for _ in windows]
    for k, (row, first, end) in enumerate(spans):
        said = {kind: [network.labels[kind][i] for i in best[row, first:end]] for kind, best in chosen.items()}
        size = end - first + 1
        relation = [network.labels["dep"][i] for i in relations[k, 1:size]]
        readings[row].append(Reading(heads[k, 1:size].tolist(), relation, said["upos"], said["xpos"], said["ner"]))
    return readings


def _find_sentences(starts: Floats, words: int) -> list[tuple[int, int]]:
    """Spans of slots, from 1, of the sentences in a window: the first word starts one, whatever its score."""
    opened = [1, *(i for i in range(2, words + 1) if starts[i] > START_SCORE)]
    return list(zip(opened, [*opened[1:], words + 1], strict=True))


def _place_sentences(spans: Sequence[tuple[int, int, int]]) -> tuple[Integers, Integers, Integers]:
    """For each sentence and place in it: its window and its slot there (0 for the root and padding); lengths."""
    lengths = np.array([end - first for _, first, end in spans], dtype=np.int64)
    places = np.arange(int(lengths.max(initial=0)) + 1)
    firsts = np.array([first for _, first, _ in spans], dtype=np.int64)
    inside = (places[None, :] > 0) & (places[None, :] <= lengths[:, None])
    slots = np.where(inside, firsts[:, None] + places[None, :] - 1, 0)
    rows = np.broadcast_to(np.array([row for row, _, _ in spans], dtype=np.int64)[:, None], slots.shape)
    return rows, slots, lengths


def _make_input(network: Network, windows: Sequence[Sequence[str]]) -> dict[str, Integers]:
    """Word pieces, where each word starts among them, and the shape of each word; slot 0 is the root."""
    rows = [_fit([network.wordpieces.find(word) for word in window]) for window in windows]
    longest = max(sum(map(len, row)) for row in rows) + 2
    count, width = len(windows), max(map(len, rows)) + 1
    pieces, present = np.zeros((count, longest), dtype=np.int64), np.zeros((count, longest), dtype=np.int64)
    first, shapes = np.zeros((count, width), dtype=np.int64), np.zeros((count, width), dtype=np.int64)
    for i, row in enumerate(rows):
        flat = [START_PIECE, *(piece for ids in row for piece in ids), END_PIECE]
        pieces[i, : len(flat)], present[i, : len(flat)] = flat, 1
        first[i, 1 : len(row) + 1] = np.cumsum([1, *map(len, row)])[:-1]
        shapes[i, 1 : len(row) + 1] = [find_shape(word) for word in windows[i]]
    return {"pieces": pieces, "present": present, "first": first, "shapes": shapes}


def _fit(row: list[list[int]]) -> list[list[int]]:
    """The pieces of a window's words, fewer a word where all of them are more than the network can number."""
    if sum(map(len, row)) <= LONGEST_INPUT - 2:
        return row
    return [pieces[: (LONGEST_INPUT - 2) // len(row)] for pieces in row]


def _choose_relations(
    network: Network, heads: Integers, inside: NDArray[np.bool_], head_side: Floats, word_side: Floats
) -> Integers:
    """The relation of each word to its chosen head: the highest of `word_side V head_side`, root only for the root."""
    words = np.nonzero(inside)
    asked = {"word_side": word_side[words], "head_side": head_side[words[0], heads[words]]}
    (scores,) = network.relations.run(None, asked)
    root = network.labels["dep"].index("root")
    scores[:, root] = np.where(heads[words] == 0, np.inf, -np.inf)
    chosen = scores.argmax(axis=-1)
    for alike in ONLY_ONE:
        _keep_one(chosen, scores, words[0] * heads.shape[1] + heads[words], _number(network, alike))
    relations = np.zeros(heads.shape, dtype=np.int64)
    relations[words] = chosen
    return relations


def _number(network: Network, relations: Sequence[str]) -> list[int]:
    return [network.labels["dep"].index(name) for name in relations]


def _keep_one(chosen: Integers, scores: Floats, heads: Integers, alike: list[int]) -> None:
    """Of the words that one head has in relations that are `alike`, the best keeps it; the others take their next."""
    asked = np.flatnonzero(np.isin(chosen, alike))
    best_first = asked[np.argsort(-scores[asked, chosen[asked]], kind="stable")]
    _, first = np.unique(heads[best_first], return_index=True)
    beaten = np.delete(best_first, first)
    scores[beaten[:, None], alike] = -np.inf
    chosen[beaten] = scores[beaten].argmax(axis=-1)
