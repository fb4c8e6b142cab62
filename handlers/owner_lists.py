"""Who has not visited, how many there are, and what could not be sent."""

from collections import Counter

from bot.actions import insights, shown_lists, unsent
from bot.actions.insights import Away, AwayList
from bot.actions.unit import Replies, Unit
from bot.actions.unsent import NotSent
from bot.domain.buttons import button
from bot.domain.message_policy import DROPS, HOLDS
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.lists import HowMany, Lapsed
from bot.understanding.asks.messages import Undelivered
from handlers import owner_campaigns, paging
from handlers.owner_rows import reached

_EVERYBODY, _REGULARS, _LATELY = "all", "regulars", "lately"

# Message files name these reasons under unsent-…; anything else is something that Telegram or the line did.
_REASONS = frozenset(
    {
        *DROPS,
        *HOLDS,
        "shop_hours",
        "campaign_stopped",
        "made_after_reminder",
        "refused_by_telegram",
        "no_words",
        "struck",
    }
)


def lapsed(said: Said, unit: Unit, ask: Lapsed) -> Replies:
    """Who has not been here lately, or for more than so many days."""
    return _away_list(unit, insights.who_has_not_visited(unit, ask))


def lapsed_regulars(said: Said, unit: Unit) -> Replies:
    """The big key: the regulars who are late."""
    ask = Lapsed(regulars_only=True)
    shown_lists.show(unit, ask)
    return lapsed(said, unit, ask)


def turn_lapsed(said: Said, unit: Unit, days: str = "", whom: str = "", offset: str = "") -> Replies:
    """Another page of that list, in place of the one that was there."""
    ask = Lapsed(paging.offset_of(days) if days.isdigit() else None, whom == _REGULARS)
    return _away_list(unit, insights.who_has_not_visited(unit, ask, paging.offset_of(offset)), said.message_id)


def how_many(said: Said, unit: Unit, ask: HowMany) -> Replies:
    """How many customers the shop has, and whom it can reach today."""
    people = insights.how_many(unit)
    return Reply(
        words(
            "how-many",
            total=people.total,
            reachable=people.reachable,
            telegram=people.by_telegram,
            phone=people.by_phone,
            asked=insights.never_here(unit),
            others=people.total - people.reachable,
        )
    )


def undelivered(said: Said, unit: Unit, ask: Undelivered) -> Replies:
    """Messages that were not sent, with the reason; or the reasons with their numbers."""
    return _unsent_by_reason(unit) if ask.by_reason else _unsent(unit, 0)


def turn_undelivered(said: Said, unit: Unit, offset: str = "") -> Replies:
    return _unsent(unit, paging.offset_of(offset), said.message_id)


def _away_list(unit: Unit, found: AwayList, edits: int | None = None) -> Reply:
    counted = found.of_all
    text = words(
        "lapsed-lately" if found.days is None else "lapsed-days",
        total=counted.total,
        days=found.days,
        regulars=found.regulars_only,
        rows=tuple(_away_row(found.offset + at, row) for at, row in enumerate(found.rows, start=1)),
        page=paging.place(found.offset, len(found.rows), counted.total),
        reach=words(
            "reach",
            reachable=counted.reachable,
            total=counted.total,
            telegram=counted.by_telegram,
            phone=counted.by_phone,
        )
        if counted.total
        else None,
        rule=_rule(found),
        left_out=_left_out(found),
    )
    days = _LATELY if found.days is None else str(found.days)
    whom = _REGULARS if found.regulars_only else _EVERYBODY
    return Reply(
        text,
        buttons=(
            *paging.numbers(found.offset, "card", [row.public_id for row in found.rows]),
            *_draft(found),
            *owner_campaigns.way_there(unit, counted.total, "campaign-away", days, whom),
            *paging.turn(found.offset, counted.total, "away", days, whom),
        ),
        edits=edits,
    )


def _draft(found: AwayList) -> paging.Rows:
    """A word to the first of the page who is late by their own rhythm."""
    first = next((row for row in found.rows if row.usual_gap is not None), None)
    if first is None or found.days is not None:
        return ()
    return ((button(words("button-draft-for", name=first.name), "draft-late", first.public_id),),)


def _away_row(number: int, row: Away) -> Words:
    if row.usual_gap is None:
        return words(
            "lapsed-row-rhythm-unknown",
            number=number,
            name=row.name,
            last4=row.last4,
            last=row.last_on,
            away=row.days_away,
            reached=reached(row.reach),
        )
    return words(
        "lapsed-row",
        number=number,
        name=row.name,
        last4=row.last4,
        usual=row.usual_gap,
        away=row.days_away,
        reached=reached(row.reach),
    )


def _rule(found: AwayList) -> Words:
    if found.before is None:
        return words(
            "lapsed-rule-lately",
            times=f"{found.late_percent / 100:g}",
            regulars=found.regulars_only,
            visits=found.regular_visits,
            regular_days=found.regular_days,
        )
    return words(
        "lapsed-rule-days",
        before=found.before,
        regulars=found.regulars_only,
        visits=found.regular_visits,
        regular_days=found.regular_days,
    )


def _left_out(found: AwayList) -> Words | None:
    if found.before is None:
        return words(
            "lapsed-left-out",
            checked=found.visitors,
            unknown=found.rhythm_unknown,
            lost=found.away_for_long,
            lost_days=found.lost_days,
            others=found.no_regulars,
            needed=found.known_from_visits,
        )
    if not found.never_here and not found.no_regulars:
        return None
    return words("lapsed-left-out-days", never=found.never_here, others=found.no_regulars)


def _unsent(unit: Unit, offset: int, edits: int | None = None) -> Reply:
    found = unsent.not_sent(unit, offset)
    if not found.total:
        return Reply(words("unsent-none", days=found.days), edits=edits)
    text = words(
        "unsent",
        total=found.total,
        days=found.days,
        rows=tuple(_unsent_row(message) for message in found.messages),
        page=paging.place(offset, len(found.messages), found.total),
    )
    return Reply(text, buttons=paging.turn(offset, found.total, "unsent"), edits=edits)


def _unsent_by_reason(unit: Unit) -> Reply:
    # Whatever Telegram or the line did is told in the same words, and so counted together.
    counted = Counter[str]()
    for one in unsent.by_reason(unit):
        counted[_reason(one.reason, uncertain=one.uncertain).key] += one.count
    if not counted:
        return Reply(words("unsent-none", days=unsent.DAYS))
    listed = counted.most_common()
    rows = tuple(
        words("unsent-reason-row", number=at, reason=words(key), count=count)
        for at, (key, count) in enumerate(listed, 1)
    )
    numbers = paging.numbers(0, "unsent-for", [key for key, _ in listed])
    return Reply(words("unsent-reasons", total=counted.total(), days=unsent.DAYS, rows=rows), buttons=numbers)


def for_reason(said: Said, unit: Unit, key: str = "", offset: str = "") -> Replies:
    """The messages that were not sent for this reason."""
    at = paging.offset_of(offset)
    of_key = [one for one in unsent.by_reason(unit) if _reason(one.reason, uncertain=one.uncertain).key == key]
    if not of_key:
        return Reply(words("unsent-none", days=unsent.DAYS))
    found = unsent.not_sent(unit, at, [(one.reason, one.uncertain) for one in of_key])
    text = words(
        "unsent",
        total=found.total,
        days=found.days,
        rows=tuple(_unsent_row(message) for message in found.messages),
        page=paging.place(at, len(found.messages), found.total),
    )
    buttons = paging.turn(at, found.total, "unsent-for", key)
    return Reply(text, buttons=buttons, edits=said.message_id if offset else None)


def _reason(reason: str | None, *, uncertain: bool) -> Words:
    return words("unsent-unknown") if uncertain else why_not_sent(reason)


def _unsent_row(message: NotSent) -> Words:
    reason = _reason(message.reason, uncertain=message.uncertain)
    kind = words(f"unsent-kind-{message.kind.replace('_', '-')}")
    return words("unsent-row", at=message.at, name=message.name, kind=kind, reason=reason)


def why_not_sent(reason: str | None) -> Words:
    """The reason in words; of what Telegram or the line did, only that it was not sent."""
    return words(f"unsent-{reason.replace('_', '-')}" if reason in _REASONS else "unsent-other")
