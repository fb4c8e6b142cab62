"""Photos that customers send: with what they say to the shop, and their own shown again."""

from bot.actions import cases, photo_cases, photo_gallery, photos
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.understanding.asks.voices import Voice
from handlers import customer_cases, owner_photos

FORM = photo_cases.ABOUT


def receive(said: Said, unit: Unit, voice: Voice | None, replied_to: str | None = None) -> Replies:
    """A picture goes to the shop with its words; without any it goes with what was said today, or is asked about."""
    if said.file is None:
        raise Refusal("photo-gone")
    photo = photos.receive(unit, said.file, said.album, said.text)
    if photos.joins_album(unit, photo):
        return None
    case = photo_cases.case_at_hand(unit, replied_to)
    if case is not None:
        if said.text.strip():
            return customer_cases.heard(unit, cases.say_more(unit, case, said.text), album=bool(said.album))
        number, count = photo_cases.with_case(unit, case)
        told = None if said.album else count
        return Reply(words("photo-passed-on", number=number, count=told, who=cases.who_answers(unit)))
    if said.text.strip():
        case_heard = cases.hear(unit, voice.sort if voice else "question", said.text)
        return customer_cases.heard(unit, case_heard, album=bool(said.album))
    photo_cases.ask_about(unit)
    return Reply(words("photo-ask-about"), buttons=((buttons.button(words("button-cancel"), "stop"),),))


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
