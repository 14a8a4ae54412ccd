"""Entry point: parses the command line and runs a command.

Nothing heavy is imported before it is needed: `--version` and `--help` must answer at once, and only
the explorer may import a screen library.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from sufu_tui import __version__

if TYPE_CHECKING:
    from argparse import Namespace

    from sufu_tui.languages.catalogue import Catalogue

COULD_NOT_RUN = 2
_INTERRUPTED = 130


def main() -> int:
    """Run the command line; return the exit status: 0 well, 1 found something wrong, 2 could not run."""
    arguments = sys.argv[1:]
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of our output has enough
        _abandon_output()
        return 0
    except OSError as problem:
        # Folders are read under errors of their own. An error without a file is of the standard output.
        if problem.filename is not None:
            raise
        _abandon_output()
        words = _words(arguments)
        print(words("error.no-output", reason=problem.strerror or str(problem)), file=sys.stderr)
        return COULD_NOT_RUN


def _run(arguments: list[str]) -> int:
    try:
        if arguments == ["--version"]:
            print(f"sufu-tui {__version__}")
            return 0
        _speak_utf8()
        words = _words(arguments)
        return _command(arguments, words) if arguments else _explore(words)
    finally:
        # Here a broken pipe still differs from a fault; the help leaves by SystemExit.
        if sys.stdout is not None:
            sys.stdout.flush()


def _explore(words: Catalogue) -> int:
    """Open the dossier here, or the shipped one: the commonest start, which need not wait for argparse."""
    from sufu_tui.cli import explore
    from sufu_tui.cli.dossier_folder import folder_named

    return explore.run(folder_named(None), words)


def _words(arguments: list[str]) -> Catalogue:
    """Return the words of the interface, for texts in the language asked for or the environment's."""
    from sufu_tui.languages.catalogue import load
    from sufu_tui.languages.detection import detect_language, language_named

    texts = load(language_named(_asked("--lang", arguments)) or detect_language(os.environ))
    interface = language_named(_asked("--ui-lang", arguments))
    return texts if interface is None else load(interface).with_texts(texts, apart=True)


def _asked(option: str, arguments: list[str]) -> str:
    """Return the value of an option before anything is parsed: a wrong usage is reported in that language."""
    asked = ""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == option:
            asked = following
        elif argument.startswith(f"{option}="):
            asked = argument.removeprefix(f"{option}=")
    return asked


def _command(arguments: list[str], words: Catalogue) -> int:
    from sufu_tui.cli.arguments import UsageError, parse

    try:
        return _carry_out(parse(arguments, words), words)
    except UsageError as problem:
        from sufu_tui.typesetting.safe_characters import harmless

        print(words("usage.wrong", message=harmless(problem.sentence(words))), file=sys.stderr)
        return COULD_NOT_RUN


def _carry_out(options: Namespace, words: Catalogue) -> int:
    from sufu_tui.cli.dossier_folder import folder_named

    folder = folder_named(options.data)
    if options.command is not None and sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    match options.command:
        case "show":
            from sufu_tui.cli import show

            if options.view == "bookmarks":
                from sufu_tui.cli import show_bookmarks

                return show_bookmarks.run(folder, options.format, words)
            shown = (options.filter or "", options.sort or "", options.observations)
            return show.run(folder, show.ShowRequest(options.view, options.format, *shown), words)
        case "find":
            from sufu_tui.cli import find

            return find.run(folder, find.FindRequest(options.query, options.kind, options.format), words)
        case "check":
            from sufu_tui.cli import check

            colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            return check.run(folder.path, words, colour, sys.stdout, sys.stderr)
        case "verify":
            from sufu_tui.cli import verify

            return verify.run(folder, options.source, options.format, words)
        case "screenshot":
            from sufu_tui.cli import screenshot

            return screenshot.run(folder, screenshot.requested(options), words, options.source)
        case _:
            from sufu_tui.cli import explore

            asked = explore.StartRequest(
                goto=options.goto,
                theme=options.theme,
                glyphs=options.glyphs,
                language=options.lang,
                pane=options.first_pane,
                filter=options.filter,
                sort=options.sort,
                source=options.source,
                fresh=options.fresh,
            )
            return explore.run(folder, words, asked)


def _speak_utf8() -> None:
    """Write UTF-8 in any locale: Chinese in Latin-1 would be nothing but escapes."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _abandon_output() -> None:
    """Send the rest of the output to the null device: Python would complain again on flushing at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
