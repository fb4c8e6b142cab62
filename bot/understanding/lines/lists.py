"""Lists of customers, groups, and the list shown last: what the lines of the phrase files come to."""

import re
from collections.abc import Callable

from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.asks.lists import (
    Birthdays,
    ChangeRule,
    Lapsed,
    Missing,
    Narrow,
    NoExtras,
    Pick,
    Regulars,
    Rfm,
    Segments,
    Visitors,
    WhyCore,
)
from bot.understanding.lines.line import SUM_FROM, Line
from bot.understanding.spans import calendar

_ORDINALS = (
    (1, r"첫\s?번째|첫째|맨\s?위|맨\s?처음|제일\s?위|\bfirst\b|\b1st\b|\btop\b"), (2, r"둘째|\bsecond\b|\b2nd\b"),
    (3, r"셋째|\bthird\b|\b3rd\b"), (4, r"\bfourth\b|\b4th\b"), (5, r"\bfifth\b|\b5th\b"), (6, r"\bsixth\b|\b6th\b"),
    (7, r"\bseventh\b|\b7th\b"), (8, r"\beighth\b|\b8th\b"), (9, r"\bninth\b|\b9th\b"), (10, r"\btenth\b|\b10th\b"),
)  # fmt: skip


def _visitors(said: Line) -> OwnerAsk | None:
    """Who came: of a time to come there is nobody yet."""
    over = said.past
    return Visitors(over) if over is not None and over.start <= said.now.date() else None


# Who came so often and not again is no question of how long ago.
_ONLY_ONCE = re.compile(r"번만|번씩|\b(?:only|just) (?:once|twice)\b")
_NOT_REACHED = re.compile(
    r"(?:안|못)\s?(?:되|돼|닿|받)|닿지\s?(?:않|못)|(?:can(?:'?t|not)|unable to|\bno\b|\bnot\b|unreach|out of)"
)


def _narrow(said: Line) -> OwnerAsk | None:
    low = said.low
    reach = ""
    if re.search(r"연락|닿|reach|contact|hold of|touch", low):
        reach = "any"
    if re.search(r"텔레그램|telegram", low):
        reach = "telegram"
    if re.search(r"전화|번호|\bphone\b|\bnumber", low):
        reach = "phone"
    if re.search(r"광고|마케팅|동의|프로모션|\bpromo|\bads?\b|advert|marketing|consent|agree", low):
        reach = "advertising"
    if reach == "any" and _NOT_REACHED.search(low):
        reach = "none"
    under = bool(re.search(r"미만|이하|안\s*되|under|less|below", low))
    ask = Narrow(
        reach,
        bool(re.search(r"단골|regular", low)),
        None if under else said.sum,
        said.sum if under else None,
    )
    return ask if ask != Narrow() else None


def _pick(said: Line) -> OwnerAsk | None:
    ordinal = next((number for number, pattern in _ORDINALS if re.search(pattern, said.low)), 0)
    number = ordinal or (said.numbers[0] if said.numbers else 0)
    return Pick(number) if 1 <= number < SUM_FROM else None


def _of_regulars(said: Line) -> bool:
    return re.search(r"단골|맨날|자주|늘\s?오|꾸준|regular|faithful|loyal|stead|used to come", said.low) is not None


def _field_named(said: Line) -> str:
    pairs = (("email", r"메일|e-?\s?mail"), ("birthday", r"생일|생년|birth"), ("address", r"주소|address"))
    return next((field for field, pattern in pairs if re.search(pattern, said.low)), "phone")


_GROUPS = (
    ("core", re.compile(r"핵심|우수|브이아이피|\b(?:core|vips?)(?![a-z])")),
    ("loyal", re.compile(r"충성|\bloyal\b")),
    ("lost", re.compile(r"떠[난나]|잃은|이탈|\blost\b")),
    ("late", re.compile(r"뜸한|늦은|\blate\b")),
    ("new", re.compile(r"신규|새로운|(?<![가-힣])새\s|첫|\bnew\b")),
    ("existing", re.compile(r"기존|\bexisting\b")),
    (
        "prospect",
        re.compile(r"문의|상담|물어|묻기|연락만|전화만|예비|잠재|\b(?:asked|prospects?|enquir|inquir|called|leads)"),
    ),
    ("regular", re.compile(r"단골|regular")),
)
_PERIODS = (
    (re.compile(r"\ba year\b|\b(?:in|per|within|a) year\b"), 365),
    (re.compile(r"\b(?:a|per|in|within) month\b"), 30),
)
# "2배", "1.5배".
_TIMES_OVER = re.compile(r"([\d.]+)\s*(?:배|times\b)")
_PERCENT = re.compile(r"(\d{1,3})\s*(?:%|퍼센트|프로|per\s?cent)")


def _group(said: Line) -> str | None:
    return next((group for group, pattern in _GROUPS if pattern.search(said.low)), None)


def _group_list(said: Line) -> OwnerAsk | None:
    group = _group(said)
    return Segments(group) if group not in (None, "late", "regular") else None


def _change_rule(said: Line) -> OwnerAsk | None:
    group = _group(said)
    percent = _PERCENT.search(said.low)
    if percent is not None and group == "core":
        return ChangeRule(group, count=int(percent[1]))
    over = _TIMES_OVER.search(said.low)
    if over is not None and group == "late":
        return ChangeRule(group, count=round(float(over[1]) * 100))
    days = next((span.days for span in said.spans if span.days), None)
    if days is None and said.numbers:
        days = next((length for pattern, length in _PERIODS if pattern.search(said.low)), None)
    # A year has 365 days in a rule, and a month 30; a calendar knows others.
    return ChangeRule(group, said.numbers[0] if said.numbers else None, days) if group else None


LISTS: dict[str, Callable[[Line], OwnerAsk | None]] = {
    "segments": lambda said: Segments(),
    "rfm": lambda said: Rfm(),
    "group_list": _group_list,
    "change_rule": _change_rule,
    "why_core": lambda said: WhyCore(said.name),
    "no_extras": lambda said: NoExtras(),
    "narrow": _narrow,
    "pick": _pick,
    "lapsed": lambda said: Lapsed(said.away, _of_regulars(said)) if not _ONLY_ONCE.search(said.low) else None,
    "visitors": _visitors,
    "regulars": lambda said: Regulars(next(iter(said.people), None)),
    "missing_field": lambda said: Missing(_field_named(said), _of_regulars(said)),
    "unreached": lambda said: Missing("reach", _of_regulars(said)),
    "birthdays": lambda said: Birthdays(said.coming or calendar("this_month", said.now.date()), _of_regulars(said)),
}
