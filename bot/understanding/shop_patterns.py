"""The shapes of the owner's sentences about the shop, made of the words in phrases/shop.toml."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from bot.understanding.phrasebook import phrases

# Written with re.VERBOSE: spaces mean nothing. A name in double braces stands for one of its words.
_SHAPES = {
    "sheet": r"{{nouns}}",
    "around": r"{{around}}",
    "code": r"(?:{{code_around}}\s*)* {{code_nouns}} (?:을|를|도|좀|\s*)* (?:\s*{{code_around}})* 요?",
    "field_ko": r"""
        (?:{{before_ko}}\s*)* (?P<field>{{fields_ko}}) (?:을|를|은|는|이|가|도|만|의)?
        (?: \s+ | \s*[:：=]\s* | (?=[?？!.~]) | (?={{show_ko}}|{{change_ko}}) | $ )
        (?P<rest>.*)""",
    "show_ko": r"(?:{{small_ko}}\s*)* {{show_ko}} 요?",
    "change_ko": r"""
        (?: (?P<value>.*?) (?:으로|로|이라고|라고)? \s+ )??
        (?:{{small_ko}}\s*)* {{change_ko}} 요?""",
    "is_ko": r"(?P<value>.+?) {{is_ko}}",
    "show_en": r"(?:{{show_en}}\s+)? {{our}} (?P<field>{{fields_en}}) (?:\s+now)?",
    "change_en": r"""
        (?: (?:please|can\syou|could\syou|i\swant\sto|let's) \s+ )?
        {{change_en}} \s+ {{our}} (?:new\s+)? (?P<field>{{fields_en}})
        (?: \s* (?:\bto\b|\bas\b|\bis\b|\bare\b|:|=) \s* (?P<value>.+) )?""",
    "is_en": r"""
        {{our}} (?:new\s+)? (?P<field>{{fields_en}})
        \s* (?: \s(?:is|are)(?:\s+now)?\s | : | = | \s(?=\d) ) \s* (?P<value>.+)""",
    "price_ko": r"""
        (?:(?:이제|앞으로|오늘부터|우리)\s*)*
        (?P<list> (?:가격표|요금표|메뉴판?) (?:에다?|에서) \s* )?
        (?P<item>.+?) (?:을|를|은|는)? \s* (?P<price> (?:의\s*)? {{price_ko}} (?:을|를|은|는|이)? \s* )?
        \s {{amount}} \s? (?:으로|로|에)? \s* (?:{{small_ko}}\s*)* {{change_ko}} 요?""",
    "price_en": r"""
        (?: (?:please|can\syou|could\syou) \s+ )? {{change_en}} \s+
        (?P<price> (?:the\s+)? price \s+ (?:of|for) \s+ )? (?:(?:the|a|an)\s+)?
        (?P<item>.+?) (?P<price2> (?:'s)? \s+ price )? \s+ (?: (?:to|at|for|is) \s+ )? {{amount}}
        (?P<list> \s+ (?:to|in|on) \s+ (?:the|our|my) \s+ (?:price\slist|prices|menu) )?""",
    "price_costs": r"""
        (?P<price>) (?:from\snow\son\s+)? (?:(?:the|a|an|our)\s+)? (?P<item>.+?) \s+
        (?: (?:now\s+)? costs? (?:\s+now)? | (?:is|are)\s+now | (?:will\s+cost) | goes?\s(?:up|down)\sto )
        \s+ {{amount}}
        (?: \s+ (?:each|apiece|now|from\snow\son|from\stoday) )?""",
    "renamed": r"""
        (?: (?:please|can\syou|could\syou|i\swant\sto|let's) \s+ )?
        (?: rename | call ) \s+ (?:the|our|my) \s+ (?P<field>shop|store|place|business) \s+
        (?:to\s+|as\s+)? (?P<value>.+)""",
    "price_is": r"""
        (?P<price> (?:the\s+)? price \s+ of \s+ (?:(?:the|a|an)\s+)? )
        (?P<item>.+?) \s+ (?:is|=) \s+ (?:now\s+)? {{amount}}""",
    "drop_ko": r"(?:가격표|요금표|메뉴판?)에서 \s* (?P<item>.+?) (?:을|를|은|는)? \s* {{drop_ko}} 요?",
    "drop_en": r"""
        {{drop_en}} \s+ (?:the\s+)? (?P<item>.+?) \s+ (?:from|off) \s+
        (?:(?:the|our|my)\s+)? (?:price\slist|prices|menu)""",
}
_AMOUNT = r"""
    (?P<amount>
        [₩$€£]? \s? \d[\d,.]* \s? [만천백k]? (?:\s?\d+[천백])? \s? (?:원|won|달러)?
        | [일이삼사오육칠팔구]? [천만백] [가-힣\s]*? 원?
    )"""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of the shapes. Upper and lower case are the same."""
    words = _words()
    shape = re.sub(r"\{\{(\w+)\}\}", lambda found: words[found[1]], _SHAPES[name])
    return re.compile(shape, re.IGNORECASE | re.VERBOSE)


@cache
def _words() -> dict[str, str]:
    book: dict[str, Any] = phrases("shop")
    words = {"amount": _AMOUNT, "our": r"(?:(?:the|our|my)\s+)?"}
    for language, said in book["said"].items():
        words |= {f"{key}_{language}": _any(group) for key, group in said.items()}
    for language, fields in book["fields"].items():
        words[f"fields_{language}"] = _any(name for names in fields.values() for name in names)
    words |= {f"code_{key}": _any(group) for key, group in book["code"].items()}
    return words | {key: _any(group) for key, group in book["sheet"].items()}


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first; Korean ones with whatever spaces somebody puts into them."""
    spelled = (
        re.escape(word).replace(r"\ ", r"\s")
        if word.isascii()
        else r"\s?".join(re.escape(sign) for sign in word.replace(" ", ""))
        for word in words
    )
    return "(?:" + "|".join(sorted(spelled, key=len, reverse=True)) + ")"
