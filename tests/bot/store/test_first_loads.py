"""The times at which articles were first loaded are remembered."""

from __future__ import annotations

import time
from pathlib import Path

from bot.store.store import open_store


async def test_an_article_keeps_the_time_of_its_first_load(tmp_path: Path) -> None:
    url, before = f"sqlite:///{tmp_path / 'selon.db'}", int(time.time())
    with open_store(url) as store:
        first = await store.first_loads.of(["pont", "bac"])
        assert set(first) == {"pont", "bac"}
        assert all(before <= each <= time.time() for each in first.values())
    with open_store(url) as store:
        await store.writer.run(
            lambda connection: connection.exec_driver_sql("UPDATE keys SET made_at = 7 WHERE name = 'article pont'")
        )
        assert await store.first_loads.of(["pont"]) == {"pont": 7}
        assert set(await store.first_loads.of(["tunnel"])) == {"tunnel"}
        # It was gone for a while.
        assert (await store.first_loads.of(["pont", "bac"]))["pont"] == 7
