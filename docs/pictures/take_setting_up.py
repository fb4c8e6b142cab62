"""Takes the pictures of setting up anew: `.venv/bin/python -m docs.pictures.take_setting_up`. It needs Chromium.

The page of the demo shows both chats. Ours is the real assistant in a shop that nobody has set up; BotFather's lines
are what Telegram's own bot says, with a token that opens nothing.
"""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, ViewportSize, expect

from bot.clock import MovableClock
from bot.playground.controls import PlaygroundControls, Role, Seat
from bot.playground.telegram import FakeTelegram
from storage.opening import open_shop_database
from tests.chat import OWNER, SATURDAY_TEN, open_shop
from tests.playground.chromium import chromium
from tests.playground.serving import serving

_HERE = Path(__file__).parent
_WIDTH = 460
_BOTFATHER = (
    ("/newbot", "Alright, a new bot. How are we going to call it? Please choose a name for your bot."),
    (
        "맑은세탁",
        "Good. Now let's choose a username for your bot. It must end in `bot`. Like this, for example: TetrisBot or "
        "tetris_bot.",
    ),
    (
        "clear_laundry_bot",
        "Done! Congratulations on your new bot. You will find it at t.me/clear_laundry_bot.\n\n"
        "Use this token to access the HTTP API:\n"
        "<code>7000000001:AAF-this-is-no-real-token-xxxxxxxxx</code>\n"
        "Keep your token <b>secure</b> and <b>store it safely</b>, it can be used by anyone to control your bot.",
    ),
)
_ANSWERS = {
    "ko": ("맑은세탁", "세탁소", "평일 10:00–20:00, 일요일 휴무", "와이셔츠 2500\n바지 4,500원\n코트 12000", "김정호"),
    "en": ("Clear Laundry", "dry cleaner", "Mon–Fri 10–20", "shirt 2500\ntrousers 4,500\ncoat 12000", "Jungho Kim"),
}


async def _botfather(browser: Browser) -> None:
    telegram = FakeTelegram(clock=MovableClock(SATURDAY_TEN), username="BotFather", name="BotFather")
    person = telegram.person(OWNER, "사장님", started=True)
    for said, answer in _BOTFATHER:
        person.says(said)
        await telegram.call("sendMessage", chat_id=OWNER, text=answer, parse_mode="HTML")
    await _picture(browser, telegram, "ko", "botfather.png", height=720)


async def _setting_up(browser: Browser, language: str) -> None:
    telegram = FakeTelegram(clock=MovableClock(SATURDAY_TEN), username="clear_laundry_bot", name="맑은세탁")
    nothing: dict[str, Any] = {"owner_ids": (), "shop_name": "", "shop_hours": "", "shop_contact": ""}
    with tempfile.TemporaryDirectory() as folder:
        key_file = Path(folder) / "shop.key"
        opened = open_shop_database(f"sqlite:///{folder}/shop.db", data_key="", key_file=key_file, now=SATURDAY_TEN)
        async with open_shop(opened.database, telegram=telegram, clock=MovableClock(SATURDAY_TEN), **nothing) as shop:
            owner = shop.person(OWNER, "사장님", language=language)
            await owner.starts((shop.assistant.claim_link or "").partition("?start=")[2])
            for answer in _ANSWERS[language]:
                await owner.says(answer)
            await _picture(browser, telegram, language, f"setting-up-{language}.png", height=1700)
        opened.database.close()


async def _picture(browser: Browser, telegram: FakeTelegram, language: str, name: str, *, height: int) -> None:
    """The whole conversation on one phone."""
    async with serving(telegram, PlaygroundControls(seats=(Seat(OWNER, Role.OWNER),))) as origin:
        page = await browser.new_page(locale=language, viewport=ViewportSize(width=_WIDTH, height=height))
        await page.goto(origin)
        phone = page.locator(".phone")
        await expect(phone.locator(".message").last).to_be_visible()
        await page.evaluate("document.activeElement.blur()")
        await phone.screenshot(path=_HERE / name, animations="disabled", caret="hide")
        await page.close()
    telegram.close()


async def _take() -> None:
    async with chromium() as browser:
        await _botfather(browser)
        for language in _ANSWERS:
            await _setting_up(browser, language)


if __name__ == "__main__":
    asyncio.run(_take())
