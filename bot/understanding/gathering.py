"""Wishes about what was not understood: whole sentences of phrases/not_understood.toml."""

import re
from functools import cache

from bot.understanding.asks.not_understood import GatheredWords, GatherWords
from bot.understanding.phrasebook import phrases

_LONGEST = 100


def read_gathering(text: str) -> GatherWords | GatheredWords | None:
    """What a tidy sentence wishes, or None."""
    if len(text) > _LONGEST:
        return None
    bare = _bare(text)
    wish = next((wish for wish, pattern in _patterns() if pattern.fullmatch(bare)), None)
    if wish in ("on", "off"):
        return GatherWords(wish == "on")
    return GatheredWords(as_file=wish == "file") if wish is not None else None


def _bare(text: str) -> str:
    """Letters and digits only, without a polite ending."""
    return "".join(sign for sign in text.casefold() if sign.isalnum()).removesuffix("요")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    ko, en = phrases("not_understood")["ko"], phrases("not_understood")["en"]

    def one_of(language: dict[str, list[str]], slot: str) -> str:
        return f"(?:{'|'.join(sorted({_bare(said) for said in language[slot]}, key=len, reverse=True))})"

    k, e = ({slot: one_of(language, slot) for slot in language} for language in (ko, en))
    found = []
    for wish in ("file", "off", "on", "show"):
        korean = f"{k['before']}*{k['what']}{k['thing']}{k['particle']}*{k[wish]}"
        if wish == "file":
            english = f"{e['before']}*{e['file']}{e['whose']}*{e['what']}{e['after']}*{e['as_file']}{e['after']}*"
        else:
            english = f"{e['before']}*{e[wish]}{e['whose']}*{e['what']}{e['after']}*"
        found.append((wish, re.compile(f"{korean}|{english}")))
    return tuple(found)
