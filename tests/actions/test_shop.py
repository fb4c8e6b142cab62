"""The shop's settings and price list in the books: who may, what holds, what an Undo brings back."""

from collections.abc import Callable

import pytest

from bot.actions import counter_undo, price_list, setup, shop, visits
from bot.actions.price_list import PricesChanged
from bot.actions.setup import Next
from bot.actions.shop import ShopChanged
from bot.actions.unit import Unit
from bot.actions.visits import Recorded
from bot.clock import MovableClock
from bot.domain.outgoing import Money
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.shop import UNNAMED, Preset, Shop, ShopField
from bot.runtime import Runtime
from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import RecordVisit
from storage.database import Database
from tests import cast, sample

OWNER = cast.OWNER_ACTOR
LIST = "와이셔츠 2500\n바지 4500\n코트 12000"
SUYEON = Spoken("김수연", "김수연")


@pytest.fixture
def books(database: Database) -> Runtime:
    return Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁", hours="10:00-20:00"))


async def set_to(books: Runtime, field: ShopField, text: str) -> ShopChanged:
    return await books.write(lambda unit: shop.change(unit, field, text), OWNER)


async def paste(books: Runtime, text: str) -> PricesChanged:
    return await books.write(lambda unit: price_list.take(unit, text), OWNER)


async def prices(books: Runtime) -> dict[str, int]:
    listed = await books.read(price_list.show, OWNER)
    return {price.name: price.minor for price in listed}


async def now(books: Runtime) -> Shop:
    return await books.read(lambda unit: unit.shop)


async def undo(books: Runtime, entry: str = "") -> counter_undo.TakenBack:
    return await books.write(lambda unit: counter_undo.undo(unit, entry), OWNER)


@pytest.mark.parametrize(
    ("field", "text", "held"),
    [
        (ShopField.NAME, "  새  세탁 ", "새 세탁"),
        (ShopField.HOURS, "9시-19시", "9시-19시"),
        (ShopField.ANSWERED_BY, "김정호님", "김정호"),
        (ShopField.CONTACT, "02-123-4567", "02-123-4567"),
        (ShopField.ADDRESS, "서울 마포구 성산로 12", "서울 마포구 성산로 12"),
        (ShopField.PRESET, "미용실", Preset.SALON),
    ],
)
async def test_what_the_owner_says_wins_over_the_environment_until_it_is_undone(
    books: Runtime, field: ShopField, text: str, held: str
) -> None:
    before = await now(books)

    changed = await set_to(books, field, text)
    assert getattr(await now(books), field) == held
    assert changed.undo is not None
    await undo(books, changed.undo)

    assert await now(books) == before


@pytest.mark.parametrize(
    ("field", "text", "refusal"),
    [
        (ShopField.NAME, "🙂🙂", "shop-text-unusable"),
        (ShopField.NAME, "가" * 41, "shop-text-unusable"),
        (ShopField.HOURS, "  ", "shop-text-unusable"),
        (ShopField.ANSWERED_BY, "12", "name-unusable"),
        (ShopField.PRESET, "은행", "shop-kind-unknown"),
    ],
)
async def test_what_cannot_be_used_changes_nothing(books: Runtime, field: ShopField, text: str, refusal: str) -> None:
    before = await now(books)

    with pytest.raises(Refusal) as refused:
        await set_to(books, field, text)

    assert refused.value.name == refusal
    assert await now(books) == before


async def test_the_same_value_again_is_no_change(books: Runtime) -> None:
    assert (await set_to(books, ShopField.HOURS, "10:00-20:00")).undo is None


async def test_an_older_change_cannot_be_taken_back_past_a_newer_one(books: Runtime) -> None:
    first = await set_to(books, ShopField.HOURS, "9-18")
    await set_to(books, ShopField.NAME, "새세탁")
    second = await set_to(books, ShopField.HOURS, "9-19")

    with pytest.raises(Refusal) as refused:
        await undo(books, first.undo or "")
    assert refused.value.name == "undo-changed-since"
    await undo(books, second.undo or "")
    await undo(books, first.undo or "")

    assert (await now(books)).hours == "10:00-20:00"
    assert (await now(books)).name == "새세탁"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OWNER])
@pytest.mark.parametrize(
    "deed",
    [
        lambda unit: shop.change(unit, ShopField.HOURS, "9-18"),
        lambda unit: price_list.take(unit, LIST),
        lambda unit: price_list.drop(unit, "바지"),
        lambda unit: price_list.only_what_was_read(unit, "x"),
        setup.begin,
        setup.leave,
        setup.put_off,
        lambda unit: setup.ask_for(unit, ShopField.HOURS),
    ],
)
async def test_nobody_but_the_owner_changes_the_shop(
    books: Runtime, role: Role, deed: Callable[[Unit], object]
) -> None:
    with pytest.raises(Refusal):
        await books.write(deed, Actor(role, 77, 77))


async def test_staff_cannot_undo_what_the_owner_set(books: Runtime) -> None:
    changed = await set_to(books, ShopField.HOURS, "9-18")

    with pytest.raises(Refusal):
        await books.write(lambda unit: counter_undo.undo(unit, changed.undo or ""), Actor(Role.STAFF, 77, 77))

    assert (await now(books)).hours == "9-18"


async def test_a_pasted_list_is_merged_and_undone_as_one(books: Runtime) -> None:
    await paste(books, LIST)
    again = await paste(books, "와이셔츠 3000\n이불 20000\n[상의]")

    assert await prices(books) == {"와이셔츠": 3_000, "바지": 4_500, "코트": 12_000, "이불": 20_000}
    assert (again.others, again.not_read) == (2, ("[상의]",))
    await undo(books, again.undo or "")
    assert await prices(books) == {"와이셔츠": 2_500, "바지": 4_500, "코트": 12_000}


async def test_only_what_was_pasted_can_be_kept_once(books: Runtime) -> None:
    await paste(books, LIST)
    again = await paste(books, "와이셔츠 3000\n이불 20000")

    kept = await books.write(lambda unit: price_list.only_what_was_read(unit, again.undo or ""), OWNER)
    assert await prices(books) == {"와이셔츠": 3_000, "이불": 20_000}

    with pytest.raises(Refusal):
        await books.write(lambda unit: price_list.only_what_was_read(unit, again.undo or ""), OWNER)
    await undo(books, kept.undo or "")
    assert len(await prices(books)) == 4


async def test_a_thing_that_is_not_on_the_list_cannot_be_dropped(books: Runtime) -> None:
    await paste(books, LIST)

    with pytest.raises(Refusal) as refused:
        await books.write(lambda unit: price_list.drop(unit, "이불"), OWNER)

    assert refused.value.name == "price-unknown"
    assert len(await prices(books)) == 3


@pytest.mark.parametrize(
    ("items", "amount", "written", "from_list", "unpriced"),
    [
        ((Item("와이셔츠", 3),), None, 7_500, True, ()),
        ((Item("와이 셔츠", 2), Item("코트", 1)), None, 17_000, True, ()),
        ((Item("와이셔츠", 2), Item("넥타이", 1)), None, 5_000, True, ("넥타이",)),
        ((Item("와이셔츠", 3),), 7_000, 7_000, False, ()),
        ((Item("와이셔츠", 3, 6_000), Item("코트", 1)), None, 18_000, True, ()),
        ((Item("넥타이", 1),), None, None, False, ()),
        ((), None, None, False, ()),
    ],
)
async def test_the_list_fills_in_what_was_not_told(
    books: Runtime,
    items: tuple[Item, ...],
    amount: int | None,
    written: int | None,
    from_list: bool,
    unpriced: tuple[str, ...],
) -> None:
    await paste(books, LIST)

    ask = RecordVisit(SUYEON, items, amount)
    done = await books.write(lambda unit: visits.record(unit, ask, new=True), OWNER)

    assert isinstance(done, Recorded)
    assert done.amount == (Money(written) if written else None)
    assert (done.from_list, done.unpriced) == (from_list, unpriced)


async def test_five_questions_come_in_order_and_known_answers_are_not_asked_for(database: Database) -> None:
    books = Runtime(database, MovableClock(sample.NOW), Shop(UNNAMED, hours="10:00-20:00"))
    asked = [await books.write(setup.begin, OWNER)]

    while asked[-1] is not None:
        field = asked[-1]
        then = await books.write(setup.put_off, OWNER)
        assert isinstance(then, Next) and then.guided
        assert await books.read(setup.waits_for, OWNER) is not field
        asked.append(then.field)

    assert asked == [ShopField.NAME, ShopField.PRESET, ShopField.PRICES, ShopField.ANSWERED_BY, None]
    assert not await books.read(setup.is_due, OWNER)


async def test_a_refused_answer_leaves_the_question_open(database: Database) -> None:
    books = Runtime(database, MovableClock(sample.NOW), Shop(UNNAMED))
    await books.write(setup.begin, OWNER)

    with pytest.raises(Refusal):
        await books.write(lambda unit: setup.answer(unit, ShopField.NAME, "🙂"), OWNER)

    assert await books.read(setup.waits_for, OWNER) is ShopField.NAME


async def test_a_shop_with_customers_is_not_asked(database: Database) -> None:
    books = Runtime(database, MovableClock(sample.NOW), Shop(UNNAMED))
    assert await books.read(setup.is_due, OWNER)

    await books.write(lambda unit: cast.customer(unit, "김수연"), OWNER)

    assert not await books.read(setup.is_due, OWNER)
