"""The shop takes a detail off somebody's record in words; of two numbers in one line it asks which is to be kept."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.models import Customer
from tests import cast
from tests.chat import ShopUnderTest


async def known(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781", email="suyeon@example.com")
        suyeon.address = "서울시 마포구 1"
        unit.session.add(suyeon)
        cast.customer(unit, "Emily Carter", "010-7109-4884", email="emily@example.com")

    await shop.assistant.runtime.write(write)


def of(shop: ShopUnderTest, name: str, detail: str) -> object:
    with shop.database.reading() as session:
        return next(getattr(one, detail) for one in session.exec(select(Customer)) if one.name == name)


@pytest.mark.parametrize(
    ("language", "name", "said", "detail", "value", "undo", "seen"),
    [
        ("ko", "김수연", "김수연 이메일 지워줘", "email", "suyeon@example.com", "되돌리기", "이메일을 지웠어요"),
        ("ko", "김수연", "수연님 주소 좀 삭제해 주세요", "address", "서울시 마포구 1", "되돌리기", "주소를 지웠어요"),
        ("ko", "김수연", "김수연 번호 지워줘", "phone", "+821023456781", "되돌리기", "전화번호를 지웠어요"),
        ("en", "Emily Carter", "remove Emily's email", "email", "emily@example.com", "Undo", "taken off the record"),
        ("en", "Emily Carter", "Emily has no email any more", "email", "emily@example.com", "Undo", "taken off"),
        ("en", "Emily Carter", "delete Emily Carter's number", "phone", "+821071094884", "Undo", "taken off"),
    ],
)
async def test_a_detail_is_taken_off_and_put_back(
    shop: ShopUnderTest, language: str, name: str, said: str, detail: str, value: str, undo: str, seen: str
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)

    await owner.says(said)
    owner.sees(seen)
    assert of(shop, name, detail) is None
    await owner.taps(undo)
    assert of(shop, name, detail) == value
    await owner.says(said)
    await owner.says(said)
    owner.sees("적힌 것이 없어요" if language == "ko" else "nothing is on record")


@pytest.mark.parametrize(
    ("language", "name", "said", "asked"),
    [
        ("ko", "김수연", "김수연 번호 010-1111-2222 아니면 010-3333-4444", "한 분에 하나만"),
        ("ko", "김수연", "김수연 010-1111-2222 010-3333-4444", "한 분에 하나만"),
        ("en", "Emily Carter", "Emily's number is 010-1111-2222 or 010-3333-4444", "Only one number"),
        ("en", "Emily Carter", "Emily Carter 010-1111-2222 and 010-3333-4444", "Only one number"),
    ],
)
async def test_of_two_numbers_it_is_asked_which(
    shop: ShopUnderTest, language: str, name: str, said: str, asked: str
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)
    before = of(shop, name, "phone")

    await owner.says(said)
    owner.sees(asked, "010-1111-2222", "010-3333-4444")
    assert of(shop, name, "phone") == before
    await owner.taps("2")
    assert of(shop, name, "phone") == "+821033334444"


async def test_a_number_that_stands_for_another_is_the_new_one(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 번호 010-2345-6781에서 010-5555-6666으로 바뀌었대")
    owner.sees("010-2345-6781 → 010-5555-6666")


@pytest.mark.parametrize(
    "said", ["새손님 김하나 010-1234-5678 010-2222-3333 셔츠 3장 5000", "새손님 김하나 010-1234-5678 / 010-2222-3333"]
)
async def test_nobody_is_written_down_with_one_of_two_numbers(shop: ShopUnderTest, said: str) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says(said)
    owner.sees("한 분에 하나만", "010-1234-5678", "010-2222-3333", "아무것도 적지 않았")
