"""The command line's words: what it takes, with its help in the reader's language."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import Catalogue

VIEWS = ("narrative", "metrics", "timeline")
FORMATS = ("text", "markdown", "csv", "json")


class UsageError(Exception):
    """The command line is wrong; the text says how."""


class _Parser(argparse.ArgumentParser):
    """A parser that leaves it to its caller to say what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def make_parser(words: Catalogue) -> argparse.ArgumentParser:
    """Return the parser of the whole command line. Parsing raises UsageError where a word is wrong."""
    parser = _Parser(
        prog="sufu-tui", description=words("usage.description"), epilog=words("usage.epilog"), add_help=False
    )
    parser.set_defaults(data=None, lang=None)
    options = parser.add_argument_group(words("usage.options"))
    _add_common(options, words)
    options.add_argument("--version", action="store_true", help=words("usage.version"))
    options.add_argument("--goto", metavar="REF", help=words("usage.goto"))
    options.add_argument("--theme", metavar="NAME", help=words("usage.theme"))
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=words("usage.commands"), parser_class=_Parser
    )
    show = commands.add_parser(
        "show", help=words("usage.show"), description=words("usage.show"), add_help=False
    )
    options = show.add_argument_group(words("usage.options"))
    options.add_argument("view", choices=VIEWS, metavar="|".join(VIEWS), help=words("usage.view"))
    options.add_argument(
        "--format", choices=FORMATS, default="text", metavar="|".join(FORMATS), help=words("usage.format")
    )
    options.add_argument("--filter", default="", metavar="EXPR", help=words("usage.filter"))
    options.add_argument("--sort", default="", metavar="KEYS", help=words("usage.sort"))
    _add_common(options, words)
    check = commands.add_parser(
        "check", help=words("usage.check"), description=words("usage.check"), add_help=False
    )
    _add_common(check.add_argument_group(words("usage.options")), words)
    return parser


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


def _add_common(options: argparse._ArgumentGroup, words: Catalogue) -> None:
    """Add what every command takes, before the command's name or after it."""
    options.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=words("usage.data"))
    options.add_argument(
        "--lang",
        choices=LANGUAGES,
        metavar="|".join(LANGUAGES),
        default=argparse.SUPPRESS,
        help=words("usage.lang"),
    )
    options.add_argument("-h", "--help", action="help", help=words("usage.help"))
