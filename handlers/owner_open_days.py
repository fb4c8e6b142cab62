"""When the shop is open, by sentences; and at what hour what comes by itself comes."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from bot.actions import open_days
from bot.actions.concerned import concerned
from bot.actions.open_days import DaysChanged, OpenWeek, every_day
from bot.actions.shop import FactsChanged, ShopChanged
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.opening import Day
from bot.domain.outgoing import Button, Reply, Words, in_each_language, words
from bot.domain.permissions import may
from bot.domain.said import Said
from bot.domain.shop import Quiet, ShopField
from bot.domain.visit_gifts import current
from bot.understanding.asks.reminders import OwnerClock
from bot.understanding.asks.shop import DaysOff, HolidaysOff, NamedDays, OpenDays, WeekdayEnd, WeekHours
from handlers import errors, owner_refresh
from handlers.owner_prepaid import points_end_words
from handlers.owner_texts import advertising_words, quiet_words
from handlers.shop_words import read_back, set_anew

_NOON, _MOST_HALVES = time(12), 3
_CLOCKS = {
    "brief_time": "clock-brief",
    "receipt_time": "clock-receipt",
    "reminder_time": "clock-reminder",
    "closing_time": "clock-closing",
}
WHATS = {
    "brief": "clock-brief",
    "week": "clock-week",
    "month": "clock-month",
    "receipt": "clock-receipt",
    "reminder": "clock-reminder",
    "closing": "clock-closing",
    "uncollected": "clock-uncollected",
    "birthday": "clock-birthday",
    "statement": "clock-statement",
}


def show(said: Said, unit: Unit, ask: OpenDays) -> Replies:
    """The coming week day by day, and what is closed after it."""
    found = open_days.open_week(unit)
    set_by_tap = (
        button(words("button-days-week"), "days-week"),
        button(words("button-days-off"), "days-off"),
        button(words("button-days-hours"), "hours-from", ""),
    )
    return Reply(_week(found), buttons=(set_by_tap, (set_anew(ShopField.HOURS),)))


def week(said: Said, unit: Unit, ask: WeekHours) -> Replies:
    """ "일요일은 쉬어요", "토요일은 10시부터 6시까지"."""
    return _week_read_back(unit, open_days.set_week(unit, ask.text), open_days.weekdays_of(ask.text))


def weekday_end(said: Said, unit: Unit, ask: WeekdayEnd) -> Replies:
    """ "일요일은 6시까지만 해요"."""
    return _week_read_back(unit, open_days.set_weekday_end(unit, ask.days, ask.opens, ask.closes), ask.days)


def days(said: Said, unit: Unit, ask: DaysOff) -> Replies:
    """ "내일 쉬어요", "12월 24일부터 26일까지 휴가", "이번 일요일은 열어요"."""
    return named_days(said, unit, NamedDays(every_day(ask.first, ask.last), ask.closed, ask.opens, ask.closes))


def named_days(said: Said, unit: Unit, ask: NamedDays) -> Replies:
    """ "24일과 26일 쉬어요", "24일은 오전만 해요"."""
    if ask.half:
        return _which_half(unit, ask.days)
    done = open_days.set_days(unit, ask.days, closed=ask.closed, opens=ask.opens, closes=ask.closes)
    return days_read_back(unit, done, closed=ask.closed)


def half(said: Said, unit: Unit, which: str = "", *days: str) -> Replies:
    """Which half of the days it is open."""
    try:
        found = tuple(date.fromisoformat(day) for day in days)
    except ValueError:
        return errors.old_button(said, unit)
    if not found or min(found) < unit.today or which not in ("am", "pm"):
        return errors.old_button(said, unit)
    opens, closes = (None, _NOON) if which == "am" else (_NOON, None)
    return named_days(said, unit, NamedDays(found, closed=False, opens=opens, closes=closes))


def _which_half(unit: Unit, days: Sequence[date]) -> Reply:
    unit.permit("change the shop")
    (on, last), *others = stretches(days)
    also = tuple(words("days-also", on=on, last=last if last != on else None) for on, last in others)
    text = words("half-day-which", on=on, last=last if last != on else None, also=also or None)
    parts = [day.isoformat() for day in days]
    if len(days) > _MOST_HALVES:
        return Reply(text)
    halves = ((words("button-half-am"), "am"), (words("button-half-pm"), "pm"))
    return Reply(text, buttons=(tuple(button(label, "half-day", which, *parts) for label, which in halves),))


def holidays(said: Said, unit: Unit, ask: HolidaysOff) -> Replies:
    """ "공휴일은 쉬어요"."""
    done = open_days.set_holidays(unit, closed=ask.closed)
    key = "holidays-closed" if ask.closed else "holidays-open"
    coming = [day for day in open_days.open_week(unit).later if day.why == "holiday"]
    return Reply(words(key, rows=tuple(_row(day) for day in coming[:3]) or None), buttons=_undo(done.undo))


def clock(said: Said, unit: Unit, ask: OwnerClock) -> Replies:
    """ "브리핑 8시에 보내줘", "주간 요약 꺼줘"."""
    if ask.at is not None:
        done = open_days.set_clock(unit, ask.what, ask.at)
        text = words("clock-set", what=words(WHATS[ask.what]), at=open_days.on_day(unit, ask.at))
        return Reply(text, buttons=_undo(done.undo))
    done = open_days.set_wanted(unit, ask.what, on=bool(ask.on))
    key = "clock-on" if ask.on else "clock-off"
    return Reply(words(key, what=words(WHATS[ask.what])), buttons=_undo(done.undo))


def days_read_back(unit: Unit, done: DaysChanged, *, closed: bool, way: bool = True) -> Reply:
    """What holds on these days now; and (`way`) the way to those whom it concerns."""
    found = stretches([day.on for day in done.days])
    (on, last), hours = found[0], done.days[0].hours
    on_it = None
    if closed and (done.bookings or done.promised):
        on_it = words("days-closed-busy", bookings=done.bookings or None, promised=done.promised or None)
    text = words(
        "days-closed" if closed else "days-open",
        on=on,
        last=last if last != on else None,
        hours=str(hours) if hours and not closed else None,
        also=tuple(words("days-also", on=on, last=last if last != on else None) for on, last in found[1:]) or None,
        busy=on_it,
    )
    is_shorter = closed or on in dict(unit.shop.opening.own)
    ways = tuple(_way_to_tell(unit, *one, alone=len(found) == 1) for one in found) if way and is_shorter else ()
    return Reply(text, buttons=(*filter(None, ways), *_undo(done.changed.undo)))


def undone(unit: Unit, taken: FactsChanged) -> Reply:
    """What holds again."""
    for name, value in taken.after.items():
        if name in _CLOCKS:
            at = open_days.on_day(unit, time.fromisoformat(value))
            return Reply(words("clock-undone", what=words(_CLOCKS[name]), at=at))
        if name == "unwanted":
            off = tuple(words(WHATS[what]) for what in Quiet if not unit.shop.wants(what))
            return Reply(words("clocks-undone", off=off or None))
        if name == "quiet_hours":
            return Reply(quiet_words(value))
        if name == "advertising_every":
            return Reply(advertising_words(unit.shop.sold_every))
        if name in ("old_after", "asked_again_after"):
            return Reply(owner_refresh.months_words(unit, "old" if name == "old_after" else "again"))
        if name == "points_end":
            return Reply(points_end_words(unit.shop))
        if name == "hours_before":
            return Reply(words("hours-before-set", hours=int(value)) if value else words("hours-before-off"))
        if name == "gathers_words_of":
            return Reply(words("words-undone", on=bool(value)))
        if name == "nth_gift":
            gift = current(value)
            return Reply(words("nth-set", count=gift.every, gift=gift.what) if gift else words("nth-off"))
    return Reply(words("days-undone", week=_week(open_days.open_week(unit))))


def _way_to_tell(unit: Unit, first: date, last: date, *, alone: bool) -> tuple[Button, ...]:
    """The button to those whom these days concern, where there is somebody and whoever reads it may write to them."""
    if not may(unit.actor, "write to a customer") or not concerned(unit, first, last):
        return ()
    label = words("button-closing-tell") if alone else words("button-closing-tell-day", on=first)
    return (button(label, "closing-look", str(first), str(last)),)


def stretches(days: Sequence[date]) -> list[tuple[date, date]]:
    """Days in their order as stretches without a gap, both ends in them."""
    found: list[tuple[date, date]] = []
    for day in days:
        goes_on = bool(found) and day - found[-1][1] == timedelta(days=1)
        found = [*found[:-1], (found[-1][0], day)] if goes_on else [*found, (day, day)]
    return found


def _week_read_back(unit: Unit, done: ShopChanged, weekdays: Sequence[int]) -> Replies:
    """What holds now, the week, and the way to whoever is booked on such a day and does not fit any more."""
    days = open_days.booked_wrongly(unit, weekdays)
    ways = (_way_to_tell(unit, day, day, alone=len(days) == 1) for day in days)
    return [
        Reply(read_back(done, in_passing=False), buttons=(*filter(None, ways), *_undo(done.undo))),
        Reply(_week(open_days.open_week(unit))),
    ]


def _week(found: OpenWeek) -> Words:
    return words(
        "open-week",
        rows=tuple(_row(day) for day in found.days),
        later=words("open-later", rows=tuple(_row(day) for day in found.later)) if found.later else None,
        holidays=words("open-holidays", free=found.free) if found.country else None,
        unread=words("open-unread", text=found.text) if found.text and not found.is_read else None,
    )


def _row(day: Day) -> Words:
    return words(
        "open-row",
        day=day.on,
        state="open" if day.open else "unknown" if day.open is None else "closed",
        hours=str(day.hours) if day.hours else None,
        holiday=in_each_language(day.holiday),
    )


def _undo(entry: str | None) -> tuple[tuple[Button, ...], ...]:
    return ((button(words("button-undo"), "undo", entry),),) if entry else ()
