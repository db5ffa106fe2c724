"""The network: the default encoder as a cross-encoder over (passage, claim), its embedding table left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import torch
from safetensors.torch import save_file
from torch import nn
from transformers import AutoConfig, AutoTokenizer, BertForSequenceClassification, BertModel

from training.stance.data import LABELS, Pair

TABLE: Final = "bert.embeddings.word_embeddings.weight"
"""Half of the backbone's weights; it is neither trained nor shipped again."""
LONGEST: Final = 192
"""Word pieces of a pair in training; of longer ones the passage is cut."""

Pieces = tuple[list[int], int]
"""Word pieces with the marks around and between, and where the claim begins."""


def new_network(backbone: Path) -> BertForSequenceClassification:
    """The backbone with a new head. No dropout: on a processor its random numbers take half of the time, and the
    passes are few."""
    config = AutoConfig.from_pretrained(
        backbone,
        num_labels=len(LABELS),
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",
    )
    network: Any = BertForSequenceClassification(config)
    network.bert = BertModel.from_pretrained(backbone, config=config, use_safetensors=True)
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    whole: BertForSequenceClassification = network
    return whole


def pieces_of(pairs: Sequence[Pair], backbone: Path) -> list[Pieces]:
    """Each pair as the network reads it: `[CLS] passage [SEP] claim [SEP]`."""
    tokenizer: Any = AutoTokenizer.from_pretrained(backbone)
    begin, between = tokenizer.cls_token_id, tokenizer.sep_token_id
    passages = tokenizer([pair.evidence for pair in pairs], add_special_tokens=False)["input_ids"]
    claims = tokenizer([pair.claim for pair in pairs], add_special_tokens=False)["input_ids"]
    found = []
    for passage, claim in zip(passages, claims, strict=True):
        short = claim[: LONGEST // 2]
        left = [begin, *passage[: LONGEST - len(short) - 3], between]
        found.append(([*left, *short, between], len(left)))
    return found


def logits(network: nn.Module, batch: Sequence[Pieces]) -> torch.Tensor:
    """Shape (n, 3), float32."""
    width = max(len(pieces) for pieces, _ in batch)
    ids = torch.zeros((len(batch), width), dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, (pieces, start) in enumerate(batch):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        types[row, start : len(pieces)] = 1
        mask[row, : len(pieces)] = 1
    found: torch.Tensor = network(input_ids=ids, token_type_ids=types, attention_mask=mask).logits
    return found.float()


def predicted(network: nn.Module, pieces: Sequence[Pieces], *, tokens: int = 4096) -> torch.Tensor:
    """The logits of many pairs, shape (n, 3), in their order."""
    order = sorted(range(len(pieces)), key=lambda each: -len(pieces[each][0]))
    found = torch.zeros((len(pieces), len(LABELS)))
    network.eval()
    with torch.inference_mode():
        while order:
            count = max(1, tokens // len(pieces[order[0]][0]))
            batch, order = order[:count], order[count:]
            found[batch] = logits(network, [pieces[each] for each in batch])
    network.train()
    return found


def write(network: nn.Module, path: Path, told: dict[str, str]) -> None:
    """All but the embedding table, in 16 bits."""
    kept = {
        name: tensor.detach().to(torch.float16).contiguous()
        for name, tensor in network.state_dict().items()
        if name != TABLE and not name.endswith("position_ids")
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(kept, path, metadata=told)
