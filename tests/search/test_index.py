"""One search over everything: laws that hold of every query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Metric
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.query.filter import Filter
from sufu_tui.query.filters import Filters
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.search.hits import Tier
from sufu_tui.search.index import SearchIndex
from sufu_tui.search.lines import hit_excerpt, hit_parts
from sufu_tui.search.parsed_query import queries_of
from sufu_tui.search.typing_errors import is_slip

# Not fixtures: Hypothesis writes out what a test is given, and a dossier is long.
SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None
INDEX = SearchIndex(SHIPPED)
FOLD = TextFolder().folded
WORDS = {language: load(language) for language in LANGUAGES}


def refs(query, language="en", index=INDEX):
    return [hit.place.ref for hit in index.search(query, language)]


def places(query, language="en"):
    return [(hit.place.ref, hit.paragraph) for hit in INDEX.search(query, language)]


@pytest.fixture(scope="module")
def tiny_index(tiny):
    return SearchIndex(tiny)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("=互訪", ["metric:visits"]),
        ("[more]", ["section:harvest"]),
        ("超過74億元", ["metric:farm-sales"]),
        ("74億元人民幣", ["metric:farm-sales"]),
        ("74亿元人民币", ["metric:farm-sales"]),
        ("7400000000", ["metric:farm-sales"]),
        ("-0513", ["event:city-built"]),
        ("建城 builder", ["entity:wu-zixu"]),  # a word in each language
        ("sales-per-delegation", ["metric:sales-per-delegation"]),  # its id
        ("印發 nothing", ["section:harvest"]),  # most of the words
        ("\\", []),
    ],
)
def test_odd_words_are_found_as_they_are(tiny_index, query, expected):
    assert refs(query, "zh-Hant", tiny_index)[: len(expected) or None] == expected


def test_earlier_figures_are_found(minimal):
    assert "metric:farm-sales" in refs("66.4億元", index=SearchIndex(minimal))


@pytest.mark.parametrize("query", ["", " ", "\t\n\u3000", "\u2003", '""', "「」"])
def test_nothing_asked_finds_nothing(query):
    assert not INDEX.search(query, "en")


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "蘇" * 10_000,
        "[" * 10_000,
        "a " * 5_000,
        "\\",
        "\x00",
        "\ud800",
        "9" * 200,
        "9" * 199 + "年",
    ],
)
def test_odd_queries(query):
    for hit in INDEX.search(query, "en")[:20]:
        assert hit_parts(hit, SHIPPED, WORDS["en"])


@pytest.mark.parametrize(
    "group",
    [
        ("蘇州", "苏州"),
        ("後續", "后续"),
        ("瞭解", "了解"),
        ("１２８", "128"),
        ("產業園區", "产业园区"),
        ("Suzhou", "SUZHOU", "suzhou", "ｓｕｚｈｏｕ"),
        ("蘇州 阜陽", "阜阳　苏州"),
        ("Helü", "helu", "HELÜ"),
        ("1100", "1,100", "一千一百"),
        ("66.4億", "664000萬", "6,640 million", "6.64 billion", "6640000000", "６６．４億"),
        ("3小時", "3個小時", "三小時", "3 hours"),
        ("百分之二十", "20%", "20 percent"),
        ("2022-06-14", "14 June 2022", "2022年6月14日", "民國111年6月14日"),
        ("chenyuan", "chén yuán".replace(" ", ""), "chen2yuan2"),
    ],
)
def test_writings_of_one_thing_find_the_same_first(group):
    assert len({tuple(refs(one)[:1]) for one in group}) == 1


def test_a_number_stands_by_itself():
    assert "event:chen-arrives" in refs("21年")
    for hit in INDEX.search("21年", "zh-Hant"):
        assert hit.by_number or any(hit.text[first:last] == "21年" for first, last in hit.text_marks)


@given(st.sampled_from(SHIPPED.metrics), st.sampled_from(LANGUAGES))
def test_every_figure_is_found_as_it_is_shown_and_printed_and_in_base_units(metric: Metric, language):
    shown = quantity_text(metric.quantity, SHIPPED.unit(metric.unit), WORDS[language])
    assert str(metric.ref) in refs(shown, language)
    assert metric.printed is None or str(metric.ref) in refs(metric.printed, language)
    if len(f"{metric.value:f}") < 20:
        assert str(metric.ref) in refs(f"{metric.value:f}", language)


@given(st.sampled_from([one for one in SHIPPED.events if one.date.exact]))
def test_every_day_leads_to_its_events_before_all_that_lasted_over_it(event):
    hits = INDEX.search(event.date.text, "en")
    tiers = {hit.place.ref: hit.tier for hit in hits}
    assert tiers[str(event.ref)] <= Tier.VALUES


@given(st.sampled_from(SHIPPED.entities), st.sampled_from(LANGUAGES))
def test_every_name_comes_first(entity, language):
    for name in (entity.name.in_language(language), *entity.aliases):
        named = {hit.place.ref for hit in INDEX.search(name, language) if hit.tier is Tier.SO_CALLED}
        assert str(entity.ref) in named


@given(st.sampled_from([one for one in SHIPPED.entities if one.kind == "person"]), st.data())
def test_a_slip_in_a_name_is_told(person, data):
    name = person.name.in_language("en")
    at = data.draw(st.integers(1, len(name) - 2))
    slip = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if " " in slip[at : at + 2] or slip == name:
        return
    hits = INDEX.search(slip, "en")
    if hits.meant:  # some slips are words of their own
        assert str(person.ref) in [hit.place.ref for hit in hits]
        assert is_slip(FOLD(slip).replace(" ", ""), FOLD(name).replace(" ", ""))


@pytest.mark.parametrize("query", ["chenyaun", "Suzou", "吳慶聞", "wu qinwen"])
def test_what_was_meant_is_said_and_shown(query):
    hits = INDEX.search(query, "en")
    assert hits.meant
    assert hits.meant_as_written
    assert not hits.is_partial


PIECES = st.text(st.sampled_from("蘇苏州阜陽阳產业後臺ＡaZ1２8億年月 -·。，"), min_size=1, max_size=4)
QUERIES = st.lists(PIECES, min_size=1, max_size=3).map(" ".join)


@given(QUERIES, st.sampled_from(LANGUAGES))
def test_every_hit_is_there_once_and_its_tiers_are_in_order(query, language):
    hits = INDEX.search(query, language)
    found = [(hit.place.ref, hit.paragraph) for hit in hits]
    assert len(found) == len(set(found)) == len(hits)
    assert sum(number for _, number in hits.groups) == len(hits)
    if not any(hit.by_number for hit in hits) and "|" not in query:
        assert [hit.tier for hit in hits] == sorted(hit.tier for hit in hits)


@given(QUERIES, st.sampled_from(LANGUAGES))
def test_every_mark_is_in_the_text_and_apart(query, language):
    for hit in INDEX.search(query, language)[:20]:
        for text, marks in ((hit.title, hit.title_marks), (hit.text, hit.text_marks)):
            ends = 0
            for start, end in marks:
                assert ends <= start < end <= len(text)
                ends = end


@given(QUERIES, st.sampled_from(LANGUAGES))
def test_lines_and_excerpts_are_of_what_was_found(query, language):
    for hit in INDEX.search(query, language)[:20]:
        assert hit_parts(hit, SHIPPED, WORDS[language])
        excerpt = hit_excerpt(hit, SHIPPED, WORDS[language]).strip("⋯")
        known = (hit.title, hit.text, *(text for text, _ in hit_parts(hit, SHIPPED, WORDS[language])))
        assert any(excerpt in text for text in known)


@given(st.data())
def test_what_one_reads_one_finds(data):
    """Any stretch of a paragraph that cuts no number, copied into the search, leads back to it."""
    section = data.draw(st.sampled_from(SHIPPED.sections))
    number = data.draw(st.integers(0, len(section.paragraphs) - 1))
    versions = section.paragraphs[number].text.versions
    text = "".join(span.text for span in versions[data.draw(st.sampled_from(sorted(versions)))])
    start = data.draw(st.integers(0, len(text) - 1))
    end = min(len(text), start + data.draw(st.integers(2, 40)))
    cuts_number = any(text[at].isdecimal() or text[at] in ",." for at in (start, end - 1))
    piece = text[start:end]
    odd = any(sign in piece for sign in '"“”「」:：|-–—?？!！。') or not any(map(str.isalnum, piece))
    if not (cuts_number or odd):
        assert (str(section.ref), number) in places(piece)


@given(QUERIES, st.sampled_from(["area:industry", "value>1000", "-蘇州", "date:2023", "qualifier:over"]))
def test_a_filter_s_term_narrows_what_is_found(query, term):
    narrowed, alone = INDEX.search(f"{query} {term}", "en"), INDEX.search(query, "en")
    asks = any(one.words for one in queries_of(query).alternatives)
    if asks and not (narrowed.is_partial or narrowed.meant or alone.is_partial or alone.meant):
        both = {(hit.place.ref, hit.paragraph) for hit in narrowed}
        assert both <= {(hit.place.ref, hit.paragraph) for hit in alone}


@pytest.mark.parametrize(
    "expression", ["area:industry", "value>=1e9", "qualifier:over date:2023", "unit:hour"]
)
def test_terms_alone_find_what_the_filter_does(expression):
    expected = [str(one.ref) for one in Filters(SHIPPED).metrics(Filter.parse(expression))]
    assert refs(f"{expression} kind:metric") == expected


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("kind:name 蘇州", {"entity"}),
        ("kind:figure Suzhou", {"metric"}),
        ("kind:事件 蘇州", {"event"}),
        ("kind:text Suzhou", {"section"}),
        ("kind:name kind:event Suzhou", {"entity", "event"}),
    ],
)
def test_a_kind_narrows_what_is_found(query, kinds):
    assert {hit.kind for hit in INDEX.search(query, "en")} == kinds


def test_a_fault_in_a_filter_s_term_is_handed_over():
    hits = INDEX.search("Suzhou date:yesterday", "en")
    assert hits.fault is not None
    assert hits


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotation_is_found_at_the_paragraph_that_it_stands_after(language):
    quotes = [(section, quote) for section in SHIPPED.sections for quote in section.quotes]
    assert quotes
    for section, quote in quotes:
        for asked in (quote.text.in_language(language), quote.printed):
            assert (f"section:{section.id}", quote.after) in places(f'"{asked}"', language)


def test_quoted_words_stand_side_by_side():
    quoted = set(places('"in Suzhou"'))
    assert quoted < set(places("in Suzhou"))
    assert set(places("「in Suzhou」")) == quoted


def test_alternatives_are_found_together():
    both = set(places("李虎 | 陳元"))
    assert both == set(places("李虎")) | set(places("陳元"))


def test_a_language_changes_what_is_shown_and_not_what_is_found():
    for query in ("蘇州", "Chen Yuan", "1100", "14 June 2022"):
        assert len({tuple(places(query, language)) for language in LANGUAGES}) == 1
        titles = {language: INDEX.search(query, language)[0].title for language in LANGUAGES}
        assert titles["zh-Hant"] != titles["en"]


@given(st.lists(st.sampled_from("蘇州阜陽產業園區chenyuanpark 2023"), min_size=1, max_size=12).map("".join))
def test_what_is_typed_on_finds_what_it_finds_at_once(query):
    fresh = SearchIndex(SHIPPED)
    for end in range(1, len(query) + 1):
        typed = fresh.search(query[:end], "en")
    assert [hit[:2] for hit in typed] == [hit[:2] for hit in INDEX.search(query, "en")]


@given(st.text("abcd", min_size=4, max_size=8), st.data())
def test_slips(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdx"))
    slips = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
    slips.append(word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
    for slip in slips:
        assert is_slip(word, slip) == (word != slip)
        assert is_slip(slip, word) == (word != slip)
    assert not is_slip(word, f"{word}xx")
