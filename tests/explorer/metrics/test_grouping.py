import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.metrics.grouping import grouped
from sufu_tui.explorer.metrics.settings import GROUPINGS, Settings
from sufu_tui.languages.catalogue import load


@pytest.mark.parametrize("grouping", GROUPINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_below_the_heading_of_its_group(shipped, grouping, language):
    rows = list(range(len(shipped.metrics)))[::-1]
    lines, headings = grouped(rows, grouping, shipped, load(language))
    assert sorted(line for line in lines if line >= 0) == sorted(rows)
    assert [~line for line in lines if line < 0] == list(range(len(headings)))
    key = None
    seen = []
    for above, line in zip([0, *lines], lines, strict=False):
        if line < 0:
            key = None
        else:
            own = getattr(shipped.metrics[line], grouping)
            assert key in (None, own)
            assert above < 0 or above > line  # the order within a group is kept
            key = own
            seen.append(own)
    assert len(dict.fromkeys(seen)) == len(headings)


def test_a_range_is_given_only_for_one_unit(shipped):
    words = load("en")
    _, headings = grouped(range(len(shipped.metrics)), "unit", shipped, words)
    money = next(heading for heading in headings if "CNY" in heading)
    assert "nearly CNY 50 million to over CNY 7.4 billion" in money
    _, headings = grouped(range(len(shipped.metrics)), "area", shipped, words)
    assert not any("CNY" in heading for heading in headings)


def test_the_groups_come_in_a_circle():
    settings = Settings()
    for grouping in (*GROUPINGS, None):
        settings = settings.regrouped()
        assert settings.grouping == grouping
