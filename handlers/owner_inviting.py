"""Whom to invite to the next play."""

from bot.actions import by_hand, inviting
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, words
from bot.domain.permissions import may
from bot.domain.said import Said
from bot.understanding.asks.campaigns import Invite, OwnLists
from handlers import paging

_MAY = {
    "yes": "invite-may",
    "no_contact": "invite-no-contact",
    "refused": "invite-refused",
    "not_asked": "invite-not-asked",
}


def whom(said: Said, unit: Unit, ask: Invite) -> Replies:
    """ "이번에 초대할 단골은?" """
    return _list(unit, ask)


def turn(said: Said, unit: Unit, shows: str = "", months: str = "", offset: str = "") -> Replies:
    """Another page."""
    usual = Invite()
    ask = Invite(paging.offset_of(shows) or usual.shows, paging.offset_of(months) or usual.months)
    return _list(unit, ask, paging.offset_of(offset), said.message_id)


def own_lists(said: Said, unit: Unit, ask: OwnLists) -> Replies:
    """Whether the lists that came in as files are the shop's own, or a ticket office's."""
    by_hand.set_lists_are_own(unit, own=ask.own)
    return Reply(words("invite-lists", own=ask.own))


def _list(unit: Unit, ask: Invite, offset: int = 0, edits: int | None = None) -> Reply:
    found = inviting.whom(unit, ask, offset)
    rule = words("invite-rule", shows=found.shows, months=found.months)
    if not found.total:
        return Reply(words("invite-nobody", rule=rule), edits=edits)
    text = words(
        "invite",
        total=found.total,
        rule=rule,
        may=found.may_send,
        by_hand=found.by_hand,
        no_contact=found.no_contact,
        no_consent=found.no_consent,
        refused=found.refused,
        followed=tuple(words("invite-followed", name=name, count=number) for name, number in found.followed),
        rows=tuple(
            words(
                "invite-row",
                number=offset + at,
                name=row.name,
                last4=row.last4,
                shows=row.seen,
                last=row.last_on,
                may=words(_MAY[row.may]),
            )
            for at, row in enumerate(found.rows, start=1)
        ),
        page=paging.place(offset, len(found.rows), found.total),
        lists=words("invite-ticket-lists") if not by_hand.lists_are_own(unit) else None,
    )
    numbers = paging.numbers(offset, "card", [row.public_id for row in found.rows])
    turn_page = paging.turn(offset, found.total, "invite", str(found.shows), str(found.months))
    sheet = button(words("button-counter-sheet"), "sheet")
    last: tuple[Button, ...] = (sheet,)
    if may(unit.actor, "run a campaign") and found.may_send:
        last = (button(words("button-invite"), "invitation", str(found.shows), str(found.months)), sheet)
    return Reply(text, buttons=(*numbers, *turn_page, last), edits=edits)
