"""The catalogues: complete, alike, in their own script, and used to the last word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Set
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import sufu_tui
from sufu_tui.cli import arguments
from sufu_tui.dossier.calculation import Agreement, CalculationKind, Likeness
from sufu_tui.dossier.edtf import Precision, parse
from sufu_tui.dossier.entity_kinds import ENTITY_KINDS
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import KINDS, EventKind
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.explorer.chrome.help_screen import help_parts
from sufu_tui.explorer.commands import COMMANDS, LineId, commands_while_typing
from sufu_tui.explorer.listing import clipboard
from sufu_tui.explorer.listing.table.sheet import SECOND
from sufu_tui.explorer.metrics.groups.figure_groups import GROUPINGS
from sufu_tui.explorer.metrics.table import columns
from sufu_tui.explorer.names.name_columns import NAME_COLUMNS
from sufu_tui.explorer.narrative.text import LinkLook
from sufu_tui.explorer.navigation import EVERY_PANE
from sufu_tui.explorer.palette.orders import Way
from sufu_tui.explorer.state import Extent
from sufu_tui.explorer.timeline.lanes import lane_groups
from sufu_tui.explorer.timeline.legend import MARK_KINDS
from sufu_tui.languages.catalogue import Catalogue, load
from sufu_tui.languages.dates import BoundsKind
from sufu_tui.proof.claims import HintCode, Verdict
from sufu_tui.query.filter_examples import TERM_EXAMPLES
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.search.hits import Tier
from sufu_tui.search.places import PlaceKind
from sufu_tui.typesetting.glyphs import GLYPH_SETS

PACKAGE = Path(sufu_tui.__file__).parent
CATALOGUES = {language: load(language) for language in LANGUAGES}
ENGLISH = CATALOGUES["en"]
CHINESE = ("zh-Hant", "zh-Hans")
PLURAL = re.compile(r"\.(one|other)$")

TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def text(words: Catalogue, key: str) -> str:
    """The words as they stand in the file, placeholders and all."""
    return words(key)


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def calls(name: str, under: str = "") -> Iterator[ast.Call]:
    """Every call of a function or method `name` in the package, or in one part of it."""
    for path, tree in TREES.items():
        if not path.relative_to(PACKAGE).as_posix().startswith(under):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if called == name:
                    yield node


def first_string(call: ast.Call) -> str | None:
    """The first argument that is a literal string."""
    strings = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return strings[0] if strings else None


def string_constants(under: str = "") -> set[str]:
    """Every literal string of the package that is a whole, not a part of an f-string."""
    found: set[str] = set()
    for path, tree in TREES.items():
        if not path.relative_to(PACKAGE).as_posix().startswith(under):
            continue
        parts = {id(v) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for v in node.values}
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts
        }
    return found


SECTIONS = {key.partition(".")[0] for key in ENGLISH}
LITERAL_KEYS = {
    constant
    for constant in string_constants()
    if re.fullmatch(r"[a-z]+(\.[A-Za-z0-9-]+)+", constant) and constant.partition(".")[0] in SECTIONS
}


def templates() -> set[str]:
    """Every f-string that begins like a key, with `*` for what is filled in: `card.qualifier-*`."""
    found = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [str(v.value) if isinstance(v, ast.Constant) else "*" for v in node.values]
                template = "".join(parts)
                if re.match(r"[a-z]+\.[a-z*-]", template) and template.partition(".")[0] in SECTIONS:
                    found.add(template)
    return found


def of_calls(name: str, under: str = "") -> set[str]:
    return {string for call in calls(name, under) if (string := first_string(call)) is not None}


# The sentences of `check` are found by codes that travel in variables, too: see the tests of its keys.
CHECK_CODES = {key.removeprefix("check.") for key in ENGLISH if key.startswith("check.")} - {
    key.removeprefix("check.") for key in ENGLISH if key.startswith("check.type.")
}

DYNAMIC: dict[str, Set[str] | Set[tuple[str, ...]]] = {
    "app.*": {spec.id for spec in EVERY_PANE},
    "app.language-*": set(LANGUAGES),
    "narrative.links-**": {(look, "") for look in get_args(LinkLook)} | {("noted", "-from")},
    "card.*": of_calls("_row", "explorer/cards")
    | of_calls("_prose", "explorer/cards")
    | set(get_args(BoundsKind)),
    "card.qualifier-*": {qualifier.value for qualifier in Qualifier},
    "reckoning.*": of_calls("_fact", "explorer/cards") | set(get_args(CalculationKind)),
    "reckoning.result-*": {"parts", "largest-part"},
    "reckoning.verdict-*": {agreement.value for agreement in Agreement},
    "reckoning.likeness-*": {likeness.value for likeness in Likeness},
    "check.*": of_calls("error", "reading") | of_calls("warning", "reading") | of_calls("syntax", "reading"),
    "check.type.*": {"string", "boolean", "integer", "float", "number", "table", "array", "date-time"},
    "command.*": {command.id for command in COMMANDS if command.scope not in {"typing", "choosing"}},
    "command.*-help": {command.id for command in COMMANDS},
    "command.*-brief": {"next-language", "next-section", "begin-reading"},
    "glyphs.*": set(GLYPH_SETS),
    "date.month-*": {str(month) for month in range(1, 13)},
    "date.month-short-*": {str(month) for month in range(1, 13)},
    "date.season-*": {str(code) for code in range(21, 42)},
    "error.*": of_calls("UnreadableDossier", "reading"),
    "filter.*": of_calls("FilterError", "query"),
    "help.colour-*": {*KINDS, "address"},
    "help.finds-*": {
        "name",
        "pinyin",
        "figure",
        "date",
        "words",
        "phrase",
        "kind",
        "term",
        "slip",
        "superlative",
    },
    "help.part-*": set(help_parts(load("en"), "metrics")),
    "help.term-*": {example.id for example in TERM_EXAMPLES},
    "kind.*": {*get_args(EventKind), *ENTITY_KINDS},
    "metrics.column-*": {
        *(set(columns.COLUMNS) - {SECOND}),
        *(columns.POWERS.title, columns.PRINTED_VALUE.title, *GROUPINGS),
    },
    "names.column-*": set(NAME_COLUMNS) - {SECOND},  # its name is that of a language
    "listing.copy-*": {"row", "marked", "listed"},
    "listing.form-*": set(clipboard.COPY_FORMATS),
    "metrics.difference-*": {"more", "less", "about"},
    "listing.fallback-*": set(LANGUAGES),
    "qualifier.*": {qualifier.value for qualifier in Qualifier} - {"exact"},
    "screenshot.*": of_calls("ManifestError", "screenshots"),
    "screenshot.changed-*": of_calls("Difference", "screenshots"),
    "palette.way-*": set(get_args(Way)),
    "search.*": {*get_args(PlaceKind), *(tier.key for tier in Tier)},
    "search.count-*": set(get_args(Extent)) - {"whole"},
    "search.none-*": set(get_args(Extent)) - {"whole"},
    "show.column-*": {
        *("label", "value", "period", "area", "printed", "section", "date", "event"),
        *("name", "kind", "role", "mentions"),
    },
    "verify.*": of_calls("SourceTextError", "reading"),
    "verify.column-*": {
        *("place", "verdict", "item", "printed", "part", "hint", "figure", "around", "claims"),
    },
    "verify.hint-*": set(get_args(HintCode)) - {"reason"},
    "verify.part-*": {"missing", "out-of-order", "ambiguous"},
    "verify.verdict-*": {verdict.value for verdict in Verdict},
    "writing.*": of_calls("CannotWriteError", "writing"),
    "timeline.lane-*": {*get_args(EventKind), "gathered"},
    "timeline.lanes-*": set(lane_groups.GROUPINGS) - {"area"},
    "metrics.period-*": {"half-1", "half-2", *(f"quarter-{number}" for number in range(1, 5))},
    "timeline.legend-*": {name for name, _ in MARK_KINDS},
    "typing.*-*": {
        (line, command.id)
        for line in get_args(LineId)
        for command in commands_while_typing(line)
        if command.scope in {"typing", "choosing"}
    },
    "usage.*": of_calls("UsageError", "cli") | {"no-value", "unwanted-value", "no-view"},
}
"""The keys that the program puts together, and every value (or values) that their places may take."""

PUT_TOGETHER_OTHERWISE = {
    *(f"{pane}.filter-placeholder" for pane in ("metrics", "timeline")),  # by the id of the pane
}


def filled(template: str, values: str | tuple[str, ...]) -> str:
    """`template` with a value in each of its places."""
    return template.replace("*", "{}").format(*([values] if isinstance(values, str) else values))


def expected() -> set[str]:
    made = {filled(template, values) for template, every in DYNAMIC.items() for values in every}
    return made | PUT_TOGETHER_OTHERWISE | {key for key in LITERAL_KEYS if key in ENGLISH}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_keys(language):
    def bases(words):
        return {PLURAL.sub("", key) for key in words}

    assert bases(CATALOGUES[language]) == bases(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_form_for_many(language):
    words = CATALOGUES[language]
    singular = {key for key in words if key.endswith(".one")}
    assert all(f"{key.removesuffix('.one')}.other" in words for key in singular)


@pytest.mark.parametrize("language", CHINESE)
def test_the_same_placeholders(language):
    words = CATALOGUES[language]
    differ = {
        key
        for key in words
        if key in ENGLISH and placeholders(text(words, key)) != placeholders(text(ENGLISH, key))
    }
    assert differ == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_or_loose(language):
    words = CATALOGUES[language]
    # Joined to the words beside them:
    joined = {
        "card.aside",
        "card.not-the-reports",
        "card.separator",
        "narrative.further-notes",
        "card.times",
        "check.did-you-mean",
        "filter.did-you-mean",
        "listing.then",
        "metrics.counted-within",
        "metrics.all-within",
        "metrics.may-overlap",
        "narrative.read-on",
        "usage.usage",
    }
    for key in words:
        said = text(words, key)
        assert said.strip(), key
        assert "\n" not in said, key
        assert said.replace("\u3000", " ").isprintable(), key
        if key not in joined and not key.endswith("list-separator"):
            assert said == said.strip(), key


ASCII_WORDS = {
    "Backspace",
    "u",
    "f",
    # the program, its commands and words that one types
    *(
        "sufu-tui",
        "show",
        "find",
        "check",
        "narrative",
        "ID",
        "section",
        "metric",
        "event",
        "entity",
        "id",
        "yes",
        "no",
    ),
    *(
        "during",
        "H",
        "t",
        "kind",
        "name",
        "role",
        "mentions",
        "person",
        "organisation",
        "place",
        "programme",
        "term",
    ),
    *(
        "area:industry",
        "value",
        "derived:yes",
        "date",
        "possibly",
        "TERM",
        "dumb",
        "sufu-dark",
        "sufu-light",
        "help",
    ),
    *(
        "svg",
        "png",
        "SVG",
        "PNG",
        "txt",
        "screenshot",
        "data",
        "metrics",
        "format",
        "down",
        "enter",
        "all",
        "fontTools",
        "resvg",
        "py",
        "FILE",
        "o",
    ),
    *("pictures", "sufu-tui[pictures]", "x"),
    *("k", "million"),
    *("verify", "digest", "HTML", "SHA", "a", "f"),
    *("exact", "over", "at-least", "about", "nearly", "under", "point", "span", "era"),
    *("dossier.toml", "https", "http", "zh-Hant", "zh-Hans", "en"),
    # names and keys
    *(
        "iCalendar",
        "ics",
        "CSV",
        "JSON",
        "TSV",
        "Markdown",
        "Parquet",
        "csv",
        "json",
        "md",
        "parquet",
        "pip",
        "install",
    ),
    *(
        "TOML",
        "UTF",
        "ASCII",
        "auto",
        "fg",
        "LC",
        "SUFU",
        "GLYPHS",
        "ALL",
        "C",
        "EDTF",
        "MB",
        "Esc",
        "Tab",
        "Home",
        "End",
    ),
    *("Delete", "Space", "show", "bookmarks", "Enter", "shift", "q", "F", "P"),
    *("ctrl+l", "alt+n", "ctrl", "alt", "l", "n"),
}


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_says_it_in_chinese(language):
    words = CATALOGUES[language]
    for key in words:
        said = re.sub(r"\{[a-z_]*\}", "", text(words, key))
        found = set(re.findall(r"[A-Za-z][A-Za-z.:-]*[A-Za-z]|[A-Za-z]", said))
        found = {
            part for word in found for part in ([word] if word in ASCII_WORDS else re.split("[.:]", word))
        }
        assert found <= ASCII_WORDS, key


@pytest.mark.parametrize(("language", "charset"), [("zh-Hant", "big5"), ("zh-Hans", "gb2312")])
def test_each_script_keeps_to_itself(language, charset):
    """A simplified character is rarely in Big5, a traditional one never in GB 2312."""
    words = CATALOGUES[language]
    for key in words:
        han = "".join(re.findall(r"[\u3400-\u9fff]", text(words, key)))
        assert han.encode(charset, "replace").decode(charset) == han, key


def test_both_scripts_say_much_the_same():
    """Where the two Chinese catalogues differ, they differ in words, not in what they forget to say."""
    folder = TextFolder()
    for key in CATALOGUES["zh-Hant"]:
        hant, hans = (folder.folded(text(CATALOGUES[language], key)) for language in CHINESE)
        shorter, longer = sorted((len(hant), len(hans)))
        assert longer <= 2 * shorter + 4, key


def test_every_literal_key_exists():
    missing = {key for key in LITERAL_KEYS if key not in ENGLISH and f"{key}.other" not in ENGLISH}
    assert missing == set()


def test_every_key_that_is_put_together_is_known_here():
    assert templates() == set(DYNAMIC)


@pytest.mark.parametrize("template", sorted(DYNAMIC))
def test_every_key_that_is_put_together_exists(template):
    values = DYNAMIC[template]
    assert values
    keys = {filled(template, value) for value in values}
    assert {key for key in keys if key not in ENGLISH} == set()


def test_every_sentence_of_check_has_its_code_in_the_reader():
    kinds = {f"unknown-{kind}" for kind in (*KINDS, "area", "unit", "tally", "kind", "source")}
    literal = string_constants("reading") | string_constants("typesetting") | kinds
    interface = {"did-you-mean", "sound", "errors.one", "errors.other", "warnings.one", "warnings.other"}
    assert CHECK_CODES - literal - interface - {"summary"} == set()


def test_no_key_is_unused():
    plural = {f"{key}.{form}" for key in LITERAL_KEYS for form in ("one", "other")}
    used = expected() | plural | {f"check.{code}" for code in CHECK_CODES}
    assert {key for key in ENGLISH if key not in used} == set()


def test_what_a_key_is_given_fills_its_places():
    for name in ("words", "plural"):
        for call in calls(name):
            key = first_string(call)
            if key is None or any(keyword.arg is None for keyword in call.keywords):
                continue
            given = {str(keyword.arg) for keyword in call.keywords} | (
                {"number"} if name == "plural" else set()
            )
            for words in CATALOGUES.values():
                for one in (key, f"{key}.one", f"{key}.other"):
                    if one in words and not (key.startswith("number.")):
                        assert placeholders(text(words, one)) <= given, (words.language, one)


def test_seasons_are_all_that_there_are():
    sub_years = {Precision.SEASON, Precision.QUARTER, Precision.QUADRIMESTER, Precision.HALF}
    codes = {code for code in range(21, 42) if parse(f"2023-{code}").precision in sub_years}
    assert {str(code) for code in codes} == DYNAMIC["date.season-*"]


def test_commands_of_the_command_line_are_described():
    parser = arguments.make_parser(ENGLISH)
    assert all(action.help for action in parser._actions if action.option_strings)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "key",
    [
        "metrics.count", "metrics.count-of", "listing.marked", "metrics.compared", "listing.copy-marked",
        "listing.copy-listed", "metrics.exported", "names.count", "names.count-of", "names.exported",
        "timeline.count", "timeline.count-of", "timeline.place", "timeline.place-of", "linked.brief",
        "timeline.in-view", "timeline.crowd-title", "search.count", "search.position", "check.errors",
        "date.days", "date.years",
    ],
)  # fmt: skip
def test_a_count_has_its_thousands_apart(key, language):
    words = CATALOGUES[language]
    names = placeholders(text(words, key if key in words else f"{key}.other"))
    given = dict.fromkeys(names - {"number"}, 23456)
    said = words.plural(key, 12345, **given) if key not in words else words(key, number=12345, **given)
    counted = names & {"number", "shown", "of", "place", "total", "count", "named"}
    assert len(re.findall("12,345|23,456", said)) == len(counted) > 0


def test_calling_and_plural():
    words = Catalogue(
        "en", {"a.one": "{number} x", "a.other": "{number} xs", "b.other": "{number}個", "c": "{z}"}
    )
    assert [words.plural("a", number) for number in (0, 1, 2)] == ["0 xs", "1 x", "2 xs"]
    assert words.plural("b", 1) == "1個"
    assert words.plural("a", 1000) == "1,000 xs"
    assert words.plural("a", 1000, number="a thousand") == "a thousand xs"
    assert words("c", z=3000) == "3000"
    assert words("c") == "{z}"
    assert "c" in words
    assert "d" not in words
    with pytest.raises(KeyError):
        words("d")


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_no_blank_parts_chinese_from_digits(language):
    counts = "number|total|shown|place|count|which|columns|rows|line|limit|cells|digits|stale"
    digits = rf"(?:\{{(?:{counts})\}}|(?<![\dx.-])\d+(?![\dx.-]))"
    words = CATALOGUES[language]
    for key in words:
        places = key == "error.broken"  # its place is a file's, in Latin letters
        found = re.search(f"[一-鿿] {digits}|{digits} [一-鿿]", words(key))
        assert places or key.startswith("number.") or not found, key


def test_english_has_typographic_apostrophes():
    assert [key for key in ENGLISH if "'" in ENGLISH(key)] == []


def test_one_word_for_one_thing_in_traditional_chinese():
    words = CATALOGUES["zh-Hant"]
    assert [key for key in words if re.search("時間線|大事年表|撤銷|終端(?!機)", words(key))] == []
