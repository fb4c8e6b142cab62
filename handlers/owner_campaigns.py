"""A campaign from a sentence or a list: what it is good for, who gets it, the yes; then how it goes and what it did."""

from dataclasses import replace

from bot.actions import campaign_run, campaigns, forms
from bot.actions.campaign_run import Removed, Stopped
from bot.actions.campaigns import Row, View
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.campaigns import problems
from bot.domain.message_policy import DROPS
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.permissions import may
from bot.domain.said import Said
from bot.understanding.asks.campaigns import Invite, LeaveOut, MessageMany
from bot.understanding.closing_sentences import read_closing
from bot.understanding.freetext import polite
from handlers import owner_closing_notice, paging
from handlers.owner_asking import which_card

FORM = campaigns.FORM
# Known only once it is said what the campaign solves.
_BY_PROBLEM = frozenset({"no_news", "other_language"})


def begin(said: Said, unit: Unit, ask: MessageMany) -> Replies:
    """ "한 달 넘게 안 온 단골한테 안부 보내줘"; that the shop is closed is told to those whom it concerns."""
    closing = read_closing(said.text, unit.now.astimezone(unit.shop.zone))
    if closing is not None:
        return owner_closing_notice.tell(unit, closing)
    return _shown(unit, campaigns.begin(unit, replace(ask, about=polite(ask.about, said.text) if ask.about else None)))


def begin_with_shown(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "이분들께 안부 보내줘", or the button under a list."""
    return _shown(unit, campaigns.begin_with_shown(unit))


def begin_with_away(said: Said, unit: Unit, days: str = "", whom: str = "") -> Replies:
    """The button under a list of who is away, with what that list was of."""
    over = paging.offset_of(days) if days.isdigit() else None
    return begin(said, unit, MessageMany(over, regulars_only=whom == "regulars", lapsed=over is None))


def begin_inviting(said: Said, unit: Unit, shows: str = "", months: str = "") -> Replies:
    """The button under the list of whom to invite, with what that list was of."""
    usual = Invite()
    ask = Invite(paging.offset_of(shows) or usual.shows, paging.offset_of(months) or usual.months)
    return _shown(unit, campaigns.begin_inviting(unit, ask))


def way_there(unit: Unit, total: int, verb: str, *parts: str) -> tuple[tuple[Button, ...], ...]:
    """The button from a list to a campaign, for whoever may send one."""
    if total < 2 or not may(unit.actor, "run a campaign"):
        return ()
    return ((button(words("button-campaign"), verb, *parts),),)


def begin_again(said: Said, unit: Unit, campaign: str) -> Replies:
    """Once more with those who have not come."""
    return _shown(unit, campaigns.begin_again(unit, campaign))


def enough(said: Said, unit: Unit) -> Replies:
    """No more of it: nothing is planned, so nothing has to be stopped."""
    return Reply(words("campaign-enough"))


def solve(said: Said, unit: Unit, campaign: str, number: str = "") -> Replies:
    """One of the offered problems."""
    offered = problems(unit.shop.preset)
    place = paging.offset_of(number)
    return _shown(unit, campaigns.solve(unit, campaign, offered[place] if place < len(offered) else ""))


def in_own_words(said: Said, unit: Unit, campaign: str) -> Replies:
    """The owner wants to say it: the next text is it."""
    forms.begin(unit, FORM, {"campaign": campaign})
    return Reply(words("campaign-write-problem"))


def typed(said: Said, unit: Unit) -> Replies:
    """What it solves, in the owner's own words."""
    kept = forms.draft(unit, FORM) or {}
    view = campaigns.solve(unit, str(kept.get("campaign", "")), said.text)
    forms.end(unit)
    return _shown(unit, view)


def turn(said: Said, unit: Unit, campaign: str, offset: str = "") -> Replies:
    """Another page of the list."""
    return _preview(campaigns.look(unit, campaign, paging.offset_of(offset)), said.message_id)


def strike(said: Said, unit: Unit, campaign: str, person: str) -> Replies:
    """A number of the list: this one not."""
    return _preview(campaigns.strike(unit, campaign, person), said.message_id)


def put_back(said: Said, unit: Unit, campaign: str) -> Replies:
    """Those struck out are in it again."""
    return _preview(campaigns.put_back(unit, campaign), said.message_id)


def left_out(said: Said, unit: Unit, campaign: str, offset: str = "") -> Replies:
    """Who does not get it, by name and reason."""
    return _left_out(unit, campaign, paging.offset_of(offset), said.message_id)


def letters(said: Said, unit: Unit, campaign: str, offset: str = "") -> Replies:
    """The messages as they will be read."""
    start = paging.offset_of(offset)
    found, total = campaigns.letters(unit, campaign, start)
    rows = tuple(
        words("campaign-letter", name=one.name, last4=one.last4, message=_as_written(one.text)) for one in found
    )
    following = start + len(found)
    more = (button(words("button-next"), "campaign-letters", campaign, str(following)),) if following < total else ()
    return Reply(
        words("campaign-letters", total=total, rows=rows),
        buttons=((*more, button(words("button-back"), "campaign-look", campaign)),),
        edits=said.message_id,
    )


def send(said: Said, unit: Unit, campaign: str) -> Replies:
    """Yes: it goes."""
    done = campaigns.start(unit, campaign)
    text = words(
        "campaign-started",
        sending=done.sending,
        held=done.held,
        drafts=words("campaign-drafts", count=done.drafts) if done.drafts else None,
        days=done.days,
    )
    drafts = (button(words("button-campaign-drafts"), "hand-drafts"),) if done.drafts else ()
    return Reply(text, buttons=((button(words("button-campaign-stop"), "campaign-stop"), *drafts),))


def leave(said: Said, unit: Unit, campaign: str) -> Replies:
    """The draft goes nowhere."""
    campaigns.leave(unit, campaign)
    return Reply(words("campaign-left"), edits=said.message_id)


def stop(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "캠페인 멈춰"."""
    done: Stopped = campaign_run.stop(unit)
    return Reply(
        words("campaign-stopped", sent=done.sent, spared=done.spared), buttons=_resuming() if done.spared else ()
    )


def resume(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "캠페인 이어서 보내줘"."""
    waiting = campaign_run.resume(unit)
    return Reply(
        words("campaign-resumed", sending=waiting),
        buttons=((button(words("button-campaign-stop"), "campaign-stop"),),),
    )


def remove(said: Said, unit: Unit, ask: LeaveOut) -> Replies:
    """ "이준호님 빼줘"."""
    done = campaign_run.remove(unit, ask.name)
    if isinstance(done, WhoIsMeant):
        return which_card(done, "campaign-without")
    return _preview(done) if isinstance(done, View) else _removed(done)


def remove_chosen(said: Said, unit: Unit, person: str) -> Replies:
    """The same of the one who was meant."""
    done = campaign_run.remove_chosen(unit, person)
    return _preview(done) if isinstance(done, View) else _removed(done)


def result(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "지난번 안부 효과 있었어?"."""
    found = campaign_run.newest_result(unit)
    stopping = (button(words("button-campaign-stop"), "campaign-stop"),) if found.waiting else ()
    if found.state == "stopped" and found.days_left:
        return Reply(campaign_run.shown(found), buttons=_resuming())
    again = (
        button(words("button-campaign-again"), "campaign-again", found.public_id),
        button(words("button-campaign-enough"), "campaign-enough"),
    )
    return Reply(campaign_run.shown(found), buttons=(stopping or again,))


def _resuming() -> tuple[tuple[Button, ...], ...]:
    return ((button(words("button-campaign-resume"), "campaign-resume"),),)


def _removed(done: Removed) -> Reply:
    return Reply(words("campaign-removed", name=done.name, held=done.was_held))


def _shown(unit: Unit, view: View) -> Replies:
    """Who is not on it, by name, as far as that was not told before; then what it is good for, or the list."""
    if not view.asked and not view.hand:
        return (_left_out(unit, view.public_id, 0), Reply(words("campaign-nobody-left", whom=view.whom)))
    last = _preview(view) if view.problem is not None else _question(unit, view)
    by_problem = any(reason in _BY_PROBLEM for reason, _ in view.left_out)
    if (view.problem is None or by_problem) and (view.hand or view.left_out):
        return (_left_out(unit, view.public_id, 0), last)
    return last


def _question(unit: Unit, view: View) -> Reply:
    if view.invites:
        forms.begin(unit, FORM, {"campaign": view.public_id})
        text = words("invitation-ask", whom=view.whom, asked=view.asked, total=view.total, hand=_by_hand(view))
        return Reply(text, buttons=((button(words("button-cancel"), "campaign-leave", view.public_id),),))
    offered = tuple(
        (button(Words(f"button-{key}"), "campaign-solve", view.public_id, str(number)),)
        for number, key in enumerate(problems(unit.shop.preset))
    )
    last = (
        button(words("button-campaign-own"), "campaign-own", view.public_id),
        button(words("button-cancel"), "campaign-leave", view.public_id),
    )
    text = words("campaign-ask", whom=view.whom, asked=view.asked, total=view.total, hand=_by_hand(view))
    return Reply(text, buttons=(*offered, last))


def _preview(view: View, edits: int | None = None) -> Reply:
    text = words(
        "campaign-preview",
        whom=view.whom,
        problem=view.problem,
        invites=view.invites,
        asked=view.asked,
        sending=view.asked - view.held,
        held=view.held,
        rows=tuple(_row(view.offset + at, one) for at, one in enumerate(view.rows, start=1)),
        page=paging.place(view.offset, len(view.rows), view.asked),
        hand=_by_hand(view),
        struck=words("campaign-struck", name=view.struck) if view.struck else None,
    )
    is_struck = any(reason == "struck" for reason, _ in view.left_out)
    back = ((button(words("button-campaign-back"), "campaign-back", view.public_id),),) if is_struck else ()
    deeds: tuple[Button, ...] = (button(words("button-cancel"), "campaign-leave", view.public_id),)
    if view.problem is not None and (view.asked or view.hand):
        deeds = (
            button(words("button-campaign-send"), "campaign-send", view.public_id),
            button(words("button-campaign-letters"), "campaign-letters", view.public_id),
            *deeds,
        )
    numbers = paging.numbers(view.offset, f"campaign-strike:{view.public_id}", [one.public_id for one in view.rows])
    turned = paging.turn(view.offset, view.asked, "campaign-look", view.public_id)
    return Reply(text, buttons=(*numbers, *turned, *back, deeds), edits=edits)


def _by_hand(view: View) -> Words | None:
    """How many are reached by the shop's own hand alone."""
    return words("campaign-by-hand", count=view.hand) if view.hand else None


def _left_out(unit: Unit, campaign: str, offset: int, edits: int | None = None) -> Reply:
    rows, total = campaigns.left_out(unit, campaign, offset)
    text = words(
        "campaign-left-out",
        total=total,
        rows=tuple(words("campaign-out-row", name=one.name, last4=one.last4, why=_why(one.reason)) for one in rows),
        page=paging.place(offset, len(rows), total),
    )
    return Reply(text, buttons=paging.turn(offset, total, "campaign-out", campaign), edits=edits)


def _row(number: int, one: Row) -> Words:
    return words(
        "campaign-row",
        number=number,
        name=one.name,
        last4=one.last4,
        usual=one.usual_gap,
        away=one.away,
        last=one.last_on,
    )


def _why(reason: str) -> Words:
    named = reason.replace("_", "-")
    return Words(f"unsent-{named}" if reason in DROPS else f"campaign-out-{named}")


def _as_written(text: str) -> Words:
    """Lines that are already in words, each kept on a line of its own."""
    return words("as-written", text=tuple(text.splitlines()))
