"""Somebody is let in by a link that works once and sent away at once; one person who is in the books twice."""

import re

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop


def payload(chat: Chat) -> str:
    found = re.search(r"start=(\S+)", chat.last)
    assert found
    return found[1]


async def known(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "김수연", "010-2345-6781"), 5)

    await shop.assistant.runtime.write(write)


async def test_a_colleague_comes_in_by_a_link_that_works_once(shop: ShopUnderTest) -> None:
    await known(shop)
    owner, minho, other = await shop.owner(), shop.person(701, "민호"), shop.person(702, "지나")
    await owner.says("직원 추가")
    code = payload(owner)

    await minho.starts(code)
    minho.sees("환영해요")
    owner.sees("민호", "들어왔어요")
    await other.starts(code)
    other.sees("들어올 수 없어요")
    await minho.says("김수연 와이셔츠 3장 7500")
    minho.sees("김수연님(6781)", "7,500원")
    await minho.says("가게 이름을 밝은세탁으로 바꿔줘")
    minho.sees("하실 수 없게")
    await minho.says("직원 추가")
    minho.sees("하실 수 없게")


async def test_who_is_sent_away_sees_nothing_from_the_next_word_on(shop: ShopUnderTest) -> None:
    await known(shop)
    owner, minho = await shop.owner(), shop.person(701, "민호")
    await owner.says("직원 추가")
    await minho.starts(payload(owner))
    await owner.says("직원 누구 있어?")
    owner.sees("2명", "1. ", "사장님", "2. 민호", "직원")

    await owner.taps("2번 빼기")
    owner.sees("민호", "뺐어요")
    before = len(minho.texts)
    await minho.says("김수연")
    assert "6781" not in "\n".join(minho.texts[before:])
    await owner.taps("되돌리기")
    await minho.says("김수연")
    minho.sees("김수연님")
    await owner.says("직원 민호 빼줘")
    owner.sees("민호", "뺐어요")


async def test_a_reader_looks_and_does_not_write(shop: ShopUnderTest) -> None:
    await known(shop)
    owner, gina = await shop.owner(), shop.person(702, "지나")
    await owner.says("읽기 전용 직원 추가해줘")
    owner.sees("보기만")
    await gina.starts(payload(owner))

    await gina.says("김수연")
    gina.sees("김수연님")
    await gina.says("김수연 와이셔츠 3장 7500")
    gina.sees("하실 수 없게")


async def test_a_link_is_good_for_a_day(shop: ShopUnderTest) -> None:
    owner, minho = await shop.owner(), shop.person(701, "민호")
    await owner.says("직원 추가")
    code = payload(owner)
    await shop.moves_on(hours=25)

    await minho.starts(code)

    minho.sees("들어올 수 없어요")
    await owner.says("직원 사장님 빼줘")
    assert "뺐어요" not in owner.last


async def twice(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        first = cast.customer(unit, "김수연", "010-2345-6781", email="su@example.com")
        cast.visit(unit, first, 40, ("코트", 1, 15_000))
        cast.visit(unit, first, 10, ("바지", 2, 9_000))
        first.note = "풀 먹이지 말 것"
        second = cast.customer(unit, "김수현", "016-999-6781")
        cast.visit(unit, second, 20, ("셔츠", 1, 2_500), unpaid=2_500)
        second.note = "현금만"
        unit.session.add_all((first, second))
        cast.customer(unit, "김수연", "010-7777-1111")  # a namesake with a number of her own

    await shop.assistant.runtime.write(write)


async def test_a_double_is_shown_with_its_evidence_made_one_and_two_again(shop: ShopUnderTest) -> None:
    await twice(shop)
    owner = await shop.owner()
    await owner.says("중복 손님 있어?")
    owner.sees("010-2345-6781", "016-999-6781", "이름이 비슷함", "끝번호가 같음")
    assert "쌍" not in owner.last

    await owner.taps("같은 분, 합치기")
    owner.sees("김수연님(6781)", "3번", "26,500원")
    await owner.says("6781")
    owner.sees("3번 오셨어요", "2,500원", "풀 먹이지 말 것 / 현금만")
    await owner.says("손님 몇 분?")
    owner.sees("2분")

    await owner.says("되돌려줘")
    owner.sees("다시 두 분", "2번", "24,000원")
    await owner.says("손님 몇 분?")
    owner.sees("3분")
    await owner.says("김수현")
    owner.sees("1번 오셨어요", "016-999-6781", "받을 돈 2,500원", "현금만")


async def test_two_people_are_not_asked_about_again(shop: ShopUnderTest) -> None:
    await twice(shop)
    owner = await shop.owner()
    await owner.says("중복 손님 찾아줘")
    await owner.taps("다른 분이에요")

    owner.sees("두 번 적힌 것 같은 손님이 없어요")


@pytest.mark.parametrize(
    ("language", "sentence", "button", "seen"),
    [
        ("ko", "김수연 6781이랑 김수현 합쳐줘", "같은 분, 합치기", "합쳤어요"),
        ("en", "any duplicates?", "Same, make one", "Made one"),
    ],
)
async def test_two_are_made_one_by_a_sentence_after_a_look(
    shop: ShopUnderTest, language: str, sentence: str, button: str, seen: str
) -> None:
    await twice(shop)
    owner = await shop.owner(language=language)

    await owner.says(sentence)
    owner.sees("010-2345-6781", "016-999-6781")
    await owner.taps(button)

    owner.sees(seen, "6781")


async def test_a_group_that_calls_the_assistant_hears_one_line_and_no_data(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    group = shop.telegram.group(-7, "상가 모임", owner.person)
    before = len(owner.texts)

    await owner.does(lambda: owner.person.says("김수연 와이셔츠 3장 7500", chat=group))
    for sentence in ("@dangol_bot 김수연 얼마 썼어?", "/help"):
        await owner.does(lambda sentence=sentence: owner.person.says(sentence, chat=group))

    told = shop.telegram.ledger.texts(group.id)
    assert len(told) == 2 and len(set(told)) == 1 and "일대일" in told[0]
    assert len(owner.texts) == before
    await owner.says("오늘 매출 얼마야?")
    owner.sees("0원")


@pytest.mark.parametrize(
    ("language", "add", "off", "ask", "visit", "keys", "told"),
    [
        (
            "ko",
            "직원 추가",
            "예약 꺼줘",
            "손님 몇 분?",
            "김수연 커트 25000",
            ("예약", "뜸한 단골"),
            "큰 버튼이 바뀌었어요",
        ),
        (
            "en",
            "add a staff member",
            "turn off appointments",
            "how many customers?",
            "김수연 cut 25000",
            ("Booking", "Away regulars"),
            "big buttons below are new",
        ),
    ],
)
async def test_everybody_has_the_keys_of_today_with_the_next_answer(
    sqlite_database: Database,
    language: str,
    add: str,
    off: str,
    ask: str,
    visit: str,
    keys: tuple[str, str],
    told: str,
) -> None:
    before, after = keys
    async with open_shop(sqlite_database, shop_preset="salon", shop_language=language) as shop:
        await known(shop)
        owner, minho = await shop.owner(language=language), shop.person(701, "민호", language=language)
        await owner.says(add)
        await minho.starts(payload(owner))
        assert before in minho.person.keyboard()

        await owner.says(off)
        asked = await minho.says(ask)
        assert len(asked) == 1 and before not in minho.person.keyboard() and after in minho.person.keyboard()
        assert len(await minho.says(ask)) == 1

        await owner.taps("되돌리기" if language == "ko" else "Undo")
        answers = await minho.says(visit)
        assert told in answers[0] and "25,000" in answers[1] and before in minho.person.keyboard()
