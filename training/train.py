"""Trains the network for a given time.

usage: train.py --data DIR --base DIR --out FILE --minutes N [--from FILE] [--threads 2] [--seed 1]
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import json
import torch
import torch.nn.functional as F  # noqa: N812
from multitask import MultiTask, load_base, load_checkpoint
from quantise import set_fake_quantisation
from torch import Tensor, nn
from windows import (
    IGNORE, cut_name_windows, cut_windows, gather_batches, make_batch, make_name_targets, make_targets,
)  # fmt: skip

from tocsin.language.wordpieces import WordPieces, load_wordpieces

BATCH_WORDS = 1000
ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WARM_STEPS = 1e-4, 1e-3, 0.8, 40
AVERAGE = 0.997
QUANTISE_FROM = 0.6
FROZEN_LAYERS = 2


def score_loss(network: MultiTask, batch: list, wordpieces: WordPieces, chance: random.Random) -> Tensor:
    """Loss of trees, tags and sentence starts; arcs compete inside their own sentence only."""
    target = make_targets(batch, network.labels)
    words = network.encode(**make_batch(batch, wordpieces, chance))
    arcs, head, word = network.score_arcs(words)
    sentence = target["sentence"]
    allowed = (sentence[:, :, None] == sentence[:, None, :]) | (sentence[:, None, :] == 0)
    arcs = arcs.masked_fill(~allowed, -1e9)

    def cross(scores: Tensor, wanted: Tensor) -> Tensor:
        return F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORE)

    relations = network.score_relations(head, word, target["heads"].clamp(min=0))
    loss = cross(arcs, target["heads"]) + cross(relations, target["relations"])
    loss = loss + 0.5 * cross(network.part(words), target["parts"]) + 0.5 * cross(network.tag(words), target["tags"])
    starts = network.start(network.recurrent(words)[0])[..., 0]
    asked = target["starts"] >= 0
    return loss + F.binary_cross_entropy_with_logits(starts[asked], target["starts"][asked])


def score_name_loss(network: MultiTask, batch: list, wordpieces: WordPieces, chance: random.Random) -> Tensor:
    """Loss of the names."""
    words = network.encode(**make_batch(batch, wordpieces, chance))
    scores = network.name(network.recurrent(words)[0])
    wanted = make_name_targets(batch, network.labels)
    return F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORE)


def make_optimiser(network: MultiTask) -> torch.optim.Optimizer:
    """Lower layers learn more slowly; the embeddings of pieces and the lowest layers stay as they are."""
    layers = network.encoder.encoder.layer
    for frozen in (network.encoder.embeddings, *layers[:FROZEN_LAYERS]):
        for parameter in frozen.parameters():
            parameter.requires_grad = False
    groups = [
        {"params": list(layer.parameters()), "rate": ENCODER_RATE * LAYER_DECAY ** (len(layers) - 1 - i)}
        for i, layer in enumerate(layers)
    if i >= FROZEN_LAYERS
    ]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW([*groups, {"params": heads, "rate": HEAD_RATE}], lr=1.0, weight_decay=0.01)


@torch.no_grad()
def measure(network: MultiTask, documents: list[list[dict]], wordpieces: WordPieces) -> dict[str, float]:
    """Best-head attachment with gold sentences, and F1 of sentence starts, on windows of one paragraph."""
    network.eval()
    chance = random.Random(0)
    count: Counter[str] = Counter()
    for batch in gather_batches(cut_windows(documents, chance), 2000, chance):
        target = make_targets(batch, network.labels)
        words = network.encode(**make_batch(batch, wordpieces, None))
        arcs, head, word = network.score_arcs(words)
        sentence = target["sentence"]
        allowed = (sentence[:, :, None] == sentence[:, None, :]) | (sentence[:, None, :] == 0)
        heads = arcs.masked_fill(~allowed, -1e9).argmax(-1)
        relations = network.score_relations(head, word, heads).argmax(-1)
        right = heads == target["heads"]
        starts = network.start(network.recurrent(words)[0])[..., 0] > 0
        real, inner = target["heads"] != IGNORE, target["starts"] >= 0
        inner[:, 1] = False
        gold = (target["starts"] == 1) & inner
        count["words"] += int(real.sum())
        count["uas"] += int((right & real).sum())
        count["las"] += int((right & real & (relations == target["relations"])).sum())
        count["upos"] += int(((network.part(words).argmax(-1) == target["parts"]) & real).sum())
        count["hits"] += int((starts & gold).sum())
        count["said"] += int((starts & inner).sum())
        count["gold"] += int(gold.sum())
    network.train()
    scores = {k: round(count[k] / count["words"], 4) for k in ("uas", "las", "upos")}
    return {**scores, "starts": round(2 * count["hits"] / max(1, count["said"] + count["gold"]), 4)}


def main() -> None:
    """Trains until the clock says stop, with linearly falling rates, and saves the average of the weights."""
    parser = argparse.ArgumentParser()
    for name in ("data", "base", "out", "from"):
        parser.add_argument(f"--{name}", type=Path, required=name != "from", dest="start" if name == "from" else name)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    load = lambda name: json.loads((options.data / name).read_text())  # noqa: E731
    trees, names = load("trees_train.json"), load("names_train.json")
    labels = load("labels.json")
    network = MultiTask(labels, options.base)
    load_base(network, options.base)
    if options.start:
        load_checkpoint(network, options.start)
    run(network, trees, names, load_wordpieces(options.base / "tokenizer.json"), options, chance, load)


def run(network, trees, names, wordpieces, options, chance, load) -> None:  # noqa: ANN001
    """The loop: two batches of trees to one of names."""
    optimiser = make_optimiser(network)
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    devs = {name: load(f"trees_dev_{name}.json")[::3] for name in ("ewt", "gum_free")}
    began, step, words, reported = time.time(), 0, 0, time.time() - 300
    queues: dict[str, list] = {"trees": [], "names": []}
    quantised = False
    while (spent := (time.time() - began) / (60 * options.minutes)) < 1:
        kind = "names" if step % 3 == 2 else "trees"
        if not queues[kind]:
            cut = cut_windows(trees, chance) if kind == "trees" else cut_name_windows(names, chance)
            queues[kind] = gather_batches(cut, BATCH_WORDS, chance)
        batch = queues[kind].pop()
        if spent > QUANTISE_FROM and not quantised:
            quantised = True
            set_fake_quantisation(network.encoder)
            set_fake_quantisation(averaged.module.encoder)
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * min(1.0, step / WARM_STEPS) * max(0.01, 1 - spent)
        loss = (score_name_loss if kind == "names" else score_loss)(network, batch, wordpieces, chance)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        averaged.update_parameters(network)
        step += 1
        words += sum(len(s["words"]) for window in batch for s in window)
        if time.time() - reported > 540:
            reported = time.time()
            print(f"{spent:.2f} step {step} words {words} loss {float(loss.detach()):.3f}", flush=True)
            for name, dev in devs.items():
                print("   ", name, measure(averaged.module, dev, wordpieces), flush=True)
            torch.save({"labels": network.labels, "weights": averaged.module.state_dict()}, options.out)
            torch.save({"labels": network.labels, "weights": network.state_dict()}, options.out.with_suffix(".last"))
    torch.save({"labels": network.labels, "weights": averaged.module.state_dict()}, options.out)
    print("saved", step, words, flush=True)


if __name__ == "__main__":
    main()
