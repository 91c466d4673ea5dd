"""README, .env.example and the workflow say what the code does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from bot.cli.commands import app
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


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


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    assert set(re.findall(r"`selon ([a-z]+)", README)) <= set(COMMANDS)


@pytest.mark.parametrize("name", setting_names())
def test_the_readme_and_the_example_give_each_setting_with_its_default(name: str) -> None:
    description = Settings.model_fields[name.lower()].description
    default = default_of(name)
    assert f"| `{name}` | {f'`{default}`' if default else ''}".rstrip() in README
    assert f"| {description} |" in README
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert f"# {description}\n{name}={default}\n" in example


def test_the_example_of_settings_has_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^([A-Z_]+)=", example, re.MULTILINE) == setting_names()


def test_the_example_of_settings_can_be_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text(encoding="utf-8"), encoding="utf-8")
    default = Settings()
    monkeypatch.chdir(tmp_path)
    assert Settings() == default


def test_the_command_that_the_readme_tries_prints_a_sourced_answer() -> None:
    line = next(line for line in README.splitlines() if ".venv/bin/selon ask" in line)
    arguments = shlex.split(line.split(".venv/bin/selon ")[1])
    answer = subprocess.run(
        [sys.executable, "-m", "bot", *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert "90 minutes" in answer
    assert "Source" in answer


def test_the_readmes_test_command_installs_with_the_constraints() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert all("-c constraints.txt" in line for line in lines)


def test_every_dependency_has_an_exact_version() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ranged = re.findall(r'^    "([A-Za-z0-9._-]+)>=', project, re.MULTILINE)
    pinned = {name.lower().replace("_", "-") for name in re.findall(r"^([^#=\s]+)==", pins, re.MULTILINE)}
    assert {name.lower().replace("_", "-") for name in ranged} <= pinned


def test_no_network_address_of_a_registry_stands_in_the_constraints() -> None:
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def test_import_contracts_hold() -> None:
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout
