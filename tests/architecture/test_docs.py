"""What can be called, set or read is documented: the pages are held against the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from factcheck import errors
from factcheck.cli.main import COMMANDS, factcheck
from factcheck.domain.statuses import Status
from factcheck.report.formats import REPORT_FORMATS
from factcheck.settings import KEYS, VARIABLES, Settings


@pytest.fixture
def cli_page(repository: Path) -> str:
    return (repository / "docs" / "cli.md").read_text(encoding="utf-8")


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by the words that call it."""
    for name in COMMANDS:
        command = factcheck.get_command(click.Context(factcheck), name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in command.commands.items())
        else:
            yield name, command


def test_every_command_is_documented(cli_page: str) -> None:
    missing = [name for name, _ in commands() if f"`factcheck {name}" not in cli_page]
    assert missing == []


def test_every_option_is_documented(cli_page: str) -> None:
    missing = {
        f"{name} {option}"
        for name, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option not in cli_page
    }
    assert missing == set()


def test_every_command_has_help_with_an_example() -> None:
    without = [name for name, command in commands() if f"factcheck {name.split()[0]}" not in (command.help or "")]
    assert without == []


def test_the_short_help_of_a_command_is_not_empty() -> None:
    assert all(summary.endswith(".") for summary in COMMANDS.values())


def test_every_setting_is_documented_with_its_variable_and_default(cli_page: str) -> None:
    for variable, key in VARIABLES.items():
        row = next(line for line in cli_page.splitlines() if line.startswith(f"| `{key}` |"))
        default = getattr(Settings(), key)
        shown = {True: "true", False: "false", "": "none"}.get(default, str(default).removesuffix(".0"))
        assert f"`{variable}`" in row
        assert shown in row
    assert set(VARIABLES.values()) == set(KEYS)


def test_every_status_format_and_exit_code_is_documented(cli_page: str) -> None:
    for word in (*Status, *REPORT_FORMATS):
        assert word in cli_page
    codes = {error.exit_code for error in errors.FactcheckError.__subclasses__()} | {0, 1, 9, 70, 130, 143}
    documented = {
        int(code)
        for line in cli_page.splitlines()
        for code in re.findall(r"^\| ([\d, ]+) \|", line)
        for code in code.split(",")
    }
    assert codes <= documented


def test_every_decision_page_is_listed(repository: Path) -> None:
    folder = repository / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in sorted(folder.glob("0*.md")) if page.name not in listed] == []


def heading_anchors(page: str) -> set[str]:
    """What the headings of a page are linked by, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_between_the_pages_lead_somewhere(repository: Path) -> None:
    own = [repository / name for name in ("README.md", "CONTRIBUTING.md")]
    pages = [*own, *(repository / "docs").rglob("*.md"), repository / "seeds" / "README.md"]
    broken = []
    for page in pages:
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", text):
            leads_to = page.parent / target if target else page
            found = leads_to.exists() and (
                not anchor or anchor in heading_anchors(leads_to.read_text(encoding="utf-8"))
            )
            if not found:
                broken.append(f"{page.name}: {target}#{anchor}")
    assert broken == []


def test_no_page_names_a_folder_of_one_machine(repository: Path) -> None:
    own = [repository / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    pages = [*own, *(repository / "docs").rglob("*.md")]
    assert [page.name for page in pages if re.search(r"/(root|home|work|tmp)/", page.read_text(encoding="utf-8"))] == []


def test_every_key_of_the_reviewer_is_in_the_guide(repository: Path) -> None:
    from factcheck.tui.keys import KEYS, PLACES

    page = (repository / "docs" / "reviewer-guide.md").read_text(encoding="utf-8")
    for place, words in PLACES.items():
        section = page.split(f"### {words}\n")[1].split("\n### ")[0]
        rows = [line for line in section.splitlines() if line.startswith("| `")]
        assert rows == [f"| `{key.shown}` | {key.label} | {key.tooltip} |" for key in KEYS if key.where == place]
