"""A real cross-encoder that fits on a postcard, its weights written by hand so that it looks for three words."""

from __future__ import annotations

import string
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

SIGNS: Final = {"supports": "yes", "refutes": "no", "neutral": "maybe"}
"""What a text has to hold for each stance; one without any is neutral."""
FILLER: Final = "rain fell on the hills all day ."


def save_tiny_cross_encoder(folder: Path, labels: Sequence[str], meanings: Sequence[str]) -> Path:
    """Write a one-layer BERT to `folder`.

    A sign's embedding is a dimension of its own, all else is 0; attention is the same everywhere and carries it to the
    first piece, however far away it stands; the classifier reads it off there.

    Args:
        labels: What its configuration calls its columns.
        meanings: The key of `SIGNS` that each column stands for.
    """
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    tokenizer = _tokenizer()
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        id2label=dict(enumerate(labels)),
        label2id={name: place for place, name in enumerate(labels)},
    )
    network: Any = BertForSequenceClassification(config)
    with torch.no_grad():
        for name, weights in network.named_parameters():
            if not name.endswith("LayerNorm.weight"):
                weights.zero_()
        for place, sign in enumerate(SIGNS.values()):
            network.bert.embeddings.word_embeddings.weight[tokenizer.convert_tokens_to_ids(sign), place] = 10
        attention = network.bert.encoder.layer[0].attention
        for linear in (attention.self.value, attention.output.dense, network.bert.pooler.dense):
            linear.weight.copy_(torch.eye(16) * 100)
        for column, meaning in enumerate(meanings):
            network.classifier.weight[column, list(SIGNS).index(meaning)] = 5
            network.classifier.bias[column] = meaning == "neutral"
    network.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    letters = string.ascii_lowercase + string.digits
    words = [*SIGNS.values(), *FILLER.split(), "dam"]
    known = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{each}" for each in letters), *".,!?", *words]
    vocabulary = {word: number for number, word in enumerate(dict.fromkeys(known))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=64,
    )
