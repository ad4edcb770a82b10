"""The multi-task network in torch: MiniLM, then heads for trees, tags, names and sentence starts."""

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

WIDTH, SHAPES, SHAPE_WIDTH = 384, 10, 32
ARC, RELATION, RECURRENT = 256, 96, 128


class MultiTask(nn.Module):
    """Words in windows of running text -> scores; slot 0 of each window is the root."""

    def __init__(self, labels: dict[str, list[str]], base: Path) -> None:
        super().__init__()
        self.labels = labels
        config = BertConfig.from_pretrained(base)
        config._attn_implementation = "sdpa"
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.shape = nn.Embedding(SHAPES, SHAPE_WIDTH)
        size = WIDTH + SHAPE_WIDTH
        self.arc_head, self.arc_word = nn.Linear(size, ARC), nn.Linear(size, ARC)
        self.arc_weight = nn.Parameter(torch.empty(ARC + 1, ARC))
        self.relation_head, self.relation_word = nn.Linear(size, RELATION), nn.Linear(size, RELATION)
        self.relation_weight = nn.Parameter(torch.empty(len(labels["dep"]), RELATION + 1, RELATION + 1))
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.xavier_uniform_(self.relation_weight)
        self.part, self.tag = nn.Linear(size, len(labels["upos"])), nn.Linear(size, len(labels["xpos"]))
        self.recurrent = nn.LSTM(size, RECURRENT, bidirectional=True, batch_first=True)
        self.name = nn.Linear(2 * RECURRENT, len(labels["ner"]))
        self.start = nn.Linear(2 * RECURRENT, 1)
        self.dropout = nn.Dropout(0.2)
        self.half = True

    def encode(self, pieces: Tensor, present: Tensor, first: Tensor, shapes: Tensor) -> Tensor:
        """One vector a word: its first piece's, beside the embedding of its shape."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.half):
            hidden = self.encoder(input_ids=pieces, attention_mask=present).last_hidden_state
        hidden = hidden.float()
        words = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        return self.dropout(torch.cat([words, self.shape(shapes)], -1))

    def score_arcs(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Biaffine scores `[batch, word, head]`, and both sides of the relation scores."""
        head, word = F.relu(self.arc_head(words)), F.relu(self.arc_word(words))
        one = torch.ones_like(word[..., :1])
        arcs = torch.cat([word, one], -1) @ self.arc_weight @ head.transpose(1, 2)
        head, word = F.relu(self.relation_head(words)), F.relu(self.relation_word(words))
        return arcs, torch.cat([head, one], -1), torch.cat([word, one], -1)

    def score_relations(self, head: Tensor, word: Tensor, heads: Tensor) -> Tensor:
        """Scores `[batch, word, relation]` for the given heads."""
        chosen = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.size(-1)))
        return torch.einsum("bwi,lij,bwj->bwl", word, self.relation_weight, chosen)

    def forward(self, pieces: Tensor, present: Tensor, first: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        """Everything that the package reads, in the order of its outputs."""
        words = self.encode(pieces, present, first, shapes)
        arcs, head, word = self.score_arcs(words)
        along = self.recurrent(words)[0]
        return arcs, head, word, self.part(words), self.tag(words), self.name(along), self.start(along)[..., 0]


def load_base(network: MultiTask, base: Path) -> None:
    """Weights of the published sentence encoder into the encoder."""
    weights = {k.removeprefix("bert."): v for k, v in load_file(str(base / "model.safetensors")).items()}
    network.encoder.load_state_dict(weights, strict=False)


def load_checkpoint(network: MultiTask, path: Path) -> None:
    """Weights of an earlier run."""
    weights = torch.load(path)["weights"]
    plain = {name.replace("parametrizations.weight.original", "weight"): value for name, value in weights.items()}
    network.load_state_dict(plain)
