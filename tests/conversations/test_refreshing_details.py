"""Old details are asked for anew, a few people a day; the gift goes only where somebody has just confirmed."""

import re
from datetime import date, time, timedelta
from typing import Any

import pytest

from bot.actions import refreshing
from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Kind
from bot.domain.phone import parse_phone
from storage import consents, people, told
from storage.database import Database
from storage.models import Customer
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop
from tests.conversations.test_owner_sends_by_hand import copied
from tests.mail import Mailbox, mail_server

YEARS_AGO = 900
GIFT = "아메리카노 한 잔"


async def known(shop: ShopUnderTest) -> None:
    """Five people, of whom four have something old: a dead prefix, no number, and two numbers nobody has confirmed."""

    def write(unit: Unit) -> None:
        for name, phone in (
            ("김수연", "010-2345-6781"),
            ("이영희", "011-200-1234"),
            ("박민수", "010-8161-6464"),
            ("정하늘", ""),
            ("오세진", "010-2345-0000"),
        ):
            person = cast.customer(unit, name, phone)
            cast.visit(unit, person, YEARS_AGO)
            cast.visit(unit, person, 3)
            if name == "오세진":
                people.confirm(unit.session, person.id or 0, "phone", unit.now, by="shop", how="counter")

    await shop.assistant.runtime.write(write)


async def linked(shop: ShopUnderTest, *, language: str = "ko") -> Chat:
    """김수연 on Telegram, her number confirmed by her own card two and a half years ago."""
    return await shop.customer(501, "수연", phone="+821023456781", language=language)


async def customer(shop: ShopUnderTest, name: str) -> Customer:
    def find(unit: Unit) -> Customer:
        return unit.session.get_one(Customer, unit.names.who(name)[0].id)

    return await shop.assistant.runtime.read(find)


def code_in(box: Mailbox) -> str:
    found = re.search(r"\d{6}", box.texts()[-1])
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        (
            "ko",
            "옛날 연락처 정리하자",
            ["4분", "옛 번호(011, 016~019) 1분", "전화번호 없음 1분", "확인이 오래됨 2분", "24개월"],
        ),
        ("en", "clean up old contacts", ["4 people", "old prefix (011, 016 to 019): 1", "no phone", "24 months"]),
    ],
)
async def test_old_details_are_counted_by_cause(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)

    await owner.says(sentence)
    owner.sees(*seen)
    await owner.taps("대상 4분" if language == "ko" else "Who (4)")
    owner.sees("이영희", "박민수", "정하늘", "김수연")
    assert "오세진" not in owner.last


@pytest.mark.parametrize(("confirmed_on", "old"), [(date(2024, 11, 21), 1), (date(2024, 11, 22), 0)])
async def test_a_number_is_old_two_years_after_its_confirmation(
    shop: ShopUnderTest, confirmed_on: date, old: int
) -> None:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", "010-2345-6781")
        cast.visit(unit, person, YEARS_AGO)
        at = moment_of(confirmed_on, time(15), unit.shop.zone)
        people.confirm(unit.session, person.id or 0, "phone", at, by="self", how="contact")

    await shop.assistant.runtime.write(write)

    assert (await shop.assistant.runtime.read(refreshing.old_details, cast.OWNER_ACTOR)).total == old


@pytest.mark.parametrize(
    ("language", "begin", "write", "words"),
    [
        (
            "ko",
            ["옛날 연락처 정리하자", "이메일로 시작", GIFT, "시작"],
            "이메일 적기",
            ["그 메일로", "확인됐어요", "그 번호가 아니에요", "확인 번호"],
        ),
        (
            "en",
            ["clean up old contacts", "Ask for e-mail", "a cup of americano", "Start"],
            "Write my e-mail",
            ["by that mail", "Confirmed", "not the code", "Your code from"],
        ),
    ],
)
async def test_an_address_is_confirmed_by_the_code_that_was_mailed_there_and_the_gift_follows_it(
    sqlite_database: Database, language: str, begin: list[str], write: str, words: list[str]
) -> None:
    gift = begin[2]
    with mail_server() as box:
        async with open_shop(sqlite_database, smtp_url=f"smtp://127.0.0.1:{box.port}/?from=clear@example.com") as shop:
            await known(shop)
            suyeon = await linked(shop, language=language)
            owner = await shop.owner(language=language)
            for step in begin:
                await (owner.taps(step) if step in owner.buttons else owner.says(step))
            await shop.moves_on(hours=1)
            assert suyeon.last and gift not in suyeon.last  # she has agreed to no advertising

            await suyeon.taps(write)
            suyeon.sees(gift, words[0])
            await suyeon.says("suyeon.kim@example.com")
            suyeon.sees("su***@example.com")
            assert len(box.messages) == 1 and gift not in box.texts()[0]
            assert words[3] in box.texts()[0]  # the mail speaks as the chat does

            wrong = f"{(int(code_in(box)) + 1) % 1_000_000:06}"
            await suyeon.says(wrong)
            suyeon.sees(words[2])
            assert (await customer(shop, "김수연")).email is None

            await suyeon.says(code_in(box))
            suyeon.sees(words[1], gift)

            assert [message["To"] for message in box.messages] == ["suyeon.kim@example.com"] * 2
            assert gift in box.texts()[1]
            await redeems(owner, box.texts()[1], gift, language)
            assert (await customer(shop, "김수연")).email == "suyeon.kim@example.com"
            await owner.says("연락처 정리 어떻게 됐어?" if language == "ko" else "how is the contact clean-up going")
            owner.sees("0 → 1", "1", gift)


def gift_number(text: str) -> str:
    found = re.search(r"(?:선물 |gift no\. )(\d{4})", text)
    assert found is not None, text
    return found[1]


async def redeems(owner: Chat, text: str, gift: str, language: str) -> None:
    """At the counter: once, with the reason the second time, and back again."""
    number, ko = gift_number(text), language == "ko"
    used = f"선물 {number} 썼어" if ko else f"gift {number} used"
    if ko:
        await owner.says("김수연")
        owner.sees(f"선물 {number}번 {gift}: 아직 안 쓰심")
    await owner.says(used)
    owner.sees("김수연", gift, number, "드렸어요" if ko else "handed over")
    await owner.says(used)
    owner.sees("이미 드렸어요" if ko else "handed over to 김수연", "11/21" if ko else "21 Nov")
    if ko:
        await owner.says("김수연")
        owner.sees("11/21(토)에 쓰심")
    await owner.says("되돌려줘" if ko else "undo")
    owner.sees("아직 안 쓴 것으로" if ko else "counts as not used")
    await owner.says(used)
    owner.sees(gift, "드렸어요" if ko else "handed over")
    other = "1000" if number != "1000" else "1001"
    await owner.says(f"선물 {other} 썼어" if ko else f"redeem gift {other}")
    owner.sees("없어요" if ko else "no gift")


async def test_a_wrong_address_gets_no_gift_and_she_hears_of_it(sqlite_database: Database) -> None:
    with mail_server() as box:
        async with open_shop(sqlite_database, smtp_url=f"smtp://127.0.0.1:{box.port}") as shop:
            await known(shop)
            suyeon = await linked(shop)
            owner = await shop.owner()
            await owner.says(f"이메일 확인해 주신 분께 {GIFT}을 드리자")
            owner.sees(GIFT, "이메일")
            await owner.taps("시작")
            await shop.moves_on(hours=1)
            box.refuses = "550 no such user"

            await suyeon.taps("이메일 적기")
            await suyeon.says("suyeon.kin@example.com")

            assert box.messages == []
            suyeon.sees("su***@example.com", "보내지 못했어요")
            await owner.says("연락처 정리 결과 보여줘")
            owner.sees("확인 0", "0 → 0")


async def test_a_server_that_is_busy_gets_the_mail_later_and_once(sqlite_database: Database) -> None:
    with mail_server() as box:
        async with open_shop(sqlite_database, smtp_url=f"smtp://127.0.0.1:{box.port}") as shop:
            await known(shop)
            suyeon = await linked(shop)
            owner = await shop.owner()
            for step in ("옛날 연락처 정리하자", "이메일로 시작", "선물 없이", "시작"):
                await (owner.taps(step) if step in owner.buttons else owner.says(step))
            await shop.moves_on(hours=1)
            box.busy = 2
            await suyeon.taps("이메일 적기")
            await suyeon.says("suyeon.kim@example.com")
            assert box.messages == []

            await shop.moves_on(minutes=2)
            await shop.moves_on(minutes=6)
            await shop.moves_on(minutes=10)

            assert len(box.messages) == 1
            await suyeon.says(code_in(box))
            suyeon.sees("확인됐어요")


async def test_a_number_is_asked_by_the_owners_own_text_and_the_gift_goes_to_that_number(shop: ShopUnderTest) -> None:
    await known(shop)

    def agree(unit: Unit) -> None:
        person = unit.names.who("박민수")[0].id
        consents.decide(unit.session, person, "advertising", unit.now, given=True, text_version="ads-1", update_id=1)

    await shop.assistant.runtime.write(agree)
    owner = await shop.owner()
    await owner.says(f"번호 확인해 주신 분께 {GIFT}을 드리자")
    await owner.taps("시작")
    await shop.moves_on(hours=1)
    owner.sees("초안 2개")
    await owner.taps("초안 보기")
    owner.sees("박민수", "김수연")

    await owner.says("연락처 정리 어떻게 됐어?")
    await owner.taps("답 온 분(2)")
    names = re.findall(r"(\d)\. (\S+)님", owner.last)
    await owner.taps(next(number for number, name in names if name == "박민수"))
    await owner.taps("맞대요")
    assert GIFT in copied(owner)[0] and "박민수" in copied(owner)[0]
    number = gift_number(copied(owner)[0])
    await owner.says(f"{number}번 선물 드렸어요")
    owner.sees("박민수", GIFT)

    await owner.says("연락처 정리 어떻게 됐어?")
    owner.sees("확인 1", "1 → 2")
    await owner.taps("답 온 분(1)")
    await owner.taps("1")
    await owner.taps("틀린 번호예요")
    owner.sees("선물은 나가지 않아요")
    assert copied(owner) == []


async def test_nobody_is_asked_twice_within_half_a_year_and_no_more_than_a_few_a_day(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        for number in range(12):
            cast.visit(unit, cast.customer(unit, f"손님{number}", f"010-2000-10{number:02}"), YEARS_AGO)

    await shop.assistant.runtime.write(write)
    owner = await shop.owner()

    async def begin() -> None:
        for step in ("옛날 연락처 정리하자", "번호로 시작", "선물 없이", "시작"):
            await (owner.taps(step) if step in owner.buttons else owner.says(step))

    async def asked() -> int:
        await owner.says("연락처 정리 어떻게 됐어?")
        found = re.search(r"물어본 분 (\d+)", owner.last)
        return int(found[1]) if found else 0

    await begin()
    assert await asked() == 0
    counts = []
    for _ in range(4):
        await shop.moves_on(hours=1)
        await shop.moves_on(hours=1)
        counts.append(await asked())
        await shop.moves_on(hours=22)
    assert counts == [5, 10, 12, 12]

    await begin()
    await shop.moves_on(days=1, hours=1)
    assert await asked() == 0
    await shop.moves_on(days=190)
    assert await asked() == 5


@pytest.mark.parametrize(
    ("language", "begin", "stop", "seen"),
    [
        (
            "ko",
            ["옛날 연락처 정리하자", "번호로 시작", "선물 없이", "시작"],
            ["연락처 정리 멈춰", "멈추기"],
            ["전화번호 확인 (멈춤)", "물어본 분 0"],
        ),
        (
            "en",
            ["clean up old contacts", "Ask for the number", "No gift", "Start"],
            ["stop the contact clean-up", "Stop"],
            ["stopped", "Asked 0"],
        ),
    ],
)
async def test_whoever_wants_it_stopped_is_shown_the_button(
    shop: ShopUnderTest, language: str, begin: list[str], stop: list[str], seen: list[str]
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)
    for step in (*begin, *stop):
        await (owner.taps(step) if step in owner.buttons else owner.says(step))
    owner.sees(*seen)
    await shop.moves_on(days=2, hours=2)
    await owner.says(stop[0])
    owner.sees(*seen)


async def test_whoever_says_no_is_not_asked_again_and_a_card_of_their_own_is_an_answer(shop: ShopUnderTest) -> None:
    await known(shop)
    suyeon = await linked(shop)

    def long_ago(unit: Unit) -> None:
        person = unit.names.who("김수연")[0].id
        then = unit.now - timedelta(days=YEARS_AGO)
        people.confirm(unit.session, person, "phone", then, by="self", how="contact")

    await shop.assistant.runtime.write(long_ago)
    owner = await shop.owner()
    await owner.says(f"번호 확인해 주신 분께 {GIFT}을 드리자")
    await owner.taps("시작")
    await shop.moves_on(hours=1)
    suyeon.sees("010-****-6781", "지금도 맞나요")

    await suyeon.taps("번호 확인하기")
    suyeon.sees(GIFT, "그 번호로")
    await suyeon.shares_contact()
    owner.sees("김수연", "선물")
    await owner.taps("글 보기")
    assert GIFT in copied(owner)[0]


async def test_the_question_of_a_dead_number_names_the_candidate_and_writes_nothing(shop: ShopUnderTest) -> None:
    await known(shop)
    suyeon = await linked(shop)

    def old(unit: Unit) -> None:
        person = unit.session.get_one(Customer, unit.names.who("김수연")[0].id)
        people.set_phone(unit.session, unit.vault, person, parse_phone("016-345-6781"))

    await shop.assistant.runtime.write(old)
    owner = await shop.owner()
    for step in ("옛날 연락처 정리하자", "번호로 시작", "선물 없이", "시작"):
        await (owner.taps(step) if step in owner.buttons else owner.says(step))
    await shop.moves_on(hours=1)

    suyeon.sees("010-3345-6781인가요")
    assert (await customer(shop, "김수연")).phone == "+82163456781"
    await suyeon.taps("괜찮아요")
    suyeon.sees("더 여쭤보지 않을게요")
    rows = await shop.assistant.runtime.read(lambda unit: told.unasked(unit.session, 1, 10))
    assert [row.kind for row in rows] == [Kind.PERSONAL]


@pytest.mark.parametrize(
    ("sentence", "seen", "card"),
    [
        ("박민수 번호 맞대", "오늘 확인된", "11/21(토) 가게 확인"),
        ("Minsu's number is right", "confirmed", "confirmed Sat 21 Nov by the shop"),
    ],
)
async def test_a_number_checked_at_the_counter_is_confirmed(
    shop: ShopUnderTest, sentence: str, seen: str, card: str
) -> None:
    await known(shop)
    owner = await shop.owner(language="ko" if "박" in sentence else "en")
    await owner.says(sentence)

    owner.sees("박민수", seen)
    await owner.says("박민수" if "박" in sentence else "Minsu")
    owner.sees(card)


async def test_without_a_mail_server_no_address_is_asked_for(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("옛날 연락처 정리하자")
    assert "이메일로 시작" not in owner.buttons

    await owner.says(f"이메일 확인해 주신 분께 {GIFT}을 드리자")
    owner.sees("SMTP_URL")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [("ko", "이영희", "여쭤보세요"), ("en", "Lee Younghee", "please ask")],
)
async def test_the_card_of_an_old_number_names_the_candidate_to_ask_about(
    shop: ShopUnderTest, language: str, sentence: str, seen: str
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)

    await owner.says(sentence)

    owner.sees("011-200-1234", "010-5200-1234", seen)


MONTHS = {
    "ko": {
        "begin": ["옛날 연락처 정리하자", "번호로 시작", "선물 없이"],
        "old": ("12개월 기준", "12개월 넘게", "5분"),
        "again": ("3개월에 한 번", "3개월 안에 다시 묻지"),
        "start": "시작",
        "undo": ("되돌려줘", "6개월 안에 다시 묻지"),
        "state": ("연락처 정리 어떻게 됐어?", "물어본 분 3"),
        "label": "(광 고) 커피 한 잔",
        "refused": "광고 표시는 제가",
    },
    "en": {
        "begin": ["clean up old contacts", "Ask for the number", "No gift"],
        "old": ("Old: 12 months", "not confirmed for 12 months", "5 people"),
        "again": ("Again: 3 months", "within 3 months"),
        "start": "Start",
        "undo": ("undo", "within 6 months"),
        "state": ("how is the clean-up going?", "Asked 3"),
        "label": "[ad] a coffee",
        "refused": "advertising label",
    },
}


@pytest.mark.parametrize("language", MONTHS)
async def test_the_owner_sets_after_how_many_months_a_detail_is_old_and_asked_for_again(
    shop: ShopUnderTest, language: str
) -> None:
    how: dict[str, Any] = MONTHS[language]
    await known(shop)

    def confirmed_long_ago(unit: Unit) -> None:
        person = unit.session.get_one(Customer, unit.names.who("오세진")[0].id)
        at = unit.now - timedelta(days=400)
        people.confirm(unit.session, person.id or 0, "phone", at, by="shop", how="counter")

    await shop.assistant.runtime.write(confirmed_long_ago)
    owner = await shop.owner(language=language)
    begin = how["begin"]
    await owner.says(begin[0])
    tap, *seen = how["old"]
    await owner.taps(tap)
    owner.sees(*seen)
    assert tap not in owner.buttons
    for step in begin[1:]:
        await owner.taps(step)
    tap, seen_again = how["again"]
    await owner.taps(tap)
    owner.sees(seen_again)
    await owner.taps(how["start"])
    # Those who can be written to by hand are asked at once; three months later they are due for the next round.
    await shop.moves_on(days=1, hours=1)
    await owner.says(begin[0])
    for step in (*begin[1:], how["start"]):
        await owner.taps(step)
    await shop.moves_on(days=100)
    await owner.says(how["state"][0])
    owner.sees(how["state"][1])


@pytest.mark.parametrize("language", MONTHS)
async def test_a_gift_with_a_label_of_its_own_is_refused_and_the_months_are_taken_back(
    shop: ShopUnderTest, language: str
) -> None:
    how: dict[str, Any] = MONTHS[language]
    await known(shop)
    owner = await shop.owner(language=language)
    await owner.says(how["begin"][0])
    await owner.taps(how["begin"][1])
    await owner.says(how["label"])
    owner.sees(how["refused"])
    await owner.says(how["begin"][0])
    for step in (*how["begin"][1:], how["again"][0]):
        await owner.taps(step)
    sentence, seen = how["undo"]
    await owner.says(sentence)
    owner.sees(seen)
