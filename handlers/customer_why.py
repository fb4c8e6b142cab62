""" "이거 왜 보냈어요?": the event, the day, whether it is advertising, and the count."""

from bot.actions import concerned, why
from bot.actions.unit import Replies, Unit
from bot.actions.why import Why
from bot.domain import buttons
from bot.domain.outgoing import Kind, Reply, Words, words
from bot.domain.said import Said
from bot.domain.wishes import TOPIC_OF
from handlers import paging

_CARD = buttons.button(words("button-message-settings"), "messages")
_ALL = buttons.button(words("button-received"), "received")


def why_this(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Of the message that was replied to, else of the last one that came by itself."""
    found = why.why(unit, said.reply_to_message_id)
    if found is None:
        return Reply(words("why-nothing"), buttons=((_CARD,),))
    count = words("why-count", days=why.DAYS, times=found.count)
    topic = "marketing" if found.advertising else TOPIC_OF.get(Kind(found.kind))
    off = (buttons.button(words("button-turn-off"), "no-more", topic),) if topic else ()
    return Reply(_event(found, count), buttons=((*off, _CARD, _ALL),))


def received(said: Said, unit: Unit, page: object = None) -> Replies:
    """ "받은 것 모두 보여 주세요": the messages that came by themselves, page by page."""
    turned = isinstance(page, str)
    offset = paging.offset_of(page) if isinstance(page, str) else 0
    found = why.received(unit, offset)
    if not found.total:
        return Reply(words("why-nothing"), buttons=((_CARD,),))
    rows = tuple(
        words("received-row", at=one.at, kind=Words(f"unsent-kind-{one.kind.replace('_', '-')}")) for one in found.rows
    )
    turn = paging.turn(offset, found.total, "received", size=why.A_PAGE)
    text = words("received", rows=rows, total=found.total)
    return Reply(text, buttons=(*turn, (_CARD,)), edits=said.message_id if turned else None)


def _event(found: Why, count: Words) -> Words:
    if found.advertising:
        return _advertising(found, count)
    if found.event == concerned.EVENT:
        return words("why-closed-days", at=found.sent_at, count=count)
    match Kind(found.kind):
        case Kind.APPOINTMENT if found.on:
            if found.event in ("moved", "cancelled"):
                return words("why-booking-changed", at=found.sent_at, event=found.event, count=count)
            return words(
                "why-reminder",
                made=found.on,
                at=found.at,
                service=found.service or None,
                soon=found.event == "soon",
                count=count,
            )
        case Kind.ORDER_NOTICE if found.on:
            return words("why-order-ready", received=found.on, event=found.event, count=count)
        case Kind.UNCOLLECTED if found.on:
            return words("why-uncollected", received=found.on, count=count)
        case Kind.RECEIPT if found.on:
            return words("why-receipt", on=found.on, count=count)
        case Kind.PERSONAL:
            return words("why-personal", at=found.sent_at, count=count)
        case Kind.ANSWER:
            return words("why-answer", at=found.sent_at, count=count)
        case Kind.ACCOUNT:
            consent = found.event == "consent-check"
            return words("why-consent-check" if consent else "why-account", at=found.sent_at, count=count)
        case Kind.BALANCE | Kind.STATEMENT | Kind.GIFT | Kind.REFRESH:
            return words("why-told", kind=found.kind, at=found.sent_at, count=count)
        case _:
            return words("why-gone", at=found.sent_at, count=count)


def _advertising(found: Why, count: Words) -> Words:
    """An ad says that it is one, why it came, and on which yes it rests."""
    consent = words("why-consent", on=found.consent_on) if found.consent_on else None
    if found.kind == Kind.CAMPAIGN and found.approved_on:
        return words(
            "why-campaign",
            usual=found.usual,
            since=found.on,
            approved=found.approved_on,
            consent=consent,
            count=count,
        )
    return words("why-ad", kind=found.kind, at=found.sent_at, consent=consent, count=count)
