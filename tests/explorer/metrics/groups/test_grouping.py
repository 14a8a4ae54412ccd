import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.totals import Totals
from sufu_tui.explorer.listing.cursor import GroupHeading
from sufu_tui.explorer.listing.settings import Settings
from sufu_tui.explorer.metrics.groups.figure_groups import GROUPINGS, grouped
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from sufu_tui.query.filters import Filters


@pytest.mark.parametrize("grouping", GROUPINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_below_the_heading_of_its_group(shipped, grouping, language):
    rows = list(range(len(shipped.metrics)))[::-1]
    found = grouped(rows, grouping, Totals(shipped), load(language))
    lines, headings = found.lines, found.headings
    assert sorted(line for line in lines if isinstance(line, int)) == sorted(rows)
    assert [line.group for line in lines if isinstance(line, GroupHeading)] == list(range(len(headings)))
    key = None
    seen = []
    for above, line in zip([GroupHeading(0), *lines], lines, strict=False):
        if isinstance(line, GroupHeading):
            key = None
        else:
            own = getattr(shipped.metrics[line], grouping)
            assert key in (None, own)
            assert isinstance(above, GroupHeading) or above > line  # the order within a group is kept
            assert found.groups[found.above(line)].key == own
            key = own
            seen.append(own)
    assert len(dict.fromkeys(seen)) == len(headings)


def headings(dossier, grouping, expression="", language="en"):
    metrics = Filters(dossier).metrics(Filter.parse(expression))
    numbers = {metric.id: number for number, metric in enumerate(dossier.metrics)}
    return grouped(
        [numbers[metric.id] for metric in metrics], grouping, Totals(dossier), load(language)
    ).headings


def test_a_range_is_given_only_for_one_unit(shipped):
    money = next(heading for heading in headings(shipped, "unit") if "CNY" in heading)
    assert "nearly CNY 50 million to over CNY 7.4 billion" in money
    assert not any("CNY" in heading for heading in headings(shipped, "area"))


@pytest.mark.parametrize(
    ("language", "total"), [("en", "70 companies in all"), ("zh-Hant", "合計70家"), ("zh-Hans", "合计70家")]
)
def test_a_heading_says_what_its_figures_come_to(shipped, language, total):
    assert [total in heading for heading in headings(shipped, "unit", language=language)].count(True) == 1
    assert [total in heading for heading in headings(shipped, "section", language=language)].count(True) == 1
    assert not any(total in heading for heading in headings(shipped, "area", language=language))


def test_nothing_is_said_where_figures_may_overlap_or_count_another_thing(shipped):
    """Projects, visits and investment may overlap; sales, targets and ages add up to nothing."""
    for expression in ("", "unit:visit", "unit:visit -derived:yes", "unit:CNY", "unit:project", "unit:year"):
        said = [heading for heading in headings(shipped, "unit", expression) if "compan" not in heading]
        assert said == [heading for heading in said if "in all" not in heading]


def test_a_folded_group_is_its_heading(shipped):
    rows = range(len(shipped.metrics))
    open_, folded = (
        grouped(rows, "area", Totals(shipped), load("en"), keys) for keys in ((), ("industry", "nowhere"))
    )
    hidden = [number for number, metric in enumerate(shipped.metrics) if metric.area == "industry"]
    assert [line for line in open_.lines if line not in hidden] == folded.lines
    assert [heading[2:] for heading in open_.headings] == [heading[2:] for heading in folded.headings]
    assert [heading[0] for heading in folded.headings].count("▸") == 1
    assert {folded.groups[folded.above(row)].key for row in hidden} == {"industry"}


def test_the_groups_come_in_a_circle():
    settings = Settings()
    for grouping in (*GROUPINGS, None):
        settings = settings.regrouped(GROUPINGS)
        assert settings.grouping == grouping
