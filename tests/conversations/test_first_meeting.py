"""Somebody opens the chat for the first time, in the shop or at home."""

import pytest

from storage.database import Database
from tests import cast
from tests.chat import ShopUnderTest, open_shop

NUMBER = "+821023456789"
START = {
    "ko": ("맑은세탁", "이름", "전화번호", "이용 내역", "3년", "광고", "/privacy"),
    "en": ("맑은세탁", "name", "phone number", "visits", "3 years", "Ads", "/privacy"),
}
SHARE = {"ko": "📱 내 번호로 확인", "en": "📱 Confirm my number"}
LATER = {"ko": "나중에", "en": "Later"}
ACCOUNT = {"ko": "내 정보", "en": "my account"}


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_stranger_hears_what_is_kept_and_why_and_until_when(shop: ShopUnderTest, language: str) -> None:
    minji = shop.person(501, "민지", phone=NUMBER, language=language)

    await minji.starts()

    minji.sees(*START[language])
    assert minji.person.keyboard() == [SHARE[language], LATER[language]]


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_one_key_makes_an_account_and_the_number_is_confirmed(shop: ShopUnderTest, language: str) -> None:
    minji = shop.person(501, "민지", phone=NUMBER, language=language)
    await minji.starts()

    await minji.presses(SHARE[language])
    minji.sees("민지")
    await minji.says(ACCOUNT[language])

    minji.sees("민지", "010-2345-6789")
    await minji.taps("적혀 있는 것" if language == "ko" else "My details")
    minji.sees("010-2345-6789", "확인됨" if language == "ko" else "confirmed")


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_later_is_an_answer_too_and_the_key_stays(shop: ShopUnderTest, language: str) -> None:
    minji = shop.person(501, "민지", phone=NUMBER, language=language)
    await minji.starts()

    assert len(await minji.presses(LATER[language])) == 1

    assert SHARE[language] in minji.person.keyboard()


async def test_a_regular_sees_their_visits_at_once(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(
        lambda unit: cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 10, ("와이셔츠", 3, 7_500))
    )
    suyeon = shop.person(501, "수연", phone=NUMBER)
    await suyeon.starts()

    await suyeon.shares_contact()
    suyeon.sees("김수연님")
    await suyeon.says("내 정보")

    suyeon.sees("김수연님", "11/11(수)", "와이셔츠 3", "7,500원")


@pytest.mark.parametrize("payload", ["x", "claim", "0123456789abcdef", "-_-"])
async def test_a_link_with_a_code_that_means_nothing_is_greeted(shop: ShopUnderTest, payload: str) -> None:
    minji = shop.person(501, "민지")

    await minji.starts(payload)

    minji.sees("맑은세탁", "/privacy")


async def test_starting_again_greets_by_name_with_the_customers_keys(shop: ShopUnderTest) -> None:
    minji = await shop.customer(501, "민지", phone=NUMBER)

    await minji.starts()

    minji.sees("민지님", "맑은세탁")
    assert minji.person.keyboard() == ["내 정보", "고치기", "도움말"]


async def test_the_whole_policy_is_one_word_away_in_both_languages(shop: ShopUnderTest) -> None:
    minji, emily = shop.person(501, "민지"), shop.person(502, "Emily", language="en")
    for person in (minji, emily):
        await person.starts()
        await person.says("/privacy")

    minji.sees("맑은세탁", "3년", "02-123-4567", "암호화", "해외")
    emily.sees("맑은세탁", "3 years", "02-123-4567", "encrypted", "abroad")


async def test_whoever_reads_another_language_says_so(shop: ShopUnderTest) -> None:
    emily = shop.person(501, "Emily", phone=NUMBER, language="ko")
    await emily.starts()

    await emily.says("English please")
    emily.sees("English")
    await emily.shares_contact()
    emily.sees("Emily", "my account")
    await emily.says("한국어로")
    emily.sees("한국어")
    await emily.taps("English")
    await emily.says("내 정보")

    emily.sees("No visits yet", "010-2345-6789")
    await emily.taps("My details")
    emily.sees("phone number", "010-2345-6789")


@pytest.mark.parametrize(
    ("sentence", "seen"), [("/language", "언어"), ("메시지 중국어로 받고 싶어요", "한국어와 영어")]
)
async def test_only_two_languages_are_spoken(shop: ShopUnderTest, sentence: str, seen: str) -> None:
    minji = shop.person(501, "민지")
    await minji.starts()

    await minji.says(sentence)

    minji.sees(seen)


async def test_whoever_blocks_and_comes_back_is_still_known(shop: ShopUnderTest) -> None:
    minji = await shop.customer(501, "민지", phone=NUMBER)
    await minji.does(minji.person.blocks)

    await minji.starts()

    minji.sees("민지님")


@pytest.mark.parametrize(
    ("preset", "there", "not_there"),
    [("laundry", ["옷"], ["예약"]), ("salon", ["예약"], ["옷", "맡기"]), ("cafe", ["내 정보"], ["예약", "옷", "맡기"])],
)
async def test_what_this_kind_of_shop_has_not_is_never_spoken_of(
    sqlite_database: Database, preset: str, there: list[str], not_there: list[str]
) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        minji = await shop.customer(501, "민지", phone=NUMBER)
        for sentence in (
            "/help",
            "내 정보",
            "내 옷 다 됐어요?",
            "예약 언제예요?",
            "포인트 얼마 있어요?",
            "아무 말이나",
        ):
            await minji.says(sentence)

        minji.sees_nothing_of(*not_there)
        assert all(any(word in text for text in minji.texts) for word in there)
