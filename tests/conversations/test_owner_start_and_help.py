"""The first words with the owner, what can be said, what was not sent, and leaving."""

import pytest

from bot.actions.unit import Unit
from tests import cast, sample
from tests.chat import ShopUnderTest


@pytest.mark.parametrize(
    ("language", "seen", "keys"),
    [
        ("ko", ["사장님", "맑은세탁", "32분", "28분"], ["맡기기", "다 됨", "찾기", "오늘"]),
        ("en", ["맑은세탁", "32 customers", "28"], ["Drop-off", "Ready", "Find", "Today"]),
    ],
)
async def test_the_owner_is_met_with_the_figures_and_four_keys(
    shop: ShopUnderTest, language: str, seen: list[str], keys: list[str]
) -> None:
    await shop.assistant.runtime.write(sample.fill)

    owner = await shop.owner(language=language)

    owner.sees(*seen)
    assert owner.person.keyboard() == keys


@pytest.mark.parametrize(
    ("language", "word", "seen"), [("ko", "도와줘", "김수연 다 됐어요"), ("en", "help", "is ready")]
)
async def test_help_shows_what_can_be_said(shop: ShopUnderTest, language: str, word: str, seen: str) -> None:
    owner = await shop.owner(language=language)

    await owner.says(word)

    owner.sees(seen, "6781")


async def test_what_was_not_sent_is_told_with_its_reason(shop: ShopUnderTest) -> None:
    def due(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", "010-2345-6781")
        cast.linked(unit, person, 501)
        cast.visit(unit, person, 0)

    await shop.assistant.runtime.write(due)
    owner = await shop.owner()
    await owner.says("못 보낸 메시지 있어?")
    owner.sees("없어요")

    await shop.moves_on(days=1)  # The machine slept through the evening.
    await owner.says("못 보낸 메시지 있어?")

    owner.sees("1건", "김수연", "오늘 내역", "때가 지나서")


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("그만", "하고 있던 일이 없어요"),
        ("되돌려줘", "되돌릴 것이 없어요"),
        ("ㅋㅋㅋ 오늘 날씨 좋네", "잘 못 알아들었어요"),
    ],
)
async def test_nothing_to_do_is_said_so(shop: ShopUnderTest, sentence: str, answer: str) -> None:
    owner = await shop.owner()

    await owner.says(sentence)

    owner.sees(answer)


async def test_the_word_for_help_is_answered_with_what_those_who_work_here_can_say(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    await owner.says("도움말")

    owner.sees("김수연 와이셔츠 3장 7500", "되돌려줘")
    assert "내 정보" not in owner.last
