"""Detection of the reader's language from the environment (POSIX locale variables)."""

from __future__ import annotations

from collections.abc import Mapping

from sufu_tui.dossier.localized import LANGUAGES, Language

_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})


def detect_language(environ: Mapping[str, str]) -> Language:
    """Return the language that LC_ALL, LC_MESSAGES or LANG names, the first that is set.

    zh_TW, zh_HK, zh_MO and zh-Hant ask for Traditional Chinese, other zh for Simplified, the rest for
    English. Parsed by hand: `locale` fails for locales that are not installed.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return language_of_locale(environ[name])
    return "en"


def language_of_locale(locale: str) -> Language:
    """Return the language of a locale's name: `zh_TW.UTF-8`, `zh_Hans_US`, `C.UTF-8`."""
    parts = locale.partition(".")[0].partition("@")[0].replace("-", "_").casefold().split("_")
    if parts[0] != "zh":
        return "en"
    return "zh-Hant" if _TRADITIONAL & set(parts[1:]) and "hans" not in parts else "zh-Hans"


def language_named(name: str) -> Language | None:
    """Return the language whose tag is `name`, or None."""
    return next((language for language in LANGUAGES if language == name), None)
