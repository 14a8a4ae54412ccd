"""Filter expressions: what they say, and where one is wrong."""

from __future__ import annotations

import itertools
from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse as date
from sufu_tui.dossier.entity_kinds import ENTITY_KINDS
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_fields import FIELDS
from sufu_tui.query.grammar import FieldTerm, FilterError, NotTerm, ValueTerm, WordTerm, parse, settled


def one(term):
    """The expression that has this term alone."""
    return ((term,),)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("", ()),
        ("   ", ()),
        ("\u3000\t\n", ()),
        ("蘇州", one(WordTerm("蘇州"))),
        ("a b", ((WordTerm("a"), WordTerm("b")),)),
        ("a\u3000b", ((WordTerm("a"), WordTerm("b")),)),
        ('"a b"', one(WordTerm("a b"))),
        ('""', one(WordTerm(""))),
        ('a"b"', ((WordTerm("a"), WordTerm("b")),)),
        ("-a", one(NotTerm(WordTerm("a")))),
        ("－a", one(NotTerm(WordTerm("a")))),
        ("--a", one(WordTerm("a"))),
        ("---a", one(NotTerm(WordTerm("a")))),
        ('-"a b"', one(NotTerm(WordTerm("a b")))),
        ("a-b", one(WordTerm("a-b"))),
        ("-area:x", one(NotTerm(FieldTerm("area", "x")))),
        ("a | b", ((WordTerm("a"),), (WordTerm("b"),))),
        ("a|b c", ((WordTerm("a"),), (WordTerm("b"), WordTerm("c")))),
        ("a｜b", ((WordTerm("a"),), (WordTerm("b"),))),
        ('"a|b"', one(WordTerm("a|b"))),
        ("area:industry", one(FieldTerm("area", "industry"))),
        ("Area：產業", one(FieldTerm("area", "產業"))),
        ("Ａｒｅａ：產業", one(FieldTerm("area", "產業"))),
        ('section:"two hands"', one(FieldTerm("section", "two hands"))),
        ('area:"a:b|c"', one(FieldTerm("area", "a:b|c"))),
        ("id:-x", one(FieldTerm("id", "-x"))),
        ("area:a:b", one(FieldTerm("area", "a:b"))),
        ("derived:yes", one(FieldTerm("derived", True))),
        ("derived:NO", one(FieldTerm("derived", False))),
        ("derived:是", one(FieldTerm("derived", True))),
        ("derived:否", one(FieldTerm("derived", False))),
        ("date:2023", one(FieldTerm("date", date("2023")))),
        ("certainly:2023-12~", one(FieldTerm("certainly", date("2023-12~")))),
        ("possibly:../2021", one(FieldTerm("possibly", date("../2021")))),
        ("possibly:2022-05/2022-07", one(FieldTerm("possibly", date("2022-05/2022-07")))),
        ("date：２０２２－１２～", one(FieldTerm("date", date("2022-12~")))),
        ("period:2021/2023", one(FieldTerm("period", date("2021/2023")))),
        ("value", one(WordTerm("value"))),
        ("values>3", one(WordTerm("values>3"))),
        ("[a]", one(WordTerm("[a]"))),
        ("\\", one(WordTerm("\\"))),
        ("*", one(WordTerm("*"))),
        ("7:30", one(WordTerm("7:30"))),
        ("時間:3", one(WordTerm("時間:3"))),
        ("“a b”", one(WordTerm("a b"))),
        ("＂a b＂", one(WordTerm("a b"))),
        ("「簽 約」", one(WordTerm("簽 約"))),
        ("-「簽約」", one(NotTerm(WordTerm("簽約")))),
        ("蘇阜「結對」", one(WordTerm("蘇阜「結對」"))),
        ("section：「two hands」", one(FieldTerm("section", "two hands"))),
        ("section:“two hands”", one(FieldTerm("section", "two hands"))),
        ("qualifier:at", one(FieldTerm("qualifier", "at"))),
        ("qualifier：ＯＶＥＲ", one(FieldTerm("qualifier", "ＯＶＥＲ"))),
    ],
)
def test_expression(text, expression):
    assert parse(text) == expression


@pytest.mark.parametrize(
    ("text", "sign", "number"),
    [
        ("value>=10億", ">=", "1000000000"),
        ("value>=10亿", ">=", "1000000000"),
        ("value > 1e9", ">", "1000000000"),
        ("value<7,500", "<", "7500"),
        ("value=66.4億", "=", "6640000000"),
        ("value≥20萬", ">=", "200000"),
        ("value≤20万", "<=", "200000"),
        ("value＞3", ">", "3"),
        ("value＜3", "<", "3"),
        ("value＝3", "=", "3"),
        ("value＞＝3", ">=", "3"),
        ("value＜＝3", "<=", "3"),
        ("value>７５００", ">", "7500"),
        ("value>-3.5", ">", "-3.5"),
        ("value>+3", ">", "3"),
        ("value>1.5萬億", ">", "1500000000000"),
        ("value>3million", ">", "3000000"),
        ("value>3K", ">", "3000"),
        ("value>2bn", ">", "2000000000"),
        ("value>5百萬", ">", "5000000"),
        ("value>5千万", ">", "50000000"),
        ("VALUE>3", ">", "3"),
        ("ｖａｌｕｅ＞＝１，０２４．５", ">=", "1024.5"),
        ("value>=10 億", ">=", "1000000000"),
        ("value > 6.64 billion", ">", "6640000000"),
        ("value:24", "=", "24"),
        ("value：>24", ">", "24"),
        ("value!=3", "!=", "3"),
        ("value≠3", "!=", "3"),
        ("value！＝3", "!=", "3"),
    ],
)
def test_value(text, sign, number):
    assert parse(text) == one(ValueTerm(sign, Decimal(number)))


def test_a_word_after_a_number_is_no_scale():
    number = ValueTerm(">", Decimal(3))
    assert parse("value>3 k") == ((number, WordTerm("k")),)
    assert parse("value>3 億達") == ((number, WordTerm("億達")),)
    assert parse('value>3 "億"') == ((number, WordTerm("億")),)


def test_terms_may_stand_on_both_sides_of_alternatives():
    assert parse("value>3 -a|date:2023 derived:no") == (
        (ValueTerm(">", Decimal(3)), NotTerm(WordTerm("a"))),
        (FieldTerm("date", date("2023")), FieldTerm("derived", False)),
    )


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("a b foo:x", "a b"),
        ("a -foo:x", "a"),
        ("a|--foo:x b", "a"),
        ("a ｜ value>", "a"),
        ("a | ", "a"),
        ("a b -", "a b"),
        ('"a |" "b', '"a |"'),
        ("foo:x", ""),
    ],
)
def test_what_stands_before_the_fault_is_an_expression(text, before):
    with pytest.raises(FilterError) as caught:
        parse(text)
    assert settled(text, caught.value) == before
    parse(before)


@pytest.mark.parametrize(
    ("text", "code", "wrong", "hint"),
    [
        ('a "b', "open-quote", '"', ""),
        ('area:"b', "empty-value", "area:", ""),
        ("a -", "nothing-negated", "-", ""),
        ("a - b", "nothing-negated", "-", ""),
        ("-|a", "nothing-negated", "-", ""),
        ("--", "nothing-negated", "-", ""),
        ("| a", "nothing-beside-or", "|", ""),
        ("a |", "nothing-beside-or", "|", ""),
        ("a | ", "nothing-beside-or", "|", ""),
        ("a || b", "nothing-beside-or", "|", ""),
        ("|", "nothing-beside-or", "|", ""),
        ("aera:x", "unknown-field", "aera", "area"),
        ("AERA:x", "unknown-field", "AERA", "area"),
        ("b -sektion:x", "unknown-field", "sektion", "section"),
        ("zzz:x", "unknown-field", "zzz", ""),
        ("https://x", "unknown-field", "https", ""),
        ("area:", "empty-value", "area:", ""),
        ('x area:""', "empty-value", "area:", ""),
        ("area: x", "empty-value", "area:", ""),
        ("value>", "empty-value", "value>", ""),
        ("x value:", "empty-value", "value:", ""),
        ("a “b", "open-quote", "“", ""),
        ("「b", "open-quote", "「", ""),
        ("value>=66.4億元", "number", "66.4億元", "66.4億"),
        ("value>5kg", "number", "5kg", ""),
        ("qualifier:ovre", "choice", "ovre", "over"),
        ("-kind:dot", "choice", "dot", ""),
        ("value>x", "number", "x", ""),
        ("x value>=3頭", "number", "3頭", "3"),
        ("value>1e9999", "number", "1e9999", ""),
        ("value>1.2.3", "number", "1.2.3", ""),
        ("value>=>3", "number", ">3", ""),
        ("date:12月", "date", "12月", ""),
        ("date:2023-H1", "date", "2023-H1", "2023-40"),
        ('date:"2023/12/08"', "date", "2023/12/08", "2023-12-08"),
        ("derived:maybe", "yes-no", "maybe", ""),
    ],
)
def test_what_is_wrong_and_where(text, code, wrong, hint):
    with pytest.raises(FilterError) as caught:
        parse(text)
    error = caught.value
    assert (error.code, error.hint) == (code, hint)
    assert text[error.offset : error.offset + error.length] == wrong


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_can_be_asked_for(field):
    value = {"derived": "yes", "qualifier": "over", "kind": "era", "has": "note"}.get(field, "2023")
    ((term,),) = parse(f"{field}:{value}")
    assert term.name == field


@pytest.mark.parametrize(
    "character", ["a", "[", "\\", "-", "|", '"', ":", "蘇", " ", "value>", "-a ", "a|", '"" ']
)
def test_ten_thousand_characters(character):
    text = (character * 10_000)[:10_000]
    try:
        parse(text)
    except FilterError as error:
        assert 0 <= error.offset <= len(text)


SNIPPETS = st.sampled_from(
    [
        *FIELDS,
        *'：:<＞≤!-－|｜"“」「 \u3000[]\\*(3a²٣K\x00\x1c',
        "value",
        ">=",
        "10億",
        "1e9",
        "yes",
        "否",
        "2023-12~",
        "蘇州",
    ]
)
TEXTS = st.one_of(st.lists(SNIPPETS, max_size=12).map("".join), st.text(max_size=40))


@given(TEXTS)
@example("value>²")
@example("value>٣")
@example("value>NaN")
@example("İ:x")
@example("date:\ud800")
def test_any_text_is_an_expression_or_a_filter_error(text):
    try:
        found = parse(text)
    except FilterError as error:
        assert 0 <= error.offset <= len(text)
        assert 0 <= error.length <= len(text) - error.offset
        assert error.code
        before = parse(settled(text, error))
        assert all(terms for terms in before)
    else:
        assert all(terms for terms in found)
        assert bool(found) == bool(text.strip())


WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters='"＂“”「」|｜:：-－', exclude_categories=["Z", "C"]),
    min_size=1,
)


@settings(max_examples=40)
@given(
    st.lists(
        st.lists(
            WORDS.filter(lambda word: not normalize("NFKC", word).casefold().startswith("value")), min_size=1
        ),
        min_size=1,
    )
)
def test_words_alternatives_and_quotes_come_back(alternatives):
    expected = tuple(tuple(map(WordTerm, words)) for words in alternatives)
    plain = " | ".join(" ".join(words) for words in alternatives)
    quoted = "|".join(" ".join(f'"{word}"' for word in words) for words in alternatives)
    assert parse(plain) == parse(quoted) == expected


@given(WORDS, st.integers(0, 6))
def test_minus_upon_minus(word, minuses):
    ((term,),) = parse("-" * minuses + f'"{word}"')
    assert isinstance(term, NotTerm) == bool(minuses % 2)


def test_blanks_never_matter():
    terms = ["a", "|", "area:b", "|", '-"c d"', "value>3"]
    plain = parse(" ".join(terms))
    for blank, edge in itertools.product((" ", "   ", "\u3000", "\t\n"), ("", "  ")):
        assert parse(edge + blank.join(terms) + edge) == plain


def test_a_filter_is_its_text_and_what_it_says():
    wanted = Filter.parse(" area:x | b ")
    assert (wanted.text, wanted.expression) == (" area:x | b ", parse("area:x | b"))
    assert wanted == Filter.parse(" area:x | b ") != Filter.parse("area:x | b")
    with pytest.raises(FilterError):
        Filter.parse("area:")


def test_a_filter_without_a_term_is_empty():
    assert Filter() == Filter.parse("")
    assert [bool(Filter.parse(text)) for text in ("", " \u3000", '""', "-a")] == [False, False, True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_may_be_called_what_the_screen_calls_it(language):
    words = load(language)
    for kind in ENTITY_KINDS:
        ((term,),) = parse(f"kind:{words(f'kind.{kind}')}")
        assert term.value.casefold() == kind
    for name in ("名稱", "名称", "name"):
        assert parse(f"kind:{name}") == one(FieldTerm("kind", "name"))
