"""What goes to customers by itself, on one card: when not, how often advertising, in which words. Each with a tap."""

from datetime import time

from bot.actions import open_days, own_texts
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, words
from bot.domain.said import Said
from bot.domain.wishes import Hours
from bot.understanding.asks.shop import HolidaysOff, OpenDays
from bot.understanding.asks.texts import AdvertisingEvery, MessageText, QuietHours
from handlers import errors, owner_open_days, owner_texts

# The hours that are offered; any others are said.
_QUIET = {"night": (time(21), time(9)), "evening": (time(20), time(10)), "none": None}
_EVERY = ("1", "7", "30")


def show(said: Said, unit: Unit) -> Replies:
    """What holds now, and what else can be tapped."""
    week, texts, shop = open_days.open_week(unit), own_texts.all_of_them(unit), unit.shop
    text = words(
        "sending-settings",
        hours=shop.quiet_hours.replace("-", "–") or None,
        days=shop.sold_every,
        holidays=words("open-holidays", free=week.free) if week.country else None,
        count=sum(bool(one.text) for one in texts),
    )
    days = (button(words("button-clocks"), "clocks"), button(words("button-open-days"), "open-days"))
    rows = (*_quiet_rows(unit), _every_row(unit), _others(free=week.free, known=bool(week.country)), days)
    return Reply(text, buttons=rows)


def quiet(said: Said, unit: Unit, hours: str = "") -> Replies:
    """These hours, or none."""
    if hours not in _QUIET:
        return errors.old_button(said, unit)
    return owner_texts.quiet_hours(said, unit, QuietHours(_QUIET[hours]))


def advertising(said: Said, unit: Unit, days: str = "") -> Replies:
    """One advertisement to a person in so many days."""
    if days not in _EVERY:
        return errors.old_button(said, unit)
    return owner_texts.advertising_every(said, unit, AdvertisingEvery(int(days)))


def holidays(said: Said, unit: Unit, state: str = "") -> Replies:
    """Public holidays are closing days, or not."""
    if state not in ("closed", "open"):
        return errors.old_button(said, unit)
    return owner_open_days.holidays(said, unit, HolidaysOff(state == "closed"))


def days(said: Said, unit: Unit) -> Replies:
    """When the shop is open."""
    return owner_open_days.show(said, unit, OpenDays())


def texts(said: Said, unit: Unit) -> Replies:
    """The words of every message that the shop can write itself."""
    return owner_texts.message_text(said, unit, MessageText(""))


def _quiet_rows(unit: Unit) -> tuple[tuple[Button, ...], ...]:
    """The hours that do not hold already."""
    now = unit.shop.quiet_hours
    others = [name for name, hours in _QUIET.items() if (str(Hours(*hours)) if hours else "") != now]
    return tuple((button(words("button-quiet", hours=name), "sending-quiet", name),) for name in others)


def _every_row(unit: Unit) -> tuple[Button, ...]:
    others = [days for days in _EVERY if int(days) != unit.shop.sold_every]
    return tuple(button(words("button-ads-every", days=int(days)), "sending-ads", days) for days in others)


def _others(*, free: bool, known: bool) -> tuple[Button, ...]:
    """The holidays where they are known, and the words."""
    turn = "open" if free else "closed"
    closing = (button(words("button-holidays", state=turn), "sending-holidays", turn),) if known else ()
    return (*closing, button(words("button-own-texts"), "sending-texts"))
