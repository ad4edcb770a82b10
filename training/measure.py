"""Quick figures on development text while training; the package's evaluate.py measures properly."""

import random
from collections import Counter

import torch
from losses import find_allowed
from multitask import MultiTask
from windows import IGNORE, cut_windows, gather_batches, make_batch, make_targets

from tocsin.language.wordpieces import WordPieces


@torch.no_grad()
def measure(network: MultiTask, documents: list[list[dict]], wordpieces: WordPieces) -> dict[str, float]:
    """Attachment by best heads within gold sentences, parts of speech, and F1 of the starts inside a window."""
    network.eval()
    chance = random.Random(0)
    count: Counter[str] = Counter()
    for batch in gather_batches(cut_windows(documents, chance), 2000, chance):
        count.update(_count(network, batch, wordpieces))
    network.train()
    scores = {kind: round(count[kind] / count["words"], 4) for kind in ("uas", "las", "upos")}
    return {**scores, "starts": round(2 * count["hits"] / max(1, count["said"] + count["gold"]), 4)}


def _count(network: MultiTask, batch: list[list[dict]], wordpieces: WordPieces) -> dict[str, int]:
    target = make_targets(batch, network.labels)
    words = network.encode(**make_batch(batch, wordpieces, None))
    arcs, head, word = network.score_arcs(words)
    heads = arcs.masked_fill(~find_allowed(target["sentence"]), -1e9).argmax(-1)
    relations = network.score_relations(head, word, heads).argmax(-1)
    starts = network.start(network.recurrent(words)[0])[..., 0] > 0
    real, inner = target["heads"] != IGNORE, target["starts"] >= 0
    inner[:, 1] = False
    attached = (heads == target["heads"]) & real
    tagged = (network.part(words).argmax(-1) == target["parts"]) & real
    gold = (target["starts"] == 1) & inner
    found = {
        "words": real, "uas": attached, "las": attached & (relations == target["relations"]), "upos": tagged,
        "hits": starts & gold, "said": starts & inner, "gold": gold,
    }  # fmt: skip
    return {kind: int(mask.sum()) for kind, mask in found.items()}
