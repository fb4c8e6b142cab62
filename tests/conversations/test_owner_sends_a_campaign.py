"""A campaign from a sentence to its result: what it solves, who gets it, who is held back, and what became of it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from bot.insight.draw import held_back
from storage.database import Database
from storage.models import Campaign, CampaignPerson, Customer, HandDraft, OutboxRow
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NAMES = (
    "김수연",
    "이준호",
    "박서준",
    "정유진",
    "최하늘",
    "한도윤",
    "오세일",
    "윤지우",
    "장민서",
    "임서연",
    "강도현",
    "조은우",
)


async def regulars(shop: ShopUnderTest, count: int = 12, *, consent: bool = True) -> list[Chat]:
    """Regulars on Telegram who came every ten days and have now been away for forty."""
    chats = [shop.person(2001 + number, NAMES[number]) for number in range(count)]
    for chat in chats:
        await chat.starts()

    def write(unit: Unit) -> None:
        for number, chat in enumerate(chats):
            person = cast.customer(unit, NAMES[number], f"010-2345-{6000 + number}")
            for days in (40, 50, 60, 70, 80):
                cast.visit(unit, person, days)
            cast.linked(unit, person, chat.id)
            if consent:
                cast.agrees(unit, person)

    await shop.assistant.runtime.write(write)
    return chats


async def somebody(shop: ShopUnderTest, name: str, phone: str = "", *, chat: Chat | None = None) -> None:
    """One more regular who is away."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, name, phone)
        for days in (40, 50, 60, 70, 80):
            cast.visit(unit, person, days)
        if chat is not None:
            cast.linked(unit, person, chat.id)

    await shop.assistant.runtime.write(write)


async def parts(shop: ShopUnderTest) -> dict[str, set[str]]:
    """The names of each part of the newest campaign."""

    def read(unit: Unit) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        rows = select(CampaignPerson, Customer).join(Customer, Customer.id == CampaignPerson.customer_id)  # type: ignore[arg-type]
        for one, customer in unit.session.exec(rows):
            found.setdefault(one.part, set()).add(customer.name)
        return found

    return await shop.assistant.runtime.read(read)


def sees(text: str, *parts: str) -> bool:
    return all(part in text for part in parts)


def got(chats: list[Chat]) -> set[str]:
    return {NAMES[number] for number, chat in enumerate(chats) if any("안부 드려요" in text for text in chat.texts)}


async def campaign(owner: Chat) -> None:
    """To the late regulars, whose last visit was not as it should have been."""
    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    await owner.taps("저희에게 까닭이 있을 때")
    await owner.taps("보내기")


async def sends(shop: ShopUnderTest, ticks: int = 6) -> None:
    for _ in range(ticks):
        await shop.moves_on(seconds=20)


async def test_from_a_sentence_to_exactly_those_who_were_chosen(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop)
    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    owner.sees("단골 12분", "어떤 어려움을 풀어 드리나요")
    await owner.taps("지난번이 마음에 안 드셨을 때")
    owner.sees("12분께", "4분은 제비로", "8분께", "조은우", "평소 10일, 지금 40일째")
    await owner.says("이준호님 빼줘")
    owner.sees("11분께", "이준호님을 뺐어요")
    await owner.taps("1")
    owner.sees("10분께", "조은우님을 뺐어요")
    await owner.taps("뺀 분 다시 넣기")
    owner.sees("12분께")
    await owner.says("이준호님 빼줘")
    await owner.taps("글 보기")
    owner.sees("평소 10일마다 오셨는데 40일째라 안부 드려요", "다시 봐 드려요")
    await owner.taps("돌아가기")
    await owner.taps("보내기")
    owner.sees("8분께", "3분이에요", "14일을 지켜본")
    await sends(shop)

    drawn = await parts(shop)
    assert got(chats) == drawn["send"]
    assert (len(drawn["send"]), len(drawn["held"]), drawn["out"]) == (8, 3, {"이준호"})
    one = next(chat for chat in chats if NAMES[chat.id - 2001] in drawn["send"])
    one.sees("(광고) 맑은세탁, 02-123-4567", "무료 수신거부")
    assert "수신거부" in one.buttons


async def test_a_list_leads_to_a_campaign_with_those_on_it(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await regulars(shop, 4)
    await somebody(shop, "허영호", "010-7000-0009")
    await owner.says("한 달 넘게 안 온 단골 누구야?")
    await owner.taps("안부 보내기")
    assert sees(owner.texts[-2], "봇이 보내지 않는 1분", "허영호")
    await owner.says("한 달 넘게 안 온 단골 누구야?")
    await owner.says("그중 광고 받는 분만")
    await owner.says("이분들께 안부 보내줘")
    owner.sees("방금 보신 목록의 손님 4분 가운데 4분께")


async def test_whom_the_bot_does_not_reach_gets_a_draft_to_copy(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await regulars(shop, 3)

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "허영호", "010-7000-0009")
        for days in (40, 50, 60, 70, 80):
            cast.visit(unit, person, days)
        cast.agrees(unit, person)

    await shop.assistant.runtime.write(write)
    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    assert sees(owner.texts[-2], "허영호님(0009): 텔레그램에 없어요")
    await owner.taps("지난번이 마음에 안 드셨을 때")
    await owner.taps("보내기")
    owner.sees("닿지 않는 1분께는 복사해서")
    await owner.taps("복사해서 보낼 글")
    owner.sees("허영호")
    await owner.says("캠페인 멈춰")
    await owner.says("보낼 초안 뭐 있어?")
    assert "허영호" not in owner.last


async def test_many_drafts_come_by_and_by_and_never_at_night(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    def write(unit: Unit) -> None:
        for number in range(15):
            person = cast.customer(unit, f"허영{NAMES[number % 12][0]}", f"010-7000-{number:04}")
            for days in (40, 50, 60, 70, 80):
                cast.visit(unit, person, days)
            cast.agrees(unit, person)

    def drafted(unit: Unit) -> int:
        return len(unit.session.exec(select(HandDraft)).all())

    await shop.assistant.runtime.write(write)
    shop.clock.forward(timedelta(hours=12))
    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    await owner.taps("지난번이 마음에 안 드셨을 때")
    await owner.taps("보내기")
    owner.sees("닿지 않는 15분")
    assert "0분" not in owner.last
    await sends(shop)
    assert await shop.assistant.runtime.read(drafted) == 0
    await shop.moves_on(hours=11)
    assert await shop.assistant.runtime.read(drafted) == 15
    await sends(shop)
    assert await shop.assistant.runtime.read(drafted) == 15
    assert (await parts(shop)).keys() == {"hand"}


async def test_who_is_held_back_can_be_drawn_again_from_the_seed(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await regulars(shop)
    await campaign(owner)

    def read(unit: Unit) -> tuple[int, list[tuple[int, str]]]:
        campaign = unit.session.exec(select(Campaign)).one()
        rows = unit.session.exec(select(CampaignPerson.customer_id, CampaignPerson.part)).all()
        return campaign.seed, list(rows)

    seed, rows = await shop.assistant.runtime.read(read)
    assert {who for who, part in rows if part == "held"} == held_back([who for who, _ in rows], seed)


async def test_without_a_problem_it_solves_nothing_is_sent(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop, 3)
    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    assert "보내기" not in owner.buttons
    await owner.taps("직접 쓰기")
    await owner.says("음")
    owner.sees("어떤 어려움을 풀어 드리는지")
    await owner.says("색이 빨리 빠지셨다면 이번엔 그냥 잡아 드려요")
    owner.sees("풀어 드리는 것: 색이 빨리 빠지셨다면")
    await sends(shop)
    assert got(chats) == set()


@pytest.mark.parametrize(
    ("language", "steps", "refused", "then", "seen"),
    [
        (
            "ko",
            ["한 달 넘게 안 온 단골한테 안부 보내줘", "직접 쓰기", "(광 고) 겨울 옷 얼룩이 남았을 때"],
            "광고 표시는 제가",
            "겨울 옷 얼룩이 남았을 때",
            "겨울 옷 얼룩이 남았을 때",
        ),
        (
            "en",
            ["message regulars who haven't come for a month", "In my own words", "[ad] stains left on winter coats"],
            "advertising label",
            "stains left on winter coats",
            "None of the regulars",  # they all read Korean
        ),
    ],
)
async def test_a_label_of_its_own_is_refused_and_the_words_are_asked_for_again(
    shop: ShopUnderTest, language: str, steps: list[str], refused: str, then: str, seen: str
) -> None:
    await regulars(shop, 3)
    owner = await shop.owner(language=language)
    await owner.says(steps[0])
    await owner.taps(steps[1])
    await owner.says(steps[2])
    owner.sees(refused)
    await owner.says(then)
    owner.sees(seen)


async def test_who_does_not_get_it_is_named_with_the_reason(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop, 3)
    refused, unasked = shop.person(3001, "거부"), shop.person(3002, "미동의")
    for chat in (refused, unasked):
        await chat.starts()
    await somebody(shop, "나거부", "010-7000-0001", chat=refused)
    await somebody(shop, "문미정", "010-7000-0002", chat=unasked)
    await somebody(shop, "허옛날", "016-700-0003")
    await refused.says("수신거부")
    await owner.says("한 달 넘게 안 온 단골한테 안부 보내줘")
    assert sees(
        owner.texts[-2],
        "3분과 까닭",
        "나거부",
        "광고를 받지 않겠다고",
        "문미정",
        "받겠다고 하지 않으셨어요",
        "허옛날",
        "닿을 길이 없어요",
    )
    assert got(chats) == set()


async def test_a_withdrawal_in_the_middle_and_a_stop(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop)
    await campaign(owner)
    await shop.moves_on(seconds=20)
    assert len(got(chats)) == 5
    drawn = (await parts(shop))["send"]
    leaving = next(chat for chat in chats if NAMES[chat.id - 2001] in drawn - got(chats))
    await leaving.says("광고 그만")
    await shop.moves_on(seconds=20)
    assert got(chats) == drawn - {NAMES[leaving.id - 2001]}
    await owner.says("못 보낸 메시지 있어?")
    owner.sees(NAMES[leaving.id - 2001], "광고를 받지 않겠다고 하셨어요")


async def test_it_stops_at_any_moment(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop)
    await campaign(owner)
    await shop.moves_on(seconds=20)
    await owner.says("캠페인 멈춰")
    owner.sees("5분은 이미", "3분께는 보내지 않아요")
    await sends(shop)
    assert len(got(chats)) == 5
    await owner.says("캠페인 멈춰")
    owner.sees("지금 보내는 캠페인이 없어요")


@pytest.mark.parametrize("by_word", [False, True])
async def test_what_was_stopped_is_taken_up_where_it_was(shop: ShopUnderTest, by_word: bool) -> None:
    owner, chats = await shop.owner(), await regulars(shop)
    await somebody(shop, "이영희", "010-2345-7777")

    def bought_lately(unit: Unit) -> None:
        cast.agrees(unit, next(one for one in unit.session.exec(select(Customer)) if one.name == "이영희"))

    await shop.assistant.runtime.write(bought_lately)
    await owner.says("캠페인 다시 시작해줘")
    owner.sees("멈춘 캠페인이 없어요")
    await campaign(owner)
    await shop.moves_on(seconds=20)
    await owner.says("캠페인 멈춰")
    owner.sees("5분은 이미", "3분께는 보내지 않아요")
    await owner.says("안 보낸 초안?")
    owner.sees("초안이 없어요")
    leaving = next(chat for chat in chats if not any("안부 드려요" in text for text in chat.texts))
    await leaving.says("광고 그만 보내세요")
    await shop.moves_on(hours=1)
    assert len(got(chats)) == 5
    if by_word:
        await owner.says("캠페인 다시 시작해줘")
    else:
        await owner.says("지난번 안부 효과 있었어?")
        await owner.taps("이어서 보내기")
    owner.sees("이어서 보내요", "3분께")
    await sends(shop)
    drawn = await parts(shop)
    assert got(chats) == drawn["send"] - {NAMES[leaving.id - 2001]}
    assert all(sum("안부 드려요" in text for text in chat.texts) <= 1 for chat in chats)
    await owner.says("안 보낸 초안?")
    owner.sees("이영희")


async def test_it_is_stopped_and_taken_up_in_english(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(language="en"), await regulars(shop)
    await owner.says("can you restart the campaign")
    owner.sees("No campaign was stopped")
    await owner.says("message regulars who haven't come for a month")
    await owner.taps("Last visit was off")
    await owner.taps("Send")
    await shop.moves_on(seconds=20)
    await owner.says("stop the campaign")
    await owner.taps("Go on")
    owner.sees("Going on. 3 people still get it")
    await sends(shop)
    assert len(got(chats)) == 8


async def test_the_result_tells_both_groups_the_range_and_who_left(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop)
    await campaign(owner)
    await sends(shop)
    drawn = await parts(shop)
    came = [*sorted(drawn["send"])[:3], *sorted(drawn["held"])[:1]]

    def write(unit: Unit) -> None:
        for person in unit.session.exec(select(Customer)).all():
            if person.name in came:
                cast.visit(unit, person, 0)

    leaving = next(chat for chat in chats if NAMES[chat.id - 2001] in drawn["send"] - set(came))
    await leaving.taps("수신거부")
    shop.clock.forward(timedelta(days=3))
    await shop.assistant.runtime.write(write)
    await owner.says("지난번 안부 효과 있었어?")
    owner.sees("11일 더 봐야")
    shop.clock.forward_to(shop.clock.now() + timedelta(days=12))
    await shop.tick()
    owner.sees("보낸 8분 중 3분", "안 보낸 4분 중 1분", "14일 안에", "+12%p", "우연일 수 있어요", "수신거부 1분")
    await shop.tick()
    assert sum("+12%p" in text for text in owner.texts) == 1
    await owner.taps("한 번 더")
    assert sees(owner.texts[-2], "지난번 뒤로 이분께 새로 알릴 일이 없어요")


async def test_a_run_that_was_cut_goes_on_without_a_double(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database) as first:
        owner, chats = await first.owner(), await regulars(first)
        await campaign(owner)
        await first.moves_on(seconds=20)
    async with open_shop(sqlite_database, clock=first.clock, telegram=first.telegram) as second:
        await sends(second)

        def read(unit: Unit) -> list[str]:
            rows = select(OutboxRow.state).where(OutboxRow.kind == "campaign")
            return list(unit.session.exec(rows).all())

        assert await second.assistant.runtime.read(read) == ["sent"] * 8
        assert sum("안부 드려요" in text for chat in chats for text in chat.texts) == 8


async def test_at_night_it_waits_for_the_morning(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop, 3)
    shop.clock.forward(timedelta(hours=12))
    await campaign(owner)
    await sends(shop)
    assert got(chats) == set()
    await shop.moves_on(hours=11)
    await sends(shop)
    assert len(got(chats)) == 2


async def test_nobody_but_the_owner_sends_one_and_it_never_goes_to_everybody(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop, 3)
    await owner.says("모든 손님한테 안부 보내줘")
    owner.sees("모두에게 한꺼번에 보내지는 않아요")
    await chats[0].says("한 달 넘게 안 온 단골한테 안부 보내줘")
    assert not any("어려움을 풀어" in text for text in chats[0].texts)


async def test_a_campaign_is_sent_in_english(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(language="en"), await regulars(shop)
    await owner.says("message regulars who haven't come for a month")
    owner.sees("12", "Which problem of theirs does it solve?")
    await owner.taps("Last visit was off")
    owner.sees("4 are drawn by lot", "8 are")
    await owner.taps("Send")
    owner.sees("8 people", "4 are held back")
    await sends(shop)
    assert got(chats) == (await parts(shop))["send"]
    await owner.says("did the last campaign work?")
    owner.sees("0 of 8 messaged and 0 of 4 held back")
    await owner.says("stop the campaign")
    owner.sees("No campaign is going out")


async def test_both_sides_can_ask_why(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(), await regulars(shop)
    await campaign(owner)
    await sends(shop)
    one = next(chat for chat in chats if NAMES[chat.id - 2001] in got(chats))
    name = NAMES[one.id - 2001]
    await one.says("이거 왜 보냈어요?")
    one.sees(
        "광고예요. 평소 10일마다 오셨는데 10/12(월) 뒤로 안 오셔서",
        "11/21(토)에 보내기로",
        "11/21(토)에 광고 수신에 동의",
    )
    await one.taps("이 알림 끄기")
    await one.taps("수신거부")
    await owner.says(f"{name}님께 뭐 보냈어?")
    owner.sees("안부 캠페인", "에 보냄", "에 답하심", "정한 사람: 사장님")
    await owner.says(f"{name}님 찾아줘")
    await owner.taps("보낸 것")
    owner.sees("모두 1건")


async def test_both_sides_can_ask_why_in_english(shop: ShopUnderTest) -> None:
    owner, chats = await shop.owner(language="en"), await regulars(shop, 3)
    await owner.says("message regulars who haven't come for a month")
    await owner.taps("Something of ours")
    await owner.taps("Send")
    await sends(shop)
    one = next(chat for chat in chats if NAMES[chat.id - 2001] in got(chats))
    await one.says("why did I get this message?")
    one.sees("This is an ad.", "every 10 days", "the owner decided to write to you", "You agreed to ads on")
    await owner.says(str(6000 + one.id - 2001))
    await owner.taps("What was sent")
    owner.sees("campaign", "sent", "Decided by the owner.")
