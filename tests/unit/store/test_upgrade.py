"""A new workbench is made once, whoever comes first; an older one is brought up to date after a backup."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy import text as sql

from factcheck.domain.claims import Claim, ClaimKind, Standing
from factcheck.domain.organisation import GivenRating
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.reviews import Act
from factcheck.domain.spans import Span
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap
from factcheck.errors import DamageError, StoreError
from factcheck.store.articles import ArticleRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import APPLICATION_ID, HEAD, Database, Mode
from factcheck.store.reviews import ReviewRepository
from factcheck.store.steps import StepRepository
from factcheck.store.suggestions import SuggestionRepository
from factcheck.store.upgrade import MIGRATIONS, upgrade
from tests.patience import PATIENCE

pytestmark = pytest.mark.slow  # processes and migrations

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def backups(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if "backup" in each.name)


def test_a_new_workbench_has_today_s_schema_and_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Database(path, mode="create") as database:
        assert [*database.pragma("integrity_check")] == [("ok",)]
        assert ArticleRepository(database).all() == []
    assert sqlite3.connect(path).execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    assert backups(path) == []


def test_creating_what_is_there_opens_it(path: Path, nouns: Nouns) -> None:
    with Database(path, mode="create") as database:
        assert ArticleRepository(database).get(nouns.article.id) == nouns.article
    assert backups(path) == []


def test_of_several_who_create_at_once_all_get_the_same_workbench(tmp_path: Path) -> None:
    """Threads, 15 rounds; each creator then writes."""
    for number in range(15):
        path = tmp_path / f"{number}.db"
        start = Barrier(3)

        def create(name: int, path: Path = path, start: Barrier = start) -> None:
            start.wait()
            with Database(path, mode="create", busy_seconds=PATIENCE) as database, database.transaction():
                database.connection().exec_driver_sql("INSERT INTO snapshots VALUES (?, x'00')", (str(name),))

        with ThreadPoolExecutor(3) as pool:
            for future in [pool.submit(create, name) for name in range(3)]:
                future.result()
        with Database(path) as database:
            assert len(database.rows(sql("SELECT * FROM snapshots"))) == 3
    assert backups(path) == []


def test_two_programs_may_create_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from factcheck.store.database import Database\n"
        "import factcheck.store.upgrade; print('ready', flush=True); sys.stdin.readline()\n"
        f"Database(Path(sys.argv[1]), mode='create', busy_seconds={PATIENCE}).close()"
    )
    path = tmp_path / "new.db"
    command = [sys.executable, "-c", program, str(path)]
    running = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in running:
        each.communicate(timeout=PATIENCE)
    assert [each.returncode for each in running] == [0, 0]
    Database(path).close()
    assert backups(path) == []


def test_one_who_comes_late_takes_nothing_away_from_whoever_was_quicker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nouns: Nouns
) -> None:
    """The other creates the workbench, and writes, after this one has seen none."""
    path = tmp_path / "new.db"
    link = os.link

    def late(new: Path, to: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        with Database(path, mode="create") as other, other.transaction():
            ArticleRepository(other).add(nouns.article, nouns.article_raw)
        link(new, to)

    monkeypatch.setattr(os, "link", late)
    with Database(path, mode="create") as database:
        assert ArticleRepository(database).all() == [nouns.article]
    assert [each.name for each in tmp_path.iterdir()] == ["new.db"]


def test_where_a_file_system_knows_no_links_a_workbench_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_new: Path, _to: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "new.db"
    with Database(path, mode="create") as database:
        assert ArticleRepository(database).all() == []
    assert [each.name for each in tmp_path.iterdir()] == ["new.db"]


def test_a_workbench_is_never_seen_before_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.db"
    run = command.upgrade
    seen: list[bool] = []

    def look(config: Config, to: str) -> None:
        seen.append(path.exists())
        run(config, to)
        seen.append(path.exists())

    monkeypatch.setattr("alembic.command.upgrade", look)
    Database(path, mode="create").close()
    assert seen == [False, False]


def test_an_older_workbench_is_backed_up_whole_before_anything_is_changed(
    path: Path, nouns: Nouns, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Today's schema is renamed to an older one and the migrations are kept from running."""
    monkeypatch.setattr("factcheck.store.database.KNOWN", ("0000", HEAD))
    monkeypatch.setattr("alembic.command.upgrade", lambda *_: None)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.commit()
    connection.close()
    Database(path).close()
    with Database(path) as database:
        assert upgrade(database) == path.with_name("claims.db.backup-3")
    assert backups(path) == ["claims.db.backup-1", "claims.db.backup-2", "claims.db.backup-3"]
    connection = sqlite3.connect(path.with_name("claims.db.backup-1"))
    connection.execute(f"UPDATE alembic_version SET version_num = '{HEAD}'")  # noqa: S608
    connection.commit()
    connection.close()
    with Database(path.with_name("claims.db.backup-1")) as database:
        assert ArticleRepository(database).get(nouns.article.id) == nouns.article
        assert ClaimRepository(database).all() == [*nouns.claims]


FIRST_ROWS = """
INSERT INTO snapshots VALUES ('ab', x'00');
INSERT INTO articles VALUES ('a-1', 'Ferry', 'It ran. It sank. It rose.', '[[0, 25, "paragraph"]]', NULL, 'en', NULL,
    0, 'x.txt', '2026-02-03T04:05:06.000000+00:00', 'ab', 'text/1');
INSERT INTO claims VALUES ('c-1', 'a-1', 0, 7, '[[0, 7]]', 'It ran.', 'It ran.', 'statement', 0.5, '["is one"]',
    'Ana', '2026-01-30', '[]', 'sentences 1', 0);
INSERT INTO claims VALUES ('c-2', 'a-1', 8, 16, '[[8, 16]]', 'It sank.', 'It sank.', 'quotation', 0.25, '[]',
    NULL, NULL, '["c-1"]', 'sentences 1', 1);
INSERT INTO claims VALUES ('c-3', 'a-1', 17, 25, '[[17, 25]]', 'It rose.', 'It rose.', 'prediction', 0.1, '[]',
    NULL, NULL, '[]', 'sentences 1', 0);
INSERT INTO detections VALUES ('a-1', 'sentences 1', '2026-02-03T04:05:06.000000+00:00');
INSERT INTO documents VALUES ('d-1', 'Log', 'It ran.', '[[0, 7, "paragraph"]]', NULL, NULL, NULL, 0, 'y.txt',
    '2026-02-03T04:05:06.000000+00:00', 'ab', 'text/1', 'note', 'Port', NULL);
INSERT INTO passages VALUES (1, 'p-1', 'd-1', 0, 7, 'It ran.');
INSERT INTO suggestions VALUES (1, 'c-1', 'supported', NULL, 'similarity only', '1', 'b-1', 'p-1', '["near"]',
    '[[0, 2, "who"]]', '2026-02-03T04:05:06.000000+00:00');
INSERT INTO suggestion_passages VALUES (1, 1, 'p-1', 0.1, 2.5, NULL, 'supports', '[1, 0, 0]', '[]');
INSERT INTO review_events VALUES (1, 'c-1', 'decide', 'Ana', '2026-02-03T04:05:06.000000+00:00', 1, 'supported', 'so',
    '', NULL);
INSERT INTO review_events VALUES (2, 'c-1', 'withdraw', 'Ana', '2026-02-03T04:05:07.000000+00:00', 2, NULL, '', '', 1);
INSERT INTO quotes VALUES (1, 1, 'p-1', 'It ran.', 'supports');
INSERT INTO drafts VALUES ('c-3', 'Ben', '2026-02-03T04:05:06.000000+00:00', 'look');
INSERT INTO vectors VALUES (1, 'claim', 'c-1', 'tiny@1', x'0000803f');
INSERT INTO indexes VALUES ('claim', 'tiny@1', 1, 1, 'cd');
"""


def _migrate(path: Path, revision: str) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        command.upgrade(config, revision)
    engine.dispose()


@pytest.fixture
def first_schema(tmp_path: Path) -> Path:
    """A workbench as the first release made it, with rows of which one is withdrawn."""
    path = tmp_path / "first.db"
    _migrate(path, "0001")
    plain = sqlite3.connect(path)
    plain.executescript(FIRST_ROWS)
    plain.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    plain.commit()
    plain.close()
    return path


@pytest.mark.parametrize("mode", ["read", "write", "create"])
def test_a_workbench_of_the_first_schema_keeps_all_it_has(first_schema: Path, mode: Mode) -> None:
    was = sqlite3.connect(first_schema)
    tables = [name for name in WITHOUT_CHANGES if was.execute(f"SELECT count(*) FROM {name}").fetchone()[0]]  # noqa: S608
    assert len(tables) == len(WITHOUT_CHANGES)
    before = {name: was.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
    was.close()
    with Database(first_schema, mode=mode) as database:
        claims = {claim.id: claim for claim in ClaimRepository(database).of_article("a-1", standing=None)}
        suggestions = SuggestionRepository(database).newest()
        history = ReviewRepository(database).history("c-1")
        assert StepRepository(database).of_claims() == {}
        assert database.pragma("integrity_check") == [("ok",)]
        assert database.pragma("foreign_key_check") == []
    assert [claim.standing for claim in claims.values()] == [Standing.LISTED, Standing.WITHDRAWN, Standing.LISTED]
    assert [claim.kind for claim in claims.values()] == [
        ClaimKind.STATEMENT,
        ClaimKind.QUOTATION,
        ClaimKind.PREDICTION,
    ]
    assert claims["c-1"] == Claim(
        id="c-1",
        article_id="a-1",
        span=Span(0, 7),
        spans=(Span(0, 7),),
        said="It ran.",
        checked="It ran.",
        kind=ClaimKind.STATEMENT,
        check_worthiness=0.5,
        detector="sentences 1",
        reasons=("is one",),
        speaker="Ana",
        said_on=date(2026, 1, 30),
    )
    assert claims["c-2"].parent_ids == ("c-1",)
    assert suggestions["c-1"].status is Status.SUPPORTED
    assert suggestions["c-1"].passages[0].match.passage_id == "p-1"
    assert (suggestions["c-1"].passages[0].stance.span, suggestions["c-1"].passages[0].remark) == (None, None)
    assert suggestions["c-1"].reasons == (Reason(code=ReasonCode.BEFORE_CODES, words="near"),)
    assert suggestions["c-1"].gaps == (Gap(span=Span(0, 2), note="who", code=ReasonCode.BEFORE_CODES),)
    assert suggestions["c-1"].leans is None
    told = (suggestions["c-1"].counter_passage_id, suggestions["c-1"].thresholds, suggestions["c-1"].index)
    assert told == (None, {}, "")
    assert [(event.act, event.withdraws, event.reuses) for event in history] == [
        (Act.DECIDE, None, None),
        (Act.WITHDRAW, 1, None),
    ]
    now = sqlite3.connect(first_schema)
    # Columns that came later stand behind the old ones, and are empty.
    after = {name: now.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
    widths = {name: len(found[0]) for name, found in before.items()}
    assert {name: [row[: widths[name]] for row in found] for name, found in after.items()} == before
    assert not any(value for name, found in after.items() for row in found for value in row[widths[name] :])
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        now.execute("UPDATE review_events SET rationale = 'other'")
    now.close()
    assert backups(first_schema) == ["first.db.backup-1"]


WITHOUT_CHANGES = (
    "snapshots",
    "articles",
    "detections",
    "documents",
    "passages",
    "quotes",
    "drafts",
    "vectors",
    "indexes",
)


SECOND_ROWS = """
UPDATE suggestions SET reasons = '["far"]' WHERE number = 1;
INSERT INTO suggestions VALUES (2, 'c-1', 'refuted', 0.75, 'one that reads', '2', 'b-2', 'p-1', '["so"]', '[]',
    '2026-02-03T04:05:08.000000+00:00', 'It ran.');
INSERT INTO suggestion_passages VALUES (2, 1, 'p-1', 0.1, NULL, 0.5, 'refutes', '[0, 0.75, 0.25]',
    '[{"aspect": "quantity", "comparison": "differs", "claim": [0, 2], "passage": [3, 6], "note": "2, 3"}]');
"""


def test_suggestions_of_the_second_schema_keep_all_they_have(first_schema: Path) -> None:
    _migrate(first_schema, "0002")
    plain = sqlite3.connect(first_schema)
    plain.executescript(SECOND_ROWS)
    plain.commit()
    plain.close()
    with Database(first_schema) as database:
        found = SuggestionRepository(database).newest()["c-1"]
        assert (found.status, found.confidence, found.model, found.reasons) == (
            Status.REFUTED,
            0.75,
            "one that reads",
            (Reason(code=ReasonCode.BEFORE_CODES, words="so"),),
        )
        assert (found.counter_passage_id, found.thresholds, found.index) == (None, {}, "")
        stance = found.passages[0].stance
        assert (stance.scores, stance.span, stance.differences[0].passage_span) == ((0, 0.75, 0.25), None, Span(3, 6))
        with database.transaction():
            later = replace(found, basis="b-3", counter_passage_id="p-1", index="cd at 1", thresholds={"refutes": 0.5})
            assert SuggestionRepository(database).add(later, checked="It ran.")
        assert SuggestionRepository(database).newest()["c-1"] == later
        assert database.pragma("foreign_key_check") == []
    assert backups(first_schema) == ["first.db.backup-1"]


def test_decisions_of_the_fourth_schema_keep_all_they_have(first_schema: Path) -> None:
    _migrate(first_schema, "0004")
    with closing(sqlite3.connect(first_schema)) as plain:
        before = plain.execute("SELECT * FROM review_events").fetchall()
    with Database(first_schema) as database:
        repository = ReviewRepository(database)
        assert [(event.rating, event.media) for event in repository.history("c-1")] == [(None, None), (None, None)]
        rated = replace(
            repository.history("c-1")[0],
            number=3,
            revision=3,
            rating=GivenRating(name="True", value=5, worst=1, best=5),
        )
        with database.transaction():
            assert repository.add(rated) == rated
        assert database.pragma("foreign_key_check") == []
    with closing(sqlite3.connect(first_schema)) as plain:
        assert plain.execute("SELECT * FROM review_events WHERE number < 3").fetchall() == [
            (*row, None, None) for row in before
        ]
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            plain.execute("UPDATE review_events SET rating = NULL")
    assert backups(first_schema) == ["first.db.backup-1"]


def test_a_second_migration_that_fails_leaves_the_first_schema(
    first_schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = command.upgrade

    def cut(config: Config, to: str) -> None:
        run(config, to)
        raise RuntimeError("power cut")

    monkeypatch.setattr("alembic.command.upgrade", cut)
    with pytest.raises(RuntimeError, match="power cut"):
        Database(first_schema)
    monkeypatch.undo()
    assert [each.name for each in first_schema.parent.iterdir()] == ["first.db"]
    connection = sqlite3.connect(first_schema)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    assert connection.execute("SELECT id FROM claims WHERE withdrawn").fetchall() == [("c-2",)]
    connection.close()
    with Database(first_schema) as database:
        assert len(ClaimRepository(database).all()) == 2


def test_a_failed_migration_leaves_the_workbench_as_it_was(
    path: Path, nouns: Nouns, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_done(config: object, _to: str) -> None:
        connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("DROP TABLE drafts")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
        raise RuntimeError("power cut")

    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.commit()
    connection.close()
    monkeypatch.setattr("factcheck.store.database.KNOWN", ("0000", HEAD))
    monkeypatch.setattr("alembic.command.upgrade", half_done)
    with pytest.raises(RuntimeError, match="power cut"):
        Database(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0000",)]
    assert connection.execute("SELECT count(*) FROM drafts").fetchall() == [(1,)]
    connection.close()


# What doesn't work


def test_a_workbench_that_does_not_fit_its_migrations_is_damaged_and_left_without_a_backup(first_schema: Path) -> None:
    with closing(sqlite3.connect(first_schema)) as plain:
        plain.execute("DROP TABLE suggestions")
    before = first_schema.read_bytes()
    modes: tuple[Mode, ...] = ("read", "write", "create")
    for mode in modes:
        with pytest.raises(DamageError, match="no such table: suggestions") as caught:
            Database(first_schema, mode=mode)
        assert caught.value.exit_code == 5
    assert first_schema.read_bytes() == before
    assert [each.name for each in first_schema.parent.iterdir()] == ["first.db"]


def test_a_locked_workbench_is_neither_upgraded_nor_backed_up_and_can_be_read(
    first_schema: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = sqlite3.connect(first_schema, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for _ in range(3):
        with pytest.raises(StoreError, match="locked"):
            Database(first_schema, busy_seconds=0.05)
    with Database(first_schema, mode="read", busy_seconds=0.05) as database:
        assert len(ClaimRepository(database).all()) == 2
    assert "a copy of it is read" in caplog.text
    other.close()
    assert backups(first_schema) == []
    Database(first_schema).close()
    assert backups(first_schema) == ["first.db.backup-1"]


BoundByModes = Callable[[], AbstractContextManager[None]]


@pytest.mark.parametrize("sealed", ["file", "folder", "both"])
def test_an_older_workbench_that_is_read_only_can_be_read(
    first_schema: Path, sealed: str, bound_by_modes: BoundByModes
) -> None:
    folder = first_schema.parent / "sealed"
    folder.mkdir()
    path = Path(shutil.move(first_schema, folder))
    if sealed in ("file", "both"):
        path.chmod(0o444)
    if sealed in ("folder", "both"):
        folder.chmod(0o555)
    before = path.read_bytes()
    try:
        with bound_by_modes():
            with Database(path, mode="read", busy_seconds=0.05) as database:
                assert len(ClaimRepository(database).all()) == 2
                assert SuggestionRepository(database).newest()["c-1"].thresholds == {}
                with pytest.raises(StoreError, match="read-only"), database.transaction():
                    ClaimRepository(database).set_standing(["c-1"], Standing.WITHDRAWN)
            with pytest.raises(StoreError, match=r"read-only|can't be upgraded"):
                Database(path, busy_seconds=0.05)
        assert path.read_bytes() == before
        assert [each.name for each in folder.iterdir()] == ["first.db"]
    finally:
        folder.chmod(0o755)


def test_no_backup_stays_of_an_upgrade_that_could_not_be_committed(
    first_schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own limit of pages stands for a full disk."""
    real = Database._connect

    def small(self: Database, mode: Mode, busy_seconds: float) -> sqlite3.Connection:
        connection = real(self, mode, busy_seconds)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(Database, "_connect", small)
    with pytest.raises(StoreError, match="disk is full"):
        Database(first_schema)
    assert [each.name for each in first_schema.parent.iterdir()] == ["first.db"]
    monkeypatch.undo()
    with Database(first_schema) as database:
        assert len(ClaimRepository(database).all()) == 2
