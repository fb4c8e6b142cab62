"""Drafts for people whom the bot does not reach: copied, sent by the owner's own hand, and counted like the others."""

import pytest

from bot.actions.unit import Unit
from bot.domain.outgoing import Kind
from storage import erasing, told
from storage.models import Customer, OutboxRow
from tests import cast
from tests.chat import Chat, ShopUnderTest

LATE = (70, 60, 50)


async def known(shop: ShopUnderTest, *, consent: bool | None = None, language: str | None = None) -> int:
    """박서준, who used to come every ten days and is fifty days away; without Telegram."""

    def write(unit: Unit) -> int:
        person = cast.customer(unit, "박서준", "010-8161-6464")
        person.language = language
        for days in (80, *LATE):
            cast.visit(unit, person, days)
        if consent is not None:
            cast.agrees(unit, person, given=consent)
        return person.id or 0

    return await shop.assistant.runtime.write(write)


def copied(chat: Chat) -> list[str]:
    """What the copy buttons of the newest message hold, the number left out."""
    keyboard = chat.person.last().get("reply_markup", {}).get("inline_keyboard", [])
    texts = [button["copy_text"]["text"] for row in keyboard for button in row if "copy_text" in button]
    return [text for text in texts if any(sign.isalpha() for sign in text)]


async def messages_to(shop: ShopUnderTest, person: int) -> list[OutboxRow]:
    return await shop.assistant.runtime.read(lambda unit: told.unasked(unit.session, person, 10))


@pytest.mark.parametrize(
    ("language", "sentence", "sent", "noted", "undo"),
    [
        ("ko", "박서준님께 월요일에는 쉰다고 보내줘", "보냈어요", "보낸 것으로", "되돌리기"),
        ("en", "send Seojun a message that we are closed on Monday", "I sent it", "Noted as sent", "Undo"),
    ],
)
async def test_own_words_are_copied_marked_and_counted(
    shop: ShopUnderTest, language: str, sentence: str, sent: str, noted: str, undo: str
) -> None:
    person = await known(shop)
    owner = await shop.owner(language=language)

    await owner.says(sentence)
    assert len(copied(owner)) == 1 and "박서준" in copied(owner)[0] and "맑은세탁" in copied(owner)[0]
    assert await messages_to(shop, person) == []

    await owner.taps(sent)
    owner.sees("박서준", noted)
    (row,) = await messages_to(shop, person)
    assert row.kind == Kind.PERSONAL and row.reason == "by_hand"

    await owner.taps(undo)
    assert await messages_to(shop, person) == []


@pytest.mark.parametrize(
    ("language", "sentence", "label", "refusal"),
    [("ko", "박서준 초안", "(광고)", "거부"), ("en", "draft for Seojun", "(광고) (Ad)", "stop")],
)
async def test_a_word_to_somebody_late_is_labelled_and_goes_out_once_for_one_absence(
    shop: ShopUnderTest, language: str, sentence: str, label: str, refusal: str
) -> None:
    person = await known(shop, consent=True, language=language)
    owner = await shop.owner(language=language)

    await owner.says(sentence)
    (text,) = copied(owner)
    assert text.startswith(f"{label} 맑은세탁 02-123-4567\n") and refusal in text.splitlines()[-1]

    await owner.taps("보냈어요" if language == "ko" else "I sent it")
    assert [(row.kind, row.advertising) for row in await messages_to(shop, person)] == [(Kind.ADVERTISING, True)]
    await owner.says(sentence)
    owner.sees("이미" if language == "ko" else "already")


async def test_the_draft_is_in_the_customers_language_whatever_the_owner_reads(shop: ShopUnderTest) -> None:
    await known(shop, consent=True, language="en")
    owner = await shop.owner()

    await owner.says("박서준 안부 초안 써줘")

    assert copied(owner)[0].startswith("(광고) (Ad) ")
    owner.sees("카카오톡", "(Ad)")


async def test_the_late_list_offers_a_draft_and_without_a_yes_only_what_the_law_allows(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("요즘 안 오신 손님 누구예요?")
    await owner.taps("박서준님 초안")
    owner.sees("동의하신 적이 없어서", "50조")

    await owner.taps("여섯 달 안이면 쓰기")
    await owner.says("1번 초안")
    assert copied(owner)[0].startswith("(광고) ")


async def test_whoever_refused_gets_no_draft_even_within_six_months(shop: ShopUnderTest) -> None:
    await known(shop, consent=False)
    owner = await shop.owner()
    await owner.says("박서준 초안")

    owner.sees("받지 않겠다고")
    assert "여섯 달 안이면 쓰기" not in owner.buttons
    assert copied(owner) == []


async def test_no_advertising_is_drafted_at_night(shop: ShopUnderTest) -> None:
    await known(shop, consent=True)
    owner = await shop.owner()
    await shop.moves_on(hours=12)

    await owner.says("박서준 초안")

    owner.sees("8:05")
    assert copied(owner) == []


@pytest.mark.parametrize("sentence", ["안 보낸 초안 있어?", "unsent drafts"])
async def test_drafts_that_wait_are_listed_until_they_are_sent_or_put_away(shop: ShopUnderTest, sentence: str) -> None:
    await known(shop, consent=True)
    owner = await shop.owner()
    await owner.says("박서준 초안")

    await owner.says(sentence)
    owner.sees("1", "박서준")
    await owner.taps("1")
    assert len(copied(owner)) == 1
    korean = sentence.startswith("안")
    await owner.taps("안 보낼게요" if korean else "Not sending it")
    await owner.says(sentence)

    owner.sees("없어요" if korean else "No draft")


async def test_a_draft_goes_with_the_person_who_is_forgotten(shop: ShopUnderTest) -> None:
    person = await known(shop, consent=True)
    owner = await shop.owner()
    await owner.says("박서준 초안")
    await owner.taps("보냈어요")

    def forget(unit: Unit) -> int:
        return erasing.erase(unit.session, unit.vault, unit.session.get_one(Customer, person), unit.now)

    assert await shop.assistant.runtime.write(forget) == 4
    assert await messages_to(shop, person) == []


@pytest.mark.parametrize(
    ("language", "ready", "sent", "noted"),
    [("ko", "박서준 다 됐어요", "보냈어요", "보낸 것으로"), ("en", "Seojun's is ready", "I sent it", "Noted as sent")],
)
async def test_that_things_are_ready_is_told_by_hand_and_counted(
    shop: ShopUnderTest, language: str, ready: str, sent: str, noted: str
) -> None:
    person = await known(shop)
    owner = await shop.owner(language=language)
    await owner.says("박서준 코트 1벌 15000")
    await owner.says(ready)
    assert len(copied(owner)) == 1

    await owner.taps(sent)
    owner.sees("박서준", noted)
    (row,) = await messages_to(shop, person)
    assert row.kind == Kind.ORDER_NOTICE and row.dedupe_key.startswith("ready:")
