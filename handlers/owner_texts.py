"""What the owner sets about messages to customers, in one sentence each."""

from bot.actions import shop_texts
from bot.actions.shop_texts import CareChanged
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks import Care, HoursBefore, NthGift
from handlers.buttons import button


def hours_before(said: Said, unit: Unit, ask: HoursBefore) -> Replies:
    """ "예약 2시간 전에도 알려줘"."""
    done = shop_texts.set_hours_before(unit, ask.hours)
    text = words("hours-before-set", hours=ask.hours) if ask.hours else words("hours-before-off")
    return Reply(text, buttons=_undo(done.undo))


def nth_gift(said: Said, unit: Unit, ask: NthGift) -> Replies:
    """ "10번째 방문마다 셔츠 1점 무료"."""
    done = shop_texts.set_nth_gift(unit, ask.every, ask.gift)
    text = words("nth-set", count=ask.every, gift=ask.gift) if ask.gift else words("nth-off")
    return Reply(text, buttons=_undo(done.undo))


def care(said: Said, unit: Unit, ask: Care) -> Replies:
    """ "코트 관리법: 하루는 비닐을 벗겨 두세요"."""
    done = shop_texts.set_care(unit, ask.item, ask.text)
    return Reply(_care(done), buttons=_undo(done.undo))


def undone(taken: CareChanged) -> Reply:
    """What is said of that thing again."""
    return Reply(words("care-undone", item=taken.item, text=taken.text or None))


def _care(done: CareChanged) -> Words:
    return words("care-set" if done.text else "care-off", item=done.item, text=done.text or None)


def _undo(entry: str | None) -> tuple[tuple[Button, ...], ...]:
    return ((button(words("button-undo"), "undo", entry),),) if entry else ()
