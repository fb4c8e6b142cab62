"""What puts somebody into which group, said in one sentence: "60일 안 오면 떠난 걸로 해줘", "when is someone lost?".

Such a sentence names a group and either asks for its rule or says its number, and nothing else (phrases/rules.toml):
one word more makes it something else, above all a list.
"""

import re
from decimal import Decimal
from functools import cache

from bot.understanding.asks.lists import ChangeRule, Segments
from bot.understanding.normalise import flat
from bot.understanding.numbers import number
from bot.understanding.phrasebook import phrases

_LONGEST = 90
_NUMBER = (
    r"(?:\d{1,4}(?:\.\d)?|[일이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|백|열두|열한|열|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|스무|서른"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight"
    r"|nine))?|a hundred|one and a half|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|fifteen|eighteen|twice)"
)
_WORDED = {"twice": Decimal(2), "one and a half": Decimal("1.5"), "a hundred": Decimal(100)}
# A year has 365 days in a rule, and a month 30; a calendar knows others.
_DAYS = {"년": 365, "해": 365, "y": 365, "개": 30, "달": 30, "m": 30, "주": 7, "w": 7, "일": 1, "d": 1}
_HALF_A_YEAR, _WEEK = 180, 7
_POLITE = re.compile(r"줄래|줄\s*수|주실|\b(?:can|could|would|will) (?:you|we)\b")
# Which of a number and a length each rule is said in, as it must be and as it may be besides.
_SAID_IN = {
    "core": ({"percent"}, {"percent"}),
    "loyal": ({"length"}, {"length"}),
    "lost": ({"length"}, {"length", "away"}),
    "late": ({"times"}, {"times", "away"}),
    "new": ({"times"}, {"times"}),
    "regular": (set(), {"times", "length"}),
}


def read_rule(text: str) -> ChangeRule | Segments | None:
    """What a tidy sentence says about the rule of a group, or None."""
    if len(text) > _LONGEST:
        return None
    said = flat(text).strip(" .!~?\n")
    if _all_rules().fullmatch(said):
        return Segments()
    left, group, called = _without_group(re.sub(_POLITE, " ", said))
    if group is None:
        return None
    found: dict[str, re.Match[str]] = {}
    for name, pattern in _pieces():
        match = pattern.search(left)
        if match is not None:
            found[name], left = match, pattern.sub(" ", left)
    if any(sign.isalnum() for sign in left):
        return None
    values = found.keys() & {"percent", "times", "length", "away"}
    asked = "words" in found or ("?" in text and _POLITE.search(said) is None and "wish" not in found)
    if asked or not values:
        # "What is new?" and "what is late?" ask for news and for orders.
        named = "rule" in found or "who" in found or called not in ("new", "late")
        return ChangeRule(group) if named and _asks_for_the_rule(found, asked=asked) else None
    must, may = _SAID_IN.get(group, (set(), set()))
    if values <= may and must <= values and found.keys() & {"rule", "wish", "is", "when"}:
        return _changed(group, found)
    # "VIP는 세 번 온 손님으로": this rule has another number, and the answer shows which.
    return ChangeRule(group) if found.keys() & {"rule", "wish", "is"} and "away" not in values else None


def _asks_for_the_rule(found: dict[str, re.Match[str]], *, asked: bool) -> bool:
    """ "떠난 손님 기준 보여줘", "when is someone lost?"; "떠난 손님 보여줘" asks for the people."""
    if "rule" in found:
        return asked or "shows" in found or len(found) <= 2
    return asked and ("words" in found or "length" in found)


def _changed(group: str, found: dict[str, re.Match[str]]) -> ChangeRule:
    days = _days(found["length"]) if "length" in found else None
    if group == "core":
        return ChangeRule(group, count=int(_value(found["percent"]["percent"])))
    if "times" not in found:
        return ChangeRule(group, days=days)
    times = _value(next(said for said in found["times"].groups() if said))
    return ChangeRule(group, count=round(times * 100) if group == "late" else int(times), days=days)


def _days(said: re.Match[str]) -> int:
    if said["half"]:
        return _HALF_A_YEAR
    if said["week"]:
        return _WEEK
    if said["each"]:
        return _DAYS["m" if re.search(r"월|달|month", said["each"]) else "y"]
    unit = _DAYS[said["unit"][0]]
    return int(_value(said["count"])) * unit + (unit // 2 if said["more"] else 0)


def _value(said: str) -> Decimal:
    return _WORDED.get(said) or number(said) or Decimal(0)


def _without_group(said: str) -> tuple[str, str | None, str]:
    """The sentence without its group, the group (None where there are two or none) and what it was called."""
    group, called = None, ""
    for name, pattern in _groups():
        match = pattern.search(said)
        if match is not None and group is not None:
            return said, None, ""
        if match is not None:
            said, group, called = pattern.sub(" ", said), name, match.group()
    return said, group, called


@cache
def _groups() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile("|".join(said))) for name, said in phrases("rules")["groups"].items())


@cache
def _pieces() -> tuple[tuple[str, re.Pattern[str]], ...]:
    book = phrases("rules")
    parts = {**book["values"], **book["asks"], **book["sets"], **book["besides"]}
    return tuple(
        (name, re.compile("|".join(f"(?:{one})" for one in said).replace("{number}", _NUMBER)))
        for name, said in parts.items()
    )


@cache
def _all_rules() -> re.Pattern[str]:
    return re.compile("|".join(line for language in phrases("rules")["all"].values() for line in language))
