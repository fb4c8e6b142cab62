"""Time in English: what is said in a shop, so that "may come" is no month and "in 3 weeks" can be a length."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.understanding.asks.values import Period
from bot.understanding.numbers import number
from bot.understanding.spans import DAY, LONGEST, TimeSpan, calendar, day_span, duration, month_after, named
from bot.understanding.spans import period_span as named_span

_NUMBER = (
    r"\d{1,3}(?:\.\d)?|(?:one|two|three|a)\sand\sa\shalf|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|ninety|hundred|(?:a\s)?couple(?:\sof)?|half\san?|half|a\shundred"
)
_UNIT = r"days?|(?<=\d)d|dys|weeks?|wks?|fortnights?|months?|mnths?|mths?|mos?|years?|yrs?|quarters?"
_LENGTH = re.compile(
    r"\b(?:(?:in|within|over|during|for|across|from|of|since)\s)?(?:the\s|these\s|our\s)?"
    r"(?:(?P<lead>last|past|previous|recent|next|coming|following)\s)?"
    r"(?:(?P<more>over|more\sthan|above|beyond|longer\sthan|at\sleast|about|around|almost|nearly|like|upwards\sof|>=?|≥|\+)\s?)*"
    rf"(?P<n>{_NUMBER})\s?\+?[\s-]?(?P<unit>{_UNIT})\b(?P<more_half>\sand\sa\shalf)?\+?(?P<tail>\sago|\sback|\sfrom\s(?:now|today)|\slater)?"
    r"(?:\s(?:(?:or|and)\s(?:more|longer|so|above|over|up|beyond)|plus|straight|now|already|time)\b)?"
)
_LEAD_ONLY = re.compile(
    r"\b(?:(?:in|within|(?<!hand\s)over|during|for|across|from|of)\s)?(?P<the>the\s)?(?P<lead>past|last|lst|previous|prev|next|nxt|coming|this|current|dis)"
    r"\s(?P<unit>week|wk|month|mnth|mth|year|yr|quarter|weekend|fortnight)(?:'?s)?\b(?:\s(?P<soft>so\sfar|to\sdate))?"
)
_FURTHER = re.compile(
    r"\b(?:(?:in|for|of|over|during)\s)?(?:the\s)?(?:(?P<before>week|month|year)\sbefore\slast"
    r"|(?P<weekend>(?<!last\s)(?<!next\s)(?<!this\s)weekend)"
    r"|(?P<same>(?:same|this)\smonth\slast\syear)"
    r"|(?:q(?P<quarter>[1-4])|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)\squarter|h(?P<h>[12])"
    r"|(?P<half>first|second|1st|2nd)\shalf)(?:\sof)?(?:\s(?:(?P<y1>20\d\d|this|last)(?:\syear)?|(?:the|in)\s(?:year\s?)?(?P<y2>20\d\d)?))?"
    r")\b(?:'s)?"
)
_FIRST = ("1", "first", "1st", "2", "second", "2nd", "3", "third", "3rd", "4", "fourth", "4th")
_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_WEEKDAY = r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday|nsday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
MONTHS = {name: at for at, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1)}  # fmt: skip
MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_TO_DAY = r"(?:st|nd|rd|th)?\s?(?:-|–|~|to|until|till|through|and)\s?(?:the\s)?"
_DAYS_OF = re.compile(
    rf"\b(?:(?:from|between)\s(?:the\s)?)?(?:(?P<d1>\d{{1,2}}){_TO_DAY}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?"
    rf"\s(?P<m>{MONTH})"
    rf"|(?P<mb>{MONTH})\s(?:from\s)?(?:the\s)?(?P<d1b>\d{{1,2}}){_TO_DAY}(?P<d2b>\d{{1,2}})"
    r"(?:st|nd|rd|th)?)(?![\d:])(?:,?\s(?P<y>20\d\d))?"
)
_MONTHS_TO = re.compile(
    rf"\b(?:from|between)\s(?P<first>{MONTH})\s(?:and|to|till|until|through|thru|up\sto)\s(?P<last>{MONTH})"
    r"(?:\s(?:of\s)?(?P<year>20\d\d|last\syear|this\syear))?(?!\.?\s\d{1,2}(?:st|nd|rd|th)?\b|[a-z])"
)
_SINCE_THE_START = r"(?:since|from)\s(?:the\s)?(?:start|beginning|first)\sof\s(?:the|this)"
_SINCE = re.compile(r"\b(?:from|since)\b")
_NAMED = {
    "today": r"(?:(?<=until\s)|(?<=till\s)|(?<=to\s))now"
    r"|today(?:'?s)?|2day|tday|tdy|tonight|this\s(?:morning|afternoon|evening)|so\sfar\stoday",
    "yesterday": r"yesterday(?:'?s)?|yday|ystrday|yesturday|last\snight",
    "tomorrow": r"tomorrow(?:'?s)?|tomorow|tommorow|tommorrow|tmrw|tmrrw|tmr|tmw|tomo[sz]?|2moz|2moro|2morrow",
    "this_year": rf"ytd|(?:the\s)?year\sto\sdate|(?:the\s)?year\sso\sfar|{_SINCE_THE_START}\syear",
    "this_month": rf"mtd|(?:the\s)?month\sto\sdate|(?:the\s)?month\sso\sfar|{_SINCE_THE_START}\smonth",
    "this_week": rf"{_SINCE_THE_START}\sweek",
}
_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
ORDINALS = [
    *_ONES.split("|"), "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth", *(f"twenty {one}" for one in _ONES.split("|")), "thirtieth",
    "thirty first",
]  # fmt: skip
ORDINAL = "|".join(word.replace(" ", r"[\s-]") for word in reversed(ORDINALS))
_DATE = re.compile(
    r"\b(?:"
    r"(?P<before_yesterday>(?:the\s)?day\sbefore\s(?:yesterday|yday))|(?P<after_tomorrow>(?:the\s)?day\safter\s(?:tomorrow|tmrw|tmr|2moro))"
    + "".join(f"|(?P<{name}>{words})" for name, words in _NAMED.items())
    + r"|(?P<day_first>(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])(?!/))"
    r"|(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
    rf"|(?:(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<dw>{ORDINAL}))(?:\sof)?\s(?P<m1>{MONTH})|(?P<m2>{MONTH})\.?\s(?:the\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\s?[ap]m))"
    r"(?:,?\s(?P<y>20\d\d))?"
    rf"|(?P<pm>in|last|this|next|for(?!\s(?:{MONTH})\s(?:the\s)?\d{{1,2}}\b)|during|of|since)\s(?P<month>{MONTH})(?!\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b)(?:\s(?P<my>20\d\d|last\syear|this\syear))?"
    r"|(?P<mshort>jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\s(?:b(?:irth)?days?|sales|takings|revenue|visits|bookings|appts?)\b)"
    r"|(?P<mlast>january|february|april|june|july|august|september|october|november|december)(?:\s(?P<mly>last\syear|this\syear|20\d\d))?"
    r"|(?P<dom>\d{1,2})(?:st|nd|rd|th)(?:\sof\s(?P<of>last|this|next)\smonth|\sof\sthe\smonth)?"
    rf"|(?:(?:on|by|for|this)\s)?(?:(?P<which>this\scoming|last|next|nxt|this|coming|past)\s)?(?P<weekday>{_WEEKDAY})(?:'s)?"
    r"|(?:(?:in|during|for|of|from|since|all)\s|(?<=spend\s)|(?<=spent\s)|(?<=sales\s)|(?<=spenders\s)|(?<=visits\s))"
    r"(?P<year>20\d\d)(?!\s?(?:won|krw)|[-/.,]\d)"
    r"|(?:the\s)?(?:last\sday|end)\sof\s(?P<ends>last|this|next|the)\smonth"
    r"|(?P<christmas>xmas|christmas)(?P<eve>\seve)?|new\syear'?s\s(?P<new_year>eve|day)"
    r")(?![a-z0-9])"
)
_PARTS = {"morning": 0, "noon": 12, "afternoon": 12, "evening": 12, "night": 12, "tonight": 12}
_MINUTES = {"fifte": 15, "thirt": 30, "forty": 45}
_TIME = re.compile(
    r"\b(?:at\s|by\s|around\s|@\s?|from\s|about\s)?(?:"
    r"(?P<noon>noon|midday)|(?P<midnight>midnight)"
    r"|(?P<past>half|quarter)\s(?P<way>past|to)\s(?P<ph>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    # In British use "half four" is half past four.
    r"|half[\s-](?P<hh>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?![\w%]|[.,:/]\d|\s?(?:am\b|days?|weeks?|months?|hours?|dozen|hundred|thousand|million|price|off|won|k\b|percent))"
    r"|(?P<h>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.](?P<m>\d\d))?\s?(?P<ap>[ap])\.?\s?m\b\.?"
    r"|(?P<h2>\d{1,2})[:](?P<m2>\d\d)"
    r"|(?:(?<=\bat\s)|(?<=day\s))(?P<h6>\d{1,2})\.(?P<m6>[0-5]\d)(?!\d|\s?%)"
    r"|(?P<h12>\d{1,2})\.(?P<m12>[0-5]\d)(?=\s(?:tomorrow|today|tonight|in\sthe|this)\b)"
    r"|(?P<h7>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?P<m7>fifteen|thirty|forty[\s-]five)"
    r"(?=\s(?:in\sthe|at\snight|[ap]\.?m)|[.,!?]|$)"
    r"|(?P<h3>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o'?\s?clock"
    r"|(?<=\bat\s)(?P<h4>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\d|[.,:/]\d|:|\s?(?:am|pm|won|k\b|%|days?|weeks?|months?))"
    r"|(?<=\baround\s)(?P<h8>\d{1,2})(?=\s?(?:ish\b|[.,!?]|$|(?:or so|please|pls|if|on|tomorrow|today)\b))"
    r"|(?P<h9>\d{1,2})\s?ish\b"
    # As the French and the Spanish write it: "20h", "20h30".
    r"|(?P<h11>1\d|2[0-3])h(?P<m11>[0-5]\d)?\b"
    r"|(?P<h10>\d{1,2})(?=\s(?:instead of|rather than)\s(?:\d{1,2})(?:\s?[.,!?]|$|\s(?:tomorrow|today|on|please)\b))"
    r"|(?P<h5>\d{1,2})(?=\sin\sthe\s(?:morning|afternoon|evening)|\sat\snight)"
    r")(?:\s(?:in\sthe\s|at\s)?(?P<part>morning|afternoon|evening|night))?"
)
_PART = re.compile(r"\b(?:in\sthe\s)?(?P<part>morning|afternoon|evening|night)\b")
_SOON = re.compile(
    rf"\b(?:in|after)\s(?P<n>{_NUMBER})\s?(?P<unit>hours?|hrs?|h|minutes?|mins?|min)\b|\b(?:in|after)\s(?P<half>half\san\shour)"
    rf"|\b(?P<n2>{_NUMBER})\s?(?P<unit2>hours?|hrs?|minutes?|mins?|min)\s(?:from\snow|later)\b"
)
# "The 7:30 pm show on 28 November", "the 3 o'clock perm on Friday".
_WHAT_IS_THEN = re.compile(r"\s(?:[a-z'-]+\s){1,2}on\s(?:the\s)?")
_GAP = re.compile(r"[\s,()]*(?:(?:at|on|by|around|the|in|of|for|about|@|is|-)[\s,()]*)*")


def find(text: str, now: datetime) -> list[TimeSpan]:
    """Every English expression of time in a flat text."""
    if not re.search(r"[a-z]|\d[-/.:]\d", text):
        return []
    spans = [
        *_soon(text, now),
        *_lengths(text, now),
        *_leads(text, now),
        *_dates(text, now),
        *_further_back(text, now.date()),
        *_days_of_month(text, now.date()),
        *_months_to(text, now.date()),
    ]
    spans.sort(key=lambda span: (span.start, -span.end))
    kept: list[TimeSpan] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return _with_times(text, _merged(text, kept), now)


def _months_to(text: str, today: date) -> list[TimeSpan]:
    """ "between March and May", both of them whole: those that came last, unless a year is said."""
    found = []
    for match in _MONTHS_TO.finditer(text):
        first, last = MONTHS[match["first"][:3]], MONTHS[match["last"][:3]]
        year = match["year"] or ""
        ends = int(year) if year.isdigit() else today.year - (year.startswith("last"))
        if not year and date(ends + (last < first), min(first, last), 1) > today:
            ends -= 1
        start = date(ends, first, 1)
        end = month_after(date(ends + (last < first), last, 1))
        found.append(TimeSpan(match.start(), match.end(), None, named(start, end, today), None))
    return found


def _count(said: str) -> int | None:
    """None for "half": half a year is counted by its caller."""
    if said.startswith("half"):
        return None
    said = said.removesuffix(" of").removeprefix("a ") if "couple" in said or "hundred" in said else said
    if said.endswith(" and a half"):
        said = said.removesuffix(" and a half")
    value = number(said)
    return int(value) if value is not None else 1


def _unit(said: str) -> str:
    return {"d": "day", "w": "week", "f": "fortnight", "m": "month", "y": "year", "q": "quarter"}[said[0]]


def _lengths(text: str, now: datetime) -> list[TimeSpan]:
    found = []
    today = now.date()
    for match in _LENGTH.finditer(text):
        count, unit = _count(match["n"]), _unit(match["unit"])
        if unit == "fortnight":
            count, unit = (count or 1) * 14, "day"
        if unit == "quarter":
            count, unit = (count or 1) * 3, "month"
        if count is None:
            count, unit = {"week": (3, "day"), "month": (15, "day"), "year": (6, "month")}.get(unit, (1, "day"))
        if match["more_half"] or (match["n"].endswith("half") and " and " in match["n"]):
            count, unit = (
                {"week": count * 7 + 3, "month": count * 30 + 15, "year": count * 365 + 180}.get(unit, 1),
                "day",
            )
        if count > LONGEST[unit]:
            continue
        start, end = match.span()
        tail = (match["tail"] or "").strip()
        ahead = match["lead"] in ("next", "coming", "following") or tail in ("later", "from now", "from today")
        span = duration(start, end, count, unit, now, ahead=ahead)
        if tail in ("ago", "back"):
            point = _shift(today, -count, unit)
            period = named(point, point + DAY, today)
            span = TimeSpan(start, end, span.days, period, period, point)
        elif not match["lead"] and (tail or text[start : start + 3] == "in " or text[:start].endswith("after ")):
            start -= len("after ") if text[:start].endswith("after ") else 0
            point = _shift(today, count, unit)
            span = replace(span, start=start, coming=named(point, point + DAY, today), moment=point)
        found.append(span)
    return found


def _shift(day: date, count: int, unit: str) -> date:
    if unit in ("month", "year"):
        first = month_after(day.replace(day=1), count * (12 if unit == "year" else 1))
        return first.replace(day=min(day.day, (month_after(first) - DAY).day))
    return day + count * {"day": 1, "week": 7}[unit] * DAY


def _leads(text: str, now: datetime) -> list[TimeSpan]:
    found = []
    today = now.date()
    for match in _LEAD_ONLY.finditer(text):
        lead, unit = (
            match["lead"],
            {"wk": "week", "mnth": "month", "mth": "month", "yr": "year"}.get(match["unit"], match["unit"]),
        )
        start, end = match.span()
        which = {
            "past": "last",
            "lst": "last",
            "previous": "last",
            "prev": "last",
            "current": "this",
            "dis": "this",
            "coming": "next",
            "nxt": "next",
        }.get(lead, lead)
        if unit == "fortnight":
            found.append(duration(start, end, 14, "day", now, ahead=which == "next"))
        elif unit == "weekend":
            saturday = today - today.weekday() * DAY + 5 * DAY + {"last": -7, "this": 0, "next": 7}[which] * DAY
            period = named(saturday, saturday + 2 * DAY, today)
            found.append(TimeSpan(start, end, None, period, period, saturday))
        elif unit == "quarter":
            first = month_after(
                date(today.year, (today.month - 1) // 3 * 3 + 1, 1), {"last": -3, "this": 0, "next": 3}[which]
            )
            period = named(first, month_after(first, 3), today)
            found.append(TimeSpan(start, end, None, period, period))
        elif (lead == "past" or match["the"]) and which == "last":
            # "In the last month" is a length; "last month" is the one before this.
            found.append(duration(start, end, 1, unit, now))
        elif which == "next" and unit == "year":
            period = named(date(today.year + 1, 1, 1), date(today.year + 2, 1, 1), today)
            found.append(TimeSpan(start, end, None, period, period))
        else:
            found.append(named_span(start, end, f"{which}_{unit}", today))
    return found


def _further_back(text: str, today: date) -> Iterator[TimeSpan]:
    """Weeks, months, quarters and halves of a year that have no short name."""
    for match in _FURTHER.finditer(text):
        if match["before"]:
            start, end = _before_last(match["before"], today)
        elif match["weekend"]:
            start = today + (5 - today.weekday()) * DAY
            end = start + 2 * DAY
        elif match["same"]:
            start = date(today.year - 1, today.month, 1)
            end = month_after(start)
        else:
            quarter = match["quarter"] or match["nth"]
            months = 3 if quarter else 6
            at = _FIRST.index(str(quarter or match["half"] or match["h"])) // 3 + 1
            years = {"this": today.year, "last": today.year - 1}
            said = next((year for name in ("y1", "y2") if (year := match[name])), None)
            year = years.get(said or "") or int(said or today.year)
            start = date(year, (at - 1) * months + 1, 1)
            if said is None and start > today:
                start = start.replace(year=year - 1)
            end = month_after(start, months)
        period = named(start, end, today)
        yield TimeSpan(*match.span(), None, period, period)


def _days_of_month(text: str, today: date) -> Iterator[TimeSpan]:
    """ "1-15 November", "from 1 to 15 Nov", "Nov 1 to 15"."""
    for match in _DAYS_OF.finditer(text):
        first, last = (int(match[name] or match[f"{name}b"]) for name in ("d1", "d2"))
        month, year = MONTHS[(match["m"] or match["mb"])[:3]], match["y"]
        try:
            start, end = (date(int(year or today.year), month, day) for day in (first, last))
            past = start if year or start <= today else start.replace(year=today.year - 1)
        except ValueError:
            continue
        if start <= end:
            length = end - start + DAY
            yield TimeSpan(*match.span(), None, named(past, past + length, today), named(start, start + length, today))


def _before_last(unit: str, today: date) -> tuple[date, date]:
    if unit == "week":
        start = today - (today.weekday() + 14) * DAY
        return start, start + 7 * DAY
    if unit == "month":
        start = month_after(today.replace(day=1), -2)
        return start, month_after(start)
    return date(today.year - 2, 1, 1), date(today.year - 1, 1, 1)


def _dates(text: str, now: datetime) -> list[TimeSpan]:
    found = []
    for match in _DATE.finditer(text):
        if match.group() == "now" and not _SINCE.search(text[: match.start()]):
            continue  # "how many times until now" names no beginning
        span = _date(match, now.date())
        if span is not None:
            found.append(span)
    return found


def _date(match: re.Match[str], today: date) -> TimeSpan | None:
    start, end = match.span()
    name = next((name for name in _NAMED if match[name]), None)
    if name:
        return named_span(start, end, name, today)
    if match["before_yesterday"] or match["after_tomorrow"]:
        return day_span(start, end, today + (2 if match["after_tomorrow"] else -2) * DAY, today)
    if match["weekday"]:
        return _weekday(match, today)
    if match["year"]:
        first = date(int(match["year"]), 1, 1)
        period = named(first, date(first.year + 1, 1, 1), today)
        return TimeSpan(start, end, None, period, period)
    if match["month"] or match["mlast"] or match["mshort"]:
        return _month(match, today)
    try:
        return _day(match, today)
    except ValueError:  # 31 February and its like are no dates
        return None


def _weekday(match: re.Match[str], today: date) -> TimeSpan | None:
    said, which = match["weekday"], match["which"]
    # "sun", "sat" and "wed" are words of their own unless something says that a day is meant.
    if (
        said in ("sun", "sat", "wed", "mon")
        and not which
        and not re.match(r"(?:on|by|for|this)\s", match.group())
        and not re.match(r"(?:\sat)?\s\d", match.string[match.end() :])
    ):
        return None
    day = _WEEKDAYS[said[:3]]
    monday = today - today.weekday() * DAY
    past = today - ((today.weekday() - day - 1) % 7 + 1) * DAY
    coming = today + ((day - today.weekday() - 1) % 7 + 1) * DAY
    if which in ("next", "nxt"):
        past = coming = monday + (7 + day) * DAY
    elif which == "this":
        past = coming = monday + day * DAY
    elif which in ("last", "past"):
        coming = past
    elif which:
        past = coming
    return TimeSpan(*match.span(), None, named(past, past + DAY, today), named(coming, coming + DAY, today), coming)


def _month(match: re.Match[str], today: date) -> TimeSpan | None:
    said = match["month"] or match["mlast"] or match["mshort"]
    month, year_said, which = MONTHS[said[:3]], match["my"] or match["mly"], match["pm"]
    if said in ("mar", "sep", "dec", "jan") and not which and not match["mshort"]:
        return None
    if year_said:
        year = {"last year": today.year - 1, "this year": today.year}.get(year_said) or int(year_said)
        past = coming = date(year, month, 1)
    else:
        past = date(today.year - (month > today.month), month, 1)
        coming = date(today.year + (month < today.month), month, 1)
        if which == "last" and month == today.month:
            past = date(today.year - 1, month, 1)
    return TimeSpan(*match.span(), None, _whole_month(past, today), _whole_month(coming, today))


def _whole_month(first: date, today: date) -> Period:
    return named(first, month_after(first), today)


def _day(match: re.Match[str], today: date) -> TimeSpan | None:
    start, end = match.span()
    if match["iso"]:
        parts = [int(part) for part in re.split(r"[-/.]", match["iso"])]
        return day_span(start, end, date(*parts), today)
    year: int | None = None
    if match["day_first"]:
        day, month = (int(part) for part in match["day_first"].split("/"))
    elif match["christmas"]:
        month, day = 12, 24 if match["eve"] else 25
    elif match["new_year"]:
        month, day = (12, 31) if match["new_year"] == "eve" else (1, 1)
    elif match["dom"]:
        return _day_of_month(match, today)
    elif match["ends"]:
        first = month_after(today.replace(day=1), {"last": 0, "next": 2}.get(match["ends"], 1))
        return day_span(start, end, first - DAY, today)
    else:
        month = MONTHS[(match["m1"] or match["m2"])[:3]]
        word = match["dw"]
        day = ORDINALS.index(word.replace("-", " ")) + 1 if word else int(match["d1"] or match["d2"])
        year = int(match["y"]) if match["y"] else None
    past = coming = date(year or today.year, month, day)
    if year is None:
        past = past if past <= today else date(today.year - 1, month, day)
        coming = coming if coming >= today else date(today.year + 1, month, day)
    return TimeSpan(start, end, None, named(past, past + DAY, today), named(coming, coming + DAY, today), coming)


def _day_of_month(match: re.Match[str], today: date) -> TimeSpan:
    day, first = int(match["dom"]), today.replace(day=1)
    if match["of"]:
        found = month_after(first, {"last": -1, "this": 0, "next": 1}[match["of"]]).replace(day=day)
        return day_span(*match.span(), found, today)
    # The nearest month that has the day: in November "the 31st" is the one of October, or of December.
    past = next(found for found in _in_months(day, first, -1) if found <= today)
    coming = next(found for found in _in_months(day, first, 1) if found >= today)
    return TimeSpan(*match.span(), None, named(past, past + DAY, today), named(coming, coming + DAY, today), coming)


def _in_months(day: int, first: date, step: int) -> Iterator[date]:
    """That day of each month from this one on, forwards or backwards. Raises ValueError for a day that none has."""
    if not 1 <= day <= 31:
        raise ValueError(f"no month has a day {day}")
    months = (month_after(first, step * count) for count in range(3))
    return (month.replace(day=day) for month in months if day <= (month_after(month) - DAY).day)


def _soon(text: str, now: datetime) -> list[TimeSpan]:
    found = []
    for match in _SOON.finditer(text):
        said, unit = match["n"] or match["n2"] or "half", match["unit"] or match["unit2"] or "h"
        minutes = 30 if said.startswith("half") else (_count(said) or 0) * (60 if unit[0] == "h" else 1)
        moment = (now + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
        today = calendar("today", now.date())
        found.append(TimeSpan(*match.span(), None, today, today, moment))
    return found


def _merged(text: str, spans: list[TimeSpan]) -> list[TimeSpan]:
    """ "next Tuesday (the 24th)" is one day said twice."""
    out: list[TimeSpan] = []
    for span in spans:
        before = out[-1] if out else None
        if (
            before
            and _GAP.fullmatch(text[before.end : span.start])
            and isinstance(before.moment, date)
            and before.moment == span.moment
        ):
            out[-1] = replace(before, end=span.end)
        else:
            out.append(span)
    return out


def _with_times(text: str, spans: list[TimeSpan], now: datetime) -> list[TimeSpan]:
    """Join each time of day with the date next to it; a lone time is today's, or tomorrow's once it has passed."""
    out = list(spans)
    for match in _TIME.finditer(text):
        start, end = match.span()
        near = [
            at
            for at, span in enumerate(out)
            if (
                span.end <= start
                and _GAP.fullmatch(
                    text[span.end : start]
                    .replace("evening", "")
                    .replace("morning", "")
                    .replace("afternoon", "")
                    .replace("night", "")
                )
            )
            or (span.start >= end and (_GAP.fullmatch(gap := text[end : span.start]) or _WHAT_IS_THEN.fullmatch(gap)))
        ]
        if any(span.start < end and start < span.end for span in out):
            continue
        if near:
            span = out[near[0]]
            between = text[min(span.end, end) : max(span.start, start)]
            behind = _PART.match(text, max(span.end, end) + 1)
            around = [between, text[span.start : span.end], behind.group() if behind else ""]
            clock = _clock(match, " ".join(around))
            if clock is None or isinstance(span.moment, datetime) or span.moment is None:
                continue
            moment = datetime.combine(span.moment, clock, now.tzinfo)
            out[near[0]] = replace(span, start=min(span.start, start), end=max(span.end, end), moment=moment)
            continue
        clock = _clock(match, "")
        if clock is None:
            continue
        moment = datetime.combine(now.date(), clock, now.tzinfo)
        if moment <= now:
            moment += DAY
        today = calendar("today", now.date())
        out.append(TimeSpan(start, end, None, today, today, moment))
    for match in _PART.finditer(text):
        for at, span in enumerate(out):
            if (
                span.end <= match.start()
                and _GAP.fullmatch(text[span.end : match.start()])
                and isinstance(span.moment, date)
            ):
                out[at] = replace(span, end=match.end())
    return sorted(out, key=lambda span: span.start)


def _clock(match: re.Match[str], around: str) -> time | None:
    if match["noon"] or match["midnight"]:
        return time(12 if match["noon"] else 0)
    minute = int(
        match["m"]
        or match["m2"]
        or match["m6"]
        or match["m11"]
        or match["m12"]
        or _MINUTES.get((match["m7"] or "")[:5], 0)
    )
    hour_said = next(
        match[name]
        for name in ("ph", "hh", "h", "h2", "h3", "h4", "h5", "h6", "h7", "h8", "h9", "h10", "h11", "h12")
        if match[name]
    )
    hour = int(number(hour_said) or 0)
    if match["hh"]:
        minute = 30
    if match["past"]:
        minute = 30 if match["past"] == "half" else 15
        if match["way"] == "to":
            hour, minute = hour - 1, 60 - minute
    part = match["part"] or next((part for part in _PARTS if part in around), None)
    if match["ap"]:
        hour = hour % 12 + (12 if match["ap"] == "p" else 0)
    elif part:
        hour = hour % 12 + _PARTS[part] if hour <= 12 else hour
    elif hour < 8 and not match["h2"]:
        # A shop's hours: 3 is three in the afternoon.
        hour += 12
    elif hour < 8 and match["h2"] and len(match["h2"]) == 1:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None
