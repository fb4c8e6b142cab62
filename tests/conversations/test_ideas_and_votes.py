"""Customers propose and vote, nobody sees who; the owner decides, and whoever voted hears it once with the reason."""

import pytest

from tests.chat import Chat, ShopUnderTest


async def regular(shop: ShopUnderTest, number: int, *, language: str = "ko") -> Chat:
    return await shop.customer(500 + number, f"손님{number}", phone=f"+8210234567{number:02}", language=language)


@pytest.mark.parametrize(
    ("language", "sentences", "joined", "third", "no", "reason", "told"),
    [
        (
            "ko",
            ["일요일에도 열어 주세요", "일요일도 영업해 주시면 좋겠어요", "일요일에 문 열면 좋겠어요"],
            "표를 더했어요",
            "3번째 표",
            "안 할게요",
            "혼자 일해서 하루는 쉬어야 해요",
            "하지 않기로",
        ),
        (
            "en",
            ["please open on Sundays", "it would be great if you opened on Sundays", "could you open on Sunday please"],
            "Added to the same idea",
            "as vote 3",
            "We won't",
            "I work alone and need one day off",
            "decided not to",
        ),
    ],
)
async def test_votes_join_and_the_decision_is_told_once_with_its_reason(
    shop: ShopUnderTest,
    language: str,
    sentences: list[str],
    joined: str,
    third: str,
    no: str,
    reason: str,
    told: str,
) -> None:
    owner = await shop.owner(language=language)
    voters = [await regular(shop, number, language=language) for number in range(3)]
    stranger = await regular(shop, 9, language=language)
    await voters[0].says(sentences[0])
    voters[0].sees(sentences[0], "12/5" if language == "ko" else "5 Dec")
    await voters[1].says(sentences[1])
    voters[1].sees(joined)
    assert "2" not in voters[1].last.replace("12/5", "").split("“")[0]
    await voters[2].says(sentences[2])
    voters[2].sees(third)
    owner.sees(sentences[0], "3")
    owner.sees_nothing_of("손님0", "손님1", "손님2")

    await owner.taps(no)
    await owner.says(reason)
    for voter in voters:
        voter.sees(told, reason)
        assert sum(reason in text for text in voter.texts) == 1
    stranger.sees_nothing_of(reason)

    await stranger.says(sentences[0])
    stranger.sees(told if language == "ko" else "decided not to", reason)


async def test_a_vote_is_one_and_can_be_taken_back(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    minji = await regular(shop, 1)
    await minji.says("문 앞에 우산꽂이 있으면 좋겠어요")
    await minji.says("우산꽂이가 있으면 좋겠네요")
    minji.sees("이미 표를 주신")

    await minji.taps("내 표 취소")
    minji.sees("거두었어요")
    await owner.says("손님 의견 뭐 있어?")

    owner.sees("없어요")


async def test_what_joined_the_wrong_idea_is_made_one_of_its_own(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    one, other = await regular(shop, 1), await regular(shop, 2)
    await one.says("일요일에도 열어 주세요")
    await other.says("일요일에 일찍 열어 주세요")
    other.sees("같은 의견")

    await other.taps("다른 의견이에요")
    other.sees("의견으로 적어 두었어요", "일찍")
    await owner.says("손님 의견 뭐 있어?")

    owner.sees("2가지", "일요일에도 열어", "일찍")


async def test_an_answer_that_is_due_is_brought_up_and_a_no_needs_its_reason(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    minji = await regular(shop, 1)
    await minji.says("카카오페이 되면 좋겠어요")

    await shop.moves_on(days=12)
    await shop.moves_on(days=1)
    owner.sees("카카오페이", "1표")
    await owner.taps("할게요")
    owner.sees("언제부터")
    await owner.says("다음 달부터 돼요")

    minji.sees("하기로 했어요", "다음 달부터 돼요")
    owner.sees("1분께 알려요")
