"""The owner's day: the brief with a tap for every message that is not to go."""

from bot.actions import owners_day, owners_month, owners_week
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks.reminders import DayBrief, MonthCard, WeekSummary
from handlers import paging


def brief(said: Said, unit: Unit, ask: DayBrief) -> Replies:
    """What the day holds."""
    return owners_day.brief(unit)


def sendings(said: Said, unit: Unit, offset: str = "") -> Replies:
    """More of what goes to customers today."""
    return owners_day.sendings(unit, paging.offset_of(offset))


def strike(said: Said, unit: Unit, token: str = "") -> Replies:
    """One of the messages of the day is not sent."""
    done = owners_day.strike(unit, token)
    undo = ((button(words("button-undo"), "undo", done.undo),),)
    return Reply(words("struck", name=done.name, why=done.why), buttons=undo)


def week(said: Said, unit: Unit, ask: WeekSummary) -> Replies:
    """This week so far, or the last one, with its chart."""
    return owners_week.summary(unit, last=ask.last)


def month(said: Said, unit: Unit, ask: MonthCard) -> Replies:
    """Three customers to ask, and what was written down last month."""
    return owners_month.card(unit)


def ask_failed(said: Said, unit: Unit) -> Replies:
    """The button of the card: what went wrong?"""
    owners_month.begin(unit)
    return Reply(words("month-ask"), buttons=((button(words("button-cancel"), "leave"),),))


def failed(said: Said, unit: Unit) -> Replies:
    """What went wrong, for the next card."""
    return Reply(words("month-kept", on=owners_month.write(unit, said.text)))
