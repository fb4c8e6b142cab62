"""When the shop is open, set with taps: the hours, the days of the week, and the days of the coming weeks."""

from datetime import date, time, timedelta

from bot.actions import open_days
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.opening import Hours, read_week, weekday_said
from bot.domain.outgoing import Button, Reply, words
from bot.domain.said import Said
from bot.understanding.asks.shop import DaysOff, WeekHours
from handlers import errors, owner_open_days

# The hours that are offered; any others are said.
_OPENS, _CLOSES = ("0800", "0900", "1000", "1100", "1200"), ("1700", "1800", "1900", "2000", "2100", "2200")
_DAYS_AHEAD = 14


def week(said: Said, unit: Unit) -> Replies:
    """The days of the week, each with a tap that closes or opens it."""
    unit.permit("change the shop")
    days = read_week(unit.shop.opening.text)
    if days is None:
        return _hours(unit)
    pressed = []
    for day, of_day in enumerate(days):
        turn = "closed" if isinstance(of_day, Hours) else "open"
        label = words("button-weekday-turn", day=words("weekday-name", day=day), state=turn)
        pressed.append(button(label, "weekday-turn", str(day), turn))
    rows = tuple(tuple(pressed[at : at + 2]) for at in range(0, len(pressed), 2))
    return Reply(words("weekdays-ask"), buttons=rows)


def turn_weekday(said: Said, unit: Unit, day: str = "", state: str = "") -> Replies:
    """This day of the week is a closing day, or has the hours of the others."""
    if day not in "0123456" or len(day) != 1 or state not in ("closed", "open"):
        return errors.old_button(said, unit)
    if state == "closed":
        return owner_open_days.week(said, unit, WeekHours(weekday_said((int(day),), None, unit.shop.language)))
    kept = [hours for hours in read_week(unit.shop.opening.text) or () if isinstance(hours, Hours)]
    if not kept:
        return _hours(unit)
    usual = max(kept, key=kept.count)
    return owner_open_days.week(said, unit, WeekHours(weekday_said((int(day),), usual, unit.shop.language)))


def dates(said: Said, unit: Unit) -> Replies:
    """The coming days, each with a tap that closes or opens it."""
    unit.permit("change the shop")
    opening = unit.shop.opening
    days = [opening.of(unit.today + timedelta(days=ahead)) for ahead in range(_DAYS_AHEAD)]
    pressed = [
        button(
            words("button-date-turn", on=day.on, state=(turn := "open" if day.open is False else "closed")),
            "date-turn",
            day.on.isoformat(),
            turn,
        )
        for day in days
    ]
    return Reply(words("dates-ask"), buttons=tuple(tuple(pressed[at : at + 2]) for at in range(0, len(pressed), 2)))


def turn_date(said: Said, unit: Unit, day: str = "", state: str = "") -> Replies:
    """This one day is a closing day, or is not."""
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return errors.old_button(said, unit)
    if state not in ("closed", "open") or not unit.today <= on <= unit.today + timedelta(days=2 * _DAYS_AHEAD):
        return errors.old_button(said, unit)
    return owner_open_days.days(said, unit, DaysOff(on, on, closed=state == "closed"))


def hours(said: Said, unit: Unit, opens: str = "") -> Replies:
    """From when on: then until when."""
    if not opens:
        return _hours(unit)
    if opens not in _OPENS:
        return errors.old_button(said, unit)
    pressed = tuple(_hour(unit, closes, "hours-set", opens, closes) for closes in _CLOSES)
    return Reply(words("hours-until-ask", at=open_days.on_day(unit, _time(opens))), buttons=(pressed[:3], pressed[3:]))


def set_hours(said: Said, unit: Unit, opens: str = "", closes: str = "") -> Replies:
    """These are the hours of the days on which it is open."""
    if opens not in _OPENS or closes not in _CLOSES:
        return errors.old_button(said, unit)
    return owner_open_days.week(said, unit, WeekHours(f"{_time(opens):%H:%M}-{_time(closes):%H:%M}"))


def _hours(unit: Unit) -> Reply:
    unit.permit("change the shop")
    pressed = tuple(_hour(unit, opens, "hours-from", opens) for opens in _OPENS)
    return Reply(words("hours-from-ask"), buttons=(pressed[:3], pressed[3:]))


def _hour(unit: Unit, clock: str, verb: str, *parts: str) -> Button:
    return button(words("button-hour", at=open_days.on_day(unit, _time(clock))), verb, *parts)


def _time(clock: str) -> time:
    return time(int(clock[:2]), int(clock[2:]))
