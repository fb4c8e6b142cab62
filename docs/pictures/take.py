"""Takes the pictures of the pages anew: `.venv/bin/python -m docs.pictures.take`. It needs Chromium."""

import asyncio
from pathlib import Path

from playwright.async_api import Locator, ViewportSize, expect

from tests.playground.chromium import chromium
from tests.playground.walking import EMILY, OWNER, SUYEON, Visitor, visiting

_HERE = Path(__file__).parent
_PHONE = ViewportSize(width=390, height=844)
_TALL = ViewportSize(width=1440, height=1000)
# What a shop would bring along: somebody new, somebody known, and a number that is none.
LISTS = {
    "ko": (
        "손님명단.csv",
        "고객명,휴대폰,생년월일,등급\n한지원,010-4444-1111,1992-03-14,VIP\n김수연,010-2000-6781,,\n오세라,12,,\n",
    ),
    "en": (
        "customers.csv",
        "name,phone,birthday,tier\nAnna Lee,010-4444-1111,1992-03-14,gold\nEmily Carter,010-7109-4884,,\nSam,12,,\n",
    ),
}


async def _korean(visitor: Visitor) -> None:
    await visitor.says(OWNER, "김수연 와이셔츠 3장 7500")
    await visitor.sees(OWNER, "와이셔츠 3점")
    await visitor.arrives(SUYEON)
    await visitor.says(SUYEON, "번호 바뀌었어요 010-2345-9999")
    await visitor.sees(SUYEON, "→ 010-2345-9999")
    await visitor.says(OWNER, "김수연 다 됐어요")
    await visitor.sees(OWNER, "곧 텔레그램으로")
    await visitor.moves_on()
    await visitor.sees(SUYEON, "다 됐어요")
    await visitor.arrives(EMILY)
    await visitor.says(EMILY, "When are my clothes ready?")
    await visitor.sees(EMILY, "in work")
    await visitor.says(OWNER, "요즘 안 오신 단골 누구예요?")
    await visitor.sees(OWNER, "평소보다 늦은 단골")


async def _english(visitor: Visitor) -> None:
    await visitor.says(OWNER, "Emily Carter 3 shirts 7500")
    await visitor.sees(OWNER, "Visit 22")
    await visitor.arrives(EMILY)
    await visitor.says(EMILY, "my account")
    await visitor.sees(EMILY, "010-7109-4884")
    await visitor.says(EMILY, "My new number is 010-2345-8888")
    await visitor.sees(EMILY, "→ 010-2345-8888")
    await visitor.says(OWNER, "Who hasn't visited lately?")
    await visitor.sees(OWNER, "later than usual")


async def _on_a_phone(visitor: Visitor) -> None:
    await visitor.page.locator(".tabs button").nth(1 + SUYEON).click()
    await visitor.arrives(SUYEON)
    await visitor.says(SUYEON, "내 옷 언제 돼요?")
    await visitor.sees(SUYEON, "작업 중")


async def _bringing_in(visitor: Visitor, language: str) -> None:
    name, data = LISTS[language]
    go, told = ("들여오기", "새로 적음") if language == "ko" else ("Bring in", "created")
    await visitor.sends_file(OWNER, name, data.encode())
    await visitor.sees(OWNER, name, go)
    await _keep(visitor, f"bringing-in-preview-{language}.png", visitor.phone(OWNER))
    await visitor.taps(OWNER, go)
    await expect(visitor.phone(OWNER).locator(".message:not(.own)", has_text=told)).to_be_visible()
    await expect(visitor.newest(OWNER).locator("a.file")).to_be_visible()


async def _take() -> None:
    async with chromium() as browser:
        for language, locale in (("ko", "ko-KR"), ("en", "en-US")):
            async with visiting(browser, locale, _TALL) as visitor:
                if language == "en":
                    await visitor.says(OWNER, "how many customers?")
                    await visitor.sees(OWNER, "40")
                await _bringing_in(visitor, language)
                await _keep(visitor, f"bringing-in-{language}.png", visitor.phone(OWNER))
        async with visiting(browser) as visitor:
            await _korean(visitor)
            await _keep(visitor, "demo-ko.png")
        async with visiting(browser, "en-US") as visitor:
            await _english(visitor)
            await _keep(visitor, "demo-en.png")
        async with visiting(browser, viewport=_PHONE) as visitor:
            await _on_a_phone(visitor)
            await _keep(visitor, "demo-phone.png")


async def _keep(visitor: Visitor, name: str, part: Locator | None = None) -> None:
    # A picture without a blinking cursor, a hovered button or anything that is still fading in.
    await visitor.page.evaluate("document.activeElement.blur()")
    await visitor.page.mouse.move(0, 0)
    await (part or visitor.page).screenshot(path=_HERE / name, animations="disabled", caret="hide")


if __name__ == "__main__":
    asyncio.run(_take())
