"""Under 14 nothing that says so is kept before a guardian's word is: who, when and how it was checked."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.models import Customer, Guardian, JournalEntry
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"
CHILD = "고객명,휴대폰,생년월일\n박민수,010-3456-7892,2018-05-05\n최지훈,010-5678-1234,1990-05-05\n"


async def minjun(shop: ShopUnderTest, language: str) -> Chat:
    def write(unit: Unit) -> None:
        cast.customer(unit, "김민준", NUMBER).language = language

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "민준", phone=NUMBER, language=language)


def birthdays(shop: ShopUnderTest) -> dict[str, str | None]:
    with shop.database.reading() as session:
        return dict(session.exec(select(Customer.name, Customer.birthday)).all())


@pytest.mark.parametrize(
    ("language", "sentence", "refused", "agreed", "read_back", "kept"),
    [
        (
            "ko",
            "제 생일은 2015년 3월 2일이에요",
            "보호자와 함께",
            "김민준 보호자 김영희 전화로 확인",
            ["김민준님(6781)", "보호자 김영희님", "전화로 확인"],
            "2015-03-02",
        ),
        (
            "en",
            "my birthday is 2 March 2015",
            "with your guardian",
            "김민준's mother Emily Carter agreed in person",
            ["김민준", "Emily Carter"],
            "2015-03-02",
        ),
    ],
)
async def test_a_birthday_of_a_child_waits_for_the_guardian(
    shop: ShopUnderTest, language: str, sentence: str, refused: str, agreed: str, read_back: list[str], kept: str
) -> None:
    owner, chat = await shop.owner(language=language), await minjun(shop, language)
    if language == "en":
        await owner.says("English please")
    await chat.says(sentence)
    chat.sees(refused)
    assert birthdays(shop) == {"김민준": None}

    await owner.says(agreed)
    owner.sees(*read_back)
    await chat.says(sentence)

    assert birthdays(shop) == {"김민준": kept}
    with shop.database.reading() as session:
        guardian = session.exec(select(Guardian)).one()
        assert (guardian.recorded_by, guardian.how) == (owner.id, "phone" if language == "ko" else "person")


YOUNG = {"ko": "저 12살인데 써도 돼요?", "en": "I'm 12, can I use this?"}
SHOP = {"ko": "보호자와 함께", "en": "with your guardian"}


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_of_a_child_who_says_so_no_number_is_taken(shop: ShopUnderTest, language: str) -> None:
    await shop.owner()
    chat = shop.person(501, "민준", phone=NUMBER, language=language)
    await chat.starts()
    await chat.says(YOUNG[language])
    chat.sees(SHOP[language], "02-123-4567")

    await chat.shares_contact()

    chat.sees(SHOP[language] if language == "ko" else "together with your guardian")
    with shop.database.reading() as session:
        assert not session.exec(select(Customer)).all()
        assert not session.exec(select(JournalEntry).where(JournalEntry.actor_id == chat.id)).all()


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "우리 딸이 12살인데 써도 돼요?", "동의해 주시면"),
        ("en", "my son is 10, can he use this?", "agreed in the shop"),
    ],
)
async def test_a_parent_hears_how_a_child_is_let_in(
    shop: ShopUnderTest, language: str, sentence: str, seen: str
) -> None:
    await shop.owner()
    chat = await minjun(shop, language)

    await chat.says(sentence)

    chat.sees(seen)


async def test_a_guardians_word_lets_a_child_in(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김민준", NUMBER).id)
    await owner.says("김민준 보호자 김영희 만나서 확인")
    chat = shop.person(501, "민준", phone=NUMBER)
    await chat.starts()
    await chat.says(YOUNG["ko"])

    await chat.shares_contact()

    chat.sees("김민준님")
    await chat.says(YOUNG["ko"])
    chat.sees("보호자의 동의가 적혀 있어요")


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_child_who_is_known_already_may_erase_what_is_kept(shop: ShopUnderTest, language: str) -> None:
    await shop.owner()
    chat = await minjun(shop, language)

    await chat.says(YOUNG[language])

    chat.sees("보호자가" if language == "ko" else "guardian")
    erase, sure = ("지우기", "네, 모두 지워 주세요") if language == "ko" else ("Erase", "Yes, erase it all")
    for label in (erase, erase, sure):
        await chat.taps(label)

    assert birthdays(shop) == {}


async def test_the_guardians_word_is_taken_back_and_then_nothing_new_is_kept(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minjun(shop, "ko")
    await owner.says("김민준 보호자 김영희 만나서 확인")
    await owner.taps("되돌리기")
    owner.sees("지웠어요")

    await chat.says("제 생일은 2015년 3월 2일이에요")

    chat.sees("보호자와 함께")
    assert birthdays(shop) == {"김민준": None}


async def test_a_file_brings_no_childs_birthday(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.does(lambda: owner.person.sends_file("손님.csv", CHILD.encode("utf-8-sig"), mime="text/csv"))
    await owner.taps("들여오기")

    assert birthdays(shop) == {"박민수": None, "최지훈": "1990-05-05"}
