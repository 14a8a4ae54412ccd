"""How much the benchmarks of this run do."""

from __future__ import annotations

import pytest

from tests.benchmarks.harness.effort import Effort


@pytest.fixture
def effort(request: pytest.FixtureRequest) -> Effort:
    """Return the effort asked for; workers that disturb one another (pytest-xdist) cannot measure either."""
    config = request.config
    return Effort(is_full=not config.getoption("benchmark_disable") and not hasattr(config, "workerinput"))
