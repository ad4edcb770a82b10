"""Writes the trained network as the files that the package ships.

usage: export.py --checkpoint FILE --base DIR --out DIR

The table of word pieces is kept as eight-bit rows with one scale each, the encoder's matrices as eight-bit columns with
one scale each, and the heads as half-precision numbers. The encoder multiplies in eight bits, its inputs rounded as
they come, but for the last product of the three lowest layers, whose inputs suffer most from rounding.
"""

import argparse
import hashlib
import json
import re
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from multitask import MultiTask, load_checkpoint
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

INPUTS = ("pieces", "present", "first", "shapes")
OUTPUTS = ("arcs", "head_side", "word_side", "parts", "tags", "names", "starts")
SMALL = 2_000
SENSITIVE = re.compile(r"layer\.[012]/output/dense")


class Relations(nn.Module):
    """Scores `[word, relation]` for words and their chosen heads: word_side V head_side."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.shape = weight.shape
        self.register_buffer("matrix", weight.detach().permute(1, 0, 2).flatten(1).contiguous())

    def forward(self, word: Tensor, head: Tensor) -> Tensor:
        """One product a word, then one a relation."""
        half = (word @ self.matrix).view(-1, self.shape[0], self.shape[2])
        return torch.matmul(half, head.unsqueeze(-1))[..., 0]


class RoundedRows(nn.Module):
    """An embedding whose rows are eight-bit integers times a scale."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows asked for, as numbers again."""
        return self.rows[ids].float() * self.scale[ids]


def export_plain(network: MultiTask, path: Path) -> None:
    """The network as ONNX in full precision, but for the table of word pieces."""
    embeddings = network.encoder.embeddings
    embeddings.word_embeddings = RoundedRows(embeddings.word_embeddings.weight.detach())
    network.encoder.config._attn_implementation = "eager"
    batch = 2
    example = (
        torch.randint(1000, 2000, (batch, 9)), torch.ones(batch, 9, dtype=torch.long),
        torch.arange(5).repeat(batch, 1), torch.ones(batch, 5, dtype=torch.long),
    )  # fmt: skip
    axes = {name: {0: "batch", 1: "pieces" if name in INPUTS[:2] else "words"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        network, example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def export_relations(network: MultiTask, path: Path) -> None:
    """The scores of relations for chosen heads, as a model of its own."""
    relations = Relations(network.relation_weight)
    example = (torch.rand(3, relations.shape[1]), torch.rand(3, relations.shape[2]))
    axes = {name: {0: "words"} for name in ("word_side", "head_side", "relations")}
    torch.onnx.export(
        relations, example, str(path), input_names=["word_side", "head_side"], output_names=["relations"],
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    store_small(path)


def store_small(path: Path) -> None:
    """Full-precision tables of `SMALL` numbers or more become smaller ones, widened when the model loads.

    Matrices of the encoder are kept as eight-bit columns with a scale each, all others in half precision.
    """
    model = onnx.load(str(path))
    matrices = {name for node in find_matrices(model) for name in node.input}
    kept, nodes = [], []
    for tensor in model.graph.initializer:
        value = numpy_helper.to_array(tensor)
        if value.dtype != np.float32 or value.size < SMALL:
            kept.append(tensor)
        elif tensor.name in matrices:
            scale = np.maximum(np.abs(value).max(axis=0, keepdims=True), 1e-8) / 127
            rounded = numpy_helper.from_array(np.round(value / scale).astype(np.int8), tensor.name + "_rounded")
            kept += [rounded, numpy_helper.from_array(scale.astype(np.float32), tensor.name + "_scale")]
            nodes.append(helper.make_node("Cast", [rounded.name], [tensor.name + "_wide"], to=onnx.TensorProto.FLOAT))
            nodes.append(helper.make_node("Mul", [tensor.name + "_wide", tensor.name + "_scale"], [tensor.name]))
        else:
            kept.append(numpy_helper.from_array(value.astype(np.float16), tensor.name + "_half"))
            nodes.append(helper.make_node("Cast", [kept[-1].name], [tensor.name], to=onnx.TensorProto.FLOAT))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    nodes += model.graph.node
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.save(model, str(path))


def find_matrices(model: onnx.ModelProto) -> list[onnx.NodeProto]:
    """The matrix products of the encoder."""
    return [node for node in model.graph.node if node.op_type == "MatMul" and "encoder" in node.name]


def main() -> None:
    """Exports, rounds and names the sha256 that the package checks."""
    parser = argparse.ArgumentParser()
    for name in ("checkpoint", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    labels = torch.load(options.checkpoint)["labels"]
    network = MultiTask(labels, options.base)
    load_checkpoint(network, options.checkpoint)
    network.eval()
    network.half = False
    options.out.mkdir(exist_ok=True)
    plain, shipped = options.out / "plain.onnx", options.out / "network.onnx"
    export_plain(network, plain)
    matrices = [node.name for node in find_matrices(onnx.load(str(plain))) if not SENSITIVE.search(node.name)]
    quantize_dynamic(
        str(plain), str(shipped), op_types_to_quantize=["MatMul"], nodes_to_quantize=matrices, per_channel=True,
        weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    store_small(shipped)
    relations = options.out / "relations.onnx"
    export_relations(network, relations)
    (options.out / "labels.json").write_text(json.dumps(labels))
    shutil.copy(options.base / "tokenizer.json", options.out / "wordpieces.json")
    for path in (shipped, relations):
        print(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
