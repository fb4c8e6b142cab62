"""Days, times, money, phone numbers and gaps as people write them, in Korean and in English.

The patterns are Babel's (Unicode CLDR); only their choice is ours. What takes time to format is remembered, because
lists repeat the same days and amounts; phone numbers are not, because they are people's data.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal

from bot.domain.money import minor_digits
from bot.domain.outgoing import Money
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal

_DAY = {"ko": "M/d(E)", "en": "EEE d MMM"}
_DAY_AND_YEAR = {"ko": "y.M.d(E)", "en": "EEE d MMM y"}
_WON = {"ko": "#,##0원"}
_USUAL = "usual"


def day(value: date, language: str, today: date) -> str:
    """ "3/13(금)", "Fri 13 Mar"; with the year when it is not today's: "2025.3.13(목)", "Thu 13 Mar 2025"."""
    patterns = _DAY if value.year == today.year else _DAY_AND_YEAR
    return _date(date(value.year, value.month, value.day), patterns[language], language)


def time_of_day(value: time, language: str) -> str:
    """ "18시", "18:30"; "6 pm", "6:30 pm", "noon". Seconds are left out."""
    return _time(value.replace(second=0, microsecond=0, tzinfo=None), language)


def moment(value: datetime, language: str, zone: ZoneInfo, today: date) -> str:
    """ "3/13(금) 18:30", "Fri 13 Mar 6:30 pm" in the shop's zone. Raises ValueError for a moment without a zone."""
    local = in_zone(value, zone)
    return f"{day(local, language, today)} {time_of_day(local.time(), language)}"


def in_zone(value: datetime, zone: ZoneInfo) -> datetime:
    """The moment on the shop's clock. Raises ValueError for a moment without a zone: it could mean any."""
    if value.utcoffset() is None:
        raise ValueError("a moment needs a zone")
    return value.astimezone(zone)


@lru_cache(maxsize=4096)
def money(value: Money, language: str) -> str:
    """ "18,000원" and "₩18,000" from 18000 won, "US$5.50" and "$5.50" from 550 cents."""
    amount = Decimal(value.minor).scaleb(-minor_digits(value.currency))
    pattern = _WON.get(language) if value.currency == "KRW" else None
    return str(format_currency(amount, value.currency, pattern, locale=language))


@lru_cache(maxsize=4096)
def count(value: int, language: str) -> str:
    """ "1,204"."""
    return str(format_decimal(value, locale=language))


def pieces(value: int, item: str, preset: str, language: str) -> str:
    """So many of a thing: "2잔", "3점", "×2"."""
    return f"{count(value, language)}{counter(item, preset)}" if language == "ko" else f"×{count(value, language)}"


def counter(item: str, preset: str) -> str:
    """The Korean word that counts a thing in a shop of this kind (laundry, salon, cafe, theatre)."""
    words = _counters().get(preset, _counters()["laundry"])
    name = re.sub(r"\s*\([^)]*\)$", "", item)
    fitting = (
        (len(end), word) for word, ends in words.items() for end in ends if word != _USUAL and name.endswith(end)
    )
    return max(fitting, default=(0, str(words[_USUAL])))[1]


@cache
def _counters() -> Mapping[str, Mapping[str, str | list[str]]]:
    return tomllib.loads(Path(__file__).with_name("counters.toml").read_text(encoding="utf-8"))


def gap(days: int, language: str) -> str:
    """A length of days as people say it: whole weeks as weeks ("4주", "4 weeks"), everything else in days ("31일")."""
    number, unit = (days // 7, "week") if days and days % 7 == 0 else (days, "day")
    if language == "ko":
        return f"{count(number, language)}{'주' if unit == 'week' else '일'}"
    return f"{count(number, language)} {unit}{'' if number == 1 else 's'}"


def span(days: int, language: str) -> str:
    """How long a rule looks back: whole years and months of 30 days as such ("1년", "6달", "a year"), else `gap`."""
    number, korean, english = (days // 365, "년", "year") if days % 365 == 0 else (days // 30, "달", "month")
    if not days or (days % 365 and days % 30):
        return gap(days, language)
    if language == "ko":
        return f"{'한 ' if (number, korean) == (1, '달') else number}{korean}"
    return f"{number} {english}s" if number > 1 else f"a {english}"


def phone(value: str) -> str:
    """ "010-1234-5678" from any way of writing it; a foreign number with its country; what is no number unchanged."""
    try:
        return parse_phone(value).national
    except Refusal:
        return value


def person(name: str, language: str) -> str:
    """How the shop calls someone: "김수연님", "Emily Carter님"; in English the name as it is stored."""
    return name if language != "ko" or name.endswith("님") else f"{name}님"


@lru_cache(maxsize=4096)
def _date(value: date, pattern: str, language: str) -> str:
    return str(format_date(value, pattern, locale=language))


@lru_cache(maxsize=2048)
def _time(value: time, language: str) -> str:
    if language == "ko":
        return str(format_time(value, "HH:mm" if value.minute else "H시", locale=language))
    if value == time(12):
        return "noon"
    return str(format_time(value, "h:mm a" if value.minute else "h a", locale=language)).lower()
