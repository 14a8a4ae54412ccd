"""How long a text takes to be broken into lines, beside what Textual and Rich take for the same text.

Each ratio is made of the best of several times taken in turn in this run.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from rich._wrap import divide_line
from textual.content import Content

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Dossier
from sufu_tui.typesetting.breaking import wrap

CELLS = 72
ROUNDS = 7
MOST = 2.0  # times the stock wrapping


def paragraphs(dossier: Dossier, language: str) -> list[str]:
    """Return the paragraphs of the narrative."""
    return [
        "".join(span.text for span in paragraph.text.in_language(language))
        for section in dossier.sections
        for paragraph in section.paragraphs
    ]


def best_times(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the shortest time of each of `works`, in seconds."""
    times = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            started = time.perf_counter()
            work()
            times[name] = min(times[name], time.perf_counter() - started)
    return times


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["longest paragraph", "100,000 characters"])
def test_wrapping_takes_at_most_twice_as_long_as_the_stock_one(shipped, language, size, effort, capsys):
    texts = paragraphs(shipped, language)
    text = max(texts, key=len)
    if size != "longest paragraph":
        joined = "".join(texts)
        length = effort.size(100_000)
        text = (joined * (length // len(joined) + 1))[:length]
    content = Content(text)
    times = best_times(
        {
            "ours": lambda: wrap(text, CELLS),
            "rich": lambda: divide_line(text, CELLS),
            "textual": lambda: content.wrap(CELLS),
        },
        effort.rounds(ROUNDS),
    )
    with capsys.disabled():
        print(
            f"\n{language}, {size} ({len(text):,}): {times['ours'] * 1000:.2f} ms, "
            f"{times['ours'] / times['rich']:.2f} of divide_line's, "
            f"{times['ours'] / times['textual']:.2f} of Content.wrap's"
        )
    for stock in ("rich", "textual"):
        effort.hold(f"beside {stock}", times["ours"], MOST * times[stock])
