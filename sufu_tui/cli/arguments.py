"""Argument parser of the command line, with help and faults in the reader's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NoReturn

from sufu_tui import __version__
from sufu_tui.cli.dossier_folder import is_folder
from sufu_tui.cli.help_formatter import HelpFormatter
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.navigation import EVERY_PANE
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.glyphs import GLYPH_CHOICES, GLYPH_SETS

VIEWS = ("narrative", "metrics", "timeline", "names", "cover")
SHOWN_VIEWS = (*VIEWS, "bookmarks")
"""Views of `show`."""
FORMATS = ("text", "markdown", "csv", "json")
BOOKMARK_FORMATS = ("text", "markdown", "json")
TIMELINE_FORMATS = (*FORMATS, "ics")
"""Formats of the timeline: only dates go into a calendar."""
_OBSERVED = {("metrics", "csv"), ("metrics", "json")}
"""Views and formats in which a record may be that of an observation."""
_COMMANDS = ("show", "find", "check", "verify", "screenshot")
_PLAIN_FORMATS = ("text", "json")
"""Formats of the commands that answer with a list."""
_FLAGS = ("-h", "--help", "--version", "--fresh")
_START_OPTIONS = {"--pane": "first_pane", "--fresh": "fresh"}
_LOOK_OPTIONS = {"--goto": "goto", "--theme": "theme", "--glyphs": "glyphs"}
_SOURCE_OPTION = {"--source": "source"}
_LIST_OPTIONS = {"--filter": "filter", "--sort": "sort"}
_EXPLORER_ONLY = {
    "show": _START_OPTIONS | _LOOK_OPTIONS | _SOURCE_OPTION,
    "find": _START_OPTIONS | _LOOK_OPTIONS | _LIST_OPTIONS | _SOURCE_OPTION,
    "check": _START_OPTIONS | _LOOK_OPTIONS | _LIST_OPTIONS | _SOURCE_OPTION,
    "verify": _START_OPTIONS | _LOOK_OPTIONS | _LIST_OPTIONS,
    "screenshot": _START_OPTIONS,
}
"""Options that do not go with a command, though they may stand before one, and where their values are."""
_OPTIONS_BEFORE = (*_EXPLORER_ONLY["check"], "--data", "--lang", "--ui-lang")
"""Options that may stand before a command."""


class UsageError(Exception):
    """Error in the command line.

    `code` is `no-command`, `no-view`, `not-offered`, `no-value`, `unwanted-value`, `not-understood` or
    `explorer-only` and the like; `text` is the wrong word, `option` the option it belongs to and `known` the
    possible words.
    """

    def __init__(self, code: str, *, text: str = "", option: str = "", known: Sequence[str] = ()) -> None:
        super().__init__(code, text, option)
        self.code = code
        self.text = text
        self.option = option
        self.known = known

    def sentence(self, words: Catalogue) -> str:
        """Return the fault as a sentence, with the possible words."""
        known = words("show.list-separator").join(self.known)
        return words(f"usage.{self.code}", text=self.text, option=self.option, known=known)


class _Parser(argparse.ArgumentParser):
    """Argument parser that raises UsageError instead of printing a fault."""

    def __init__(self, words: Catalogue, **more: Any) -> None:  # noqa: ANN401  arguments of argparse
        super().__init__(
            formatter_class=partial(HelpFormatter, heading=words("usage.usage")),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            **more,
        )

    def error(self, message: str) -> NoReturn:  # noqa: ARG002  always English
        raise UsageError("no-view", known=SHOWN_VIEWS)  # all else is checked in other ways


def parse(arguments: Sequence[str], words: Catalogue) -> argparse.Namespace:
    """Parse the command line; raise UsageError where it is wrong. Help and version leave by SystemExit."""
    arguments, folders = _without_first_folder(with_values(arguments))
    try:
        options, unknown = make_parser(words, _theme_names(arguments)).parse_known_args(arguments)
    except argparse.ArgumentError as problem:
        raise _fault(problem, arguments) from problem
    for word in unknown:
        if word.startswith("-"):
            raise UsageError("not-understood", text=word)
    _settle_words(options, [*folders, *unknown])
    _require_together(options)
    return options


def _require_together(options: argparse.Namespace) -> None:
    """Raise UsageError where options do not go with the command or with one another."""
    if options.command == "show":
        _require_shown(options)
    if options.command == "verify" and options.source is None:
        raise UsageError("no-source", option="--source")
    if options.command == "find" and options.query is None:
        raise UsageError("no-query")
    for option, name in _EXPLORER_ONLY.get(options.command, {}).items():
        if getattr(options, name):
            raise UsageError("explorer-only", option=option)


def _require_shown(options: argparse.Namespace) -> None:
    formats = _formats_of(options.view)
    if options.format not in formats:
        known = formats if options.view == "bookmarks" else FORMATS
        raise UsageError("not-offered", text=options.format, option="--format", known=known)
    if options.observations and (options.view, options.format) not in _OBSERVED:
        raise UsageError("observations-where", option="--observations")
    if options.view == "bookmarks":
        for option, name in _LIST_OPTIONS.items():
            if getattr(options, name) is not None:
                raise UsageError("not-with-bookmarks", option=option)
    if options.view == "cover":
        for option, name in _LIST_OPTIONS.items():
            if getattr(options, name):
                raise UsageError("not-for-cover", option=option)


def _without_first_folder(arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return `arguments` without a folder in the place of a command's name, and that folder, if any."""
    place = _first_word(arguments)
    if place == len(arguments) or arguments[place] in _COMMANDS or not is_folder(arguments[place]):
        return arguments, ()
    return [*arguments[:place], *arguments[place + 1 :]], [arguments[place]]


def _settle_words(options: argparse.Namespace, others: Sequence[str]) -> None:
    """Set the view (or pane) and the folder of `options` from their words and `others`, in any order.

    An option between two words keeps argparse from seeing that they belong together.
    """
    name = {"show": "view", "screenshot": "pane"}.get(options.command)
    first = [] if name is None else [getattr(options, name)]
    words = [word for word in (*first, getattr(options, "folder", None), *others) if word is not None]
    if options.command == "find":  # its words are the query, as they stand
        options.query = " ".join(filter(None, (options.query, *words))) or None
        return
    if name is not None:
        views = SHOWN_VIEWS if options.command == "show" else VIEWS
        view = next((word for word in words if word in views), None)
        if view is not None:
            words.remove(view)
        elif words and not is_folder(words[0]):
            raise UsageError("not-offered", text=words[0], option=options.command, known=views)
        elif options.command == "show":
            raise UsageError("no-view", known=views)
        setattr(options, name, view)
    if len(words) > 1:
        raise UsageError("not-understood", text=words[1])
    if words and options.data is not None:
        raise UsageError("folder-twice", text=words[0], option="--data")
    if words:
        options.data = words[0]


def _formats_of(view: str) -> Sequence[str]:
    return {"timeline": TIMELINE_FORMATS, "bookmarks": BOOKMARK_FORMATS}.get(view, FORMATS)


def _theme_names(arguments: Sequence[str]) -> Sequence[str]:
    """Return the names of all themes if a help with them is asked for: they come with the screen library."""
    if {"-h", "--help"}.isdisjoint(arguments) or not {"show", "find", "check"}.isdisjoint(arguments):
        return ()
    from sufu_tui.explorer.theme.themes import theme_names

    return theme_names()


def make_parser(words: Catalogue, themes: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the whole command line; its help names `themes`.

    Parsing raises UsageError or ArgumentError.
    """
    theme_help = words("usage.theme", names=words("show.list-separator").join(themes))
    parser = _Parser(
        words, prog="sufu-tui", description=words("usage.description"), epilog=words("usage.epilog")
    )
    parser.set_defaults(data=None, lang=None, ui_lang=None)
    options = parser.add_argument_group(words("usage.options"))
    _add_common(options, words)
    options.add_argument("--goto", metavar="REF", help=words("usage.goto"))
    options.add_argument("--theme", metavar="NAME", help=theme_help)
    options.add_argument(
        "--glyphs",
        type=_one_of(GLYPH_CHOICES, "--glyphs"),
        metavar="SET",
        help=words("usage.glyphs", names=words("show.list-separator").join(GLYPH_CHOICES)),
    )
    options.add_argument("--source", metavar="FILE", help=words("usage.source-beside"))
    panes = tuple(spec.id for spec in EVERY_PANE)
    options.add_argument(
        "--pane",
        dest="first_pane",
        type=_one_of(panes, "--pane"),
        metavar="PANE",
        help=words("usage.pane-first", names=words("show.list-separator").join(panes)),
    )
    _add_list_options(options, words, default=None)
    options.add_argument("--fresh", action="store_true", help=words("usage.fresh"))
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=words("usage.commands"), parser_class=_Parser
    )
    show = commands.add_parser("show", help=words("usage.show"), description=words("usage.show"), words=words)
    options = show.add_argument_group(words("usage.options"))
    options.add_argument("view", metavar="|".join(SHOWN_VIEWS), help=words("usage.view"))
    _add_folder(options, words)
    options.add_argument(
        "--format",
        type=_one_of(TIMELINE_FORMATS, "--format"),
        default="text",
        metavar="|".join(TIMELINE_FORMATS),
        help=words("usage.format"),
    )
    _add_list_options(options, words, default=argparse.SUPPRESS)
    options.add_argument("--observations", action="store_true", help=words("usage.observations"))
    _add_common(options, words)
    _add_find(commands, words)
    check = commands.add_parser(
        "check", help=words("usage.check"), description=words("usage.check"), words=words
    )
    options = check.add_argument_group(words("usage.options"))
    _add_folder(options, words)
    _add_common(options, words)
    _add_verify(commands, words)
    _add_screenshot(commands, words, theme_help)
    return parser


def _add_find(commands: argparse._SubParsersAction[Any], words: Catalogue) -> None:
    find = commands.add_parser("find", help=words("usage.find"), description=words("usage.find"), words=words)
    options = find.add_argument_group(words("usage.options"))
    options.add_argument("query", nargs="?", metavar="QUERY", help=words("usage.query", example="kind:name"))
    options.add_argument("--kind", default="", metavar="KIND", help=words("usage.kind", kind="metric"))
    options.add_argument(
        "--format",
        type=_one_of(_PLAIN_FORMATS, "--format"),
        default="text",
        metavar="|".join(_PLAIN_FORMATS),
        help=words("usage.format"),
    )
    _add_common(options, words)


def _add_verify(commands: argparse._SubParsersAction[Any], words: Catalogue) -> None:
    verify = commands.add_parser(
        "verify", help=words("usage.verify"), description=words("usage.verify"), words=words
    )
    options = verify.add_argument_group(words("usage.options"))
    _add_folder(options, words)
    options.add_argument("--source", metavar="FILE", default=argparse.SUPPRESS, help=words("usage.source"))
    options.add_argument(
        "--format",
        type=_one_of(_PLAIN_FORMATS, "--format"),
        default="text",
        metavar="|".join(_PLAIN_FORMATS),
        help=words("usage.format"),
    )
    _add_common(options, words)


def _add_screenshot(commands: argparse._SubParsersAction[Any], words: Catalogue, theme_help: str) -> None:
    shot = commands.add_parser(
        "screenshot", help=words("usage.screenshot"), description=words("usage.screenshot"), words=words
    )
    options = shot.add_argument_group(words("usage.options"))
    options.add_argument("pane", nargs="?", metavar="|".join(VIEWS), help=words("usage.pane"))
    _add_folder(options, words)
    options.add_argument("-o", "--output", metavar="FILE", help=words("usage.output"))
    options.add_argument("--size", default="", metavar="COLSxROWS", help=words("usage.size"))
    options.add_argument("--press", default="", metavar="KEYS", help=words("usage.press"))
    options.add_argument("--goto", metavar="REF", default=argparse.SUPPRESS, help=words("usage.goto"))
    options.add_argument("--theme", metavar="NAME", default=argparse.SUPPRESS, help=theme_help)
    options.add_argument(
        "--glyphs",
        type=_one_of(GLYPH_SETS, "--glyphs"),
        metavar="SET",
        default=argparse.SUPPRESS,
        help=words("usage.glyphs", names=words("show.list-separator").join(GLYPH_SETS)),
    )
    options.add_argument(
        "--source", metavar="FILE", default=argparse.SUPPRESS, help=words("usage.source-beside")
    )
    _add_list_options(options, words, default=argparse.SUPPRESS)
    options.add_argument("--all", metavar="FILE", help=words("usage.all"))
    options.add_argument("--check", action="store_true", help=words("usage.check-pictures"))
    _add_common(options, words)


def with_values(arguments: Sequence[str]) -> list[str]:
    """Return `arguments` with `--sort -value` as `--sort=-value`: argparse would see two options."""
    found: list[str] = []
    for argument in arguments:
        is_value = argument.startswith("-") and not argument.startswith("--") and argument != "-h"
        if is_value and found and found[-1] in {"--sort", "--filter"}:
            found[-1] += f"={argument}"
        else:
            found.append(argument)
    return found


def _add_list_options(options: argparse._ArgumentGroup, words: Catalogue, default: str | None) -> None:
    options.add_argument("--filter", default=default, metavar="EXPR", help=words("usage.filter"))
    options.add_argument("--sort", default=default, metavar="KEYS", help=words("usage.sort"))


def _add_folder(options: argparse._ArgumentGroup, words: Catalogue) -> None:
    options.add_argument("folder", nargs="?", metavar="DIR", help=words("usage.folder"))


def _add_common(options: argparse._ArgumentGroup, words: Catalogue) -> None:
    """Add the options of every command, to stand before the command's name or after it."""
    options.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=words("usage.data"))
    options.add_argument(
        "--lang",
        type=_one_of(LANGUAGES, "--lang"),
        metavar="|".join(LANGUAGES),
        default=argparse.SUPPRESS,
        help=words("usage.lang"),
    )
    options.add_argument(
        "--ui-lang",
        type=_one_of(LANGUAGES, "--ui-lang"),
        metavar="TAG",
        default=argparse.SUPPRESS,
        help=words("usage.ui-lang"),
    )
    options.add_argument("-h", "--help", action="help", help=words("usage.help"))
    options.add_argument(
        "--version", action="version", version=f"sufu-tui {__version__}", help=words("usage.version")
    )


def _one_of(choices: Sequence[str], option: str) -> Callable[[str], str]:
    """Return a converter that takes only `choices`: argparse reports others in English."""

    def convert(text: str) -> str:
        if text not in choices:
            raise UsageError("not-offered", text=text, option=option, known=choices)
        return text

    return convert


def _fault(problem: argparse.ArgumentError, arguments: Sequence[str]) -> UsageError:
    """Return the fault that argparse found. Its sentence is English: the argument alone is of use."""
    name = problem.argument_name
    if name is None:  # on Python 3.12 and later a missing argument comes here
        return UsageError("no-view", known=SHOWN_VIEWS)
    if name.startswith("-"):
        code = "unwanted-value" if name.split("/")[0] in _FLAGS else "no-value"
        return UsageError(code, option=name.split("/")[-1])
    return _no_command(arguments)


def _no_command(arguments: Sequence[str]) -> UsageError:
    """Return the fault in the place of a command's name: the name, or an unknown option."""
    place = _first_word(arguments)
    word = arguments[place] if place < len(arguments) else ""
    if word.startswith("-") and word not in {"-", "--"}:
        return UsageError("not-understood", text=word)
    return UsageError("no-command", text=word, known=_COMMANDS)


def _first_word(arguments: Sequence[str]) -> int:
    """Return the place of the first word that is no known option or value of one; their number if none."""
    place = 0
    while place < len(arguments):
        word = arguments[place]
        if not word.startswith("-") or word.partition("=")[0] not in {*_FLAGS, *_OPTIONS_BEFORE}:
            break
        place += 1 if word in _FLAGS or "=" in word else 2
    return min(place, len(arguments))
