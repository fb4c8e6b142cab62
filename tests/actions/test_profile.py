"""People change their own details, and take it back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from bot.actions import account, forms, profile, profile_history
from bot.actions.profile import Changed, NotUsable, Same
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal
from bot.runtime import Runtime
from storage import people
from storage.models import Customer
from tests import cast

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
OLD, NEW = "010-2345-6781", "010-5555-1234"


@pytest.fixture
async def suyeon(shop: Runtime) -> Actor:
    """김수연, linked, with a phone and an e-mail; 김수현 is another customer."""

    def write(unit: Unit) -> Actor:
        cast.customer(unit, "김수현", "010-7788-1203")
        return cast.linked(unit, cast.customer(unit, "김수연", OLD, email="suyeon.kim@example.com"), 501)

    return await shop.write(write)


def changing(detail: str, typed: str) -> Callable[[Unit], Changed | Same | NotUsable]:
    return partial(profile.change, detail=detail, typed=typed)


async def change(shop: Runtime, actor: Actor, detail: str, typed: str) -> Changed:
    changed = await shop.write(changing(detail, typed), actor)
    assert isinstance(changed, Changed), changed
    return changed


async def undo(shop: Runtime, actor: Actor, entry: str | None = None) -> profile_history.Undone:
    return await shop.write(partial(profile_history.undo, entry_id=entry), actor)


async def refusal_of_undo(shop: Runtime, actor: Actor, entry: str | None = None) -> str:
    with pytest.raises(Refusal) as refused:
        await undo(shop, actor, entry)
    return refused.value.name


async def of(shop: Runtime, actor: Actor) -> Customer:
    return await shop.read(lambda unit: unit.session.get_one(Customer, actor.customer_id))


@pytest.mark.parametrize(
    ("detail", "typed", "before", "after", "stored"),
    [
        ("phone", "01055551234", "010-****-6781", "010-5555-1234", "+821055551234"),
        ("phone", "010 5555 1234", "010-****-6781", "010-5555-1234", "+821055551234"),
        ("email", "J.Watson@Example.COM", "su***@example.com", "j.watson@example.com", "j.watson@example.com"),
        ("name", "박순자", "김수연", "박순자", "박순자"),
        ("address", "서울 마포구 성산로 12", None, "서울 마포구 성산로 12", "서울 마포구 성산로 12"),
        ("birthday", "1998-07-09", None, "1998-07-09", "1998-07-09"),
        ("birthday", "음력 1962년 5월 5일", None, "lunar 1962-05-05", "lunar 1962-05-05"),
    ],
)
async def test_a_new_value_is_written_and_read_back(
    shop: Runtime, suyeon: Actor, detail: str, typed: str, before: str | None, after: str, stored: str
) -> None:
    changed = await change(shop, suyeon, detail, typed)

    assert (changed.detail, changed.before, changed.after) == (detail, before, after)
    assert changed.undo_until == date(2026, 11, 28)
    assert getattr(await of(shop, suyeon), detail) == stored


@pytest.mark.parametrize(
    ("detail", "typed", "why"),
    [
        ("phone", "010-123", "phone-too-short"),
        ("phone", "010-123-4567", "phone-too-short"),
        ("phone", "010-1234-56789", "phone-too-long"),
        ("phone", "017-345-6789", "phone-dead"),
        ("phone", "전화번호", "phone-unreadable"),
        ("email", "suyeon@", "email-unreadable"),
        ("name", "🙂", "name-unusable"),
        ("address", "집", "address-unusable"),
        ("birthday", "2031-05-17", "birthday-in-future"),
        ("birthday", "1995년 13월 5일", "birthday-impossible"),
        ("birthday", "1958년 2월 31일", "birthday-impossible"),
    ],
)
async def test_what_cannot_be_right_is_refused_with_its_reason(
    shop: Runtime, suyeon: Actor, detail: str, typed: str, why: str
) -> None:
    before = getattr(await of(shop, suyeon), detail)

    with pytest.raises(Refusal, match=why):
        await shop.write(changing(detail, typed), suyeon)

    assert getattr(await of(shop, suyeon), detail) == before
    assert await shop.read(profile_history.history, suyeon) == ()


@pytest.mark.parametrize(
    ("detail", "typed"), [("phone", "+82 10 2345 6781"), ("email", "SUYEON.KIM@example.com"), ("name", "김수연님")]
)
async def test_what_is_so_already_is_left_alone(shop: Runtime, suyeon: Actor, detail: str, typed: str) -> None:
    result = await shop.write(changing(detail, typed), suyeon)

    assert isinstance(result, Same) and not result.confirmed
    assert await shop.read(profile_history.history, suyeon) == ()


async def test_the_number_of_somebody_else_is_not_usable_and_nothing_says_why(shop: Runtime, suyeon: Actor) -> None:
    assert await shop.write(changing("phone", "010-7788-1203"), suyeon) == NotUsable()

    assert (await of(shop, suyeon)).phone == "+821023456781"
    assert await shop.read(profile_history.history, suyeon) == ()


async def test_five_numbers_of_others_a_day_and_every_number_is_refused(
    shop: Runtime, suyeon: Actor, clock: MovableClock
) -> None:
    for _ in range(profile.REFUSED_A_DAY):
        await shop.write(changing("phone", "010-7788-1203"), suyeon)

    for number in ("010-7788-1203", NEW):
        with pytest.raises(Refusal, match="enough-tries"):
            await shop.write(changing("phone", number), suyeon)

    clock.forward(timedelta(days=1))
    await change(shop, suyeon, "phone", NEW)


async def test_a_new_number_is_found_and_the_old_one_is_free(shop: Runtime, suyeon: Actor) -> None:
    await change(shop, suyeon, "phone", NEW)

    def who(unit: Unit, number: str) -> int | None:
        person = people.by_phone(unit.session, unit.vault, parse_phone(number))
        return person.id if person else None

    assert await shop.read(partial(who, number=NEW)) == suyeon.customer_id
    assert await shop.read(partial(who, number=OLD)) is None
    last4 = await shop.read(lambda unit: [one.id for one in people.by_last4(unit.session, unit.vault, "1234")])
    assert last4 == [suyeon.customer_id]


async def test_a_new_name_is_found_and_the_old_one_is_not(shop: Runtime, suyeon: Actor) -> None:
    await change(shop, suyeon, "name", "박순자")

    found = await shop.read(lambda unit: [match.id for match in unit.names.who("박순자")])
    assert found == [suyeon.customer_id]
    assert await shop.read(lambda unit: [match.id for match in unit.names.who("김수연")]) != [suyeon.customer_id]


async def freshness(shop: Runtime, actor: Actor, detail: str) -> str:
    mine = await shop.read(account.my_account, actor)
    return next(one.how for one in mine.details if one.name == detail)


async def test_a_typed_number_waits_to_be_confirmed_and_ones_own_card_confirms_it(shop: Runtime, suyeon: Actor) -> None:
    changed = await change(shop, suyeon, "phone", NEW)
    assert not changed.confirmed
    assert await freshness(shop, suyeon, "phone") == "sentence"

    same = await shop.write(lambda unit: profile.confirm_phone(unit, parse_phone(NEW)), suyeon)

    assert same == Same("phone", NEW, confirmed=True)
    assert await freshness(shop, suyeon, "phone") == "contact"


async def test_undo_brings_back_the_value_and_how_fresh_it_was(shop: Runtime, suyeon: Actor) -> None:
    await shop.write(lambda unit: profile.confirm_phone(unit, parse_phone(OLD)), suyeon)
    changed = await change(shop, suyeon, "phone", NEW)

    undone = await undo(shop, suyeon, changed.entry)

    assert (undone.detail, undone.value) == ("phone", OLD)
    assert (await of(shop, suyeon)).phone == "+821023456781"
    assert await freshness(shop, suyeon, "phone") == "contact"


async def test_undo_empties_what_was_empty(shop: Runtime, suyeon: Actor) -> None:
    changed = await change(shop, suyeon, "birthday", "1998-07-09")

    assert (await undo(shop, suyeon, changed.entry)).value is None
    assert (await of(shop, suyeon)).birthday is None
    assert [detail.name for detail in (await shop.read(account.my_account, suyeon)).details] == ["phone", "email"]


async def test_undo_without_a_button_takes_the_newest_change_and_then_the_one_before(
    shop: Runtime, suyeon: Actor
) -> None:
    await change(shop, suyeon, "email", "one@example.com")
    await change(shop, suyeon, "email", "two@example.com")

    assert (await undo(shop, suyeon)).value == "one@example.com"
    assert (await undo(shop, suyeon)).value == "suyeon.kim@example.com"
    assert await refusal_of_undo(shop, suyeon) == "nothing-to-undo"


async def test_undo_works_for_seven_days_and_not_a_second_longer(
    shop: Runtime, suyeon: Actor, clock: MovableClock
) -> None:
    phone = await change(shop, suyeon, "phone", NEW)
    clock.forward(timedelta(seconds=1))
    email = await change(shop, suyeon, "email", "new@example.com")
    clock.forward(timedelta(days=7, seconds=-1))

    assert await refusal_of_undo(shop, suyeon, phone.entry) == "undo-expired"
    assert (await of(shop, suyeon)).phone == "+821055551234"
    assert (await undo(shop, suyeon, email.entry)).value == "suyeon.kim@example.com"


async def test_a_later_change_of_the_same_detail_stands_in_the_way(shop: Runtime, suyeon: Actor) -> None:
    first = await change(shop, suyeon, "email", "one@example.com")
    second = await change(shop, suyeon, "email", "two@example.com")
    await change(shop, suyeon, "phone", NEW)

    assert await refusal_of_undo(shop, suyeon, first.entry) == "undo-changed-since"
    await undo(shop, suyeon, second.entry)
    assert (await undo(shop, suyeon, first.entry)).value == "suyeon.kim@example.com"


async def test_a_change_that_was_made_a_second_time_is_undone_from_the_newest_on(shop: Runtime, suyeon: Actor) -> None:
    first = await change(shop, suyeon, "email", "one@example.com")
    await change(shop, suyeon, "email", "two@example.com")
    await change(shop, suyeon, "email", "one@example.com")

    assert await refusal_of_undo(shop, suyeon, first.entry) == "undo-changed-since"
    assert (await undo(shop, suyeon)).value == "two@example.com"


async def test_a_change_by_the_shop_stands_in_the_way_too(shop: Runtime, suyeon: Actor) -> None:
    changed = await change(shop, suyeon, "email", "one@example.com")

    def corrected(unit: Unit) -> None:
        person = unit.session.get_one(Customer, suyeon.customer_id)
        people.set_email(unit.session, unit.vault, person, "file@example.com")

    await shop.write(corrected)
    assert await refusal_of_undo(shop, suyeon, changed.entry) == "undo-changed-since"


async def test_an_old_number_that_somebody_else_has_by_now_cannot_come_back(shop: Runtime, suyeon: Actor) -> None:
    changed = await change(shop, suyeon, "phone", NEW)
    await shop.write(lambda unit: cast.customer(unit, "박민수", OLD).id)

    assert await refusal_of_undo(shop, suyeon, changed.entry) == "detail-unusable"


async def test_a_change_is_undone_once_and_by_its_own_person_only(shop: Runtime, suyeon: Actor) -> None:
    changed = await change(shop, suyeon, "phone", NEW)
    other = await shop.write(lambda unit: cast.linked(unit, cast.customer(unit, "이하늘"), 502))

    assert await refusal_of_undo(shop, other, changed.entry) == "undo-not-yours"
    assert await refusal_of_undo(shop, other) == "nothing-to-undo"
    assert await refusal_of_undo(shop, other, "AAAAAAAAAAAA") == "undo-not-yours"
    assert await refusal_of_undo(shop, cast.stranger(503), changed.entry) == "not-linked"
    await undo(shop, suyeon, changed.entry)
    assert await refusal_of_undo(shop, suyeon, changed.entry) == "undo-done"


async def test_nothing_of_a_record_that_one_had_before_comes_into_the_new_one(shop: Runtime, suyeon: Actor) -> None:
    """Somebody's chat may come to belong to another record; their old Undo buttons are still there."""
    changed = await change(shop, suyeon, "email", "one@example.com")

    def another_record(unit: Unit) -> Actor:
        before = unit.session.get_one(Customer, suyeon.customer_id)
        before.chat_id = None
        unit.session.add(before)
        unit.session.flush()
        return cast.linked(unit, cast.customer(unit, "이하늘"), suyeon.chat_id)

    now = await shop.write(another_record)

    assert await refusal_of_undo(shop, now, changed.entry) == "undo-not-yours"
    assert await refusal_of_undo(shop, now) == "nothing-to-undo"
    assert (await of(shop, now)).email is None


async def test_history_tells_what_was_changed_masked_and_what_was_taken_back(
    shop: Runtime, suyeon: Actor, clock: MovableClock
) -> None:
    await change(shop, suyeon, "phone", NEW)
    clock.forward(timedelta(days=1))
    await change(shop, suyeon, "address", "서울 마포구 성산로 12")
    await undo(shop, suyeon)

    rows = await shop.read(profile_history.history, suyeon)

    assert [(row.detail, row.before, row.after, row.who, row.undone) for row in rows] == [
        ("address", None, "서울 ***", "self", True),
        ("phone", "010-****-6781", "010-****-1234", "self", False),
    ]
    assert [row.at for row in rows] == [NOW + timedelta(days=1), NOW]


async def test_history_shows_the_newest_ten(shop: Runtime, suyeon: Actor) -> None:
    names = [f"김수연 {letter}" for letter in "ABCDEFGHIJK"]
    for name in names:
        await change(shop, suyeon, "name", name)

    rows = await shop.read(profile_history.history, suyeon)
    assert [row.after for row in rows] == names[: -profile_history.ROWS - 1 : -1]


async def test_the_form_of_a_detail_ends_with_its_value_and_waits_through_a_refusal(
    shop: Runtime, suyeon: Actor
) -> None:
    await shop.write(partial(profile.ask_for, detail="phone"), suyeon)
    with pytest.raises(Refusal):
        await shop.write(changing("phone", "010-123"), suyeon)
    assert await shop.read(forms.open_form, suyeon) == profile.form_of("phone")

    await change(shop, suyeon, "email", "one@example.com")
    assert await shop.read(forms.open_form, suyeon) == profile.form_of("phone")

    await change(shop, suyeon, "phone", NEW)
    assert await shop.read(forms.open_form, suyeon) is None


@pytest.mark.parametrize("actor", [cast.OWNER_ACTOR, cast.stranger(503)], ids=["owner", "stranger"])
async def test_only_customers_have_details_of_their_own(shop: Runtime, actor: Actor) -> None:
    for deed in (
        changing("phone", NEW),
        partial(profile.ask_for, detail="phone"),
        profile_history.undo,
        profile_history.history,
        account.my_account,
    ):
        with pytest.raises(Refusal, match="not-linked" if actor.user_id == 503 else "not-allowed"):
            await shop.write(deed, actor)
