"""Sentences that no rule reads: compared with the examples, and never done on a mere likeness."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.understanding import customer, guesses, owner
from bot.understanding.asks.closed_list import OwnerAsk
from bot.understanding.learning import SIDES, digest, examples
from bot.understanding.likeness import NOTHING, learned, likest
from bot.understanding.normalise import tidy
from bot.understanding.understood import Confidence
from tests.understanding import shop
from tests.understanding.shop import NOW, lexicon


@pytest.mark.parametrize("side", SIDES)
def test_what_is_known_was_learned_from_the_examples_as_they_stand(side: str) -> None:
    assert learned(side).examples == digest(side), "run `make learn`"
    assert set(learned(side).kinds) == {kind for kind, _ in examples(side)}


@pytest.mark.parametrize("side", SIDES)
def test_no_sentence_is_an_example_of_two_kinds(side: str) -> None:
    meant: dict[str, str] = {}
    twice = [line for kind, line in examples(side) if meant.setdefault(line, kind) != kind]
    assert twice == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("코빼기도 안 비추는 분들 쭉 읊어봐라", "lapsed"),
        ("박민수씨 물건 손질 끝났으니 찾아가시면 됩니다", "order_ready"),
        ("윤서아 고객님 바지 방금 들고 나가셨네", "hand_over"),
        ("which folks have we not laid eyes on for ages", "lapsed"),
        ("Emily Carter has been and taken her coat home", "hand_over"),
        ("how much cash has come through the door since monday", "sales"),
    ],
)
def test_other_words_for_the_same_thing_are_understood(said: str, kind: str) -> None:
    ask = shop.owner(said).ask
    assert ask is not None and ask.kind == kind


@pytest.mark.parametrize(
    "said", ["너는 취미가 뭐니", "집에 우유가 떨어졌네", "who won the match last night", "i need a new car"]
)
def test_talk_that_is_not_for_the_shop_shows_and_does_nothing(said: str) -> None:
    for understood in (shop.owner(said), shop.customer(said)):
        assert understood.ask is None or understood.confidence is Confidence.DOUBTFUL


def test_what_is_like_plain_talk_is_not_written_down_unasked() -> None:
    understood = shop.owner("금요일부터 일요일까지 동해안 날씨 좀 말해 줘")
    assert understood.ask is None or understood.confidence is Confidence.DOUBTFUL
    assert shop.owner("금요일에 세제 주문하라고 말해 줘").confidence is Confidence.SURE


@pytest.mark.parametrize("thing", ["바지", "재킷", "jacket"])
def test_a_thing_alone_is_no_deed_of_the_owner(thing: str) -> None:
    understood = shop.owner(thing)
    assert understood.ask is None or understood.confidence is Confidence.DOUBTFUL


def test_a_deed_for_somebody_whom_the_shop_does_not_know_is_no_guess() -> None:
    said = "스티븐호킹 물건 손질 끝났으니 찾아가시면 됩니다"
    found = _guess(said)
    assert found is None or not found.sure


@pytest.mark.parametrize(
    "said", ["수연씨 옷 찾아갔나", "has James paid his tab", "김수연 예약 취소하지 마", "don't cancel Emily's booking"]
)
def test_what_is_asked_or_denied_is_not_done(said: str) -> None:
    understood = shop.owner(said)
    assert understood.ask is None or understood.ask.kind not in ("hand_over", "paid_tab", "cancel_appointment")


@pytest.mark.parametrize("said", ["", "?", "ㅋ" * 300])
@pytest.mark.parametrize(("side", "read"), [("owner", owner.pieces), ("customer", customer.pieces)])
def test_what_says_nothing_is_like_nothing(side: str, read: Callable[..., Any], said: str) -> None:
    assert likest(side, *read(tidy(said), NOW, lexicon())).kind == NOTHING


@pytest.mark.parametrize("said", ["", "?", "ㅋ" * 300, "예약 " * 200])
def test_an_empty_sentence_and_a_page_of_text_are_no_guess(said: str) -> None:
    assert _guess(said) is None


def _guess(said: str) -> guesses.Guess[OwnerAsk] | None:
    return guesses.weigh(tidy(said), owner.cut_up(tidy(said), NOW, lexicon()), NOW, lexicon()).guess
