"""The menus of commands: per language, and by who somebody is. Nobody needs them."""

from handlers.tables.commands import COMMANDS
from tests.chat import Chat, ShopUnderTest

CUSTOMERS = ["start", "help", "mydata", "export", "delete", "stop", "privacy", "language"]
SHOP = ["start", "help", "language"]


def menu(shop: ShopUnderTest, chat: Chat, language: str) -> list[str]:
    return [one["command"] for one in shop.telegram.profile.commands_for(chat.id, language)]


async def test_customers_find_their_rights_in_the_menu_and_the_shop_its_own(shop: ShopUnderTest) -> None:
    owner, minji = await shop.owner(), shop.person(501, "민지")
    await minji.starts()

    await shop.assistant.introduce()

    for language in ("ko", "en", "ja"):
        assert menu(shop, minji, language) == CUSTOMERS
        assert menu(shop, owner, language) == SHOP
    korean = shop.telegram.profile.commands_for(minji.id, "ko")
    english = shop.telegram.profile.commands_for(minji.id, "en")
    assert {one["command"]: one["description"] for one in korean}["delete"] == "내 기록 지우기"
    assert {one["command"]: one["description"] for one in english}["delete"] == "erase my data"
    assert shop.telegram.profile.commands_for(minji.id, "ja") == korean


async def test_every_command_of_a_menu_is_answered(shop: ShopUnderTest) -> None:
    owner, minji = await shop.owner(), shop.person(501, "민지", phone="+821011112222")
    await minji.starts()
    await minji.shares_contact()

    assert set(CUSTOMERS) | set(SHOP) == set(COMMANDS)
    for chat, names in ((minji, CUSTOMERS), (owner, SHOP)):
        for name in names:
            assert await chat.says(f"/{name}"), name
            assert "못 알아들었어요" not in chat.last


async def test_who_begins_or_ends_to_work_here_gets_the_other_menu(shop: ShopUnderTest) -> None:
    owner, bora = await shop.owner(), shop.person(503, "보라")
    await bora.starts()
    await shop.assistant.introduce()
    assert menu(shop, bora, "ko") == CUSTOMERS
    await owner.says("직원 추가")
    link = next(text for text in reversed(owner.everything) if "start=" in text)

    await bora.starts(link.partition("start=")[2].split()[0].strip('"<>)'))
    await shop.assistant.introduce()
    assert menu(shop, bora, "ko") == SHOP

    await owner.says("직원 보라 빼줘")
    await shop.assistant.introduce()
    assert menu(shop, bora, "ko") == CUSTOMERS
