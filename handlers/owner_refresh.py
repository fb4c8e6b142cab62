"""Old details: the counts, a campaign that asks for them anew, and what has come of it."""

from bot.actions import forms, refresh_settling, refreshing
from bot.actions.people import WhoIsMeant
from bot.actions.refresh_settling import Answered
from bot.actions.refreshing import Campaign
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.permissions import may
from bot.domain.said import Said
from bot.understanding.asks.campaigns import DetailHolds, Refresh, RefreshState
from handlers import owner_drafts, paging
from handlers.owner_asking import which_card
from handlers.owner_rows import reached

FORM = "refresh-gift"
_DETAILS = ("phone", "email")


def clean_up(said: Said, unit: Unit, ask: Refresh) -> Replies:
    """ "옛날 연락처 정리하자": the counts; with a detail and a gift, what would be asked."""
    if ask.detail and ask.gift:
        return _proposal(unit, ask)
    return _counts(unit, ask.detail or "phone")


def pick(said: Said, unit: Unit, detail: str = "") -> Replies:
    """This detail is wanted: what does whoever confirms it get?"""
    ask = Refresh(detail if detail in _DETAILS else "phone")
    refreshing.check(unit, ask)
    forms.begin(unit, FORM, {"detail": ask.detail})
    without = button(words("button-no-gift"), "refresh-plain", ask.detail)
    return Reply(words("refresh-ask-gift", detail=words(f"field-{ask.detail}")), buttons=((without,),))


def gift(said: Said, unit: Unit) -> Replies:
    """The gift that was asked for."""
    draft = forms.draft(unit, FORM) or {}
    forms.end(unit)
    return _proposal(unit, Refresh(draft.get("detail", "phone"), said.text.strip()))


def plain(said: Said, unit: Unit, detail: str = "") -> Replies:
    """No gift."""
    forms.end(unit)
    return _proposal(unit, Refresh(detail if detail in _DETAILS else "phone"))


def months(said: Said, unit: Unit, what: str = "", number: str = "", detail: str = "") -> Replies:
    """After so many months a detail is old, or may be asked for again."""
    done = refreshing.set_months(unit, what, paging.offset_of(number))
    undo = ((button(words("button-undo"), "undo", done.undo),),) if done.undo else ()
    set_ = Reply(months_words(unit, what), buttons=undo)
    draft = forms.draft(unit, _READY) or {}
    if what == "again" and draft:
        return (set_, _proposal(unit, Refresh(draft["detail"], draft["gift"])))
    return (set_, _counts(unit, detail if detail in _DETAILS else "phone"))


def months_words(unit: Unit, what: str) -> Words:
    """What holds now."""
    if what == "old":
        return words("months-old-set", months=unit.shop.old_months)
    return words("months-again-set", months=unit.shop.asked_again_months)


def start(said: Said, unit: Unit) -> Replies:
    """The tap under what would be asked."""
    draft = forms.draft(unit, _READY) or {}
    forms.end(unit)
    if not draft:
        return Reply(words("refused-draft-gone"))
    return _card(refreshing.start(unit, draft["detail"], draft["gift"]))


def state(said: Said, unit: Unit, ask: RefreshState) -> Replies:
    """What has come of it."""
    found = refreshing.state(unit)
    return Reply(words("refresh-never")) if found is None else _card(found)


def switch(said: Said, unit: Unit, public_id: str = "", on: str = "") -> Replies:
    """Stop, or go on."""
    return _card(refreshing.switch(unit, public_id, on=on == "on"))


def people(said: Said, unit: Unit, detail: str = "", offset: str = "") -> Replies:
    """Who they are, page by page."""
    detail = detail if detail in _DETAILS else "phone"
    at = paging.offset_of(offset)
    found = refreshing.who(unit, detail, at)
    text = words(
        "refresh-people",
        total=found.total,
        rows=tuple(
            words(
                "refresh-person",
                number=at + number,
                name=row.name,
                last4=row.last4,
                cause=words(_CAUSES[row.cause], detail=words(f"field-{detail}")),
                reached=reached(row.reach),
            )
            for number, row in enumerate(found.rows, start=1)
        ),
        page=paging.place(at, len(found.rows), found.total),
    )
    numbers = paging.numbers(at, "card", [row.public_id for row in found.rows])
    return Reply(
        text,
        buttons=(*numbers, *paging.turn(at, found.total, "refresh-people", detail)),
        edits=said.message_id if offset else None,
    )


def by_hand(said: Said, unit: Unit, public_id: str = "", offset: str = "") -> Replies:
    """Whose answer to the shop's own text message is waited for."""
    at = paging.offset_of(offset)
    rows, total = refreshing.asked_by_hand(unit, public_id, at)
    text = words(
        "refresh-hand-waiting",
        total=total,
        rows=tuple(
            words("refresh-hand-row", number=at + number, name=row.name, last4=row.last4, at=row.asked_at)
            for number, row in enumerate(rows, start=1)
        ),
        page=paging.place(at, len(rows), total),
    )
    numbers = paging.numbers(at, "refresh-reply", [row.ask for row in rows])
    return Reply(text, buttons=(*numbers, *paging.turn(at, total, "refresh-hand", public_id)))


def reply_of(said: Said, unit: Unit, ask: str = "") -> Replies:
    """What did they answer?"""
    row = refreshing.row_by_hand(unit, ask)
    yes = button(words("button-number-holds"), "refresh-holds", ask, "yes")
    wrong = button(words("button-number-wrong"), "refresh-holds", ask, "no")
    return Reply(words("refresh-what-answered", name=row.name, last4=row.last4), buttons=((yes, wrong),))


def answered(said: Said, unit: Unit, ask: str = "", holds: str = "") -> Replies:
    """The number holds, or it is somebody else's."""
    return _answered(refresh_settling.answered_by_text(unit, ask, holds=holds == "yes"))


def holds(said: Said, unit: Unit, ask: DetailHolds) -> Replies:
    """ "김수연 번호 맞대": checked at the counter."""
    return _checked(refresh_settling.holds(unit, ask))


def holds_chosen(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """The same for the person of a button."""
    return _checked(refresh_settling.holds(unit, DetailHolds(), to=public_id))


_READY = "refresh-ready"
_CAUSES = {
    "dead": "refresh-cause-dead",
    "blocked": "refresh-cause-blocked",
    "missing": "refresh-cause-missing",
    "old": "refresh-cause-old",
}


def _counts(unit: Unit, detail: str) -> Reply:
    found = refreshing.old_details(unit, detail)
    field = words(f"field-{detail}")
    others = _months_row(unit, "old", detail)
    if not found.total:
        return Reply(words("refresh-nothing-old", detail=field, good=found.good), buttons=(others,) if others else ())
    text = words(
        "refresh-counts",
        total=found.total,
        causes=tuple(
            words("refresh-cause-count", cause=words(_CAUSES[cause], detail=field), count=number)
            for cause, number in found.causes
        ),
        telegram=found.by_telegram,
        phone=found.by_text,
        at_visit=found.when_they_come,
        good=found.good,
        detail=field,
        months=found.months,
    )
    row: list[Button] = [button(words("button-refresh-people", count=found.total), "refresh-people", detail, "")]
    row.append(button(words("button-refresh-phone"), "refresh-pick", "phone"))
    if found.can_mail:
        row.append(button(words("button-refresh-email"), "refresh-pick", "email"))
    return Reply(text, buttons=(tuple(row), others) if others else (tuple(row),))


def _months_row(unit: Unit, what: str, detail: str) -> tuple[Button, ...]:
    """The other numbers of months that can be set, for whoever may."""
    if not may(unit.actor, "change the shop"):
        return ()
    now = unit.shop.old_months if what == "old" else unit.shop.asked_again_months
    offered = [months for months in refreshing.MONTHS_OFFERED[what] if months != now]
    label = "button-months-old" if what == "old" else "button-months-again"
    return tuple(button(words(label, months=months), "refresh-months", what, str(months), detail) for months in offered)


def _proposal(unit: Unit, ask: Refresh) -> Reply:
    """What would be asked, and of how many; nothing is sent before the tap."""
    refreshing.check(unit, ask)
    found = refreshing.old_details(unit, ask.detail)
    given = refreshing.gift_of(ask.gift) if ask.gift else ""
    forms.begin(unit, _READY, {"detail": ask.detail, "gift": given})
    text = words(
        "refresh-proposal",
        detail=words(f"field-{ask.detail}"),
        total=found.total,
        telegram=found.by_telegram,
        phone=found.by_text,
        at_visit=found.when_they_come,
        gift=given or None,
        a_day=refreshing.A_DAY,
        months=unit.shop.asked_again_months,
    )
    begin, leave = button(words("button-refresh-start"), "refresh-start"), button(words("button-later"), "leave")
    return Reply(text, buttons=((begin, leave), _months_row(unit, "again", ask.detail)))


def _card(found: Campaign) -> Reply:
    text = words(
        "refresh-card",
        detail=words(f"field-{found.detail}"),
        running=found.running,
        asked=found.asked,
        confirmed=found.confirmed,
        declined=found.declined,
        unanswered=found.waiting,
        before=found.people_before,
        stale=found.stale,
        **{"good-before": found.good_before},
        good=found.good,
        gift=found.gift or None,
        a_day=found.a_day,
    )
    turn = words("button-refresh-stop") if found.running else words("button-refresh-go-on")
    row = [button(turn, "refresh-switch", found.public_id, "off" if found.running else "on")]
    if found.waiting_by_hand:
        row.append(
            button(words("button-refresh-hand", count=found.waiting_by_hand), "refresh-hand", found.public_id, "")
        )
    return Reply(text, buttons=(tuple(row),))


def _checked(done: Answered | WhoIsMeant) -> Replies:
    return which_card(done, "number-holds") if isinstance(done, WhoIsMeant) else _answered(done)


def _answered(done: Answered) -> Replies:
    if not done.holds:
        return Reply(words("refresh-number-wrong", name=done.name, last4=done.last4))
    text = Reply(words("refresh-number-holds", name=done.name, last4=done.last4))
    return text if done.draft is None else [text, owner_drafts.show(done.draft)]
