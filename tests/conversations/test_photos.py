"""Photos: of things left at the shop, and with what a customer says; kept, shown again, erased with the person."""

import json
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from bot.playground.faults import Fault, FaultKind
from storage import photos
from storage.models import Case, JournalEntry, Photo
from tests import cast
from tests.chat import Chat, ShopUnderTest
from tests.playground.test_files import jpeg, png

NUMBER = "+821023456781"
FRIDAY_SIX = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


async def suyeon(shop: ShopUnderTest, language: str = "ko", name: str = "김수연") -> Chat:
    """Somebody with an old visit and a coat at the shop; 이영희 is known too."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, name, NUMBER)
        person.language = language
        cast.visit(unit, person, 10, ("바지", 1, 5_000))
        cast.order(unit, person, ("코트", 1, 12_000), promised_at=FRIDAY_SIX)
        cast.customer(unit, "이영희", "+821011112222")

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


async def sends(chat: Chat, data: bytes, caption: str = "") -> list[str]:
    return await chat.does(lambda: chat.person.sends_photo(data, caption))


def pictures(chat: Chat) -> list[bytes]:
    """The pictures that the assistant has shown in this chat."""
    bot = [message for message in chat.person.sees() if message["from"]["is_bot"]]
    return [chat.person.downloads(message) for message in bot if "photo" in message]


def kept(shop: ShopUnderTest) -> list[Photo]:
    with shop.database.reading() as session:
        return list(session.exec(select(Photo)))


@pytest.mark.parametrize(
    ("language", "caption", "read_back", "ask"),
    [
        (
            "ko",
            "김수연 코트 소매 얼룩",
            ["김수연님(6781)", "사진 1장", "11/21(토) 코트", "맡아 둔 것"],
            "김수연 사진 보여줘",
        ),
        (
            "en",
            "Emily Carter coat, stain on the sleeve",
            ["photo", "Emily Carter (6781)", "here now"],
            "show me Emily Carter's photos",
        ),
    ],
)
async def test_a_captioned_photo_is_kept_with_what_was_left_and_shown_again(
    shop: ShopUnderTest, language: str, caption: str, read_back: list[str], ask: str
) -> None:
    owner = await shop.owner(language=language)
    await suyeon(shop, language, "김수연" if language == "ko" else "Emily Carter")
    picture = png(40, 20)

    await sends(owner, picture, caption)
    owner.sees(*read_back)
    assert picture not in (photo.sealed_data for photo in kept(shop))

    await owner.says(ask)
    assert pictures(owner) == [picture]
    owner.sees("코트", caption)


@pytest.mark.parametrize(
    ("language", "left", "captions", "seen"),
    [
        ("ko", "김수연 바지 1벌 택 127 금요일까지", ("127", "127번 단추 떨어짐", "택 127 얼룩"), "바지 (맡아 둔 것)"),
        ("en", "Emily Carter 1 trousers tag 127", ("#127", "127 button missing", "tag no 127"), "바지 (here now)"),
        ("en", "Emily Carter 1 trousers", ("Emily trousers hem", "Emily's pants"), "바지 (here now)"),
    ],
)
async def test_a_tag_or_a_thing_in_the_caption_finds_what_was_left(
    shop: ShopUnderTest, language: str, left: str, captions: tuple[str, ...], seen: str
) -> None:
    owner = await shop.owner(language=language)
    await suyeon(shop, language, "김수연" if language == "ko" else "Emily Carter")
    await owner.says(left)
    await owner.says("Emily Carter 2 shirts" if language == "en" else "김수연 와이셔츠 2장")

    for caption in captions:
        await sends(owner, png(10, 10), caption)
        owner.sees(seen)


async def test_what_the_caption_says_of_the_thing_is_done(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)

    await sends(owner, png(10, 10), "김수연 코트 다 됐어")

    assert "다 됐어요: 코트" in owner.texts[-2]
    owner.sees("사진 1장을 두었어요")


async def test_nobody_is_given_the_photo_of_somebody_whose_name_comes_near(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)

    await sends(owner, png(10, 10), "이영후 코트")

    owner.sees("‘이영후’ 손님은 없어요")
    assert [photo.customer_id for photo in kept(shop)] == [None]
    await owner.taps(owner.buttons[0])
    owner.sees("이영희님(2222) 사진 1장을 두었어요")


async def test_every_photo_that_waits_goes_with_the_one_answer(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)
    await sends(owner, png(10, 10))
    await sends(owner, png(20, 20), "여기 얼룩")

    await owner.says("김수연")

    owner.sees("김수연님(6781) 사진 2장을 두었어요")
    assert all(photo.visit_id for photo in kept(shop))


async def test_a_photo_under_which_a_visit_is_written_goes_with_that_visit(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)

    await sends(owner, jpeg(30, 30), "이영희 이불 2개 20000원 금요일까지")

    owner.sees("사진 1장도 함께")
    await owner.says("이영희")
    await owner.taps("사진 1장")
    owner.sees("이불 2점")
    assert pictures(owner) == [jpeg(30, 30)]
    await owner.says("되돌려줘")
    assert kept(shop) == []


async def test_whose_it_is_is_asked_and_the_photo_waits_for_the_answer(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)
    await sends(owner, png(10, 10))
    owner.sees("누구의 사진인가요?")

    await owner.says("오늘 매출 얼마야?")
    owner.sees("이어서", "누구의 사진인가요?")
    await owner.says("6781")
    owner.sees("김수연님(6781)", "코트")

    await owner.taps("되돌리기")
    owner.sees("사진 1장을 지웠어요")
    assert kept(shop) == []


async def test_a_new_person_in_the_caption_waits_until_the_choice_is_made(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)

    await sends(owner, png(10, 10), "박민준 코트 1벌 12000원")
    assert [photo.customer_id for photo in kept(shop)] == [None]
    await owner.taps("새 손님")

    owner.sees("사진 1장도 함께")
    assert [photo.visit_id is not None for photo in kept(shop)] == [True]


async def test_an_album_is_answered_once_and_all_of_it_is_kept(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)
    album = (png(10, 10), png(20, 20), png(30, 30))

    answers = await owner.does(lambda: owner.person.sends_photos(*album, caption="김수연 코트 단추"))

    assert len(answers) == 1
    await owner.says("김수연 사진")
    assert pictures(owner) == list(album)
    assert "사진들을 두었어요" in answers[0]
    await owner.does(lambda: owner.person.taps("되돌리기"))
    owner.sees("사진 3장을 지웠어요")
    assert kept(shop) == []


@pytest.mark.parametrize(
    ("language", "complaint", "button", "asked", "passed"),
    [
        ("ko", "바지가 줄었어요", "사진 보내기", "접수 1번과 함께", "사진 1장을 사장님께 전했어요(접수 1번)"),
        ("en", "my trousers shrank", "Send a photo", "case 1", "photo was passed on to the owner (case 1)"),
    ],
)
async def test_a_complaints_photo_reaches_the_owner_with_it(
    shop: ShopUnderTest, language: str, complaint: str, button: str, asked: str, passed: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    await chat.says(complaint)
    await chat.taps(button)
    chat.sees(asked)

    await sends(chat, jpeg(60, 40))

    chat.sees(passed)
    owner.sees("접수 1번", "사진", "김수연님(6781)", complaint)
    assert pictures(owner) == [jpeg(60, 40)]
    shown = owner.person.last()["message_id"]
    await owner.does(lambda: owner.person.says("새로 해 드릴게요", reply_to=shown))
    chat.sees("새로 해 드릴게요")
    with shop.database.reading() as session:
        assert session.exec(select(Case.state)).one() == "answered"


@pytest.mark.parametrize(
    ("language", "words", "question", "seen"),
    [
        ("ko", "여기 이 얼룩 지워질까요", "무엇에 대한 사진인가요", "사진 1장도 함께 전했어요"),
        ("en", "can this stain come out of it", "What is it about?", "The photo goes with it"),
    ],
)
async def test_a_photo_without_a_word_is_asked_about(
    shop: ShopUnderTest, language: str, words: str, question: str, seen: str
) -> None:
    owner, chat = await shop.owner(), await suyeon(shop, language)
    await sends(chat, png(10, 10))
    chat.sees(question)
    assert pictures(owner) == []

    await chat.says(words)

    chat.sees(seen)
    assert pictures(owner) == [png(10, 10)]


async def test_an_album_goes_to_the_owner_with_the_words_that_it_came_with(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("코트 단추가 떨어졌어요")

    await chat.does(lambda: chat.person.sends_photos(png(10, 10), png(20, 20), caption="바지가 줄었어요"))

    chat.sees("사진들도 함께 전했어요")
    shown = [text for text in owner.texts if "사진 —" in text]
    assert len(shown) == 2 and all("바지가 줄었어요" in text for text in shown)


async def test_a_photo_with_its_words_is_a_case_at_once(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)

    await sends(chat, png(10, 10), "바지가 찢어졌어요")

    chat.sees("죄송해요", "접수 1번", "사진 1장도 함께")
    assert pictures(owner) == [png(10, 10)]


async def test_a_strangers_or_forwarded_or_readers_photo_is_not_kept(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    stranger = shop.person(503, "아무개")
    await stranger.starts()

    await sends(stranger, png(10, 10), "김수연 코트")
    stranger.sees("읽을 수 있어요")
    forwarded = stranger.person.sees()[-2]
    await owner.does(lambda: owner.person.forwards(forwarded))
    await chat.does(lambda: chat.person.forwards(forwarded))

    assert kept(shop) == []


async def test_one_sees_ones_own_photos_and_takes_them_home(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await suyeon(shop)
    await chat.says("사진 보여줘")
    chat.sees("아직 없어요")
    await sends(owner, png(40, 20), "김수연 코트 소매 얼룩")
    other = await shop.customer(502, "영희", phone="+821011112222")

    await chat.says("제 사진 보여주세요")
    await other.says("사진 보여줘")

    assert pictures(chat) == [png(40, 20)]
    assert pictures(other) == []
    await chat.says("/export")
    whole = next(m for m in chat.person.sees() if m.get("document", {}).get("file_name") == "my-data.json")
    assert json.loads(chat.person.downloads(whole))["photos"][0]["caption"] == "김수연 코트 소매 얼룩"
    assert len(pictures(chat)) == 2


async def test_what_does_not_come_is_asked_for_again(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)
    shop.telegram.faults.plan(Fault(FaultKind.SERVER_ERROR), "getFile", times=2)
    await sends(owner, png(10, 10), "김수연 코트")
    await shop.moves_on(minutes=1)
    await shop.moves_on(minutes=2)
    assert [photo.state for photo in kept(shop)] == ["kept"]

    shop.telegram.faults.plan(Fault(FaultKind.SERVER_ERROR), "getFile", times=5)
    await sends(owner, png(20, 20), "김수연 코트")
    for minutes in (1, 2, 3, 4):
        await shop.moves_on(minutes=minutes)
    owner.sees("사진을 받지 못했어요")


async def test_too_large_a_photo_is_refused(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await sends(owner, png(10, 10) + bytes(6 * 1024 * 1024), "김수연 코트")
    owner.sees("5MB")
    assert kept(shop) == []


async def test_nobody_keeps_a_photo_for_longer_than_it_is_needed(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await suyeon(shop)
    await sends(owner, png(10, 10), "김수연 코트")
    await sends(owner, png(20, 20), "김수연 바지")
    await sends(owner, png(30, 30))
    await shop.moves_on(days=2)
    assert len(kept(shop)) == 2

    await shop.moves_on(days=90)

    with shop.database.reading() as session:
        (left,) = session.exec(select(Photo)).all()  # of what is still at the shop
        assert photos.data_of(shop.database.vault, left) == png(10, 10)
        assert session.exec(select(JournalEntry).where(JournalEntry.deed == "photo_kept")).first() is not None
