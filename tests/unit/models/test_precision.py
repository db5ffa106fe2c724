"""Which precision each model computes in: the same on every processor unless one is set, and said with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain.precision import Precision
from factcheck.models.precision import of_encoder, of_stance_model
from factcheck.models.processor import multiplies_bfloat16, multiplies_bytes

OLD = "flags\t\t: fpu avx2\n"
NEW = "flags\t\t: fpu avx2 avx512f avx512_bf16 avx512_vnni\n"


@pytest.fixture(params=[OLD, NEW, "processor: 0\n"])
def cpuinfo(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "cpuinfo"
    path.write_text(f"processor\t: 0\n{request.param}", encoding="utf-8")
    return path


def test_by_itself_every_model_computes_alike_on_every_processor(cpuinfo: Path) -> None:
    for chosen in (
        of_encoder(Precision.AUTO, cpuinfo),
        *(of_stance_model(Precision.AUTO, ships=ships, cpuinfo=cpuinfo) for ships in (True, False)),
    ):
        assert chosen.precision is Precision.FLOAT32
        assert "auto" in chosen.why


@pytest.mark.parametrize("wanted", [Precision.FLOAT32, Precision.BFLOAT16, Precision.INT8])
def test_what_is_set_is_computed_in_on_any_processor_by_the_model_that_has_it(cpuinfo: Path, wanted: Precision) -> None:
    assert of_stance_model(wanted, ships=True, cpuinfo=cpuinfo).precision is wanted
    assert of_stance_model(wanted, ships=False, cpuinfo=cpuinfo).precision is Precision.FLOAT32
    kept = Precision.FLOAT32 if wanted is Precision.INT8 else wanted
    assert of_encoder(wanted, cpuinfo).precision is kept


def test_the_reason_says_when_a_model_does_not_have_what_is_set(cpuinfo: Path) -> None:
    assert "int8 is set, but" in of_encoder(Precision.INT8, cpuinfo).why
    assert "bfloat16 is set, but" in of_stance_model(Precision.BFLOAT16, ships=False, cpuinfo=cpuinfo).why


@pytest.mark.parametrize(("flags", "words"), [(OLD, "emulated"), (NEW, "in hardware")])
def test_the_reason_says_whether_the_processor_has_it(tmp_path: Path, flags: str, words: str) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text(flags, encoding="utf-8")
    assert words in of_encoder(Precision.BFLOAT16, cpuinfo).why
    assert words in of_stance_model(Precision.INT8, ships=True, cpuinfo=cpuinfo).why


@pytest.mark.parametrize(
    ("flags", "halves", "whole"),
    [
        ("fpu avx2 avx512f avx512_bf16", True, False),
        ("fpu avx2 amx_bf16 amx_tile", True, False),
        ("fpu avx2 avx512f avx512_vnni", False, True),
        ("fpu avx2 avx_vnni", False, True),
        ("fpu avx2 amx_int8", False, True),
        ("fpu avx2 avx512f", False, False),
    ],
)
def test_what_a_processor_has_is_read_from_its_flags(tmp_path: Path, flags: str, halves: bool, whole: bool) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text(f"processor\t: 0\nflags\t\t: {flags}\n", encoding="utf-8")
    assert (multiplies_bfloat16(cpuinfo), multiplies_bytes(cpuinfo)) == (halves, whole)


def test_where_the_system_says_nothing_there_is_nothing(tmp_path: Path) -> None:
    assert not multiplies_bfloat16(tmp_path / "missing")
    assert not multiplies_bytes(tmp_path / "missing")
