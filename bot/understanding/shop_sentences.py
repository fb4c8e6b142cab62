"""What the owner says about the shop itself: settings, price list, counter sheet, export, whether all is well.

These sentences are read as a whole: a field and what is to become of it, with nothing else in it. So they come before
the reading by weights and take nothing away from it.
"""

import re
from functools import cache

from bot.domain.prices import same_thing
from bot.understanding.asks.shop import (
    ChangeShop,
    CounterCode,
    CounterSheet,
    DropPrice,
    ExportAll,
    Health,
    ImportHow,
    ShopSettings,
)
from bot.understanding.lexicon import Lexicon
from bot.understanding.phrasebook import phrases
from bot.understanding.price_list import read_price_list
from bot.understanding.shop_patterns import pattern

ShopAsk = ShopSettings | ChangeShop | DropPrice | Health | CounterSheet | CounterCode | ExportAll | ImportHow

_LONGEST = 120  # these sentences are short, and an address fits
_END = " \t?？!~.…,^"
_QUOTES = " \t\"'“”‘’<>「」"
_ASKS = re.compile(
    r"[?？]|뭐|무엇|언제|몇|어떻게|어떡|어디|누구|누가|왜|얼마|아무|\b(?:what|when|how|where|who|why|which)\b",
    re.IGNORECASE,
)
_KOREAN_VALUE = re.compile(
    r"(?:시간|이름|상호명?|번호|전화|연락처|주소|위치|업종|종류|서명|담당자)(?:[을를은는이가])?\s*[:,]?\s*(?:\S+에서\s+)?(?P<value>\S.{0,80}?)[\"”’']?\s?"
    r"(?:으로|로)\s*(?:좀\s*)?(?:바[꿔꾸꿀꿈뀌]|변경|고[쳐치칠]|수정|정정|해\s?[줘주]|할게|하자|정[해할])"
)
_ENGLISH_VALUE = re.compile(
    r"\b(?:to|is(?:\snow)?|are(?:\snow)?|as|:)\s+(?P<value>[^,.!?](?:[^.!?]|\.(?=\d)){1,80}?)"
    r"(?=\s*(?:[.!?]|$|,\s*(?:update|change|please|pls|thanks|so|can you)))",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?P<value>(?:(?:weekdays|weekends|daily|mon|tue|wed|thu|fri|sat|sun|평일|주말|매일)[\w-]*\s)?\d{1,2}(?::\d\d)?\s?(?:am|pm|시)?\s?"
    r"(?:to|till|until|[-~–]|부터|에서)\s?(?:오후\s?|저녁\s?|밤\s?)?\d{1,2}(?::\d\d)?\s?(?:am|pm|시)?)",
    re.IGNORECASE,
)


def read_shop(text: str, lexicon: Lexicon) -> ShopAsk | None:
    """What a tidy sentence says about the shop, or None."""
    said = text.strip()
    if not said or len(said) > _LONGEST or "\n" in said:
        return None
    if _bare(said) in _sentences("health"):
        return Health()
    if _bare(said) in _sentences("export"):
        return ExportAll()
    if _to_bring_in().fullmatch(_bare(said)):
        return ImportHow()
    if pattern("code").fullmatch(said.strip(_END)):
        return CounterCode()
    if _is_about_the_sheet(said):
        return CounterSheet()
    for read in (_dropped, _priced):
        found = read(said, lexicon)
        if found is not None:
            return found
    return _korean(said) or _english(said)


def preset_said(text: str) -> str | None:
    """The kind of shop that somebody names: laundry, salon, cafe, theatre; None for anything else."""
    bare = _bare(re.sub(r"(?:이에요|예요|에요|이야|야|입니다|인데요?)$", "", text.strip(_END)))
    kinds: dict[str, list[str]] = phrases("shop")["kinds"]
    return next((kind for kind, said in kinds.items() if bare in {kind, *map(_bare, said)}), None)


def is_skip(text: str) -> bool:
    """Whether somebody would rather not answer now."""
    return _bare(text) in {_bare(word) for word in phrases("shop")["skip"]["words"]}


def _korean(said: str) -> ShopSettings | ChangeShop | None:
    found = pattern("field_ko").match(said)
    if found is None:
        return None
    field, rest = _field("ko", found["field"]), found["rest"].strip(_END)
    asked = _ASKS.search(said) is not None
    if not rest or pattern("show_ko").fullmatch(rest):
        return ShopSettings(_about(field))
    changed = pattern("change_ko").fullmatch(rest)
    if changed is not None:
        value = changed["value"] or ""
        return _change(field, None if _ASKS.search(value) else value)
    if asked or field in ("prices", "all"):
        return None
    told = pattern("is_ko").fullmatch(rest)
    plain = (
        re.search(r"\d", rest) if field in ("hours", "contact", "address") else field == "preset" and preset_said(rest)
    )
    if told is not None or plain:
        return _change(field, told["value"] if told else rest)
    return None


def _english(said: str) -> ShopSettings | ChangeShop | None:
    plain = re.sub(r"[,\s]*(?:please|thanks|thank you)\s*$", "", said.strip(_END), flags=re.IGNORECASE).strip(_END)
    shown = pattern("show_en").fullmatch(plain)
    if shown is not None:
        return ShopSettings(_about(_field("en", shown["field"])))
    changed = pattern("change_en").fullmatch(plain)
    if changed is not None:
        return _change(_field("en", changed["field"]), changed["value"])
    renamed = pattern("renamed").fullmatch(plain)
    if renamed is not None and not _ASKS.search(said):
        return _change("name", renamed["value"])
    told = pattern("is_en").fullmatch(plain)
    if told is not None and not _ASKS.search(said) and _field("en", told["field"]) not in ("prices", "all"):
        return _change(_field("en", told["field"]), told["value"])
    return None


def _priced(said: str, lexicon: Lexicon) -> ChangeShop | None:
    """ "와이셔츠 3000원으로 바꿔줘", "make shirts 3000", "가격표에 넥타이 3000원 추가해줘": one thing, one price."""
    plain = re.sub(r"[,\s]*please$", "", said.strip(_END), flags=re.IGNORECASE)
    for name in ("price_ko", "price_en", "price_is", "price_costs"):
        found = pattern(name).fullmatch(plain)
        if found is None:
            continue
        item = found["item"].strip(_QUOTES)
        listed = read_price_list(f"{item} {found['amount']}", lexicon.currency)
        if len(listed.prices) != 1 or listed.not_read:
            continue
        by_price = any(found.groupdict().get(group) for group in ("price", "list", "price2"))
        known = _item_called(item, lexicon)
        if same_thing(listed.prices[0].name) == same_thing(item) and (by_price or known):
            return ChangeShop("prices", f"{known or item} {found['amount']}")
    return None


def _dropped(said: str, lexicon: Lexicon) -> DropPrice | None:
    for name in ("drop_ko", "drop_en"):
        found = pattern(name).fullmatch(said.strip(_END))
        if found is not None:
            item = found["item"].strip(_QUOTES)
            return DropPrice(_item_called(item, lexicon) or item)
    return None


def _item_called(said: str, lexicon: Lexicon) -> str | None:
    """The price list's own word for a thing: 와이셔츠 for "shirts"."""
    wanted = same_thing(said)
    called = (one.name for one in lexicon.items if wanted in {same_thing(word) for word in (one.name, *one.also)})
    return next(called, None)


def _change(field: str, value: str | None) -> ShopSettings | ChangeShop:
    """A price list is pasted, not said in a sentence; the settings as a whole are a list to choose from."""
    if field == "all":
        return ShopSettings()
    value = (value or "").strip(_END).strip(_QUOTES)
    return ChangeShop(field, None if field == "prices" else value or None)


def _about(field: str) -> str | None:
    return None if field == "all" else field


def _field(language: str, said: str) -> str:
    fields: dict[str, list[str]] = phrases("shop")["fields"][language]
    return next(field for field, names in fields.items() if _bare(said) in set(map(_bare, names)))


def field_said(low: str) -> str | None:
    """The setting that a sentence speaks of, the longest name first; None for all of them."""
    named = [
        (name, field)
        for fields in phrases("shop")["fields"].values()
        for field, names in fields.items()
        for name in names
        if name in low
    ]
    field = max(named, key=lambda found: len(found[0]), default=("", "all"))[1]
    return _about(field)


def value_said(field: str, text: str) -> str | None:
    """What a setting is to be from now on, in a sentence that is known to change it; None where it does not say."""
    hours = _HOURS.search(text) if field == "hours" else None
    found = _KOREAN_VALUE.search(text) or hours or _ENGLISH_VALUE.search(text)
    value = found["value"].strip(_END).strip(_QUOTES) if found else ""
    return value if value and field != "prices" and not _ASKS.search(value) else None


def _is_about_the_sheet(said: str) -> bool:
    """The sheet's name, and besides it only what one says around it."""
    named = pattern("sheet").search(said)
    if named is None:
        return False
    rest = f"{said[: named.start()]}\n{said[named.end() :]}"
    return not any(sign.isalnum() for sign in pattern("around").sub("", rest))


def _bare(text: str) -> str:
    """Letters and digits only, without a polite ending."""
    letters = "".join(sign for sign in text.casefold() if sign.isalnum())
    return letters.removesuffix("please").removesuffix("요") or letters


@cache
def _sentences(topic: str) -> frozenset[str]:
    """Whole sentences about one topic, in all languages."""
    return frozenset(_bare(said) for group in phrases("shop")[topic].values() for said in group)


@cache
def _to_bring_in() -> re.Pattern[str]:
    """The shop's own lists are to come in: in each language what, with what and the wish, in its order of words."""

    def one_of(language: str, slot: str) -> str:
        said = sorted({_bare(each) for each in phrases("shop")[f"import_{language}"][slot]}, key=len, reverse=True)
        return f"(?:{'|'.join(said)})"

    what, particle, means, wish = (one_of("ko", slot) for slot in ("what", "particle", "with", "wish"))
    wish = wish.replace("싶어", "싶(?:어|은데|습니다)")
    korean = f"{what}{particle}?{means}*{wish}|{means}+{what}{particle}?{means}*{wish}|{means}+{wish}"
    asks, verb, which, list_of, source = (one_of("en", slot) for slot in ("wish", "verb", "which", "what", "from"))
    english = f"{asks}?{verb}{which}?{list_of}{source}?"
    return re.compile(f"{korean}|{english}")
