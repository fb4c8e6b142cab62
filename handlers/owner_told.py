""" "박서준님께 뭐 보냈어?": what one person was sent, why, and what became of it."""

from bot.actions import told_person
from bot.actions.people import WhoIsMeant
from bot.actions.told_person import PAGE, Told, ToldList
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.messages import SentTo
from handlers import paging
from handlers.owner_asking import which_card
from handlers.owner_lists import why_not_sent


def sent_to(said: Said, unit: Unit, ask: SentTo) -> Replies:
    """Of the person who was named."""
    found = told_person.told_person(unit, ask.name)
    return which_card(found, "told") if isinstance(found, WhoIsMeant) else _shown(found)


def of_chosen(said: Said, unit: Unit, person: str, offset: str = "") -> Replies:
    """Of the person of a button; with an offset another page, in place of the one that was there."""
    found = told_person.told_chosen(unit, person, paging.offset_of(offset))
    return _shown(found, said.message_id if offset else None)


def _shown(found: ToldList, edits: int | None = None) -> Reply:
    if not found.total:
        return Reply(words("told-none", name=found.name), edits=edits)
    last = found.offset + len(found.messages)
    page = words("page", **{"from": found.offset + 1, "to": last, "total": found.total}) if found.total > PAGE else None
    text = words("told", name=found.name, total=found.total, rows=tuple(_row(one) for one in found.messages), page=page)
    turns = []
    if found.offset:
        turns.append(button(words("button-previous"), "told", found.public_id, str(max(0, found.offset - PAGE))))
    if last < found.total:
        turns.append(button(words("button-next"), "told", found.public_id, str(last)))
    return Reply(text, buttons=(tuple(turns),) if turns else (), edits=edits)


def _row(one: Told) -> Words:
    return words(
        "told-row",
        kind=Words(f"unsent-kind-{one.kind.replace('_', '-')}"),
        outcome=one.outcome,
        at=one.at,
        why=why_not_sent(one.reason) if one.reason else None,
        answered=one.answered_at,
        planned=one.planned_at,
        rule=words("told-rule", event=one.event),
        approved="owner" if one.by_owner else "rule",
    )
