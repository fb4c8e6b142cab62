"""The page in a real Chromium. Here the test itself is the bot, so that only the page is judged."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from bot.clock import MovableClock
from bot.playground.calls import Json
from bot.playground.controls import PlaygroundControls, Role, Seat, Step
from bot.playground.ledger import Event
from bot.playground.people import Person
from bot.playground.telegram import FakeTelegram
from tests.playground.chromium import chromium, needs_chromium
from tests.playground.serving import serving

NEXT = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
TOUR = {
    "seat": 1,
    "move": "next",
    "ko": {"title": "번호 고치기", "text": "새 번호를 말해 보세요.", "say": "번호 바뀌었어요"},
    "en": {"title": "Correct a number", "text": "Say a new one.", "say": "my number changed"},
}

pytestmark = [needs_chromium, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]  # one browser for all of them


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture
def controls(telegram: FakeTelegram, minji: Person, emily: Person, clock: MovableClock) -> PlaygroundControls:
    given = PlaygroundControls(seats=[Seat(minji.id, Role.OWNER), Seat(emily.id, Role.CUSTOMER)], tour=[TOUR])

    async def move_clock(step: Step) -> None:
        clock.forward_to(NEXT)
        await say(telegram, emily, f"moved to the {step}")

    async def fresh(preset: str) -> None:
        given.preset = preset
        telegram.start_afresh()

    async def next_due() -> datetime | None:
        return NEXT

    given.now, given.move_clock, given.fresh, given.next_due = clock.now, move_clock, fresh, next_due
    return given


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, telegram: FakeTelegram, controls: PlaygroundControls) -> AsyncIterator[Page]:
    """The page, drawn; at the end its console must have been silent."""
    complaints: list[str] = []
    async with serving(telegram, controls) as origin:
        context = await browser.new_context(locale="ko-KR", viewport={"width": 1440, "height": 900})
        await context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = await context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(origin)
        await expect(page.locator(".phone")).to_have_count(2)
        yield page
        await context.close()
    assert complaints == []


def phone(page: Page, number: int) -> Locator:
    return page.locator(".phone").nth(number)


async def say(telegram: FakeTelegram, person: Person, text: str, **params: Any) -> int:
    sent = await telegram.call("sendMessage", chat_id=person.id, text=text, parse_mode="HTML", **params)
    return int(sent["message_id"])


async def test_typing_pressing_and_an_edit_in_place(telegram: FakeTelegram, minji: Person, page: Page) -> None:
    owner = phone(page, 0)
    await owner.locator("textarea").fill("요즘 안 오신 단골 누구예요?")
    await owner.locator("textarea").press("Enter")
    await telegram.ledger.until(lambda: len(minji.sees()) == 1)
    markup = {"inline_keyboard": [[{"text": "초안", "callback_data": "draft"}, {"text": "닫기", "callback_data": "x"}]]}
    answer = await say(telegram, minji, "<b>뜸한 단골</b> 4분", reply_markup=markup)
    await expect(owner.locator(".bubble b")).to_have_text("뜸한 단골")
    await owner.get_by_role("button", name="초안").click()
    await telegram.ledger.until(lambda: "callback_query" in telegram.updates.history[-1])
    query = telegram.updates.history[-1]["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("draft", answer)
    await telegram.call("answerCallbackQuery", callback_query_id=query["id"], text="만들었어요")
    await expect(owner.locator(".toast")).to_have_text("만들었어요")
    await telegram.call("editMessageText", chat_id=minji.id, message_id=answer, text="초안 4개")
    await expect(owner.locator(".message")).to_have_count(2)
    await expect(owner.locator(".message").nth(1)).to_contain_text("초안 4개")
    await expect(owner.locator(".inline")).to_have_count(0)


async def test_a_contact_is_shared_after_a_question(telegram: FakeTelegram, emily: Person, page: Page) -> None:
    keyboard = {"keyboard": [[{"text": "Share my number", "request_contact": True}]], "one_time_keyboard": True}
    await say(telegram, emily, "May I have your number?", reply_markup=keyboard)
    await phone(page, 1).get_by_role("button", name="Share my number").click()
    await expect(page.locator("dialog")).to_contain_text(emily.account.phone)
    await page.locator("#dialog-ok").click()
    await expect(phone(page, 1).locator(".message.own")).to_contain_text("Emily Carter")
    assert telegram.updates.history[-1]["message"]["contact"]["user_id"] == emily.id
    await expect(phone(page, 1).locator(".keyboard")).to_be_hidden()


async def test_files_and_pictures_go_both_ways(telegram: FakeTelegram, minji: Person, page: Page) -> None:
    owner = phone(page, 0)
    spreadsheet = FilePayload(name="손님.csv", mimeType="text/csv", buffer="김수연".encode("cp949"))
    sent = [("파일 보내기", spreadsheet), ("사진 보내기", await picture(page))]
    for count, (entry, file) in enumerate(sent, start=1):
        async with page.expect_file_chooser() as chooser:
            await owner.get_by_role("button", name="더 보기").click()
            await owner.get_by_role("menuitem", name=entry).click()
        await (await chooser.value).set_files(file)
        await expect(owner.locator(".message.own")).to_have_count(count)
    assert [minji.downloads(message) for message in minji.sees()] == [file["buffer"] for _, file in sent]
    shown = owner.locator("img.photo")
    assert await shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 20
    own_file = minji.sees()[0]["document"]["file_id"]
    await telegram.call("sendDocument", chat_id=minji.id, document=own_file, caption="여기요")
    async with page.expect_download() as download:
        await owner.locator(".message:not(.own) a.file").click()
    assert (await download.value).suggested_filename == "손님.csv"


async def picture(page: Page) -> FilePayload:
    """A small PNG, painted by the browser."""
    paint = "() => { const c = document.createElement('canvas'); c.width = 20; c.height = 10; return c.toDataURL(); }"
    encoded = (await page.evaluate(paint)).partition(",")[2]
    fetched = await page.evaluate("text => [...atob(text)].map((letter) => letter.charCodeAt(0))", encoded)
    return FilePayload(name="가게.png", mimeType="image/png", buffer=bytes(fetched))


async def test_what_arrives_elsewhere_is_marked_unread(telegram: FakeTelegram, emily: Person, page: Page) -> None:
    customer = phone(page, 1)
    await phone(page, 0).locator("textarea").click()
    await say(telegram, emily, "Your shirts are ready.")
    await say(telegram, emily, "See you soon.")
    await expect(customer.locator(".whose .badge")).to_have_text("2")
    await expect(customer.locator(".messages > *").nth(1)).to_have_text("안 읽은 메시지")
    await customer.locator("textarea").click()
    await expect(customer.locator(".whose .badge")).to_be_hidden()


async def test_a_press_is_not_lost_when_the_phone_beneath_it_comes_to_the_front(
    telegram: FakeTelegram, emily: Person, page: Page
) -> None:
    for number in range(12):
        await say(telegram, emily, f"line {number}")
    markup = {"inline_keyboard": [[{"text": "Coming", "callback_data": "coming"}]]}
    await say(telegram, emily, "See you tomorrow", reply_markup=markup)
    customer = phone(page, 1)
    await expect(customer.get_by_role("button", name="Coming")).to_be_visible()
    # Read a little above the end: coming to the front brings the end back into view, beneath the finger.
    await customer.locator(".messages").evaluate("list => list.scrollTop -= 14")
    box = await customer.get_by_role("button", name="Coming").bounding_box()
    assert box is not None
    await page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
    await telegram.ledger.until(lambda: len(telegram.updates.history) == 1, 5)
    await expect(customer).to_have_class("phone customer active")


async def test_nothing_that_anybody_writes_becomes_markup(telegram: FakeTelegram, minji: Person, page: Page) -> None:
    nasty = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    minji.says(nasty)
    minji.sends_file(f"{nasty}.csv", b"x", nasty)
    minji.shares_contact(phone="010", name=nasty)
    button = {"text": nasty, "callback_data": "x"}
    await telegram.call(
        "sendMessage", chat_id=minji.id, text=nasty, reply_markup={"inline_keyboard": [[button]], "resize": True}
    )
    chat = phone(page, 0).locator(".messages")
    await expect(chat.locator(".message")).to_have_count(4)
    for message in await chat.locator(".message").all():
        await expect(message).to_contain_text(nasty)
    assert await chat.locator("img, script").count() == 0


async def test_copying_and_an_invitation_link(telegram: FakeTelegram, minji: Person, page: Page) -> None:
    row = [
        {"text": "복사", "copy_text": {"text": "다 됐어요, 김수연님."}},
        {"text": "초대", "url": "https://t.me/dangol_bot?start=qr1"},
    ]
    await say(telegram, minji, "x", reply_markup={"inline_keyboard": [row]})
    await phone(page, 0).get_by_role("button", name="복사").click()
    await expect(phone(page, 0).locator(".toast")).to_have_text("복사했어요")
    assert await page.evaluate("navigator.clipboard.readText()") == "다 됐어요, 김수연님."
    await phone(page, 0).get_by_role("button", name="초대").click()
    await expect(phone(page, 0).locator(".message.own")).to_contain_text("/start qr1")


async def test_replying_and_correcting_oneself(telegram: FakeTelegram, minji: Person, page: Page) -> None:
    owner = phone(page, 0)
    question = await say(telegram, minji, "누가 답할까요?")
    await owner.locator(".message .line").hover()
    await owner.get_by_role("button", name="답장").click()
    await owner.locator("textarea").fill("저요")
    await owner.locator("textarea").press("Enter")
    await expect(owner.locator(".message.own .quote")).to_have_text("누가 답할까요?")
    assert minji.sees()[-1]["reply_to_message"]["message_id"] == question
    await owner.locator(".message.own .line").hover()
    await owner.get_by_role("button", name="고치기").click()
    await owner.locator("textarea").fill("제가 할게요")
    await owner.locator("textarea").press("Enter")
    await expect(owner.locator(".message.own")).to_contain_text("제가 할게요")
    assert "edited_message" in telegram.updates.history[-1]


async def test_the_clock_the_tour_and_the_fresh_shop(
    telegram: FakeTelegram, controls: PlaygroundControls, page: Page
) -> None:
    await expect(page.locator("#now")).to_have_text("11월 21일 토요일 오전 10:00")
    await page.locator("#tour").get_by_role("button", name="번호 바뀌었어요").click()
    await expect(phone(page, 1).locator("textarea")).to_have_value("번호 바뀌었어요")
    await page.locator("#clock-steps [data-step=next]").click()
    await expect(phone(page, 1).locator(".messages")).to_contain_text("moved to the next")
    await expect(page.locator("#now")).to_have_text("11월 22일 일요일 오전 9:00")
    await page.locator("#preset").select_option("cafe")
    await page.locator("#fresh-shop").click()
    await page.locator("#dialog-ok").click()
    await phone(page, 1).get_by_role("button", name="시작").click()
    await expect(phone(page, 1).locator(".message")).to_have_count(1)
    assert controls.preset == "cafe"
    assert len(telegram.ledger.of(Event.EMPTIED)) == 1


async def test_a_year_is_told_about_when_it_is_over(controls: PlaygroundControls, page: Page) -> None:
    groups: Json = {"sent_to": [2, 6], "held": [1, 3], "refused": 1}
    lived: Json = {"visits": 301, "messages": 1041, "wrong": [], "card": groups, "counted": groups}

    async def move_clock(step: Step) -> Json | None:
        return lived if step is Step.YEAR else None

    controls.move_clock = move_clock
    year, told = page.locator("#clock-steps [data-step=year]"), page.locator("#dialog-text")
    await year.click()
    await expect(told).to_contain_text("손님이 301번 오셨고, 메시지 1041통이 나갔어요.")
    await expect(told).to_contain_text("까닭 없이 나간 것도, 빠진 것도, 두 번 나간 것도 없어요.")
    await expect(told).to_contain_text("보낸 6분 중 2분, 보내지 않은 3분 중 1분이 오셨어요. 결과 카드와 장부가 같아요.")
    await page.locator("#dialog-ok").click()
    await page.get_by_role("button", name="English").click()
    lived |= {"wrong": ["twice: thanks:1:2026-12-01"], "counted": groups | {"refused": 2}}
    await year.click()
    await expect(told).to_contain_text("something does not fit: twice: thanks:1:2026-12-01")
    await expect(told).to_contain_text("The result card and the books differ!")
    await page.locator("#dialog-ok").click()


async def test_the_page_and_each_persons_app_speak_the_chosen_language(
    telegram: FakeTelegram, minji: Person, page: Page
) -> None:
    await page.get_by_role("button", name="English").click()
    await expect(page.locator("h1")).to_have_text("Dangol playground")
    await expect(page.locator("#now")).to_have_text("Saturday, November 21 10:00 AM")
    await expect(page.locator("#tour")).to_contain_text("Correct a number")
    await phone(page, 0).locator("select").select_option("en")
    await phone(page, 0).locator("textarea").fill("hello")
    await phone(page, 0).locator("textarea").press("Enter")
    await expect(phone(page, 0).locator(".message")).to_have_count(1)
    assert telegram.updates.history[-1]["message"]["from"]["language_code"] == "en"


async def test_on_a_narrow_screen_one_thing_is_seen_at_a_time(
    telegram: FakeTelegram, emily: Person, page: Page
) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.reload()
    tabs = page.locator(".tabs button")
    await expect(page.locator("#tour")).to_be_visible()
    await tabs.nth(1).click()
    await expect(phone(page, 0)).to_be_visible()
    await expect(phone(page, 1)).to_be_hidden()
    await say(telegram, emily, "Ready.")
    await expect(tabs.nth(2).locator(".badge")).to_have_text("1")
    await tabs.nth(2).click()
    await expect(phone(page, 1).locator(".message")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    for step in Step:
        box = await page.locator(f"#clock-steps [data-step={step}]").bounding_box()
        assert box is not None and 0 <= box["x"] < box["x"] + box["width"] <= 390


async def test_blocking_and_coming_back(telegram: FakeTelegram, minji: Person, page: Page) -> None:
    owner = phone(page, 0)
    await owner.get_by_role("button", name="더 보기").click()
    await owner.get_by_role("menuitem", name="봇 차단").click()
    await owner.get_by_role("button", name="차단 풀고 다시 시작").click()
    await expect(owner.locator(".message")).to_contain_text("/start")
    assert not minji.account.blocked
