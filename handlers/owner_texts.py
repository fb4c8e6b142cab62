"""What the owner sets about messages to customers, in one sentence each."""

from bot.actions import own_texts, shop_texts
from bot.actions.own_texts import TextShown
from bot.actions.shop_texts import CareChanged
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, Words, in_each_language, words
from bot.domain.own_texts import BLANKS, OwnText
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.texts import AdvertisingEvery, Care, HoursBefore, MessageText, NthGift, QuietHours
from handlers import errors

_NAMES = {
    OwnText.REMINDER: "text-of-reminder",
    OwnText.READY: "text-of-ready",
    OwnText.RECEIPT: "text-of-receipt",
    OwnText.UNCOLLECTED: "text-of-uncollected",
}


def hours_before(said: Said, unit: Unit, ask: HoursBefore) -> Replies:
    """ "예약 2시간 전에도 알려줘"."""
    if not unit.shop.has(Part.APPOINTMENTS):
        return Reply(words("hours-before-none")) if unit.shop.has(Part.ORDERS) else errors.not_understood(said, unit)
    done = shop_texts.set_hours_before(unit, ask.hours)
    text = words("hours-before-set", hours=ask.hours) if ask.hours else words("hours-before-off")
    return Reply(text, buttons=_undo(done.undo))


def quiet_hours(said: Said, unit: Unit, ask: QuietHours) -> Replies:
    """ "밤 9시부터 아침 9시까지는 보내지 마", "nothing after 9 pm"; or which hours they are."""
    if ask.shows:
        unit.permit("see the shop's settings")
        return Reply(words("quiet-is", hours=unit.shop.quiet_hours.replace("-", "–") or None))
    done = shop_texts.set_quiet_hours(unit, ask.hours, ask.unsaid)
    return Reply(quiet_words(unit.shop.quiet_hours), buttons=_undo(done.undo))


def quiet_words(hours: str) -> Words:
    """The hours in which nothing goes out by itself."""
    return words("quiet-set", hours=hours.replace("-", "–")) if hours else words("quiet-off")


def advertising_every(said: Said, unit: Unit, ask: AdvertisingEvery) -> Replies:
    """ "광고는 일주일에 한 번만 보내줘"."""
    done = shop_texts.set_advertising_every(unit, ask.days)
    return Reply(advertising_words(unit.shop.sold_every), buttons=_undo(done.undo))


def advertising_words(days: int) -> Words:
    """How often advertising may go to one person."""
    return words("ads-every-set", days=days) if days > 1 else words("ads-every-off")


def nth_gift(said: Said, unit: Unit, ask: NthGift) -> Replies:
    """ "10번째 방문마다 셔츠 1점 무료"."""
    done = shop_texts.set_nth_gift(unit, ask.every, ask.gift)
    text = words("nth-set", count=ask.every, gift=ask.gift) if ask.gift else words("nth-off")
    return Reply(text, buttons=_undo(done.undo))


def care(said: Said, unit: Unit, ask: Care) -> Replies:
    """ "코트 관리법: 하루는 비닐을 벗겨 두세요"."""
    done = shop_texts.set_care(unit, ask.item, ask.text)
    return Reply(_care(done), buttons=_undo(done.undo))


def message_text(said: Said, unit: Unit, ask: MessageText) -> Replies:
    """ "예약 알림 문구: {이름}님, …": set and shown filled in, shown, or the house's words again."""
    which = OwnText(ask.which) if ask.which else None
    if which is None or not own_texts.is_sent(unit, which):
        if which is not None and ask.text:
            # What the law refuses is refused with its reason, though this shop never sends it.
            own_texts.check(which, ask.text)
        return _all_texts(unit)
    if ask.text is None:
        return Reply(_shown("text-shown", own_texts.show(unit, which)))
    done = own_texts.change(unit, which, ask.text)
    return Reply(_shown("text-set" if ask.text else "text-reset", done), buttons=_undo(done.undo))


def _all_texts(unit: Unit) -> Reply:
    found = own_texts.all_of_them(unit)
    rows = tuple(words("text-row", what=words(_NAMES[one.which]), text=one.text or None) for one in found)
    return Reply(words("texts-shown", rows=rows, example=words(_NAMES[found[0].which])))


def text_undone(taken: TextShown) -> Reply:
    """The words from before."""
    return Reply(_shown("text-set" if taken.text else "text-reset", taken))


def undone(taken: CareChanged) -> Reply:
    """What is said of that thing again."""
    return Reply(words("care-undone", item=taken.item, text=taken.text or None))


def _shown(key: str, shown: TextShown) -> Words:
    return words(
        key,
        what=words(_NAMES[shown.which]),
        name=shown.name or None,
        text=shown.text or None,
        preview=shown.preview or None,
        fields=tuple(
            in_each_language((("ko", f"{{{blank.value}}}"), ("en", f"{{{blank.english}}}")))
            for blank in BLANKS[shown.which]
        ),
    )


def _care(done: CareChanged) -> Words:
    return words("care-set" if done.text else "care-off", item=done.item, text=done.text or None)


def _undo(entry: str | None) -> tuple[tuple[Button, ...], ...]:
    return ((button(words("button-undo"), "undo", entry),),) if entry else ()
