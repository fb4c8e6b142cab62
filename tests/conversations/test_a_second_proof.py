"""A number that opens nothing alone is proved a second time: at the counter, or by what was bought last."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.actions import last_purchase
from bot.actions.unit import Unit
from bot.texts.counter_sheet import START_CODE
from tests import cast
from tests.chat import Chat, ShopUnderTest

OLD, UNKNOWN = "+821034567890", "+821099998888"
SAYS = {
    "ko": {
        "code": "계산대 QR",
        "been here": "예전에 왔었어요",
        "right": "올해 3월에 한복이요",
        "wrong": "4월에 이불이요",
        "account": "내 정보",
        "same": "본인 맞아요",
        "undo": "되돌리기",
        "not me": "제가 아니에요",
    },
    "en": {
        "code": "counter QR",
        "been here": "I was here before",
        "right": "a hanbok, around March",
        "wrong": "a duvet in April",
        "account": "my account",
        "same": "Same person",
        "undo": "Undo",
        "not me": "It wasn't me",
    },
}
HERS = ("백종철", "한복", "30,000")
both = pytest.mark.parametrize("language", ["ko", "en"])


@pytest.fixture
async def old_shop(shop: ShopUnderTest) -> ShopUnderTest:
    """A shop with somebody in its books who was here in March, with a hanbok."""

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "백종철", OLD), 250, ("한복", 1, 30_000))

    await shop.assistant.runtime.write(write)
    return shop


@pytest.fixture
async def big_shop(old_shop: ShopUnderTest) -> ShopUnderTest:
    """The same with two hundred others, who had shirts done on different days."""

    def write(unit: Unit) -> None:
        for number in range(200):
            person = cast.customer(unit, f"손님{number}", f"+82105555{number:04}")
            cast.visit(unit, person, 100 + 4 * number, ("와이셔츠", 2, 5_000))

    await old_shop.assistant.runtime.write(write)
    return old_shop


async def owner_of(shop: ShopUnderTest, language: str) -> Chat:
    owner = await shop.owner(language=language)
    if language == "en":
        await owner.says("/language")
        await owner.taps("English")
    return owner


async def newcomer(shop: ShopUnderTest, person_id: int = 501, phone: str = OLD, language: str = "ko") -> Chat:
    return await shop.customer(person_id, "종철", phone=phone, language=language)


async def code_from(owner: Chat, language: str = "ko") -> str:
    await owner.says(SAYS[language]["code"])
    return owner.last.partition("?start=")[2].split()[0]


async def is_open(chat: Chat, language: str = "ko") -> bool:
    await chat.says(SAYS[language]["account"])
    return "백종철" in chat.last and "30,000" in chat.last


@both
async def test_the_code_of_the_counter_opens_the_record_of_whoever_has_shown_their_number(
    old_shop: ShopUnderTest, language: str
) -> None:
    owner = await owner_of(old_shop, language)
    chat = await newcomer(old_shop, language=language)
    assert not await is_open(chat, language)

    await owner.taps("계산대 QR 보여 주기" if language == "ko" else "Show counter QR")
    assert owner.person.sees()[-1]["photo"]
    await chat.starts(owner.last.partition("?start=")[2].split()[0])

    assert any("백종철" in text for text in chat.texts)
    owner.sees("백종철", "종철", "QR")
    assert await is_open(chat, language)
    await owner.taps(SAYS[language]["undo"])
    assert not await is_open(chat, language)


@both
async def test_whoever_scans_it_first_needs_no_more_than_their_number(old_shop: ShopUnderTest, language: str) -> None:
    owner = await owner_of(old_shop, language)
    code = await code_from(owner, language)
    chat = old_shop.person(501, "종철", phone=OLD, language=language)

    await chat.starts(code)
    chat.sees("10")
    await chat.starts(code)
    chat.sees("10")
    old_shop.clock.forward(timedelta(minutes=9))
    await chat.shares_contact()

    owner.sees("백종철", "종철", "QR")
    assert SAYS[language]["same"] not in owner.buttons
    assert await is_open(chat, language)


async def test_the_code_is_for_one_person_and_ten_minutes(old_shop: ShopUnderTest) -> None:
    owner = await old_shop.owner()
    code = await code_from(owner)
    passer_by = old_shop.person(502, "남")
    await passer_by.starts(code)
    chat = await newcomer(old_shop)

    await chat.starts(code)
    chat.sees("이미 쓰였거나")
    code = await code_from(owner)
    old_shop.clock.forward(timedelta(minutes=10))
    await chat.starts(code)
    chat.sees("이미 쓰였거나")

    assert not await is_open(chat)


async def test_standing_there_is_over_after_ten_minutes_too(old_shop: ShopUnderTest) -> None:
    owner = await old_shop.owner()
    chat = old_shop.person(501, "종철", phone=OLD)
    await chat.starts(await code_from(owner))

    old_shop.clock.forward(timedelta(minutes=11))
    await chat.shares_contact()

    assert not await is_open(chat)
    owner.sees("같은 분인가요?")


async def test_the_printed_sheet_and_a_made_up_code_prove_nothing(old_shop: ShopUnderTest) -> None:
    await old_shop.owner()
    chat = await newcomer(old_shop)

    for payload in (START_CODE, "here-", "here-AAAAAAAAAAAAAAAAAAAAAA"):
        await chat.starts(payload)

    assert not await is_open(chat)


async def test_whoever_has_no_older_record_hears_the_same_at_the_counter(old_shop: ShopUnderTest) -> None:
    owner = await old_shop.owner()
    old, new = await newcomer(old_shop), await newcomer(old_shop, 502, UNKNOWN)

    opened, nothing = [await chat.starts(await code_from(owner)) for chat in (old, new)]

    assert nothing == [text for text in opened if "백종철" not in text]
    new.sees_nothing_of(*HERS)


async def test_nobody_but_the_shop_shows_the_code(old_shop: ShopUnderTest) -> None:
    await old_shop.owner()
    chat = await newcomer(old_shop)

    await chat.says(SAYS["ko"]["code"])
    await chat.taps_data("1:counter-code")

    assert not any("start=here-" in text for text in chat.texts)


async def test_after_the_shops_no_neither_proof_opens_anything(big_shop: ShopUnderTest) -> None:
    owner = await big_shop.owner()
    chat = await newcomer(big_shop)
    await owner.taps("아니에요")

    await chat.starts(await code_from(owner))
    await chat.says(SAYS["ko"]["been here"])
    await chat.says(SAYS["ko"]["right"])

    assert not await is_open(chat)


@both
async def test_who_knows_what_was_bought_last_and_when_needs_no_tap(big_shop: ShopUnderTest, language: str) -> None:
    owner = await owner_of(big_shop, language)
    chat = await newcomer(big_shop, language=language)

    await chat.says(SAYS[language]["been here"])
    await chat.says(SAYS[language]["right"])

    chat.sees("백종철")
    owner.sees("백종철", "종철", SAYS[language]["right"])
    assert await is_open(chat, language)
    await owner.taps(SAYS[language]["undo"])
    assert not await is_open(chat, language)


@both
async def test_whoever_was_linked_is_told_of_either_proof_and_takes_the_record_back(
    big_shop: ShopUnderTest, language: str
) -> None:
    owner = await owner_of(big_shop, language)
    first = await newcomer(big_shop, language=language)
    await owner.taps(SAYS[language]["same"])
    assert await is_open(first, language)

    async def at_the_counter(chat: Chat) -> None:
        await chat.starts(await code_from(owner, language))

    async def by_the_last_purchase(chat: Chat) -> None:
        await chat.says(SAYS[language]["been here"])
        await chat.says(SAYS[language]["right"])

    proofs: tuple[Callable[[Chat], Awaitable[None]], ...] = (at_the_counter, by_the_last_purchase)
    for person_id, proof in enumerate(proofs, 502):
        other = await newcomer(big_shop, person_id, language=language)
        await proof(other)
        assert await is_open(other, language)
        first.sees("텔레그램" if language == "ko" else "Telegram", "7")
        big_shop.clock.forward(timedelta(days=6))
        await first.taps(SAYS[language]["not me"])
        assert await is_open(first, language)
        assert not await is_open(other, language)


@both
async def test_a_wrong_answer_sounds_as_where_there_is_no_record_and_the_shop_reads_both(
    old_shop: ShopUnderTest, language: str
) -> None:
    """Whatever is said and pressed: the same words and the same buttons, and no more than two tries."""
    said = SAYS[language]
    owner = await owner_of(old_shop, language)
    heard: list[list[object]] = []
    for person_id, phone in ((501, OLD), (502, UNKNOWN)):
        chat = await newcomer(old_shop, person_id, phone, language)
        steps: list[object] = [[*chat.texts], [*chat.buttons]]
        lines = (said["been here"], "…", said["wrong"], said["been here"], said["wrong"], said["been here"])
        steps += [[await chat.says(line), chat.buttons] for line in lines]
        heard.append(steps)
        owner.sees("종철", said["wrong"])
        assert (said["same"] in owner.buttons) is (phone == OLD)
        assert not await is_open(chat, language)

    known, unknown = heard
    assert known == unknown


@pytest.mark.parametrize("answer", ["올해 3월에 와이셔츠", "작년 3월에 한복", "3월에 한복이랑 코트"])
async def test_thing_and_month_must_both_fit_and_nothing_else_be_named(big_shop: ShopUnderTest, answer: str) -> None:
    await big_shop.owner()
    chat = await newcomer(big_shop)

    await chat.says(SAYS["ko"]["been here"])
    await chat.says(answer)

    assert not await is_open(chat)


async def test_half_an_answer_is_asked_for_again_and_is_no_try(big_shop: ShopUnderTest) -> None:
    await big_shop.owner()
    chat = await newcomer(big_shop)
    await chat.says(SAYS["ko"]["been here"])
    for answer in ("3월이었어요", "3월이나 4월에 한복", "작년에 한복"):
        await chat.says(answer)
        chat.sees("둘 다 있어야 해요")

    await chat.says(SAYS["ko"]["right"])

    assert await is_open(chat)


async def test_what_everybody_has_done_is_no_proof(big_shop: ShopUnderTest) -> None:
    """Nearly all of this shop's people had shirts."""
    owner = await big_shop.owner()
    chat = await newcomer(big_shop, phone="+821055550037")  # 248 days ago

    await chat.says(SAYS["ko"]["been here"])
    await chat.says("올해 3월에 와이셔츠 두 장")

    owner.sees("와이셔츠 두 장", "손님37")
    await chat.says(SAYS["ko"]["account"])
    chat.sees_nothing_of("손님37", "5,000")


async def test_a_record_is_guessed_at_twice_whoever_guesses(big_shop: ShopUnderTest) -> None:
    await big_shop.owner()
    for person_id in range(501, 501 + last_purchase.TRIES):
        chat = await newcomer(big_shop, person_id)
        await chat.says(SAYS["ko"]["been here"])
        await chat.says(SAYS["ko"]["wrong"])
    last = await newcomer(big_shop, 510)

    await last.says(SAYS["ko"]["been here"])
    await last.says(SAYS["ko"]["right"])

    last.sees("가게에 전했어요")
    assert not await is_open(last)


@both
async def test_whoever_was_let_in_disconnects_the_chat_again(big_shop: ShopUnderTest, language: str) -> None:
    said = SAYS[language]
    owner = await owner_of(big_shop, language)
    chat = await newcomer(big_shop, language=language)
    await chat.says(said["been here"])
    await chat.starts(await code_from(owner, language))
    assert await is_open(chat, language)

    await chat.says("되돌려줘" if language == "ko" else "undo")
    await chat.taps("연결 끊기" if language == "ko" else "Disconnect")

    assert not await is_open(chat, language)
    big_shop.clock.forward(timedelta(minutes=11))
    await chat.shares_contact()
    assert not await is_open(chat, language)
    owner.sees("백종철", "7890")
    assert said["same"] in owner.buttons


async def test_whoever_sees_their_visits_is_not_asked_for_the_last(old_shop: ShopUnderTest) -> None:
    owner = await old_shop.owner()
    chat = await newcomer(old_shop)
    await owner.taps("본인 맞아요")

    await chat.says(SAYS["ko"]["been here"])

    chat.sees("“내 정보”에 있어요")


async def test_nobody_has_to_say_it(big_shop: ShopUnderTest) -> None:
    await big_shop.owner()
    chat = await newcomer(big_shop)
    await chat.says(SAYS["ko"]["account"])
    await chat.taps("예전에 왔었어요")

    await chat.taps("건너뛰기")
    chat.sees("가게에서 확인하면")
    await chat.taps("예전에 왔었어요")
    await chat.says("잘 기억이 안 나요")
    chat.sees("가게에서 확인하면")
    await chat.says("3월에 한복")

    assert not await is_open(chat)
