"""`show`: every view in four formats.

The golden files in tests/data/golden hold what is printed of tests/data/tiny. `SUFU_UPDATE=1 pytest
tests/cli/test_show.py` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from decimal import Decimal
from pathlib import Path

import pytest

from sufu_tui.cli.arguments import FORMATS, VIEWS
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.entity_kinds import ENTITY_KINDS
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import parse_ref
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.typesetting.cells import width
from sufu_tui.writing import formats
from sufu_tui.writing.records import (
    ENTITY_FIELDS,
    EVENT_FIELDS,
    METRIC_FIELDS,
    OBSERVATION_FIELDS,
    SECTION_FIELDS,
)

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
SUFFIXES = {"text": "txt", "markdown": "md", "csv": "csv", "json": "json", "ics": "ics"}


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_golden(run, tiny_folder, view, form, language):
    outcome = run("show", view, "--format", form, "--data", tiny_folder, "--lang", language)
    assert (outcome.status, outcome.err) == (0, "")
    hold(outcome, view, form, language)


def hold(outcome, view, form, language):
    golden = GOLDEN / f"{view}-{language}.{SUFFIXES[form]}"
    if os.environ.get("SUFU_UPDATE"):
        golden.write_text(outcome.out, encoding="utf-8", newline="")
    assert outcome.out == golden.read_bytes().decode()


def test_every_golden_file_is_used():
    names = {f"{v}-{lang}.{SUFFIXES[f]}" for v in VIEWS for f in FORMATS for lang in ("en", "zh-Hant")}
    names |= {f"timeline-{lang}.ics" for lang in ("en", "zh-Hant")}
    assert {path.name for path in GOLDEN.iterdir()} == names


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_a_calendar_says_what_it_leaves_out(run, tiny_folder, language):
    outcome = run("show", "timeline", "--format", "ics", "--data", tiny_folder, "--lang", language)
    assert outcome.status == 0
    assert "2" in outcome.err
    for event in ("partnership", "city-built"):
        assert event in outcome.err
        assert event not in outcome.out
    hold(outcome, "timeline", "ics", language)


def test_a_calendar_of_what_is_left_says_nothing(run, tiny_folder):
    filtered = ("--filter", "id:plan-issued", "--data", tiny_folder)
    outcome = run("show", "timeline", "--format", "ics", *filtered)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize("view", ["narrative", "metrics"])
def test_only_the_timeline_makes_a_calendar(run, view):
    outcome = run("show", view, "--format", "ics")
    assert outcome.status == 2
    assert "--format" in outcome.err
    assert outcome.out == ""


def shown(run, view, *more):
    outcome = run("show", view, "--format", "json", *more)
    assert (outcome.status, outcome.err) == (0, "")
    return json.loads(outcome.out)


def ids(records):
    return [record["id"] for record in records]


# The contract, on the dossier that comes with the program


@pytest.mark.parametrize("language", LANGUAGES)
def test_metrics_keep_the_contract(run, shipped, language):
    records = shown(run, "metrics", "--lang", language)
    assert ids(records) == ids_of(shipped.metrics)
    numbers = {section.id: section.number for section in shipped.sections}
    for record in records:
        assert set(record) == set(METRIC_FIELDS)
        assert numbers[record["section"]] == record["section_number"] in range(1, 6)
        assert type(record["value"]) in (int, float)
        assert type(record["derived"]) is bool
        assert re.fullmatch(r"CNY|[a-z]+(-[a-z]+)*", record["unit"])
        assert record["qualifier"] in {qualifier.value for qualifier in Qualifier}
        assert record["period"] is None or parse(record["period"])
        assert (record["printed"] is None) == record["derived"] == (record["formula"] is not None)
        assert record["area"] in {area.id for area in shipped.areas}
        assert record["label"] == shipped.metric(record["id"]).label.versions[language]
        assert re.fullmatch(r"[\w-]+#[\w-]+", record["source"])
    (investment,) = [record for record in records if record["printed"] == "66.4億元"]
    assert (investment["value"], investment["unit"]) == (6_640_000_000, "CNY")
    assert {record["section_number"] for record in records} <= set(range(1, 6))


def ids_of(items):
    return [item.id for item in items]


@pytest.mark.parametrize("language", LANGUAGES)
def test_timeline_keeps_the_contract(run, shipped, language):
    records = shown(run, "timeline", "--lang", language)
    assert sorted(ids(records)) == sorted(ids_of(shipped.events))
    for record in records:
        assert set(record) == set(EVENT_FIELDS)
        date = parse(record["date"])
        for name, bound in (("earliest", date.earliest), ("latest", date.latest)):
            assert (record[name] is None) == (bound is None)
            assert bound is None or re.fullmatch(r"-?\d{4}-\d\d-\d\d", record[name])
            assert bound is None or parse(record[name]).earliest == bound
        assert record["section_number"] in range(1, 6)
        assert record["title"]
        assert record["printed"]
        assert re.fullmatch(r"[\w-]+#[\w-]+", record["source"])
    keys = [parse(record["date"]).sort_key for record in records]
    assert keys == sorted(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_keep_the_contract(run, shipped, language):
    records = shown(run, "names", "--lang", language)
    assert ids(records) == ids_of(shipped.entities)
    known = {
        name: set(ids_of(getattr(shipped, name))) for name in ("sections", "metrics", "events", "entities")
    }
    for record, entity in zip(records, shipped.entities, strict=True):
        assert set(record) == set(ENTITY_FIELDS)
        assert record["kind"] in ENTITY_KINDS
        assert record["name"] == entity.name.versions[language]
        assert record["mentions"] == len(record["mentioned_in"])
        for name, every in known.items():
            assert len(set(record[name])) == len(record[name])
            assert set(record[name]) <= every
        assert entity.section in record["sections"]
        assert entity.id not in record["entities"]
        times = [one["times"] for one in record["meetings"]]
        assert times == sorted(times, reverse=True)
        assert [one["id"] for one in record["meetings"]] == record["entities"][: len(times)]
        assert record["gloss"] == (entity.gloss and entity.gloss.versions[language])


def test_names_are_filtered_and_sorted(run):
    people = shown(run, "names", "--filter", "kind:person mentions>4", "--sort", "-mentions,name")
    counts = [record["mentions"] for record in people]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 4
    assert {record["kind"] for record in people} == {"person"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_narrative_keeps_the_contract(run, shipped, language):
    records = shown(run, "narrative", "--lang", language)
    assert [record["number"] for record in records] == [1, 2, 3, 4, 5]
    for record in records:
        assert set(record) == set(SECTION_FIELDS)
        assert record["text"]
        assert record["heading"]
        assert not re.search(r"\]\((section|metric|event|entity):", record["text"])
        for name, kind in (("metrics", "metric"), ("events", "event"), ("entities", "entity")):
            known = {item.id for item in shipped.items() if item.ref.kind == kind}
            assert set(record[name]) <= known
            assert len(set(record[name])) == len(record[name])


def test_links_are_the_same_in_every_language(run):
    records = [shown(run, "narrative", "--lang", language) for language in LANGUAGES]
    links = [[(r["metrics"], r["events"], r["entities"]) for r in one] for one in records]
    assert links[0] == links[1] == links[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_csv_is_json_in_rows(run, view, language):
    records = shown(run, view, "--lang", language)
    out = run("show", view, "--format", "csv", "--lang", language).out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert list(rows[0]) == list(records[0])
    assert [row["id"] for row in rows] == ids(records)
    for row, record in zip(rows, records, strict=True):
        for name, value in record.items():
            cell = row[name].removeprefix("'")
            match value:
                case None:
                    assert cell == ""
                case bool():
                    assert cell == str(value).lower()
                case list() if name in {"observations", "meetings", "quotes", "aliases"}:
                    assert (json.loads(cell) if cell else []) == value
                case list():
                    assert cell.split() == value
                case str():
                    assert cell == value
                case _:
                    assert float(cell) == value


# The formats


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_csv_cell_begins_a_formula(run, view, language, tiny_folder):
    for data in ([], ["--data", tiny_folder]):
        out = run("show", view, "--format", "csv", "--lang", language, *data).out
        for row in csv.reader(io.StringIO(out, newline="")):
            for cell in row:
                assert not cell.startswith(
                    ("=", "+", "@", "-", "\t", "\r", "＝", "＋", "＠", "－")
                ) or is_number(cell)


def is_number(cell):
    return re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell) is not None


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" \n =1", "' \n =1"),
        (" a=1", " a=1"),
        ("＝1+1", "'＝1+1"),
        ("a=1", "a=1"),
        ("", ""),
        (None, ""),
        (-5, "-5"),
        (Decimal("-0.50"), "-0.50"),
        (Decimal("-0.0"), "0.0"),
        (Decimal("9007199254740993.5"), "9007199254740993.5"),
        (Decimal("1E-30"), "0.000000000000000000000000000001"),
        (True, "true"),
        (False, "false"),
        (["a", "b"], "a b"),
        ([], ""),
        (["-a", "b"], "'-a b"),
        ([{"value": Decimal("7.4"), "printed": "7.4億"}], '[{"value": 7.4, "printed": "7.4億"}]'),
    ],
)
def test_csv_cells(value, cell):
    assert formats.csv_cell(value) == cell


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_request_every_observation_has_a_row(run, minimal, minimal_folder, language):
    asked = ("show", "metrics", minimal_folder, "--observations", "--lang", language, "--format")
    rows = list(csv.DictReader(io.StringIO(run(*asked, "csv").out, newline="")))
    observations = [(metric, one) for metric in minimal.metrics for one in (metric.latest, *metric.earlier)]
    assert len(observations) > len(minimal.metrics)
    assert list(rows[0]) == list(OBSERVATION_FIELDS)
    assert [row["id"] for row in rows] == [metric.id for metric, _ in observations]
    assert [row["printed"] or None for row in rows] == [one.printed for _, one in observations]
    assert [row["url"] for row in rows] == [
        minimal.source(one.source.source).url or "" for _, one in observations
    ]
    objects = json.loads(run(*asked, "json").out)
    assert [(one["id"], one["printed"]) for one in objects] == [
        (metric.id, one.printed) for metric, one in observations
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "json"])
@pytest.mark.parametrize("view", VIEWS)
def test_the_address_of_the_source_is_in_every_format(run, shipped, view, form):
    out = run("show", view, "--format", form).out
    for source in shipped.sources:
        assert source.url in out


def test_the_address_of_the_source_stands_on_one_line_of_a_terminal(run, shipped, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    assert shipped.sources[0].url in run("show", "metrics").out.splitlines()


def test_csv_quotes_and_ends_lines_as_the_standard_has_it():
    out = io.StringIO()
    formats.write_csv([{"a": 'x,"y"\nz', "b": 1}], ["a", "b"], out)
    assert out.getvalue() == 'a,b\r\n"x,""y""\nz",1\r\n'


def test_a_table_is_aligned_by_cells():
    out = io.StringIO()
    formats.write_table(["名", "n"], [["蘇州", "1"], ["a", "10"]], ["left", "right"], out)
    assert out.getvalue() == "名     n\n----  --\n蘇州   1\na     10\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_metrics_is_aligned(run, language):
    table, _ = run("show", "metrics", "--lang", language).out.split("\n\n")
    header, rule, *rows = table.splitlines()
    last = len(rule)
    assert {width(row) for row in (header, *rows)} == {last}  # its last column is aligned to the right


@pytest.mark.parametrize(
    "text", ["*a*", "[a](b)", "a|b", "`a`", "<b>", "# a", "1. a", "- a", "\\", "_a_", "~~a~~"]
)
def test_markdown_shows_signs_as_they_are(text):
    written = formats.markdown(text)
    assert re.sub(r"\\(.)", r"\1", written) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[*|<\[`_#~]", written)


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("view", ["metrics", "timeline"])
def test_markdown_rows_have_as_many_cells_as_the_header(run, tiny_folder, view, language):
    out = run("show", view, "--format", "markdown", "--data", tiny_folder, "--lang", language).out
    table, _ = out.split("\n\n")
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


# Filter and order


@pytest.mark.parametrize(
    ("view", "more", "expected"),
    [
        ("metrics", ["--filter", "area:industry value>=10億"], ["farm-sales", "invested"]),
        ("metrics", ["--filter", "後續"], []),
        (
            "metrics",
            ["--sort", "-value"],
            ["farm-sales", "invested", "sales-per-delegation", "delegations", "visits"],
        ),
        ("metrics", ["--sort=-value", "--filter", "unit:visit"], ["delegations", "visits"]),
        (
            "metrics",
            ["--sort", "period,-id"],
            ["sales-per-delegation", "farm-sales", "delegations", "invested", "visits"],
        ),
        (
            "metrics",
            ["--sort", ""],
            ["farm-sales", "visits", "invested", "delegations", "sales-per-delegation"],
        ),
        ("timeline", [], ["city-built", "plan-issued", "partnership", "delegation"]),
        ("timeline", ["--sort", "-date"], ["delegation", "partnership", "plan-issued", "city-built"]),
        ("timeline", ["--filter", "date:2021"], ["plan-issued", "partnership"]),
        ("narrative", ["--filter", "gdp"], ["harvest"]),
        ("narrative", ["--filter", "-gdp"], ["harvest", "roots"]),  # either has a paragraph without it
        ("metrics", ["--filter", "-derived:no"], ["sales-per-delegation"]),
        ("narrative", ["--sort", "-number"], ["roots", "harvest"]),
    ],
)
def test_filter_and_sort(run, tiny_folder, view, more, expected):
    assert ids(shown(run, view, "--data", tiny_folder, "--lang", "en", *more)) == expected


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("view", [view for view in VIEWS if view != "cover"])
def test_nothing_left_is_no_error(run, tiny_folder, view, form):
    outcome = run("show", view, "--format", form, "--filter", "nothing-like-it", "--data", tiny_folder)
    assert (outcome.status, outcome.err) == (0, "")
    if form == "json":
        assert json.loads(outcome.out) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "There is no field “aera”. Did you mean “area”?"),
        ("zh-Hant", "沒有「aera」這個欄位。是不是「area」？"),
        ("zh-Hans", "没有“aera”这个字段。是不是“area”？"),
    ],
)
def test_a_wrong_filter_is_shown_where_it_is_wrong(run, language, sentence):
    outcome = run("show", "metrics", "--filter", "x aera:y", "--lang", language)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"{sentence}\n  x aera:y\n    ^^^^\n"


def test_the_mark_stands_below_the_fault_by_cells(run):
    outcome = run("show", "metrics", "--filter", "蘇州 aera:阜陽", "--lang", "en")
    line, marks = outcome.err.splitlines()[1:]
    assert width(line[: line.index("aera")]) == marks.index("^")


@pytest.mark.parametrize("expression", ["value>", 'a "b', "|", "date:x\x1b[2Jy", "area:", "a\n|"])
def test_every_wrong_filter_has_a_mark_and_no_control_character(run, expression):
    outcome = run("show", "metrics", "--filter", expression)
    assert outcome.status == 2
    assert "^" in outcome.err
    assert all(line.isprintable() for line in outcome.err.splitlines())


def test_an_unknown_column_is_told_with_those_there_are(run):
    outcome = run("show", "timeline", "--sort", "value")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("There is no column “value” to sort by, only these: date, title, kind,")


def test_on_a_terminal_prose_is_broken_into_lines(run, tiny_folder, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = run("show", "narrative", "--lang", "zh-Hant").out
    assert max(map(width, out.splitlines())) <= 80


@pytest.mark.parametrize(("option", "value"), [("--filter", "area:industry"), ("--sort", "date")])
def test_the_cover_takes_no_filter_and_no_order(run, option, value):
    outcome = run("show", "cover", option, value, "--lang", "en")
    assert outcome.status == 2
    assert f"{option} does not go with the cover" in outcome.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_says_the_same_in_every_format(run, shipped, language):
    texts = [run("show", "cover", "--format", form, "--lang", language).out for form in FORMATS]
    told = [shipped.title, *(shipped.metric(one).label for one in shipped.cover.figures)]
    told += [event.title for event in shipped.events if event.id in shipped.cover.events]
    for text in texts:
        assert all(one.in_language(language) in text for one in told)


def test_the_records_of_the_cover_lead_to_their_items(run, shipped):
    records = shown(run, "cover", "--lang", "en")
    assert records[0]["part"] == "cover"
    assert records[0]["text"] == shipped.cover.lead.in_language("en")
    for record in records[1:]:
        item = shipped.item(parse_ref(record["ref"]))
        assert record["id"] == item.id
        assert record["source"] == str(item.source)
        assert record["url"].startswith("https://")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_quotation_stands_after_its_paragraph(run, form):
    out = run("show", "narrative", "--format", form, "--lang", "zh-Hant").out
    line = next(line for line in out.splitlines() if "既安心又放心" in line)
    assert line.startswith("> " if form == "markdown" else "  | ")
    assert "王軍奕，談投資阜陽" in line
