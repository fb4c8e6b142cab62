"""What was not understood: kept or not, looked at, struck out, taken as a file."""

from dataclasses import replace

from bot.actions import not_understood
from bot.actions.not_understood import KEPT_DAYS, Kept, Struck
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.not_understood import GatheredWords, GatherWords
from handlers import errors, paging

_FILE = button(words("button-words-file"), "words-file")
_ON = button(words("button-words-gather"), "words-gather", "on")
_OFF = button(words("button-words-enough"), "words-gather", "off")
_CLEAR = button(words("button-words-clear"), "words-clear")


def said(said: Said, unit: Unit) -> Replies:
    """The answer to what nobody understood, which says so where it is kept."""
    return kept_with(errors.not_understood(said, unit), unit, said.text)


def kept_with(answer: Replies, unit: Unit, text: str) -> Replies:
    """The same answer; where its speaker agreed to that, the sentence is kept and the answer says so."""
    if not isinstance(answer, Reply) or not not_understood.keep(unit, text):
        return answer
    return replace(answer, text=words("words-kept", answer=answer.text))


def gather(said: Said, unit: Unit, ask: GatherWords) -> Replies:
    """ "못 알아들은 말 모아줘", and the same to end it."""
    done = not_understood.gather(unit, on=ask.on)
    undo = (button(words("button-undo"), "undo", done.undo),) if done.undo else ()
    if ask.on:
        return Reply(words("words-on", days=KEPT_DAYS), buttons=(undo,) if undo else ())
    row = (*undo, _CLEAR) if done.total else undo
    text = words("words-off", left=words("words-left", count=done.total, days=KEPT_DAYS) if done.total else None)
    return Reply(text, buttons=(row,) if row else ())


def tapped(said: Said, unit: Unit, wish: str) -> Replies:
    """The same by its button."""
    return gather(said, unit, GatherWords(wish == "on"))


def show(said: Said, unit: Unit, ask: GatheredWords) -> Replies:
    """ "못 알아들은 말 보여줘", also as a file."""
    return files(said, unit) if ask.as_file else _list(unit, 0)


def turn(said: Said, unit: Unit, offset: str = "") -> Replies:
    """Another page, or the first one by its button."""
    return _list(unit, paging.offset_of(offset))


def strike(said: Said, unit: Unit, public_id: str) -> Replies:
    """The number of a row: it is taken out."""
    done = not_understood.strike(unit, public_id)
    undo = ((button(words("button-undo"), "undo", done.undo),),) if done.undo else ()
    return Reply(words("words-struck", text=_hidden(done.text)), buttons=undo)


def put_back(done: Struck) -> Reply:
    """Undo of a strike."""
    return Reply(words("words-put-back", text=_hidden(done.text)))


def files(said: Said, unit: Unit) -> Replies:
    """One file a side."""
    found = not_understood.as_files(unit)
    if not found:
        return _list(unit, 0)
    return [Reply(words("words-files", count=len(found))), *(Reply(words("words-file"), document=one) for one in found)]


def clear(said: Said, unit: Unit) -> Replies:
    """All of it is deleted."""
    return Reply(words("words-cleared", count=not_understood.clear(unit)))


def _list(unit: Unit, offset: int) -> Reply:
    found = not_understood.listed(unit, offset)
    if not found.rows:
        return Reply(words("words-none", on=found.on), buttons=() if found.on else ((_ON,),))
    rows = tuple(_row(one, number) for number, one in enumerate(found.rows, start=offset + 1))
    text = words(
        "words-list",
        total=found.total,
        rows=rows,
        page=paging.place(offset, len(rows), found.total),
        days=KEPT_DAYS,
    )
    strikes = paging.numbers(offset, "words-strike", [one.public_id for one in found.rows])
    below: tuple[Button, ...] = (_FILE, _OFF if found.on else _CLEAR)
    return Reply(text, buttons=(*strikes, *paging.turn(offset, found.total, "words"), below))


def _row(one: Kept, number: int) -> Words:
    return words(
        "words-row",
        number=number,
        text=_hidden(one.text),
        side=one.side,
        on=one.said_on,
        meant=words("words-meant", kind=words("kind-named", kind=one.meant)) if one.meant else None,
    )


def _hidden(text: str) -> str:
    """Every mark for a person or a number as people write it."""
    return not_understood.hidden(text)
