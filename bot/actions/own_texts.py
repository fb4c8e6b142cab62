"""The shop's own words for messages that the house has words for: set, looked at before they are kept, shown filled in.

A text is in the shop's language; who reads another one gets the house's words.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from sqlmodel import col, select

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.unit import Unit
from bot.domain.outgoing import Money, Value, Words, words
from bot.domain.own_texts import PART_OF, Blank, OwnText, all_words_of
from bot.domain.text_lint import checked, filled
from bot.domain.visits import item_words
from bot.domain.written_text import one_line
from bot.texts.catalog import Catalog
from bot.texts.languages import LANGUAGES
from storage import facts, journal
from storage.models import Customer, JournalEntry

CHANGED = "own_text_changed"
_FACT = "texts"


@dataclass(frozen=True, slots=True)
class TextShown:
    """One message: the shop's own words ("" for the house's), filled in for `name`. That is "" where nobody is on
    record yet, and the one in `preview` is an example.
    """

    which: OwnText
    text: str
    name: str
    preview: str
    undo: str | None = None


def show(unit: Unit, which: OwnText) -> TextShown:
    """What is set, filled in for a real customer."""
    unit.permit("see the shop's settings")
    return _shown(unit, which, _texts(unit).get(which, ""))


def all_of_them(unit: Unit) -> tuple[TextShown, ...]:
    """The same of each message that this shop sends."""
    unit.permit("see the shop's settings")
    own = _texts(unit)
    return tuple(_shown(unit, which, own.get(which, "")) for which in OwnText if is_sent(unit, which))


def is_sent(unit: Unit, which: OwnText) -> bool:
    """Whether this shop sends that message at all."""
    return which not in PART_OF or unit.shop.has(PART_OF[which])


def check(which: OwnText, text: str) -> str:
    """The words as they would be kept. Raises Refusal as `text_lint.checked` does."""
    return checked(one_line(text), variables=all_words_of(which)) if text else ""


def change(unit: Unit, which: OwnText, text: str) -> TextShown:
    """Say it in these words from now on, or ("") in the house's. Raises Refusal as `text_lint.checked` does."""
    unit.permit("change the shop")
    plain = check(which, text)
    before = _texts(unit).get(which, "")
    shown = _shown(unit, which, plain)
    if plain == before:
        return shown
    entry = write_entry(
        unit,
        CHANGED,
        before={"text": before},
        after={"which": which.value, "text": plain},
        undo_for=UNDO_FOR,
    )
    _put(unit, which, plain)
    return TextShown(which, plain, shown.name, shown.preview, entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> TextShown:
    """Undo: the words from before."""
    unit.permit("change the shop")
    which = OwnText(journal.after(unit.vault, entry)["which"])
    before = journal.before(unit.vault, entry)["text"]
    _put(unit, which, before)
    return _shown(unit, which, before)


def in_own_words(
    unit: Unit, which: OwnText, house: Words, values: dict[Blank, Value], rows: tuple[Words | None, ...]
) -> Words:
    """The message in the shop's own words where it has some, else `house`.

    What the house adds of itself (until when to change, what is unpaid, the hours) stays below it: `rows`.
    """
    text = _texts(unit).get(which, "")
    if not text:
        return house
    said = _filled(unit, text, values)
    below = tuple(row for row in rows if row is not None)
    own = words("own-text", text=said, rows=below or None, shop=house.args["shop"])
    return words(
        "own-or-house", **{language: own if language == unit.shop.language else house for language in LANGUAGES}
    )


def _filled(unit: Unit, text: str, values: dict[Blank, Value]) -> str:
    shown = {word: _plain(unit, value) for blank, value in values.items() for word in (blank.value, blank.english)}
    return " ".join(filled(text, shown).split())


def _plain(unit: Unit, value: Value) -> str:
    """A value as it reads in the shop's language; nothing for what is not there."""
    if value is None or value == ():
        return ""
    text = words("own-value", value=value) if not isinstance(value, tuple) else words("own-values", rows=value)
    shop = unit.shop
    return _catalog().plain(text, shop.language, zone=shop.zone, today=unit.today, preset=shop.preset)


def _shown(unit: Unit, which: OwnText, text: str) -> TextShown:
    last_on = col(Customer.last_visit_on)
    newest = select(Customer).order_by(last_on.is_(None), last_on.desc(), col(Customer.id).desc()).limit(1)
    person = unit.session.exec(newest).first()
    name = person.name if person else ""
    if person is not None:
        unit.saw(person.id or 0, "list")
    values = example(unit, name or words("own-example-name"), person.last_visit_on if person else None)
    preview = _filled(unit, text, values) if text else ""
    return TextShown(which, text, name, preview)


def example(unit: Unit, name: str | Words, last_on: date | None) -> dict[Blank, Value]:
    """Values such as a message to this person would have."""
    tomorrow = datetime.combine(unit.today + timedelta(days=1), datetime.min.time(), unit.shop.zone) + timedelta(
        hours=14
    )
    return {
        Blank.NAME: name,
        Blank.TIME: tomorrow,
        Blank.SERVICE: words("own-example-service"),
        Blank.THINGS: (item_words(words("own-example-thing", preset=unit.shop.preset), 2),),
        Blank.AMOUNT: Money(12_000, unit.shop.currency),
        Blank.DAY: last_on or unit.today,
    }


def _texts(unit: Unit) -> dict[str, str]:
    return facts.get(unit.session, unit.vault, _FACT) or {}


def _put(unit: Unit, which: OwnText, text: str) -> None:
    others = {name: other for name, other in _texts(unit).items() if name != which}
    facts.put(unit.session, unit.vault, _FACT, others | ({which.value: text} if text else {}))


@cache
def _catalog() -> Catalog:
    return Catalog()
