"""One search over everything, and where in the text it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.query.search_index import SearchIndex
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

FOLDER = TextFolder()


@pytest.fixture(scope="module")
def index(tiny):
    return SearchIndex(tiny)


# Not a fixture: Hypothesis writes out what a test is given, and a dossier is long.
SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None
INDEX = SearchIndex(SHIPPED)


def found(index, query, language="zh-Hant"):
    return [(str(hit.ref), hit.paragraph) for hit in index.search(query, language)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("伍子胥", [("section:roots", 0), ("event:city-built", None), ("entity:wu-zixu", None)]),
        ("WU zixu", [("section:roots", 0), ("event:city-built", None), ("entity:wu-zixu", None)]),
        ("後續", [("section:harvest", 1), ("event:plan-issued", None)]),
        ("后续", [("section:harvest", 1), ("event:plan-issued", None)]),
        ("台湾", [("section:harvest", 1)]),
        ("臺灣 了解", [("section:harvest", 1)]),
        ("gdp", [("section:harvest", 1)]),
        ("ＧＤＰ", [("section:harvest", 1)]),
        ("Harvest", [("section:harvest", None)]),
        ("[more]", [("section:harvest", None)]),
        ("=互訪", [("metric:visits", None)]),
        ("*投資* | [額]_", [("metric:invested", None)]),
        ("超過74億元", [("metric:farm-sales", None)]),
        ("7400000000", []),
        ("-0513", [("event:city-built", None)]),
        ("2021-12-08", [("event:partnership", None), ("event:plan-issued", None)]),
        ("去年年底", [("event:delegation", None)]),
        ("builder", [("entity:wu-zixu", None)]),
        ("建城 builder", [("entity:wu-zixu", None)]),  # a term in each language
        ("sales-per-delegation", [("metric:sales-per-delegation", None)]),  # its id
        ("印發 nothing", []),
        ("\\", []),
    ],
)
def test_found(index, query, expected):
    assert found(index, query) == expected


@pytest.mark.parametrize("query", ["", " ", "\t\n\u3000", "\u2003"])
def test_nothing_asked_finds_nothing(index, query):
    assert not index.search(query, "en")


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "蘇" * 10_000, "[" * 10_000, "a " * 5_000, "\\", "\x00", "\ud800"]
)
def test_odd_queries(index, query):
    assert all(hit.text for hit in index.search(query, "en"))


def marked(hit):
    return [hit.text[start:end] for start, end in hit.marks]


def test_marks_stand_on_the_text_as_written(index):
    (hit,) = index.search("gdp 了解", "zh-Hant")
    assert hit.text == "後續 · 臺灣的讀者也想瞭解ＧＤＰ；互訪１次。農產品再度暢銷。"
    assert marked(hit) == ["瞭解ＧＤＰ"]  # side by side, so one mark
    (hit,) = index.search("1次 台湾", "zh-Hans")
    assert marked(hit) == ["臺灣", "１次"]


def test_every_place_is_marked(index):
    (hit,) = index.search("o", "en")[:1]
    assert "".join(marked(hit)).casefold() == "o" * hit.text.casefold().count("o") != ""


def test_the_reader_s_language_is_shown_if_it_has_the_terms(index):
    assert index.search("wu", "zh-Hant")[0].text.startswith("Wu Zixu built")
    assert index.search("伍子胥", "en")[0].text.startswith("伍子胥建城")
    assert index.search("建城者", "en")[0].text == "伍子胥 · 建城者 · 伍子胥"
    shown = {language: index.search("-0513", language)[0].text for language in ("zh-Hant", "en")}
    assert shown["zh-Hant"].startswith("-伍子胥建城")
    assert shown["en"].startswith("-Wu Zixu")


def test_the_id_of_a_section_leads_to_its_heading_alone(index):
    assert found(index, "harvest", "en") == [("section:harvest", None)]
    assert found(index, "roots", "en") == [("section:roots", None)]


def test_earlier_figures_are_found(minimal):
    assert found(SearchIndex(minimal), "66.4億元") == [("metric:farm-sales", None)]


def test_a_hit_by_its_id_alone_has_no_marks(index):
    (hit,) = index.search("wu-zixu", "en")
    assert (str(hit.ref), hit.marks) == ("entity:wu-zixu", ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("蘇州", "苏州"),
        ("後續", "后续"),
        ("瞭解", "了解"),
        ("臺灣", "台灣"),
        ("ＧＤＰ", "gdp"),
        ("１２８", "128"),
        ("產業園區", "产业园区"),
        ("Suzhou", "SUZHOU"),
        ("蘇州 阜陽", "阜阳　苏州"),
    ],
)
def test_scripts_and_widths_are_one(one, other):
    assert found(INDEX, one) == found(INDEX, other)


@pytest.mark.parametrize("query", ["蘇州", "阜陽", "Suzhou", "20", "產業"])
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_hits_come_in_the_dossier_s_order(query, language):
    hits = INDEX.search(query, language)
    order = {item.ref: number for number, item in enumerate(SHIPPED.items())}
    places = [(order[hit.ref], -1 if hit.paragraph is None else hit.paragraph) for hit in hits]
    assert places
    assert places == sorted(set(places))


PIECES = st.text(st.sampled_from("蘇苏州阜陽阳產业後臺ＡaZ1２8億年月 -·。，"), min_size=1, max_size=4)


@given(st.lists(PIECES, min_size=1, max_size=3).map(" ".join), st.sampled_from(["zh-Hant", "zh-Hans", "en"]))
def test_every_mark_folds_to_terms(query, language):
    terms = [FOLDER.folded(term) for term in query.split()]
    for hit in INDEX.search(query, language):
        ends = 0
        for start, end in hit.marks:
            assert ends <= start < end <= len(hit.text)
            ends = end
            assert any(term in FOLDER.folded(hit.text[start:end]) for term in terms)
        text = FOLDER.folded(hit.text)
        assert all(any(term in FOLDER.folded(mark) for mark in marked(hit)) for term in terms if term in text)


@given(st.data())
def test_what_one_reads_one_finds(data):
    """Any stretch of a paragraph, copied into the search, leads back to it."""
    section = data.draw(st.sampled_from(SHIPPED.sections))
    number = data.draw(st.integers(0, len(section.paragraphs) - 1))
    versions = section.paragraphs[number].text.versions
    language = data.draw(st.sampled_from(sorted(versions)))
    text = "".join(span.text for span in versions[language])
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : start + data.draw(st.integers(1, 40))]
    if piece.strip():
        hits = [
            hit for hit in INDEX.search(piece, language) if (hit.ref, hit.paragraph) == (section.ref, number)
        ]
        assert len(hits) == 1
        assert hits[0].marks
