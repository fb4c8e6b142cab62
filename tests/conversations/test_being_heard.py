"""What a customer says becomes a case that a person answers; nothing is lost, and silence is brought up again."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.models import Case
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"


async def test_a_word_that_may_be_of_either_sort_is_asked_about_once(shop: ShopUnderTest) -> None:
    emily = await shop.customer(1002, "Emily", phone="010-2345-6783", language="en")

    await emily.says("The zip on my boots broke while you had them")

    emily.sees_nothing_of("Which of these", "2. a word to the shop")


async def suyeon(shop: ShopUnderTest, language: str = "ko") -> Chat:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        person.language = language
        cast.visit(unit, person, 10, ("바지", 1, 5_000))

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


async def replies(chat: Chat, text: str, to: str) -> None:
    message = next(one for one in reversed(chat.person.sees()) if to in one.get("text", ""))
    await chat.does(lambda: chat.person.says(text, reply_to=message["message_id"]))


async def the_case(shop: ShopUnderTest) -> Case:
    return await shop.database.read(lambda session: session.exec(select(Case)).one())


@pytest.mark.parametrize(
    ("language", "sentence", "told", "notice"),
    [
        (
            "ko",
            "바지가 줄었어요",
            ["죄송해요", "11/11(수)의 바지", "사장님이 11/21(토) 20시까지", "접수 1번"],
            ["불편", "김수연님(6781)", "바지가 줄었어요"],
        ),
        ("ko", "다음엔 풀 먹이지 말아주세요", ["전했어요", "접수 1번"], ["부탁", "풀 먹이지"]),
        ("ko", "사장님께 꼭 전해 주세요 지난번 기장이 짧았다고요", ["전했어요"], ["물음", "기장이 짧았다고요"]),
        (
            "en",
            "my trousers shrank",
            ["sorry", "a personal answer from the owner by Sat 21 Nov 8 pm", "case 1"],
            ["my trousers shrank"],
        ),
        ("en", "please tell the owner that my coat smells", ["Passed on"], ["my coat smells"]),
    ],
)
async def test_it_gets_a_number_a_person_and_a_time(
    shop: ShopUnderTest, language: str, sentence: str, told: list[str], notice: list[str]
) -> None:
    owner = await shop.owner()
    chat = await suyeon(shop, language)

    await chat.says(sentence)

    chat.sees(*told)
    owner.sees(*notice, "접수 1번", "답장하시면")


async def test_the_owner_answers_by_replying_and_the_case_ends_when_it_is_settled(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("바지가 줄었어요")

    await replies(owner, "죄송합니다. 새로 해 드릴게요. 내일 와 주세요", to="접수 1번")

    owner.sees("김수연님께 보냈어요")
    chat.sees("사장님 답이에요(접수 1번)", "새로 해 드릴게요")
    await chat.taps("아직이에요")
    chat.sees("이어서 전했어요")
    owner.sees("(이어서)", "바지가 줄었어요")
    await owner.taps("답하기")
    await owner.says("오늘 바로 봐 드릴게요")
    chat.sees("오늘 바로 봐 드릴게요")
    await replies(chat, "네 오후에 갈게요", to="오늘 바로")
    owner.sees("네 오후에 갈게요")
    await replies(owner, "기다릴게요", to="네 오후에")
    await chat.taps("해결됐어요")

    chat.sees("다행이에요")
    owner.sees("해결됐다고")
    case = await the_case(shop)
    assert (case.state, case.closed_by) == ("closed", "customer")


async def test_what_it_came_from_is_kept_and_the_change_is_told(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("바지가 줄었어요")
    await replies(owner, "죄송합니다", to="접수 1번")
    await owner.taps("마무리")
    owner.sees("무엇 때문이었나요")

    await owner.says("건조기 온도가 높았음")
    owner.sees("어떻게 해 드렸나요")
    await owner.taps("건너뛰기")
    await owner.says("바지는 자연 건조하기로 했어요")

    owner.sees("알려 드렸어요")
    chat.sees("말씀 덕분에", "자연 건조")
    case = await the_case(shop)
    assert (case.cause, case.remedy, case.changed) == ("건조기 온도가 높았음", None, "바지는 자연 건조하기로 했어요")


async def test_nothing_is_closed_before_the_customer_was_told(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("바지가 줄었어요")

    await owner.taps("마무리")

    owner.sees("마칠 수 없어요")
    assert (await the_case(shop)).state == "open"
    await chat.does(chat.person.blocks)
    await replies(owner, "죄송합니다", to="불편")
    await owner.taps("마무리")
    owner.sees("마칠 수 없어요")


async def test_silence_is_brought_up_again_and_the_customer_hears_so(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("바지가 줄었어요")

    await shop.wakes_at(datetime(2026, 11, 21, 10, 59, tzinfo=UTC))
    assert "지났어요" not in owner.last
    await shop.wakes_at(datetime(2026, 11, 21, 11, 0, tzinfo=UTC))
    await shop.tick()

    owner.sees("시간이 지났어요(1번째)", "바지가 줄었어요")
    chat.sees("답이 늦어 죄송해요", "11/22(일) 12시까지")
    assert sum("늦어" in text for text in chat.texts) == 1
    await replies(owner, "이제 봤어요, 죄송합니다", to="지났어요")
    chat.sees("이제 봤어요")
    await shop.wakes_at(datetime(2026, 11, 22, 3, 0, tzinfo=UTC))
    assert sum("늦어" in text for text in chat.texts) == 1


async def owner_of_things(shop: ShopUnderTest, language: str) -> Chat:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        person.language = language
        cast.visit(unit, person, 3, ("와이셔츠", 2, 5_000))
        cast.visit(unit, person, 10, ("남색 바지", 1, 5_000), ("재킷", 1, 9_000))
        cast.visit(unit, cast.customer(unit, "박민수"), 1, ("코트", 1, 12_000))

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


@pytest.mark.parametrize(
    ("language", "sentence", "asked", "buttons", "told", "owner_told"),
    [
        (
            "ko",
            "바지가 줄었어요",
            "11/11(수)의 남색 바지 말씀이지요?",
            ["맞아요", "다른 옷", "사진 보내기"],
            "11/11(수)의 남색 바지 말씀으로 전했어요",
            "11/11(수)의 남색 바지라고",
        ),
        (
            "en",
            "my shirt is still stained",
            "the 와이셔츠 of Wed 18 Nov, right?",
            ["Yes", "Another item", "Send a photo"],
            "the 와이셔츠 of Wed 18 Nov",
            "11/18(수)의 와이셔츠",
        ),
    ],
)
async def test_the_likeliest_thing_is_named_and_one_tap_says_so(
    shop: ShopUnderTest, language: str, sentence: str, asked: str, buttons: list[str], told: str, owner_told: str
) -> None:
    owner, chat = await shop.owner(), await owner_of_things(shop, language)

    await chat.says(sentence)

    chat.sees(asked)
    assert chat.buttons == buttons
    assert len(chat.last) <= 250
    await chat.taps(buttons[0])
    chat.sees(told)
    owner.sees("접수 1번", owner_told)


async def test_another_thing_is_picked_from_ones_own(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await owner_of_things(shop, "ko")
    await chat.says("바지가 줄었어요")

    await chat.taps("다른 옷")
    assert chat.buttons == ["11/18(수) 와이셔츠", "11/11(수) 재킷", "이 중에 없어요"]
    await chat.taps("11/11(수) 재킷")
    chat.sees("11/11(수)의 재킷 말씀으로")
    owner.sees("11/11(수)의 재킷이라고")

    await chat.says("셔츠에 얼룩이 남았어요")
    await chat.taps("다른 옷")
    await chat.taps("이 중에 없어요")
    owner.sees("어느 것인지 여쭤봐")
    await chat.taps("거두기")
    owner.sees("거두셨어요")
    chat.sees_nothing_of("코트", "박민수")


@pytest.mark.parametrize(
    ("language", "sentence", "button", "seen"),
    [
        ("ko", "오늘 저녁 반찬 뭐 하지...", "사장님께 전하기", "접수 1번"),
        ("en", "what shall I cook tonight", "Pass on to owner", "case 1"),
    ],
)
async def test_what_nobody_understands_goes_to_the_owner_by_one_tap(
    shop: ShopUnderTest, language: str, sentence: str, button: str, seen: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)

    await chat.says(sentence)
    assert "접수" not in owner.last
    await chat.taps(button)

    chat.sees(seen)
    owner.sees("물음", sentence)


async def test_somebody_who_wants_a_person_is_asked_for_the_words(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("사장님이랑 얘기하고 싶어요")
    chat.sees("무엇을 전할까요?")

    await chat.says("내 옷 언제 돼요? 급해서요")

    chat.sees("접수 1번")
    owner.sees("내 옷 언제 돼요? 급해서요")


async def test_it_can_be_taken_back_until_it_is_answered(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("바지가 줄었어요")
    await chat.taps("맞아요")
    await chat.taps("거두기")
    owner.sees("거두셨어요")
    await chat.says("바지가 줄었어요")
    await chat.taps("맞아요")
    await replies(owner, "죄송합니다", to="접수 2번")

    await chat.taps("거두기")

    chat.sees("거둘 수 없어요")


async def test_who_waits_is_listed_with_the_time(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await owner.says("답을 기다리는 손님 있어?")
    owner.sees("없어요")
    await chat.says("바지가 줄었어요")

    await owner.says("답을 기다리는 손님 있어?")

    owner.sees("1분", "1번 김수연님", "바지가 줄었어요", "20시까지")


@pytest.mark.parametrize(
    ("language", "complaint", "card", "states", "settled"),
    [
        ("ko", "바지가 줄었어요", "김수연 카드", ["(답 기다리심)", "(답해 드림)", "(마침)"], "해결됐어요"),
        (
            "en",
            "my trousers shrank",
            "김수연 card",
            ["(waiting for an answer)", "(answered)", "(closed)"],
            "It's settled",
        ),
    ],
)
async def test_the_card_says_how_far_a_complaint_is(
    shop: ShopUnderTest, language: str, complaint: str, card: str, states: list[str], settled: str
) -> None:
    owner, chat = await shop.owner(language=language), await suyeon(shop, language)
    await chat.says(complaint)
    await owner.says(card)
    owner.sees(states[0])
    await replies(owner, *(("죄송합니다", "접수 1번") if language == "ko" else ("We are sorry", "Case 1")))
    await owner.says(card)
    owner.sees(states[1])
    await chat.taps(settled)
    await owner.says(card)
    owner.sees(states[2])


@pytest.mark.parametrize(
    ("language", "asked", "complaint", "nobody", "waits", "answered"),
    [
        (
            "ko",
            "제가 보낸 문의 어떻게 됐어요?",
            "바지가 줄었어요",
            "사장님이 직접 읽고",
            ["접수 1번 “바지가 줄었어요”", "11/21(토) 20시까지"],
            "11/21(토)에 답해 드렸어요",
        ),
        (
            "en",
            "what happened to my complaint?",
            "my trousers shrank",
            "answered in person",
            ["case 1 “my trousers shrank”", "by Sat 21 Nov 8 pm"],
            "answered Sat 21 Nov",
        ),
    ],
)
async def test_what_was_said_can_be_asked_after(
    shop: ShopUnderTest, language: str, asked: str, complaint: str, nobody: str, waits: list[str], answered: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    await chat.says(asked)
    chat.sees(nobody)
    await chat.says(complaint)
    await chat.says(asked)
    chat.sees(*waits)

    await replies(owner, "죄송합니다", to="접수 1번")
    await chat.says(asked)
    chat.sees(answered)

    await chat.taps("해결됐어요" if language == "ko" else "It's settled")
    await chat.says(asked)
    chat.sees(nobody)


async def test_thanks_get_thanks_and_no_case(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    for sentence in ("고마워요", "thank you for your help"):
        await chat.says(sentence)
        assert "고맙습니다" in chat.last or "Thank you" in chat.last
    with shop.database.reading() as session:
        assert session.exec(select(Case)).all() == []


async def test_another_customer_and_a_stranger_touch_nobodys_case(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("바지가 줄었어요")
    entry = (await the_case(shop)).public_id
    minji = await shop.customer(502, "민지", phone="+821011112222")
    stranger = shop.person(503, "아무개")
    await stranger.starts()
    await stranger.says("바지가 줄었어요")
    stranger.sees("내 번호로 확인")

    for person in (minji, stranger):
        for verb in ("case-ok", "case-not-yet", "case-withdraw", "case-none", "case-answer", "case-close"):
            await person.taps_data(f"1:{verb}:{entry}")

    minji.sees_nothing_of("바지", "김수연")
    stranger.sees_nothing_of("김수연")
    case = await the_case(shop)
    assert (case.state, case.answered_at) == ("open", None)
    owner.sees("바지가 줄었어요")


@pytest.mark.parametrize(
    ("language", "complaint", "answer", "seen", "told"),
    [
        ("ko", "바지가 줄었어요", "네", "11/11(수)의 바지", "김수연님이 11/11(수)의 바지라고"),
        ("ko", "바지가 줄었어요", "아니요", "어느", ""),
        ("en", "my trousers shrank", "yes", "Wed 11 Nov", "11/11(수)의 바지라고"),
    ],
)
async def test_whether_it_is_the_right_thing_is_said_in_a_word(
    shop: ShopUnderTest, language: str, complaint: str, answer: str, seen: str, told: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    await chat.says(complaint)

    answers = await chat.says(answer)

    assert len(answers) == 1 and seen in answers[0]
    owner.sees(told)


@pytest.mark.parametrize(
    ("language", "begins", "seen"), [("ko", "바지가 줄었어요 ", "3,500자까지"), ("en", "my trousers shrank ", "3,500")]
)
async def test_what_is_too_long_for_one_message_is_asked_for_in_parts_and_nothing_is_cut(
    shop: ShopUnderTest, language: str, begins: str, seen: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    before = len(owner.texts)

    await chat.says(begins + "ㅠ" * 3_600)
    chat.sees(seen)
    assert len(owner.texts) == before

    for number in range(4):
        await chat.says(f"{begins}{number}" + "ㅠ" * 3_400)
        assert f"{number}{'ㅠ' * 3_400}" in owner.last
    await replies(owner, "죄송합니다" + "ㅠ" * 3_400, to="접수 1번")
    chat.sees("죄송합니다" + "ㅠ" * 3_400)
    await owner.says("답을 기다리는 손님 있어?")
    owner.sees("3분", "2번 김수연님", "…")
