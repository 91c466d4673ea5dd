"""`selon run`: what it logs of the knowledge that it starts with."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from botapi.server import BotApiServer


@pytest.mark.slow
async def test_a_key_under_its_former_name_is_a_warning_in_the_log(
    server: BotApiServer, knowledge: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    path = knowledge / "pont" / "faq.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"statements"', '"said"'), encoding="utf-8")
    # A token that is refused ends it after it has read its knowledge.
    environment |= {
        "TELEGRAM_BOT_TOKEN": "1:wrong",
        "TELEGRAM_API_URL": server.url,
        "KNOWLEDGE_DIR": str(knowledge),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'selon.db'}",
        "CACHE_DIR": str(tmp_path / "cache"),
    }
    ended = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 2
    (warning,) = [line for line in ended.stderr.splitlines() if "former-key" in line]
    assert f"{path}:" in warning
    assert "The key said is called statements now: rename it, here and in 1 other place." in warning
