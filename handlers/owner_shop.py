"""The shop's settings in chat: the five questions of the beginning, and every one of them again at any time."""

from collections.abc import Callable
from functools import partial

from bot.actions import setup, shop
from bot.actions.price_list import PricesChanged, PricesTakenBack
from bot.actions.setup import Answered, Next
from bot.actions.shop import ShopChanged
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.opening import read_week
from bot.domain.outgoing import Button, Keyboard, Reply, Value, Words, words
from bot.domain.said import Said
from bot.domain.shop import Preset, Shop, ShopField
from bot.understanding.asks.shop import ChangeShop, ShopSettings
from bot.understanding.price_list import read_price_list
from bot.understanding.shop_sentences import is_skip, preset_said
from handlers import errors, owner_prices
from handlers.paging import numbers
from handlers.shop_words import KINDS, ask_for_words, field_name, read_back, set_anew, shown_value

_SKIP, _ENOUGH = words("button-skip"), words("button-enough")


def begin(unit: Unit) -> list[Reply]:
    """The first question; nothing where all of them are answered already."""
    first = setup.begin(unit)
    if first is None:
        return []
    text = words("setup-begin", question=ask_for_words(first))
    return [Reply(text, buttons=(*_choices(first), _way_out()))]


def show(said: Said, unit: Unit, ask: ShopSettings) -> Replies:
    """Everything that is set with a number to tap for each, or one setting, or the price list."""
    if ask.about == ShopField.PRICES:
        return owner_prices.show(unit)
    found = shop.settings(unit)
    if ask.about is None:
        return _settings(found, gathers=bool(unit.shop.gathers_words_of))
    field = ShopField(ask.about)
    text = words("shop-value", field=field_name(field), value=shown_value(field, dict(found.values)[field]))
    return Reply(text, buttons=((set_anew(field),),))


def change(said: Said, unit: Unit, ask: ChangeShop) -> Replies:
    """ "영업시간 10시-20시로 바꿔줘": at once, because it can be undone; without a value it is asked for."""
    if ask.value is None:
        return ask_anew(said, unit, ask.field)
    return _answered(unit, setup.answer(unit, ShopField(ask.field), ask.value))


def ask_anew(said: Said, unit: Unit, field: str = "") -> Replies:
    """Ask for one setting."""
    if field not in set(ShopField):
        return errors.old_button(said, unit)
    asked = ShopField(field)
    setup.ask_for(unit, asked)
    cancel = button(words("button-cancel"), "leave")
    return Reply(ask_for_words(asked), buttons=(*_choices(asked), (cancel,)))


def fill(field: ShopField) -> Callable[[Said, Unit], Replies]:
    """Who takes the text that the question for `field` has waited for."""
    return partial(_fill, field=field)


def can_be(field: ShopField) -> Callable[[str], bool]:
    """Whether a text can only be the answer to the question for `field`, so that nobody reads it as a sentence."""
    return partial(_can_be, field=field)


def choose_kind(said: Said, unit: Unit, preset: str = "") -> Replies:
    """One of the four kinds of shop."""
    if preset not in set(Preset):
        return errors.old_button(said, unit)
    return _answered(unit, setup.answer(unit, ShopField.PRESET, preset))


def skip(said: Said, unit: Unit) -> Replies:
    """Not this one now."""
    then = setup.put_off(unit)
    if then is None:
        return errors.old_button(said, unit)
    return _followed_by(words("setup-skipped"), then, unit.shop, ())


def enough(said: Said, unit: Unit) -> Replies:
    """No more questions."""
    setup.leave(unit)
    return Reply(words("setup-left"))


def undone(taken: ShopChanged | PricesTakenBack) -> Reply:
    """What holds again."""
    if isinstance(taken, PricesTakenBack):
        return Reply(words("prices-undone", count=taken.prices))
    text = words("shop-undone", field=field_name(taken.field), value=shown_value(taken.field, taken.after))
    return Reply(text, keyboard=Keyboard.OWNER if taken.field is ShopField.PRESET else Keyboard.NONE)


def _fill(said: Said, unit: Unit, field: ShopField) -> Replies:
    if is_skip(said.text):
        return skip(said, unit)
    return _answered(unit, setup.answer(unit, field, said.text))


def _can_be(text: str, field: ShopField) -> bool:
    if is_skip(text):
        return True
    if field is ShopField.PRESET:
        return preset_said(text) is not None
    if field is ShopField.HOURS:
        return read_week(text) is not None
    if field is ShopField.PRICES and "\n" in text.strip():
        listed = read_price_list(text, "KRW")
        return len(listed.prices) >= len(listed.not_read)
    return False


def _answered(unit: Unit, done: Answered) -> Replies:
    if isinstance(done.changed, PricesChanged):
        reply = owner_prices.read_back(done.changed, unit.shop)
        return _followed_by(reply.text, done.then, unit.shop, reply.buttons)
    undo = ((button(words("button-undo"), "undo", done.changed.undo),),) if done.changed.undo else ()
    answer = read_back(done.changed, in_passing=done.then.guided)
    following = _followed_by(answer, done.then, unit.shop, undo)
    if done.field is not ShopField.PRESET or not done.changed.undo:
        return following
    keys = words("setup-keys", kind=shown_value(ShopField.PRESET, done.changed.after))
    return [Reply(keys, keyboard=Keyboard.OWNER), following]


def _followed_by(answer: Words, then: Next, now: Shop, rows: tuple[tuple[Button, ...], ...]) -> Reply:
    """What was just done, and the next question if it is one of several."""
    if not then.guided:
        return Reply(answer, buttons=rows)
    if then.field is None:
        sheet = button(words("button-counter-sheet"), "sheet")
        return Reply(
            words("setup-done", answer=answer, example=words("visit-ask-line", preset=now.preset.value)),
            buttons=(*rows, (sheet,)),
        )
    text = words("setup-next", answer=answer, question=ask_for_words(then.field))
    undo = tuple(one for row in rows for one in row)
    return Reply(text, buttons=(*_choices(then.field), (*undo[:1], *_way_out())))


def _settings(found: shop.Settings, *, gathers: bool) -> Reply:
    prices = words("price-count", count=found.prices) if found.prices else None
    values: list[tuple[ShopField, Value]] = [*found.values, (ShopField.PRICES, prices)]
    rows = tuple(
        words("shop-settings-row", number=at, field=field_name(field), value=shown_value(field, value))
        for at, (field, value) in enumerate(values, start=1)
    )
    sheet = button(words("button-counter-sheet"), "sheet")
    if gathers:
        not_understood = button(words("button-words-show"), "words", "0")
    else:
        not_understood = button(words("button-words-gather"), "words-gather", "on")
    picks = numbers(0, "set-anew", [field.value for field, _ in values])
    sending = button(words("button-sending"), "sending")
    return Reply(words("shop-settings", rows=rows), buttons=(*picks, (sending,), (sheet,), (not_understood,)))


def _choices(field: ShopField) -> tuple[tuple[Button, ...], ...]:
    if field is not ShopField.PRESET:
        return ()
    kinds = [button(words(KINDS[preset]), "kind", preset.value) for preset in Preset]
    return (tuple(kinds[:2]), tuple(kinds[2:]))


def _way_out() -> tuple[Button, ...]:
    return (button(_SKIP, "skip"), button(_ENOUGH, "enough"))
