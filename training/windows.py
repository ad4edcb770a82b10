"""Batches of running text: windows of sentences, with noise, as tensors."""

import random
from collections.abc import Iterator

import torch
from torch import Tensor

from tocsin.language.wordpieces import WordPieces, find_shape

START_PIECE, END_PIECE, IGNORE = 101, 102, -100
SINGLE_CHANCE, CROSSING_CHANCE = 0.35, 0.35
LONGEST_WINDOW = 110
CURLY = {"'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m", "'": "’"}


def cut_windows(documents: list[list[dict]], chance: random.Random) -> Iterator[list[dict]]:
    """Every sentence once: alone, or with its neighbours up to a random length, mostly inside one paragraph."""
    for document in documents:
        window: list[dict] = []
        size, limit, crossing = 0, 0, False
        for sentence in document:
            length = len(sentence["words"])
            closes = sentence["opens"] and not crossing
            if window and (closes or size + length > limit):
                yield window
                window, size = [], 0
            if not window:
                single = chance.random() < SINGLE_CHANCE
                limit = 0 if single else chance.randint(25, LONGEST_WINDOW)
                crossing = chance.random() < CROSSING_CHANCE
            window.append(sentence)
            size += length
        if window:
            yield window


def cut_name_windows(sentences: list[dict], chance: random.Random) -> Iterator[list[dict]]:
    """Sentences in their order, one to four a window."""
    place = 0
    while place < len(sentences):
        count = chance.choice((1, 1, 2, 3, 4))
        window = sentences[place : place + count]
        while sum(len(s["words"]) for s in window) > LONGEST_WINDOW and len(window) > 1:
            window.pop()
        yield window
        place += len(window)


def gather_batches(windows: Iterator[list[dict]], size: int, chance: random.Random) -> list[list[list[dict]]]:
    """Windows of like length together, `size` padded words a batch, in random order."""

    def measure(window: list[dict]) -> int:
        return sum(len(s["words"]) for s in window) + 1

    batches, batch, longest = [], [], 0
    for window in sorted(windows, key=lambda w: measure(w) + chance.random() * 6):
        if batch and max(longest, measure(window)) * (len(batch) + 1) > size:
            batches.append(batch)
            batch, longest = [], 0
        batch.append(window)
        longest = max(longest, measure(window))
    chance.shuffle(batches)
    return [*batches, batch]


def add_noise(words: list[str], shapes: list[int], chance: random.Random) -> tuple[list[str], list[int]]:
    """Now and then all capitals, all small, or curly quotation marks: what pages do to text."""
    draw = chance.random()
    if draw < 0.04:
        shapes = [4 if s in (6, 7, 8) else s for s in shapes]
    elif draw < 0.08:
        shapes = [7 if s in (4, 5, 6, 8) else s for s in shapes]
    if chance.random() < 0.4:
        opened, curly = False, []
        for word in words:
            if word in ('"', "``", "''"):
                opened = not opened
                curly.append("“" if opened else "”")
            else:
                curly.append(CURLY.get(word, word))
        words = curly
    return words, shapes


def make_input(windows: list[list[str]], shapes: list[list[int]], wordpieces: WordPieces) -> dict[str, Tensor]:
    """Pieces, where each word starts among them, and shapes; slot 0 is the root."""
    rows = []
    for words in windows:
        ids, first = [START_PIECE], [0]
        for word in words:
            first.append(len(ids))
            ids += wordpieces.find(word)
        rows.append(([*ids, END_PIECE], first))
    longest, width = max(len(ids) for ids, _ in rows), max(len(first) for _, first in rows)

    def pad(row: list[int], size: int) -> list[int]:
        return row + [0] * (size - len(row))

    return {
        "pieces": torch.tensor([pad(ids, longest) for ids, _ in rows]),
        "present": torch.tensor([pad([1] * len(ids), longest) for ids, _ in rows]),
        "first": torch.tensor([pad(first, width) for _, first in rows]),
        "shapes": torch.tensor([pad([0, *row], width) for row in shapes]),
    }


def make_batch(batch: list[list[dict]], wordpieces: WordPieces, chance: random.Random | None) -> dict[str, Tensor]:
    """The input of a batch of windows, with noise where `chance` is given."""
    words, shapes = [], []
    for window in batch:
        plain = [word for sentence in window for word in sentence["words"]]
        row = [find_shape(word) for word in plain]
        if chance:
            plain, row = add_noise(plain, row, chance)
        words.append(plain)
        shapes.append(row)
    return make_input(words, shapes, wordpieces)


def make_targets(batch: list[list[dict]], labels: dict[str, list[str]]) -> dict[str, Tensor]:
    """Heads, relations, tags, sentence starts, and the number of each word's sentence (0 the root, -1 padding)."""
    index = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
    width = 1 + max(sum(len(s["words"]) for s in window) for window in batch)
    out = {k: torch.full((len(batch), width), IGNORE) for k in ("heads", "relations", "parts", "tags")}
    out["starts"] = torch.full((len(batch), width), -1.0)
    out["sentence"] = torch.full((len(batch), width), -1)
    out["sentence"][:, 0] = 0
    for b, window in enumerate(batch):
        place = 1
        for number, sentence in enumerate(window, start=1):
            end = place + len(sentence["words"])
            out["heads"][b, place:end] = torch.tensor([h + place - 1 if h else 0 for h in sentence["heads"]])
            for kind, label in (("relations", "dep"), ("parts", "upos"), ("tags", "xpos")):
                out[kind][b, place:end] = torch.tensor([index[label][t] for t in sentence[kind]])
            out["starts"][b, place:end] = 0.0
            out["starts"][b, place] = 1.0
            out["sentence"][b, place:end] = number
            place = end
    return out


def make_name_targets(batch: list[list[dict]], labels: dict[str, list[str]]) -> Tensor:
    """The name tag of each word; none where it is not known."""
    index = {v: i for i, v in enumerate(labels["ner"])}
    width = 1 + max(sum(len(s["words"]) for s in window) for window in batch)
    out = torch.full((len(batch), width), IGNORE)
    for b, window in enumerate(batch):
        tags = [index.get(t, IGNORE) for sentence in window for t in sentence["names"]]
        out[b, 1 : len(tags) + 1] = torch.tensor(tags)
    return out
