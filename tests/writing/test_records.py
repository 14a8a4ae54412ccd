"""Records: exact, rounded only as the card is, with all that the card shows."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.formula import parse as parse_formula
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Event, Item, Metric, Observation, Ref, Section
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.explorer.cards.content import card_blocks
from sufu_tui.explorer.metrics.figure_export import export_view
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.dates import bounds_text
from sufu_tui.languages.numbers import bare_quantity_text, quantity_text
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.reading.loading import read
from sufu_tui.reading.values import DIGITS
from sufu_tui.writing import formats
from sufu_tui.writing.files import write_view
from sufu_tui.writing.records import EVENT_FIELDS, METRIC_FIELDS, OBSERVATION_FIELDS, SECTION_FIELDS


@pytest.fixture(scope="module")
def nasty():
    dossier = read(Path(__file__).parents[1] / "data" / "nasty").dossier
    assert dossier is not None
    return dossier


EXACT = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"),
    st.integers(-(10**DIGITS) + 1, 10**DIGITS - 1),
    st.integers(0, DIGITS),
)
"""All values that a dossier can give: so many digits before the point and after it."""
QUANTITIES = st.builds(lambda value, side: Quantity(value, "CNY", side), EXACT, st.sampled_from(Qualifier))


def with_metrics(dossier, *metrics):
    return replace(dossier, metrics=tuple(metrics))


def observed(metric, quantity, *earlier):
    """The metric with these quantities, the first of them the latest."""
    others = tuple(metric.latest._replace(quantity=one) for one in earlier)
    return metric._replace(latest=metric.latest._replace(quantity=quantity), earlier=others, formula=None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_the_fields_of_its_kind_in_their_order(shipped, minimal, records_of, language):
    for dossier in (shipped, minimal):
        records = records_of(dossier, language)
        assert {tuple(records.section(one)) for one in dossier.sections} == {SECTION_FIELDS}
        assert {tuple(records.event(one)) for one in dossier.events} == {EVENT_FIELDS}
        assert {tuple(records.metric(one)) for one in dossier.metrics} == {METRIC_FIELDS}
        rows = {tuple(row) for one in dossier.metrics for row in records.observations(one)}
        assert rows == {OBSERVATION_FIELDS}


@given(st.lists(QUANTITIES, min_size=1, max_size=4))
@example([Quantity(Decimal("9007199254740993.5"), "CNY")])
@example([Quantity(Decimal("9007199254740993.5"), "CNY"), Quantity(Decimal("-0.1"), "CNY", Qualifier.ABOUT)])
def test_decimals_of_any_dossier_come_back_equal_from_json_and_csv(minimal, records_of, quantities):
    metric = observed(minimal.metrics[0], *quantities)
    records = records_of(with_metrics(minimal, metric))
    out = StringIO()
    formats.write_json([records.metric(metric)], out)
    (found,) = json.loads(out.getvalue(), parse_float=Decimal, parse_int=Decimal)
    pairs = [(one["value"], one["qualifier"]) for one in (found, *found["observations"])]
    assert pairs == [(one.value, one.qualifier.value) for one in quantities]

    out = StringIO()
    formats.write_csv([records.metric(metric)], METRIC_FIELDS, out)
    (row,) = csv.DictReader(StringIO(out.getvalue(), newline=""))
    cell = json.loads(row["observations"] or "[]", parse_float=Decimal, parse_int=Decimal)
    assert [Decimal(row["value"]), *(one["value"] for one in cell)] == [one.value for one in quantities]

    out = StringIO()
    formats.write_csv(records.observations(metric), OBSERVATION_FIELDS, out)
    rows = list(csv.DictReader(StringIO(out.getvalue(), newline="")))
    pairs = [(Decimal(row["value"]), row["qualifier"]) for row in rows]
    assert pairs == [(one.value, one.qualifier.value) for one in quantities]


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet"])
@pytest.mark.parametrize(
    "values",
    [["9007199254740993.5", "3"], ["9007199254740993", "3"], ["9" * 30 + "." + "9" * 30, "-0.5"], ["7E+9"]],
)
def test_a_file_holds_every_digit(minimal, records_of, tmp_path, suffix, values):
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    metrics = [observed(minimal.metrics[0], Quantity(Decimal(value), "CNY")) for value in values]
    dossier = with_metrics(minimal, *metrics)
    path = tmp_path / f"a.{suffix}"
    write_view(export_view(metrics, records_of(dossier), dossier, load("en")), path)
    assert values_in(path) == [Decimal(value) for value in values]


def values_in(path):
    match path.suffix:
        case ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                return [Decimal(row["value"]) for row in csv.DictReader(file)]
        case ".json":
            found = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
            return [record["value"] for record in found]
        case _:
            import pyarrow.parquet

            return [Decimal(value) for value in pyarrow.parquet.read_table(path).to_pydict()["value"]]


@given(QUANTITIES, QUANTITIES, st.sampled_from(["a / b", "a - b", "a * b", "a / 3", "a / b * 100"]))
@example(Quantity(Decimal(6_640_000_000), "CNY"), Quantity(Decimal(23), "CNY"), "a / b")
def test_a_derived_value_leaves_rounded_as_its_card_shows_it_and_is_exact_only_to_its_last_digit(
    minimal, records_of, first, second, text
):
    assume(second.value or "/ b" not in text)
    formula = parse_formula(text)
    a, b = (
        observed(minimal.metrics[0], quantity)._replace(id=name)
        for name, quantity in (("a", first), ("b", second))
    )
    computed = formula.evaluate({"a": first, "b": second}, "CNY")
    derived = minimal.metrics[0]._replace(
        id="c", formula=formula, earlier=(), latest=Observation(computed, minimal.metrics[0].source)
    )
    dossier = with_metrics(minimal, a, b, derived)
    words = load("en")
    record = records_of(dossier).metric(derived)
    left, unit = Quantity(record["value"], record["unit"]), dossier.unit("CNY")
    # What leaves reads as the card does, and needs no further rounding.
    assert bare_quantity_text(left, unit, words) == bare_quantity_text(computed, unit, words)
    assert record["figure"] == quantity_text(computed, unit, words)
    rounded = computed.qualifier is Qualifier.EXACT and left.value != computed.value
    assert record["qualifier"] == ("about" if rounded else computed.qualifier.value)
    assert abs(left.value - computed.value) <= abs(computed.value) / 999
    assert (record["derived"], record["formula"]) == (True, text)
    assert record["formula_text"]


def test_an_average_is_about_a_round_value(shipped, records_of):
    record = records_of(shipped).metric(shipped.metric("investment-per-landed-project"))
    assert (record["qualifier"], record["value"]) == ("about", Decimal(288_700_000))
    assert record["formula"] == "landed-investment / landed-projects"
    assert "÷" in record["formula_text"]


def test_every_derived_value_has_its_formula_and_no_print(shipped, records_of):
    derived = [metric for metric in shipped.metrics if metric.derived]
    assert derived
    for record in map(records_of(shipped).metric, derived):
        assert (record["derived"], record["formula"] is None, record["printed"]) == (True, False, None)


def test_an_earlier_observation_has_its_own_print_period_and_source(minimal, records_of):
    metric = minimal.metrics[0]
    earlier = metric.latest._replace(printed="5萬元", period=parse("2021"))
    latest, first = records_of(minimal).observations(metric._replace(earlier=(earlier,)))
    assert (latest["printed"], first["printed"]) == (metric.printed, "5萬元")
    assert (first["period"], first["period_text"]) == ("2021", "2021")
    assert latest["id"] == first["id"] == metric.id


def test_an_earlier_observation_of_a_computed_figure_is_printed_and_not_computed(minimal, records_of):
    metric = next(metric for metric in minimal.metrics if metric.formula)
    earlier = Observation(Quantity(Decimal("1.5"), metric.unit), metric.source, "一個半")
    latest, first = records_of(minimal).observations(metric._replace(earlier=(earlier,)))
    assert (latest["derived"], latest["formula"] is None) == (True, False)
    assert (first["derived"], first["formula"], first["value"]) == (False, None, Decimal("1.5"))


# Everything that a card shows


def rows_of(blocks) -> Iterator[tuple[str, str, list[Ref]]]:
    """The rows of a card: their label, text and links."""
    for block in blocks:
        label = block.lead.text if block.lead else ""
        refs = [(run.ref, run.paragraph) for run in block.runs if run.ref is not None]
        yield label, "".join(run.text for run in block.runs), refs


def address(ref, paragraph):
    return str(ref) if paragraph is None else f"{ref}#{paragraph + 1}"


def expected_rows(record, dossier, words) -> dict[str, str]:
    """The texts of a card's rows, by the key of their label, as a reader of the record would write them."""
    rows = {
        "printed": words("card.quoted", text=record.get("printed"))
        + (words("card.translation", text=record["translation"]) if record.get("translation") else ""),
        "area": record.get("area_label"),
        "source": record["citation"],
        "address": record["url"],
        "section": f"{record.get('section_number')} {record.get('section_title')}",
        "note": record.get("note"),
        "text": record.get("text"),
        "period": record.get("period_text"),
        "formula": record.get("formula_text"),
        "tally": record.get("tally_label"),
    }
    if "value" in record:
        unit = dossier.unit(record["unit"]).singular
        one = record["value"] == 1 and unit is not None and words.language in unit.versions
        full = words("card.in-full", number=f"{record['value']:,f}", unit=record["unit_label"])
        rows["value"] = unit.in_language(words.language).replace("{}", "1") if one else full
        rows["qualifier"] = words(f"card.qualifier-{record['qualifier']}")
    if record.get("tally_total"):
        rows["tally"] = words("metrics.total", label=record["tally_label"], total=record["tally_total"])
    return rows


LINKED = {
    "part-of": lambda record: [f"metric:{one}" for one in record["part_of"]],
    "parts": lambda record: [f"metric:{one}" for one in record["parts"]],
    "overlaps": lambda record: [f"metric:{one}" for one in record["overlaps"]],
    "links": lambda record: record["links"],
    "note": lambda record: record["links"],
    "text": lambda record: record["links"],
    "section": lambda record: [f"section:{record['section']}"],
    "mentions": lambda record: record["mentioned_in"],
    "formula": lambda record: [f"metric:{one.strip('()')}" for one in record["formula"].split()],
}
"""The links of a card's rows, as the record has them."""


def hold_card(item: Item, record, dossier, words) -> None:
    """Assert that every text and every link of the card of `item` stands in its record."""
    keys = {words(key): key.removeprefix("card.") for key in words if key.startswith("card.")}
    blocks = card_blocks(item, DossierIndexes(dossier, words.language), words)
    (_, title, _), (_, figure, _), *rows = rows_of(blocks)
    name = record[{Metric: "label", Event: "title", Section: "heading"}[type(item)]]
    other = record["language"] != words.language
    fallback = words("card.fallback", language=words(f"app.language-{record['language']}")) if other else ""
    assert title == name + fallback
    assert figure == (
        record.get("figure")
        or record.get("date_text")
        or words("card.section-number", number=record["number"])
    )
    expected = expected_rows(record, dossier, words)
    earlier = iter(record.get("observations", ()))
    for label, text, refs in rows:
        key = keys[label]
        if refs:
            assert {address(*ref) for ref in refs} <= set(LINKED[key](record)), key
        if key == "earlier":
            one = next(earlier)
            parts = [one["figure"], *filter(None, [one["period_text"], one["url"]])]
            assert all(part in text for part in parts)
        elif key == "edtf":
            assert text.startswith(record["date"])
            kind = words(f"kind.{record['kind']}")
            assert text.removeprefix(record["date"]).removeprefix(words("card.separator")) in {"", kind}
        elif key in {"between", "not-before", "not-after"}:
            assert bounds_text(parse(record["date"]), words) == (key, text)
        elif key not in {"part-of", "parts", "overlaps", "links", "mentions"}:
            language = record.get(f"{key}_language") or words.language
            aside = words("card.fallback", language=words(f"app.language-{language}"))
            assert text == expected[key] + (aside if language != words.language else ""), key
    assert next(earlier, None) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_card_shows_stands_in_the_record(shipped, minimal, nasty, records_of, language):
    words = load(language)
    for dossier in (shipped, minimal, nasty):
        records = records_of(dossier, language)
        for section in dossier.sections:
            hold_card(section, records.section(section), dossier, words)
        for event in dossier.events:
            hold_card(event, records.event(event), dossier, words)
        for metric in dossier.metrics:
            hold_card(metric, records.metric(metric), dossier, words)


@given(st.lists(QUANTITIES, min_size=1, max_size=3), st.sampled_from(LANGUAGES))
def test_all_that_a_card_shows_of_any_figure_stands_in_the_record(minimal, records_of, quantities, language):
    metric = observed(minimal.metrics[0], *quantities)
    dossier = with_metrics(minimal, metric, *minimal.metrics[1:])
    hold_card(metric, records_of(dossier, language).metric(metric), dossier, load(language))


def test_the_address_of_the_source_stands_in_every_record(shipped, records_of):
    records = records_of(shipped)
    for record in (
        *map(records.metric, shipped.metrics),
        *map(records.event, shipped.events),
        *map(records.section, shipped.sections),
    ):
        assert record["url"] == shipped.source(record["source"].partition("#")[0]).url
