"""Photos that customers send: with what they say to the shop, and their own shown again."""

from bot.actions import cases, customer_photos, photo_cases, photo_gallery
from bot.actions.customer_photos import PassedOn, WithoutWords
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.understanding.asks.voices import Voice
from handlers import customer_cases, owner_photos

FORM = photo_cases.ABOUT


def receive(said: Said, unit: Unit, voice: Voice | None, replied_to: str | None = None) -> Replies:
    """A picture goes to the shop."""
    if said.file is None:
        raise Refusal("photo-gone")
    sort = voice.sort if voice else "question"
    done = customer_photos.take(unit, said.file, said.album, said.text, sort=sort, replied_to=replied_to)
    match done:
        case PassedOn(number, count):
            return Reply(words("photo-passed-on", number=number, count=count, who=cases.who_answers(unit)))
        case WithoutWords():
            return Reply(words("photo-ask-about"), buttons=((buttons.button(words("button-cancel"), "stop"),),))
        case None:
            return None
        case heard:
            return customer_cases.heard(unit, heard, album=bool(said.album))


def ask_for(said: Said, unit: Unit, entry: str) -> Replies:
    """[사진 보내기]: the next picture goes with that case."""
    number = photo_cases.ask_for_case(unit, entry)
    return Reply(words("photo-ask-for", number=number), buttons=((buttons.button(words("button-cancel"), "stop"),),))


def about(said: Said, unit: Unit) -> Replies:
    """The words that were asked for."""
    return customer_cases.heard(unit, cases.hear(unit, "question", said.text))


def own(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "사진 보여줘"."""
    return owner_photos.pictures(photo_gallery.own(unit))
