"""Large documents: parsed in slices, and looked at before all of it is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.reading.chunked_toml import SLICED, cuts, loads
from sufu_tui.reading.loading import read
from sufu_tui.reading.preview import preview

LINES = (
    "[[metric]]", "[metric.more]", "[[metric.observation]]", "[other]", "[[other2]]", "  [[metric]]",
    "# [[metric]]", 'a = 1', 'b = """', "[[metric]]\n", '"""', "c = '''", "'''", 'd = { x = "[[metric]]" }',
    'e = [', "]", "", "f = 2.50", "metric = 3",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_slices_mean_what_the_whole_means(lines, end):
    text = end.join(lines)
    try:
        whole = tomli.loads(text, parse_float=str)
    except tomli.TOMLDecodeError as problem:
        with pytest.raises(tomli.TOMLDecodeError) as caught:
            loads(text.encode(), str, "metric", lambda done: None, size=1)
        assert (caught.value.lineno, caught.value.colno) == (problem.lineno, problem.colno)
    else:
        assert loads(text.encode(), str, "metric", lambda done: None, size=1) == whole


@given(st.text(st.sampled_from("[metric]\n ab"), max_size=60), st.integers(1, 20))
def test_cuts_are_all_of_the_text_and_begin_with_a_head(text, size):
    data = text.encode()
    found = list(cuts(data, "metric", size))
    assert b"".join(data[start:end] for start, end in found) == data
    assert all(data.startswith(b"[[metric]]", start) for start, _ in found[1:])


METRICS = 600


def grown(folder: Path, to: Path, metrics: int) -> Path:
    """Copy a dossier and add metrics to it until it is large."""
    shutil.copytree(folder, to)
    more = (
        f'[[metric]]\nid = "more-{number}"\nlabel = {{ zh-Hant = "更多", en = "More" }}\narea = "industry"\n'
        f'section = "two-hearts"\nvalue = {number}\nunit = "CNY"\nprinted = "{number}元"\n'
        f'source = "release#02"\nnote = {{ zh-Hant = "{"說明" * 200}[a](metric:more-{metrics - 1})", '
        f'en = "see [more](metric:more-{metrics - 1})" }}\n\n'
        for number in range(metrics)
    )
    with (to / "metrics.toml").open("a", encoding="utf-8") as file:
        file.writelines(f"\n{table}" for table in more)
    return to


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    shipped = Path(__file__).parents[2] / "data" / "suzhou-fuyang"
    return grown(shipped, tmp_path_factory.mktemp("large") / "dossier", METRICS)


@pytest.fixture(scope="module")
def whole(large):
    return read(large)


def test_a_preview_is_the_beginning(large, whole):
    assert (large / "metrics.toml").stat().st_size > SLICED
    beginning = preview(large)
    assert beginning is not None
    assert 60 < len(beginning.metrics) < METRICS
    assert [metric.id for metric in beginning.metrics] == [
        metric.id for metric in whole.dossier.metrics[: len(beginning.metrics)]
    ]
    assert (beginning.id, beginning.version, beginning.areas) == (
        whole.dossier.id, whole.dossier.version, whole.dossier.areas,
    )  # fmt: skip


def test_the_links_of_a_preview_lead_to_what_is_there(large):
    beginning = preview(large)
    spans = [
        span
        for item in (*beginning.metrics, *beginning.events, *beginning.entities)
        for prose in [getattr(item, "note", None) or getattr(item, "text", None)]
        if prose is not None
        for version in prose.versions.values()
        for span in version
    ]
    assert any(span.ref for span in spans)
    assert all(beginning.find(span.ref) for span in spans if span.ref)
    assert all(beginning.find(ref) for item in (*beginning.events, *beginning.entities) for ref in item.links)


def test_a_small_dossier_has_no_preview():
    assert preview(Path(__file__).parents[2] / "data" / "suzhou-fuyang") is None


@pytest.mark.parametrize("broken", ["[[metric]]\nid = 3\n", "= nothing\n", "\xff"])
def test_a_dossier_that_begins_wrong_has_no_preview(large, tmp_path, broken):
    copy = tmp_path / "copy"
    shutil.copytree(large, copy)
    text = (copy / "metrics.toml").read_bytes()
    (copy / "metrics.toml").write_bytes(broken.encode("latin-1") + text)
    assert preview(copy) is None


def test_reading_tells_how_far_it_is_and_finds_the_same(large, whole):
    told = []
    assert read(large, told.append) == whole
    assert told == sorted(told)
    assert len(told) > 2
    assert 0 < told[0] < told[-1] <= 1


def test_who_asks_for_progress_may_end_it(large):
    def enough(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(large, enough)


def test_tables_share_their_keys_and_short_texts():
    text = "".join(f'[[metric]]\narea = "culture"\nlabel = {{ en = "{"long " * 9}{n}" }}\n' for n in range(9))
    first, *others = loads(text.encode(), str, "metric", lambda done: None, size=1)["metric"]
    for table in others:
        assert table["area"] is first["area"]
        assert all(one is other for one, other in zip(table, first, strict=True))
