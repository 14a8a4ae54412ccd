"""Dossiers that every test may use."""

from __future__ import annotations

import gc
import os
import shutil
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from sufu_tui.dossier.model import Dossier, Metric, SourceRef
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

# No test touches what the explorer remembers for whoever runs it; here nothing can be kept.
os.environ["XDG_STATE_HOME"] = str(Path(os.devnull).absolute())

_DATA = Path(__file__).parent / "data"
_REPORTS = Path(__file__).parents[2] / "shared" / "source"

# A slow machine is no failure. Where many depend on the outcome the examples are the same every time;
# everybody else looks for new ones. `SUFU_EXAMPLES=1000` looks longer for laws that are broken.
settings.register_profile(
    "sufu",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
    max_examples=int(os.environ.get("SUFU_EXAMPLES", "25")),
)
settings.load_profile("sufu")


def pytest_configure(config: pytest.Config) -> None:
    """Stop the coverage that a worker begins before its own: no marker ends that one (pytest-cov 7.1)."""
    if hasattr(config, "workerinput") and (early := Coverage.current()) is not None:
        early.stop()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Measure the coverage of lines in a sample of the tests: it doubles the time that each takes.

    Left out are laws, benchmarks, all cases of a test but the first, and by their names every second test,
    of those that open the explorer two of three. A line that they alone run counts as not covered, so that
    the share told is rather too low. `SUFU_COVERAGE=all` measures in every test; `=sample` runs those of
    the sample and no others.
    """
    wanted = os.environ.get("SUFU_COVERAGE")
    if wanted == "all":
        return
    seen: set[str] = set()
    sample, others = [], []
    for item in items:
        name = item.nodeid.partition("[")[0]
        is_law = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        one_of = 3 if "explored" in getattr(item, "fixturenames", ()) else 2
        is_in_sample = crc32(name.encode()) % one_of == 0 and "tests/benchmarks/" not in name
        if name in seen or is_law or not is_in_sample:
            item.add_marker(pytest.mark.no_cover)
            others.append(item)
        else:
            sample.append(item)
        seen.add(name)
    if wanted == "sample":
        items[:] = sample
        config.hook.pytest_deselected(items=others)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Freeze what there is once all tests are collected, so that no garbage collection looks at it again.

    For speed alone: it takes 10 to 25 % off the time of tests that open the explorer.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shipped() -> Dossier:
    """The dossier that comes with the program."""
    dossier = read(shipped_folder()).dossier
    assert dossier is not None
    return dossier


@pytest.fixture(scope="session")
def minimal() -> Dossier:
    """A dossier with one or two of everything, in zh-Hant and en."""
    dossier = read(_DATA / "minimal").dossier
    assert dossier is not None
    return dossier


@pytest.fixture(scope="session")
def report() -> str:
    """The text that the shipped dossier retells; it is no part of the project."""
    found = sorted(_REPORTS.glob("*.txt")) if _REPORTS.is_dir() else []
    if not found:
        pytest.skip("the report's own text is not here")
    return found[0].read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def traps_text() -> str:
    """A text of our own with all that makes figures hard to find."""
    return (_DATA / "traps" / "source.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def traps() -> Dossier:
    """The dossier of that text."""
    dossier = read(_DATA / "traps").dossier
    assert dossier is not None
    return dossier


@pytest.fixture
def minimal_folder(tmp_path: Path) -> Path:
    """A copy of the minimal dossier that the test may break."""
    return Path(shutil.copytree(_DATA / "minimal", tmp_path / "minimal"))


@pytest.fixture(scope="session")
def several(shipped: Dossier) -> Dossier:
    """The shipped dossier as if its items stood in three sources by turns, the last without an address."""
    (source,) = shipped.sources
    other = source._replace(id="survey", url="https://example.net/調查?a=1&b=2")
    sources = (source, other, source._replace(id="archive", url=None))

    def moved(place: SourceRef, turn: int) -> SourceRef:
        return place._replace(source=sources[turn % len(sources)].id)

    def observed(metric: Metric, turn: int) -> Metric:
        latest = metric.latest._replace(source=moved(metric.latest.source, turn))
        earlier = (latest._replace(source=moved(latest.source, turn + step)) for step in (1, 2))
        return metric._replace(latest=latest, earlier=() if metric.derived else tuple(earlier))

    return replace(
        shipped,
        sources=sources,
        sections=tuple(
            one._replace(source=moved(one.source, turn)) for turn, one in enumerate(shipped.sections)
        ),
        metrics=tuple(observed(one, turn) for turn, one in enumerate(shipped.metrics)),
        events=tuple(one._replace(source=moved(one.source, turn)) for turn, one in enumerate(shipped.events)),
        entities=tuple(
            one._replace(source=moved(one.source, turn)) for turn, one in enumerate(shipped.entities)
        ),
    )
