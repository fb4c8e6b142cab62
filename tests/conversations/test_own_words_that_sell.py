"""Whatever the shop writes itself: one word of selling makes it advertising, by every way on which it could leave."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage import people
from storage.models import OutboxRow
from tests import cast
from tests.chat import Chat, ShopUnderTest

SUYEON = 501
SELLS = "이불은 20% 할인해 드려요"


async def customer(shop: ShopUnderTest, *, agreed: bool = False, language: str = "ko") -> Chat:
    chat = shop.person(SUYEON, "수연", language=language)
    await chat.starts()

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", "010-2345-6781")
        person.language = language
        for days in (40, 50, 60, 70, 80):
            cast.visit(unit, person, days, ("바지", 1, 5_000))
        cast.linked(unit, person, SUYEON)
        if agreed:
            cast.agrees(unit, person)

    await shop.assistant.runtime.write(write)
    return chat


async def leaves_a_coat(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        person = people.by_chat(unit.session, SUYEON)
        assert person is not None
        cast.order(unit, person, ("코트", 1, 15_000), promised_at=unit.now)

    await shop.assistant.runtime.write(write)


async def answers(owner: Chat, text: str, to: str = "접수 1번") -> None:
    message = next(one for one in reversed(owner.person.sees()) if to in one.get("text", ""))
    await owner.does(lambda: owner.person.says(text, reply_to=message["message_id"]))


async def sold(shop: ShopUnderTest) -> list[tuple[str, bool, str]]:
    def read(unit: Unit) -> list[tuple[str, bool, str]]:
        rows = unit.session.exec(select(OutboxRow).where(OutboxRow.dedupe_key.startswith("case-answer:")))
        return [(row.kind, row.advertising, row.state) for row in rows]

    return await shop.assistant.runtime.read(read)


@pytest.mark.parametrize(
    ("language", "said", "sells", "refused", "plain"),
    [
        ("ko", "바지가 줄었어요", SELLS, ["법으로는 광고", "김수연님은", "그 말을 빼고"], "새로 해 드릴게요"),
        ("en", "my trousers shrank", "A 20% discount on duvets", ["advertising by law"], "We make it anew"),
    ],
)
async def test_an_answer_that_sells_goes_only_to_who_agreed(
    shop: ShopUnderTest, language: str, said: str, sells: str, refused: list[str], plain: str
) -> None:
    owner, chat = await shop.owner(language=language), await customer(shop, language=language)
    await chat.says(said)
    case = "접수 1번" if language == "ko" else "Case 1"
    await answers(owner, sells, case)
    owner.sees(*refused)
    chat.sees_nothing_of(sells)
    assert await sold(shop) == []
    await answers(owner, plain, case)
    chat.sees(plain)
    assert await sold(shop) == [("answer", False, "sent")]


@pytest.mark.parametrize(
    ("language", "said", "pays_back"),
    [
        ("ko", "바지가 줄었어요", "죄송해요. 50% 환불해 드릴게요"),
        ("en", "my trousers shrank", "Sorry. We pay back 50 %"),
    ],
)
async def test_an_answer_that_pays_back_goes_to_anybody(
    shop: ShopUnderTest, language: str, said: str, pays_back: str
) -> None:
    owner, chat = await shop.owner(language=language), await customer(shop, language=language)
    await chat.says(said)
    await answers(owner, pays_back, "접수 1번" if language == "ko" else "Case 1")
    chat.sees(pays_back)
    assert await sold(shop) == [("answer", False, "sent")]


async def test_an_answer_that_sells_is_labelled_for_who_agreed(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await customer(shop, agreed=True)
    await chat.says("바지가 줄었어요")
    await answers(owner, f"죄송해요. {SELLS}")
    chat.sees("(광고) 맑은세탁, 02-123-4567", SELLS, "무료 수신거부")
    assert await sold(shop) == [("answer", True, "sent")]


async def test_who_asks_about_a_discount_is_answered(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await customer(shop)
    await chat.says("사장님께 꼭 전해 주세요 이불도 할인이 되나요")
    await answers(owner, f"네, {SELLS}")
    chat.sees(SELLS)
    chat.sees_nothing_of("(광고)")


async def test_the_change_after_a_complaint_sells_nothing(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await customer(shop)
    await chat.says("바지가 줄었어요")
    await answers(owner, "죄송해요. 새로 해 드릴게요")
    await owner.taps("마무리")
    await owner.says("물이 뜨거웠어요")
    await owner.says("새로 해 드렸어요")
    await owner.says(f"이제 {SELLS}")
    owner.sees("그 말을 빼 주세요")
    chat.sees_nothing_of(SELLS)
    await owner.says("이제 미지근한 물로만 빨아요")
    chat.sees("미지근한 물로만")


async def test_a_decision_about_an_idea_sells_only_what_was_asked_for(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await customer(shop)
    await chat.says("제안: 일요일 아침에도 열어 주세요")
    await owner.taps("할게요")
    await owner.says(f"일요일에도 열어요. {SELLS}")
    owner.sees("그 말을 빼 주세요")
    chat.sees_nothing_of(SELLS)
    await owner.says("일요일에도 열어요")
    chat.sees("일요일에도 열어요")


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (f"김수연님께 {SELLS}라고 보내줘", "광고예요"),
        ("tell 김수연 that there is a 20% discount on duvets", "make it advertising"),
        ("김수연 코트 25일로 늦어요 할인 행사가 밀려서", "그 말을 빼 주세요"),
        ("예약 알림 문구: {이름}님, 오시면 20% 할인해 드려요", "그 말을 빼 주세요"),
        ("코트 관리법: 드라이 할인할 때 맡겨 주세요", "그 말을 빼 주세요"),
        ("손님들한테 내일 쉰다고 보내줘", "모두에게 한꺼번에 보내지는 않아요"),
    ],
)
async def test_a_sentence_that_sells_in_a_notice_is_refused_with_the_reason(
    shop: ShopUnderTest, sentence: str, says: str
) -> None:
    owner, chat = await shop.owner(), await customer(shop)
    await leaves_a_coat(shop)
    await owner.says(sentence)
    owner.sees(says)
    await shop.moves_on(minutes=2)
    chat.sees_nothing_of("할인", "discount")


async def test_a_draft_that_sells_is_refused_without_a_consent(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "박민수", "010-8161-6464"), 40, ("바지", 1, 5_000))

    await shop.assistant.runtime.write(write)
    await owner.says(f"박민수님께 {SELLS}라고 보내줘")
    owner.sees("광고예요")
    await owner.says("안 보낸 초안?")
    owner.sees_nothing_of(SELLS)
