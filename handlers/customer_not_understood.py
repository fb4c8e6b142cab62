"""A customer's own sentences: whether what was not understood may be kept, which only they decide."""

from bot.actions import not_understood
from bot.actions.not_understood import KEPT_DAYS
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks.not_understood import GatherWords

HELP = button(words("button-words-help"), "words-ask")
STOP = button(words("button-words-stop"), "words-no")


def wish(said: Said, unit: Unit, ask: GatherWords) -> Replies:
    """ "제가 한 말 모으지 마세요", and the other way round: asked with its whole text before it holds."""
    return question(said, unit) if ask.on else refuse(said, unit)


def question(said: Said, unit: Unit) -> Replies:
    """The text that a yes is a yes to. Where the shop keeps nothing there is nothing to agree to."""
    unit.permit("keep own sentences")
    if not unit.shop.gathers_words_of:
        return Reply(words("words-not-here"))
    yes = button(words("button-agree"), "words-yes")
    no = button(words("button-no-thanks"), "words-no")
    return Reply(words("consent-ask-words", shop=unit.shop.name, days=KEPT_DAYS), buttons=((yes, no),))


def agree(said: Said, unit: Unit) -> Replies:
    """Yes: the result with its date, and the way out."""
    done = not_understood.agree(unit, said.update_id)
    return Reply(words("words-agreed", at=done.at, days=KEPT_DAYS), buttons=((STOP,),), edits=said.message_id)


def refuse(said: Said, unit: Unit) -> Replies:
    """No, or not any more: done, with its time and what was deleted."""
    done = not_understood.refuse(unit, said.update_id)
    return Reply(
        words("words-refused", at=done.at, count=done.deleted or None), edits=said.message_id if said.button else None
    )
