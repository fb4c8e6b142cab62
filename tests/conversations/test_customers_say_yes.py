"""A question's button said in words by a customer: yes, no, and no more than a nod."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.models import CaseLine, Consent
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"
YES = {"ko": "네", "en": "yes please"}
NO = {"ko": "아니요", "en": "no thanks"}
GUESSED = {"ko": "의자 다리가 흔들려요", "en": "email me the receipt"}
WHETHER = {"ko": "혹시 이 말씀이세요?", "en": "Did you mean this?"}
PRESS = {"ko": "버튼을 눌러 주세요", "en": "press its button"}


async def suyeon(shop: ShopUnderTest, language: str) -> Chat:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        person.language = language
        cast.visit(unit, person, 10)

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


async def words_heard(shop: ShopUnderTest) -> list[str | None]:
    return await shop.database.read(lambda session: [line.text for line in session.exec(select(CaseLine))])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("how", ["said", "pressed"])
async def test_what_was_half_understood_reaches_the_shop_in_its_own_words(
    shop: ShopUnderTest, language: str, how: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    await chat.says(GUESSED[language])
    chat.sees(WHETHER[language])

    await (chat.says(YES[language]) if how == "said" else chat.taps(chat.buttons[0]))

    assert await words_heard(shop) == [GUESSED[language]]
    owner.sees(GUESSED[language])


@pytest.mark.parametrize(
    ("language", "sentence", "done"),
    [
        ("ko", "010-5555-7777", "→ 010-5555-7777"),
        ("ko", "두피가 예민해요", "이렇게 기억할게요"),
        ("ko", "오늘 저녁 반찬 뭐 하지...", "접수 1번"),
        ("en", "010-5555-7777", "→ 010-5555-7777"),
        ("en", "my scalp is sensitive", "We remember it"),
        ("en", "what shall I cook tonight", "case 1"),
    ],
)
async def test_yes_does_what_its_button_does_and_no_does_not(
    shop: ShopUnderTest, language: str, sentence: str, done: str
) -> None:
    chat = await suyeon(shop, language)
    await chat.says(sentence)
    await chat.says(NO[language])
    assert done not in chat.last
    await chat.says(YES[language])
    chat.sees(PRESS[language])

    await chat.says(sentence)
    await chat.says(YES[language])

    chat.sees(done)


@pytest.mark.parametrize(("language", "between"), [("ko", "몇 시까지 해요?"), ("en", "how late are you open?")])
async def test_yes_to_something_older_does_nothing(shop: ShopUnderTest, language: str, between: str) -> None:
    chat = await suyeon(shop, language)
    await chat.says("010-5555-7777")
    await chat.says(between)

    await chat.says(YES[language])

    chat.sees(PRESS[language])
    await chat.says("내 정보" if language == "ko" else "my account")
    chat.sees("010-2345-6781")


@pytest.mark.parametrize(
    ("language", "asked"),
    [("ko", "광고 받을게요"), ("ko", "내 정보 지워 주세요"), ("en", "sign me up for offers"), ("en", "delete my data")],
)
async def test_consent_and_erasure_are_pressed(shop: ShopUnderTest, language: str, asked: str) -> None:
    chat = await suyeon(shop, language)
    await chat.says(asked)

    await chat.says(YES[language])

    chat.sees(PRESS[language])
    rows = await shop.database.read(lambda session: session.exec(select(Consent)).all())
    assert [row.purpose for row in rows] == ["keeping"]


@pytest.mark.parametrize(
    ("language", "sentence", "thanks"),
    [
        ("ko", "네 알겠습니다", "고맙습니다"),
        ("ko", "안녕히 계세요~", "고맙습니다"),
        ("en", "ok, got it", "Thank you"),
        ("en", "bye, have a nice day", "Thank you"),
    ],
)
async def test_a_nod_is_answered_kindly(shop: ShopUnderTest, language: str, sentence: str, thanks: str) -> None:
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees(thanks)
    assert chat.buttons == []
