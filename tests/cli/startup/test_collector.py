"""The garbage collector rests during a start, and not longer."""

from __future__ import annotations

import gc

from sufu_tui.cli.startup.collector import StartupCollector


def test_the_collector_rests_until_it_is_resumed():
    with StartupCollector(is_paused=True) as collector:
        assert not gc.isenabled()
        before = gc.get_freeze_count()
        collector.resume()
        assert gc.isenabled()
        frozen = gc.get_freeze_count()
        assert frozen > before
    assert gc.get_freeze_count() <= frozen  # leaving it later freezes nothing more
    gc.unfreeze()


def test_leaving_resumes_as_well():
    with StartupCollector(is_paused=True):
        pass
    assert gc.isenabled()
    gc.unfreeze()


def test_without_shortcuts_it_goes_on():
    before = gc.get_freeze_count()
    with StartupCollector(is_paused=False) as collector:
        assert gc.isenabled()
        collector.resume()
    assert gc.get_freeze_count() == before
