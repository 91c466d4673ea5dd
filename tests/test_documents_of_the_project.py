"""The pages for readers, .env.example and the workflow say what the code does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from extras import needs_import_linter
from pydantic import BaseModel

from bot.answering import limits
from bot.cli.commands import app
from bot.settings import Settings
from bot.store.database import open_read_only
from bot.store.misses import all_misses
from bot.store.store import open_store
from knowledge import shape as shapes
from knowledge.article_folders import LONGEST_SLUG
from knowledge.composer import MOST_VALUES
from knowledge.errors import WarningKind
from knowledge.model import StatementKind, Wording
from knowledge.proofreading.coverage import FEWEST_OUT_OF_SCOPE
from knowledge.reference import HEADINGS, key_table
from knowledge.regular_files import MOST_BYTES
from knowledge.shape import LONGEST_QUOTE
from knowledge.shortfalls import FEWEST_VARIANTS, LONGEST_TITLE

ROOT = Path(__file__).parent.parent
PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in ("README.md", "CONTRIBUTING.md", "docs/operating.md", "docs/curating.md", "docs/matching.md")
}
README, OPERATING, CURATING = PAGES["README.md"], PAGES["docs/operating.md"], PAGES["docs/curating.md"]
SELON = str(Path(sys.executable).with_name("selon"))
EXAMPLE = ROOT / "docs" / "example"
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def cells(page: str, column: int = 0) -> list[str]:
    """Return the cells in a column of all tables of a page."""
    return [line.split("|")[column + 1].strip() for line in page.splitlines() if line.startswith("| ")]


def section(page: str, heading: str) -> str:
    """A page from a heading of the second level to the next."""
    return page.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


def setting_names() -> list[str]:
    return [name.upper() for name, field in Settings.model_fields.items() if field.alias is None]


def default_of(name: str) -> str:
    default = Settings.model_fields[name.lower()].default
    return f"{default:g}" if isinstance(default, float | int) else default if isinstance(default, str) else ""


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_describes_each_command_as_its_help_does(command: str) -> None:
    row = re.search(rf"^\| `selon {command}[ A-Z]*` \| (.+) \|$", README, re.MULTILINE)
    assert row is not None
    assert row.group(1) == COMMANDS[command].help.strip()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_no_command_or_option_that_does_not_exist(name: str) -> None:
    called = re.findall(r"(?:`|\$ |\.venv/bin/)selon ([a-z]+)([^`\n]*)", PAGES[name])
    assert {command for command, _ in called} <= set(COMMANDS)
    for command, arguments in called:
        known = {option for parameter in COMMANDS[command].params for option in parameter.opts} | {"--help"}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", arguments)) <= known, command


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 250


def test_no_sentence_stands_on_two_pages() -> None:
    # Blocks of commands are to be copied as they are, and may return.
    prose = [" ".join(re.sub(r"```.*?```", "", page, flags=re.DOTALL).split()) for page in PAGES.values()]
    sentences = [found for page in prose for found in re.split(r"(?<=[.:!?]) (?=[A-Z`*\[|])", page) if len(found) > 40]
    assert [found for found in sentences if sentences.count(found) > 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_link_between_pages_leads_to_a_file_and_to_a_heading(name: str) -> None:
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", PAGES[name]):
        path = (ROOT / name).parent / target
        assert path.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("name", setting_names())
def test_the_page_for_operators_and_the_example_give_each_setting_with_its_default(name: str) -> None:
    description = Settings.model_fields[name.lower()].description
    default = default_of(name)
    assert f"| `{name}` | {f'`{default}`' if default else ''}".rstrip() in OPERATING
    assert f"| {description} |" in OPERATING
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert f"# {description}\n{name}={default}\n" in example


def test_the_page_for_operators_has_no_other_setting() -> None:
    named = re.findall(r"^\| `([A-Z_]+)`", OPERATING, re.MULTILINE)
    assert named == setting_names()


def test_the_example_of_settings_has_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^([A-Z_]+)=", example, re.MULTILINE) == setting_names()


def test_the_example_of_settings_can_be_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text(encoding="utf-8"), encoding="utf-8")
    default = Settings()
    monkeypatch.chdir(tmp_path)
    assert Settings() == default


def blocks(page: str, kind: str) -> list[str]:
    """The blocks of code of a kind on a page."""
    return [
        code for found, code in re.findall(r"^```(\w*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) if found == kind
    ]


def bash(script: str, folder: Path, **settings: str) -> str:
    """Run commands as they stand on a page, without a terminal, and return what they print."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    environment = {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **settings}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder where the commands of the pages find what a clone has."""
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / ".env").write_text("CACHE_DIR=cache\n", encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_the_command_that_the_readme_tries_prints_a_sourced_answer() -> None:
    line = next(line for line in README.splitlines() if ".venv/bin/selon ask" in line)
    arguments = shlex.split(line.split(".venv/bin/selon ")[1])
    answer = subprocess.run(
        [sys.executable, "-m", "bot", *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert "90 minutes" in answer
    assert "Source" in answer


def test_the_answer_that_the_readme_shows_is_the_one_that_is_given(learnt: Path) -> None:
    block = next(each for each in re.findall(r"```\n(.*?)```", README, re.DOTALL) if each.startswith("$ selon ask"))
    command, shown = block.split("\n", 1)
    printed = bash(command.removeprefix("$ ").replace("selon", SELON, 1), ROOT, CACHE_DIR=str(learnt))
    assert printed.split() == shown.split()


def test_installations_keep_to_the_constraints_and_to_extras_that_there_are() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [line for page in PAGES.values() for line in page.splitlines() if "bin/pip install " in line]
    assert len([line for line in README.splitlines() if line.startswith("python3 -m venv") and line in lines]) == 2
    for line in lines:
        assert "-c constraints.txt" in line
        assert set(re.findall(r"\.\[([a-z]+)\]", line)) <= set(project["optional-dependencies"])


@pytest.mark.slow
def test_the_readmes_test_command_leaves_out_what_is_slow() -> None:
    line = next(line for line in README.splitlines() if ".venv/bin/pytest" in line)
    arguments = shlex.split(line.split(".venv/bin/pytest ")[1].replace("-n auto", "--collect-only"))
    collected = bash(shlex.join([sys.executable, "-m", "pytest", *arguments, __file__]), ROOT)
    assert "test_the_readme_is_short" in collected
    assert "test_the_example_becomes_an_article" not in collected


@pytest.mark.slow
def test_the_readmes_commands_ask_an_article_of_ones_own(clone: Path) -> None:
    (block,) = blocks(section(README, "Your own articles"), "sh")
    assert "since 3 May" in bash(block, clone)


@pytest.mark.slow
def test_the_example_becomes_an_article(clone: Path) -> None:
    """Each command of the page for curators is run as it stands there, in its order."""
    begun = section(CURATING, "An article from the beginning")
    copy, number, check_and_ask, draft, look, fill = blocks(begun, "sh")
    numbers, answer = blocks(begun, "")
    bash(copy, clone)
    (clone / "articles" / "bridge" / "evidence.lock").unlink()
    assert bash(number, clone) == numbers
    assert bash(check_and_ask, clone, COLUMNS="100").endswith(answer)
    written, shipped = (folder / "bridge" / "evidence.lock" for folder in (clone / "articles", EXAMPLE))
    assert written.read_text(encoding="utf-8") == shipped.read_text(encoding="utf-8")
    assert "drafts" in bash(draft, clone)
    assert "bridge: 1 accepted, 0 dropped" in bash(f"echo accept | {look.strip()}", clone)
    assert "0 are refused" in bash(fill, clone)
    (check,) = blocks(section(CURATING, "What `selon check` says"), "sh")
    assert "warning" not in bash(check, clone)
    own = {"KNOWLEDGE_DIR": "articles", "DATABASE_URL": "sqlite:///selon.db"}
    with open_store(f"sqlite:///{clone / 'selon.db'}", None):
        pass
    (review,) = blocks(section(CURATING, "Questions asked in vain"), "sh")
    assert "There is nothing to export" in bash(review, clone, **own)
    correct, plan, write = blocks(section(CURATING, "When the article is corrected"), "sh")
    (shown,) = blocks(section(CURATING, "When the article is corrected"), "")
    bash(correct, clone)
    planned = bash(f"{plan.strip()} || test $? = 1", clone)
    assert [line.rstrip() for line in planned.splitlines()][: len(shown.splitlines())] == shown.splitlines()
    assert "entry closed-since: Sentence 2 is worded otherwise now, as sentence 3" in planned
    assert "under new numbers" in bash(f"{write.strip()} || test $? = 1", clone)
    assert "under" not in bash(write, clone)
    assert "before the harvest" in bash('.venv/bin/selon ask "When will the bridge open again?"', clone, **own)
    measuring = section(CURATING, "Measuring")
    (clone / "QUESTIONS.jsonl").write_text(blocks(measuring, "json")[0], encoding="utf-8")
    (_, evaluate) = blocks(measuring, "sh")[0].splitlines()
    bash(evaluate, clone, **own)
    assert "<svg" in (clone / "scores.svg").read_text(encoding="utf-8")


def test_what_the_page_for_curators_shows_of_the_example_stands_in_it() -> None:
    files = "".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.glob("bridge/*.yaml")))
    shown = blocks(CURATING, "yaml")
    assert len(shown) == 2
    assert all(block in files for block in shown)


@pytest.mark.parametrize("shape", HEADINGS)
def test_the_page_for_curators_has_the_table_of_keys_that_the_code_gives(shape: type[BaseModel]) -> None:
    assert f"\n\n{key_table(shape)}\n" in section(CURATING, "The files")


def test_the_page_for_curators_explains_no_key_elsewhere_and_leaves_out_no_shape() -> None:
    assert CURATING.count("| holds |") == len(HEADINGS)
    assert set(HEADINGS) == {
        each
        for each in vars(shapes).values()
        if isinstance(each, type) and issubclass(each, BaseModel) and each.model_fields
    }


def test_the_page_for_curators_lists_each_kind() -> None:
    named = re.findall(r"`([a-z-]+)`", "\n".join(cells(section(CURATING, "What `selon check` says"))))
    assert named == list(WarningKind)
    assert re.findall(r"`([a-z]+)`", "\n".join(cells(section(CURATING, "Variants")))) == list(Wording)
    assert all(f"`{kind}`" in section(CURATING, "The files") for kind in StatementKind)


@pytest.mark.parametrize(
    "told",
    [
        f"1 to {LONGEST_SLUG} of a-z",
        f"at most {LONGEST_TITLE} characters",
        f"needs {FEWEST_VARIANTS} variants",
        f"fewer than {FEWEST_VARIANTS},",
        f"at most {LONGEST_QUOTE} consecutive words",
        f"more than {LONGEST_QUOTE} words",
        f"At least {FEWEST_OUT_OF_SCOPE} a language",
        f"fewer than {FEWEST_OUT_OF_SCOPE} out-of-scope",
        f"at most {MOST_BYTES // 1024**2} MB and {MOST_VALUES:,} values",
    ],
)
def test_the_page_for_curators_gives_the_limits_that_hold(told: str) -> None:
    assert told in " ".join(CURATING.split())


def test_the_page_for_operators_gives_the_limits_that_hold() -> None:
    given = {name: dict(zip((60.0, 3600.0), row, strict=True)) for name, *row in limits_told()}
    held = [each for each in vars(limits).values() if isinstance(each, limits.Budget)]
    assert given == {each.name: {60.0: 0, 3600.0: 0} | {span: most for most, span in each.rates} for each in held}


def limits_told() -> Iterator[tuple[str, int, int]]:
    for line in section(OPERATING, "Limits").splitlines():
        if row := re.fullmatch(r"\| ([a-z ]+) \| (\d+) \| (\d*) ?\|", line):
            yield row[1], int(row[2]), int(row[3] or 0)


def test_the_service_runs_what_the_page_for_operators_installs() -> None:
    unit = (ROOT / "docs" / "selon.service").read_text(encoding="utf-8")
    assert "docs/operating.md" in unit
    for key, made in (("ExecStart", r"venv (\S+)"), ("EnvironmentFile", r"\.env (\S+)")):
        path = re.search(made, section(OPERATING, "As a service"))
        assert path is not None
        assert f"\n{key}={path[1]}" in unit


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="needs the command-line shell of SQLite")
def test_the_database_is_backed_up_while_it_is_in_use(tmp_path: Path) -> None:
    (backup,) = blocks(section(OPERATING, "The database"), "sh")
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}", None):
        bash(backup, tmp_path)
    with open_read_only(tmp_path / "selon-backup.db") as connection:
        assert all_misses(connection) == []


def test_every_dependency_has_an_exact_version() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ranged = re.findall(r'^    "([A-Za-z0-9._-]+)>=', project, re.MULTILINE)
    pinned = {name.lower().replace("_", "-") for name in re.findall(r"^([^#=\s]+)==", pins, re.MULTILINE)}
    assert {name.lower().replace("_", "-") for name in ranged} <= pinned


def test_no_network_address_of_a_registry_stands_in_the_constraints() -> None:
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


@needs_import_linter
def test_import_contracts_hold() -> None:
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout
