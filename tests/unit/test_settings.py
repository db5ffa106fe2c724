"""Settings: flags over variables over factcheck.toml over defaults; each value knows where it came from."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.precision import Precision
from factcheck.errors import UsageError
from factcheck.settings import KEYS, VARIABLES, Settings, load_settings

OTHER: dict[str, tuple[object, str, str]] = {
    # key: a value, as it stands in factcheck.toml, as it stands in a variable
    "db": ("other.db", "'other.db'", "other.db"),
    "reviewer": ("Zoë [x]", "'Zoë [x]'", "Zoë [x]"),
    "parser": ("de_core_news_sm", "'de_core_news_sm'", "de_core_news_sm"),
    "encoder": ("/models/m", "'/models/m'", "/models/m"),
    "stance_model": ("/models/s", "'/models/s'", "/models/s"),
    "stance_labels": ("supports,refutes", "'supports,refutes'", "supports,refutes"),
    "precision": (Precision.BFLOAT16, "'bfloat16'", "BFloat16"),
    "download": (True, "true", "yes"),
    "fetch": (True, "true", "yes"),
    "max_input_mb": (2.5, "2.5", "2.5"),
    "max_blocks": (50, "50", "50"),
    "max_sentences": (60, "60", "60"),
    "busy_seconds": (3.0, "3", "3"),
    "top_k": (4, "4", "4"),
}


@pytest.fixture(autouse=True)
def no_precision_is_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_PRECISION", raising=False)


def refused(load: Callable[[], object], *words: str) -> UsageError:
    with pytest.raises(UsageError) as caught:
        load()
    assert caught.value.exit_code == 2
    assert caught.value.hint
    for word in words:
        assert word in caught.value.message
    return caught.value


def write(text: str, encoding: str = "utf-8") -> None:
    Path("factcheck.toml").write_text(text, encoding=encoding)


def test_there_is_an_example_for_every_key_and_a_variable() -> None:
    assert (
        set(OTHER)
        == set(KEYS)
        == {field.name for field in dataclasses.fields(Settings)} - {"priorities", "organisation", "came_from"}
    )
    assert set(VARIABLES.values()) == set(KEYS)
    assert VARIABLES["FACTCHECK_BY"] == "reviewer"
    assert VARIABLES["FACTCHECK_DB"] == "db"


def test_without_anything_the_defaults_stand_and_came_from_nowhere() -> None:
    found = load_settings()
    assert found == Settings()
    assert found.came_from == {}
    assert found.db == "claims.db"
    assert found.reviewer == ""  # never silently the login name
    assert found.encoder == "default"
    assert found.download is False


@pytest.mark.parametrize("key", KEYS)
def test_each_source_is_read_and_the_nearer_one_counts(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value, in_file, in_variable = OTHER[key]
    variable = next(name for name, each in VARIABLES.items() if each == key)
    default = getattr(Settings(), key)
    assert value != default

    write(f"{key} = {in_file}\n")
    found = load_settings()
    assert (getattr(found, key), found.came_from) == (value, {key: "factcheck.toml"})
    assert type(getattr(found, key)) is type(default)

    as_toml = f"'{default}'" if isinstance(default, str) else str(default).lower()
    write(f"{key} = {as_toml}\n")
    monkeypatch.setenv(variable, in_variable)
    found = load_settings()
    assert (getattr(found, key), found.came_from) == (value, {key: variable})
    assert type(getattr(found, key)) is type(default)

    found = load_settings({key: default, **{other: None for other in KEYS if other != key}})
    assert (getattr(found, key), found.came_from) == (default, {key: "flag"})

    others = dataclasses.replace(found, **{key: default}, came_from={})
    assert others == Settings()


def test_a_variable_that_is_empty_is_not_set() -> None:
    assert load_settings(environment=dict.fromkeys(VARIABLES, "")) == Settings()


def test_the_file_of_the_folder_named_is_read(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "factcheck.toml").write_text("top_k = 3")
    assert load_settings(folder=tmp_path / "desk").top_k == 3
    assert load_settings().top_k == Settings().top_k


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("top_k", ["0", "-1", "2.5", "nan", "inf", "-inf", "'8'", "true", "[1]", "'x'", "2000-01-01", "{}"]),
        ("max_input_mb", ["0", "-0.0", "nan", "inf", "'many'", "false", "9" * 400]),
        ("busy_seconds", ["0", "-5", "'soon'"]),
        ("download", ["1", "0", "'maybe'", "[]"]),
        ("db", ["7", "true", "['a']", "1.5"]),
        ("reviewer", ["7", "[]"]),
    ],
)
def test_a_value_of_the_wrong_form_is_refused_with_where_it_stands(key: str, values: list[str]) -> None:
    for value in values:
        if (key, value) in (("top_k", "'8'"),):
            continue  # a number in quotes is one, as in a variable
        write(f"{key} = {value}")
        error = refused(load_settings, key, "factcheck.toml")
        assert repr(getattr(Settings(), key)) in error.hint


@pytest.mark.parametrize(
    ("variable", "values"),
    [
        ("FACTCHECK_TOP_K", ["0", "-1", "2.5", "eight", "1e3", " ", "9" * 5000, "nan", "inf"]),
        ("FACTCHECK_MAX_INPUT_MB", ["0", "-1", "nan", "inf", "1e999", "25MB", "1,5"]),
        ("FACTCHECK_DOWNLOAD", ["maybe", "2", "on off"]),
    ],
)
def test_a_variable_of_the_wrong_form_is_refused_with_its_name(variable: str, values: list[str]) -> None:
    for value in values:
        refused(lambda value=value: load_settings(environment={variable: value}), variable)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("word", "value"), [("1", True), ("TRUE", True), ("yes", True), ("0", False), ("False", False), ("no", False)]
)
def test_yes_and_no_have_several_words(word: str, value: bool) -> None:
    assert load_settings(environment={"FACTCHECK_DOWNLOAD": word}).download is value


@pytest.mark.parametrize("value", ["'half'", "16", "true", "['int8']", "''"])
def test_a_word_that_is_no_choice_is_refused_with_the_choices(value: str) -> None:
    write(f"precision = {value}")
    error = refused(load_settings, "precision", "factcheck.toml", *Precision)
    assert "'auto'" in error.hint


@pytest.mark.parametrize("load", [{"environment": {"FACTCHECK_PRECISION": "fp16"}}, {"flags": {"precision": "fp16"}}])
def test_a_wrong_choice_is_refused_wherever_it_is_made(load: dict[str, dict[str, str]]) -> None:
    refused(lambda: load_settings(load.get("flags"), environment=load.get("environment", {})), "fp16", *Precision)


def test_an_unknown_key_is_refused_with_the_nearest_one_and_all() -> None:
    write("encodr = 'x'")
    error = refused(load_settings, "encodr", "factcheck.toml")
    assert "Did you mean 'encoder'?" in error.hint
    assert all(key in error.hint for key in KEYS)
    write("qqqqqq = 1")
    assert "Did you mean" not in refused(load_settings, "qqqqqq").hint
    write("came_from = {}")
    refused(load_settings, "came_from")
    write("[store]\ndb = 'x'")
    refused(load_settings, "store")


def test_unknown_variables_are_those_of_others() -> None:
    assert load_settings(environment={"FACTCHECK_NO_SUCH_THING": "1", "HOME": "/"}) == Settings()


@pytest.mark.parametrize("content", [b"top_k = ", b"\xff\xfe", b"top_k = 1\ntop_k = 2", b"\x00", b"= 1", b"top_k 1"])
def test_a_file_that_is_no_toml_is_refused(content: bytes) -> None:
    Path("factcheck.toml").write_bytes(content)
    assert "Mend the file" in refused(load_settings, "factcheck.toml").hint


def test_a_folder_in_the_file_s_place_is_refused() -> None:
    Path("factcheck.toml").mkdir()
    refused(load_settings, "factcheck.toml")


def test_settings_never_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().db = "x"  # type: ignore[misc]


def test_the_path_of_the_workbench_is_as_it_was_named() -> None:
    assert Settings(db="desk/a.db").db_path == Path("desk/a.db")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(environment=st.dictionaries(st.sampled_from(sorted(VARIABLES)), st.text(max_size=12), max_size=4))
def test_any_variables_give_settings_or_a_usage_error(environment: dict[str, str]) -> None:
    try:
        found = load_settings(environment=environment)
    except UsageError:
        return
    assert found.top_k > 0
    assert 0 < found.max_input_mb < float("inf")
    assert set(found.came_from.values()) <= set(environment)
