"""Walk through the demo as a visitor does: the whole shop behind the real page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, FilePayload, Locator, Page, ViewportSize, expect

from bot.domain.shop import Preset
from bot.playground.demo import Demo
from bot.playground.demo_clock import DemoClock
from bot.understanding.reader import get_ready
from tests.playground.serving import serving

OWNER, SUYEON, EMILY = 0, 1, 2
SEOUL = ZoneInfo("Asia/Seoul")
_TO_READ = timedelta(seconds=1)
WIDE = ViewportSize(width=1440, height=900)


class Visitor:
    """Somebody before the page: types, presses and reads, which takes a while on the demo's clock and none here."""

    def __init__(self, page: Page, clock: DemoClock) -> None:
        self.page = page
        self._clock = clock

    def reads_a_while(self) -> None:
        """Let the pause between two messages of a chat pass."""
        self._clock.forward_to(self._clock.now() + _TO_READ)

    def phone(self, seat: int) -> Locator:
        return self.page.locator(".phone").nth(seat)

    def newest(self, seat: int) -> Locator:
        """The newest message that is not the person's own."""
        return self.phone(seat).locator(".message:not(.own)").last

    async def says(self, seat: int, text: str) -> None:
        """Type into a phone and press Enter."""
        self.reads_a_while()
        field = self.phone(seat).locator("textarea")
        await field.fill(text)
        await field.press("Enter")

    async def sends_file(self, seat: int, name: str, data: bytes) -> None:
        """Press the paper clip, then the first entry of its menu, and choose a file."""
        phone = self.phone(seat)
        async with self.page.expect_file_chooser() as chooser:
            await phone.locator(".compose button").first.click()
            await phone.get_by_role("menuitem").first.click()
        await (await chooser.value).set_files([FilePayload(name=name, mimeType="text/csv", buffer=data)])

    async def sees(self, seat: int, *parts: str) -> None:
        """Wait until the newest message of the assistant holds all of these."""
        for part in parts:
            await expect(self.newest(seat)).to_contain_text(part)

    async def taps(self, seat: int, label: str) -> None:
        """Press the newest inline button with this label."""
        self.reads_a_while()
        await self.phone(seat).get_by_role("button", name=label, exact=True).last.click()

    async def arrives(self, seat: int) -> None:
        """Press Start and share the own contact by the key under the input field."""
        await self.phone(seat).locator("button.start").click()
        await self.phone(seat).locator(".keyboard button").first.click()
        await self.page.locator("#dialog-ok").click()
        await expect(self.phone(seat).locator(".message:not(.own)")).to_have_count(2)

    async def moves_on(self) -> None:
        """Move the clock to the next thing due."""
        await self.page.locator("#clock-steps [data-step=next]").click()

    async def passes(self, step: str) -> None:
        """Move the clock by an "hour" or a "day", and wait until the page shows it."""
        shown = await self.page.locator("#clock").inner_text()
        await self.page.locator(f"#clock-steps [data-step={step}]").click()
        await expect(self.page.locator("#clock")).not_to_have_text(shown)

    async def sleeps(self, **step: float) -> None:
        """Let days go by as for a machine that slept, and then an hour with the machine awake."""
        self._clock.forward_to(self._clock.now() + timedelta(**step))
        await self.passes("hour")

    async def opens_fresh(self, preset: Preset) -> None:
        await self.page.locator("#preset").select_option(preset.value)
        await self.page.locator("#fresh-shop").click()
        await self.page.locator("#dialog-ok").click()


Line = tuple[str, ...]


async def both(visitor: Visitor, *lines: tuple[Line, Line]) -> None:
    """Each says a line, presses a [button] or (with "") only reads, then each reads the answer: a chat's pause between
    two messages is waited for once.
    """
    for pair in lines:
        for seat, (said, *_) in zip((SUYEON, EMILY), pair, strict=True):
            if said:
                await (visitor.taps(seat, said[1:-1]) if said.startswith("[") else visitor.says(seat, said))
        for seat, (_, *heard) in zip((SUYEON, EMILY), pair, strict=True):
            await visitor.sees(seat, *heard)


@asynccontextmanager
async def visiting(
    browser: Browser, locale: str = "ko-KR", viewport: ViewportSize = WIDE, *, preset: Preset = Preset.LAUNDRY
) -> AsyncIterator[Visitor]:
    """A fresh shop in its own browser window; at the end its console must have been silent."""
    complaints: list[str] = []
    demo = Demo()
    await demo.open(preset)
    get_ready(demo.clock.now().astimezone(SEOUL))  # as the program does: nobody waits for the first sentence
    try:
        async with serving(demo.telegram, demo.controls) as origin:
            context = await browser.new_context(locale=locale, viewport=viewport)
            page = await context.new_page()
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            await page.goto(origin)
            await expect(page.locator(".phone")).to_have_count(3)
            yield Visitor(page, demo.clock)
            await context.close()
    finally:
        await demo.close()
        demo.telegram.close()
    assert complaints == []
