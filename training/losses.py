"""What the network is asked to make small."""

import random

import torch.nn.functional as F  # noqa: N812
from multitask import MultiTask
from torch import Tensor
from windows import IGNORE, make_batch, make_name_targets, make_targets

from tocsin.language.wordpieces import WordPieces


def score_tree_loss(
    network: MultiTask, batch: list[list[dict]], wordpieces: WordPieces, chance: random.Random
) -> Tensor:
    """Loss of trees, tags, sentence starts, and names where known; heads compete inside their own sentence only."""
    target = make_targets(batch, network.labels)
    words = network.encode(**make_batch(batch, wordpieces, chance))
    arcs, head, word = network.score_arcs(words)
    arcs = arcs.masked_fill(~find_allowed(target["sentence"]), -1e9)
    relations = network.score_relations(head, word, target["heads"].clamp(min=0))
    loss = compare(arcs, target["heads"]) + compare(relations, target["relations"])
    tags = compare(network.part(words), target["parts"]) + compare(network.tag(words), target["tags"])
    along = network.recurrent(words)[0]
    starts, asked = network.start(along)[..., 0], target["starts"] >= 0
    names = compare(network.name(along), make_name_targets(batch, network.labels))
    return loss + 0.5 * tags + names + F.binary_cross_entropy_with_logits(starts[asked], target["starts"][asked])


def score_name_loss(
    network: MultiTask, batch: list[list[dict]], wordpieces: WordPieces, chance: random.Random
) -> Tensor:
    """Loss of the names."""
    words = network.encode(**make_batch(batch, wordpieces, chance))
    return compare(network.name(network.recurrent(words)[0]), make_name_targets(batch, network.labels))


def find_allowed(sentence: Tensor) -> Tensor:
    """Which heads a word may have, `[batch, word, head]`: the root, and the words of its sentence."""
    return (sentence[:, :, None] == sentence[:, None, :]) | (sentence[:, None, :] == 0)


def compare(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy over all words that have an answer; 0 where none has."""
    total = F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORE, reduction="sum")
    return total / (wanted != IGNORE).sum().clamp(min=1)
