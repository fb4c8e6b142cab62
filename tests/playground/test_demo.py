"""The demo as a visitor finds it: the whole assistant, the sample shop, the tour, in a real Chromium."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.domain.shop import Preset
from bot.playground import sample_shop
from bot.playground.demo import tour
from storage.database import Database
from storage.vault import Vault
from tests.chat import SATURDAY_TEN, open_shop
from tests.playground.chromium import chromium, needs_chromium
from tests.playground.walking import EMILY, OWNER, SUYEON, visiting

LATE = ("고은서", "문태식", "이영희", "안소연", "나현수")

# What the answer to each sentence of the tours must hold.
ANSWERS = {
    "요즘 안 오신 단골 누구예요?": "평소보다 늦은 단골 5분",
    "Who hasn't visited lately?": "5 customers are later than usual",
    "김수연 와이셔츠 3장 7500": "와이셔츠 3점 7,500원",
    "Emily Carter 3 shirts 7500": "와이셔츠 ×3 ₩7,500",
    "Emily Carter 커트 25000": "커트 25,000원",
    "Emily Carter cut 25000": "커트 ₩25,000",
    "김수연 라떼 2잔 10000": "라떼 2잔 10,000원",
    "Emily Carter 2 lattes 10000": "라떼 ×2 ₩10,000",
    "김수연 R석 2장 120000": "R석 2장 120,000원",
    "Emily Carter 2 R seats 120000": "R석 ×2 ₩120,000",
    "내 옷 언제 돼요?": "코트: 작업 중, 11/23(월) 18시 약속",
    "When are my clothes ready?": "정장: in work, promised Mon 23 Nov 6 pm",
    "예약 언제예요?": "11/23(월) 14시 커트",
    "When is my appointment?": "Mon 23 Nov 4 pm",
    "내 정보": "010-2000-6781",
    "my account": "010-7109-4884",
    "번호 바뀌었어요 010-2345-9999": "→ 010-2345-9999",
    "My new number is 010-2345-8888": "→ 010-2345-8888",
    "이메일 suyeon@example.com 으로 바꿔 주세요": "suyeon@example.com",
    "change my email to emily@example.com": "emily@example.com",
    "김수연 다 됐어요": "다 됐어요: 코트, 바지 2점, 와이셔츠 3점",
    "Emily Carter is ready": "Ready: 정장, 니트 ×2, 와이셔츠 ×3",
    "ㄱㅅㅇ": "김수연님",
}


@pytest.mark.parametrize("preset", Preset)
async def test_every_sentence_of_the_tour_is_understood(preset: Preset, sqlite_url: str, vault: Vault) -> None:
    steps = tour(preset)
    assert len(steps) == 6
    database = Database.open(sqlite_url, vault)
    async with open_shop(database, shop_preset=preset.value) as shop:
        with database.writing() as session:
            sample_shop.fill(session, vault, shop.assistant.runtime.configured, SATURDAY_TEN)
        people = [await shop.owner()]
        for number, name in enumerate(("김수연", "Emily Carter")):
            language = ("ko", "en")[number]
            people.append(shop.person(1001 + number, name, phone=sample_shop.phone_of(name), language=language))
            await people[-1].starts()
            await people[-1].shares_contact()
        for language in ("ko", "en"):
            for step in steps:
                words = step[language]
                if "say" in words:
                    heard = await people[words.get("seat", step["seat"])].says(words["say"])
                    assert ANSWERS[words["say"]] in "\n".join(heard)
    database.close()


def test_a_demo_that_is_told_to_end_leaves_nothing_behind(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", "0"],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert b"http://127.0.0.1:" in program.stdout.readline()
    assert [path.name for path in tmp_path.glob("dangol-demo-*/demo.db")] == ["demo.db"]
    program.terminate()
    program.communicate(timeout=60)
    assert program.returncode == 0
    assert list(tmp_path.iterdir()) == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.mark.long
@needs_chromium
@pytest.mark.asyncio(loop_scope="module")
async def test_the_tour_of_the_laundry_in_korean_and_then_a_fresh_salon(browser: Browser) -> None:
    async with visiting(browser) as visitor:
        await visitor.says(OWNER, "요즘 안 오신 단골 누구예요?")
        await visitor.sees(OWNER, "평소보다 늦은 단골 5분", *LATE, "기준:")
        await visitor.says(OWNER, "김수연 와이셔츠 3장 7500")
        await visitor.sees(OWNER, "와이셔츠 3점 7,500원", "33번째", "되돌리기")
        await visitor.arrives(SUYEON)
        await visitor.sees(SUYEON, "확인됐어요. 김수연님")
        await visitor.says(SUYEON, "내 정보")
        await visitor.sees(SUYEON, "010-2000-6781", "맡아 둔 것 6점")
        await visitor.taps(SUYEON, "맡긴 것 모두")
        await visitor.sees(SUYEON, "와이셔츠 3점: 작업 중")
        await visitor.taps(SUYEON, "다녀간 내역")
        await visitor.sees(SUYEON, "와이셔츠 3점 7,500원")
        await visitor.says(SUYEON, "번호 바뀌었어요 010-2345-9999")
        await visitor.sees(SUYEON, "010-****-6781 → 010-2345-9999")
        await visitor.taps(SUYEON, "되돌리기")
        await visitor.sees(SUYEON, "010-2000-6781")
        await visitor.says(OWNER, "김수연 다 됐어요")
        await visitor.sees(OWNER, "곧 텔레그램으로 알려 드려요")
        await visitor.moves_on()
        await visitor.sees(SUYEON, "다 됐어요", "맑은세탁")
        await visitor.moves_on()
        await visitor.sees(SUYEON, "오늘 와 주셔서 고맙습니다", "와이셔츠 3점 7,500원")
        await expect(visitor.page.locator("#now")).to_have_text("11월 21일 토요일 오후 7:30")

        await visitor.opens_fresh(Preset.SALON)
        await visitor.sees(OWNER, "은하헤어 손님 40분")
        await expect(visitor.page.locator("#now")).to_have_text("11월 21일 토요일 오전 10:00")
        await expect(visitor.phone(SUYEON).locator(".message")).to_have_count(0)


# What a visitor brings along: two people the shop does not know, one it does, and a number that is none.
LISTS = {
    "ko": (
        "손님명단.csv",
        "고객명,휴대폰,등급\n한지원,010-4444-1111,VIP\n김수연,010-2000-6781,\n오세라,12,\n".encode("cp949"),
    ),
    "en": ("customers.csv", b"name,phone,tier\nAnna Lee,010-4444-1111,gold\nEmily Carter,010-7109-4884,\nSam,12,\n"),
}
SEEN = {
    "ko": (
        ("들여오기", "되돌리기"),
        ("손님 3줄", "등급", "한지원, 010-****-1111"),
        ("새로 적음 1 · 고침 0 · 그대로 1 · 못 읽음 1", "4번째 줄"),
        ("손님 1분을 뺐어요",),
    ),
    "en": (
        ("Bring in", "Undo"),
        ("3 lines of customers", "tier", "Anna Lee, 010-****-1111"),
        ("created 1 · updated 0 · unchanged 1 · refused 1", "Line 4"),
        ("1 customer is out again",),
    ),
}


@pytest.mark.long
@needs_chromium
@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("language", "locale"), [("ko", "ko-KR"), ("en", "en-US")])
async def test_a_list_from_the_visitors_own_computer_comes_in_and_goes_again(
    browser: Browser, language: str, locale: str
) -> None:
    (go, undo), preview, outcome, taken_back = SEEN[language]
    name, data = LISTS[language]
    async with visiting(browser, locale) as visitor:
        await visitor.says(OWNER, "손님 몇 분이야?" if language == "ko" else "how many customers?")
        await visitor.sees(OWNER, "40")
        await visitor.sends_file(OWNER, name, data)
        await visitor.sees(OWNER, name, *preview)
        await visitor.taps(OWNER, go)
        document = visitor.newest(OWNER).locator("a.file")
        await expect(document).to_contain_text(f"{name}.refused.csv")
        told = visitor.phone(OWNER).locator(".message:not(.own)", has_text=outcome[0])
        await expect(told).to_contain_text(outcome[1])
        await visitor.taps(OWNER, undo)
        await visitor.sees(OWNER, *taken_back)
        await visitor.says(OWNER, "손님 몇 분이야?" if language == "ko" else "how many customers?")
        await visitor.sees(OWNER, "40")


@pytest.mark.long
@needs_chromium
@pytest.mark.asyncio(loop_scope="module")
async def test_the_tour_of_the_laundry_in_english(browser: Browser) -> None:
    async with visiting(browser, "en-US") as visitor:
        await visitor.says(OWNER, "Who hasn't visited lately?")
        await visitor.sees(OWNER, "5 customers are later than usual", *LATE, "Rule:")
        await visitor.arrives(EMILY)
        await visitor.sees(EMILY, "Welcome, Emily Carter")
        await visitor.says(EMILY, "my account")
        await visitor.sees(EMILY, "010-7109-4884", "정장", "니트 ×2")
        await visitor.says(EMILY, "My new number is 010-2345-8888")
        await visitor.sees(EMILY, "010-****-4884 → 010-2345-8888")
        await visitor.taps(EMILY, "Undo")
        await visitor.sees(EMILY, "010-7109-4884")
        await visitor.says(OWNER, "Emily Carter is ready")
        await visitor.sees(OWNER, "Ready: 정장, 니트 ×2")
        await visitor.moves_on()
        await visitor.sees(EMILY, "Emily Carter, ready for you", "Open: 10:00-20:00")
