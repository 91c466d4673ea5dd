"""The picture of the statistics: a PNG that a phone shows, with something to see on it."""

from __future__ import annotations

import re
import time
from io import BytesIO
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from extras import needs_matplotlib

from bot.dialogue.statistics import Chart
from bot.phrases import LANGUAGES, phrases
from bot.rendering.chart import draw_chart, png
from bot.rendering.plot import CannotPlot

# Draws dozens of pictures.
pytestmark = [pytest.mark.slow, needs_matplotlib]


def chart(language: str = "fr", days: int = 30, entries: int = 5, title: str = "Qui a dit « non » ?") -> Chart:
    """Something to draw."""
    words = phrases(language)
    layers = [tuple((day * seed + 1) % 7 for day in range(days)) for seed in (3, 4, 5)]
    names = (words("stats-answer"), words("stats-choose"), words("stats-abstain"))
    return Chart(
        language,
        words("stats-by-day"),
        tuple(words("date", day=1 + day % 28, month=1 + day % 12) for day in range(days)),
        tuple(zip(names, layers, strict=True)),
        words("stats-entries"),
        tuple((f"{title} {number}", 100 - number) for number in range(entries)),
    )


def pixels(picture: bytes) -> np.ndarray:
    """The colours of a picture, 0 to 1."""
    from matplotlib.image import imread

    return np.asarray(imread(BytesIO(picture)))[..., :3]


def svg(drawn: Chart, folder: Path) -> str:
    """The texts of a picture, each in a comment of its own."""
    draw_chart(drawn, folder / "p.svg")
    return "\n".join(re.findall("<!-- (.*?) -->", (folder / "p.svg").read_text(encoding="utf-8"), re.DOTALL))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("days", "entries"), [(1, 0), (7, 1), (30, 5), (365, 5)])
def test_a_picture_is_white_with_something_on_it(language: str, days: int, entries: int) -> None:
    picture = png(chart(language, days, entries))
    colours = pixels(picture)
    height, width, _ = colours.shape
    assert (width, height) == (1024, 1088)
    assert len(picture) < 500_000
    assert (colours[:4] == 1).all(), "dark on white"
    inked = (colours.min(axis=2) < 0.9).mean()
    assert 0.02 < inked < 0.6
    if days > 1:
        for red, green, blue in ((0x00, 0x72, 0xB2), (0xE6, 0x9F, 0x00), (0xD5, 0x5E, 0x00)):
            near = np.abs(colours * 255 - (red, green, blue)).max(axis=2) < 30
            assert near.sum() > 200, "each outcome is seen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_are_in_the_language_asked_for(language: str, tmp_path: Path) -> None:
    drawn = chart(language)
    texts = svg(drawn, tmp_path)
    assert drawn.title in texts
    assert drawn.days[-1] in texts, "the newest day is named"
    assert drawn.entries_title in texts
    for name, numbers in drawn.outcomes:
        assert phrases(language)("stats-line", name=name, number=sum(numbers)) in texts
    for name, _ in drawn.entries:
        assert name in texts


@pytest.mark.parametrize("title", ["$5 and $6", "a_b^c", r"\frac{1}{0}", "100 %", "<b>&amp;</b>", "$\\bad$"])
def test_a_title_is_shown_as_it_is_never_as_a_formula(title: str, tmp_path: Path) -> None:
    draw_chart(chart("en", title=title), tmp_path / "p.svg")
    assert png(chart("en", title=title)) != png(chart("en", title="x"))


def test_a_picture_of_nothing_but_zeros_can_be_drawn() -> None:
    nothing = Chart("en", "Questions", ("1 May", "2 May"), (("a", (0, 0)), ("b", (0, 0)), ("c", (0, 0))), "Read", ())
    assert png(nothing).startswith(b"\x89PNG")


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotPlot, match="cannot be written"):
        draw_chart(chart(), tmp_path / "gone" / "p.png")


def test_several_threads_may_draw_at_once() -> None:
    expected = png(chart())
    drawn: list[bytes] = []
    threads = [Thread(target=lambda: drawn.append(png(chart()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == [expected] * 4


def test_a_picture_takes_less_than_a_second() -> None:
    png(chart())
    started = time.perf_counter()
    png(chart("ru", 90))
    assert time.perf_counter() - started < 1
