"""Being heard: what was said becomes a case with a number, a person and a time; all else can go to the owner too."""

from bot.actions import cases, complained_of, forms, photo_cases, sending
from bot.actions.cases import Heard
from bot.actions.not_understood import keep, may_be_asked
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.account import Status
from bot.understanding.asks.voices import AskOwner, Voice
from handlers import customer_account, customer_ideas, customer_not_understood, errors

ASK = "ask-owner"


def status(said: Said, unit: Unit, ask: Status) -> Replies:
    """What was asked about one's own: what was said to the shop stands here, all else in the account."""
    return mine(said, unit) if ask.about == "cases" else customer_account.status(said, unit, ask)


def voice(said: Said, unit: Unit, ask: Voice) -> Replies:
    """A complaint, a request or an idea; for an idea others may vote too."""
    if ask.sort == "idea":
        return customer_ideas.propose(said, unit)
    return heard(unit, cases.hear(unit, ask.sort, said.text))


def request(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Something that only a person can promise."""
    return voice(said, unit, Voice("request", said.text))


def ask_owner(said: Said, unit: Unit, ask: AskOwner) -> Replies:
    """ "사장님이랑 얘기하고 싶어요": at once, or asked for the words to pass on."""
    if ask.about is not None:
        return heard(unit, cases.hear(unit, "question", ask.about))
    cases.begin_words(unit, ASK)
    return Reply(words("case-ask-words"), buttons=((buttons.button(words("button-cancel"), "stop"),),))


def talk(said: Said, unit: Unit) -> Replies:
    """Rather with the owner."""
    return ask_owner(said, unit, AskOwner())


def words_for_owner(said: Said, unit: Unit) -> Replies:
    """The words that were asked for."""
    forms.finish(unit, ASK)
    return heard(unit, cases.hear(unit, "question", said.text))


def not_understood(said: Said, unit: Unit) -> Replies:
    """Say so, and offer to hand it to the owner as it was said."""
    answer = errors.not_understood(said, unit)
    if not isinstance(answer, Reply):
        return answer
    cases.keep_to_pass_on(unit, said.text)
    kept = keep(unit, said.text)
    text = words("words-kept", answer=answer.text) if kept else answer.text
    asked = not kept and may_be_asked(unit, said.update_id)
    return Reply(text, buttons=((PASS_ON, customer_not_understood.HELP) if asked else (PASS_ON,),))


def not_yet(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Understood, and not something the assistant can do: the owner can."""
    return to_pass_on(said, unit, words("cannot-but-owner"))


def shop_question(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "강아지 데려가도 돼요?": no record answers it, a person does."""
    return to_pass_on(said, unit, words("shop-question", contact=unit.shop.contact or None))


def told_us(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Praise or blame, and it is not plain which: "거울이 흐려요". It is for people to read."""
    return to_pass_on(said, unit, words("told-us"))


def to_pass_on(said: Said, unit: Unit, text: Words) -> Reply:
    """Say so, and hand it to the owner with one tap, as it was said."""
    cases.keep_to_pass_on(unit, said.text)
    return Reply(text, buttons=((PASS_ON,),))


def pass_on(said: Said, unit: Unit) -> Replies:
    """The button: to the owner with its words."""
    return heard(unit, cases.pass_on(unit))


def more(said: Said, unit: Unit, entry: str) -> Replies:
    """A reply to the shop's answer."""
    return heard(unit, cases.say_more(unit, entry, said.text))


def still_open(said: Said, unit: Unit, entry: str) -> Replies:
    """ "아직이에요": it waits for a person again."""
    return heard(unit, cases.say_more(unit, entry, ""))


def mine(said: Said, unit: Unit) -> Replies:
    """ "제가 보낸 문의 어떻게 됐어요?": each with its number and time; of nothing that waits, who answers and when."""
    found = cases.mine(unit)
    if not found:
        return customer_account.who_answers(said, unit)
    who = cases.who_answers(unit)
    rows = tuple(
        words("case-own-row", number=one.number, text=one.text, who=who, due=one.due_at, answered=one.answered_at)
        for one in found
    )
    return Reply(words("case-own", rows=rows))


def settled(said: Said, unit: Unit, entry: str) -> Replies:
    """ "해결됐어요": closed by whoever it was about, and the shop is asked what it learned."""
    done = cases.settle(unit, entry)
    note = (buttons.button(words("button-case-notes"), "case-close", entry),)
    text = words("case-settled-owner", number=done.number, name=done.name)
    sending.tell_owners(unit, f"{cases.notice_key(unit, done)}:settled", Reply(text, buttons=(note,)))
    return Reply(words("case-settled", number=done.number))


def withdraw(said: Said, unit: Unit, entry: str) -> Replies:
    """Taken back before anybody answered."""
    done = cases.withdraw(unit, entry)
    text = words("case-withdrawn-owner", number=done.number, name=done.name)
    sending.tell_owners(unit, f"{cases.notice_key(unit, done)}:withdrawn", Reply(text))
    return Reply(words("case-withdrawn", number=done.number), edits=said.message_id)


def heard(unit: Unit, heard: Heard, *, album: bool = False) -> Reply:
    """Tell the shop, with the pictures that waited for words, and tell the customer who answers by when.

    The rest of an `album` comes after it is answered, so its pictures are not counted.
    """
    sending.tell_owners(unit, cases.notice_key(unit, heard), notice(heard))
    _, pictures = photo_cases.with_case(unit, heard.entry)
    if heard.sort == "complaint" and heard.thing is not None and not heard.again:
        forms.hold(unit, cases.WHICH, {"parts": [heard.entry, *heard.thing.place]})
    text = words(
        "case-heard",
        sort="again" if heard.again else heard.sort,
        item=_item(heard) if heard.sort == "complaint" else None,  # nothing else asks whether it is the right one
        who=cases.who_answers(unit),
        due=heard.due_at,
        number=heard.number,
        photos=words("case-photos", count=None if album else pictures) if pictures else None,
    )
    return Reply(text, buttons=() if heard.again else (_choices(unit, heard, pictures),))


def _choices(unit: Unit, heard: Heard, pictures: int) -> tuple[Button, ...]:
    """Three at most: whether it is the right thing, or to take it back."""
    back = buttons.button(words("button-case-withdraw"), "case-withdraw", heard.entry)
    picture = buttons.button(words("button-case-photo"), "case-photo", heard.entry)
    if heard.sort != "complaint":
        return (back,)
    if heard.thing is None:
        return (back,) if pictures else (picture, back)
    right = buttons.button(words("button-case-right"), "case-thing", heard.entry, *heard.thing.place)
    return (right, _other(unit, heard.entry, *heard.thing.place), back if pictures else picture)


def _other(unit: Unit, entry: str, *place: str) -> Button:
    return buttons.button(words("button-case-other", clothes=unit.shop.has(Part.ORDERS)), "case-other", entry, *place)


def right_thing(said: Said, unit: Unit, entry: str, visit: str, line: str) -> Replies:
    """ "맞아요", or the button of another: it is about this one, and the shop knows."""
    forms.finish(unit, cases.WHICH)
    done = cases.say_which(unit, entry, (visit, line))
    if done.thing is not None:
        about = words("case-thing-owner", number=done.number, name=done.name, item=done.thing.item, on=done.thing.on)
        sending.tell_owners(unit, f"{cases.notice_key(unit, done)}:thing", Reply(about))
    text = words("case-thing", item=_item_of(done), who=cases.who_answers(unit), due=done.due_at, number=done.number)
    return Reply(text, buttons=(_photo_or_back(entry),), edits=_pressed(said))


def other_thing(said: Said, unit: Unit, entry: str, visit: str, line: str) -> Replies:
    """ "다른 옷": which, of the newest?"""
    found = complained_of.others(unit, entry, (visit, line))
    if not found:
        return no_thing(said, unit, entry)
    choices = tuple(
        buttons.button(words("button-case-thing", item=one.item, on=one.on), "case-thing", entry, *one.place)
        for one in found
    )
    none = buttons.button(words("button-case-none"), "case-none", entry)
    return Reply(words("case-which"), buttons=tuple((one,) for one in (*choices, none)), edits=_pressed(said))


def no_thing(said: Said, unit: Unit, entry: str) -> Replies:
    """None of them: the shop is told to ask."""
    done = cases.say_none(unit, entry)
    about = words("case-none-owner", number=done.number, name=done.name)
    sending.tell_owners(unit, f"{cases.notice_key(unit, done)}:thing", Reply(about))
    text = words("case-thing", item=None, who=cases.who_answers(unit), due=done.due_at, number=done.number)
    return Reply(text, buttons=(_photo_or_back(entry),), edits=_pressed(said))


def _pressed(said: Said) -> int | None:
    """The message that a pressed button hangs on; what is said is a message of its own."""
    return said.message_id if said.button else None


def _photo_or_back(entry: str) -> tuple[Button, ...]:
    return (
        buttons.button(words("button-case-photo"), "case-photo", entry),
        buttons.button(words("button-case-withdraw"), "case-withdraw", entry),
    )


def notice(heard: Heard) -> Reply:
    """What the shop is told: whose words, and that a reply to this message is the answer."""
    text = words(
        "case-notice",
        number=heard.number,
        sort=_SORTS[heard.sort],
        name=heard.name,
        last4=heard.last4,
        text=heard.text,
        item=words("case-item-owner", item=heard.thing.item, on=heard.thing.on) if heard.thing else None,
        due=heard.due_at,
        again=heard.again,
    )
    answer = buttons.button(words("button-case-answer"), "case-answer", heard.entry)
    close = buttons.button(words("button-case-close"), "case-close", heard.entry)
    return Reply(text, buttons=((answer, close),))


def _item(heard: Heard) -> Words | None:
    return words("case-item", item=heard.thing.item, on=heard.thing.on) if heard.thing else None


def _item_of(heard: Heard) -> Words | None:
    return words("case-item-right", item=heard.thing.item, on=heard.thing.on) if heard.thing else None


PASS_ON = buttons.button(words("button-pass-on"), "pass-on")
_SORTS = {
    "complaint": words("sort-complaint"),
    "request": words("sort-request"),
    "idea": words("sort-idea"),
    "question": words("sort-question"),
}
