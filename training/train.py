"""Trains the network for a given time.

usage: train.py --data DIR --base DIR --out FILE --minutes N [--from FILE] [--rate 1] [--threads 2] [--seed 1]
"""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from losses import score_name_loss, score_tree_loss
from measure import measure
from multitask import MultiTask, load_base, load_checkpoint
from quantise import set_fake_quantisation
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from windows import cut_name_windows, cut_windows, gather_batches

from tocsin.language.wordpieces import WordPieces, load_wordpieces

BATCH_WORDS = 1000
ENCODER_RATE, HEAD_RATE, LAYER_DECAY, WARM_STEPS = 1e-4, 1e-3, 0.8, 40
FROZEN_LAYERS = 2
AVERAGE = 0.997
QUANTISE_FROM = 0.6
REPORT_SECONDS = 540


@dataclass
class Run:
    """What one run works on."""

    network: MultiTask
    averaged: AveragedModel
    optimiser: torch.optim.Optimizer
    wordpieces: WordPieces
    trees: list[list[dict]]
    names: list[dict]
    developing: dict[str, list[list[dict]]]
    chance: random.Random


def make_optimiser(network: MultiTask, rate: float) -> torch.optim.Optimizer:
    """Lower layers learn more slowly; the embeddings of pieces and the lowest layers stay as they are."""
    layers = network.encoder.encoder.layer
    for frozen in (network.encoder.embeddings, *layers[:FROZEN_LAYERS]):
        for parameter in frozen.parameters():
            parameter.requires_grad = False
    groups = [
        {"params": list(layer.parameters()), "rate": rate * ENCODER_RATE * LAYER_DECAY ** (len(layers) - 1 - i)}
        for i, layer in enumerate(layers)
        if i >= FROZEN_LAYERS
    ]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW([*groups, {"params": heads, "rate": rate * HEAD_RATE}], lr=1.0, weight_decay=0.01)


def take_step(run: Run, batch: list[list[dict]], kind: str, strength: float) -> float:
    """One step of the optimiser at `strength` (0 to 1) of its rates; returns the loss."""
    for group in run.optimiser.param_groups:
        group["lr"] = group["rate"] * strength
    score = score_name_loss if kind == "names" else score_tree_loss
    loss = score(run.network, batch, run.wordpieces, run.chance)
    run.optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
    run.optimiser.step()
    run.averaged.update_parameters(run.network)
    return float(loss.detach())


def train(run: Run, minutes: float, out: Path) -> None:
    """Two batches of trees to one of names, until the clock says stop; saves the average of the weights."""
    began = reported = time.time()
    step, quantised = 0, False
    queues: dict[str, list] = {"trees": [], "names": []}
    while (spent := (time.time() - began) / (60 * minutes)) < 1:
        kind = "names" if step % 3 == 2 else "trees"
        if not queues[kind]:
            cut = cut_windows(run.trees, run.chance) if kind == "trees" else cut_name_windows(run.names, run.chance)
            queues[kind] = gather_batches(cut, BATCH_WORDS, run.chance)
        if spent > QUANTISE_FROM and not quantised:
            quantised = True
            set_fake_quantisation(run.network.encoder)
            set_fake_quantisation(run.averaged.module.encoder)
        loss = take_step(run, queues[kind].pop(), kind, min(1.0, step / WARM_STEPS) * max(0.01, 1 - spent))
        step += 1
        if time.time() - reported > REPORT_SECONDS:
            reported = time.time()
            print(f"{spent:.2f} step {step} loss {loss:.3f}", flush=True)
            for name, documents in run.developing.items():
                print("   ", name, measure(run.averaged.module, documents, run.wordpieces), flush=True)
            save(run, out)
    save(run, out)


def save(run: Run, out: Path) -> None:
    """The averaged weights, with the labels."""
    torch.save({"labels": run.network.labels, "weights": run.averaged.module.state_dict()}, out)


def load(path: Path) -> list | dict:
    """A JSON file of treebank.py."""
    return json.loads(path.read_text(encoding="utf-8"))


def main() -> None:
    """Reads the options and the data, and trains."""
    parser = argparse.ArgumentParser()
    for name in ("data", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--from", type=Path, dest="start")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    network = MultiTask(load(options.data / "labels.json"), options.base)
    load_base(network, options.base)
    if options.start:
        load_checkpoint(network, options.start)
    run = Run(
        network=network,
        averaged=AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE)),
        optimiser=make_optimiser(network, options.rate),
        wordpieces=load_wordpieces(options.base / "tokenizer.json"),
        trees=load(options.data / "trees_train.json"),
        names=load(options.data / "names_train.json"),
        developing={name: load(options.data / f"trees_dev_{name}.json")[::3] for name in ("ewt", "gum_free")},
        chance=random.Random(options.seed),
    )
    train(run, options.minutes, options.out)


if __name__ == "__main__":
    main()
