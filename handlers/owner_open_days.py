"""When the shop is open, by sentences; and at what hour what comes by itself comes."""

from datetime import date, time

from bot.actions import open_days
from bot.actions.concerned import concerned
from bot.actions.open_days import DaysChanged, OpenWeek
from bot.actions.shop import FactsChanged
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.opening import Day
from bot.domain.outgoing import Button, Reply, Words, in_each_language, words
from bot.domain.permissions import may
from bot.domain.said import Said
from bot.domain.shop import Quiet, ShopField
from bot.domain.visit_gifts import current
from bot.understanding.asks.reminders import OwnerClock
from bot.understanding.asks.shop import DaysOff, HolidaysOff, OpenDays, WeekHours
from handlers import owner_refresh
from handlers.owner_prepaid import points_end_words
from handlers.owner_texts import advertising_words, quiet_words
from handlers.shop_words import read_back, set_anew

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
    done = open_days.set_week(unit, ask.text)
    undo = _undo(done.undo)
    return [Reply(read_back(done, in_passing=False), buttons=undo), Reply(_week(open_days.open_week(unit)))]


def days(said: Said, unit: Unit, ask: DaysOff) -> Replies:
    """ "내일 쉬어요", "12월 24일부터 26일까지 휴가", "이번 일요일은 열어요"."""
    done = open_days.set_days(unit, ask.first, ask.last, closed=ask.closed, opens=ask.opens, closes=ask.closes)
    return days_read_back(unit, done, closed=ask.closed)


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
    first, last = done.days[0], done.days[-1]
    on_it = None
    if closed and (done.bookings or done.promised):
        on_it = words("days-closed-busy", bookings=done.bookings or None, promised=done.promised or None)
    text = words(
        "days-closed" if closed else "days-open",
        on=first.on,
        last=last.on if last.on != first.on else None,
        hours=str(first.hours) if first.hours and not closed else None,
        busy=on_it,
    )
    tell = _way_to_tell(unit, first.on, last.on) if way else ()
    undo = _undo(done.changed.undo)
    return Reply(text, buttons=(tell, *undo) if tell else undo)


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


def _way_to_tell(unit: Unit, first: date, last: date) -> tuple[Button, ...]:
    """The button to those whom these days concern, where there is somebody and whoever reads it may write to them."""
    if not may(unit.actor, "write to a customer") or not concerned(unit, first, last):
        return ()
    return (button(words("button-closing-tell"), "closing-look", str(first), str(last)),)


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
