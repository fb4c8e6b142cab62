"""Contact cards become prospects: somebody who asked, with a name and a number and no consent to anything."""

import pytest
from sqlmodel import col, func, select

from bot.playground.people import inline_buttons
from storage.models import Consent, Customer, ImportFile
from tests import cast
from tests.chat import Chat, ShopUnderTest

UNDO = {"ko": "되돌리기", "en": "Undo"}
both_languages = pytest.mark.parametrize("language", ["ko", "en"])


def card(name: str, *phones: str) -> str:
    return "".join(
        ["BEGIN:VCARD\r\nVERSION:3.0\r\n", f"FN:{name}\r\n", *(f"TEL:{one}\r\n" for one in phones), "END:VCARD\r\n"]
    )


async def people(shop: ShopUnderTest) -> list[tuple[str, str | None]]:
    return await shop.database.read(
        lambda session: [(one.name, one.phone) for one in session.exec(select(Customer).order_by(col(Customer.id)))]
    )


async def sends(chat: Chat, name: str, content: str | bytes) -> list[str]:
    data = content.encode() if isinstance(content, str) else content
    return await chat.does(lambda: chat.person.sends_file(name, data, mime="text/vcard"))


@both_languages
@pytest.mark.parametrize("forwarded", [True, False])
async def test_a_card_is_written_down_once_and_can_be_undone(
    shop: ShopUnderTest, language: str, forwarded: bool
) -> None:
    owner = await shop.owner(language=language)
    await owner.shares_contact(phone="+821012345678", name="김민지", forwarded=forwarded)
    owner.sees("김민지", "5678")
    assert await people(shop) == [("김민지", "+821012345678")]
    assert await shop.database.read(lambda session: session.exec(select(func.count()).select_from(Consent)).one()) == 0
    (heard,) = await owner.shares_contact(phone="010-1234-5678", name="민지 언니")
    assert ("이미 계신" if language == "ko" else "already") in heard and "김민지" in heard
    assert len(await people(shop)) == 1

    await owner.taps(UNDO[language])
    assert await people(shop) == []


async def test_a_card_of_somebody_on_telegram_is_the_same(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    minji = shop.person(1001, "민지", phone="821012345678")
    await owner.shares_contact(of=minji.person, forwarded=True)
    assert await people(shop) == [("민지", "+821012345678")]
    await minji.starts()
    await minji.shares_contact()
    assert await people(shop) == [("민지", "+821012345678")], "it is her own record that she is linked to"


async def test_nobody_can_be_undone_whom_the_books_need(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.shares_contact(phone="010-1234-5678", name="김민지")
    undo = inline_buttons(owner.person.last())[0]["callback_data"]
    await owner.says("김민지 와이셔츠 3장 7500")
    await owner.taps_data(undo)
    owner.sees("지울 수 없어요")
    assert len(await people(shop)) == 1


@pytest.mark.parametrize(
    ("phone", "name", "said"),
    [("010-12", "김민지", "모자라요"), ("016-234-5678", "김민지", "쓰이지 않는 번호"), ("010-1234-5678", "♥", "5678")],
)
async def test_what_is_odd_about_a_card_is_said(shop: ShopUnderTest, phone: str, name: str, said: str) -> None:
    owner = await shop.owner()
    await owner.shares_contact(phone=phone, name=name)
    owner.sees(said)


async def test_the_owners_own_card_makes_no_customer(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    owner.person.account.phone = "+821099990000"
    await owner.shares_contact()
    owner.sees("본인")
    assert await people(shop) == []


async def test_a_customer_who_passes_a_card_on_writes_nobody_down(shop: ShopUnderTest) -> None:
    await shop.owner()
    minji = shop.person(1001, "민지")
    await minji.starts()
    await minji.shares_contact(phone="010-7777-8888", name="친구")
    assert await people(shop) == []


@both_languages
async def test_a_few_cards_of_an_address_book_are_written_down_at_once(shop: ShopUnderTest, language: str) -> None:
    owner = await shop.owner(language=language)
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "박서준", "010-2222-3333"))
    book = card("김민지", "02-333-4444", "010-1234-5678") + card("서준이", "+82 10-2222-3333") + card("번호없음")
    await sends(owner, "contacts.vcf", book)
    assert await people(shop) == [("박서준", "+821022223333"), ("김민지", "+821012345678")]
    assert any("김민지" in text and "5678" in text for text in owner.texts)
    await owner.taps(UNDO[language])
    assert await people(shop) == [("박서준", "+821022223333")]


async def test_a_whole_address_book_is_asked_about(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    book = "".join(card(f"손님{n:03}", f"010-5555-{n:04}") for n in range(120))
    await sends(owner, "all.vcf", book.encode("cp949"))
    owner.sees("120장", "손님000")
    assert await people(shop) == []
    await owner.taps("들여오기")
    assert len(await people(shop)) == 120
    owner.sees("120분")
    await sends(owner, "all.vcf", book)
    await owner.taps("들여오기")
    assert len(await people(shop)) == 120
    owner.sees("이미 계신 분 120")


async def test_cards_of_a_stranger_are_not_kept(shop: ShopUnderTest) -> None:
    await shop.owner()
    minji = shop.person(1001, "민지")
    await minji.starts()
    await sends(minji, "contacts.vcf", card("김민지", "010-1234-5678"))
    assert await people(shop) == []
    assert await shop.database.read(lambda session: session.exec(select(ImportFile)).all()) == []
