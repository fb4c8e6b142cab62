"""By how much a promise slips: "하루 늦어요", "two days late", "needs one more day"."""

import re
from dataclasses import replace
from datetime import date, datetime

from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.orders import Late
from bot.understanding.normalise import flat, tidy
from bot.understanding.numbers import number
from bot.understanding.periods import find_spans

_LONGEST = 31
_WORDS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15,
    "a": 1, "an": 1, "another": 1, "couple of": 2,
}  # fmt: skip
_KOREAN = "|".join(one for one in _WORDS if not one.isascii())
_KO = re.compile(
    rf"(?:(?P<word>{_KOREAN})|(?P<count>\d{{1,2}}|일|한|두|세|네)\s?(?P<unit>일|주일|주))"
    r"(?:이나|은|만|간|씩|도)?\s?(?:정도|쯤|가량)?\s?"
    r"(?:(?:더\s?)?(?:늦|미뤄|미루|미룰|밀려|밀릴|밀렸|연기|지연|딜레이)|더\s?(?:걸|필요|있어야|주셔야|주세요))"
)
_COUNT = r"(?P<count>\d{1,2}|an?|another|a\scouple\sof|one|two|three|four|five|six|seven|eight|nine|ten)"
_UNIT = r"(?P<unit>day|week)s?\b"
_MORE = r"(?:more|extra|further|additional)"
_EN = (
    re.compile(rf"\b{_COUNT}\s(?:{_MORE}\s)?{_UNIT}\s(?:late|later|behind|delay|delayed|longer|more|extra)\b"),
    re.compile(rf"\b{_COUNT}\s{_MORE}\s{_UNIT}"),
    re.compile(rf"\b(?P<count>another)\s{_UNIT}"),
    re.compile(
        r"\b(?:late|delayed|delay|behind|postponed?|(?:push|put)\S*\s(?:\S+\s){0,4}back)\b.{0,30}?\bby\s"
        rf"{_COUNT}\s{_UNIT}"
    ),
)
_BECAUSE = re.compile(r"\b(?:because(?:\sof)?|due\sto)\s(?P<why>.{2,80})$", re.IGNORECASE)
_WHY = re.compile(r"^(?P<why>.{1,60}?)\s?때문에\s?|^(?P<since>.{2,60}?[가-힣]서)\s")
_SINCE = re.compile(
    r"(?<=\s)(?P<because>\S+)\s?때문에\s|(?<=\s)(?P<why>\S+\s[가-힣]+서)\s(?:하루|이틀|사흘|나흘|닷새|열흘|보름|\d)"
)
_BEGINS = re.compile(r"^(?:because(?:\sof)?|due\sto)\s", re.IGNORECASE)
_ENDS = re.compile(r"\s?때문(?:에|이에요|이야|입니다|임)?요?$")
_LATER = re.compile(r"\s?(?:뒤|후|있다가|더)(?:에|요)?$")


def slips(text: str) -> int:
    """The days by which something is later than was promised; 0 where none are said."""
    low = text.lower()
    for pattern in (_KO, *_EN):
        found = pattern.search(low)
        if found is None:
            continue
        said = found.groupdict()
        if said.get("word"):
            return _WORDS[said["word"]]
        count = said["count"].removeprefix("a ") if "couple" in said["count"] else said["count"]
        days = _WORDS.get(count) or int(number(count) or 0)
        days *= 7 if said["unit"].startswith(("주", "week")) else 1
        return days if 0 < days <= _LONGEST else 0
    return 0


def with_slip(ask: Ask | None, text: str) -> Ask | None:
    """The same with the days by which it slips: "3일 늦어" is no third of the month."""
    days = slips(text) if isinstance(ask, Late) else 0
    if not isinstance(ask, Late) or not days:
        return ask
    because = _BECAUSE.search(text) or _WHY.search(ask.reason) or (None if ask.reason else _SINCE.search(text))
    reason = next(filter(None, because.groups()), "") if because else ask.reason
    return replace(ask, to=None, by=days, reason=_without_days(reason))


def _without_days(reason: str) -> str:
    for pattern in (_KO, *_EN):
        reason = pattern.sub("", reason)
    return reason.strip(" ,.!")


def read_rest(text: str, now: datetime, *, when: bool) -> tuple[datetime | date | None, int, str]:
    """What was asked for about something late: the new time or the days by which it slips, and the reason. Where only
    the reason was asked for (not `when`), all of it is that. `now` is aware and in the shop's zone.
    """
    said = tidy(text).strip(" .!~")
    if not when:
        return None, 0, _ENDS.sub("", _BEGINS.sub("", said)).strip()
    why = _BECAUSE.search(said) or _WHY.search(said)
    rest = said.replace(why[0], " ").strip() if why else said
    days = slips(_LATER.sub(" 늦어", rest)) or slips(f"{rest} 늦어") or slips(f"{rest} late")
    moments = [span.moment for span in find_spans(flat(rest), now) if span.moment is not None]
    reason = next(filter(None, why.groups()), "") if why else ""
    return (None if days or not moments else moments[-1]), days, reason
