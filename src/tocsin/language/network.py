"""The network in the box: sentences of words in; heads, relations, tags and names out."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tocsin.errors import FormatError
from tocsin.language.trees import decode_trees
from tocsin.language.wordpieces import WordPieces, find_shape, load_wordpieces

FOLDER = Path(__file__).parent / "model"
SHA256 = "9d39757e2cfc83e43257ffc7d64885a4015d11b82440911003437285a100cace"
THREADS = 2
WORDS_PER_BATCH = 1200
ROOT_PIECE, END_PIECE = 101, 102

Integers = NDArray[np.int64]


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
    """The loaded model: the session, the tensor of relations, the word pieces and the label lists."""

    session: onnxruntime.InferenceSession
    relations: NDArray[np.float32]
    wordpieces: WordPieces
    labels: dict[str, list[str]]


@cache
def load_network() -> Network:
    """Loads the model once, after checking that its file is the one that this version was measured with."""
    path = FOLDER / "network.onnx"
    content = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise FormatError(
            str(path),
            "the language model is missing or its sha256 differs from the one this version was built with",
            "install tocsin again",
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    wordpieces = load_wordpieces(FOLDER / "wordpieces.json")
    labels = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))
    relations = np.load(FOLDER / "relations.npy").astype(np.float32)
    return Network(session, relations, wordpieces, labels)


def read_sentences(sentences: Sequence[Sequence[str]]) -> list[Reading]:
    """Reads sentences of words, in batches of like length, and gives the readings in the order asked for."""
    network = load_network()
    readings: dict[int, Reading] = {}
    for batch in _make_batches([len(sentence) for sentence in sentences]):
        for number, reading in zip(batch, _read_batch(network, [sentences[i] for i in batch]), strict=True):
            readings[number] = reading
    return [readings[i] for i in range(len(sentences))]


def _make_batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of the sentences, shortest first, `WORDS_PER_BATCH` padded words a batch at most."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * (lengths[i] + 1) > WORDS_PER_BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _read_batch(network: Network, sentences: Sequence[Sequence[str]]) -> list[Reading]:
    lengths = np.array([len(sentence) for sentence in sentences])
    arc, head_side, word_side, part, tag, name = network.session.run(None, _make_input(network, sentences, lengths))
    heads = decode_trees(arc, lengths)
    relation = _choose_relations(network, heads, head_side, word_side)
    parts, tags, names = part.argmax(axis=-1), tag.argmax(axis=-1), name.argmax(axis=-1)
    labels = network.labels
    return [
        Reading(
            heads=heads[i, 1 : n + 1].tolist(),
            relations=[labels["dep"][k] for k in relation[i, 1 : n + 1]],
            parts=[labels["upos"][k] for k in parts[i, 1 : n + 1]],
            tags=[labels["xpos"][k] for k in tags[i, 1 : n + 1]],
            names=[labels["ner"][k] for k in names[i, 1 : n + 1]],
        )
        for i, n in enumerate(lengths)
    ]


def _make_input(
    network: Network, sentences: Sequence[Sequence[str]], lengths: NDArray[np.integer]
) -> dict[str, Integers]:
    """Word pieces, where each word starts among them, and the shape of each word; slot 0 is the root."""
    rows = [[network.wordpieces.find(word) for word in sentence] for sentence in sentences]
    longest = max(sum(map(len, row)) for row in rows) + 2
    count, width = len(sentences), int(lengths.max()) + 1
    ids = np.zeros((count, longest), dtype=np.int64)
    present = np.zeros((count, longest), dtype=np.int64)
    first = np.zeros((count, width), dtype=np.int64)
    shapes = np.zeros((count, width), dtype=np.int64)
    for i, row in enumerate(rows):
        flat = [ROOT_PIECE, *(piece for pieces in row for piece in pieces), END_PIECE]
        ids[i, : len(flat)] = flat
        present[i, : len(flat)] = 1
        first[i, 1 : len(row) + 1] = 1 + np.cumsum([0, *map(len, row)])[:-1]
        shapes[i, 1 : len(row) + 1] = [find_shape(word) for word in sentences[i]]
    return {"ids": ids, "am": present, "first": first, "shp": shapes}


def _choose_relations(
    network: Network, heads: Integers, head_side: NDArray[np.float32], word_side: NDArray[np.float32]
) -> Integers:
    """The relation of each word to its chosen head: the highest of `word_side V head_side`, root only for the root."""
    labels, rows, columns = network.relations.shape
    chosen = np.take_along_axis(head_side, heads[:, :, None], axis=1).reshape(-1, columns)
    tensor = network.relations.transpose(1, 0, 2).reshape(rows, labels * columns)
    product = (word_side.reshape(-1, rows) @ tensor).reshape(-1, labels, columns)
    scores = np.matmul(product, chosen[:, :, None])[:, :, 0].reshape(*heads.shape, labels)
    root = network.labels["dep"].index("root")
    scores[..., root] = np.where(heads == 0, np.inf, -np.inf)
    return scores.argmax(axis=-1)
